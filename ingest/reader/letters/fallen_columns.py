"""Narrow columns that Tesseract takes for lines of text running down the page: numbers of rows, signs of currency.

Takes the words of a page outside its grids; gives those columns that read badly so, each with what its signs are.
Nothing is recognised here. Points.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from ingest.reader.letters.recognised_print import mean_certainty
from ingest.reader.records import Box, Word, box_around

# 0–1, mean over the letters. Labels printed upwards reach 0.85 even on poor scans, a fallen column 0.4.
FALLEN: Final = 0.7
# Times the type size, which lines of figures alone make look smaller. A currency stands no further behind its figures.
BEHIND: Final = 1.5
# Figures. So many in front of a column show that it is the end of them.
ENOUGH: Final = 2


class FallenColumn(NamedTuple):
    """Words read down the page, and the box around them. `of_figures`: they are the ends of the figures in front."""

    words: Sequence[Word]
    box: Box
    of_figures: bool


def fallen_columns(words: Sequence[Word]) -> Iterator[FallenColumn]:
    """The columns of these words that were read down the page, and badly."""
    for column in _columns([word for word in words if word.angle]):
        if mean_certainty(column) < FALLEN:
            box = box_around(word.box for word in column)
            yield FallenColumn(column, box, sum(_is_in_front(word, box) for word in words) >= ENOUGH)


def _columns(fallen: Sequence[Word]) -> Iterator[list[Word]]:
    """The words one under the other: two lines of them run down a column of two figures."""
    column: list[Word] = []
    for word in sorted(fallen, key=lambda word: word.box.x0):
        if column and word.box.x0 >= max(one.box.x1 for one in column):
            yield column
            column = []
        column.append(word)
    if column:
        yield column


def _is_in_front(word: Word, column: Box) -> bool:
    level = column.y0 <= (word.box.y0 + word.box.y1) / 2 <= column.y1
    near = -word.size / 2 <= column.x0 - word.box.x1 <= BEHIND * word.size
    return level and near and not word.angle and word.text[-1:].isdigit()
