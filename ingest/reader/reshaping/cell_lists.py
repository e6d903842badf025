"""Lists set inside one cell of a table → a row for each of their entries.

« Sport | - Judo : 500 € - Tennis : 300 € | 800 € » grants twice: the entries become rows under the same theme, their
amounts a column of their own. Any other table is given back as it is; boxes stay those of the printed cell.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from ingest.reader.geometry.grid_cells import each_cell
from ingest.reader.headers.column_headers import find_header
from ingest.reader.headers.header_words import head_role
from ingest.reader.records import Cell, CellRow, Table
from ingest.reader.values.amounts import parse_amount
from ingest.reader.vocabulary.patterns import MARK

# Entries of one cell, and the share of the filled cells of the column that must hold so many.
_FEWEST, _MOST = 2, 0.6
_ENTRY = re.compile(
    rf"\s*(?:{MARK}\s*)?(?P<name>[^:€]{{3,100}}?)\s*:\s*(?P<amount>\d[\d\s.,]*?\s*(?:€|euros?\b))\s*[;,.]?(?=\s|$)"
)
_AMOUNT_HEAD, _NAME_HEAD = "Montant", "Bénéficiaire"

_Row = list[Cell | None]


class _Entry(NamedTuple):
    name: str
    amount: str


def part_lists(table: Table) -> Table:
    """The table with a row for each entry of the lists in its cells, and a last column for their amounts."""
    header = find_header(table)
    column = _column_of_lists(table, header.rows) if header.rows else None
    if column is None or _parts_an_amount(header.levels, column):
        return table
    names_money = head_role(" ".join(header.levels[column])) == "amount"
    grid: list[_Row] = []
    for index, row in enumerate(table.grid):
        cell = row[column]
        entries = _entries(cell) if cell and cell.row == index >= header.rows else []
        if not entries:
            moved = _moved_down(row, len(grid) - index)
            if index == header.rows - 1 and names_money and (head := moved[column]):
                moved[column] = head._replace(text=_NAME_HEAD, lines=(_NAME_HEAD,))
            grid.append([*moved, _head(row, index, header.rows)])
            continue
        grid += _rows_of(row, column, entries, len(grid))
    return replace(table, grid=tuple(map(tuple, grid)))


def _column_of_lists(table: Table, first_row: int) -> int | None:
    """The first column whose cells are lists."""
    entries: list[list[int]] = [[] for _ in range(table.width)]
    for row in table.grid[first_row:]:
        for column, cell in enumerate(row):
            if cell and cell.text:
                entries[column].append(len(_entries(cell)))
    return next(
        (one for one in range(table.width) if _are_lists(entries[one]) and _stands_alone(table, one, first_row)), None
    )


def _are_lists(entries: Sequence[int]) -> bool:
    several = sum(count >= _FEWEST for count in entries)
    filled = sum(map(bool, entries))
    return several > 0 and several >= _MOST * filled >= _MOST * _MOST * len(entries)


def _stands_alone(table: Table, column: int, first_row: int) -> bool:
    """Whether no cell runs over several rows, nor over several columns beside a list, as that of a total may."""
    return all(
        cell.rowspan == 1 and (cell.colspan == 1 or not ((listed := row[column]) and _entries(listed)))
        for row in table.grid[first_row:]
        for cell in row
        if cell
    )


def _parts_an_amount(levels: Sequence[Sequence[str]], column: int) -> bool:
    """« Association | Subvention » over « Fonctionnement : 500 € Projet : 300 € », or « Autres financeurs » beside
    both: parts of the money of one name, or what others give it."""
    roles = [head_role(" ".join(level)) for level in levels]
    return "amount" in roles and "operator" in (*roles[:column], *roles[column + 1 :])


def _entries(cell: Cell) -> list[_Entry]:
    """The entries that are all of a text; none where anything else is printed."""
    entries, end = [], 0
    while match := _ENTRY.match(cell.text, end):
        if parse_amount(match["amount"]) is None:
            return []
        entries.append(_Entry(match["name"], match["amount"]))
        end = match.end()
    return entries if not cell.text[end:].strip() else []


def _moved_down(row: CellRow, shift: int) -> _Row:
    return list(each_cell((row,), lambda cell: cell._replace(row=cell.row + shift))[0])


def _rows_of(row: Sequence[Cell | None], column: int, entries: Sequence[_Entry], first: int) -> list[_Row]:
    """One row an entry; what the printed row says beside its list covers them all."""
    covering = [cell and cell._replace(row=first, rowspan=len(entries)) for cell in row]
    listed = row[column]
    assert listed is not None  # noqa: S101  (entries are those of this cell)
    rows: list[_Row] = []
    for place, entry in enumerate(entries, first):
        own: _Row = list(covering)
        own[column] = listed._replace(text=entry.name, lines=(entry.name,), row=place)
        amount = listed._replace(text=entry.amount, lines=(entry.amount,), row=place, column=len(row))
        rows.append([*own, amount])
    return rows


def _head(row: Sequence[Cell | None], place: int, header_rows: int) -> Cell | None:
    """The name of the column of amounts, on the last row of the header."""
    last = next((cell for cell in reversed(row) if cell), None)
    if place != header_rows - 1 or last is None:
        return None
    return last._replace(text=_AMOUNT_HEAD, lines=(_AMOUNT_HEAD,), row=place, column=len(row), rowspan=1, colspan=1)
