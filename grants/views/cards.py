"""The image of the page of an operator, of an act, and of the site, for those who share its link."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.generic import View

from grants.access import visible_deliberation
from grants.cards import Card, png_of
from grants.figures import stats
from grants.models import GrantLine
from grants.rectifications import standing_of
from grants.templatetags.french import counted, euros_told, long_date, printed_lines
from grants.views.deliberations import lines_of
from grants.views.operators import OperatorDetailView


class CardView(View):
    """A card as a PNG; the same for everybody, as fresh as the data."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return HttpResponse(png_of(self.card()), content_type="image/png")

    def card(self) -> Card:
        """The site as a whole."""
        whole = stats.summary(GrantLine.objects.counted())
        acts = f"{counted(whole.deliberations, 'délibération')}, {printed_lines(whole.lines)}"
        return _card("Portail public", "Ce que les départements ont voté", whole, acts)


class OperatorCardView(CardView):
    def card(self) -> Card:
        page = OperatorDetailView()
        page.setup(self.request, **self.kwargs)
        operator = page.get_object()
        whole = stats.summary(GrantLine.objects.counted().by_operator(operator))
        seat = f" · {operator.commune}" if operator.commune else ""
        return _card("Opérateur", operator.name, whole, f"{printed_lines(whole.lines)}{_years(whole)}{seat}")


class DeliberationCardView(CardView):
    def card(self) -> Card:
        act = visible_deliberation(self.request, self.kwargs["slug"])
        whole = stats.summary(lines_of(act))
        day = f" · {long_date(act.session_date)}" if act.session_date else ""
        kind = f"{standing_of(act)}{act.department} · délibération {act.numbered}"
        return _card(kind, act.title or act.shown_number, whole, f"{printed_lines(whole.lines)}{_years(whole)}{day}")


def _card(kind: str, name: str, whole: stats.Summary, detail: str) -> Card:
    if whole.withdrawn_cents not in (0, whole.amount_cents):
        detail += f" · dont {euros_told(whole.withdrawn_cents)} de retraits"
    return Card(kind, name, f"{euros_told(whole.amount_cents)} votés", detail, settings.SITE_NAME)


def _years(whole: stats.Summary) -> str:
    if whole.first_year is None:
        return ""
    return f" · {whole.first_year}" + (f"–{whole.last_year}" if whole.last_year != whole.first_year else "")
