"""A photograph of a sheet that lies on something darker → the sheet as seen from straight above, and more of its paper.

Takes and gives a page image of one size. A sheet seen straight, or without anything around it, stays as it is: dark
edges that a scanner adds are as straight as the sheet, and a sheet that leans a little is made upright elsewhere.
"""

from itertools import pairwise
from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt

from ingest.reader.engines.drawn_pages import POINTS_PER_INCH, GreyImage, PageImage
from ingest.reader.images.scan_images import STEEPEST
from ingest.reader.images.shades import as_grey

# Of each how many pixels the edges of an image are looked at, and how deep, in pixels so taken.
SPARSE: Final = 8
EDGE: Final = 3
# Share of the light of the image. What a sheet lies on is darker; shadows on a sheet are seldom that dark.
AROUND: Final = 0.8
# Sides of an image that show what the sheet lies on: dark edges of a scanner stand at one or two.
FRAMED: Final = 3
# Shares of the way from what is around the sheet to its light: shades that may part them. Shadows fall on both.
BETWEEN: Final = (0.2, 0.35, 0.5, 0.65)
# Points. Letters, rules and stamps near the edge of a sheet are closed to see its outline.
CLOSED: Final = 9
# Shares. A sheet covers this much of its photograph, and of the four-sided figure drawn around it.
LARGE: Final = 0.25
WHOLE: Final = 0.96
# Share of a side, from each of its ends: corners may be folded, or round.
CORNER: Final = 0.08
# Degrees. Opposite sides of a sheet seen straight agree to this.
PARALLEL: Final = 0.35
# Points. What is left out along the edges of the sheet: the shadow of its edge.
MARGIN: Final = 2.0
# Points. Side of the square over which the shades around the sheet are made even.
SMOOTH: Final = 12.0

_Points = npt.NDArray[np.float64]


def flattened(image: PageImage) -> PageImage:
    """The photograph with its sheet seen from straight above, where it was seen from aside."""
    if not _is_framed(image.pixels):
        return image
    scale = image.resolution / POINTS_PER_INCH
    small = as_grey(cv2.resize(image.pixels, None, fx=1 / scale, fy=1 / scale, interpolation=cv2.INTER_AREA))
    corners = _corners(small)
    if corners is None or _is_straight(corners):
        return image
    straight = _straightened(corners)
    turn = cv2.getPerspectiveTransform((corners * scale).astype(np.float32), (straight * scale).astype(np.float32))
    height, width = image.pixels.shape
    flat = as_grey(cv2.warpPerspective(image.pixels, turn, (width, height), flags=cv2.INTER_CUBIC))
    left, top = (max(0, round(edge)) for edge in (straight[0] + MARGIN) * scale)
    right, bottom = map(min, (width, height), map(round, (straight[2] - MARGIN) * scale))
    # The shades of the sheet go on around it, smooth: another one would draw its outline, their noise rules.
    sheet, side = flat[top:bottom, left:right], round(SMOOTH * scale)
    around = cv2.copyMakeBorder(sheet, top, height - bottom, left, width - right, cv2.BORDER_REPLICATE)
    whole = as_grey(cv2.blur(around, (side, side)))
    whole[top:bottom, left:right] = sheet
    return image._replace(pixels=whole, kept=_flat(image.kept, corners, straight))


def _flat(kept: GreyImage | None, corners: _Points, straight: _Points) -> GreyImage | None:
    if kept is None:
        return None
    turn = cv2.getPerspectiveTransform(corners.astype(np.float32), straight.astype(np.float32))
    return as_grey(cv2.warpPerspective(kept, turn, kept.shape[::-1], borderValue=(255,)))


def _is_framed(grey: GreyImage) -> bool:
    """Whether most sides of the image are far darker than most of it."""
    few = grey[::SPARSE, ::SPARSE]
    dark = AROUND * float(np.percentile(few, 75))
    sides = few[:EDGE], few[-EDGE:], few[:, :EDGE], few[:, -EDGE:]
    return sum(float(np.median(side)) < dark for side in sides) >= FRAMED


def _corners(small: GreyImage) -> _Points | None:
    """The corners of the sheet in an image of a pixel a point, from its top left one clockwise."""
    smooth = as_grey(cv2.medianBlur(small, 5))
    edge = np.concatenate([smooth[:EDGE].ravel(), smooth[-EDGE:].ravel(), smooth[:, :EDGE].ravel()])
    dark, light = float(np.median(edge)), float(np.percentile(smooth, 90))
    found = [_outline((smooth > dark + share * (light - dark)).astype(np.uint8)) for share in BETWEEN]
    # A shadow across the sheet has an edge too: the largest figure is the sheet.
    return max((one for one in found if one is not None), key=_area, default=None)


def _area(corners: _Points) -> float:
    return float(cv2.contourArea(corners.astype(np.float32)))


def _outline(light: GreyImage) -> _Points | None:
    closed = cv2.morphologyEx(light, cv2.MORPH_CLOSE, np.ones((CLOSED, CLOSED), np.uint8))
    contours, _ = cv2.findContours(closed, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    largest: Any = max(contours, key=cv2.contourArea, default=None)
    if largest is None or cv2.contourArea(largest) < LARGE * light.size:
        return None
    sides = cv2.approxPolyN(largest, 4, ensure_convex=True).reshape(4, 2)
    lines = [_side(largest[:, 0], start, end) for start, end in pairwise([*sides, sides[0]])]
    if any(line is None for line in lines):
        return None
    corners = np.array([_crossing(one, other) for one, other in pairwise([lines[-1], *lines])])
    if cv2.contourArea(largest) < WHOLE * _area(corners):
        return None
    return _clockwise(corners)


def _side(outline: npt.NDArray[np.int32], start: Any, end: Any) -> _Points | None:
    """The line, a point and a direction, that the outline follows between two corners."""
    start, along = np.asarray(start, float), np.asarray(end, float) - np.asarray(start, float)
    length = float(np.hypot(*along))
    if not length:
        return None
    away = outline - start
    share, off = away @ along / length**2, np.abs(away @ np.array([-along[1], along[0]])) / length
    near = outline[(share > CORNER) & (share < 1 - CORNER) & (off < CLOSED)]
    if len(near) < 2:
        return None
    across, down, x, y = cv2.fitLine(near.astype(np.float32), cv2.DIST_HUBER, 0, 0.01, 0.01).ravel()
    return np.array([[x, y], [across, down]], float)


def _crossing(one: Any, other: Any) -> _Points:
    (start, along), (beyond, across) = one, other
    share, _ = np.linalg.lstsq(np.column_stack([along, -across]), beyond - start, rcond=None)[0]
    return np.asarray(start + share * along, float)


def _clockwise(corners: _Points) -> _Points:
    middle = corners.mean(axis=0)
    away = corners - middle
    ordered = corners[np.argsort(np.arctan2(away[:, 1], away[:, 0]))]  # y goes down: clockwise, from the left on
    first = int(np.argmin(ordered.sum(axis=1)))
    return np.roll(ordered, -first, axis=0)


def _is_straight(corners: _Points) -> bool:
    """Whether opposite sides are parallel, and lean no more than any page may."""
    sides = np.roll(corners, -1, axis=0) - corners
    slopes = np.degrees(np.arctan2(sides[:, 1], sides[:, 0]))
    apart = np.abs((slopes[:2] - slopes[2:]) % 360 - 180)
    leaning = np.abs((slopes + 45) % 90 - 45)
    return bool(apart.max() <= PARALLEL and leaning.max() <= STEEPEST)


def _straightened(corners: _Points) -> _Points:
    """The upright rectangle about the sheet, each side in the middle of where it was."""
    left, right = corners[[0, 3], 0].mean(), corners[[1, 2], 0].mean()
    top, bottom = corners[[0, 1], 1].mean(), corners[[2, 3], 1].mean()
    return np.array([[left, top], [right, top], [right, bottom], [left, bottom]])
