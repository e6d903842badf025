"""Lines with amounts one under the other, without any rule → whether they are believed to be a table.

Takes a `MoneyRun` and what is header and rows in each of its blocks. Names of columns, leaders, many rows all alike or
a sentence that grants a list say that they are; it looks at no page. Points.
"""

import re
from collections.abc import Container, Sequence
from typing import Final

from ingest.reader.borderless.money_blocks import ALIGNED, Block
from ingest.reader.borderless.money_headers import Extent
from ingest.reader.borderless.money_runs import MoneyRun
from ingest.reader.borderless.money_texts import PrintedLine, has_currency
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.vocabulary.grants import LISTS_GRANTS

# Rows with an amount that make a table without a header; fewer where leaders lead to the amounts.
REGULAR_ROWS: Final = 5
LED_ROWS: Final = 3
# Share of such rows that must begin at one place, with a name.
REGULAR_SHARE: Final = 0.8
# Share of the rows whose names end as labels do, for them to be no list.
LABELLED_SHARE: Final = 0.5
# Lines of a sentence over rows, at most; times the type size, the white between both.
SENTENCE_LINES: Final = 3
FARTHEST_SENTENCE: Final = 3.0
# Lines between such a sentence and the rows, each of so many words at most.
MOST_HEADINGS: Final = 2
LONGEST_HEADING: Final = 6
# « … sollicite les subventions suivantes : »
_ASKS: Final = re.compile(r"\b(?:sollicit|demand|plan de financement|couts?\b)")


def is_believed(run: MoneyRun, extents: Sequence[Extent], led: Container[int], before: MoneyRun | None) -> bool:
    """Whether a run has names of columns, or leaders to its amounts, or many rows all alike, or some under a sentence
    that grants them.

    `led`: the pages that have leaders; `before`: the table over it, whose names it may do without.
    """
    anchors = [line for block in run.blocks for line in block.anchors]
    if sum(line.texts[0].string.endswith(":") for line in anchors) > LABELLED_SHARE * len(anchors):
        return False  # « Montant proposé : 800 € »: sheets set line by line
    if any(extent.has_header for extent in extents) or any(block.names for block in run.blocks):
        return True
    if len(anchors) >= LED_ROWS and all(block.page.number in led for block in run.blocks):
        return True
    announced = _is_announced(run.blocks[0], extents[0]) or _goes_on_as(before, run)
    return len(anchors) >= (LED_ROWS if announced else REGULAR_ROWS) and _is_regular(anchors, announced=announced)


def _goes_on_as(before: MoneyRun | None, run: MoneyRun) -> bool:
    """Whether a run has the columns of the table over it, amounts in the same ones, as wide as its texts ask."""
    if before is None or run.blocks[0].page.number - before.blocks[-1].page.number > 1:
        return False
    return len(before.sides) == len(run.sides) and before.money == run.money


def _is_announced(block: Block, extent: Extent) -> bool:
    """Whether a sentence that ends just over the rows, or over their heading, says that a list of grants follows."""
    end = extent.start
    while extent.start - end < MOST_HEADINGS and end > 1 and _heads(block.lines[end - 1], block.lines[end]):
        end -= 1
    first = block.lines[end]
    over = block.lines[max(0, end - SENTENCE_LINES) : end]
    near = bool(over) and first.top - over[-1].bottom <= FARTHEST_SENTENCE * first.size
    said = plain(" ".join(text.string for line in over for text in line.texts))
    sentence = re.split(r"[.;:]", said.removesuffix(":"))[-1]
    return near and said.endswith(":") and LISTS_GRANTS.search(sentence) is not None and not _ASKS.search(sentence)


def _heads(line: PrintedLine, below: PrintedLine) -> bool:
    """« Clubs sportifs », near what stands under it: a few words that end as no sentence does."""
    words = line.texts[0].words
    short = len(line.texts) == 1 and len(words) <= LONGEST_HEADING and not line.money
    ends = words[-1].text[-1].isalnum() and words[0].text[0].isupper()
    return short and ends and below.top - line.bottom <= FARTHEST_SENTENCE * line.size


def _is_regular(anchors: Sequence[PrintedLine], *, announced: bool) -> bool:
    """Whether the rows begin at one place with a name and all their amounts show a currency, but for those that a
    sentence has `announced`."""
    starts = sorted(line.texts[0].x0 for line in anchors)
    usual = starts[len(starts) // 2]
    alike = sum(
        abs(start - usual) <= ALIGNED and _begins_with_name(line) for start, line in zip(starts, anchors, strict=True)
    )
    priced = announced or all(has_currency(text.string) for line in anchors for text in line.money)
    return alike >= REGULAR_SHARE * len(anchors) and priced


def _begins_with_name(line: PrintedLine) -> bool:
    """Whether a name opens a row, or stands behind its number."""
    first, *others = line.texts
    return first.named or (first.string.isdigit() and len(others) > 1 and others[0].named)
