"""Letters of a page image that no word of the page stands on: what a layer of text left out.

Takes an upright sheet, words and boxes in points; counts pieces of ink of the size of letters. It recognises nothing.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

import cv2
import numpy as np

from ingest.reader.images.scan_images import LETTER_HEIGHT, LETTER_WIDTH, Sheet
from ingest.reader.records import Box, Word

# Points. Letters are at most this high and wide; what is larger is a picture, or print that runs into a rule.
TALLEST, WIDEST = 22.0, 26.0
# 0–255. Darker ink is print; where a rule was erased, its place is as bright as the paper.
PRINTED: Final = 180
# Points. How far letters reach out of the boxes of their words, where recognition set these loosely.
AROUND_WORD: Final = 2.0


class Print(NamedTuple):
    """The letters of an image, or what looks like them: how many, and how many of them no word stands on."""

    letters: int
    uncovered: int


def uncovered_print(sheet: Sheet, words: Iterable[Word], within: Iterable[Box] = ()) -> Print:
    """What is printed on the page, or in the boxes `within` where any are given, beside its words."""
    print_ink = (sheet.ink() > 0) & (sheet.grey < PRINTED)
    _, _, stats, centres = cv2.connectedComponentsWithStats(print_ink.astype(np.uint8))
    width, height = stats[:, cv2.CC_STAT_WIDTH] / sheet.scale, stats[:, cv2.CC_STAT_HEIGHT] / sheet.scale
    tall = (height >= LETTER_HEIGHT) & (height <= TALLEST)
    letters = centres[tall & (width >= LETTER_WIDTH) & (width <= WIDEST)] / sheet.scale
    inside = tuple(within)
    if inside:
        letters = letters[np.any([_in_box(letters, box) for box in inside], axis=0)]
    covered = _covered(sheet, words)
    across = np.clip(letters[:, 0].astype(int), 0, covered.shape[1] - 1)
    down = np.clip(letters[:, 1].astype(int), 0, covered.shape[0] - 1)
    return Print(len(letters), int(np.count_nonzero(~covered[down, across])))


def _covered(sheet: Sheet, words: Iterable[Word]) -> np.ndarray:
    """One cell a square point, true where a word stands."""
    covered = np.zeros((round(sheet.height) + 1, round(sheet.width) + 1), dtype=bool)
    for word in words:
        x0, y0, x1, y1 = word.box
        left, top = max(0, int(x0 - AROUND_WORD)), max(0, int(y0 - AROUND_WORD))
        covered[top : int(y1 + AROUND_WORD) + 1, left : int(x1 + AROUND_WORD) + 1] = True
    return covered


def _in_box(points: np.ndarray, box: Box) -> np.ndarray:
    across, down = points[:, 0], points[:, 1]
    return np.asarray((box.x0 <= across) & (across <= box.x1) & (box.y0 <= down) & (down <= box.y1))
