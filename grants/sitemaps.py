"""The index of sitemaps: one for each kind of page, dated by the data. Lines are reached from their acts."""

from datetime import datetime
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.core.paginator import Page, Paginator
from django.db.models import Max, Q
from django.db.models.functions import Greatest
from django.urls import reverse

from grants import history
from grants.figures.remembered import remembered
from grants.models import Commune, Deliberation, Department, GrantLine, Operator, Programme, Territory

PAGES = (
    *("home", "line_list", "operator_list", "commune_list", "department_list", "territory_list", "programme_list"),
    *("deliberation_list", "open_data", "api", "method", "help", "about", "accessibility", "legal", "verify", "leads"),
)
PER_FILE = 10_000  # addresses: a file of about a megabyte
_PUBLISHED = Q(deliberations__status="published")


class Kind(Sitemap):
    """Pages of one kind, each dated by the latest act that it shows, the whole kind by the latest of all."""

    limit = PER_FILE

    def get_latest_lastmod(self) -> datetime | None:
        return remembered(history.current(), Deliberation.objects.published(), "latest", _latest)  # asked by each kind

    def lastmod(self, thing: Any) -> datetime | None:
        return thing.changed_at


class Acts(Kind):
    def items(self) -> Any:
        return Deliberation.objects.published().with_changed_at().order_by("pk")


class Departments(Kind):
    def items(self) -> Any:
        changed_at = Greatest(
            Max("deliberations__published_at", filter=_PUBLISHED), Max("deliberations__read_at", filter=_PUBLISHED)
        )
        return Department.objects.filter(_PUBLISHED).annotate(changed_at=changed_at).order_by("pk")


class DatedPaginator(Paginator):
    """Pages of things that lines name; only those of one page are dated, from the lines of that page alone."""

    def __init__(self, things: Any, field: str) -> None:
        super().__init__(things, PER_FILE)
        self.field = field

    def page(self, number: int | str) -> Page:
        page = super().page(number)
        page.object_list = things = list(page.object_list)
        if things:
            between = {f"{self.field}__gte": things[0].pk, f"{self.field}__lte": things[-1].pk}
            lines = GrantLine.objects.counted().filter(**between)
            acts = {act.pk: act.changed_at for act in Acts().items().only("pk")}
            dates: dict[Any, datetime] = {}
            for pk, act in lines.order_by().values_list(self.field, "deliberation").distinct():
                dates[pk] = max(acts[act], dates.get(pk, acts[act]))
            for thing in things:
                thing.changed_at = dates.get(thing.pk)
        return page


class Named(Kind):
    """Things that lines name, in their column `field`."""

    def __init__(self, model: Any, field: str) -> None:
        self.model, self.field = model, field

    def items(self) -> Any:
        named = GrantLine.objects.counted().naming(self.field)
        return self.model.objects.filter(pk__in=named.order_by().values(self.field)).order_by("pk")

    @property
    def paginator(self) -> Paginator:
        return DatedPaginator(self.items(), self.field)


class Pages(Kind):
    """Pages that are always there: those of figures are dated by the data, the others are not dated."""

    def items(self) -> tuple[str, ...]:
        return PAGES

    def location(self, name: str) -> str:
        return reverse(name)

    def lastmod(self, name: str) -> None:
        return None

    def get_latest_lastmod(self) -> None:
        return None


def _latest(acts: Any) -> datetime | None:
    return acts.with_changed_at().aggregate(last=Max("changed_at"))["last"]


SITEMAPS = {
    "pages": Pages,
    "deliberations": Acts,
    "departements": Departments,
    "operateurs": Named(Operator, "operator"),
    "communes": Named(Commune, "commune"),
    "territoires": Named(Territory, "territory"),
    "programmes": Named(Programme, "programme"),
    "operations": Named(Programme, "subprogramme"),
}
