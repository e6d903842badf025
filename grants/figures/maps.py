"""Maps drawn on the server: what communes or territories add up to, as SVG shapes in steps of colour.

Enters the amounts of a table, leaves small frozen dataclasses: a map shows nothing that its table does not. A commune
is that of the operators' seats. A territory is drawn where what it covers is known; a name that joins several is in the
table alone, and territories that share one outline without a known limit are one shape.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from grants.covering import parts_by_name, split_name
from grants.figures.stats import Amount
from grants.models import Contour

STEPS = 5  # of colour: more cannot be told apart on one page


@dataclass(frozen=True, slots=True)
class Shape:
    """An outline, what it adds up to, and its step of colour: 1 to `STEPS`, 0 where nothing above zero is voted."""

    things: tuple[Any, ...]
    path: str
    amount_cents: int
    step: int


@dataclass(frozen=True, slots=True)
class Step:
    """A step of colour and the amounts that it holds, from the least to the most."""

    number: int
    low_cents: int
    high_cents: int


@dataclass(frozen=True, slots=True)
class Map:
    """Shapes, by step, over the outlines of the arrondissements. The picture is `width` by `height`; paths are moved by
    `-left`, `-top`, then made `squeeze` times as wide, for a degree of longitude is shorter than one of latitude."""

    shapes: tuple[Shape, ...]
    background: tuple[str, ...]
    steps: tuple[Step, ...]
    left: int
    top: int
    width: float
    height: int
    squeeze: float


def commune_map(amounts: Iterable[Amount], departments: Sequence[str]) -> Map | None:
    """The communes of these amounts; None where no outline is known. `departments`: codes of those to draw."""
    known = {amount.key: amount for amount in amounts if amount.of is not None and amount.key[:2] in departments}
    contours = Contour.objects.filter(unit=Contour.Unit.COMMUNE, code__in=known)
    drawn = [((known[each.code].of,), each.path, known[each.code].amount_cents) for each in contours]
    return _map(drawn, departments)


def territory_map(amounts: Iterable[Amount], departments: Sequence[str]) -> Map | None:
    """The territories of these amounts whose extent is known; None where no outline is."""
    parts = {code: parts_by_name(code) for code in departments}
    together: dict[tuple[tuple[str, str], ...], list[Amount]] = defaultdict(list)
    for amount in amounts:
        known = parts.get(amount.of.department_id, {}) if amount.of is not None else {}
        names = split_name(amount.of.folded, known) if known else ()
        if len(names) == 1:
            together[tuple(sorted({(part.unit, part.code) for part in known[names[0]]}))].append(amount)
    codes = {code for units in together for _, code in units}
    outlines = {(each.unit, each.code): each.path for each in Contour.objects.filter(code__in=codes)}
    drawn = [
        (
            tuple(amount.of for amount in group),
            "".join(outlines.get(unit, "") for unit in units),
            sum(amount.amount_cents for amount in group),
        )
        for units, group in together.items()
    ]
    return _map([shape for shape in drawn if shape[1]], departments)


def drawable_departments() -> tuple[str, ...]:
    """The codes of the départements whose arrondissements have an outline."""
    codes = Contour.objects.filter(unit=Contour.Unit.ARRONDISSEMENT).values_list("code", flat=True)
    return tuple(sorted({code[:-1] for code in codes}))


def _map(drawn: Sequence[tuple[tuple[Any, ...], str, int]], departments: Sequence[str]) -> Map | None:
    of_departments = Q()
    for code in departments:
        of_departments |= Q(code__startswith=code)
    outlines = Contour.objects.filter(of_departments, unit=Contour.Unit.ARRONDISSEMENT) if departments else ()
    background = [outline for outline in outlines if outline.code[:-1] in departments]
    if not background:
        return None
    left, top = min(outline.x0 for outline in background), min(outline.y0 for outline in background)
    right, bottom = max(outline.x1 for outline in background), max(outline.y1 for outline in background)
    squeeze = math.cos(math.radians((top + bottom) / 2 / Contour.UNITS))
    steps = _steps([cents for _, _, cents in drawn if cents > 0])
    shapes = [Shape(things, path, cents, _step_of(cents, steps)) for things, path, cents in drawn]
    return Map(
        tuple(sorted(shapes, key=lambda shape: shape.step)),
        tuple(outline.path for outline in background),
        steps,
        left,
        top,
        round((right - left) * squeeze, 1),
        bottom - top,
        round(squeeze, 4),
    )


def _steps(values: list[int]) -> tuple[Step, ...]:
    """As many amounts in each step as in another, equal amounts in one."""
    ordered = sorted(values)
    size = math.ceil(len(ordered) / STEPS) or 1
    groups: list[list[int]] = []
    for value in ordered:
        if groups and (len(groups[-1]) < size or groups[-1][-1] == value):
            groups[-1].append(value)
        else:
            groups.append([value])
    first = STEPS + 1 - len(groups)  # few shapes: the darkest steps
    return tuple(Step(first + number, group[0], group[-1]) for number, group in enumerate(groups))


def _step_of(cents: int, steps: Iterable[Step]) -> int:
    return next((step.number for step in steps if step.low_cents <= cents <= step.high_cents), 0)
