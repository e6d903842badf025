"""A page image → the same page as dark ink on white paper.

Takes and gives grey arrays, 0 black to 255 white. Shades, shadows, the dark edges that a scanner adds and dark cells
with text in white all end as white paper; what is of another shade ends as ink, the outlines of dark cells too.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

import cv2
import numpy as np

from ingest.reader.engines.drawn_pages import GreyImage
from ingest.reader.images.bands import BAND, in_bands
from ingest.reader.images.shades import AROUND, FINENESS, as_grey, thickened, usual_shade

# Points. White paper is found this near to any point: shadows are broader, dark surfaces seldom are.
LIGHT_REACH: Final = 60
# Share of the light of most of the page. What is lighter is white paper, whose shade is that of its bare places: the
# most usual shade around letters set close is darker, and thins their strokes.
WHITE: Final = 0.93
# Points. Letters on white paper leave some of it bare in any square of this side.
BARE: Final = 5
# Share of the light of white paper. A surface darker than this may hold text in white.
DARK: Final = 0.62
# Points, across and down. No stroke of a letter or a rule is both this broad and this high, and a dark surface has such
# pieces around its letters.
SOLID: Final = (7, 2)
# Points, across and down. White letters on a dark surface leave no wider gap between its solid pieces.
LETTERED: Final = (16, 10)
# Points. A dark surface is at least this high: it holds a line of text.
LOWEST: Final = 7.0
# Share of its box that a dark surface covers where it is a cell; a punched hole covers 0.79 of its own.
SQUARE: Final = 0.88
# Points. Thickness of the line of ink along the edges of a dark cell.
OUTLINE: Final = 1.0


class _Shades(NamedTuple):
    """`FINENESS` pixels a point: the shade of the paper, where it is dark (255), the outlines of dark cells (255)."""

    paper: GreyImage
    dark: GreyImage
    outlines: GreyImage


def on_white(grey: GreyImage, small: GreyImage) -> GreyImage:
    """The image with white paper everywhere. `small`: the same, reduced."""
    shades = _shades(small)
    clean = np.empty_like(grey)
    for band, rows in _bands(grey, shades.paper):
        paper = _wide(shades.paper[rows], grey)
        away, reach = cv2.subtract(paper, grey[band]), paper
        any_dark = shades.dark[rows[0] : rows[-1] + 1].any()
        if any_dark:
            # Further in either direction where the paper is dark, darker than it elsewhere.
            dark = _wide(shades.dark[rows], grey) > 0
            away = np.where(dark, cv2.absdiff(grey[band], paper), away)
            reach = np.where(dark, np.maximum(paper, 255 - paper), paper)
        clean[band] = 255 - as_grey(cv2.divide(away, reach, scale=255))
        if any_dark:
            clean[band][_wide(shades.outlines[rows], grey) > 0] = 0
    return clean


def _shades(small: GreyImage) -> _Shades:
    light = _light(small)
    dark = _dark_surfaces(small, light)
    outlines = np.zeros_like(small)
    bare = as_grey(cv2.morphologyEx(small, cv2.MORPH_CLOSE, _block(BARE, BARE)))
    white = (bare >= WHITE * _usual(light)) & (dark == 0)
    paper = _bare_shade(small, bare)
    if dark.any():
        lit = np.where(dark > 0, _usual(small), small).astype(np.uint8)
        paper = np.where(white, paper, np.where(dark > 0, _shade_of(small, dark), usual_shade(lit)))
        _outline(dark, outlines)
    elif not white.all():
        part = _around(~white)
        paper[part] = np.where(white[part], paper[part], usual_shade(small[part]))
    return _Shades(paper, dark, outlines)


def _around(marked: np.ndarray) -> tuple[slice, slice]:
    """The rows and columns that hold all that is marked, and as much around as a shade is told by."""
    left, top, width, height = cv2.boundingRect(marked.view(np.uint8))
    far = AROUND * FINENESS
    # Whole points, in which shades are looked at.
    start, end, first, last = (
        max(0, edge) // FINENESS * FINENESS for edge in (top - far, top + height + far, left - far, left + width + far)
    )
    return np.s_[start:end, first:last]


def _usual(small: GreyImage) -> float:
    """The middle shade of an image, told by one point in sixteen: all of them take ten times longer."""
    return float(np.median(small[::4, ::4]))


def _bare_shade(small: GreyImage, bare: GreyImage) -> GreyImage:
    """The mean shade around each point of what is no ink, on white paper."""
    side = AROUND * FINENESS

    def mean(start: int, end: int) -> GreyImage:
        blank = (small[start:end] >= WHITE * bare[start:end]).astype(np.float32)
        weight = np.maximum(cv2.blur(blank, (side, side)), np.float32(1e-3))
        return as_grey(cv2.blur(small[start:end] * blank, (side, side)) / weight)

    return in_bands(mean, np.empty_like(small), side)


def _light(small: GreyImage) -> GreyImage:
    """How light white paper is around each point, whatever is printed there."""
    size = small.shape[1], small.shape[0]
    coarse = cv2.resize(small, None, fx=1 / (4 * FINENESS), fy=1 / (4 * FINENESS), interpolation=cv2.INTER_AREA)
    coarse = cv2.medianBlur(coarse, 3)
    return as_grey(cv2.resize(thickened(as_grey(coarse), LIGHT_REACH // 4), size))


def _dark_surfaces(small: GreyImage, light: GreyImage) -> GreyImage:
    """255 on surfaces far darker than white paper, the letters on them included."""

    def darker(start: int, end: int) -> GreyImage:
        return as_grey((small[start:end] < DARK * light[start:end]).astype(np.uint8) * 255)

    solid = in_bands(darker, np.empty_like(small), 0)
    solid = as_grey(cv2.morphologyEx(solid, cv2.MORPH_OPEN, _block(*SOLID)))
    if not solid.any():
        return solid
    solid = as_grey(cv2.morphologyEx(solid, cv2.MORPH_CLOSE, _block(*LETTERED)))
    return as_grey(cv2.morphologyEx(solid, cv2.MORPH_OPEN, _block(SOLID[0], LOWEST)))


def _shade_of(small: GreyImage, dark: GreyImage) -> GreyImage:
    """The most usual shade of each dark surface around each of its points, its letters left out."""
    side = (AROUND * FINENESS) | 1
    left, top, width, height = cv2.boundingRect(dark)
    part = np.s_[max(0, top - side) : top + height + side, max(0, left - side) : left + width + side]
    kept = dark[part] > 0
    middle = np.median(small[part][kept]).astype(np.uint8)
    shade = np.full_like(small, middle)
    shade[part] = cv2.medianBlur(np.where(kept, small[part], middle), side)
    return shade


def _outline(dark: GreyImage, outlines: GreyImage) -> None:
    height, width = dark.shape
    contours, _ = cv2.findContours(dark, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    for contour in contours:
        left, top, across, down = cv2.boundingRect(contour)
        at_border = left == 0 or top == 0 or left + across == width or top + down == height
        if not at_border and cv2.contourArea(contour) >= SQUARE * across * down:
            cv2.drawContours(outlines, [contour], -1, (255,), round(OUTLINE * FINENESS))


def _block(across: float, down: float) -> GreyImage:
    # Odd sides, so that nothing moves by half a pixel.
    return np.ones((round(down * FINENESS) | 1, round(across * FINENESS) | 1), np.uint8)


def _bands(grey: GreyImage, paper: GreyImage) -> Iterator[tuple[slice, np.ndarray]]:
    """The rows of the image, band by band to spare memory, and for each row the one of the paper."""
    height = len(grey)
    rows = np.arange(height) * len(paper) // height
    for top in range(0, height, BAND):
        yield slice(top, top + BAND), rows[top : top + BAND]


def _wide(shade: GreyImage, grey: GreyImage) -> GreyImage:
    return as_grey(cv2.resize(shade, (grey.shape[1], len(shade)), interpolation=cv2.INTER_NEAREST))
