"""Sheets that were laid sideways or upside down on the scanner, known by how badly they are read.

Takes a page with its rules and its image; gives its words, and the page turned where it is read far better so. Rules
are found anew on a turned image: those across a page are longer than those down it.
"""

from collections.abc import Callable, Sequence
from typing import Final

from ingest.reader.layout.grids import find_grids
from ingest.reader.records import Page, Word
from ingest.reader.scanning.recognised_print import mean_certainty
from ingest.reader.scanning.recognition import UPRIGHT, Recogniser
from ingest.reader.scanning.scan_images import Sheet

# Letters. On fewer, their certainty says nothing of the page.
ENOUGH_LETTERS: Final = 30
# Quarter turns anticlockwise to try on a page that reads badly: landscape sheets fed by either side, upside down.
TURNS: Final = (1, 3, 2)
# The same where lines run down the page, and read well, or badly.
TURNS_OF_SIDEWAYS, TURNS_OF_OTHER_SIDEWAYS = (1, 3), (3, 1)


def read_any_way_up(
    page: Page, sheet: Sheet, recogniser: Recogniser, turned: Callable[[int], tuple[Page, Sheet]]
) -> tuple[Page, tuple[Word, ...]]:
    """The page, turned or as it is, and the words recognised on it so.

    `sheet`: its image without the rules; `turned`: both, once turned anticlockwise by so many quarters.
    """
    words = recogniser.words(sheet, find_grids(page))
    well_read, sideways = mean_certainty(words) >= UPRIGHT, _run_down(words)
    if sum(len(word.text) for word in words) < ENOUGH_LETTERS or (well_read and not sideways):
        return page, words
    turns = TURNS if not sideways else TURNS_OF_SIDEWAYS if well_read else TURNS_OF_OTHER_SIDEWAYS
    for quarters in turns:
        other, upright = turned(quarters)
        found = recogniser.words(upright, find_grids(other))
        if mean_certainty(found) >= UPRIGHT and not _run_down(found):
            return other, found
    return page, words


def _run_down(words: Sequence[Word]) -> bool:
    """Whether most letters of a page stand on their side."""
    return sum(len(word.text) if word.angle else -len(word.text) for word in words) > 0
