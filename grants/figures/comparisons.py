"""Two to four operators, territories, communes or years side by side: the same figures of each, in one table.

Enters the lines of a question and the things that it names; leaves small frozen dataclasses, in whole cents. Columns
are never added up: what is compared is not the whole of anything.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, Min, Q, Sum
from django.db.models.functions import Coalesce

from grants.figures.stats import Scale, cents_each
from grants.models import Programme
from grants.models.lines import PLACE
from grants.querysets import GrantLineQuerySet

MOST_COMPARED = 4  # columns of figures that a page holds at 768 px
PROGRAMMES_COMPARED = 20  # rows: the largest headings of all columns together


@dataclass(frozen=True, slots=True)
class Compared:
    """One column. `of`: the thing, the year, or what is said of lines that have none. Places and their cost are of rows
    that print places; `cents_per_inhabitant` is None for anything but a commune whose population is known."""

    key: Any
    of: Any
    amount_cents: int
    withdrawn_cents: int
    outside_cents: int
    lines: int
    operators: int
    deliberations: int
    first_year: int | None
    last_year: int | None
    places: int
    cents_per_place: int | None
    cents_per_inhabitant: int | None


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One heading of a breakdown and its sum in each column, in cents; None where the column has no such line."""

    of: Any
    cents: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Rows in the order in which they are shown, and the scale that all their bars share."""

    rows: tuple[ComparedRow, ...]
    scale: Scale


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the page shows. `years` is empty where years are what is compared."""

    columns: tuple[Compared, ...]
    years: Breakdown
    programmes: Breakdown


def compare(lines: GrantLineQuerySet, field: str, things: Sequence[tuple[Any, Any]]) -> Comparison:
    """`things`: (value of `field`, `Compared.of`) in the order of the columns. Four queries, whatever the lines."""
    keys = [key for key, _ in things]
    sums = {row[field]: row for row in _sums(lines, field)}
    years = Breakdown((), Scale(0, 0)) if field == "year" else _breakdown(lines, field, "year", keys)
    programmes = _breakdown(lines, field, "programme", keys)
    headings = Programme.objects.select_related("department").in_bulk([row.of for row in programmes.rows if row.of])
    named = tuple(ComparedRow(headings.get(row.of), row.cents) for row in programmes.rows[:PROGRAMMES_COMPARED])
    return Comparison(
        tuple(_column(key, of, sums.get(key)) for key, of in things),
        Breakdown(tuple(sorted(years.rows, key=lambda row: -(row.of or 0))), years.scale),
        Breakdown(named, programmes.scale),
    )


def _sums(lines: GrantLineQuerySet, field: str) -> Iterable[dict]:
    placed = Q(places_unit=PLACE, places__gt=0, amount_cents__gt=0)
    return (
        lines.order_by()
        .values(field)
        .annotate(
            cents=Sum("amount_cents"),
            withdrawn=Coalesce(Sum("amount_cents", filter=Q(amount_cents__lt=0)), 0),
            outside=Coalesce(Sum("amount_cents", filter=Q(outside_budget=True)), 0),
            rows=Count("row_key", distinct=True),
            operators=Count("operator", distinct=True),
            deliberations=Count("deliberation", distinct=True),
            first_year=Min("year"),
            last_year=Max("year"),
            counted_places=Coalesce(Sum("places", filter=placed), 0),
            placed_cents=Coalesce(Sum("amount_cents", filter=placed), 0),
        )
    )


def _column(key: Any, of: Any, row: dict | None) -> Compared:
    """A thing without a line in the question is a column of noughts, not a hole."""
    row = row or defaultdict(int, first_year=None, last_year=None)
    return Compared(
        key,
        of,
        row["cents"],
        row["withdrawn"],
        row["outside"],
        row["rows"],
        row["operators"],
        row["deliberations"],
        row["first_year"],
        row["last_year"],
        row["counted_places"],
        cents_each(row["placed_cents"], row["counted_places"]),
        cents_each(row["cents"], getattr(of, "population", None)),
    )


def _breakdown(lines: GrantLineQuerySet, field: str, by: str, keys: Sequence[Any]) -> Breakdown:
    """Sums by two fields; the largest heading first."""
    found: dict[Any, dict[Any, int]] = defaultdict(dict)
    for row in lines.order_by().values(field, by).annotate(cents=Sum("amount_cents")):
        found[row[by]][row[field]] = row["cents"]
    rows = [ComparedRow(of, tuple(sums.get(key) for key in keys)) for of, sums in found.items()]
    rows.sort(key=lambda row: -sum(cents or 0 for cents in row.cents))
    values = [0, *(cents for row in rows for cents in row.cents if cents is not None)]
    return Breakdown(tuple(rows), Scale(min(values), max(values)))
