"""Narrow columns that Tesseract takes for lines of text running down the page: numbers of rows, signs, short names.

Takes the words of a page outside its grids; gives those columns that read badly so, each with what its signs are.
Nothing is recognised here. Points.
"""

from collections.abc import Iterator, Sequence
from statistics import median
from typing import Final, NamedTuple

from ingest.reader.letters.recognised_print import mean_certainty
from ingest.reader.records import Box, Word, box_around

# 0–1, mean over the letters. Labels printed upwards reach 0.85 even on poor scans, a fallen column 0.4.
FALLEN: Final = 0.7
# Times the usual size of type. The letters of a column may begin and end this far beside what was read of it.
BESIDE: Final = 1.5
# Times the type size, which lines of figures alone make look smaller. A currency stands no further behind its figures.
BEHIND: Final = 1.5
# Figures. So many in front of a column show that it is the end of them.
ENOUGH: Final = 2


class FallenColumn(NamedTuple):
    """Words read so, and the box around them. `of_figures`: they are the ends of the figures in front, a currency."""

    words: Sequence[Word]
    box: Box
    of_figures: bool


def fallen_columns(words: Sequence[Word]) -> Iterator[FallenColumn]:
    """The columns of these words that were read down the page, and badly."""
    upright = [word for word in words if not word.angle]
    for column in _columns([word for word in words if word.angle]):
        if mean_certainty(column) < FALLEN:
            box = box_around(word.box for word in column)
            of_figures = sum(_is_in_front(word, box) for word in upright) >= ENOUGH
            yield FallenColumn(column, _with_letters_beside(box, upright), of_figures)


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


def _with_letters_beside(column: Box, words: Sequence[Word]) -> Box:
    """The box of a column, as far as the middle of the white up to the words beside it."""
    level = [word.box for word in words if column.y0 <= (word.box.y0 + word.box.y1) / 2 <= column.y1]
    far = BESIDE * median(word.size for word in words) if words else 0.0
    x0 = max([column.x0 - far, *((box.x1 + column.x0) / 2 for box in level if box.x1 <= column.x0)])
    x1 = min([column.x1 + far, *((box.x0 + column.x1) / 2 for box in level if box.x0 >= column.x1)])
    return column._replace(x0=x0, x1=x1)


def _is_in_front(word: Word, column: Box) -> bool:
    level = column.y0 <= (word.box.y0 + word.box.y1) / 2 <= column.y1
    near = -word.size / 2 <= column.x0 - word.box.x1 <= BEHIND * word.size
    return level and near and word.text[-1:].isdigit()
