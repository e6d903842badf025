"""Where the rows of a table without rules begin and end: over and under the lines with amounts, the rest of their
names and rows that print « NC », and no text that is merely set as close.

Takes a `MoneyRun` and one of its blocks; gives its first line of rows, and the one under its last. Points.
"""

from itertools import pairwise
from typing import Final

from ingest.reader.borderless.money_blocks import Block
from ingest.reader.borderless.money_runs import MoneyRun
from ingest.reader.borderless.money_texts import PrintedLine, stands_for_nothing

# Times the type size. White between lines of one cell; over the rest of a row that a page break cut.
TIGHT: Final = 0.55
CUT_ROW_WHITE: Final = 1.4
# Points. Type sizes closer than this are the same.
SAME_SIZE: Final = 0.4

# Rows that tell how many lines a row has.
ENOUGH_ROWS: Final = 4


def rows_top(run: MoneyRun, block: Block, *, goes_on: bool) -> int:
    """The first line of the rows where there is no header: what goes on from the page before, or the first row."""
    reach = CUT_ROW_WHITE if goes_on else TIGHT
    top = block.first
    while top and prints_no_amount(run, block.lines[top - 1]):
        top -= 1
    while top and _is_part(run, block.lines[top - 1], block.lines[top].top - block.lines[top - 1].bottom, reach):
        if _is_title(block.lines[top - 1], block.lines[block.first]) and not goes_on:
            break
        top -= 1
    return block.first if not goes_on and _is_text_beside(run, block.first - top) else top


def rows_end(run: MoneyRun, block: Block) -> int:
    """The line under the last row: what stands close under the last amount is the rest of its row."""
    end = block.last + 1
    while end < len(block.lines):
        line = block.lines[end]
        if not _is_part(run, line, line.top - block.lines[end - 1].bottom, TIGHT):
            break
        end += 1
    first = block.last + 1
    return first if block is run.blocks[-1] and _is_text_beside(run, end - first) else end


def prints_no_amount(run: MoneyRun, line: PrintedLine) -> bool:
    """Whether a line is a row that prints « NC », a dash or the like where the others print their amount."""
    return len(line.texts) > 1 and any(
        run.column_of(text) in run.money and stands_for_nothing(text) for text in line.texts
    )


def _is_text_beside(run: MoneyRun, lines: int) -> bool:
    """Whether so many lines in a row without an amount are more than a row has: a text set as close as the list."""
    between, anchors = [0], 0
    for block in run.blocks:
        anchors += len(block.anchors)
        places = [place for place, line in enumerate(block.lines) if line.money]
        between += [after - place - 1 for place, after in pairwise(places)]
    return anchors >= ENOUGH_ROWS and lines > max(between) + 1


def _is_title(line: PrintedLine, row: PrintedLine) -> bool:
    """Whether a line of one text is set in bolder or larger letters than a row."""
    bolder = line.texts[0].bold and not row.texts[0].bold
    return len(line.texts) == 1 and (bolder or line.size > row.size + SAME_SIZE)


def _is_part(run: MoneyRun, line: PrintedLine, white: float, reach: float) -> bool:
    return white <= reach * line.size and not any(run.crossed(text) for text in line.texts)
