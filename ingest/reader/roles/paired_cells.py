"""Cells that print two things one under the other → a column for each.

« Bénéficiaire / Objet » over « Judo club ⏎ Tournoi de printemps »: the reports that print two lines a record. Only the
grid changes; boxes stay those of the printed cell. Any other table is given back as it is.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.reader.records import Cell, Table
from ingest.reader.roles.column_headers import find_header
from ingest.reader.roles.header_words import head_role

# What stands between the two names of a header.
_BETWEEN: Final = re.compile(r"\s*/\s*|\s+[-–—]\s+|\s+et\s+(?=l[ea]?\b|objet)")
# Share of the filled cells that must be of two lines, and the certainty of those of more: where to cut is unsure.
_MOST: Final = 0.8
_MORE_LINES: Final = 0.6
_NAMED: Final = frozenset({"operator", "action", "commune"})

_Row = tuple[Cell | None, ...]


def part_pairs(table: Table) -> Table:
    """The table with two columns for the first one whose header names two things and whose cells print both."""
    header = find_header(table)
    for column in range(table.width):
        heads = _heads(header.levels[column])
        if heads and _prints_pairs(table, column, header.rows):
            return replace(table, grid=tuple(_parted(row, column, heads, header.rows) for row in table.grid))
    return table


def _heads(levels: Sequence[str]) -> tuple[str, ...]:
    """The two names that a header prints, empty where it names one thing or the same one twice."""
    names = tuple(_BETWEEN.split(levels[-1])) if levels else ()
    roles = {head_role(name)[0] for name in names}
    return names if len(names) == len(roles) == 2 and roles <= _NAMED else ()


def _prints_pairs(table: Table, column: int, first_row: int) -> bool:
    cells = [cell for row in table.grid[first_row:] if (cell := row[column]) and cell.text and cell.colspan == 1]
    lines = [len(cell.lines) for cell in cells if cell.lines]
    return len(lines) > 1 and lines.count(2) >= _MOST * len(lines)


def _parted(row: _Row, column: int, heads: Sequence[str], header_rows: int) -> _Row:
    moved: dict[int, Cell] = {}
    for place, cell in enumerate(row):
        if cell is None or id(cell) in moved:
            continue
        covers = cell.column <= column < cell.column + cell.colspan and not (place == column and cell.colspan == 1)
        shift = cell.column > column
        moved[id(cell)] = replace(cell, column=cell.column + shift, colspan=cell.colspan + covers)
    cell = row[column]
    if cell is None or cell.colspan > 1:
        pair = (cell and moved[id(cell)],) * 2
    elif cell.row + cell.rowspan == header_rows:
        pair = _said(cell, heads[:1]), replace(_said(cell, heads[1:]), column=column + 1)
    else:
        pair = _said(cell, cell.lines[:1]), replace(_said(cell, cell.lines[1:]), column=column + 1)
    left = (one and moved[id(one)] for one in row[:column])
    return (*left, *pair, *(one and moved[id(one)] for one in row[column + 1 :]))


def _said(cell: Cell, lines: Sequence[str]) -> Cell:
    certainty = min(cell.certainty, _MORE_LINES) if len(cell.lines) > 2 else cell.certainty
    return replace(cell, text=" ".join(lines), lines=tuple(lines), certainty=certainty)
