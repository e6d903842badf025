"""Figures on two dimensions: programmes with their subprogrammes, euros per place by year, acts in their order.

Like `grants.figures.stats`: from a queryset of lines to small frozen dataclasses, in whole cents.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q, Sum
from django.db.models.functions import Coalesce

from grants.figures.stats import Amount, cents_each
from grants.models import Deliberation, Programme
from grants.models.lines import PLACE
from grants.querysets import GrantLineQuerySet


@dataclass(frozen=True, slots=True)
class Branch:
    """A programme and, under it, what its subprogrammes add up to; `children` is empty where it has none."""

    amount: Amount
    children: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class PlaceCost:
    """Cents for one place of a heading, in each year of the table; None where no line of that year prints places."""

    of: Programme | None
    cents: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class PlaceCosts:
    """Cents per place: a row a heading, a column a year. `cents`: over all of it, None where no places are printed."""

    years: tuple[int, ...]
    rows: tuple[PlaceCost, ...]
    cents: int | None


@dataclass(frozen=True, slots=True)
class ActAmount:
    """What an act votes. `withdrawn_cents` is the sum of its negative amounts, already in `amount_cents`."""

    of: Deliberation
    amount_cents: int
    withdrawn_cents: int
    lines: int
    operators: int


def programme_tree(lines: GrantLineQuerySet) -> tuple[Branch, ...]:
    """Budget headings on their two levels, the largest first; lines that print none come as `of=None`."""
    rows = _sums(lines, "programme", "subprogramme")
    headings = _programmes(row[level] for row in rows for level in ("programme", "subprogramme"))
    # A printed row has one programme: its lines can be added over the subprogrammes.
    under = defaultdict(list)
    for row in rows:
        under[row["programme"]].append(row)
    branches = [
        Branch(
            _amount(headings, key, sum(row["amount_cents"] for row in group), sum(row["lines"] for row in group)),
            _children(headings, group),
        )
        for key, group in under.items()
    ]
    return tuple(sorted(branches, key=lambda branch: -branch.amount.amount_cents))


def euros_per_place(lines: GrantLineQuerySet) -> PlaceCosts:
    """Amount divided by the places printed on the same rows. Left out: rows without places, rows that count something
    else (mesures, points…) or do not say what, and withdrawals."""
    rows = list(
        lines.filter(places_unit=PLACE, places__gt=0, amount_cents__gt=0, year__isnull=False)
        .order_by()
        .values("programme", "subprogramme", "year")
        .annotate(amount_cents=Sum("amount_cents"), places=Sum("places"))
    )
    headings = _programmes(row["subprogramme"] or row["programme"] for row in rows)
    years = tuple(sorted({row["year"] for row in rows}))
    sums: dict[Any, dict[int, tuple[int, int]]] = defaultdict(dict)
    for row in rows:
        by_year = sums[row["subprogramme"] or row["programme"]]
        cents, places = by_year.get(row["year"], (0, 0))
        by_year[row["year"]] = (cents + row["amount_cents"], places + row["places"])
    costs = [
        PlaceCost(headings.get(key), tuple(cents_each(*by_year.get(year, (0, 0))) for year in years))
        for key, by_year in sums.items()
    ]
    whole = cents_each(sum(row["amount_cents"] for row in rows), sum(row["places"] for row in rows))
    return PlaceCosts(years, tuple(sorted(costs, key=lambda cost: cost.of.name if cost.of else "")), whole)


def amounts_by_act(lines: GrantLineQuerySet, limit: int | None = None) -> tuple[ActAmount, ...]:
    """What each act votes, the latest session first; with a limit, only the acts that are asked for are added up."""
    latest_first = (F("deliberation__session_date").desc(nulls_last=True), "deliberation")
    if limit is not None:
        latest = lines.order_by(*latest_first).values_list("deliberation", flat=True).distinct()[:limit]
        lines = lines.in_deliberation(*latest)
    rows = list(
        lines.values("deliberation", "deliberation__session_date")
        .annotate(
            withdrawn_cents=Coalesce(Sum("amount_cents", filter=Q(amount_cents__lt=0)), 0),
            amount_cents=Sum("amount_cents"),
            lines=Count("row_key", distinct=True),
            operators=Count("operator", distinct=True),
        )
        .order_by(*latest_first)
    )
    acts = (
        Deliberation.objects.select_related("department")
        .defer("page_sizes")
        .in_bulk([row["deliberation"] for row in rows])
    )
    return tuple(
        ActAmount(
            acts[row["deliberation"]], row["amount_cents"], row["withdrawn_cents"], row["lines"], row["operators"]
        )
        for row in rows
    )


def printed_texts(lines: GrantLineQuerySet, field: str) -> tuple[tuple[str, int | None, int | None], ...]:
    """Each text printed in this column, with the first and the last year of its lines; blank ones are left out."""
    years = lines.exclude(**{field: ""}).order_by().values_list(field, "year").distinct()
    found: dict[str, list[int]] = defaultdict(list)
    for text, year in years:
        found[text] += [] if year is None else [year]
    return tuple(sorted((text, min(of, default=None), max(of, default=None)) for text, of in found.items()))


def _sums(lines: GrantLineQuerySet, *fields: str) -> list[dict]:
    return list(
        lines.order_by()
        .values(*fields)
        .annotate(amount_cents=Sum("amount_cents"), lines=Count("row_key", distinct=True))
    )


def _programmes(keys: Iterable[int | None]) -> dict[int, Programme]:
    wanted = {key for key in keys if key is not None}
    return Programme.objects.select_related("department", "parent").in_bulk(wanted)


def _amount(headings: dict[int, Programme], key: int | None, cents: int, lines: int) -> Amount:
    return Amount(key, headings.get(key), cents, lines)


def _children(headings: dict[int, Programme], group: list[dict]) -> tuple[Amount, ...]:
    """The subprogrammes of one programme; none where no line prints one."""
    if all(row["subprogramme"] is None for row in group):
        return ()
    largest = sorted(group, key=lambda row: -row["amount_cents"])
    return tuple(_amount(headings, row["subprogramme"], row["amount_cents"], row["lines"]) for row in largest)
