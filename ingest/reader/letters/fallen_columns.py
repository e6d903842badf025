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
# Times the type size, which lines of figures alone make look smaller. A currency stands no further behind its figures,
# nor thousands before them.
AGAINST: Final = 1.5
# Times the usual size of type. Currencies and thousands are no wider.
NARROW: Final = 2.0
# Figures. So many beside a column show that it is a part of them.
ENOUGH: Final = 2


class FallenColumn(NamedTuple):
    """Words read so, and the box around them. `of_figures`: they are a part of the figures beside: a currency,
    or thousands."""

    words: Sequence[Word]
    box: Box
    of_figures: bool


def fallen_columns(words: Sequence[Word]) -> Iterator[FallenColumn]:
    """The columns of these words that were read down the page, and badly."""
    upright = [word for word in words if not word.angle]
    usual = median(word.size for word in upright) if upright else 0.0
    for column in _columns([word for word in words if word.angle]):
        if mean_certainty(column) < FALLEN:
            box = box_around(word.box for word in column)
            level = [word for word in upright if box.is_level(word.box)]
            part = box.x1 - box.x0 <= NARROW * usual and sum(_is_beside(word, box) for word in level) >= ENOUGH
            yield FallenColumn(column, _with_letters_beside(box, level, BESIDE * usual), part)


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


def _with_letters_beside(column: Box, level: Sequence[Word], far: float) -> Box:
    """The box of a column, as far as the middle of the white up to the words beside it."""
    middle = (column.x0 + column.x1) / 2
    left = [(word.box.x1 + column.x0) / 2 for word in level if word.box.x1 <= middle]
    right = [(word.box.x0 + column.x1) / 2 for word in level if word.box.x0 >= middle]
    return column._replace(x0=max([column.x0 - far, *left]), x1=min([column.x1 + far, *right]))


def _is_beside(word: Word, column: Box) -> bool:
    """Whether a figure ends right before a column, or begins right behind it."""
    reach = (-word.size / 2, AGAINST * word.size)
    before, behind = column.x0 - word.box.x1, word.box.x0 - column.x1
    ends = reach[0] <= before <= reach[1] and word.text[-1:].isdigit()
    return ends or (reach[0] <= behind <= reach[1] and word.text[:1].isdigit())
