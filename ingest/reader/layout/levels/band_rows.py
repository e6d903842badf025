"""Rows that no shade parts, in tables shaded every second row → levels between them, where the white is that of rows.

Headings, sums and notes break the turns of the bands: rows that follow each other may all be white. Takes and gives
`Stack`s; a stack that white cuts is two tables. Points.
"""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from math import inf
from statistics import median
from typing import Final

from ingest.reader.layout.levels.rhythm import Rhythm, RowBlock, blocks_of, find_rhythm
from ingest.reader.layout.levels.rule_levels import Level, are_of_other_columns
from ingest.reader.layout.levels.stack import Stack, holds_figure
from ingest.reader.layout.ruled.rule_spans import DOUBLE_RULE, SNAP
from ingest.reader.records import Page
from ingest.reader.vocabulary.phrases import phrase
from ingest.reader.vocabulary.rows import TOTAL_LABELS

# Share of the width of a table that shaded cells must cover to make a band of them.
BAND_SHARE: Final = 0.7
# Share of the white rows that stand alone between two shaded ones, where every second one is shaded.
TURNS_SHARE: Final = 0.5
# Share of the height of a row by which a band of two rows may be higher or lower.
TWO_ROWS: Final = 0.1
# Times the type size, over the white of rows. More is the end of a table.
BREAK: Final = 1.0


def part_band_rows(stacks: Iterable[Stack]) -> list[Stack]:
    """The stacks with levels between the rows that follow each other without a shade, cut where a table ends. One of
    few bands has the white of the one that it goes on from, on the page before."""
    parted: list[Stack] = []
    for stack in stacks:
        before = parted[-1] if parted and is_next_page(parted[-1], stack) else None
        parted += _parted(_with_totals_alone(stack), before.rhythm if before else None)
    return parted


def is_next_page(before: Stack, stack: Stack) -> bool:
    """Whether a stack may go on from another: as wide, on the next page."""
    as_wide = abs(stack.x0 - before.x0) <= DOUBLE_RULE and abs(stack.x1 - before.x1) <= DOUBLE_RULE
    return as_wide and stack.page.number == before.page.number + 1


def _with_totals_alone(stack: Stack) -> Stack:
    """The stack with a level under each total that is in one band with the heading of the next rows: « Total 900 € »
    over « Culture », in one colour. Such a band is two rows high, and its first text is the label of a total."""
    gaps = list(pairwise(stack.levels))
    usual = median(below.y - above.y for above, below in gaps)
    levels = list(stack.levels)
    for above, below in gaps:
        if abs(below.y - above.y - 2 * usual) > TWO_ROWS * usual:
            continue
        blocks = blocks_of(stack.between(above.y, below.y), 0.0)
        if len(blocks) == 2 and _is_total(blocks[0]) and not any(map(holds_figure, blocks[1].words)):
            levels.append(stack.level_at((blocks[0].bottom + blocks[1].top) / 2))
    return replace(stack, levels=sorted(levels, key=lambda level: level.y))


def _is_total(block: RowBlock) -> bool:
    words = sorted(block.words, key=lambda word: word.box[0])
    label = phrase(" ".join(word.text for word in words if not any(map(str.isdigit, word.text))).strip(" €:"))
    return label in TOTAL_LABELS and any(map(holds_figure, words))


def _parted(stack: Stack, before: Rhythm | None) -> list[Stack]:
    if not stack.page.fills or 2 * sum(is_ruled(stack.page, level.y) for level in stack.levels) > len(stack.levels):
        return [stack]
    gaps = list(pairwise(stack.levels))
    bands = {pair for pair in gaps if is_shaded(stack.page, (pair[0].y + pair[1].y) / 2, stack.x0, stack.x1)}
    rhythm = find_rhythm((above.y, below.y, stack.between(above.y, below.y)) for above, below in bands) or before
    if rhythm is None:
        return [stack]
    white = {pair: blocks_of(stack.between(pair[0].y, pair[1].y), rhythm.least) for pair in gaps if pair not in bands}
    if sum(len(blocks) == 1 for blocks in white.values()) < TURNS_SHARE * sum(map(bool, white.values())):
        return [stack]
    parts: list[list[Level]] = [[stack.levels[0]]]
    for place, (above, below) in enumerate(gaps, 1):
        if not (is_ruled(stack.page, above.y) and is_ruled(stack.page, below.y)):
            rows = list(pairwise(white.get((above, below), ())))
            others = bool(rows) and are_of_other_columns(stack.levels[:place], stack.levels[place:])
            widest = max((lower.top - upper.bottom for upper, lower in rows), default=0.0) if others else inf
            for upper, lower in rows:
                _part(parts, stack, rhythm, upper, lower, widest)
        parts[-1].append(below)
    return [replace(stack, levels=levels, rhythm=rhythm) for levels in parts if len(levels) > 1]


def _part(
    parts: list[list[Level]], stack: Stack, rhythm: Rhythm, upper: RowBlock, lower: RowBlock, widest: float
) -> None:
    """Add the level between two rows, or the foot of a table and the head of the next one. `widest`: the white that
    parts rows of other columns."""
    parts[-1].append(stack.level_at(upper.bottom + rhythm.below))
    white = lower.top - upper.bottom
    if white > rhythm.between + BREAK * lower.words[0].size or white >= widest:
        parts.append([stack.level_at(lower.top - rhythm.above)])


def is_shaded(page: Page, y: float, x0: float, x1: float) -> bool:
    """Whether coloured rectangles stand behind a height, from one side of a table to the other or nearly."""
    fills = {fill for fill in page.fills if fill.y0 <= y <= fill.y1 and x0 <= (fill.x0 + fill.x1) / 2 <= x1}
    return sum(fill.x1 - fill.x0 for fill in fills) >= BAND_SHARE * (x1 - x0)


def is_ruled(page: Page, y: float) -> bool:
    """Whether a rule is drawn at a height."""
    return any(not rule.vertical and abs(rule.y0 - y) <= SNAP for rule in page.rules)
