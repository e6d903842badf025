"""Stacks of levels → grids: tables with horizontal rules only, or with shaded bands and no rule at all.

Levels bound the rows; the ends of the pieces of rule, or else the white corridors between words, bound the columns.
Takes `Page`s with the boxes of their ruled tables; gives the further `Grid`s of each page. A table without any level is
not found here. Points.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from ingest.reader.alignment import stand_in_columns
from ingest.reader.corridors import find_corridors, texts_of
from ingest.reader.grids import DRAWN_SHARE, Grid, places_of
from ingest.reader.levels import Stack, common_ends, find_stacks
from ingest.reader.records import Box, Page, Word
from ingest.reader.rule_groups import DOUBLE_RULE

# Share of the levels whose pieces must end at one place for it to be the side of a column.
ENDS_SHARE: Final = 0.3
# Share of the rows with words that must stand in the columns for the stack to be a table.
STANDING_SHARE: Final = 0.5
FEWEST_ROWS: Final = 2
# Times the type size. White over a cell alone on the last row; page numbers stand farther under the last rule.
LONE_CELL_REACH: Final = 1.5
# Times the type size. Words this near are parted by a plain space.
ONE_SPACE: Final = 0.4
# Share of the width of a table that shaded cells must cover to make a band of them.
BAND_SHARE: Final = 0.7
# Times the type size. Text this near to the first or last level, without a level beyond, is a row left open.
OPEN_ROW_REACH: Final = 1.0
# Times the type size. White under the lines of one open row.
OPEN_ROW_LEADING: Final = 0.6
# Points. White kept between the words of an open row and its side.
OPEN_ROW_MARGIN: Final = 1.5


@dataclass(slots=True)
class _StackRun:
    """Stacks of consecutive pages that share their columns: `sides` from the left of the table to its right.

    `drawn`: the sides are where pieces of rule end, not only where white is.
    """

    stacks: list[Stack]
    x0: float
    x1: float
    inner: list[float] = field(default_factory=list)
    drawn: bool = False

    @property
    def sides(self) -> list[float]:
        return [self.x0, *self.inner, self.x1]


def find_light_grids(pages: Sequence[Page], ruled: Sequence[Sequence[Box]]) -> list[list[Grid]]:
    """The grids of each page that have levels but no vertical rule."""
    grids: list[list[Grid]] = [[] for _ in pages]
    index_of = {page.number: index for index, page in enumerate(pages)}
    stacks = [stack for page, boxes in zip(pages, ruled, strict=True) for stack in find_stacks(page, boxes)]
    for run in _runs(stacks):
        if not run.inner:
            continue
        for stack in run.stacks:
            grid = _grid(stack, run.sides)
            if grid is not None:
                grids[index_of[stack.page.number]].append(grid)
    return grids


# ---- columns -----------------------------------------------------------------------------------------------------


def _runs(stacks: Sequence[Stack]) -> list[_StackRun]:
    runs: list[_StackRun] = []
    for stack in stacks:
        for run in runs[-2:]:
            joined = _joined(run, stack)
            if joined is not None:
                runs[runs.index(run)] = joined
                break
        else:
            runs.append(_with_columns([stack]))
    return runs


def _joined(run: _StackRun, stack: Stack) -> _StackRun | None:
    """The run with one more stack, when no column is lost by looking at both together."""
    if stack.page.number - run.stacks[-1].page.number not in (0, 1) or abs(stack.x1 - run.x1) > DOUBLE_RULE:
        return None
    alone, both = _with_columns([stack]), _with_columns([*run.stacks, stack])
    if abs(stack.x0 - run.x0) > DOUBLE_RULE and not _is_among(max(stack.x0, run.x0), both.inner):
        return None
    few, many = sorted((run.inner, alone.inner), key=len)
    if not few or run.drawn != alone.drawn:
        return None
    kept = all(_is_among(side, many) for side in few) if run.drawn else len(both.inner) >= len(few)
    return both if kept else None


def _with_columns(stacks: list[Stack]) -> _StackRun:
    x0, x1 = min(stack.x0 for stack in stacks), max(stack.x1 for stack in stacks)
    ends = [end for end in common_ends(stacks, ENDS_SHARE) if x0 + DOUBLE_RULE < end < x1 - DOUBLE_RULE]
    if not ends:
        rows = [row for stack in stacks for row in _rows(stack, [level.y for level in stack.levels]) if row]
        ends = [corridor.middle for corridor in find_corridors(rows, x0, x1)]
        return _StackRun(stacks, x0, x1, ends)
    return _StackRun(stacks, x0, x1, ends, drawn=True)


def _is_among(x: float, sides: Sequence[float]) -> bool:
    return any(abs(x - side) <= DOUBLE_RULE for side in sides)


# ---- rows --------------------------------------------------------------------------------------------------------


def _rows(stack: Stack, ys: Sequence[float]) -> list[list[Word]]:
    return [stack.between(top, bottom) for top, bottom in pairwise(ys)]


def _grid(stack: Stack, sides: Sequence[float]) -> Grid | None:
    ys = [level.y for level in stack.levels]
    top, bottom = _open_row_above(stack, sides), _open_row_below(stack, sides)
    heights = [*([top] if top is not None else []), *ys, *([bottom] if bottom is not None else [])]
    rows = _rows(stack, heights)
    while rows and not _may_begin_or_end(rows[0], sides, stack):
        rows, heights = rows[1:], heights[1:]
    while rows and not (_may_begin_or_end(rows[-1], sides, stack) or _is_lone_cell(rows[-1], sides, *heights[-2:])):
        rows, heights = rows[:-1], heights[:-1]
    filled = [row for row in rows if row]
    standing = sum(_fills_columns(row, sides) for row in filled)
    if standing < FEWEST_ROWS or standing < STANDING_SHARE * len(filled):
        return None
    horizontals = [_drawn(stack, y, sides) for y in heights]
    ruled_above, ruled_below = horizontals[0], horizontals[-1]
    # The outer sides are there, drawn or not.
    horizontals[0] = horizontals[-1] = [True] * (len(sides) - 1)
    spanned = [_spanned_sides(row, sides, *around) for row, around in zip(rows, pairwise(horizontals), strict=True)]
    verticals = [[index not in inner for inner in spanned] for index in range(len(sides))]
    return Grid(
        tuple(sides),
        tuple(heights),
        places_of(verticals, horizontals),
        frozenset(column for column, drawn in enumerate(ruled_above) if not drawn),
        frozenset(column for column, drawn in enumerate(ruled_below) if not drawn),
    )


def _drawn(stack: Stack, y: float, sides: Sequence[float]) -> list[bool]:
    """For each column, whether a level is drawn at this height."""
    level = next((level for level in stack.levels if level.y == y), None)
    if level is None:
        return [False] * (len(sides) - 1)
    return [level.covers(start, end) >= DRAWN_SHARE * (end - start) for start, end in pairwise(sides)]


def _is_crossed(words: Sequence[Word], side: float) -> bool:
    """Whether a word runs across the side of a column."""
    return any(word.box[0] + word.size / 4 < side < word.box[2] - word.size / 4 for word in words)


def _spanned_sides(
    words: Sequence[Word], sides: Sequence[float], above: Sequence[bool], below: Sequence[bool]
) -> set[int]:
    """The sides, by number, that a text of the row runs across: a cell covers the columns on both sides.

    Where the row has few texts a space may fall on the side; where it has many, two full cells may be that near. A
    single text that runs across a side is a title or a group: it has all the columns ruled above or under it.
    """
    texts = texts_of(words, ONE_SPACE)
    few = 2 * len(texts) <= len(sides) - 1
    spanned = {
        index
        for index, side in enumerate(sides)
        if 0 < index < len(sides) - 1
        and (_is_crossed(words, side) or (few and any(start < side < end for start, end in texts)))
    }
    if spanned and len(texts) == 1:
        ruled = [column for column, edges in enumerate(zip(above, below, strict=True)) if any(edges)]
        spanned |= set(range(ruled[0] + 1, ruled[-1] + 1)) if ruled else set()
    return spanned


def _fills_columns(words: Sequence[Word], sides: Sequence[float]) -> bool:
    """Whether the words stand in at least two columns, none across a side."""
    columns = {bisect_right(sides, (word.box[0] + word.box[2]) / 2) for word in words}
    return len(columns) > 1 and not any(_is_crossed(words, side) for side in sides[1:-1])


def _is_row(words: Sequence[Word], sides: Sequence[float]) -> bool:
    """Whether words without a level on one side make a row: they fill half of the columns, or stand well apart."""
    columns = {bisect_right(sides, (word.box[0] + word.box[2]) / 2) for word in words}
    half = 2 * len(columns) >= len(sides) - 1
    return _fills_columns(words, sides) and (half or stand_in_columns(words, sides))


def _may_begin_or_end(words: Sequence[Word], sides: Sequence[float], stack: Stack) -> bool:
    """Whether the first or last row of a stack belongs to the table: it stands in the columns, or is a shaded band."""
    if not words:
        return False
    if _fills_columns(words, sides):
        return True
    middle = sum(word.box[1] + word.box[3] for word in words) / (2 * len(words))
    shaded = sum(fill.x1 - fill.x0 for fill in set(stack.page.fills) if fill.y0 <= middle <= fill.y1)
    return shaded >= BAND_SHARE * (sides[-1] - sides[0])


def _is_lone_cell(words: Sequence[Word], sides: Sequence[float], top: float, bottom: float) -> bool:
    """Whether the last row is a single cell, such as a sum under its column, and not a page number over a rule."""
    if not words or any(_is_crossed(words, side) for side in sides[1:-1]):
        return False
    under = min(word.box[1] for word in words) - top
    return under <= LONE_CELL_REACH * words[0].size and bottom - top <= 2 * LONE_CELL_REACH * words[0].size


def _open_row_above(stack: Stack, sides: Sequence[float]) -> float | None:
    """The top of a row that stands over the first level without a level above it, if there is one."""
    first = stack.levels[0].y
    words = [word for word in stack.between(0, first) if word.angle == 0]
    row: list[Word] = []
    edge = first
    for word in sorted(words, key=lambda word: -word.box[3]):
        reach = (OPEN_ROW_LEADING if row else OPEN_ROW_REACH) * word.size
        if edge - word.box[3] > reach:
            break
        row.append(word)
        edge = min(edge, word.box[1])
    return edge - OPEN_ROW_MARGIN if _is_row(row, sides) else None


def _open_row_below(stack: Stack, sides: Sequence[float]) -> float | None:
    """The foot of a row that stands under the last level without a level below it, if there is one."""
    last = stack.levels[-1].y
    words = [word for word in stack.between(last, stack.page.height) if word.angle == 0]
    row: list[Word] = []
    edge = last
    for word in sorted(words, key=lambda word: word.box[1]):
        reach = (OPEN_ROW_LEADING if row else OPEN_ROW_REACH) * word.size
        if word.box[1] - edge > reach:
            break
        row.append(word)
        edge = max(edge, word.box[3])
    return edge + OPEN_ROW_MARGIN if _is_row(row, sides) else None
