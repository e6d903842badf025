"""Rows of a grid that hold several grants, one under the other → rows of their own.

Takes a grid and the words of its cells; gives the grid with such rows cut where each amount begins. A row is cut where
one cell is a stack of amounts, and another one begins a text level with each of them; a cell that does not stays whole
beside them all. Nothing is cut where the lines might be one amount broken at the end of its column, nor where all the
cells of a column stack as many amounts: each row is then one grant of several funders. Points.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from ingest.reader.geometry.grid_places import Grid
from ingest.reader.geometry.word_lines import lines_of_words
from ingest.reader.layout.cells.cut_grids import with_cells_cut
from ingest.reader.layout.cells.overflows import Held
from ingest.reader.records import DOUBTFUL, Word
from ingest.reader.values.amounts import is_whole_amount, parse_amount
from ingest.reader.values.figures import WITH_CENTS
from ingest.reader.vocabulary.rows import opens_with_total

# Times the type size. Two cells print on one level when their lines differ by less.
LEVEL: Final = 0.4
# Amounts. More in one cell are a list of another kind.
MOST_STACKED: Final = 12
# Rows. Fewer may stack as many amounts by chance.
ALIKE_ROWS: Final = 3
# Cells of each row, that of the amounts included, that begin a text beside each amount where each is a grant: a name
# may break where a second amount stands, seldom two texts in every row.
STACKED_TEXTS: Final = 3
# Points. White above the first line of an item, where it is cut from the one above.
MARGIN: Final = 0.5

_FIGURE: Final = re.compile(r"\d+")
# What no amount is: an identifier (SIRET has 14 digits, SIREN 9), or the end of one, or of a figure, cut by its column.
_NO_AMOUNT: Final = re.compile(r"\d{9}|^0\d")
# « 34 200- » is an amount.
_OPENS_NUMBER: Final = re.compile(r"(?:19|20)?\d\d-")


class _Line(NamedTuple):
    """A printed line of a cell: top, text, ends, type size."""

    top: float
    text: str
    start: float
    end: float
    size: float


# The lines of a cell that is a stack of amounts.
_Stack = list[_Line] | None


def part_stacks(grid: Grid, held: Held) -> tuple[Grid, Held]:
    """The grid with its stacked rows parted, and the words of its cells. `held[r][c]`: the words of one place."""
    stacks = [[_stack(held, row, column, grid) for column in range(grid.width)] for row in range(grid.height)]
    if not any(map(any, stacks)):
        return grid, held
    shared = frozenset(column for column in range(grid.width) if _stacks_alike(grid, column, held, stacks))
    cuts = {row: found for row in range(grid.header, grid.height) if (found := _cuts(held[row], stacks[row], shared))}
    if not cuts:
        return grid, held
    doubted = [
        [
            _doubted(words, stacks[row]) if row in cuts and column in cuts[row][1] else words
            for column, words in enumerate(cells)
        ]
        for row, cells in enumerate(held)
    ]
    return with_cells_cut(grid, doubted, cuts)


def _doubted(words: list[Word], stacks: Sequence[_Stack]) -> list[Word]:
    """The words of a cell that prints more lines than amounts, set as close: nothing says which name broke."""
    lines = _lines(words)
    for stack in filter(None, stacks):
        if len(lines) > len(stack) and abs(lines[len(stack) - 1].top - stack[-1].top) <= LEVEL * stack[0].size:
            return [word._replace(certainty=min(word.certainty, DOUBTFUL)) for word in words]
    return words


def _stacks_alike(grid: Grid, column: int, held: Held, stacks: Sequence[Sequence[_Stack]]) -> bool:
    """Whether every cell of a column stacks as many amounts, « 900 € » over « 300 € », in several rows: each grant has
    so many. Where the other cells of each row stack as many texts, these are of several grants."""
    depths, texts = [], []
    for row in range(grid.header, grid.height):
        if stack := stacks[row][column]:
            depths.append(len(stack))
            texts.append(sum(_begin_beside(_lines(other), stack) for other in held[row]))
        elif parse_amount(" ".join(word.text for word in held[row][column])):
            return False
    return len(depths) >= ALIKE_ROWS and len(set(depths)) == 1 and min(texts) < STACKED_TEXTS


def _cuts(
    cells: Sequence[Sequence[Word]], stacks: Sequence[_Stack], shared: frozenset[int]
) -> tuple[list[float], frozenset[int]] | None:
    """(heights at which a row is cut, columns whose cells are cut there); None for a row of one grant."""
    stack = next((lines for column, lines in enumerate(stacks) if lines and column not in shared), None)
    if stack is None:
        return None
    if len(stack) == 2 and _is_total_beside(cells, stack[-1]):
        return [stack[-1].top - MARGIN], frozenset(range(len(cells)))
    lines = list(map(_lines, cells))
    parted = [column for column, one in enumerate(lines) if _begin_beside(one, stack)]
    if not any(_names(cells[column]) for column in parted):
        return None
    parted += _last_only(cells, parted, stack)
    middle = [column for column, one in enumerate(lines) if column not in parted and _stand_beside(one, stack)]
    cut = frozenset([*parted, *middle])
    texts = [_by_amount(lines[column], stack) for column in cut] if middle else [[[one] for one in stack]]
    tops = [min(one[0].top for one in beside if one) for beside in zip(*texts, strict=True)]
    return [top - MARGIN for top in tops[1:]], cut


def _last_only(cells: Sequence[Sequence[Word]], parted: Sequence[int], stack: Sequence[_Line]) -> list[int]:
    """The other columns where all of them begin level with the last amount: what stands over it, « Report » and its
    sum, has nothing in them. One that covers several grants begins at the first or stands in the middle."""
    others = {column: _lines(words) for column, words in enumerate(cells) if words and column not in parted}
    reach = LEVEL * stack[0].size
    low = all(lines and abs(lines[0].top - stack[-1].top) <= reach for lines in others.values())
    return list(others) if low else []


def _stack(held: Held, row: int, column: int, grid: Grid) -> _Stack:
    """The lines of a cell that is a stack of amounts."""
    words = held[row][column]
    if len(words) < 2:
        return None
    tops = [word.box.y0 for word in words]
    # Most cells print one line.
    if max(tops) - min(tops) < words[0].size * LEVEL:
        return None
    if len(_FIGURE.findall(" ".join([word.text for word in words]))) < 2:
        return None
    if any(word.angle for word in words):
        return None
    lines = _lines(words)
    if not all(_is_amount(line.text) for line in lines) or not 1 < len(lines) <= MOST_STACKED:
        return None
    width = grid.xs[column + 1] - grid.xs[column]
    joined = parse_amount(" ".join(line.text for line in lines))
    tight = any(one.end - one.start + other.end - other.start + one.size > width for one, other in pairwise(lines))
    broken = joined and (tight or _lacks_cents(lines, held, column)) and not _is_total_beside(held[row], lines[-1])
    return None if broken else lines


def _is_total_beside(cells: Sequence[Sequence[Word]], amount: _Line) -> bool:
    """« TOTAL », level with the last amount of a stack: it is no end of the one over it."""
    beside = (line for words in cells for line in _lines(words) if abs(line.top - amount.top) <= LEVEL * amount.size)
    return any(opens_with_total(line.text) for line in beside)


def _is_amount(text: str) -> bool:
    return is_whole_amount(text) and not opens_number(text) and _NO_AMOUNT.search(text) is None


def opens_number(text: str) -> bool:
    """Whether a line of a cell is the year that opens a number, cut at its hyphen: « 2031- / 0412 »."""
    return _OPENS_NUMBER.fullmatch(text) is not None


def _lacks_cents(lines: Sequence[_Line], held: Held, column: int) -> bool:
    """Whether only the last line prints cents, as all the other amounts of the column do: « 25 / 500,00 » is one."""
    if not WITH_CENTS.search(lines[-1].text) or any(WITH_CENTS.search(line.text) for line in lines[:-1]):
        return False
    printed = (" ".join([word.text for word in cells[column]]) for cells in held)
    return all(WITH_CENTS.search(text) for text in printed if parse_amount(text))


def _begin_beside(lines: Sequence[_Line], stack: Sequence[_Line]) -> bool:
    """Whether a text begins level with each amount: a line stands there, and none opens as the rest of another."""
    reach = LEVEL * stack[0].size
    found = [next((line for line in lines if abs(line.top - amount.top) <= reach), None) for amount in stack]
    return all(line is not None and _begins(line.text) for line in found) and lines[0] is found[0]


def _stand_beside(lines: Sequence[_Line], stack: Sequence[_Line]) -> bool:
    """Whether the lines nearest to each amount are a text of its own, its middle level with it, some of several
    lines."""
    texts = _by_amount(lines, stack)
    if len(lines) <= len(stack) or not all(text and _begins(text[0].text) for text in texts):
        return False
    reach = LEVEL * stack[0].size / 2
    middles = ((text[0].top + text[-1].top) / 2 for text in texts)
    return all(abs(middle - amount.top) <= reach for middle, amount in zip(middles, stack, strict=True))


def _by_amount(lines: Sequence[_Line], stack: Sequence[_Line]) -> list[list[_Line]]:
    """The lines nearest to each amount."""
    texts: list[list[_Line]] = [[] for _ in stack]
    for line in lines:
        distances = [abs(line.top - amount.top) for amount in stack]
        texts[distances.index(min(distances))].append(line)
    return texts


def _begins(text: str) -> bool:
    """Whether a line opens a text: in small letters an amount in words does, and nothing else."""
    return not text[0].islower() or parse_amount(text) is not None


def _names(words: Sequence[Word]) -> bool:
    text = " ".join(word.text for word in words)
    return sum(character.isalpha() for character in text) > len(text) / 2


def _lines(words: Sequence[Word]) -> list[_Line]:
    return [_line(line) for line in lines_of_words(words)]


def _line(words: list[Word]) -> _Line:
    text = " ".join(word.text for word in words)
    return _Line(words[0].box.y0, text, words[0].box.x0, max(word.box.x1 for word in words), words[0].size)
