"""Which pages of set text may print more in their pictures: those whose pictures are dark where no word stands, letter
heads apart.

Takes the path of a file and some of its pages; gives those worth being looked at in full. Pages are drawn
coarsely: what is printed on every one of them, at the same place, is the paper on which the text is set.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from ingest.reader.engines.drawn_pages import POINTS_PER_INCH, GreyImage, page_images
from ingest.reader.images.shades import thickened
from ingest.reader.records import Box, Page
from ingest.reader.scanning.bare_pictures import pictures_of

# Dots per inch: enough to tell print from paper, in a fiftieth of the time in which a page is recognised.
COARSE: Final = 75.0
# 0–255. Darker pixels are print.
DARK: Final = 160
# Share of the page that is dark. Three rows of a table have 0.004, a line of address 0.001.
ENOUGH: Final = 0.003
# Pages with the same pictures from which what most of them print is their paper, and how many of them print it.
ENOUGH_PAGES: Final = 3
MOST: Final = 0.5
# Pages looked at to know the paper of all.
SAMPLE: Final = 12
# Points. How far letters reach out of the boxes of their words; how far the same print strays between two pages.
AROUND_WORD: Final = 2.0
STRAY: Final = 2.0


def with_pictured_print(path: Path, pages: Sequence[Page]) -> list[Page]:
    """Those of these pages that have print in their pictures beside their words."""
    groups: dict[tuple[Box, ...], list[Page]] = defaultdict(list)
    for page in pages:
        groups[pictures_of(page)].append(page)
    found = [page for group in groups.values() for page in _with_own_print(path, group)]
    return sorted(found, key=lambda page: page.number)


def _with_own_print(path: Path, pages: Sequence[Page]) -> Iterator[Page]:
    """Pages with the same pictures: those that print something there that most of the others do not."""
    step = max(1, len(pages) // SAMPLE)
    paper = _paper([mask for _, mask in _prints(path, pages[::step][:SAMPLE])])
    yield from (page for page, mask in _prints(path, pages) if _is_printed(mask, paper))


def _prints(path: Path, pages: Sequence[Page]) -> Iterator[tuple[Page, GreyImage]]:
    images = page_images(path, [page.number for page in pages], COARSE)
    return ((page, _print(image.pixels, page)) for image, page in zip(images, pages, strict=True))


def _print(pixels: GreyImage, page: Page) -> GreyImage:
    """1 where a picture of the page is dark and no word stands."""
    dark = np.zeros_like(pixels)
    for picture in pictures_of(page):
        _part(dark, picture, 0)[:] = 1
    dark &= pixels < DARK
    for word in page.words:
        _part(dark, word.box, AROUND_WORD)[:] = 0
    return dark


def _part(pixels: GreyImage, box: Box, around: float) -> GreyImage:
    scale = COARSE / POINTS_PER_INCH
    left, top = max(0, int((box.x0 - around) * scale)), max(0, int((box.y0 - around) * scale))
    return pixels[top : int((box.y1 + around) * scale) + 1, left : int((box.x1 + around) * scale) + 1]


def _paper(masks: Sequence[GreyImage]) -> GreyImage | None:
    """What most of the pages print, thickened; None where they are too few, or not of one size."""
    if len(masks) < ENOUGH_PAGES or len({mask.shape for mask in masks}) > 1:
        return None
    counted = np.zeros(masks[0].shape, dtype=np.uint16)
    for mask in masks:
        counted += mask
    common = (counted > MOST * len(masks)).astype(np.uint8)
    return thickened(common, STRAY * COARSE / POINTS_PER_INCH)


def _is_printed(mask: GreyImage, paper: GreyImage | None) -> bool:
    own = mask if paper is None else mask & ~paper & 1
    return bool(np.count_nonzero(own) >= ENOUGH * own.size)
