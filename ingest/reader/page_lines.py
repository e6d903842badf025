"""Words of one page → printed lines in reading order, columns of prose kept apart.

What enters: a `Page` and the boxes (points) of its tables, whose words are left out. What leaves: blocks, each a run of
lines of one column from top to bottom. This stage knows nothing of sentences: it does not join lines.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.reader.records import Box, Page, Word

# Share of the lower of two words that must face the other for both to stand on one line: exponents do, rows do not.
FACING = 0.5
# In sizes of type: white wider than this between two words is not a word space, even in justified text.
SEGMENT_GAP = 1.6
# Lines on each side of a white band that make two columns of it.
COLUMN_LINES = 3
# Share of a column's width that its lines fill where it is prose; the values of a form fill less.
PROSE_FILL = 0.7
# Words per line of prose set in columns; above the second figure, the right side of a page is a text of its own (a
# stamp), not the values of a form.
COLUMN_WORDS = 2.5
ASIDE_WORDS = 3.5
# In sizes of type: left edges this near are aligned.
ALIGNED = 1.0
# Slopes (points down per point right) from which a page is skewed and up to which it may be, and the pairs of words
# that it takes to tell.
LEAST_SKEW, MOST_SKEW = 0.001, 0.1
FEWEST_SLOPES = 30


@dataclass(frozen=True, slots=True)
class Line:
    """Words printed side by side. `box` in points of the page as displayed; `frame` the same in the line's own reading
    direction, for text that runs up or down the page. `size` in points; `bold` where every word is."""

    page: int
    words: tuple[Word, ...]
    box: Box
    frame: Box
    text: str
    size: float
    bold: bool


Block = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A word with its box turned into its own reading direction."""

    word: Word
    box: Box


_Segment = list[_Placed]
_Printed = list[_Segment]  # the segments of one printed line, left to right


def page_blocks(page: Page, tables: Sequence[Box] = ()) -> tuple[Block, ...]:
    """The lines of the page outside `tables` (boxes in points), one tuple per column, in reading order.

    Text that runs up or down the page comes after the rest.
    """
    blocks: list[Block] = []
    for angle in (0, 90, 180, 270):
        placed = [
            _Placed(word, _turned(word.box, angle, page))
            for word in page.words
            if word.angle == angle and word.text.strip() and not _covered(word.box, tables)
        ]
        if placed:
            blocks += _blocks(page.number, _printed_lines(_levelled(placed)))
    return tuple(block for block in blocks if block)


def _covered(box: Box, tables: Sequence[Box]) -> bool:
    x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    return any(table.x0 <= x <= table.x1 and table.y0 <= y <= table.y1 for table in tables)


def _turned(box: Box, angle: int, page: Page) -> Box:
    if angle == 90:
        return Box(box.y0, page.width - box.x1, box.y1, page.width - box.x0)
    if angle == 180:
        return Box(page.width - box.x1, page.height - box.y1, page.width - box.x0, page.height - box.y0)
    if angle == 270:
        return Box(page.height - box.y1, box.x0, page.height - box.y0, box.x1)
    return box


def _levelled(words: list[_Placed]) -> list[_Placed]:
    """The words with the skew of a scan taken out of their frames: a wide line may drop by more than its height."""
    slopes = [
        ((after.box.y0 + after.box.y1) - (before.box.y0 + before.box.y1))
        / (after.box.x0 + after.box.x1 - before.box.x0 - before.box.x1)
        for before, after in pairwise(words)
        if 0 < after.box.x0 - before.box.x1 < before.word.size
        and abs(after.box.y0 - before.box.y0) < before.word.size / 2
    ]
    slope = median(slopes) if len(slopes) >= FEWEST_SLOPES else 0.0
    if not LEAST_SKEW <= abs(slope) <= MOST_SKEW:
        return words
    return [_Placed(placed.word, _sheared(placed.box, slope)) for placed in words]


def _sheared(box: Box, slope: float) -> Box:
    drop = slope * (box.x0 + box.x1) / 2
    return Box(box.x0, box.y0 - drop, box.x1, box.y1 - drop)


def _printed_lines(words: Iterable[_Placed]) -> list[_Printed]:
    rows: list[list[_Placed]] = []
    top = bottom = 0.0
    for placed in sorted(words, key=lambda placed: (placed.box.y0 + placed.box.y1) / 2):
        box = placed.box
        facing = min(bottom, box.y1) - max(top, box.y0)
        if rows and facing >= FACING * min(bottom - top, box.y1 - box.y0):
            rows[-1].append(placed)
            # The tallest word stands for the line: an exponent must not drag it up.
            if box.y1 - box.y0 > bottom - top:
                top, bottom = box.y0, box.y1
        else:
            rows.append([placed])
            top, bottom = box.y0, box.y1
    return [_segments(sorted(row, key=lambda placed: placed.box.x0)) for row in rows]


def _segments(row: list[_Placed]) -> _Printed:
    segments: _Printed = [[row[0]]]
    for before, after in pairwise(row):
        if after.box.x0 - before.box.x1 > SEGMENT_GAP * max(before.word.size, after.word.size):
            segments.append([after])
        else:
            segments[-1].append(after)
    return segments


# ---- columns -----------------------------------------------------------------------------------------------------


def _blocks(page: int, rows: list[_Printed]) -> list[Block]:
    blocks: list[Block] = []
    single: list[_Printed] = []
    place = 0
    while place < len(rows):
        end, gutter = _two_columns(rows, place)
        if end == place:
            single.append(rows[place])
            place += 1
            continue
        blocks.append(_block(page, single))
        single = []
        left, right = _split(rows[place:end], gutter)
        blocks += [*_blocks(page, left), *_blocks(page, right)]
        place = end
    blocks.append(_block(page, single))
    return [block for block in blocks if block]


def _block(page: int, rows: Iterable[_Printed]) -> Block:
    return tuple(_line(page, [placed for segment in row for placed in segment]) for row in rows)


def _line(page: int, row: list[_Placed]) -> Line:
    words = tuple(placed.word for placed in row)
    return Line(
        page,
        words,
        _around([word.box for word in words]),
        _around([placed.box for placed in row]),
        " ".join(word.text for word in words),
        max(word.size for word in words),
        all(word.bold for word in words),
    )


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.x0 for box in boxes),
        min(box.y0 for box in boxes),
        max(box.x1 for box in boxes),
        max(box.y1 for box in boxes),
    )


def _two_columns(rows: list[_Printed], start: int) -> tuple[int, float]:
    """(end, gutter): the rows from `start` to `end` stand on both sides of the white band around x = `gutter`.

    `end == start` where no two columns begin at this row.
    """
    for before, after in pairwise(rows[start]):
        low, high = before[-1].box.x1, after[0].box.x0
        end, gutter = start, (low + high) / 2
        for row in rows[start:]:
            band = _white_band(row, low, high)
            if band is None:
                break
            low, high = band
            gutter = (low + high) / 2
            end += 1
        end = _last_facing(rows, start, end, gutter)
        if _is_columns(rows[start:end], gutter):
            return end, gutter
    return start, 0.0


def _white_band(row: _Printed, low: float, high: float) -> tuple[float, float] | None:
    """What is left of the white band low–high beside the words of this row; None where they cross it."""
    size = row[0][0].word.size
    for segment in row:
        x0, x1 = segment[0].box.x0, segment[-1].box.x1
        if x1 <= (low + high) / 2:
            low = max(low, x1)
        elif x0 >= (low + high) / 2:
            high = min(high, x0)
        else:
            return None
    return (low, high) if high - low > SEGMENT_GAP * size / 2 else None


def _last_facing(rows: list[_Printed], start: int, end: int, gutter: float) -> int:
    """`end` drawn back to the last row with words on the right, and what follows it at the pitch of its column."""
    last = start
    for place in range(start, end):
        if rows[place][-1][0].box.x0 >= gutter:
            last = place + 1
    while last < end and last > start and _gap(rows[last - 1], rows[last]) < rows[last][0][0].word.size:
        last += 1
    return last


def _gap(above: _Printed, below: _Printed) -> float:
    return min(placed.box.y0 for placed in below[0]) - max(placed.box.y1 for placed in above[0])


def _split(rows: Iterable[_Printed], gutter: float) -> tuple[list[_Printed], list[_Printed]]:
    left: list[_Printed] = []
    right: list[_Printed] = []
    for row in rows:
        before = [segment for segment in row if segment[-1].box.x1 <= gutter]
        after = [segment for segment in row if segment[-1].box.x1 > gutter]
        if before:
            left.append(before)
        if after:
            right.append(after)
    return left, right


def _is_columns(rows: list[_Printed], gutter: float) -> bool:
    left, right = _split(rows, gutter)
    if min(len(left), len(right)) < COLUMN_LINES:
        return False
    if all(_fill(side) >= PROSE_FILL and _words_per_line(side) >= COLUMN_WORDS for side in (left, right)):
        return True
    return _is_aside(left, right)


def _fill(rows: list[_Printed]) -> float:
    starts = [row[0][0].box.x0 for row in rows]
    ends = [row[-1][-1].box.x1 for row in rows]
    width = max(ends) - min(starts)
    return median(end - start for start, end in zip(starts, ends, strict=True)) / width if width else 0.0


def _words_per_line(rows: list[_Printed]) -> float:
    return sum(len(segment) for row in rows for segment in row) / len(rows)


def _is_aside(left: list[_Printed], right: list[_Printed]) -> bool:
    """A stamp or an address beside the text: aligned, of whole phrases, and not the values of labels on the left."""
    starts = [row[0][0].box.x0 for row in right]
    labels = sum(row[-1][-1].word.text.endswith(":") for row in left)
    aligned = max(starts) - min(starts) <= ALIGNED * right[0][0][0].word.size
    return aligned and _words_per_line(right) > ASIDE_WORDS and labels * 2 < len(left)
