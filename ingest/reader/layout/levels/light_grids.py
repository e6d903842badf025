"""Stacks of levels → grids: tables with horizontal rules only, or with shaded bands and no rule at all.

Takes `Page`s with their ruled `Grid`s; gives all the `Grid`s of each page. Levels bound the rows, the columns are those
of the run of stacks. A table without any level is not found here. Points.
"""

from collections.abc import Container, Sequence
from itertools import pairwise
from typing import Final

from ingest.reader.borderless.corridors import ONE_TEXT, texts_of
from ingest.reader.geometry.grid_places import Grid, places_of
from ingest.reader.layout.levels.band_rows import is_shaded, part_band_rows
from ingest.reader.layout.levels.headed_rows import part_headed_rows
from ingest.reader.layout.levels.level_rows import part_rows
from ingest.reader.layout.levels.name_levels import find_name_levels
from ingest.reader.layout.levels.open_rows import is_cell, open_rows_above, open_rows_below, states_total
from ingest.reader.layout.levels.row_tops import begun_cells
from ingest.reader.layout.levels.rule_levels import Level
from ingest.reader.layout.levels.stack import Stack, holds_figure
from ingest.reader.layout.levels.stack_runs import (
    filled_columns,
    fills_columns,
    find_stack_runs,
    is_crossed,
)
from ingest.reader.layout.levels.stacks import find_stacks
from ingest.reader.layout.ruled.grids import DRAWN_SHARE
from ingest.reader.records import Page, Word

# Share of the rows with words that must stand in the columns for the stack to be a table.
STANDING_SHARE: Final = 0.5
FEWEST_ROWS: Final = 2
# Points. The pieces of rule of one column end this near to its side.
AT_SIDE: Final = 1.0
# Times the type size. White over a cell alone on the last row; page numbers stand farther under the last rule.
LONE_CELL_REACH: Final = 1.5
# Times the type size. Words this near are parted by a plain space.
ONE_SPACE: Final = 0.4


def find_light_grids(pages: Sequence[Page], ruled: Sequence[Sequence[Grid]]) -> list[list[Grid]]:
    """All the grids of each page: the ruled ones, and those that have levels but no vertical rule.

    A ruled header over rows without vertical rules is one grid with them.
    """
    grids = [list(on_page) for on_page in ruled]
    index_of = {page.number: index for index, page in enumerate(pages)}
    stacks = (stack for page, on_page in zip(pages, ruled, strict=True) for stack in find_stacks(page, on_page))
    for run in find_stack_runs([*map(part_headed_rows, part_band_rows(stacks))]):
        if not part_rows(run):
            continue
        pages_of_run = {stack.page.number for stack in run.stacks}
        for stack in run.stacks:
            grid = _grid(stack, run.sides, pages_of_run)
            if grid is None:
                continue
            on_page = grids[index_of[stack.page.number]]
            header = next((other for other in on_page if stack.sides and other.ys[-1] == grid.ys[0]), None)
            if header is None:
                on_page.append(grid)
            else:
                on_page[on_page.index(header)] = _under(header, grid)
    return grids


def _under(header: Grid, body: Grid) -> Grid:
    """One grid of a ruled header and the rows under it."""
    moved = (place._replace(row=place.row + header.height) for place in body.places)
    ys, places = (*header.ys, *body.ys[1:]), (*header.places, *moved)
    return Grid(header.xs, ys, places, header.open_above, body.open_below, header.nested, sided=False)


def _grid(stack: Stack, sides: Sequence[float], pages: Container[int]) -> Grid | None:
    """The grid of a stack, None when its words do not stand in the columns. `pages`: those of its run."""
    heights, white = _heights(stack, sides, pages)
    named = find_name_levels(stack.rows(heights), sides)
    heights = sorted([*heights, *named])
    rows = stack.rows(heights)
    filled = [row for row in rows if row]
    standing = sum(fills_columns(row, sides) for row in filled)
    if standing < FEWEST_ROWS or standing < STANDING_SHARE * len(filled):
        return None
    ruled = [_drawn(stack, y, sides) for y in heights]
    columns = range(len(sides) - 1)
    horizontals = [
        [column in named[y] for column in columns]
        if y in named
        else [True for _ in columns]
        if y in white
        else [*drawn]
        for y, drawn in zip(heights, ruled, strict=True)
    ]
    for row, column in begun_cells(rows, sides, horizontals):
        horizontals[row][column] = True
    # The outer sides are there, drawn or not.
    horizontals[0] = horizontals[-1] = [True for _ in columns]
    spanned = [
        _spanned_sides(row, sides, *around) - _drawn_apart(stack, row, sides, *ends)
        for row, around, ends in zip(rows, pairwise(horizontals), pairwise(heights), strict=True)
    ]
    verticals = [[index not in inner for inner in spanned] for index in range(len(sides))]
    open_above, open_below = (
        frozenset(column for column, drawn in enumerate(level) if not drawn) for level in (ruled[0], ruled[-1])
    )
    places = places_of(verticals, horizontals)
    return Grid(tuple(sides), tuple(heights), places, open_above, open_below, sided=False)


def _heights(stack: Stack, sides: Sequence[float], pages: Container[int]) -> tuple[list[float], set[float]]:
    """The heights between which the rows of a stack stand: its levels, but for those at its ends that bound no row,
    and, over the first and under the last, heights where only white parts rows. Second, these alone."""
    top = open_rows_above(stack, sides, goes_on=stack.page.number - 1 in pages)
    bottom = open_rows_below(stack, sides, goes_on=stack.page.number + 1 in pages)
    heights = [*top, *(level.y for level in stack.levels), *bottom]
    rows = stack.rows(heights)
    while rows and not top and not stack.sides and not _may_begin_or_end(rows[0], sides, stack):
        rows, heights = rows[1:], heights[1:]
    while rows and not bottom and not _may_end(rows[-1], sides, stack, *heights[-2:]):
        rows, heights = rows[:-1], heights[:-1]
    return heights, {*top, *bottom}


def _drawn(stack: Stack, y: float, sides: Sequence[float]) -> list[bool]:
    """For each column, whether a level is drawn at this height."""
    level = _level_at(stack, y)
    if level is None:
        return [False] * (len(sides) - 1)
    return [level.covers(start, end) >= DRAWN_SHARE * (end - start) for start, end in pairwise(sides)]


def _spanned_sides(
    words: Sequence[Word], sides: Sequence[float], above: Sequence[bool], below: Sequence[bool]
) -> set[int]:
    """The sides, by number, that a text of the row runs across: a cell covers the columns on both sides.

    Where the row has few texts a space may fall on the side; where it has many, two full cells may be that near, and a
    text that runs into a column where another one stands has overflowed its cell. A single text that runs across a side
    is a title or a group: it has all the columns ruled above or under it.
    """
    texts = texts_of(words, ONE_SPACE)
    few = 2 * len(texts) <= len(sides) - 1
    spanned = {
        index
        for index, side in enumerate(sides)
        if 0 < index < len(sides) - 1
        and (is_crossed(words, side) or (few and any(start < side < end for start, end in texts)))
        and (few or not any(side < start and end < sides[index + 1] for start, end in texts))
    }
    if spanned and len(texts) == 1:
        edges = [any(pair) for pair in zip(above, below, strict=True)]
        # A rule shorter than the table, with all of the text over it, is under the columns that it names.
        ruled = [column for column, drawn in enumerate(below if _holds(*texts[0], sides, below) else edges) if drawn]
        spanned |= set(range(ruled[0] + 1, ruled[-1] + 1)) if ruled else set()
    return spanned


def _holds(start: float, end: float, sides: Sequence[float], drawn: Sequence[bool]) -> bool:
    """Whether a text stands over columns that are drawn, and no other."""
    pairs = zip(pairwise(sides), drawn, strict=True)
    return all(is_drawn for (x0, x1), is_drawn in pairs if start < x1 and x0 < end)


def _drawn_apart(stack: Stack, words: Sequence[Word], sides: Sequence[float], top: float, foot: float) -> set[int]:
    """The sides, by number, at which the pieces of rule end that are drawn over and under a row with words in all its
    columns, where none runs across."""
    if len(filled_columns(words, sides)) < len(sides) - 1:
        return set()
    around = [level.ends if (level := _level_at(stack, y)) else () for y in (top, foot)]
    return {
        index
        for index, side in enumerate(sides[1:-1], start=1)
        if all(any(abs(x - side) <= AT_SIDE for x in ends) for ends in around) and not is_crossed(words, side)
    }


def _level_at(stack: Stack, y: float) -> Level | None:
    """The level drawn at this height, None where only white bounds a row."""
    return next((level for level in stack.levels if level.y == y), None)


def _may_begin_or_end(words: Sequence[Word], sides: Sequence[float], stack: Stack) -> bool:
    """Whether the first or last row of a stack belongs to the table: it stands in the columns, or is a shaded band."""
    if not words:
        return False
    if fills_columns(words, sides) or _names_columns(words, sides):
        return True
    middle = sum(word.box[1] + word.box[3] for word in words) / (2 * len(words))
    return is_shaded(stack.page, middle, sides[0], sides[-1])


def _names_columns(words: Sequence[Word], sides: Sequence[float]) -> bool:
    """Whether most of the columns have a name in the row, one that several share across their sides."""
    texts = texts_of(words, ONE_TEXT)
    shared = sum(any(start < side < end for side in sides[1:-1]) for start, end in texts)
    return not any(map(holds_figure, words)) and 2 * len(texts) >= len(sides) and 2 * shared <= len(texts)


def _may_end(words: Sequence[Word], sides: Sequence[float], stack: Stack, top: float, bottom: float) -> bool:
    """The same for the last row, which may also be a single cell, a sum under its column and not a page number, or a
    total whose label runs across columns."""
    if _may_begin_or_end(words, sides, stack) or states_total(words):
        return True
    if not is_cell(words, sides):
        return False
    under = min(word.box[1] for word in words) - top
    return under <= LONE_CELL_REACH * words[0].size and bottom - top <= 2 * LONE_CELL_REACH * words[0].size
