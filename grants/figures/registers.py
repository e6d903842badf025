"""Registers: operators and communes with what published lines give them, by name, by letter, by words.

Enters a queryset of lines, leaves querysets of rows for a paginator; `entries` makes dataclasses of one page of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Count, Exists, Max, Min, OuterRef, Q, Sum
from django.db.models.functions import Coalesce, Substr

from grants.figures.stats import cents_each
from grants.models import Commune, Operator, SearchEntry
from grants.querysets import GrantLineQuerySet, counted
from grants.search.entries import named
from grants.search.words import key_of

DIGITS = "0-9"
WORDS_MAX_LENGTH = 100  # characters of a search: a name, a town or a postcode
MAX_FOUND = 50  # communes that a search shows: more than this and the reader types another letter


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of a register and what its lines add up to. Years are None where no line prints one."""

    of: Any
    amount_cents: int
    lines: int
    first_year: int | None
    last_year: int | None


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter under which names of the register stand (`0-9` for figures), and how many."""

    letter: str
    names: int


def operators(lines: GrantLineQuerySet, *, letter: str = "", words: str = "", largest_first: bool = False) -> Any:
    """Operators of these lines, by name or the largest first: under a letter, or answering to words.

    A word is looked for in the operator's names, in the name of the commune of its seat and in its postcodes.
    """
    rows = lines.naming("operator")
    if words:
        rows = rows.filter(operator__in=named(Operator, words))
    if letter == DIGITS:
        rows = rows.filter(operator__key__lt="a")
    elif letter:
        rows = rows.filter(operator__key__startswith=letter)
    order = ("-amount_cents", "operator__key") if largest_first else ("operator__key", "operator")
    return totals(rows, "operator", "operator__key").order_by(*order)


def operator_letters(lines: GrantLineQuerySet) -> tuple[Letter, ...]:
    """The letters under which operators of these lines stand, figures together and first. Each operator is looked up
    once, its lines are not gone through."""
    named = Operator.objects.filter(Exists(lines.order_by().filter(operator=OuterRef("pk"))))
    rows = named.order_by().values(initial=Substr("key", 1, 1)).annotate(names=Count("pk"))
    names: dict[str, int] = {}
    for row in rows:
        letter = row["initial"] if row["initial"].isalpha() else DIGITS
        names[letter] = names.get(letter, 0) + row["names"]
    return tuple(Letter(letter, names[letter]) for letter in sorted(names))


def communes(lines: GrantLineQuerySet) -> Any:
    """Communes where operators of these lines are based, by name."""
    return totals(lines.naming("commune"), "commune", "commune__folded").order_by("commune__folded", "commune")


def commune_count(lines: GrantLineQuerySet) -> int:
    """How many communes `communes` gives, without adding up their lines."""
    return lines.order_by().aggregate(communes=Count("commune", distinct=True))["communes"]


def communes_found(words: str) -> models.QuerySet[Commune]:
    """Communes of the official list that answer to a name or a postcode, the name itself first; at most `MAX_FOUND`."""
    exact = SearchEntry.objects.filter(kind=SearchEntry.Kind.COMMUNE, key=key_of(words)).values("thing")
    whole = models.Case(models.When(pk__in=exact, then=0), default=1, output_field=models.IntegerField())
    found = Commune.objects.filter(pk__in=_communes_named(words)).select_related("department")
    return found.order_by(whole, "folded", "pk")[:MAX_FOUND]


def communes_answering(words: str) -> models.QuerySet[Commune]:
    """Communes with what published lines add up to: those that answer to words, or where operators are based."""
    found = Commune.objects.filter(pk__in=_communes_named(words)) if words else Commune.objects.public()
    return with_amounts(found)


def communes_of(lines: GrantLineQuerySet) -> models.QuerySet[Commune]:
    """Communes where operators of these lines are based, with what these lines alone add up to."""
    asked = Q(lines__in=lines.order_by())
    return with_amounts(Commune.objects.filter(asked), asked)


def with_amounts(found: models.QuerySet[Commune], asked: Q | None = None) -> models.QuerySet[Commune]:
    """These communes with the sums of the lines asked for, of all published ones without: by name.

    `amount_cents`, `line_count`, `first_year` and `last_year` are the names of the sums.
    """
    entering = asked or counted("lines__deliberation__")
    return found.annotate(
        amount_cents=Coalesce(Sum("lines__amount_cents", filter=entering), 0),
        line_count=Count("lines__row_key", filter=entering, distinct=True),
        first_year=Min("lines__year", filter=entering),
        last_year=Max("lines__year", filter=entering),
    ).order_by("folded", "pk")


def places(lines: GrantLineQuerySet, field: str) -> Any:
    """What lines add up to by `department`, `territory` or `commune`, largest first; those of none, together."""
    return totals(lines, field).order_by("-amount_cents", field)


def programmes(lines: GrantLineQuerySet) -> Any:
    """What the lines of each pair of programme and subprogramme add up to, by name: each line is in one row."""
    names = ("programme__folded", "subprogramme__folded")
    return totals(lines, "programme", "subprogramme", *names).order_by(*names, "programme", "subprogramme")


def entries(model: type[models.Model], rows: Iterable[dict], field: str, context: str) -> list[Entry]:
    """One page of a register, with the things themselves."""
    rows = list(rows)
    things = model._default_manager.select_related(context).in_bulk([row[field] for row in rows])
    return [
        Entry(things[row[field]], row["amount_cents"], row["lines"], row["first_year"], row["last_year"])
        for row in rows
    ]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A commune, what is voted to operators based there, and that for each inhabitant (None: population not known)."""

    of: Commune
    amount_cents: int
    cents_per_inhabitant: int | None


def neighbours(lines: GrantLineQuerySet, commune: Commune, limit: int) -> tuple[Neighbour, ...]:
    """The communes of the same intercommunalité, the commune itself among them, the largest amounts first."""
    if not commune.epci_code:
        return ()
    beside = Commune.objects.filter(epci_code=commune.epci_code).select_related("department").in_bulk()
    sums = lines.in_commune(*beside).order_by().values_list("commune").annotate(Sum("amount_cents"))
    voted = dict(sums)
    found = [
        Neighbour(each, voted.get(code, 0), cents_each(voted.get(code, 0), each.population))
        for code, each in beside.items()
    ]
    largest = sorted(found, key=lambda each: (-each.amount_cents, each.of.folded))[:limit]
    itself = [each for each in found if each.of == commune and each not in largest]
    return (*largest, *itself)


def operator_entries(rows: Iterable[dict]) -> list[Entry]:
    """The entries of the register of operators, from rows of their lines."""
    return entries(Operator, rows, "operator", "commune")


def commune_entries(rows: Iterable[dict]) -> list[Entry]:
    """The entries of the register of towns, from rows of their lines."""
    return entries(Commune, rows, "commune", "department")


def totals(rows: GrantLineQuerySet, *fields: str) -> Any:
    """Amount, number of printed rows, first and last year of the lines of each value of these fields."""
    return (
        rows.order_by()
        .values(*fields)
        .annotate(
            amount_cents=Sum("amount_cents"),
            lines=Count("row_key", distinct=True),
            first_year=Min("year"),
            last_year=Max("year"),
        )
    )


def _communes_named(words: str) -> models.QuerySet[Commune]:
    """Communes whose names, old ones included, or postcodes answer to every word; none where there is no word."""
    return Commune.objects.filter(pk__in=named(Commune, words))
