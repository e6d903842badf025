"""A page scanned in colour → its shades of grey, without what was put on the print: a stamp, a signature, a marker.

Takes blue, green and red; gives grey, 0 black to 255 white. Print in colour stays, as do coloured rules and surfaces:
only ink of a colour that lies over black print goes, and the light of a highlighter, which lets through what is under
it. Nothing is recognised here.
"""

from typing import Final

import cv2
import numpy as np

from ingest.reader.engines.drawn_pages import Colours, GreyImage
from ingest.reader.images.foreign_rules import BROADEST
from ingest.reader.images.shades import FINENESS, as_grey, sampled, usual_shade

# 0–255, between the strongest and the weakest of the three colours, once the image is reduced. Ink of a stamp or of a
# ballpoint pen has this much, black print that a scanner or JPEG fringes does not.
COLOURED: Final = 30
# The same of what a highlighter leaves on white paper, at least; shades that a program gives to cells have less.
VIVID: Final = 75
# 0–255. What a highlighter leaves is lighter than this, ink is darker.
LIGHT: Final = 140
# 0–255. How much more vivid, and lighter, what is surely that of a highlighter is.
UNSURE: Final = 30
# Share of a page. No more is highlighted; coloured paper covers all of it.
PAPER: Final = 0.4
# Points, odd. Side of the square of which letters cover less than half.
AROUND_LETTERS: Final = 7
# 0–255. The mean over such a square of what is marked 255 in half of it.
HALF: Final = 127
# 0–255. Ink of a colour is darker than this once it is reduced.
PALE: Final = 190
# 0–255. The strongest colour of black print where its strokes are the darkest, at most.
BLACK: Final = 80
# Points. Ink of one stamp leaves no wider white inside it.
WITHIN: Final = 6
# Points. A straight stroke along the page as long as this is a rule.
RULE: Final = 15
# 0–255. The strongest colour of thin black rules, at most; the frame of a stamp has a stronger one.
THIN: Final = 160
# Points. The rules of a table run on as long as this from under a stamp.
LONG: Final = 50
# Pixels by which such a rule may stray.
LEANING: Final = 3
# Points. Stamps and signatures are at least this high and broad.
LEAST: Final = 12
# Square points of ink, and share of it, that touch black print where it lies over some: print in colour touches none.
OVER: Final = 3.0
OVER_SHARE: Final = 0.02
# 0–255. The strongest colour of black print under such ink, at most, and of the ink itself, at least.
UNDER: Final = 60
OF_COLOUR: Final = 110
# Times its vividness by which ink of a colour is made lighter: any becomes white.
GAIN: Final = 2
# 0–255. What becomes lighter by this much was ink.
TAKEN: Final = 60
# Share of the pixels looked at in a page that has any colour at all.
ANY: Final = 1e-4


def in_grey(colours: Colours, scale: float) -> tuple[GreyImage, GreyImage | None]:
    """The shades of grey of an image of `scale` pixels a point, put in place of its colours; then where ink was taken
    off, 255 elsewhere, at one pixel a point, None where none was."""
    grey = as_grey(cv2.cvtColor(colours, cv2.COLOR_BGR2GRAY))
    few, _ = _vividness(np.ascontiguousarray(colours[::4, ::4]))
    if np.mean(few >= COLOURED) < ANY:
        return grey, None
    vividness, strongest = _vividness(colours)
    dark, vivid = sampled(grey, scale), sampled(vividness, scale)
    light = _highlighted(dark, vivid)
    if light.any():
        light = as_grey(cv2.resize(light, grey.shape[::-1], interpolation=cv2.INTER_LINEAR))
        grey = as_grey(cv2.add(grey, cv2.multiply(cv2.subtract(strongest, grey), light, scale=1 / 255)))
        dark = sampled(grey, scale)
    over = _over_print(dark, vivid, strongest, scale)
    left, top, across, down = (round(side * scale / FINENESS) for side in cv2.boundingRect(over))
    part = np.s_[top : top + down, left : left + across]
    kept = None
    if over.any():
        wide = cv2.resize(over, grey.shape[::-1], interpolation=cv2.INTER_NEAREST)[part]
        bare = (wide > 0) & (_rules(strongest, part, scale) == 0)
        lit = _bared(strongest[part], vividness[part])
        taken = np.zeros_like(grey)
        taken[part] = 255 * (bare & (cv2.subtract(lit, grey[part]) >= TAKEN))
        np.copyto(grey[part], lit, where=bare)
        size = max(1, round(grey.shape[1] / scale)), max(1, round(grey.shape[0] / scale))
        kept = as_grey(cv2.bitwise_not(cv2.resize(taken, size, interpolation=cv2.INTER_AREA)))
    return grey, kept


def _bared(strongest: GreyImage, vividness: GreyImage) -> GreyImage:
    """The shades without the ink of a colour: what is vivid becomes white, what is black under it stays black."""
    shades = np.arange(256)
    gains = np.clip((shades - UNDER) / (OF_COLOUR - UNDER), 0, 1) * GAIN
    lit = strongest + vividness * gains.astype(np.float32)[strongest]
    return np.minimum(lit, 255).astype(np.uint8)


def _rules(strongest: GreyImage, part: tuple[slice, slice], scale: float) -> GreyImage:
    """1 on the long straight strokes of black ink in a part of an image, which are too thin to stay as dark as
    letters."""
    rows, columns = part
    length = round(LONG * scale)
    above, before = min(rows.start, length), min(columns.start, length)
    # As far around the part as one that ends in it is long.
    around = np.s_[rows.start - above : rows.stop + length, columns.start - before : columns.stop + length]
    dark = (strongest[around] < THIN).astype(np.uint8)
    rules = np.zeros_like(dark)
    for leaning, stroke in (((LEANING, 1), (1, length)), ((1, LEANING), (length, 1))):
        # A rule that leans is a staircase: thickened, it holds a straight stroke.
        thick = cv2.dilate(dark, np.ones(leaning, np.uint8))
        rules |= as_grey(cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones(stroke, np.uint8)))
    height, width = strongest[part].shape
    return (rules & dark)[above : above + height, before : before + width]


def _vividness(colours: Colours) -> tuple[GreyImage, GreyImage]:
    """How vivid each pixel is, and the strongest of its colours."""
    blue, green, red = cv2.split(colours)
    strongest = cv2.max(cv2.max(blue, green), red)
    weakest = cv2.min(cv2.min(blue, green), red)
    return as_grey(cv2.subtract(strongest, weakest)), as_grey(strongest)


def _highlighted(dark: GreyImage, vivid: GreyImage) -> GreyImage:
    """How surely a light and vivid surface is at each point of reduced images, 0 to 255; one pixel a point."""
    height, width = dark.shape
    size = max(1, width // FINENESS), max(1, height // FINENESS)
    shades, colours = (as_grey(cv2.resize(one, size, interpolation=cv2.INTER_AREA)) for one in (dark, vivid))
    mostly = as_grey(cv2.blur((colours > VIVID).astype(np.uint8) * 255, (AROUND_LETTERS, AROUND_LETTERS)))
    if mostly.max() < HALF:
        return np.zeros_like(colours)
    usual, usually = (cv2.medianBlur(one, AROUND_LETTERS).astype(np.float32) for one in (shades, colours))
    surely = np.clip((usually - VIVID) / UNSURE, 0, 1) * np.clip((usual - LIGHT) / UNSURE, 0, 1)
    if surely.mean() > PAPER:
        surely[:] = 0  # the paper itself: its shade is made white further on, and its grey is finer than its colours
    # To its edges, where the middle shade around a point is that of the paper; paper itself is not changed.
    return as_grey(cv2.dilate((255 * surely).astype(np.uint8), np.ones((5, 5), np.uint8)))


def _over_print(dark: GreyImage, vivid: GreyImage, strongest: GreyImage, scale: float) -> GreyImage:
    """1 where ink of a colour lies over black print, around its strokes; `FINENESS` pixels a point, as the reduced
    images `dark` and `vivid` have."""
    # Letters on a shade, or under a highlighter, have its colour along their edges.
    vivid = as_grey(cv2.subtract(vivid, usual_shade(vivid)))
    coloured = _without_rules(((vivid >= COLOURED) & (dark < PALE)).astype(np.uint8))
    # At their darkest, the thin strokes of small print too: blue letters are nowhere as dark as black ones.
    darkest = sampled(as_grey(cv2.erode(strongest, np.ones((3, 3), np.uint8))), scale)
    black = ((darkest < BLACK) & (vivid < COLOURED)).astype(np.uint8)
    if np.count_nonzero(coloured) > np.count_nonzero(black):
        return np.zeros_like(coloured)  # the print itself is of a colour
    touched = as_grey(cv2.dilate(black, _block(1))) & coloured
    whole = as_grey(cv2.morphologyEx(coloured, cv2.MORPH_CLOSE, _block(WITHIN)))
    contours, _ = cv2.findContours(whole, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    over = np.zeros_like(whole)
    for contour in contours:
        left, top, width, height = cv2.boundingRect(contour)
        if min(width, height) < LEAST * FINENESS:
            continue
        outline = np.zeros((height, width), np.uint8)
        cv2.drawContours(outline, [contour], -1, (1,), cv2.FILLED, offset=(-left, -top))
        part = np.s_[top : top + height, left : left + width]
        ink, over_black = (np.count_nonzero(outline & one[part]) for one in (coloured, touched))
        if over_black >= max(OVER * FINENESS**2, OVER_SHARE * ink):
            over[part] |= outline
    return as_grey(cv2.dilate(over, _block(2 * WITHIN)))


def _without_rules(ink: GreyImage) -> GreyImage:
    """The ink but the straight strokes of pieces that are larger than stamps: the rules of a table, its borders."""
    length = RULE * FINENESS
    bars = (np.ones(side, np.uint8) for side in ((1, length), (length, 1)))
    straight = np.logical_or(*(cv2.morphologyEx(ink, cv2.MORPH_OPEN, bar) for bar in bars))
    if not straight.any():
        return ink
    left, top, across, down = cv2.boundingRect(ink)
    part = np.s_[top : top + down, left : left + across]
    _, pieces, sizes, _ = cv2.connectedComponentsWithStats(ink[part])
    large = sizes[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]].max(axis=1) > BROADEST * FINENESS
    ink[part][large[pieces] & straight[part]] = 0
    return ink


def _block(points: float) -> GreyImage:
    side = round(points * FINENESS) | 1
    return np.ones((side, side), np.uint8)
