"""The question in French, each criterion a chip, and the addresses of the questions beside it.

Enters a valid `GrantLineFilter`; leaves phrases, chips and links. An address keeps the order of the parameters and
forgets the page, which belongs to one answer only.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from grants.fields import UNDATED
from grants.filters import GrantLineFilter
from grants.querysets import LARGEST_FIRST
from grants.stats import count_lines
from grants.templatetags.french import euros_told, quoted

# Not part of what is asked, only of how the answer is shown.
DISPLAY = ("tri", "page")


@dataclass(frozen=True, slots=True)
class Chip:
    """One value of one criterion. `address` asks the same question without it."""

    name: str
    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """`, pour le territoire ` and its chips, which « ou » joins."""

    before: str
    chips: tuple[Chip, ...]

    def __str__(self) -> str:
        return self.before + " ou ".join(chip.label for chip in self.chips)


@dataclass(frozen=True, slots=True)
class SortLink:
    """The head of a column. `direction` is the value of aria-sort, empty where the list is not sorted by it."""

    label: str
    address: str
    direction: str
    numeric: bool


def address_of(data: QueryDict) -> str:
    """The address of a question: its parameters in their order, empty ones left out."""
    kept = QueryDict(mutable=True)
    for key, values in data.lists():
        kept.setlist(key, [value for value in values if value])
    query = kept.urlencode()
    return f"{reverse('line_list')}?{query}" if query else reverse("line_list")


def without(data: QueryDict, name: str, value: str | None = None) -> QueryDict:
    """The question less one criterion, or one value of it; on its first page."""
    changed = data.copy()
    changed.pop("page", None)
    left = [] if value is None else [other for other in data.getlist(name) if other != value]
    changed.setlist(name, left)
    if not left:
        changed.pop(name)
    return changed


def replaced(data: QueryDict, name: str, value: str) -> QueryDict:
    """The question with one value for a parameter, instead of any; on its first page."""
    changed = without(data, name)
    changed[name] = value
    return changed


def phrases(question: GrantLineFilter) -> tuple[Phrase, ...]:
    """The criteria of a valid question, in the order of the sentence."""
    cleaned, data = question.form.cleaned_data, question.data

    def named(before: str, *names: str) -> Phrase:
        return Phrase(
            before,
            tuple(
                Chip(name, str(thing), address_of(without(data, name, str(thing.pk))))
                for name in names
                for thing in cleaned.get(name) or ()
            ),
        )

    def single(before: str, name: str, label: Callable[[Any], str]) -> Phrase:
        value = cleaned.get(name)
        if value in (None, ""):
            return Phrase(before, ())
        return Phrase(before, (Chip(name, label(value), address_of(without(data, name))),))

    every = (
        named(" par le département ", "departement"),
        named(" à l’opérateur ", "operateur"),
        named(", siège dans la commune ", "commune"),
        named(", pour le territoire ", "territoire"),
        named(", au titre de ", "programme", "operation"),
        named(", dans la délibération ", "deliberation"),
        Phrase(", pour l’année ", tuple(_year_chips(cleaned.get("annee") or (), data))),
        single(", d’au moins ", "montant_min", euros_told),
        single(", d’au plus ", "montant_max", euros_told),
        single(", où se lit ", "q", quoted),
    )
    return tuple(phrase for phrase in every if phrase.chips)


def sentence(asked: Iterable[Phrase]) -> str:
    """The question as plain text, for a title: `Subventions votées par le département Nord, pour l’année 2023`."""
    return "Subventions votées" + "".join(str(phrase) for phrase in asked)


def sort_links(question: GrantLineFilter) -> tuple[SortLink, ...]:
    """The heads of the columns: a click sorts by one, a second click turns it round."""
    current = question.sort

    def link(label: str, key: str, *, down_first: bool = False, numeric: bool = False) -> SortLink:
        first, second = (f"-{key}", key) if down_first else (key, f"-{key}")
        direction = {key: "ascending", f"-{key}": "descending"}.get(current, "")
        wanted = second if current == first else first
        return SortLink(label, address_of(_sorted(question.data, wanted)), direction, numeric)

    return (
        link("Opérateur", "operateur"),
        link("Programme et opération", "programme"),
        link("Année", "annee", down_first=True, numeric=True),
        link("Places", "places", down_first=True, numeric=True),
        link("Montant voté", "montant", down_first=True, numeric=True),
        SortLink(
            "Preuve", address_of(_sorted(question.data, "acte")), "descending" if current == "acte" else "", False
        ),
    )


def loosened(question: GrantLineFilter) -> tuple[tuple[Phrase, str, int], ...]:
    """For a question that nothing answers: the criteria without which something does, their addresses, how many lines.

    One count a criterion, so only asked when the answer is empty. Those that give most come first.
    """
    found = []
    for phrase in phrases(question):
        data = question.data
        for name in dict.fromkeys(chip.name for chip in phrase.chips):
            data = without(data, name)
        wider = GrantLineFilter(data, queryset=question.queryset, request=question.request)
        if wider.is_valid() and (lines := count_lines(wider.qs)):
            found.append((phrase, address_of(data), lines))
    return tuple(sorted(found, key=lambda criterion: -criterion[2]))


def _sorted(data: QueryDict, sort: str) -> QueryDict:
    return without(data, "tri") if sort == LARGEST_FIRST else replaced(data, "tri", sort)


def _year_chips(years: Iterable[int | None], data: QueryDict) -> Iterable[Chip]:
    for year in dict.fromkeys(years):
        value = UNDATED if year is None else str(year)
        label = "sans année imprimée" if year is None else str(year)
        yield Chip("annee", label, address_of(without(data, "annee", value)))
