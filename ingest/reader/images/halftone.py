"""Shades that a copier prints as dots, taken out of a page image before it is turned; letters stay.

Takes and gives grey arrays as scanned, 0 black to 255 white. Dust is no shade: its specks are far apart. Images with
shades of grey stay as they are.
"""

from typing import Final

import cv2
import numpy as np

from ingest.reader.engines.drawn_pages import GreyImage
from ingest.reader.images.bands import BAND
from ingest.reader.images.shades import as_grey, thickened

# 0–255. Darker pixels are ink.
INK: Final = 128
# 0–255, and share. Of the ink of an image of black and white alone, drawn at another size, at most 0.66 is lighter than
# this; of the ink of grey images 0.75 and more. Shades are dots in the first alone; thin letters break into specks in
# the others.
BLACK: Final = 40
WHITE: Final = 215
GREY: Final = 0.7
# Points. Dots of a shade are no larger; the smallest full stops measure 0.7.
DOT: Final = 0.62
# Points. How far around the dots of a shade are counted, and what share of that surface their ink covers at least:
# specks of dust cover twenty times less.
AROUND: Final = 9.0
DENSE: Final = 0.006
# Points. Nearer to larger pieces of ink, dots are pieces of broken letters; and how far the steps that the copier left
# around letters are smoothed among dots, which are what steps are told by.
OF_LETTERS: Final = 0.7
SMOOTH: Final = 0.28
# Shares. Of the length of a dithered rule this has ink at least, and of a strip this many points beside it no more
# than that: dots of a shade have as much in all directions.
FOLLOWS: Final = 0.5
ALONE: Final = 0.06
BESIDE: Final = 1.4


def without_dots(grey: GreyImage, scale: float, *, two_tone: bool = False) -> GreyImage:
    """The image, white where the dots of a shade were. `scale`: pixels a point. `two_tone`: it is known to be of black
    and white alone; lone dots between two pixels of what is drawn look grey, and tell it from no other."""
    if not two_tone and _is_grey(grey):
        return grey
    largest, side = max(1.0, DOT * scale), round(AROUND * scale)
    clean = grey
    for top in range(0, len(grey), BAND):
        band = slice(top, top + BAND)
        ink = (grey[band] < INK).view(np.uint8)
        if _in_short_runs(ink, int(largest)) < ink.size * DENSE / 8:
            continue
        dots = _small_pieces(ink, largest)
        if dots.mean() < DENSE / 8:
            continue
        clean = grey.copy() if clean is grey else clean
        dense = cv2.boxFilter(dots, cv2.CV_32F, (side, side)) >= DENSE
        # The grey fringe of a dot goes with it.
        fringed = cv2.dilate(dots, np.ones((3, 3), np.uint8)) > 0
        pieces = thickened(ink - dots, OF_LETTERS * scale) > 0
        shaded = dense & ~_on_rule(ink, side, round(BESIDE * scale))
        clean[band][shaded & fringed & (ink == dots) & ~pieces] = 255
        clean[band] = np.where(shaded, cv2.GaussianBlur(clean[band], (0, 0), SMOOTH * scale), clean[band])
    return clean


def _on_rule(ink: GreyImage, side: int, beside: int) -> np.ndarray:
    """Where ink follows ink along one line with white on a side of it: a grey rule that the copier dithered."""
    found = np.zeros(ink.shape, dtype=bool)
    for axis, thick, along in ((0, (3, 1), (side, 1)), (1, (1, 3), (1, side))):
        follows = cv2.boxFilter(cv2.dilate(ink, np.ones(thick, np.uint8)), cv2.CV_32F, along) >= FOLLOWS
        around = cv2.boxFilter(ink, cv2.CV_32F, (max(along[0], beside), max(along[1], beside)))
        found |= follows & (np.minimum(np.roll(around, beside, axis), np.roll(around, -beside, axis)) <= ALONE)
    return found


def _is_grey(grey: GreyImage) -> bool:
    sample = grey[::3, ::3]
    marked = sample[sample < WHITE]
    return bool((marked > BLACK).mean() > GREY) if marked.size else True


def _in_short_runs(ink: GreyImage, longest: int) -> int:
    """How many pixels of ink stand in runs no longer than this, both across and down. Pieces of ink that are no larger
    are made of such pixels alone, and counting these takes a tenth of the time."""
    long = np.zeros_like(ink)
    for bar in (np.ones((1, longest + 1), np.uint8), np.ones((longest + 1, 1), np.uint8)):
        height, width = bar.shape
        whole = cv2.erode(ink, bar, anchor=(0, 0), borderType=cv2.BORDER_CONSTANT, borderValue=(0,))
        long |= as_grey(cv2.dilate(whole, bar, anchor=(width - 1, height - 1)))
    return cv2.countNonZero(ink) - cv2.countNonZero(long)


def _small_pieces(ink: GreyImage, largest: float) -> GreyImage:
    """1 on pieces of ink that are no larger than this in either direction. Dots that touch at a corner are two dots."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=4)
    small = (stats[:, cv2.CC_STAT_WIDTH] <= largest) & (stats[:, cv2.CC_STAT_HEIGHT] <= largest)
    small[0] = False
    return np.asarray(small[labels], dtype=np.uint8)
