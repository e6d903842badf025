"""Tables whose columns could not be told, halves of rows, rows in headings → leftovers.

Takes tables read; gives a leftover for each row that shows money. A table that was seen to be a budget, a price list,
accounts, is no table whose columns could not be told.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ingest.reader.borderless.money_texts import is_money, shows_money
from ingest.reader.headers.column_headers import find_header
from ingest.reader.headers.misread_headers import UNREADABLE
from ingest.reader.lines import row_text
from ingest.reader.records import Leftover, ReadTable, Row
from ingest.reader.set_aside.reasons import (
    FOR_WANT_OF_COLUMNS,
    NO_AMOUNT_REASON,
    NO_BENEFICIARY_REASON,
    NO_GRANTED_AMOUNT_REASON,
    NOBODY_REASON,
    REASONS_BY_NOTE,
)
from ingest.reader.unread.unread_rows import FIGURES_OF_AN_AMOUNT, LETTERS_OF_A_NAME, grants_in_list
from ingest.reader.values.amounts import parse_amount
from ingest.reader.values.figures import WITH_CENTS

# Share of the rows of a table that show money in a column of money.
MOST: Final = 0.5
_FOR_WANT_OF_NAMES: Final = frozenset({NOBODY_REASON, NO_BENEFICIARY_REASON})
_FOR_WANT_OF_GRANTS: Final = frozenset({NO_AMOUNT_REASON, NO_GRANTED_AMOUNT_REASON, *REASONS_BY_NOTE.values()})
COLUMNS_REASON: Final = "ligne d’un tableau numérisé dont les intitulés de colonnes ne se lisent pas"
WANTING_REASON: Final = "ligne d’un tableau où une colonne n’a pas été reconnue"
HEADER_REASON: Final = "des montants dans une ligne d’intitulés : d’autres lignes y sont peut-être"
HALF_REASON: Final = "un autre montant, dans une colonne sans titre, suivi d’un autre nom"


def find_unread_tables(reads: Iterable[ReadTable]) -> tuple[Leftover, ...]:
    """The rows that show money, of recognised tables that gave no line for want of a column that was told."""
    return tuple(left for read in reads if _is_unread(read) for left in _rows_of(read))


def find_rows_of_tables(reads: Sequence[ReadTable], *, nothing_read: bool) -> tuple[Leftover, ...]:
    """All rows of tables that an act which grants leaves unread: those of `find_unread_tables`, halves of rows, rows in
    headings, and those of tables set aside for what one of their columns lacks: with `nothing_read`, where the act gave
    no line, all of them, else those over which it says that it grants."""
    said = (read for read in reads if nothing_read or grants_in_list(read.table.title))
    wanting = [left for read in said if _is_wanting(read) for left in _wanting_rows(read)]
    wanting += [left for read in reads if _is_of_bare_grants(read) for left in _rows_of_figures(read)]
    parts = [left for read in reads if not read.skipped for left in (*_unread_halves(read), *_rows_in_headers(read))]
    return (*find_unread_tables(reads), *wanting, *parts)


def _rows_in_headers(read: ReadTable) -> Iterator[Leftover]:
    """The rows that were taken for headings, over amounts, and print some with their cents: rows that ran into them."""
    amounts = [column.index for column in read.columns if column.role == "amount"]
    for row in read.rows:
        texts = [cell.text for index in amounts if (cell := row.cells[index])]
        if row.kind == "header" and any(map(WITH_CENTS.search, texts)):
            yield Leftover(row_text(row), HEADER_REASON, row.source)


def _is_wanting(read: ReadTable) -> bool:
    """Whether a table was set aside for want of a name beside amounts that are granted, or of a granted amount beside
    its beneficiaries, and for nothing else."""
    roles = {column.role for column in read.columns}
    wanting = ("amount" in roles and read.skipped in _FOR_WANT_OF_NAMES) or (
        "operator" in roles and read.skipped in _FOR_WANT_OF_GRANTS
    )
    return wanting and not _is_unread(read)


def _is_of_bare_grants(read: ReadTable) -> bool:
    """« … les subventions suivantes : » over a table whose bare figures stand under no word that says money."""
    return read.skipped == NO_AMOUNT_REASON and grants_in_list(read.table.title) and not _is_unread(read)


def _rows_of_figures(read: ReadTable) -> Iterator[Leftover]:
    for row in read.rows:
        texts = [cell.text for cell in row.cells if cell]
        figures = [text for text in texts if parse_amount(text) and sum(map(str.isdigit, text)) >= FIGURES_OF_AN_AMOUNT]
        if row.kind == "line" and figures and any(map(_names, texts)):
            yield Leftover(row_text(row), WANTING_REASON, row.source)


def _wanting_rows(read: ReadTable) -> Iterator[Leftover]:
    names = [column.index for column in read.columns if column.role != "remark"]  # which says who pays
    money = [column.index for column in read.columns if column.holds_money]
    for row in read.rows:
        texts = [cell.text for index in names if (cell := row.cells[index])]
        priced = any(map(is_money, texts)) or any(
            (cell := row.cells[index]) is not None and parse_amount(cell.text) for index in money
        )
        if row.kind == "line" and priced and any(map(_names, texts)):
            yield Leftover(row_text(row), WANTING_REASON, row.source)


def _unread_halves(read: ReadTable) -> Iterator[Leftover]:
    """The rows where an amount under no heading goes before another name and the amount that was read: two rows that
    stand side by side."""
    unheaded = _unheaded(read)
    for row in read.rows if unheaded else ():
        if row.kind != "header" and _is_half_read(read, row, unheaded):
            yield Leftover(row_text(row), HALF_REASON, row.source)


def _unheaded(read: ReadTable) -> tuple[int, ...]:
    """The columns under no heading, of no amount that was read, after which one of such amounts stands apart."""
    amounts = [column.index for column in read.columns if column.role == "amount"]
    if not amounts:
        return ()
    unheaded = [column for column in read.columns if not column.header and column.role != "amount"]
    return tuple(column.index for column in unheaded if column.index < max(amounts) - 1)


def _is_half_read(read: ReadTable, row: Row, unheaded: Sequence[int]) -> bool:
    texts = [cell.text if cell and cell.row == row.index else "" for cell in row.cells]
    amounts = [column.index for column in read.columns if column.role == "amount" and is_money(texts[column.index])]
    return any(
        is_money(texts[index]) and any(_names(text) for text in texts[index + 1 : last])
        for index in unheaded
        for last in amounts
    )


def _names(text: str) -> bool:
    return not is_money(text) and sum(map(str.isalpha, text)) >= LETTERS_OF_A_NAME


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
