"""The first page."""

from typing import Any

from django.views.generic import TemplateView

from grants import history
from grants.figures import breakdowns, stats
from grants.figures.checks import check_summary, differences
from grants.models import Check, Deliberation, GrantLine
from grants.views.overview import overview

PROGRAMMES_SHOWN = 8
OPERATORS_SHOWN = 10
ACTS_SHOWN = 5
DIFFERENCES_SHOWN = 5


class HomeView(TemplateView):
    """One search box, a printed row and what is read in it, the key figures, the latest acts."""

    template_name = "grants/home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lines = GrantLine.objects.counted()
        checks = Check.objects.published()
        by_programme = stats.amounts_by_programme(lines, PROGRAMMES_SHOWN)
        top_operators = stats.top_operators(lines, OPERATORS_SHOWN)
        acts = breakdowns.amounts_by_act(lines, ACTS_SHOWN)
        return super().get_context_data(
            **overview(lines, history.seen_by(self.request)),
            checks=check_summary(checks),
            differences=differences(checks, DIFFERENCES_SHOWN),
            example=stats.example_row(lines),
            by_department=stats.ledger(stats.amounts_by_department(lines)),
            by_programme=stats.ledger(by_programme),
            top_operators=stats.ledger(top_operators),
            acts=acts,
            questions=_questions(top_operators, by_programme, acts),
            **kwargs,
        )


def _questions(*found: tuple[Any, ...]) -> list[str]:
    """Words to try in the search box: the first name of each breakdown, the number where it is an act."""
    first = [amounts[0].of for amounts in found if amounts and amounts[0].of]
    return [thing.number if isinstance(thing, Deliberation) else thing.name for thing in first]
