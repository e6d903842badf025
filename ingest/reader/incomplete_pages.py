"""Pages that could not be read whole → a leftover each: what they may hold besides waits for a person.

Takes pages, looks at their notes alone. Lines read on them are doubted elsewhere (`doubted_print`).
"""

from collections.abc import Iterable
from typing import Final

from ingest.reader.engines.notes import DAMAGED, TOO_MUCH
from ingest.reader.records import Box, Leftover, Page, Source

REASONS: Final = {
    DAMAGED: "une partie de cette page est endommagée dans le fichier\u202f: des lignes peuvent y manquer",
    TOO_MUCH: "cette page est trop chargée pour être lue en entier\u202f: des lignes peuvent y manquer",
}


def incomplete_pages(pages: Iterable[Page]) -> tuple[Leftover, ...]:
    """One leftover for each page that was read in part, its box the whole page."""
    return tuple(
        Leftover(f"Page {page.number}", REASONS[note], Source(page.number, 0, 0, Box(0, 0, 1, 1)))
        for page in pages
        for note in page.notes
        if note in REASONS
    )
