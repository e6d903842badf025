"""Ruling lines of an upright page image: found, and erased so that letters stand alone.

Takes a `Sheet`; gives `Rule`s in points and the sheet without them. It does not tell which rules make a table.
"""

from collections.abc import Iterator
from dataclasses import replace
from statistics import median
from typing import Final

import cv2
import numpy as np

from ingest.reader.engines.drawn_pages import GreyImage
from ingest.reader.images.bands import in_bands
from ingest.reader.images.broken_rules import mended
from ingest.reader.images.dashed_rules import find_dashed
from ingest.reader.images.dashed_text import ATTACHED, STEM, is_dotted
from ingest.reader.images.foreign_rules import without_foreign_rules
from ingest.reader.images.scan_images import Sheet
from ingest.reader.images.shades import as_grey, thickened
from ingest.reader.images.straight_runs import straight_runs
from ingest.reader.records import Rule

# Points. The shortest stroke that may be a piece of a rule: longer than the stems of titles and than dashes.
SHORTEST_ACROSS: Final = 20.0
SHORTEST_DOWN: Final = 12.0
# Points. Rules are thinner than this; a broader bar is a surface, or text in white.
THICKEST: Final = 3.5
# Points. The pieces that noise and faint printing leave of a rule, and the holes between them. The pieces are longer
# than most strokes of letters: closing holes between letters would make rules of words.
PIECE: Final = 5.0
HOLE: Final = 1.5
# Points. What ink spreads around a rule, erased with it.
SPREAD: Final = 0.35
# Points. How far from a rule the shade of its paper is looked for.
SHADE_REACH: Final = 1.5
# Points. Paper further than this from any ink is bare.
BARE_REACH: Final = 4.0
# 0–255. What is this dark stays, however large it is.
DARK: Final = 110
# Points. A longer stroke is no row of serifs that ran into one another.
LONGEST_SERIFS: Final = 60.0
# Share of its length by which a rule may stray from a straight line: paper that curls bends long ones by 0.01, a pen
# bends its strokes by 0.05 and more.
BEND: Final = 0.02
# A rule is at least this many times longer than it is thick.
SLENDER: Final = 6.0


def find_rules(sheet: Sheet) -> tuple[tuple[Rule, ...], Sheet]:
    """The rules of the page, and the page with the shade of its paper in their place (its ink still has them)."""
    mask = np.zeros_like(sheet.grey)
    rules = [rule for across in (True, False) for rule in _strokes(sheet, mask, across=across)]
    rules += _dashed(sheet, mask)
    return without_foreign_rules(mended([*rules, *sheet.white])), replace(
        sheet, grey=_papered(sheet.grey, mask, sheet.scale)
    )


def _papered(grey: GreyImage, mask: GreyImage, scale: float) -> GreyImage:
    """The image, each pixel near the mask as bright as the brightest within reach."""

    def papered(start: int, end: int) -> GreyImage:
        clean = grey[start:end]
        if not mask[start:end].any():
            return clean
        return np.where(thickened(mask[start:end], SPREAD * scale) > 0, thickened(clean, SHADE_REACH * scale), clean)

    return in_bands(papered, np.empty_like(grey), round(SHADE_REACH * scale))


def without_bare_paper(sheet: Sheet) -> GreyImage:
    """The page made white wherever no ink is near: Tesseract takes as long over the noise of paper as over letters."""

    def without(start: int, end: int) -> GreyImage:
        grey = sheet.grey[start:end]
        near = thickened((grey < DARK) | sheet.ink(start, end), BARE_REACH * sheet.scale)
        return as_grey(cv2.bitwise_or(grey, cv2.threshold(near, 0, 255, cv2.THRESH_BINARY_INV)[1]))

    return in_bands(without, np.empty_like(sheet.grey), round(BARE_REACH * sheet.scale))


def _strokes(sheet: Sheet, mask: GreyImage, *, across: bool) -> Iterator[Rule]:
    """The straight strokes of one direction; what they cover is marked in `mask`."""
    lengths = (SHORTEST_ACROSS if across else SHORTEST_DOWN), PIECE, HOLE
    shortest, piece, hole = (round(length * sheet.scale) for length in lengths)
    strokes = straight_runs(sheet.ink(), shortest, across=across, piece=piece, hole=hole)
    contours, _ = cv2.findContours(strokes, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    for contour in contours:
        left, top, width, height = cv2.boundingRect(contour)
        long, short = (width, height) if across else (height, width)
        # A contour runs through the middle of its pixels: half a pixel is missing on each side.
        thickness = cv2.contourArea(contour) / long + 1
        straight = short - thickness <= BEND * long + 1
        if straight and thickness <= THICKEST * sheet.scale and long >= SLENDER * thickness:
            if across and long < LONGEST_SERIFS * sheet.scale and _carries_letters(sheet, left, top, width, height):
                continue
            cv2.drawContours(mask, [contour], -1, (255,), cv2.FILLED)
            level = float(np.median(contour[:, 0, 1 if across else 0])) + 0.5
            start = left if across else top
            yield _rule(start, start + long, level, sheet.scale, across=across)


def _carries_letters(sheet: Sheet, left: int, top: int, width: int, height: int) -> bool:
    """Whether stems of letters stand on a short stroke, or hang from it: feet of letters, bars of capitals."""
    beyond = max(2, round(STEM * sheet.scale))
    strips = (
        sheet.ink(max(0, top - 1 - beyond), max(0, top - 1)),
        sheet.ink(top + height + 1, top + height + 1 + beyond),
    )
    held = [strip[:, left : left + width].all(axis=0) for strip in strips if len(strip)]
    return bool(held) and float(np.any(held, axis=0).mean()) > ATTACHED


def _dashed(sheet: Sheet, mask: GreyImage) -> Iterator[Rule]:
    """The rules made of pieces; what they cover is marked in `mask`, what crosses them in their holes too."""
    for across, chain in find_dashed(sheet.ink(), sheet.scale):
        ends = [((piece.start, piece.at), (piece.end, piece.at)) for piece in chain]
        # Dots are erased one by one: those that touch other ink may be the feet of figures.
        dots = [end for end, piece in zip(ends, chain, strict=True) if piece.apart]
        # That of most pieces: some touch letters, whose tails go on over the rule.
        thickness = max(1, round(median(piece.thickness for piece in chain)))
        for line in dots if is_dotted(chain) else [[point for end in ends for point in end]]:
            points = np.rint(line if across else [point[::-1] for point in line]).astype(np.int32)
            cv2.polylines(mask, [points], False, (255,), thickness)
        at = median(piece.at for piece in chain)
        start, end = chain[0].start, chain[-1].end
        box = (start, at, end, at) if across else (at, start, at, end)
        yield Rule(*(edge / sheet.scale for edge in box))


def _rule(start: float, end: float, level: float, scale: float, *, across: bool) -> Rule:
    """The rule where most of its stroke is: what touches it, the side of a stamp that leans, draws no table."""
    box = (start, level, end, level) if across else (level, start, level, end)
    return Rule(*(edge / scale for edge in box))
