"""Cells that no level closes → the rows at whose top one of their texts begins, white over it: a cell begins there.

Where shades part the rows, two white cells that follow one another, one of them merged over several rows, have no side
between them. Takes the words between levels, the sides of columns and what of each level is drawn. Points.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ingest.reader.records import Word

# Points. Texts that begin so near the same height are level.
LEVEL: Final = 1.0
# Points. White over a text that begins a cell, over that between two lines of one.
MORE_WHITE: Final = 1.0
# Times the type size. White between two lines of a cell, where none prints two.
LEADING: Final = 0.5


def begun_cells(
    rows: Sequence[Sequence[Word]], sides: Sequence[float], drawn: Sequence[Sequence[bool]]
) -> set[tuple[int, int]]:
    """The cells, by row and column from 0, that begin though no level is drawn over them.

    `drawn`: for the top of each row, then the foot of the last, whether a level is drawn over each column.
    """
    cells = [_by_column(words, sides) for words in rows]
    found = set()
    for column in range(len(sides) - 1):
        open_rows = [row for row in range(1, len(rows)) if not drawn[row][column] and cells[row].get(column)]
        leading = _leading([own[column] for own in cells if column in own]) if open_rows else 0.0
        for row in open_rows:
            over = [word for own in cells[:row] for word in own.get(column, ())]
            others = [_top(words) for other, words in cells[row].items() if drawn[row][other]]
            top = _top(cells[row][column])
            level = bool(others) and all(abs(top - other) <= LEVEL for other in others)
            if level and over and top - max(word.box[3] for word in over) > leading + MORE_WHITE:
                found.add((row, column))
    return found


def _by_column(words: Sequence[Word], sides: Sequence[float]) -> dict[int, list[Word]]:
    cells: dict[int, list[Word]] = {}
    for word in words:
        cells.setdefault(bisect_right(sides, (word.box[0] + word.box[2]) / 2) - 1, []).append(word)
    return cells


def _top(words: Sequence[Word]) -> float:
    return min(word.box[1] for word in words)


def _leading(cells: Sequence[Sequence[Word]]) -> float:
    """The least white between two lines of one cell of a column."""
    whites = []
    for words in cells:
        lines = sorted({(round(word.box[1], 1), round(word.box[3], 1)) for word in words})
        whites += [below - foot for (_, foot), (below, _) in pairwise(lines) if below > foot]
    return min(whites, default=LEADING * cells[0][0].size)
