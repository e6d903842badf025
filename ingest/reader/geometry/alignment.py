"""Texts and columns: whether words stand in columns or run across them as a sentence does; whether one thing is
over another, and which columns a text stands over; which places are one.

Takes words of one row and the sides of columns, or places along one side of a page, in points.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Final, Protocol

from ingest.reader.records import Word

# Times the type size. White between the texts of two columns: more than any space between words, justified or not.
COLUMN_WHITE: Final = 1.5
# Times the type size. A text that runs over a side by less keeps to its column.
OVER: Final = 0.25


class Wide(Protocol):
    """What goes from one place across the page, in points, to another: a box, a text, a column."""

    @property
    def x0(self) -> float: ...
    @property
    def x1(self) -> float: ...


def share_width(one: Wide, other: Wide) -> bool:
    """Whether some of the one stands right over or under some of the other, were they on lines of their own."""
    return one.x0 < other.x1 and other.x0 < one.x1


def stand_in_columns(words: Sequence[Word], edges: Sequence[float], white: float = COLUMN_WHITE) -> bool:
    """Whether the words fill two columns or more, none of them across an edge, with white around each edge.

    `white`: how much, in times the type size.
    """
    placed = sorted((word.box.x0, word.box.x1, word.size) for word in words if word.angle == 0)
    if len(placed) < len(words) or not placed:
        return False
    filled = set()
    for start, end, size in placed:
        column = bisect_right(edges, (start + end) / 2)
        if any(start + size / 4 < edge < end - size / 4 for edge in edges):
            return False
        filled.add(column)
    return len(filled) > 1 and all(
        _is_white(placed, edge, white) for edge in edges if placed[0][0] < edge < max(end for _, end, _ in placed)
    )


def _is_white(placed: Sequence[tuple[float, float, float]], edge: float, white: float) -> bool:
    """Whether the nearest words on both sides of the edge are far apart."""
    before = max((end for start, end, _ in placed if start + end <= 2 * edge), default=float("-inf"))
    after = [(start, size) for start, end, size in placed if start + end > 2 * edge]
    start, size = min(after, default=(float("inf"), 0.0))
    return start - before > white * size


def columns_over(x0: float, x1: float, size: float, sides: Sequence[float]) -> range:
    """The columns between these sides, from 0, that a text of this type size stands over."""
    slack = OVER * size
    return range(max(0, bisect_right(sides, x0 + slack) - 1), min(len(sides) - 1, bisect_left(sides, x1 - slack)))


def level_groups(places: Iterable[float], within: float) -> list[list[float]]:
    """The places in order, in groups none of which is broader than this."""
    groups: list[list[float]] = []
    for place in sorted(places):
        if groups and place - groups[-1][0] <= within:
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups
