"""Pages of which nothing, or not all, could be read → a leftover each: what they may hold waits for a person.

Takes pages; looks at their notes, and on a badly recognised page for amounts. Lines read on them are doubted elsewhere
(`doubts/line_doubts`, `doubts/page_doubts`).
"""

from collections.abc import Iterable
from typing import Final

from ingest.reader.borderless.money_texts import money_hints
from ingest.reader.engines.notes import DAMAGED, MONEY_OUTSIDE, TOO_MUCH
from ingest.reader.machine.packed_words import unpacked
from ingest.reader.records import Box, Leftover, Page, Source
from ingest.reader.scanning.scanned_pages import was_badly_recognised

REASONS: Final = {
    DAMAGED: "une partie de cette page est endommagée dans le fichier\u202f: des lignes peuvent y manquer",
    TOO_MUCH: "cette page est trop chargée pour être lue en entier\u202f: des lignes peuvent y manquer",
    MONEY_OUTSIDE: "des montants sont écrits hors de cette page\u202f: une colonne d’un tableau y manque",
}
UNREAD_REASON: Final = "page numérisée mal reconnue, dont rien n’a été lu\u202f: à lire sur l’image"
# Amounts on a page of which nothing was read: fewer may stand in prose that grants nothing.
FEWEST_AMOUNTS: Final = 4


def incomplete_pages(pages: Iterable[Page]) -> tuple[Leftover, ...]:
    """One leftover for each page that was read in part, its box the whole page."""
    return tuple(_left_over(page, REASONS[note]) for page in pages for note in page.notes if note in REASONS)


def unread_pages(pages: Iterable[Page], read: Iterable[Source]) -> tuple[Leftover, ...]:
    """One for each badly recognised page that shows amounts, and none of the places of what was `read`."""
    told = {source.page for source in read}
    unread = (page for page in pages if page.number not in told and was_badly_recognised(page))
    shown = (page for page in unread if money_hints(unpacked(page).words) >= FEWEST_AMOUNTS)
    return tuple(_left_over(page, UNREAD_REASON) for page in shown)


def _left_over(page: Page, reason: str) -> Leftover:
    return Leftover(f"Page {page.number}", reason, Source(page.number, 0, 0, Box(0, 0, 1, 1)))
