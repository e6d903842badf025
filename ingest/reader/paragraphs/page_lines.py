"""Words of one page → printed lines in reading order, columns of prose kept apart.

What enters: a `Page` and the boxes (points) of its tables, whose words are left out. What leaves: blocks, each a run of
lines of one column from top to bottom. This stage knows nothing of sentences: it does not join lines.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from ingest.reader.geometry.held_words import outside
from ingest.reader.paragraphs.prose_columns import SEGMENT_GAP, Placed, Printed, part_columns
from ingest.reader.records import Box, Page, Word, box_around

# Share of the lower of two words that must face the other for both to stand on one line: exponents do, rows do not.
FACING = 0.5
# Slopes (points down per point right) from which a page is skewed and up to which it may be.
LEAST_SKEW, MOST_SKEW = 0.001, 0.1
# Pairs of words that it takes to tell.
FEWEST_SLOPES = 30
# Times the type size. White before what is raised against a figure: a space is three times as wide.
TOUCHING = 0.1
_RAISED_ENDINGS = frozenset({"er", "re", "e", "ère", "ème", "nd", "nde"})

_GLUED = re.compile(r"[\d  ,.]+|€|[«:;!?%]")


class Line(NamedTuple):
    """Words printed side by side. `box` in points of the page as displayed; `frame` the same in the line's own reading
    direction, for text that runs up or down the page. `size` in points; `bold` where every word is, `partly_bold` where
    some are. `opening`: the width in points of the first word and of what is never parted from it; `second_start`:
    where the second word begins on an upright line, None where there is none."""

    page: int
    box: Box
    frame: Box
    text: str
    size: float
    bold: bool
    partly_bold: bool
    angle: int
    opening: float
    second_start: float | None


Block = tuple[Line, ...]


def page_blocks(page: Page, tables: Sequence[Box] = ()) -> tuple[Block, ...]:
    """The lines of the page outside `tables` (boxes in points), one tuple per column, in reading order.

    Text that runs up or down the page comes after the rest.
    """
    by_angle: dict[int, list[Placed]] = {}
    new = tuple.__new__  # half the time of the constructors of named tuples
    for word in outside(tables, page.words):
        if word.text.strip():
            box = _turned(word.box, word.angle, page) if word.angle else word.box
            by_angle.setdefault(word.angle, []).append(new(Placed, (word, box)))
    return tuple(
        tuple(_line(page.number, [placed for segment in row for placed in segment]) for row in column)
        for _, placed in sorted(by_angle.items())
        for column in part_columns(_printed_lines(_levelled(placed)))
    )


def _turned(box: Box, angle: int, page: Page) -> Box:
    if angle == 90:
        return Box(box.y0, page.width - box.x1, box.y1, page.width - box.x0)
    if angle == 180:
        return Box(page.width - box.x1, page.height - box.y1, page.width - box.x0, page.height - box.y0)
    if angle == 270:
        return Box(page.height - box.y1, box.x0, page.height - box.y0, box.x1)
    return box


def _levelled(words: list[Placed]) -> list[Placed]:
    """The words with the skew of a scan taken out of their frames: a wide line may drop by more than its height."""
    if len({box[1] for _, box in words}) * 2 < len(words):
        return words  # the words of a line are level: no program sets text otherwise
    slopes = [
        ((b[1] + b[3]) - (a[1] + a[3])) / (b[0] + b[2] - a[0] - a[2])
        for (word, a), (_, b) in pairwise(words)
        if 0 < b[0] - a[2] < word.size and abs(b[1] - a[1]) < word.size / 2
    ]
    slope = median(slopes) if len(slopes) >= FEWEST_SLOPES else 0.0
    if not LEAST_SKEW <= abs(slope) <= MOST_SKEW:
        return words
    return [Placed(placed.word, _sheared(placed.box, slope)) for placed in words]


def _sheared(box: Box, slope: float) -> Box:
    drop = slope * (box.x0 + box.x1) / 2
    return Box(box.x0, box.y0 - drop, box.x1, box.y1 - drop)


def _printed_lines(words: Sequence[Placed]) -> list[Printed]:
    # Sorted by places, so that no function of ours is called for each word.
    starts = [box[0] for _, box in words]
    levels = [(box[1] + box[3]) / 2 for _, box in words]
    rows: list[list[int]] = []
    top = bottom = 0.0
    for place in sorted(range(len(words)), key=levels.__getitem__):
        _, y0, _, y1 = words[place].box
        height, tallest = y1 - y0, bottom - top
        facing = (y1 if y1 < bottom else bottom) - (y0 if y0 > top else top)
        if not rows or facing < FACING * (height if height < tallest else tallest):
            rows.append([place])
            top, bottom = y0, y1
            continue
        rows[-1].append(place)
        # The tallest word stands for the line: an exponent must not drag it up.
        if height > tallest:
            top, bottom = y0, y1
    return [_segments([words[place] for place in sorted(row, key=starts.__getitem__)]) for row in rows]


def _segments(row: list[Placed]) -> Printed:
    segments: Printed = [[row[0]]]
    for before, after in pairwise(row):
        white = after.box[0] - before.box[2]
        if white > SEGMENT_GAP * after.word.size and white > SEGMENT_GAP * before.word.size:
            segments.append([])
        segments[-1].append(after)
    return segments


def _line(page: int, row: list[Placed]) -> Line:
    words = [placed.word for placed in row]
    box = box_around(word.box for word in words)
    turned = row[0].box is not row[0].word.box  # as all words of one angle are, or none
    heavy = sum([word.bold for word in words])
    angle = words[0].angle
    return Line(
        page,
        box,
        box_around(placed.box for placed in row) if turned else box,
        _text_of(words),
        max([word.size for word in words]),
        heavy == len(words),
        heavy > 0,
        angle,
        _opening(words, upright=angle in (0, 180)),
        words[1].box.x0 if len(words) > 1 and angle == 0 else None,
    )


def _text_of(words: Sequence[Word]) -> str:
    """The words on single spaces, « 3 » and the small « e » raised against it in one."""
    texts = [word.text for word in words]
    if not _RAISED_ENDINGS.isdisjoint(texts):
        for place in range(len(words) - 1, 0, -1):
            before, word = words[place - 1], words[place]
            touches = abs(word.box.x0 - before.box.x1) <= TOUCHING * word.size
            raised = word.size < before.size and word.box.y1 < before.box.y1
            if word.text in _RAISED_ENDINGS and before.text.isdecimal() and touches and raised:
                texts[place - 1 : place + 1] = [before.text + word.text]
    return " ".join(texts)


def _opening(words: Sequence[Word], *, upright: bool) -> float:
    width, before = 0.0, ""
    for text, (x0, y0, x1, y1), *_ in words:
        # A figure and its unit, a guillemet and its word hold together over their no-break space.
        if before and not (_GLUED.fullmatch(before) and _GLUED.fullmatch(text)):
            break
        width += x1 - x0 if upright else y1 - y0
        before = text
    return width
