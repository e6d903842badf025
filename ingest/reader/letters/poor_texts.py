"""Texts outside grids that read badly: Tesseract takes two lines of one cell and one of the next for a single line.

Takes an upright sheet without its rules and the words recognised on it; gives the texts to read again, each with the
box in which it stands alone. Nothing is recognised here. Points.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np

from ingest.reader.geometry.word_lines import lines_of_words
from ingest.reader.images.scan_images import Sheet
from ingest.reader.letters.recognised_print import mean_certainty
from ingest.reader.records import Box, Word, box_around

# 0–1, mean over the letters. Lines of print reach 0.85 even on poor scans, what is read across them 0.5.
POOR: Final = 0.8
# Letters. Fewer are what a pen or a stamp is read as.
FEWEST: Final = 3
# Times the type size. Words of one text stand no further apart.
APART: Final = 0.8
# Times the type size. A text may go on this far over and under what was read of it, and on its sides.
REACH: Final = 1.2
BESIDE: Final = 3.0
# Times the type size. Nothing is printed between rules nearer than this.
LOWEST: Final = 0.5
# Times the type size. Lines of print overlap by less.
INTO: Final = 0.25
# Points. White around a box that is read by itself.
AROUND: Final = 1.0
# Share of the columns of pixels of a text that are ink where a rule runs over or under it.
RULED: Final = 0.9


class PoorText(NamedTuple):
    """Words beside one another, and the box up to the rules and words around them."""

    words: Sequence[Word]
    box: Box


def poor_texts(sheet: Sheet, words: Sequence[Word]) -> Iterator[PoorText]:
    """The texts of these words that read badly."""
    texts = list(_texts(words))
    for poor in [text for text in texts if mean_certainty(text) < POOR and _letters(text) >= FEWEST]:
        if poor not in texts:
            continue
        # Texts set half a line lower are of the lines that were taken for one.
        text: list[Word] = []
        run = [poor]
        while run:
            texts = [one for one in texts if one not in run]
            text += [word for one in run for word in one]
            run = [one for one in texts if _runs_into(one, text)]
        box = _alone(sheet, text, [word for word in words if word not in text])
        if box.y1 - box.y0 >= LOWEST * text[0].size:
            yield PoorText(text, box)


def _texts(words: Sequence[Word]) -> Iterator[list[Word]]:
    for line in lines_of_words(words):
        text = line[:1]
        for before, word in pairwise(line):
            if word.box.x0 - before.box.x1 > APART * word.size:
                yield text
                text = []
            text.append(word)
        yield text


def _letters(text: Sequence[Word]) -> int:
    return sum(len(word.text) for word in text)


def _runs_into(text: Sequence[Word], other: Sequence[Word]) -> bool:
    one, two = (box_around(word.box for word in words) for words in (text, other))
    across = min(one.x1, two.x1) - max(one.x0, two.x0)
    down = min(one.y1, two.y1) - max(one.y0, two.y0)
    return across > 0 and down > INTO * text[0].size


def _alone(sheet: Sheet, text: Sequence[Word], others: Sequence[Word]) -> Box:
    """The box of a text with what may be of it around: as far as the words of others and rules let it."""
    box, size = box_around(word.box for word in text), max(word.size for word in text)
    middle = (box.y0 + box.y1) / 2
    level = [one.box for one in others if one.box.y0 < box.y1 and box.y0 < one.box.y1]
    x0 = max([box.x0 - BESIDE * size, *(one.x1 for one in level if one.x1 <= box.x0)])
    x1 = min([box.x1 + BESIDE * size, *(one.x0 for one in level if one.x0 >= box.x1)])
    near = [one.box for one in others if one.box.x0 < x1 and x0 < one.box.x1]
    y0 = max([box.y0 - REACH * size, *(one.y1 for one in near if (one.y0 + one.y1) / 2 < middle)])
    y1 = min([box.y1 + REACH * size, *(one.y0 for one in near if (one.y0 + one.y1) / 2 > middle)])
    rules = [level / sheet.scale for level in _ruled(sheet, Box(box.x0, y0, box.x1, y1))]
    y0 = max([min(y0, box.y0), *(level + AROUND for level in rules if level < middle)])
    y1 = min([max(y1, box.y1), *(level - AROUND for level in rules if level > middle)])
    return Box(x0, y0, x1, y1)


def _ruled(sheet: Sheet, box: Box) -> Sequence[int]:
    """The rows of pixels of a box that a rule fills; the ink of a sheet still has those of its image."""
    left, top, right, bottom = (max(0, round(edge * sheet.scale)) for edge in box)
    filled = sheet.ink(top, bottom)[:, left:right].mean(axis=1) >= RULED if right > left and bottom > top else []
    return [top + int(row) for row in np.flatnonzero(filled)]
