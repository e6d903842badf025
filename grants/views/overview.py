"""What the pages of operators, places, programmes and acts have in common: the figures of their lines."""

from collections.abc import Iterable
from typing import Any

from grants import breakdowns, stats
from grants.citations import years_told
from grants.querysets import GrantLineQuerySet


def overview(lines: GrantLineQuerySet) -> dict[str, Any]:
    """The whole and each year of these lines, as a context: three queries."""
    by_year = stats.amounts_by_year(lines)
    years = tuple(amount.key for amount in by_year if amount.key is not None)
    return {
        "summary": stats.summary(lines),
        "years": years,
        "years_told": years_told(years),
        **scaled(by_year=by_year),
    }


def tree(lines: GrantLineQuerySet) -> dict[str, Any]:
    """The programmes of these lines on their two levels, with the scale of their bars."""
    branches = breakdowns.programme_tree(lines)
    amounts = [amount for branch in branches for amount in (branch.amount, *branch.children)]
    return {"programmes": branches, "programmes_scale": stats.scale_of(amounts)}


def scaled(**breakdown: Iterable[stats.Amount]) -> dict[str, Any]:
    """Each breakdown with the scale of its bars: `by_year` comes with `by_year_scale`."""
    context: dict[str, Any] = {}
    for name, amounts in breakdown.items():
        context |= {name: tuple(amounts), f"{name}_scale": stats.scale_of(amounts)}
    return context
