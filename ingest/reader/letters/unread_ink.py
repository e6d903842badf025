"""Ink that no recognised word covers: Tesseract sets lone figures aside, and `1 500` becomes `500`, or nothing.

Takes an upright sheet without its rules and the words recognised on it; gives the figures to read again, each with the
ink beside it, and the places of words that were left out whole. Nothing is recognised here. Points.
"""

from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import Final, NamedTuple

import cv2
import numpy as np

from ingest.reader.engines.drawn_pages import GreyImage
from ingest.reader.images.scan_images import LETTER_HEIGHT, LETTER_WIDTH, Sheet
from ingest.reader.letters.second_readings import CONTESTED
from ingest.reader.records import Box, Word, box_around

# Pixels a point at which ink is looked at: a stroke of a figure is broader than one.
FINENESS: Final = 2
# 0–255. Darker pixels are ink: the thin strokes of a typewriter face are grey once the page is reduced.
INK: Final = 180
# Points. What the letters of a word leave around its box; figures of one number stand no further apart.
AROUND_WORD: Final = 0.5
APART: Final = 2.5
# Times the type size. Ink this near to a figure, on its line, may belong to it; it is no higher nor longer than this.
BESIDE: Final = 1.0
HIGHEST: Final = 1.2
LONGEST: Final = 2.5


# Square points. A stroke of a pen over a figure covers more; its edge beside one does not.
WORN: Final = 1.0
# Times the type size. Words left out whole are as high as the print, and not narrower than two figures.
LOWEST: Final = 0.4
NARROWEST: Final = 0.9


class Unread(NamedTuple):
    """Ink that is in no word: the figures beside which it stands, and the boxes of words that were left out whole.
    `stained`: the places of figures into which the ink of a stamp or of a pen runs, which no reading tells apart."""

    figures: Sequence["UnreadFigure"]
    words: Sequence[Box]
    stained: Sequence[int] = ()


class UnreadFigure(NamedTuple):
    """A word with a figure in it, by its place among the words, and the box of it with the ink that was left out."""

    place: int
    box: Box


def unread_ink(sheet: Sheet, words: Sequence[Word]) -> Unread:
    """The figures with ink beside them that is no part of a word, of the size of a letter or run in from a stamp, and
    what was left out of a line of words."""
    figures = [place for place, word in enumerate(words) if not word.angle and any(map(str.isdigit, word.text))]
    if not figures:
        return Unread([], [])
    held: dict[int, Box] = {}
    lone: list[Box] = []
    bare = _bare_ink(sheet, words)
    for ink in _left_out(bare):
        beside = [place for place in figures if _may_belong(ink, words[place])]
        if beside:
            place = min(beside, key=lambda place: ink.white_beside(words[place].box))
            held[place] = box_around((ink, held.get(place, words[place].box)))
        else:
            lone.append(ink)
    stained = [place for place in figures if place not in held and _is_stained(bare, words[place])]
    read_again = [UnreadFigure(place, box) for place, box in sorted(held.items())]
    return Unread(read_again, list(_whole_words(lone, words)), stained)


def with_worn_figures_doubted(sheet: Sheet, words: Iterable[Word]) -> Iterator[Word]:
    """The words, figures doubted that ink of a colour was taken off: a part of them may have gone with it."""
    for word in words:
        if sheet.kept is not None and any(map(str.isdigit, word.text)) and _taken_off(sheet.kept, word.box) >= WORN:
            word = word._replace(certainty=min(word.certainty, CONTESTED))
        yield word


def _taken_off(kept: GreyImage, box: Box) -> float:
    """Square points of ink of a colour that are gone from a box."""
    left, top = (max(0, int(edge)) for edge in box[:2])
    inside = kept[top : round(box.y1) + 1, left : round(box.x1) + 1]
    return float(np.subtract(255, inside, dtype=np.float64).sum()) / 255


def _whole_words(lone: Sequence[Box], words: Sequence[Word]) -> Iterator[Box]:
    """Boxes around pieces of ink that stand on a line of words, those of one text together."""
    usual = median(word.size for word in words)
    pieces = sorted(box for box in lone if LOWEST * usual <= box.y1 - box.y0 <= HIGHEST * usual)
    texts: list[Box] = []
    for piece in pieces:
        before = next((box for box in reversed(texts) if _goes_on(box, piece, usual)), None)
        if before is not None:
            texts.remove(before)
            piece = box_around((before, piece))
        texts.append(piece)
    for box in texts:
        level = any(word.box.is_level(box) for word in words if not word.angle)
        if level and box.x1 - box.x0 >= NARROWEST * usual and box.y1 - box.y0 <= HIGHEST * usual:
            yield box


def _goes_on(box: Box, piece: Box, usual: float) -> bool:
    return box.white_beside(piece) <= BESIDE * usual and box.is_level(piece)


def _may_belong(ink: Box, figure: Word) -> bool:
    letters = ink.y1 - ink.y0 <= HIGHEST * figure.size and ink.x1 - ink.x0 <= LONGEST * figure.size
    return figure.box.is_level(ink) and letters and ink.white_beside(figure.box) <= BESIDE * figure.size


def _is_stained(bare: np.ndarray, figure: Word) -> bool:
    """Whether ink as high as print, a stamp's or a pen's, stands right before the figure, where one more may be."""
    x0, y0, _, y1 = figure.box
    left, right = max(0.0, x0 - BESIDE * figure.size), x0 - AROUND_WORD
    zone = bare[round(y0 * FINENESS) : round(y1 * FINENESS), round(left * FINENESS) : round(right * FINENESS)] > 0
    high, wide = (np.count_nonzero(zone.any(axis=axis)) / FINENESS for axis in (1, 0))
    return bool(high >= LOWEST * figure.size and wide >= LOWEST * figure.size)


def _bare_ink(sheet: Sheet, words: Sequence[Word]) -> np.ndarray:
    """The ink of the sheet outside the words."""
    size = (round(sheet.width * FINENESS), round(sheet.height * FINENESS))
    small = np.asarray(cv2.resize(sheet.grey, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    ink = (small < INK).astype(np.uint8)
    for word in words:
        left, top = (max(0, round((edge - AROUND_WORD) * FINENESS)) for edge in word.box[:2])
        right, bottom = (round((edge + AROUND_WORD) * FINENESS) for edge in word.box[2:])
        ink[top:bottom, left:right] = 0
    return ink


def _left_out(ink: np.ndarray) -> list[Box]:
    """Boxes around ink of the size of letters, that of one number together."""
    gap = round(APART * FINENESS) | 1
    joined = np.asarray(cv2.dilate(ink, np.ones((1, gap), np.uint8)), dtype=np.uint8)
    contours, _ = cv2.findContours(joined, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    boxes = []
    for left, top, width, height in map(cv2.boundingRect, contours):
        width, left = width - (gap - 1), left + gap // 2
        if height >= LETTER_HEIGHT * FINENESS and width >= LETTER_WIDTH * FINENESS:
            boxes.append(Box(*(edge / FINENESS for edge in (left, top, left + width, top + height))))
    return boxes
