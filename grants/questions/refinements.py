"""The facets beside the list: every value a link that adds it to the question, takes it away, or leaves it out.

Enters a valid `GrantLineFilter`; leaves facets. The figures of a facet are those of the question less the facet itself:
what another of its values would add.
"""

from dataclasses import dataclass

from django.http import QueryDict

from grants.figures.remembered import remembered
from grants.history import Version
from grants.querysets import GrantLineQuerySet
from grants.questions.criteria import address_of, without
from grants.questions.dimensions import DIMENSIONS, EXCEPT, Dimension
from grants.questions.facets import GROUP_OF, Figure, Name, figures, grouped, names
from grants.questions.filters import GrantLineFilter

SHOWN = 8  # values of a facet that are seen at once; the next ones are in a fold
MOST = 40  # values of a facet that are links at all: the registers and the search box give the others


@dataclass(frozen=True, slots=True)
class Value:
    """One value: its figures, None where no line has it, and its links. `state`: asked, left out, or neither."""

    label: str
    context: str
    figure: Figure
    state: str
    address: str
    except_address: str


@dataclass(frozen=True, slots=True)
class Facet:
    """`values` are seen at once, `more` in a fold; `others` is how many have no link."""

    dimension: Dimension
    values: tuple[Value, ...]
    more: tuple[Value, ...]
    others: int

    @property
    def asked(self) -> int:
        return sum(bool(value.state) for value in (*self.values, *self.more))


def refinements(question: GrantLineFilter, version: Version | None = None) -> tuple[Facet, ...]:
    """The facets of a valid question; those that would not part its lines are left out. With a `version` of the data,
    their figures are added up once for it."""
    asked = {name for name in question.data if question.data.getlist(name)}
    read: dict[tuple[tuple[str, ...], frozenset[str]], dict[str, list[Figure]]] = {}
    found = []
    for name in DIMENSIONS:
        own = frozenset({name, name + EXCEPT} & asked)
        group = GROUP_OF[name]
        if (group, own) not in read:
            lines = question.lines_without(*own)
            read[group, own] = remembered(version, lines, group[0], lambda lines, group=group: _figures(lines, group))
        facet = _facet(question, DIMENSIONS[name], read[group, own][name])
        if facet.asked or len(facet.values) > 1:
            found.append(facet)
    return tuple(found)


def _figures(lines: GrantLineQuerySet, group: tuple[str, ...]) -> dict[str, list[Figure]]:
    rows = grouped(lines, group)
    return {name: figures(name, rows) for name in group}


def _facet(question: GrantLineFilter, dimension: Dimension, found: list[Figure]) -> Facet:
    """The values asked for come first, whatever they add up to, and even where no line has them."""
    data, name = question.data, dimension.name
    states = dict.fromkeys(data.getlist(name), "asked") | dict.fromkeys(data.getlist(name + EXCEPT), "left out")
    there = {figure.key for figure in found}
    asked = [*(question.form.cleaned_data[name] or ()), *(question.form.cleaned_data[name + EXCEPT] or ())]
    keys = dict.fromkeys(getattr(value, "pk", value) for value in asked)
    found = [*found, *(Figure(key, 0, 0) for key in keys if key not in there)]
    first = [figure for figure in found if figure.value in states]
    shown = [*first, *(figure for figure in found if figure.value not in states)][: max(MOST, len(first))]
    told = names(name, [figure.key for figure in shown])
    values = [
        _value(data, name, figure, told[figure.key], states.get(figure.value, ""))
        for figure in shown
        if figure.key in told
    ]
    at_once = max(SHOWN, len(first))
    if len(values) == at_once + 1:  # a fold for one value is no gain
        at_once += 1
    return Facet(dimension, tuple(values[:at_once]), tuple(values[at_once:]), len(found) - len(shown))


def _value(data: QueryDict, name: str, figure: Figure, told: Name, state: str) -> Value:
    neither = without(without(data, name, figure.value), name + EXCEPT, figure.value)
    address = address_of(neither) if state else address_of(_with(neither, name, figure.value))
    except_address = "" if state else address_of(_with(neither, name + EXCEPT, figure.value))
    return Value(told.label, told.context, figure, state, address, except_address)


def _with(data: QueryDict, name: str, value: str) -> QueryDict:
    changed = data.copy()
    changed.appendlist(name, value)
    return changed
