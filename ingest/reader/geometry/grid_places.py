"""A grid: columns and rows between edges, and the cells that fill it, whatever drew them. Points.

Takes which sides are drawn between the steps of a grid; gives its cells by row and column. It looks at no rule.
"""

from dataclasses import dataclass
from typing import NamedTuple

from ingest.reader.records import Box


class Place(NamedTuple):
    """A cell of a grid: its first row and column from 0, how many of each it covers. `open`: a side is not drawn."""

    row: int
    column: int
    rowspan: int
    colspan: int
    open: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A table on one page: column edges `xs`, row edges `ys`, and cells that fill the whole rectangle.

    `open_above`, `open_below`: the columns that no rule closes at the top and at the foot of the table. `nested`: how
    many grids are drawn inside its cells. `sided`: its columns have vertical rules. `header`: how many of its top rows
    are known to be a header by where they stand. `headings`: the top and foot of each height along which all the
    strokes between its columns are broken, for a heading from side to side.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    places: tuple[Place, ...]
    open_above: frozenset[int] = frozenset()
    open_below: frozenset[int] = frozenset()
    nested: int = 0
    sided: bool = True
    header: int = 0
    headings: tuple[tuple[float, float], ...] = ()

    @property
    def box(self) -> Box:
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    @property
    def width(self) -> int:
        return len(self.xs) - 1

    @property
    def height(self) -> int:
        return len(self.ys) - 1


def places_of(verticals: list[list[bool]], horizontals: list[list[bool]]) -> tuple[Place, ...]:
    """The cells: each starts at the first free place and grows right, then down, until an edge stops it."""
    rows, columns = len(horizontals) - 1, len(verticals) - 1
    free = [[True] * columns for _ in range(rows)]
    places: list[Place] = []
    for row, drawn in enumerate(zip(*verticals, strict=True)):
        if all(drawn) and all(horizontals[row]) and all(horizontals[row + 1]):
            places += [Place(row, column, 1, 1, False) for column in range(columns)]
            continue
        for column in range(columns):
            if not free[row][column]:
                continue
            right = column + 1
            while right < columns and free[row][right] and not verticals[right][row]:
                right += 1
            below = row + 1
            while below < rows and _continues(verticals, horizontals[below], below, column, right):
                below += 1
            for covered in range(row, below):
                free[covered][column:right] = [False] * (right - column)
            is_open = (
                not all(horizontals[row][column:right])
                or not all(horizontals[below][column:right])
                or not all(verticals[column][row:below])
                or not all(verticals[right][row:below])
            )
            places.append(Place(row, column, below - row, right - column, is_open))
    return tuple(places)


def _continues(verticals: list[list[bool]], above: list[bool], row: int, column: int, right: int) -> bool:
    """Whether nothing is drawn above these columns of a row, nor between them: what stands over them goes on."""
    return not any(above[column:right]) and not any(verticals[inner][row] for inner in range(column + 1, right))
