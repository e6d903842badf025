"""Columns of prose on a page: printed lines parted where a white band runs down between two texts.

What enters: the printed lines of a page, each cut into segments where its white is wide. What leaves: runs of lines,
one per column, in reading order. This stage does not read words; forms keep their values beside their labels.
"""

from collections.abc import Iterable
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from ingest.reader.records import Box, Word

# In sizes of type: white wider than this between two words is not a word space, even in justified text.
SEGMENT_GAP = 1.6
# Lines on each side of a white band that make two columns of it.
COLUMN_LINES = 3
# Share of a column's width that its lines fill where it is prose; the values of a form fill less.
PROSE_FILL = 0.7
# Words per line of prose set in columns; above the second figure, for what stands without wide white, the right side of
# a page is a text of its own (a stamp), not the values of a form.
COLUMN_WORDS = 2.5
ASIDE_WORDS = 3.5
# Times the type of the text: that of a margin, at most; and the lines that it takes on each side to be one.
MARGIN_TYPE = 0.85
MARGIN_LINES = 6
# In sizes of type: left edges this near are aligned; and the share of the lines of a text that are, beside the entries
# of its lists and its centred titles.
ALIGNED = 1.0
MOSTLY = 0.5


class Placed(NamedTuple):
    """A word with its box turned into its own reading direction, in points."""

    word: Word
    box: Box


Segment = list[Placed]
# The segments of one printed line, left to right.
Printed = list[Segment]


def part_columns(rows: list[Printed]) -> list[list[Printed]]:
    """The lines of each column, in reading order: what stands above, the left column, the right one, what follows."""
    runs: list[list[Printed]] = []
    single: list[Printed] = []
    place = 0
    while place < len(rows):
        end, gutter = _two_columns(rows, place)
        if end == place:
            single.append(rows[place])
            place += 1
            continue
        # The right column may begin higher than the left one.
        while single and single[-1][0][0].box.x0 >= gutter and _follows(single[-1], rows[place]):
            single.pop()
            place -= 1
        left, right = _split(rows[place:end], gutter)
        runs += [single, *part_columns(left), *part_columns(right)]
        single = []
        place = end
    return [run for run in [*runs, single] if run]


def _two_columns(rows: list[Printed], start: int) -> tuple[int, float]:
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


def _white_band(row: Printed, low: float, high: float) -> tuple[float, float] | None:
    """What is left of the white band low–high beside the words of this row; None where they cross it."""
    size = row[0][0].word.size
    for segment in row:
        x0, x1 = segment[0].box.x0, segment[-1].box.x1
        # The band may have begun beside a short line, and the next one run further into it.
        if x1 <= high and (x0 < low or x1 <= (low + high) / 2):
            low = max(low, x1)
        elif x0 >= low:
            high = min(high, x0)
        else:
            return None
    return (low, high) if high - low > SEGMENT_GAP * size / 2 else None


def _last_facing(rows: list[Printed], start: int, end: int, gutter: float) -> int:
    """`end` drawn back to the last row with words on the right, and what follows it at the pitch of its column."""
    last = start
    for place in range(start, end):
        if rows[place][-1][0].box.x0 >= gutter:
            last = place + 1
    while last < end and last > start and _gap(rows[last - 1], rows[last]) < rows[last][0][0].word.size:
        last += 1
    return last


def _follows(above: Printed, below: Printed) -> bool:
    return _gap(above, below) < below[0][0].word.size


def _gap(above: Printed, below: Printed) -> float:
    return min(placed.box.y0 for placed in below[0]) - max(placed.box.y1 for placed in above[0])


def _split(rows: Iterable[Printed], gutter: float) -> tuple[list[Printed], list[Printed]]:
    left: list[Printed] = []
    right: list[Printed] = []
    for row in rows:
        before = [segment for segment in row if segment[-1].box.x1 <= gutter]
        after = [segment for segment in row if segment[-1].box.x1 > gutter]
        if before:
            left.append(before)
        if after:
            right.append(after)
    return left, right


def _is_columns(rows: list[Printed], gutter: float) -> bool:
    left, right = _split(rows, gutter)
    if min(len(left), len(right)) < COLUMN_LINES or _heads_values(left):
        return False
    if all(_fill(side) >= PROSE_FILL and _words_per_line(side) >= COLUMN_WORDS for side in (left, right)):
        return True
    return _is_margin(left, right) or _is_aside(right)


def _fill(rows: list[Printed]) -> float:
    starts = [row[0][0].box.x0 for row in rows]
    ends = [row[-1][-1].box.x1 for row in rows]
    width = max(ends) - min(starts)
    return median(end - start for start, end in zip(starts, ends, strict=True)) / width if width else 0.0


def _words_per_line(rows: list[Printed]) -> float:
    return sum(len(segment) for row in rows for segment in row) / len(rows)


def _is_margin(left: list[Printed], right: list[Printed]) -> bool:
    """Who sat, who was excused, when they were called, in smaller type down the margin of what they decided."""
    sizes = [median(row[0][0].word.size for row in side) for side in (left, right)]
    lengths = [len(side) for side in (left, right)]
    return sizes[0] <= MARGIN_TYPE * sizes[1] and min(lengths) >= MARGIN_LINES


def _heads_values(left: list[Printed]) -> bool:
    """Whether most lines are labels of what stands beside them."""
    return 2 * sum(row[-1][-1].word.text.endswith(":") for row in left) >= len(left)


def _is_aside(right: list[Printed]) -> bool:
    """A stamp or an address beside the text: aligned, of whole phrases."""
    starts = [row[0][0].box.x0 for row in right]
    edge = min(starts) + ALIGNED * right[0][0][0].word.size
    aligned = sum(start <= edge for start in starts) >= MOSTLY * len(starts)
    phrases = [len(segment) for row in right for segment in row]  # columns of figures have several on a line
    return aligned and sum(phrases) > ASIDE_WORDS * len(phrases)
