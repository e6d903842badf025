"""Figures that a pen has crossed, or struck through: no reading of them is sure.

Takes a sheet without its rules and the words recognised on it; gives the words, such figures doubted. It reads nothing.
"""

from collections.abc import Iterator, Sequence
from statistics import median
from typing import Final

from ingest.reader.images.scan_images import Sheet
from ingest.reader.letters.second_readings import CONTESTED
from ingest.reader.records import Word

# Times the size of the words beside it. Strokes that reach over and under a figure make its line so much higher.
HIGHER: Final = 1.4
# 0–255. Where a rule was erased the paper is as light as this, and the ink of the sheet still has it.
ERASED: Final = 235
# Shares of the height of a figure between which a rule runs through it, not under or over it.
WITHIN: Final = (0.2, 0.8)
# Points of a figure that a rule runs through.
LEAST: Final = 3.0


def with_crossed_figures_doubted(sheet: Sheet, words: Sequence[Word]) -> Iterator[Word]:
    """The words, figures doubted that are higher than what is printed beside them, or that a rule ran through."""
    figures = [word for word in words if not word.angle and any(map(str.isdigit, word.text))]
    # Where recognition makes all the lines of a column too high, nothing is crossed there.
    usual = median(word.size for word in figures) if figures else 0.0
    high = [word for word in figures if word.size >= HIGHER * usual and _is_higher(word, words)]
    for word in words:
        if word in high or (word in figures and _is_struck(sheet, word)):
            word = word._replace(certainty=min(word.certainty, CONTESTED))
        yield word


def _is_higher(figure: Word, words: Sequence[Word]) -> bool:
    sizes = [
        word.size for word in words if not word.angle and word.size != figure.size and figure.box.is_level(word.box)
    ]
    return bool(sizes) and figure.size >= HIGHER * median(sizes)


def _is_struck(sheet: Sheet, figure: Word) -> bool:
    x0, y0, x1, y1 = figure.box
    top, bottom = (max(0, round((y0 + share * (y1 - y0)) * sheet.scale)) for share in WITHIN)
    across = slice(max(0, round(x0 * sheet.scale)), max(0, round(x1 * sheet.scale)))
    erased = (sheet.ink(top, bottom)[:, across] > 0) & (sheet.grey[top:bottom, across] >= ERASED)
    return bool(erased.size) and int(erased.sum(axis=1).max()) >= LEAST * sheet.scale
