"""The question in French, each criterion a chip, and the addresses of the questions beside it.

Enters a valid `GrantLineFilter`; leaves phrases, chips and links. An address keeps the order of the parameters and
forgets the page, which belongs to one answer only.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from grants.figures.stats import count_lines
from grants.querysets import LARGEST_FIRST
from grants.questions import facets
from grants.questions.dimensions import BAND, BUDGET, DIMENSIONS, EXCEPT, NOTHING
from grants.questions.filters import GrantLineFilter
from grants.templatetags.french import euros_told, long_date, quoted

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
    """The address of a question: one for all the ways of asking it. Parameters and values are in the order of the
    alphabet, each once, empty ones left out."""
    kept = QueryDict(mutable=True)
    for key, values in sorted(data.lists()):
        kept.setlist(key, sorted({value for value in values if value}))
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


def narrowed(data: QueryDict, parameter: str, value: Any) -> str:
    """The address of the lines of one thing, `operateur=12`, that answer what is asked of its page besides: the page
    tells the whole of it. Empty where nothing is asked."""
    asked = QueryDict(mutable=True)
    for name, values in data.lists():
        if name in GrantLineFilter.base_filters and name not in ("page", parameter) and any(values):
            asked.setlist(name, values)
    return address_of(replaced(asked, parameter, str(value))) if asked else ""


# Dimensions in the order of the sentence: what is said before the values asked for, and before those left out.
_DIMENSIONS = (
    (("departement",), " par le département ", ", sauf par le département "),
    (("operateur",), " à l’opérateur ", ", sauf à l’opérateur "),
    (("nature",), ", à un opérateur de nature ", ", sauf à un opérateur de nature "),
    (("commune",), ", siège dans la commune ", ", sauf siège dans la commune "),
    (("epci",), ", siège dans l’intercommunalité ", ", sauf siège dans l’intercommunalité "),
    (("territoire",), ", pour le territoire ", ", sauf pour le territoire "),
    (("programme", "operation"), ", au titre de ", ", sauf au titre de "),
    (("convention",), ", par la convention ", ", sauf par la convention "),
    (("deliberation",), ", dans la délibération ", ", sauf dans la délibération "),
    (("annee",), ", pour l’année ", ", sauf pour l’année "),
    ((BAND,), ", par montants\u202f: ", ", sauf les montants\u202f: "),
    ((BUDGET,), ", au titre du budget\u202f: ", ", sauf au titre du budget\u202f: "),
)


def address_of_today(question: GrantLineFilter) -> str:
    """The address of a valid question that names operators or territories by ids of before; empty where all are of
    today."""
    changed = question.data
    for name in ("operateur", "territoire"):
        asked = set(filter(None, question.data.getlist(name)))
        today = [str(one.pk) if one else NOTHING for one in question.form.cleaned_data.get(name) or ()]
        if asked != set(today):
            changed = without(changed, name)
            changed.setlist(name, today)
    return "" if changed is question.data else address_of(changed)


def phrases(question: GrantLineFilter) -> tuple[Phrase, ...]:
    """The criteria of a valid question, in the order of the sentence."""
    cleaned, data = question.form.cleaned_data, question.data

    def single(before: str, name: str, label: Callable[[Any], str]) -> Phrase:
        value = cleaned.get(name)
        if value in (None, ""):
            return Phrase(before, ())
        return Phrase(before, (Chip(name, label(value), address_of(without(data, name))),))

    every = (
        *(_told(before, names, "", cleaned, data) for names, before, _ in _DIMENSIONS),
        single(", depuis l’année ", "annee_min", str),
        single(", jusqu’à l’année ", "annee_max", str),
        single(", en séance à partir du ", "seance_min", long_date),
        single(", en séance jusqu’au ", "seance_max", long_date),
        single(", d’au moins ", "montant_min", euros_told),
        single(", d’au plus ", "montant_max", euros_told),
        *(_told(before, names, EXCEPT, cleaned, data) for names, _, before in _DIMENSIONS),
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


def _told(before: str, names: tuple[str, ...], suffix: str, cleaned: dict[str, Any], data: QueryDict) -> Phrase:
    """The values of some dimensions, asked for or left out (`suffix`)."""
    chips = []
    for name in names:
        parameter = name + suffix
        asked = dict.fromkeys(cleaned.get(parameter) or ())
        labels = facets.names(name, asked) if name in _READ_ELSEWHERE and asked else {}
        for value in asked:
            told = NOTHING if value is None else str(getattr(value, "pk", value))
            label = DIMENSIONS[name].empty if value is None else labels[value].label if labels else str(value)
            chips.append(Chip(parameter, label, address_of(without(data, parameter, told))))
    return Phrase(before, tuple(chips))


# Dimensions whose values are codes: how they read is known elsewhere.
_READ_ELSEWHERE = ("nature", "epci", BAND, BUDGET)
