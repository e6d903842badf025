"""Rectangles of an upright sheet that are recognised by themselves: its cells, what surrounds its tables, a word.

Takes a `Sheet` and what was found on it, in points; gives areas in pixels. Nothing is recognised here.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from ingest.reader.engines.drawn_pages import GreyImage
from ingest.reader.geometry.grid_places import Grid
from ingest.reader.images.scan_images import LEAST_CONTRAST, Sheet
from ingest.reader.images.scan_rules import DARK, without_bare_paper
from ingest.reader.records import Box

# Points. A cell is read from this far inside its borders, where what noise leaves of them has ended.
INSET: Final = 0.5
# Points. What the rules and shades of a grid leave around it.
OUTSET: Final = 1.0
# Pixels of ink. Less is noise: a full stop of 6 pt has more.
LEAST_INK: Final = 6
# Points. A word is looked for this far around its box.
AROUND_WORD: Final = 1.5
# Points. Lines are told from one another by the white around them.
MARGIN: Final = 8.0
# Points. Over so much white Tesseract takes texts for two, which they stay.
GAP: Final = 60.0
# Points, and shares of a page. A band of it that tells how it reads is this high at least.
BAND: Final = 60.0
BANDS: Final = 12


class Area(NamedTuple):
    """A rectangle of the page, in pixels."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def pixels(self) -> int:
        return max(0, self.right - self.left) * max(0, self.bottom - self.top)

    def of(self, image: GreyImage) -> GreyImage:
        """The pixels of an image that it covers."""
        return image[self.top : self.bottom, self.left : self.right]


def inked_cells(sheet: Sheet, grids: Sequence[Grid]) -> Iterator[Area]:
    """The cells with ink in them."""
    for grid in grids:
        for row, column, rowspan, colspan, _ in grid.places:
            box = Box(grid.xs[column], grid.ys[row], grid.xs[column + colspan], grid.ys[row + rowspan])
            area = area_of(box, sheet, INSET)
            if _is_printed(sheet, area):
                yield area


def area_around(box: Box, sheet: Sheet) -> Area:
    """What is in and just around a box."""
    return area_of(box, sheet, -AROUND_WORD)


def area_of(box: Box, sheet: Sheet, inset: float) -> Area:
    """The pixels of a box, this many points inside it, that are on the sheet: a file may draw beside its page, where
    Tesseract must not look."""
    height, width = sheet.grey.shape
    return Area(
        max(0, round((box.x0 + inset) * sheet.scale)),
        max(0, round((box.y0 + inset) * sheet.scale)),
        max(0, min(width, round((box.x1 - inset) * sheet.scale))),
        max(0, min(height, round((box.y1 - inset) * sheet.scale))),
    )


def inked_area(image: GreyImage, scale: float) -> Area:
    """The part of an image that is not white, and some white around it; no pixel where all is."""
    left, top, width, height = cv2.boundingRect(cv2.bitwise_not(image))
    around = round(MARGIN * scale) if width else 0
    rows, columns = image.shape
    right, bottom = min(columns, left + width + around), min(rows, top + height + around)
    return Area(max(0, left - around), max(0, top - around), right, bottom)


def closed_up(image: GreyImage, scale: float) -> tuple[GreyImage, npt.NDArray[np.intp]]:
    """An image without most of the white bands across it, where a table was: Tesseract takes its time over them. With
    it, the row that each of its rows was."""
    white = cv2.reduce(image, 1, cv2.REDUCE_MIN).ravel() == 255
    edges = np.flatnonzero(np.diff(np.concatenate(([False], white, [False])).astype(np.int8)))
    gap = round(GAP * scale)
    kept = np.ones(len(image), dtype=bool)
    for start, end in edges.reshape(-1, 2):
        kept[start + gap // 2 : max(start + gap // 2, end - gap // 2)] = False
    rows = np.flatnonzero(kept)
    return image if kept.all() else image[rows], rows


def band_of_ink(grey: GreyImage, scale: float) -> GreyImage:
    """The pixels of the band across an image with the most ink, as high as some lines of text."""
    rows = np.count_nonzero(grey < DARK, axis=1)
    height = min(len(rows), max(round(BAND * scale), len(rows) // BANDS))
    sums = np.cumsum(np.concatenate(([0], rows)))
    top = int(np.argmax(sums[height:] - sums[:-height]))
    return np.ascontiguousarray(grey[top : top + height])


def outside_grids(sheet: Sheet, grids: Sequence[Grid]) -> GreyImage:
    """The page with white in place of its grids."""
    rest = without_bare_paper(sheet)
    for grid in grids:
        left, top, right, bottom = area_of(grid.box, sheet, -OUTSET)
        rest[top:bottom, left:right] = 255
    return rest


def _is_printed(sheet: Sheet, area: Area) -> bool:
    """Whether a cell holds any ink that is not its borders."""
    if not area.pixels:
        return False
    grey = area.of(sheet.grey)
    # Where a rule was erased the ink mask still has it: only what is dark against the paper of the cell counts.
    ink = (sheet.ink(area.top, area.bottom)[:, area.left : area.right] > 0) & (grey < np.median(grey) - LEAST_CONTRAST)
    return bool(ink.sum() >= LEAST_INK)
