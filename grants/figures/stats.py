"""Figures of a set of lines: from a queryset to small frozen dataclasses. No request, no HTML, no rounding.

Amounts are whole cents. A number of lines is a number of printed rows (distinct `row_key`): the two years of one row
are one line. Every function takes the lines that it is about; which ones count is for `counted()` to say.
"""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Max, Min, Q, Sum
from django.db.models.functions import Coalesce

from grants.figures.fingerprints import fingerprint, mixed
from grants.models.lines import PLACE
from grants.querysets import GrantLineQuerySet


@dataclass(frozen=True, slots=True)
class Summary:
    """The whole of a set of lines. Already in `amount_cents`: `withdrawn_cents`, the sum of its negative amounts,
    `outside_cents`, money said to be outside the budget, `unnamed_cents`, what `unnamed_lines` give to nobody named.

    `places` adds up what is printed as places, never another unit. `rows` counts amounts (one for each year of a
    printed row), `lines` printed rows. Years run from `first_year` to `last_year`, both None where no line has one.
    """

    amount_cents: int
    withdrawn_cents: int
    outside_cents: int
    unnamed_cents: int
    unnamed_lines: int
    lines: int
    rows: int
    operators: int
    deliberations: int
    departments: int
    places: int
    first_year: int | None
    last_year: int | None
    fingerprint: str = dataclasses.field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Amount:
    """What one value of a field adds up to. `of`: the object (or the year), None where it is not printed."""

    key: Any
    of: Any
    amount_cents: int
    lines: int

    @property
    def context(self) -> Any:
        """What tells two headings of one name apart: the département of a programme, a territory or a commune."""
        return getattr(self.of, "department", None)


@dataclass(frozen=True, slots=True)
class Scale:
    """The ends of the bars of one table, in cents; zero is always between them."""

    low_cents: int
    high_cents: int

    @property
    def span(self) -> int:
        return self.high_cents - self.low_cents


@dataclass(frozen=True, slots=True)
class Ledger:
    """The rows of one table, and the scale that their bars share."""

    rows: tuple[Any, ...]
    scale: Scale


def summary(lines: GrantLineQuerySet) -> Summary:
    """The whole of these lines, in one query."""
    figures = lines.order_by().aggregate(
        of_amounts=Coalesce(Sum("amount_cents"), 0),
        of_withdrawals=Coalesce(Sum("amount_cents", filter=Q(amount_cents__lt=0)), 0),
        of_outside=Coalesce(Sum("amount_cents", filter=Q(outside_budget=True)), 0),
        of_unnamed=Coalesce(Sum("amount_cents", filter=Q(operator__isnull=True)), 0),
        unnamed_lines=Count("row_key", distinct=True, filter=Q(operator__isnull=True)),
        of_places=Coalesce(Sum("places", filter=Q(places_unit=PLACE)), 0),
        lines=Count("row_key", distinct=True),
        rows=Count("pk"),
        operators=Count("operator", distinct=True),
        deliberations=Count("deliberation", distinct=True),
        departments=Count("department", distinct=True),
        first_year=Min("year"),
        last_year=Max("year"),
        mixed=mixed(),
    )
    return Summary(
        fingerprint=fingerprint(figures["rows"], figures["of_amounts"], figures.pop("mixed")),
        amount_cents=figures.pop("of_amounts"),
        withdrawn_cents=figures.pop("of_withdrawals"),
        outside_cents=figures.pop("of_outside"),
        unnamed_cents=figures.pop("of_unnamed"),
        places=figures.pop("of_places"),
        **figures,
    )


def amounts_by_year(lines: GrantLineQuerySet) -> tuple[Amount, ...]:
    """Latest year first, lines without a year last. The several years of one printed row count one line in each."""
    grouped = _grouped(lines, "year").order_by(F("year").desc(nulls_last=True))
    return tuple(Amount(row["year"], row["year"], row["cents"], row["lines"]) for row in grouped)


def amounts_by_department(lines: GrantLineQuerySet) -> tuple[Amount, ...]:
    """By département that voted, largest first."""
    return _amounts_by(lines, "department")


def amounts_by_territory(lines: GrantLineQuerySet) -> tuple[Amount, ...]:
    """By territory as printed, largest first; the lines that print none come as `of=None`."""
    return _amounts_by(lines, "territory", with_context=("department",))


def amounts_by_programme(lines: GrantLineQuerySet, limit: int | None = None) -> tuple[Amount, ...]:
    """By budget heading of the upper level, largest first."""
    return _amounts_by(lines, "programme", limit, with_context=("department",))


def amounts_by_subprogramme(lines: GrantLineQuerySet) -> tuple[Amount, ...]:
    """By budget heading of the lower level (opération), largest first."""
    return _amounts_by(lines, "subprogramme", with_context=("department", "parent"))


def amounts_by_commune(lines: GrantLineQuerySet, limit: int | None = None) -> tuple[Amount, ...]:
    """By commune of the operator's seat, largest first: says nothing of where the action takes place."""
    return _amounts_by(lines, "commune", limit, with_context=("department",))


def top_operators(lines: GrantLineQuerySet, limit: int = 10) -> tuple[Amount, ...]:
    """The operators that receive most, largest first; lines without an operator are in none."""
    return _amounts_by(lines.naming("operator"), "operator", limit, with_context=("commune",))


_FIELDS = {"programme": ("programme", "subprogramme"), "act": ("deliberation",)}


def amounts_of_things(lines: GrantLineQuerySet, things: dict[str, list[Any]]) -> dict[Any, int]:
    """What is voted for each of these things, in cents, by the thing; `things` by the name of what they are.

    A programme holds the lines of its subprogrammes; an act is a `act`. One query a name, two for programmes.
    """
    found: dict[Any, int] = {}
    for name, ones in things.items():
        for field in _FIELDS.get(name, (name,)):
            by_key = {one.pk: one for one in ones}
            rows = (
                lines.filter(**{f"{field}__in": list(by_key)})
                .order_by()
                .values_list(field)
                .annotate(Sum("amount_cents"))
            )
            for key, cents in rows:
                found[by_key[key]] = found.get(by_key[key], 0) + cents
    return found


def largest_line(lines: GrantLineQuerySet) -> Any:
    """The line with the largest amount, with its context; None of no lines."""
    return next(iter(lines.largest_first()[:1].in_full()), None)


def count_lines(lines: GrantLineQuerySet) -> int:
    """How many printed rows these lines are."""
    return lines.order_by().aggregate(lines=Count("row_key", distinct=True))["lines"]


def example_row(lines: GrantLineQuerySet) -> tuple[Any, ...]:
    """The lines, one a year, of the printed row that shows best what the site holds; empty if there is none.

    The largest with a known operator and places; else the largest of all.
    """
    shown = largest_line(lines.telling()) or largest_line(lines)
    if shown is None:
        return ()
    # defer(None): the page sizes too, for the image of the row
    return tuple(lines.of_rows(shown.row_key).with_context().defer(None).order_by("year", "pk"))


def cents_each(cents: int, number: int | None) -> int | None:
    """Cents for one place, one inhabitant…, rounded to the cent; None where their number is zero or not known."""
    return (2 * cents + number) // (2 * number) if number and number > 0 else None


def ledger(rows: Iterable[Any]) -> Ledger:
    """These rows, each with an `amount_cents`, on the scale of their bars."""
    rows = tuple(rows)
    return Ledger(rows, scale_of(rows))


def scale_of(rows: Iterable[Any]) -> Scale:
    """The scale on which the bars of these rows are drawn: anything that has an `amount_cents`."""
    values = [0, *(row.amount_cents for row in rows)]
    return Scale(min(values), max(values))


def _grouped(lines: GrantLineQuerySet, field: str) -> Any:
    return lines.order_by().values(field).annotate(cents=Sum("amount_cents"), lines=Count("row_key", distinct=True))


def _amounts_by(
    lines: GrantLineQuerySet,
    field: str,
    limit: int | None = None,
    with_context: tuple[str, ...] = (),
) -> tuple[Amount, ...]:
    """Two queries: the sums, then the objects that they are about."""
    rows = list(_grouped(lines, field).order_by("-cents", field)[:limit])
    model = lines.model._meta.get_field(field).related_model
    objects = model._default_manager.select_related(*with_context).in_bulk([row[field] for row in rows if row[field]])
    return tuple(Amount(row[field], objects.get(row[field]), row["cents"], row["lines"]) for row in rows)
