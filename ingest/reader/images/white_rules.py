"""Rules that are the white left between shaded cells, as styles of word processors set tables.

Takes the reduced grey image of an upright page as scanned, 0 black to 255 white; gives `Rule`s in points. It looks at
shades alone: what is printed in the cells is filled first.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import cv2
import numpy as np

from ingest.reader.engines.drawn_pages import GreyImage
from ingest.reader.images.shades import AROUND, FINENESS, as_grey, usual_shade
from ingest.reader.records import Rule

# Points. Strokes of letters leave some paper bare in any square of this side.
BARE: Final = 5
# 0–255. The white between cells is lighter than their shade by this much.
LIGHTER: Final = 4
# Share of a page. Shaded cells cover more.
FEWEST: Final = 0.03
# Pixels taken as one to look for any, and how many of these letters leave unfilled no more.
COARSE: Final = 4
LETTERS: Final = 5
# Points. How far around shades are compared; and 0–255: those of punched holes are taken for no more than this.
WIDE: Final = 100
EVENED: Final = 32.0
# What differences are multiplied by before their mean is taken in whole shades.
SPREAD: Final = 16
# Points along a rule over which light is measured, so that the grain of paper cancels out.
ALONG: Final = 12
# Points. The shortest white rule, and the thickest: what is broader is paper between two tables.
SHORTEST_ACROSS: Final = 20.0
SHORTEST_DOWN: Final = 12.0
THICKEST: Final = 3.0
# Points. The holes that letters near a rule leave in it.
HOLE: Final = 6.0
# Times. A rule is at least this much longer than it is thick.
SLENDER: Final = 6.0
# Share of its length by which a rule may stray from a straight line: paper that curls bends it.
BEND: Final = 0.02
# Pixels from the middle of a rule between which its cells are looked at, and the share of their length on which their
# shade is even: letters take the rest.
BESIDE: Final = (4, 7)
EVEN: Final = 0.7
# Pixels further from it in which the shade of the cells is told, and the percentile that it is there: between letters
# the paper is as light as the cell.
AWAY: Final = 24
LIGHTEST: Final = 75
# Share of its box that a shaded table covers.
SQUARE: Final = 0.88


class _Stroke(NamedTuple):
    """A white stroke across an image, in pixels, and the shade between it and the cells that it parts."""

    left: int
    top: int
    width: int
    height: int
    between: float

    def rule(self, *, upright: bool) -> Rule:
        start, end = self.left / FINENESS, (self.left + self.width) / FINENESS
        at = (self.top + self.height / 2) / FINENESS
        return Rule(at, start, at, end) if upright else Rule(start, at, end, at)


def white_rules(small: GreyImage) -> tuple[Rule, ...]:
    """The white rules of a page whose image is reduced."""
    if not has_cells(small):
        return ()
    bare = as_grey(cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((BARE * FINENESS + 1,) * 2, np.uint8)))
    shade = usual_shade(bare)
    across = list(_strokes(bare, shade, SHORTEST_ACROSS))
    down = list(_strokes(np.ascontiguousarray(bare.T), np.ascontiguousarray(shade.T), SHORTEST_DOWN))
    rules = [*(one.rule(upright=False) for one in across), *(one.rule(upright=True) for one in down)]
    if across and down:
        rules += _edges(shade, rules, float(np.median([one.between for one in (*across, *down)])))
    return tuple(rules)


def _edges(shade: GreyImage, rules: Sequence[Rule], between: float) -> Iterator[Rule]:
    """The sides of the shaded surfaces in which rules of both directions run. `between`: of surfaces and paper."""
    shaded = as_grey(shade <= between)
    shaded = as_grey(cv2.morphologyEx(shaded, cv2.MORPH_CLOSE, np.ones((BARE * FINENESS,) * 2, np.uint8)))
    height, width = shaded.shape
    contours, _ = cv2.findContours(shaded, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    for contour in contours:
        left, top, across, down = cv2.boundingRect(contour)
        at_border = left == 0 or top == 0 or left + across == width or top + down == height
        if at_border or cv2.contourArea(contour) < SQUARE * across * down:
            continue
        x0, y0, x1, y1 = (edge / FINENESS for edge in (left, top, left + across, top + down))
        held = {
            rule.vertical
            for rule in rules
            if x0 <= (rule.x0 + rule.x1) / 2 <= x1 and y0 <= (rule.y0 + rule.y1) / 2 <= y1
        }
        if len(held) == 2:
            yield from (Rule(x0, y0, x1, y0), Rule(x0, y1, x1, y1), Rule(x0, y0, x0, y1), Rule(x1, y0, x1, y1))


def has_cells(small: GreyImage) -> bool:
    """Whether a part of the page is shaded: most pages are spared the search."""
    coarse = cv2.resize(small, None, fx=1 / COARSE, fy=1 / COARSE, interpolation=cv2.INTER_AREA)
    bare = cv2.morphologyEx(coarse, cv2.MORPH_CLOSE, np.ones((LETTERS, LETTERS), np.uint8))
    shade = cv2.medianBlur(bare, 2 * (AROUND * FINENESS // (2 * COARSE)) + 1)
    usual = float(np.median(shade))
    if float((np.abs(shade - usual) > LIGHTER).mean()) <= FEWEST:
        return False
    even = np.clip(shade.astype(np.float32), usual - EVENED, usual + EVENED)
    # Light that falls off across the page has no edges.
    side = WIDE * FINENESS // COARSE
    return float((np.abs(even - cv2.blur(even, (side, side))) > LIGHTER).mean()) > FEWEST


def _strokes(bare: GreyImage, shade: GreyImage, shortest: float) -> Iterator[_Stroke]:
    """The white strokes that run across an image."""
    # No more than what tells them, so that they end where their cells do.
    lighter = np.minimum(cv2.subtract(bare, shade), np.uint8(2 * LIGHTER)) * np.uint8(SPREAD)
    light = as_grey(cv2.blur(lighter, (ALONG * FINENESS, 1)) >= LIGHTER * SPREAD)
    # A leaning rule is a staircase: thickened, it is whole.
    light = as_grey(cv2.dilate(light, np.ones((3, 1), np.uint8)))
    for step, length in ((cv2.MORPH_CLOSE, HOLE), (cv2.MORPH_OPEN, shortest)):
        cv2.morphologyEx(light, step, np.ones((1, round(length * FINENESS)), np.uint8), dst=light)
    contours, _ = cv2.findContours(light, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    for contour in contours:
        left, top, width, height = cv2.boundingRect(contour)
        thickness = cv2.contourArea(contour) / width - 1
        straight = height - thickness <= BEND * width + 1
        if straight and thickness <= THICKEST * FINENESS and width >= SLENDER * thickness:
            between = _between_cells(bare, left, _levels(contour, left, width))
            if between is not None:
                yield _Stroke(left, top, width, height, between)


def _levels(contour: np.ndarray, left: int, width: int) -> np.ndarray:
    """The middle of a stroke in each of its columns: paper that curls bends it."""
    columns, rows = contour[:, 0, 0] - left, contour[:, 0, 1]
    tops, bottoms = np.full(width, rows.max()), np.full(width, rows.min())
    np.minimum.at(tops, columns, rows)
    np.maximum.at(bottoms, columns, rows)
    return np.asarray((tops + bottoms) // 2)


def _between_cells(bare: GreyImage, left: int, levels: np.ndarray) -> float | None:
    """The shade half-way between a stroke and the darker, even ones on both its sides; None where they are not so."""
    columns = left + np.arange(levels.size)

    def shades(first: int, last: int) -> np.ndarray:
        rows = np.clip(levels + np.arange(first, last + 1)[:, None], 0, len(bare) - 1)
        return as_grey(bare[rows, columns])

    white, darkest = float(np.median(shades(-1, 1), axis=1).max()), 255.0
    for near, far, furthest in ((BESIDE[0], BESIDE[1], AWAY), (-BESIDE[1], -BESIDE[0], -AWAY)):
        beside = shades(near, far).mean(axis=0)
        shade = float(np.percentile(shades(min(near, furthest), max(far, furthest)), LIGHTEST))
        even = np.abs(beside - shade) <= max(LIGHTER, (white - shade) / 2)
        if white - shade < LIGHTER or even.mean() < EVEN:
            return None
        darkest = min(darkest, shade)
    return (white + darkest) / 2
