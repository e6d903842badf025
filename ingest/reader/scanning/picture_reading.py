"""Pictures of tables and texts in pages of set text, read beside the words of the file.

Takes a page, its upright image and the rules of that; gives the page with the words and rules of its pictures, or the
page itself where they print nothing that reads as text. It turns no page.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.reader.images.scan_images import Sheet
from ingest.reader.layout.ruled.grids import find_grids
from ingest.reader.letters.recognised_print import mean_certainty
from ingest.reader.letters.recognition import UPRIGHT, Recogniser
from ingest.reader.letters.uncovered_print import uncovered_print
from ingest.reader.records import Box, Page, Rule, Word
from ingest.reader.scanning.bare_pictures import bare_pictures
from ingest.reader.scanning.scanned_pages import PICTURES_READ

# Pieces of ink of the size of letters. Logos, seals and photographs have fewer, or read as nothing.
FEW_LETTERS: Final = 60
# Words. Fewer are a caption, a brand.
FEW_WORDS: Final = 8


def with_pictures_read(page: Page, rules: Sequence[Rule], sheet: Sheet, recogniser: Recogniser) -> Page:
    """The page with what its pictures print, where that reads as text does."""
    pictures = bare_pictures(page)
    if uncovered_print(sheet, page.words, pictures).uncovered < FEW_LETTERS:
        return page
    ruled = replace(page, rules=(*page.rules, *(rule for rule in rules if _is_pictured(rule, pictures))))
    seen = recogniser.words(sheet, find_grids(ruled))
    new = tuple(word for word in seen if _is_pictured(word, pictures) and not _is_set(word, page.words))
    if len(new) < FEW_WORDS or mean_certainty(new) < UPRIGHT:
        return page
    return replace(ruled, words=(*page.words, *new), notes=(*page.notes, PICTURES_READ))


def _is_pictured(thing: Word | Rule, pictures: Sequence[Box]) -> bool:
    return any(picture.holds(thing.box) for picture in pictures)


def _is_set(word: Word, words: Sequence[Word]) -> bool:
    """Whether a recognised word stands where a word of the file does: the same ink."""
    return any(one.box.holds(word.box) or word.box.holds(one.box) for one in words)
