"""Stacks of levels → whether these part the rows of a table, or only its header, headings and totals.

Takes a `StackRun`; looks at the amounts printed between, over and under its levels. Points.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ingest.reader.borderless.bare_amounts import with_bare_amounts
from ingest.reader.borderless.money_texts import PrintedLine, printed_lines
from ingest.reader.layout.levels.page_levels import HIGHEST_BAND
from ingest.reader.layout.levels.stack import Stack, holds_figure
from ingest.reader.layout.levels.stack_runs import StackRun
from ingest.reader.layout.ruled.rule_spans import SNAP
from ingest.reader.records import Page, Word

# Points. White between a header and its first row, and that row.
JUST_UNDER: Final = 40.0
# Times the type size. A lower row prints one line.
TWO_LINES: Final = 2.0
# Amounts under one another between two levels, for one that stands alone: rows of several grants have fewer, levels
# around headings and totals more.
MOST_TOGETHER: Final = 1.5
FEWEST_TOGETHER: Final = 3
# Share of the amounts under another one that stand alone on their line, where a row prints several.
ALONE_SHARE: Final = 0.5


def part_rows(run: StackRun) -> bool:
    """Whether the levels of a run stand between its rows, and not only around its header, headings and totals."""
    alone = together = 0
    stacked: list[list[PrintedLine]] = []
    for stack in run.stacks:
        printed = with_bare_amounts(printed_lines(stack.between(0, stack.page.height)))
        for above, below in pairwise(stack.levels):
            words = stack.between(above.y, below.y)
            if not words or all(word.bold for word in words):
                continue  # a heading or a total: levels stand around these in any table
            if below.y - above.y < TWO_LINES * words[0].size:
                alone += any(map(holds_figure, words))
                continue
            amounts = [line for line in printed if line.money and above.y <= line.y < below.y]
            lines = len(amounts)
            if lines > 1 and _is_shaded(stack.page, words):
                return True  # a heading holds one sum at most: bands are rows
            stacked += [amounts] if amounts else []
            alone += lines == 1
            together += lines if lines > 1 else 0
        over, under = _amounts_over(stack, printed), _amounts_under(stack, printed)
        if under > alone and under >= FEWEST_TOGETHER and _ends_page(stack):
            return False  # more rows go on without levels than stood between them
        together += sum(count for count in (over, under) if count >= FEWEST_TOGETHER)
    if not alone and not together and any(map(_is_over_amounts, run.stacks)):
        return False
    return together <= MOST_TOGETHER * alone or together < FEWEST_TOGETHER or _are_stacks(stacked)


def _are_stacks(stacked: Sequence[Sequence[PrintedLine]]) -> bool:
    """Whether as many lines with an amount stand between all levels, most of them but the first alone: what a project
    costs and, under it, what it is given."""
    under = [line for lines in stacked for line in lines[1:]]
    alone = sum(len(line.texts) == len(line.money) for line in under)
    alike = len(stacked) >= FEWEST_TOGETHER and len({len(lines) for lines in stacked}) == 1
    return alike and alone >= ALONE_SHARE * len(under)


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
    return any(fill.holds(words[0].box) and fill.y1 - fill.y0 <= HIGHEST_BAND for fill in page.fills)
