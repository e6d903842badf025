"""Sheets that were laid sideways or upside down on the scanner, known by how badly they are read.

Takes a page with its rules and its image; gives its words, and the page turned where it is read far better so.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from ingest.reader.engines.pdfium_images import GreyImage
from ingest.reader.layout.grids import find_grids
from ingest.reader.records import Page, Word
from ingest.reader.scanning.page_turns import turned_page
from ingest.reader.scanning.recognition import Recogniser
from ingest.reader.scanning.scan_images import Sheet

# 0–1, mean over the letters of a page. Text read the right way up reaches 0.85 even on poor scans, sideways 0.5.
UPRIGHT: Final = 0.7
# Letters. On fewer, their certainty says nothing of the page.
ENOUGH_LETTERS: Final = 30
# Quarter turns anticlockwise to try on a page that reads badly: landscape sheets fed by either side, upside down.
TURNS: Final = (1, 3, 2)


def read_any_way_up(page: Page, sheet: Sheet, recogniser: Recogniser) -> tuple[Page, tuple[Word, ...]]:
    """The page, turned or as it is, and the words recognised on it so. `sheet`: its image without the rules."""
    words = recogniser.words(sheet, find_grids(page))
    if sum(len(word.text) for word in words) < ENOUGH_LETTERS or mean_certainty(words) >= UPRIGHT:
        return page, words
    for quarters in TURNS:
        turned = turned_page(page, quarters)
        bits = np.packbits(_turned(sheet.ink(), quarters), axis=1)
        turned_sheet = replace(sheet, grey=_turned(sheet.grey, quarters), bits=bits)
        found = recogniser.words(turned_sheet, find_grids(turned))
        if mean_certainty(found) >= UPRIGHT:
            return turned, found
    return page, words


def mean_certainty(words: Sequence[Word]) -> float:
    """The certainty of the letters of these words, 0 where there is none."""
    letters = sum(len(word.text) for word in words)
    return sum(word.certainty * len(word.text) for word in words) / letters if letters else 0.0


def _turned(image: GreyImage, quarters: int) -> GreyImage:
    return np.ascontiguousarray(np.rot90(image, quarters))
