"""Sheets that were laid sideways or upside down on the scanner, known by where their lines run and how badly they read.

Takes a page with its rules and its image; gives its words, and the page turned where it is read far better so. Rules
are found anew on a turned image: those across a page are longer than those down it.
"""

from collections.abc import Callable, Sequence
from typing import Final

import cv2
import numpy as np

from ingest.reader.engines.drawn_pages import POINTS_PER_INCH, GreyImage, PageImage
from ingest.reader.images.paper import on_white
from ingest.reader.images.scan_images import Sheet, ink_of
from ingest.reader.images.shades import as_grey, reduced, shrunk
from ingest.reader.layout.ruled.grids import find_grids
from ingest.reader.letters.recognised_print import mean_certainty
from ingest.reader.letters.recognition import UPRIGHT, Recogniser
from ingest.reader.records import Page, Word

# Letters. On fewer, their certainty says nothing of the page.
ENOUGH_LETTERS: Final = 30
# Points. What a row of pixels of a page is reduced to, to see its lines of text.
COARSE: Final = 0.9
# Pixels of such an image. Longer strokes are rules.
BAR: Final = 30
# 0–255. Darker is ink.
INK: Final = 200
# How much more the rows of pixels of a page differ from one another than its columns do: at least 1.2 where lines of
# text run across it, 0.25 at most where they run down, on 50 pages of all kinds.
ACROSS: Final = 1.0
DOWN: Final = 0.5
# -1 to 1. Lines that begin above more at once than this may be upside down: at most 0.009 on 49 upright pages of all
# kinds, three quarters of which pass it once turned over. Where a page does not, a band of it is all that it costs.
HANGING: Final = 0.01
# 0–1. What cells side by side leave of the certainty of a band; upside down it is 0.3 at most.
BAND_READS: Final = 0.5
# Points across and down. A few lines of text that run down a page, half as long as most are.
LINES: Final = (80.0, 300.0)
# Quarter turns anticlockwise to try: landscape sheets fed by either side, upside down.
SIDEWAYS: Final = (1, 3)
TURNED_OVER: Final = 2


def quarters_to_turn(image: PageImage, recogniser: Recogniser) -> int:
    """By how many quarters anticlockwise to turn a page as it is drawn, whose lines of text run down it and of which a
    band reads so; 0 for most pages. Its rules are then looked for once."""
    scale = image.resolution / POINTS_PER_INCH
    small = _without_bars(np.subtract(255, ink_of(_coarse(image.pixels, scale), 1 / COARSE)))
    if not 0 < _lines_across(small) <= DOWN:
        return 0
    part = image.pixels[_densest(small, scale)]
    clean = on_white(part, reduced(part, scale))

    def reads(quarters: int) -> bool:
        return _reads(recogniser.band_words(np.rot90(clean, quarters), scale), BAND_READS)

    return next((quarters for quarters in _sideways(small) if reads(quarters)), 0)


def read_any_way_up(
    page: Page, sheet: Sheet, recogniser: Recogniser, turned: Callable[[int], tuple[Page, Sheet]]
) -> tuple[Page, tuple[Word, ...]]:
    """The page, turned or as it is, and the words recognised on it so.

    `sheet`: its image without the rules; `turned`: both, once turned anticlockwise by so many quarters more.
    """

    def upright(turns: Sequence[int]) -> tuple[Page, tuple[Word, ...]] | None:
        for quarters in turns:
            # A band of the page tells at a fraction of the cost which way it reads.
            band = recogniser.band_words(np.rot90(sheet.grey, quarters), sheet.scale)
            if _reads(band, BAND_READS) or _letters(band) < ENOUGH_LETTERS:
                other, image = turned(quarters)
                found = recogniser.words(image, find_grids(other))
                if _reads(found):
                    return other, found
        return None

    small = _small(sheet)
    lines = _lines_across(small)
    tried: tuple[int, ...] = ()
    if 0 < lines <= DOWN:
        tried = _sideways(small)
    elif _hanging(small) >= HANGING:
        tried = (TURNED_OVER,)
    if found := upright(tried):
        return found
    words = recogniser.words(sheet, find_grids(page))
    if _letters(words) < ENOUGH_LETTERS or _reads(words):
        return page, words
    turns = (TURNED_OVER,) if lines >= ACROSS and not _run_down(words) else (*SIDEWAYS, TURNED_OVER)
    return upright([quarters for quarters in turns if quarters not in tried]) or (page, words)


def _densest(small: GreyImage, scale: float) -> tuple[slice, slice]:
    """The pixels of the part of a page that holds the most ink, `LINES` of text down it; `small`: its ink, black."""
    size = [min(round(side / COARSE), most) for side, most in zip(LINES, small.shape[::-1], strict=True)]
    ink = cv2.boxFilter(np.subtract(255, small), cv2.CV_32F, size, anchor=(0, 0), normalize=False)
    inside = ink[: small.shape[0] - size[1] + 1, : small.shape[1] - size[0] + 1]
    top, left = divmod(int(inside.argmax()), inside.shape[1])
    start, first, high, wide = (round(edge * COARSE * scale) for edge in (top, left, size[1], size[0]))
    return np.s_[start : start + high, first : first + wide]


def _sideways(small: GreyImage) -> tuple[int, ...]:
    """The turns of a page that lies on its side, first the one that sets the feet of letters below."""
    return SIDEWAYS if _hanging(np.rot90(small, SIDEWAYS[0])) <= 0 else SIDEWAYS[::-1]


def _without_bars(small: GreyImage) -> GreyImage:
    """An image in black and white, white where strokes are longer than those of letters: rules, dark edges."""
    ink = cv2.bitwise_not(small)
    for across in (True, False):
        # A leaning rule is a staircase: thickened, it holds the bar.
        bar, thick = np.ones((1, BAR), np.uint8), np.ones((3, 1), np.uint8)
        bar, thick = (bar, thick) if across else (bar.T, thick.T)
        ink[cv2.morphologyEx(cv2.dilate(ink, thick), cv2.MORPH_OPEN, bar) > 0] = 0
    return as_grey(cv2.bitwise_not(ink))


def _reads(words: Sequence[Word], certainty: float = UPRIGHT) -> bool:
    return _letters(words) >= ENOUGH_LETTERS and mean_certainty(words) >= certainty and not _run_down(words)


def _letters(words: Sequence[Word]) -> int:
    return sum(len(word.text) for word in words)


def _run_down(words: Sequence[Word]) -> bool:
    """Whether most letters of a page stand on their side."""
    return sum(len(word.text) if word.angle else -len(word.text) for word in words) > 0


def _small(sheet: Sheet) -> GreyImage:
    return _coarse(sheet.grey, sheet.scale)


def _coarse(grey: GreyImage, scale: float) -> GreyImage:
    height, width = grey.shape
    return shrunk(grey, (max(1, round(width / (COARSE * scale))), max(1, round(height / (COARSE * scale)))))


def _lines_across(small: GreyImage) -> float:
    """How much more rows of pixels differ from one another than columns do, 0 where there is no ink."""
    ink = (small < INK).astype(np.float64)
    across, down = (float(np.square(np.diff(ink.sum(axis=axis))).sum()) for axis in (1, 0))
    return across / down if down else 0.0


def _hanging(small: GreyImage) -> float:
    """How much more at once the lines of text across an image begin above than they end below, from -1 to 1.

    More letters rise over the others than hang under the line on which all stand: less than 0 where they are upright.
    """
    steps = np.diff(np.subtract(255, small, dtype=np.float64).sum(axis=1))
    spread = float(np.square(steps).sum()) ** 1.5
    return float((steps**3).sum()) / spread if spread else 0.0
