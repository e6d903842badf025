"""What the pages of operators, places, programmes and acts have in common: the figures of their lines."""

from collections.abc import Iterable
from typing import Any

from grants.citations import total_sentence, years_told
from grants.figures import breakdowns, stats
from grants.figures.remembered import amounts_by_year_of, summary_of
from grants.history import Version
from grants.models import Deliberation
from grants.querysets import GrantLineQuerySet

TOP_OPERATORS = 15  # beyond, the list of lines answers better than a longer table


def overview(lines: GrantLineQuerySet, version: Version | None = None) -> dict[str, Any]:
    """The whole and each year of these lines, as a context; with a `version` of the data, added up once for it, where
    many pages are about these lines."""
    by_year = amounts_by_year_of(version, lines)
    years = tuple(amount.key for amount in by_year if amount.key is not None)
    return {
        "summary": summary_of(version, lines),
        "years": years,
        "years_told": years_told(years),
        "by_year": stats.ledger(by_year),
    }


def tree(lines: GrantLineQuerySet) -> dict[str, Any]:
    """The programmes of these lines on their two levels, with the scale of their bars."""
    branches = breakdowns.programme_tree(lines)
    amounts = [amount for branch in branches for amount in (branch.amount, *branch.children)]
    return {"programmes": stats.Ledger(branches, stats.scale_of(amounts))}


def cited(subject: str, figures: dict[str, Any], acts: Iterable[Deliberation]) -> str:
    """The sentence to paste about a page: its subject, the figures of its `overview`, the acts that vote them."""
    return total_sentence(subject, figures["summary"], years=figures["years"], acts=acts)
