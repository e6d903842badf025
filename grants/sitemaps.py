"""The index of sitemaps: one for each kind of page, dated by the data. Lines are reached from their acts."""

from datetime import datetime
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db.models import Max, Q
from django.db.models.functions import Greatest
from django.urls import reverse

from grants.models import Commune, Deliberation, Department, Operator, Programme, Territory

PAGES = (
    *("home", "line_list", "operator_list", "commune_list", "department_list", "territory_list", "programme_list"),
    *("deliberation_list", "open_data", "api", "method", "help", "about", "accessibility", "legal", "verify"),
)
PER_FILE = 10_000  # addresses: a file of about a megabyte
_PUBLISHED = Q(deliberations__status="published")


class Kind(Sitemap):
    """Pages of one kind, each dated by the latest act that it shows, the whole kind by the latest of all."""

    limit = PER_FILE

    def get_latest_lastmod(self) -> datetime | None:
        return _latest(Deliberation.objects.published())

    def lastmod(self, thing: Any) -> datetime | None:
        return thing.changed_at


class Acts(Kind):
    def items(self) -> Any:
        return Deliberation.objects.published().annotate(changed_at=Greatest("published_at", "read_at")).order_by("pk")


class Departments(Kind):
    def items(self) -> Any:
        changed_at = Greatest(
            Max("deliberations__published_at", filter=_PUBLISHED), Max("deliberations__read_at", filter=_PUBLISHED)
        )
        return Department.objects.filter(_PUBLISHED).annotate(changed_at=changed_at).order_by("pk")


class Named(Kind):
    """Things that lines name."""

    def __init__(self, model: Any, lines: str = "lines") -> None:
        self.model, self.lines = model, lines

    def items(self) -> Any:
        counted = Q(**{f"{self.lines}__deliberation__status": "published"})
        changed_at = Greatest(
            Max(f"{self.lines}__deliberation__published_at"), Max(f"{self.lines}__deliberation__read_at")
        )
        return self.model.objects.filter(counted).annotate(changed_at=changed_at).order_by("pk")


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
    found = acts.aggregate(online=Max("published_at"), read=Max("read_at"))
    return max(filter(None, found.values()), default=None)


SITEMAPS = {
    "pages": Pages,
    "deliberations": Acts,
    "departements": Departments,
    "operateurs": Named(Operator),
    "communes": Named(Commune),
    "territoires": Named(Territory),
    "programmes": Named(Programme),
    "operations": Named(Programme, "sublines"),
}
