"""Horizontal rules and shaded bands of one page → stacks of levels, where tables without vertical rules may be.

Takes a `Page` and the boxes of its ruled tables; gives `Stack`s: levels one above the other with the words between. It
does not know columns. Points.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from ingest.reader.borderless.corridors import ONE_TEXT, texts_of
from ingest.reader.geometry.grid_places import Grid
from ingest.reader.geometry.held_words import inside, outside
from ingest.reader.layout.levels.page_levels import levels_of, money_in
from ingest.reader.layout.levels.rule_levels import HEADS, Level, told_apart
from ingest.reader.layout.levels.stack import Stack, holds_figure, stack_of
from ingest.reader.layout.levels.stack_titles import parted_by_titles
from ingest.reader.layout.levels.underlines import without_underlines
from ingest.reader.layout.ruled.rule_spans import DOUBLE_RULE, Span
from ingest.reader.records import Box, Page, Word

# Points. The highest row between two levels: some twelve lines of 9-point type.
HIGHEST_ROW: Final = 150.0
# Rows. A ruled grid over rows that only have horizontal rules is a header when it is no higher.
HIGHEST_HEADER: Final = 4
# Levels. Fewer are a frame, a running head or underlined words.
FEWEST_LEVELS: Final = 3
# Share of the width of the stack that a level must cover to belong to it.
SHARED_WIDTH: Final = 0.3


def find_stacks(page: Page, grids: Sequence[Grid]) -> list[Stack]:
    """The stacks of a page, from top to bottom; rules and words inside its ruled grids left out. One of two levels may
    be the last band of a table that goes on from the page before, and nothing else."""
    ruled = [grid.box for grid in grids]
    levels = levels_of(page, ruled)
    # The foot of a ruled header may be one more level.
    fewest = FEWEST_LEVELS - bool(grids or page.fills)
    groups = _groups(levels, page.words, ruled, fewest)
    if groups and len(bounds := without_underlines(levels, page.words)) < len(levels):
        levels, groups = bounds, _groups(bounds, page.words, ruled, fewest)
    if not groups:
        return []
    words = outside(map(_with_rules, ruled), page.words)
    parts = (part for group in groups for part in parted_by_titles(stack_of(page, group, words)))
    # Over or under tables side by side, another one may be as wide as both.
    stacks = (stack_of(page, side, words) for part in parts for side in told_apart(part.levels, page.words))
    fewest = FEWEST_LEVELS - bool(page.fills)
    return [stack for stack in (_under_header(stack, grids) for stack in stacks) if len(stack.levels) >= fewest]


def _groups(levels: Sequence[Level], words: Sequence[Word], ruled: Sequence[Box], fewest: int) -> list[list[Level]]:
    """The levels of each table, at least so many; a `ruled` table between two of them parts them."""
    groups: list[list[Level]] = []
    for level in levels:
        group = next((one for one in groups if _belongs(level, one) and not _is_parted(level, one[-1], ruled)), None)
        if group:
            group.append(level)
        else:
            groups.append([level])
    tables = [_with_shared_names(group, groups, words) for group in groups if len(group) >= fewest]
    return [side for table in tables for side in told_apart(table, words) if len(side) >= fewest]


def _with_shared_names(table: list[Level], groups: Sequence[list[Level]], words: Sequence[Word]) -> list[Level]:
    """The levels of a table, and the shorter ones under a name that several columns share: « Subvention » over
    « 2031 » and « 2032 »."""
    heads = list(pairwise(table[: HEADS + 1]))
    short = [level for group in groups if len(group) == 1 for level in group]
    found = [level for level in short if any(_parts_names(level, *around, words) for around in heads)]
    return sorted([*table, *found], key=lambda level: level.y) if found else table


def _parts_names(level: Level, above: Level, below: Level, words: Sequence[Word]) -> bool:
    """Whether one name stands between the level above and this one, and several between it and the level below."""
    x0, x1 = level.start - DOUBLE_RULE, level.end + DOUBLE_RULE
    if not (above.y < level.y < below.y and above.start - DOUBLE_RULE <= x0 and x1 <= above.end + DOUBLE_RULE):
        return False
    over, under = (inside(Box(x0, top, x1, foot), words) for top, foot in pairwise((above.y, level.y, below.y)))
    if any(map(holds_figure, (*over, *under))):
        return False
    return len(texts_of(over, ONE_TEXT)) == 1 < len(texts_of(under, ONE_TEXT))


def _under_header(stack: Stack, grids: Sequence[Grid]) -> Stack:
    """The stack with the foot of the ruled header just over it, as wide as itself, as its first level."""
    for grid in grids:
        same = abs(grid.xs[0] - stack.x0) <= DOUBLE_RULE and abs(grid.xs[-1] - stack.x1) <= DOUBLE_RULE
        under = 0 < stack.levels[0].y - grid.ys[-1] <= HIGHEST_ROW
        if same and under and grid.height <= HIGHEST_HEADER and not _holds_money(stack.page, grid.box):
            foot = Level(grid.ys[-1], (Span(grid.ys[-1], grid.xs[0], grid.xs[-1]),), ())
            return replace(stack, levels=[foot, *stack.levels], sides=grid.xs)
    return stack


def _holds_money(page: Page, box: Box) -> bool:
    """Whether a ruled grid prints amounts: it is a whole table then, no header."""
    return bool(money_in(page, box))


def _belongs(level: Level, stack: list[Level]) -> bool:
    if level.y - stack[-1].y > HIGHEST_ROW:
        return False
    start, end = min(other.start for other in stack), max(other.end for other in stack)
    shared = min(level.end, end) - max(level.start, start)
    return shared > SHARED_WIDTH * max(end - start, level.end - level.start)


def _is_parted(level: Level, above: Level, ruled: Sequence[Box]) -> bool:
    """Whether a ruled table stands under one level and over the next."""
    return any(
        above.y - DOUBLE_RULE <= box.y0
        and box.y1 <= level.y + DOUBLE_RULE
        and box.x0 < level.end
        and level.start < box.x1
        for box in ruled
    )


def _with_rules(box: Box) -> Box:
    """The box of a table with the second lines of its outer rules."""
    return Box(box.x0 - DOUBLE_RULE, box.y0 - DOUBLE_RULE, box.x1 + DOUBLE_RULE, box.y1 + DOUBLE_RULE)
