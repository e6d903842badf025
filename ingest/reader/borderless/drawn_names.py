"""What is drawn around the names of columns of a table without rules: bands, turned names, two rules. Points."""

from typing import Final

from ingest.reader.borderless.money_blocks import Block
from ingest.reader.borderless.money_texts import PrintedLine
from ingest.reader.geometry.alignment import share_width
from ingest.reader.records import Box

# Points. From the middle of a header to its foot, at most.
HIGHEST_HEADER: Final = 60.0
# Times the type size. White under the rule over names of columns, at most.
RULE_OVER: Final = 1.5


def foot_of(block: Block, line: PrintedLine) -> float:
    """Where a line ends, or the shaded band or the turned names that stand beside it: these make a header high."""
    text = line.texts[0]
    bands = [
        fill.y1
        for fill in block.page.fills
        if fill.y0 <= line.y <= fill.y1 <= line.y + HIGHEST_HEADER and fill.x0 <= text.x0 and text.x0 <= fill.x1
    ]
    return max([line.bottom, *bands, *(box.y1 for box in turned_beside(block, line))])


def turned_beside(block: Block, line: PrintedLine) -> list[Box]:
    """The words of the names printed upwards beside a line of a header, those over and under the line among them; what
    runs up the margin of the page is none of them."""
    turned = [word.box for word in block.page.words if word.angle]
    if turned:
        left, right = min(one.texts[0].x0 for one in block.lines), max(one.texts[-1].x1 for one in block.lines)
        turned = [box for box in turned if left < box.x1 and box.x0 < right]
    beside = [box for box in turned if box.y0 <= line.y <= box.y1]
    return [
        box
        for box in turned
        if abs((box.y0 + box.y1) / 2 - line.y) <= HIGHEST_HEADER and any(share_width(box, one) for one in beside)
    ]


def is_framed(block: Block, place: int) -> bool:
    """Whether a line of names stands between two rules across the table, and no third one over the line above it: what
    is printed up there is a running head."""
    line, above = block.lines[place], block.lines[max(0, place - 1)]
    x0, x1 = (line.texts[0].x0, line.texts[-1].x1)
    across = [rule.y0 for rule in block.page.rules if not rule.vertical and rule.x0 <= x0 and x1 <= rule.x1]
    framed = any(above.y < y < line.y for y in across) and any(line.y < y < block.lines[block.first].y for y in across)
    return framed and not any(above.top - RULE_OVER * above.size < y < above.y for y in across)
