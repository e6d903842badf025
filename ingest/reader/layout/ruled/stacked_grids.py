"""Tables drawn right under one another, as one set of rules → the rules of each.

Takes the rules of a grid and where they are drawn. Where no inner side of the rows above a level goes on under it, and
other sides begin there, another table begins. Geometry only. Points.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from ingest.reader.layout.ruled.rule_spans import REACH, SHORTEST_BORDER, Span

# Rows that each of two tables must have: a header set over columns of its own is no table.
FEWEST_ROWS: Final = 2

# The rules of a table: across, down, and those that an open side implies.
Spans = tuple[list[Span], list[Span], list[Span]]


def stacked(
    spans: Spans, ys: Sequence[float], verticals: Sequence[Sequence[bool]], horizontals: Sequence[Sequence[bool]]
) -> Iterator[Spans]:
    """The rules of each table, from top to bottom; all of them where there is one table.

    `verticals`: for each side, whether it is drawn along each row; `horizontals`: for each level `ys`, along each
    column.
    """
    cuts = _cuts(verticals, horizontals)
    if not cuts:
        yield spans
        return
    across, down, implied = spans
    for first, end in zip([0, *cuts], [*cuts, len(ys) - 1], strict=True):
        top, bottom = ys[first], ys[end]
        yield _within(across, top, bottom), _cut(down, top, bottom), _within(implied, top, bottom)


def _cuts(verticals: Sequence[Sequence[bool]], horizontals: Sequence[Sequence[bool]]) -> list[int]:
    """The rows at which another table begins."""
    height = len(horizontals) - 1
    inner = [frozenset(side for side, drawn in enumerate(verticals[1:-1], 1) if drawn[row]) for row in range(height)]
    cuts = [0]
    for row in range(1, height):
        if all(horizontals[row]) and _are_unlike(inner[cuts[-1] : row], inner[row:]):
            cuts.append(row)
    return cuts[1:]


def _are_unlike(above: Sequence[frozenset[int]], below: Sequence[frozenset[int]]) -> bool:
    """Whether no side of the rows above is one of those below, rows on both sides of the level having some."""
    if min(sum(map(bool, above)), sum(map(bool, below))) < FEWEST_ROWS or not above[-1] or not below[0]:
        return False
    return not frozenset().union(*above) & frozenset().union(*below)


def _within(across: Sequence[Span], top: float, bottom: float) -> list[Span]:
    return [span for span in across if top - REACH <= span.at <= bottom + REACH]


def _cut(down: Sequence[Span], top: float, bottom: float) -> list[Span]:
    """What vertical rules draw between two levels."""
    cut = (Span(span.at, max(span.start, top), min(span.end, bottom)) for span in down)
    return [span for span in cut if span.end - span.start >= SHORTEST_BORDER]
