"""The image of a page → the same page upright, clean and fine enough to be recognised.

Takes and gives grey arrays, 0 black to 255 white. It finds by how much the page leans; it recognises nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

import cv2
import numpy as np

from ingest.reader.engines.drawn_pages import POINTS_PER_INCH, GreyImage, PageImage
from ingest.reader.images.bands import in_bands
from ingest.reader.images.halftone import without_dots
from ingest.reader.images.paper import on_white
from ingest.reader.images.shades import as_grey, reduced, shrunk
from ingest.reader.images.straight_runs import straight_runs
from ingest.reader.images.white_rules import white_rules
from ingest.reader.records import Rule

# Dots per inch that pages are brought to. Measured on tables of 7 pt scanned at 200: 97.5 % of the cells right at 250,
# 97.0 at 300, 95.2 at 400, 96.1 at 200, and each step costs a tenth more time.
RESOLUTION: Final = 250
# The same for coarse scans, and how many times finer than scanned: of 400 rows scanned at 130 to 170, as many are right
# at 200 as at 250, in a quarter less time.
LEAST_RESOLUTION: Final = 200
FINER: Final = 4 / 3
# Degrees. Feeders turn a sheet by up to 3.
STEEPEST: Final = 4.0
# Degrees. Turning a page by less moves no word by a pixel.
UPRIGHT: Final = 0.02
# Points. A stroke this long is a rule, not a part of a letter, and shows to a hundredth of a degree how the page leans.
LONG_RULE: Final = 90.0
# Points. Strokes that agree over this length are rules; the strokes of a pen are shorter, or differ by more degrees.
SURE_LENGTH: Final = 600.0
SAME_SLOPE: Final = 0.25
# Points. Strokes this near to the edge of an image are the dark edges that a scanner adds, straight however the sheet
# leans.
AT_EDGE: Final = 18.0
# Points. How far a leaning rule may wander inside a stroke that is looked for as straight.
STROKE: Final = 18.0
# Points between rows of the reduced image in which the direction of lines of text is measured.
COARSE_ROW: Final = 0.9
# Times narrower. A slope is told as well on an image reduced so across its lines, in a fraction of the time.
NARROWER: Final = 8
NARROW: Final = 4  # to a hundredth of a degree
# Degrees. How far from level: an image that is not sheared at all stays sharper than any that is.
ASKEW: Final = 0.5
# Points. Side of the square whose mean tells paper from ink.
NEIGHBOURHOOD: Final = 11.0
# 0–255. Ink is darker than its neighbourhood by this much; paper, shades and noise are not.
CONTRAST: Final = 24
# 0–255. How much darker than its paper the faintest print is.
LEAST_CONTRAST: Final = 20
# Points. A letter or a figure is at least this high and wide; specks and what is left of a rule are not both.
LETTER_HEIGHT: Final = 3.5
LETTER_WIDTH: Final = 0.8


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page made upright, `scale` pixels a point; sizes in points.

    `bits`: one for each pixel, set where there is ink, eight to a byte. `angle`: degrees clockwise by which the page
    leant. `white`: the rules that are white between shaded cells, which the image no longer shows. `kept`: 255 where
    the ink is all there, less where some of a colour was taken off; one pixel a point, None where none was.
    """

    number: int
    grey: GreyImage
    bits: GreyImage
    scale: float
    width: float
    height: float
    angle: float
    white: tuple[Rule, ...] = ()
    kept: GreyImage | None = None

    def ink(self, top: int = 0, bottom: int | None = None) -> GreyImage:
        """The rows from `top` to `bottom`, 1 where there is ink: made anew, an eighth of it is kept."""
        return np.unpackbits(self.bits[top:bottom], axis=1, count=self.grey.shape[1])


def prepare(image: PageImage) -> Sheet:
    """The page turned upright about its middle, brought to the resolution that reads best, on white paper."""
    scale = image.resolution / POINTS_PER_INCH
    image = image._replace(pixels=without_dots(image.pixels, scale, two_tone=image.two_tone))
    angle = skew(image.pixels, image.resolution / POINTS_PER_INCH)
    scale = min(RESOLUTION, max(LEAST_RESOLUTION, FINER * image.resolution)) / POINTS_PER_INCH
    turned = _turned(image, angle, scale)
    small = reduced(turned, scale)
    white, grey = white_rules(small), on_white(turned, small)
    bits = np.packbits(ink_of(grey, scale), axis=1)
    kept = None if image.kept is None else _turned(image._replace(pixels=image.kept), angle, 1.0)
    return Sheet(image.number, grey, bits, scale, image.width, image.height, angle, white, kept)


def turned_image(image: PageImage, quarters: int) -> PageImage:
    """The image turned anticlockwise by so many quarters."""
    if not quarters:
        return image
    width, height = (image.height, image.width) if quarters % 2 else (image.width, image.height)
    pixels = np.ascontiguousarray(np.rot90(image.pixels, quarters))
    kept = None if image.kept is None else np.rot90(image.kept, quarters)
    return image._replace(pixels=pixels, kept=kept, width=width, height=height)


def turned_over(sheet: Sheet) -> Sheet:
    """The sheet upside down, as it is without its rules; white ones are left out."""
    bits = np.packbits(sheet.ink()[::-1, ::-1], axis=1)
    kept = None if sheet.kept is None else sheet.kept[::-1, ::-1]
    return replace(sheet, grey=np.ascontiguousarray(sheet.grey[::-1, ::-1]), bits=bits, white=(), kept=kept)


def ink_of(grey: GreyImage, scale: float) -> GreyImage:
    """255 where a pixel is darker than what surrounds it: ink, whatever the shade of the paper."""
    side = int(NEIGHBOURHOOD * scale) | 1
    mean, white_ink = cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV

    def ink(start: int, end: int) -> GreyImage:
        smooth = cv2.GaussianBlur(grey[start:end], (3, 3), 0)
        return as_grey(cv2.adaptiveThreshold(smooth, 255, mean, white_ink, side, CONTRAST))

    return in_bands(ink, np.empty_like(grey), side)


def pieces_of_ink(ink: GreyImage) -> list[Sequence[int]]:
    """The boxes around what holds together in ink: left, top, width and height in pixels."""
    contours, places = cv2.findContours(ink, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    # What is inside another contour is white: the eyes of figures one under the other are no dots.
    outer = places[0][:, 3] < 0 if contours else ()
    return [cv2.boundingRect(contour) for contour, inked in zip(contours, outer, strict=True) if inked]


def holds_a_letter(cell: GreyImage, scale: float) -> bool:
    """Whether one piece of the ink of a cell has the size of a letter."""
    ink = (cell < np.median(cell) - LEAST_CONTRAST).astype(np.uint8)
    contours, _ = cv2.findContours(ink, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    boxes = [cv2.boundingRect(contour) for contour in contours]
    return any(height >= LETTER_HEIGHT * scale and width >= LETTER_WIDTH * scale for _, _, width, height in boxes)


def skew(grey: GreyImage, scale: float) -> float:
    """Degrees clockwise by which the page leans: by its long rules where it has any, else by its lines of text.

    A few strokes that lines of text contradict are those of a pen.
    """
    ink = ink_of(grey, scale)
    by_rules, length = _skew_of_rules(ink, scale)
    if length >= SURE_LENGTH * scale:
        return by_rules
    by_lines = _skew_of_lines(ink, scale)
    return by_rules if length and abs(by_rules - by_lines) <= SAME_SLOPE else by_lines


def _skew_of_rules(ink: GreyImage, scale: float) -> tuple[float, float]:
    """The slope on which long strokes agree, the longest weighing most, in degrees, and the length of those that do."""
    slopes: list[tuple[float, float]] = []
    at_edge = AT_EDGE * scale
    for across in (True, False):
        # A leaning rule is a staircase: thickened, it holds a straight run.
        thick = as_grey(cv2.dilate(ink, np.ones((3, 1) if across else (1, 3), np.uint8)))
        strokes = straight_runs(thick, int(STROKE * scale), across=across)
        contours, _ = cv2.findContours(strokes, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
        for contour in contours:
            left, top, width, height = cv2.boundingRect(contour)
            (long, short), start = ((width, height), top) if across else ((height, width), left)
            if start + short < at_edge or start > ink.shape[0 if across else 1] - at_edge:
                continue
            if long < LONG_RULE * scale or short > long * np.tan(np.radians(STEEPEST)) + 3 * scale:
                continue
            along, off = contour[:, 0, 0 if across else 1], contour[:, 0, 1 if across else 0]
            slope = _slope(along, off)
            slopes.append((slope if across else -slope, float(long)))
    if not slopes:
        return 0.0, 0.0
    angle = float(np.degrees(np.arctan(_weighted_median(slopes))))
    return angle, sum(long for slope, long in slopes if abs(np.degrees(np.arctan(slope)) - angle) <= SAME_SLOPE)


def _slope(along: np.ndarray, off: np.ndarray) -> float:
    """That of the straight line nearest to points."""
    away = along - along.mean()
    return float((away * (off - off.mean())).sum() / np.square(away).sum())


def _weighted_median(values: list[tuple[float, float]]) -> float:
    values = sorted(values)
    half, reached = sum(weight for _, weight in values) / 2, 0.0
    for value, weight in values:
        reached += weight
        if reached >= half:
            return value
    return values[-1][0]


def _skew_of_lines(ink: GreyImage, scale: float) -> float:
    """The direction in which rows of pixels are most unlike one another: that of lines of text."""
    factor = 1 / (COARSE_ROW * scale)
    if min(ink.shape) * factor < 2 * NARROWER:  # an image of a few points: no line of text
        return 0.0
    small = shrunk(ink, (round(ink.shape[1] * factor), round(ink.shape[0] * factor)))
    found = 0.0
    for step, reach, narrower in ((0.25, STEEPEST, 2 * NARROWER), (0.05, 0.25, NARROWER), (0.01, 0.05, NARROW)):
        # Reduced across its lines once these are nearly level, an image tells a slope as well.
        near = _sheared(small, found - ASKEW) if narrower > NARROW else small
        narrow = as_grey(cv2.resize(near, None, fx=1 / narrower, fy=1, interpolation=cv2.INTER_AREA))
        start = ASKEW if narrower > NARROW else found
        angles = [start + step * index for index in range(-round(reach / step), round(reach / step) + 1)]
        found += max(angles, key=partial(_sharpness, narrow, narrower)) - start
    return found


def _sharpness(narrow: GreyImage, narrower: int, angle: float) -> float:
    profile = cv2.reduce(_sheared(narrow, angle, narrower), 1, cv2.REDUCE_SUM, dtype=cv2.CV_64F)
    return float(np.square(np.diff(profile.ravel())).sum())


def _sheared(image: GreyImage, angle: float, narrower: int = 1) -> GreyImage:
    """The image, made `narrower` by so many times, with what leans by an angle across it level."""
    height, width = image.shape
    slope = narrower * float(np.tan(np.radians(angle)))
    shear = np.array([[1, 0, 0], [-slope, 1, slope * width / 2]], dtype=np.float64)
    return as_grey(cv2.warpAffine(image, shear, (width, height), flags=cv2.INTER_LINEAR))


def _turned(image: PageImage, angle: float, scale: float) -> GreyImage:
    height, width = image.pixels.shape
    size = (round(image.width * scale), round(image.height * scale))
    across, down = size[0] / width, size[1] / height
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle if abs(angle) > UPRIGHT else 0.0, 1.0)
    turn[0] *= across
    turn[1] *= down
    smoothing = cv2.INTER_CUBIC if across >= 1 else cv2.INTER_AREA
    if turn[0, 1] == 0:
        # In a seventh of the time of what turns an image.
        return (
            image.pixels
            if size == (width, height)
            else as_grey(cv2.resize(image.pixels, size, interpolation=smoothing))
        )
    return as_grey(cv2.warpAffine(image.pixels, turn, size, flags=smoothing, borderValue=(255.0,)))
