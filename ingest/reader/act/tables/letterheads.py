"""The head of an act drawn as a table: the council on one side, « Séance du… Délibération n°… » on the other.

Takes the tables of an act; gives those whose words are cells. What a box at the head of the first page prints is text.
"""

import re
from collections.abc import Iterable
from typing import Final

from ingest.reader.act.tables.label_tables import is_at_head, is_label_table
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import Box, Table
from ingest.reader.values.amounts_in_text import states_amount
from ingest.reader.vocabulary.patterns import COUNCIL_OF

# Rows, and the share of the height of the page above which it begins.
MOST_ROWS: Final = 3
HEAD: Final = 0.35
_HEAD_WORDS: Final = re.compile(
    r"\b(?:deliberation|decision|arrete)s? ?(?:n ?[°o]|:)|\b(?:seance|reunion) du\b|\bcommission permanente\b"
    r"|\b(?:bureau (?:metropolitain|communautaire|syndical)|comite syndical)\b"
    r"|\bextrait (?:du registre|des)\b"
    rf"|\bconseil (?:{COUNCIL_OF})\b"
)


def without_letterheads(tables: Iterable[Table], first_page: int) -> tuple[Table, ...]:
    """The tables but those that are the head of the act. `first_page`: the number of its first page."""
    return tuple(one for one in tables if is_label_table(one, first_page) or not _is_letterhead(one, first_page))


def letterhead_cells(tables: Iterable[Table], first_page: int) -> tuple[Box, ...]:
    """The cells that print something of those heads, in fractions of the first page: each is read for itself."""
    heads = (one for one in tables if not is_label_table(one, first_page) and _is_letterhead(one, first_page))
    cells = (cell for head in heads if head.width > 1 for row in head.grid for cell in row if cell and cell.text)
    return tuple(dict.fromkeys(cell.source.box for cell in cells))


def _is_letterhead(table: Table, first_page: int) -> bool:
    if not is_at_head(table, first_page, MOST_ROWS, HEAD):
        return False
    texts = [cell.text for row in table.grid for cell in row if cell]
    return any(_HEAD_WORDS.search(plain(text)) for text in texts) and not any(map(states_amount, texts))
