"""Stacks of levels → grids: tables with horizontal rules only, or with shaded bands and no rule at all.

Takes `Page`s with their ruled `Grid`s; gives all the `Grid`s of each page. Levels bound the rows, the columns are those
of the run of stacks. A table without any level is not found here. Points.
"""

from collections.abc import Container, Sequence
from itertools import pairwise
from typing import Final

from ingest.reader.borderless.bare_amounts import with_bare_amounts
from ingest.reader.borderless.corridors import texts_of
from ingest.reader.borderless.money_texts import PrintedLine, printed_lines
from ingest.reader.geometry.grid_places import Grid, places_of
from ingest.reader.layout.band_rows import is_shaded, part_band_rows
from ingest.reader.layout.grids import DRAWN_SHARE
from ingest.reader.layout.headed_rows import part_headed_rows
from ingest.reader.layout.levels import HIGHEST_BAND, Stack, find_stacks, holds_figure
from ingest.reader.layout.open_rows import is_cell, open_rows_above, open_rows_below
from ingest.reader.layout.rule_levels import Level
from ingest.reader.layout.rule_spans import SNAP
from ingest.reader.layout.stack_runs import (
    StackRun,
    fills_columns,
    find_stack_runs,
    is_crossed,
    rows_of,
)
from ingest.reader.records import Page, Word

# Share of the rows with words that must stand in the columns for the stack to be a table.
STANDING_SHARE: Final = 0.5
FEWEST_ROWS: Final = 2
# Share of a column that a rule under its neighbours may run into.
STRAY_SHARE: Final = 0.3
# Points. White between a header and its first row, and that row.
JUST_UNDER: Final = 40.0
# Times the type size. A lower row prints one line.
TWO_LINES: Final = 2.0
# Amounts under one another between two levels, for one that stands alone: rows of several grants have fewer, levels
# around headings and totals more.
MOST_TOGETHER: Final = 1.5
FEWEST_TOGETHER: Final = 3
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
        if not _part_rows(run):
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


def _part_rows(run: StackRun) -> bool:
    """Whether the levels of a run stand between its rows, and not only around its header, headings and totals."""
    alone = together = 0
    for stack in run.stacks:
        printed = with_bare_amounts(printed_lines(stack.between(0, stack.page.height)))
        for above, below in pairwise(stack.levels):
            words = stack.between(above.y, below.y)
            if not words or all(word.bold for word in words):
                continue  # a heading or a total: levels stand around these in any table
            if below.y - above.y < TWO_LINES * words[0].size:
                alone += any(map(holds_figure, words))
                continue
            lines = sum(bool(line.money) for line in printed if above.y <= line.y < below.y)
            if lines > 1 and _is_shaded(stack.page, words):
                return True  # a heading holds one sum at most: bands are rows
            alone += lines == 1
            together += lines if lines > 1 else 0
        over, under = _amounts_over(stack, printed), _amounts_under(stack, printed)
        if under > alone and under >= FEWEST_TOGETHER and _ends_page(stack):
            return False  # more rows go on without levels than stood between them
        together += sum(count for count in (over, under) if count >= FEWEST_TOGETHER)
    if not alone and not together and any(map(_is_over_amounts, run.stacks)):
        return False
    return together <= MOST_TOGETHER * alone or together < FEWEST_TOGETHER


def _ends_page(stack: Stack) -> bool:
    """Whether nothing is drawn under the last level of a stack whose rows have no white of their own."""
    foot = stack.levels[-1].y + SNAP
    tops = [*(rule.y0 for rule in stack.page.rules), *(fill.y0 for fill in stack.page.fills)]
    return not stack.rhythm and all(top <= foot for top in tops)


def _is_over_amounts(stack: Stack) -> bool:
    """Whether amounts are printed just under the last level: what is between the levels is but their header."""
    foot = stack.levels[-1].y
    under = printed_lines(stack.between(foot, foot + JUST_UNDER))
    return any(line.money for line in under[:2])


def _amounts_under(stack: Stack, printed: Sequence[PrintedLine]) -> int:
    """Lines with an amount that follow each other under the last level, no white wider than a row between them."""
    foot = stack.levels[-1].y
    count, edge = 0, foot
    for line in printed:
        if line.y < foot:
            continue
        if line.top - edge > TWO_LINES * line.size:
            break
        count += bool(line.money)
        edge = line.bottom
    return count


def _amounts_over(stack: Stack, printed: Sequence[PrintedLine]) -> int:
    """The same over the first level, from there up."""
    head = stack.levels[0].y
    count, edge = 0, head
    for line in reversed(printed):
        if line.y >= head:
            continue
        if edge - line.bottom > TWO_LINES * line.size:
            break
        count += bool(line.money)
        edge = line.top
    return count


def _is_shaded(page: Page, words: Sequence[Word]) -> bool:
    box = words[0].box
    across, down = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(
        fill.y0 <= down <= fill.y1 and fill.x0 <= across <= fill.x1 and fill.y1 - fill.y0 <= HIGHEST_BAND
        for fill in page.fills
    )


def _under(header: Grid, body: Grid) -> Grid:
    """One grid of a ruled header and the rows under it."""
    moved = (place._replace(row=place.row + header.height) for place in body.places)
    ys, places = (*header.ys, *body.ys[1:]), (*header.places, *moved)
    return Grid(header.xs, ys, places, header.open_above, body.open_below, header.nested, sided=False)


def _grid(stack: Stack, sides: Sequence[float], pages: Container[int]) -> Grid | None:
    """The grid of a stack, None when its words do not stand in the columns. `pages`: those of its run."""
    ys = [level.y for level in stack.levels]
    top = open_rows_above(stack, sides, goes_on=stack.page.number - 1 in pages)
    bottom = open_rows_below(stack, sides, goes_on=stack.page.number + 1 in pages)
    ys = sorted([*ys, *(level.y for level in partial_levels(stack, sides))])
    heights = [*top, *ys, *bottom]
    rows = rows_of(stack, heights)
    while rows and not top and not stack.sides and not _may_begin_or_end(rows[0], sides, stack):
        rows, heights = rows[1:], heights[1:]
    while rows and not bottom and not _may_end(rows[-1], sides, stack, *heights[-2:]):
        rows, heights = rows[:-1], heights[:-1]
    filled = [row for row in rows if row]
    standing = sum(fills_columns(row, sides) for row in filled)
    if standing < FEWEST_ROWS or standing < STANDING_SHARE * len(filled):
        return None
    horizontals = [_drawn(stack, y, sides) for y in heights]
    ruled_above, ruled_below = horizontals[0], horizontals[-1]
    # White parts rows that follow each other over the first level and under the last.
    horizontals = [
        drawn if y not in top and y not in bottom else [True] * len(drawn)
        for y, drawn in zip(heights, horizontals, strict=True)
    ]
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
        sided=False,
    )


def partial_levels(stack: Stack, sides: Sequence[float]) -> list[Level]:
    """The short rules in a stack that stand under at least two of the columns, and under nothing of the others."""
    found = []
    for level in stack.partial:
        covers = [level.covers(start, end) / (end - start) for start, end in pairwise(sides)]
        under = sum(share >= DRAWN_SHARE for share in covers)
        beside = sum(0 < share < DRAWN_SHARE and share > STRAY_SHARE for share in covers)
        if under > 1 and not beside:
            found.append(level)
    return found


def _drawn(stack: Stack, y: float, sides: Sequence[float]) -> list[bool]:
    """For each column, whether a level is drawn at this height."""
    level = next((level for level in (*stack.levels, *stack.partial) if level.y == y), None)
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
        ruled = [column for column, edges in enumerate(zip(above, below, strict=True)) if any(edges)]
        spanned |= set(range(ruled[0] + 1, ruled[-1] + 1)) if ruled else set()
    return spanned


def _may_begin_or_end(words: Sequence[Word], sides: Sequence[float], stack: Stack) -> bool:
    """Whether the first or last row of a stack belongs to the table: it stands in the columns, or is a shaded band."""
    if not words:
        return False
    if fills_columns(words, sides):
        return True
    middle = sum(word.box[1] + word.box[3] for word in words) / (2 * len(words))
    return is_shaded(stack.page, middle, sides[0], sides[-1])


def _may_end(words: Sequence[Word], sides: Sequence[float], stack: Stack, top: float, bottom: float) -> bool:
    """The same for the last row, which may also be a single cell: a sum under its column, not a page number."""
    if _may_begin_or_end(words, sides, stack):
        return True
    if not is_cell(words, sides):
        return False
    under = min(word.box[1] for word in words) - top
    return under <= LONE_CELL_REACH * words[0].size and bottom - top <= 2 * LONE_CELL_REACH * words[0].size
