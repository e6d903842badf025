"""Recognised tables whose columns could not be told, and recognised pages of which nothing was → leftovers.

Takes tables read and pages; gives a leftover for each row that shows money, or for the page. A table that was seen to
be a budget, a price list, accounts, is no table whose columns could not be told.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ingest.reader.borderless.money_texts import money_hints, shows_money
from ingest.reader.lines import row_text
from ingest.reader.packed_words import unpacked
from ingest.reader.records import Box, Leftover, Page, ReadTable, Source
from ingest.reader.roles.column_headers import find_header
from ingest.reader.roles.misread_headers import UNREADABLE
from ingest.reader.roles.wanting_columns import FOR_WANT_OF_COLUMNS
from ingest.reader.scanning.scanned_pages import was_badly_recognised

# Share of the rows of a table that show money in a column of money.
MOST: Final = 0.5
# Amounts on a page of which nothing was read: fewer may stand in prose that grants nothing.
FEWEST_AMOUNTS: Final = 4
COLUMNS_REASON: Final = "ligne d’un tableau numérisé dont les intitulés de colonnes ne se lisent pas"
PAGE_REASON: Final = "page numérisée mal reconnue, dont rien n’a été lu\u202f: à lire sur l’image"


def find_unread_tables(reads: Iterable[ReadTable]) -> tuple[Leftover, ...]:
    """The rows that show money, of recognised tables that gave no line for want of a column that was told."""
    return tuple(left for read in reads if _is_unread(read) for left in _rows_of(read))


def find_unread_pages(pages: Iterable[Page], read: Iterable[Source]) -> tuple[Leftover, ...]:
    """The badly recognised pages that show amounts, and none of the places of what was `read`."""
    told = {source.page for source in read}
    unread = (page for page in pages if page.number not in told and was_badly_recognised(page))
    whole = Box(0.0, 0.0, 1.0, 1.0)
    return tuple(
        Leftover(f"Page {page.number}", PAGE_REASON, Source(page.number, 0, 0, whole))
        for page in unread
        if money_hints(unpacked(page).words) >= FEWEST_AMOUNTS
    )


def _is_unread(read: ReadTable) -> bool:
    if read.skipped not in FOR_WANT_OF_COLUMNS:
        return False
    recognised = any(cell.certainty < 1 for row in read.table.grid for cell in row if cell)
    return recognised and any(not _is_headed(read, column) for column in _columns_of_money(read))


def _columns_of_money(read: ReadTable) -> Iterator[int]:
    grid = read.table.grid
    for column in range(read.table.width):
        texts = [cell.text for row in grid if (cell := row[column]) and cell.text.strip()]
        if len(texts) > 1 and sum(map(shows_money, texts)) >= MOST * len(texts):
            yield column


def _is_headed(read: ReadTable, column: int) -> bool:
    """Whether words that can be read stand over a column, whatever they say."""
    heads = [row[column] for row in read.table.grid[: max(1, find_header(read.table).rows)]]
    return any(head and head.certainty >= UNREADABLE and _is_words(head.text) for head in heads)


def _is_words(text: str) -> bool:
    return any(map(str.isalpha, text)) and not shows_money(text)


def _rows_of(read: ReadTable) -> Iterator[Leftover]:
    for row in read.rows:
        texts: Sequence[str] = [cell.text for cell in row.cells if cell]
        if row.kind != "header" and any(map(shows_money, texts)):
            yield Leftover(row_text(row), COLUMNS_REASON, row.source)
