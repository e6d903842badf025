"""How many of the top rows of a table are its header.

Takes the table of one page; looks at typography and at figures, and of words only at those printed for a figure
(« NC »). It does not say what a column is.
"""

import re
from collections.abc import Sequence
from typing import Final

from ingest.reader.layout.pages.page_tables import PageTable, Piece
from ingest.reader.values.dates import YEAR
from ingest.reader.vocabulary.phrases import phrase
from ingest.reader.vocabulary.rows import NO_AMOUNT

# Share of the rows under it in which a column holds figures when only the first row is words.
FIGURES_SHARE: Final = 0.6
# Share of its columns that a header must name.
NAMED_SHARE: Final = 0.5

_FIGURE: Final = re.compile(r"[-+–−(]?\s*\d[\d\s.,]*\s*(?:k€|M€|€|EUR|euros?|%)?\s*[-)]?", re.IGNORECASE)


def is_figure(text: str) -> bool:
    """Whether a cell holds a number or an amount and nothing else; a year alone names a column, it is no figure."""
    return _FIGURE.fullmatch(text) is not None and YEAR.fullmatch(text) is None


def header_height(table: PageTable) -> int:
    """How many top rows look like a header: all bold or all shaded, and no figure.

    A row of one wide text, or of one at the left, counts above the names of columns (a title), not below (a group).
    """
    if table.grid.header:
        return table.grid.header
    height, named = 0, False
    while height < len(table.rows):
        pieces = [piece for piece in table.row_pieces(height) if piece.text]
        is_title = len(pieces) == 1 and (pieces[0].colspan > table.grid.width / 2 or pieces[0].column == 0)
        if not _stands_out(table, pieces) or (is_title and named):
            break
        named = named or not is_title
        height = max(piece.row + piece.rowspan for piece in table.row_pieces(height) if piece.text or piece.drawn)
    return height


def names_columns(table: PageTable, row: int) -> bool:
    """Whether this row looks like the names of columns: it stands out and fills more than half of the columns."""
    pieces = [piece for piece in table.row_pieces(row) if piece.text]
    wide = sum(piece.colspan for piece in pieces)
    return len(pieces) > 1 and wide > NAMED_SHARE * table.grid.width and _stands_out(table, pieces)


def _stands_out(table: PageTable, pieces: Sequence[Piece]) -> bool:
    if not pieces or any(is_figure(piece.text) for piece in pieces):
        return False
    return all(piece.bold for piece in pieces) or all(table.is_shaded(piece) for piece in pieces)


def unmarked_header(rows: Sequence[Sequence[Piece]]) -> int:
    """The height of a header that only its words tell: one for each column, over figures.

    `rows`: those of all the pages of a table, as `PageTable.rows`.
    """
    first, body = list(dict.fromkeys(rows[0])), rows[1:]
    if len(body) < 2 or len(first) < 2 or any(not piece.text or is_figure(piece.text) for piece in first):
        return 0
    if any(phrase(piece.text) in NO_AMOUNT for piece in first):
        return 0
    over_figures = any(
        sum(is_figure(row[column].text) for row in body) >= FIGURES_SHARE * len(body) for column in range(len(rows[0]))
    )
    return max(piece.rowspan for piece in first) if over_figures else 0
