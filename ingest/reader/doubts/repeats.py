"""Texts that recognition read alike several times in the tables of a document: each reading vouches for the others.

Takes `Table`s; gives the same tables, the cells of such texts surer. No text is changed, and figures stay as sure as
they were read: an amount repeats by chance.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from ingest.reader.geometry.grid_cells import each_cell
from ingest.reader.letters.lookalikes import shape
from ingest.reader.records import Cell, Table

# Readings. Two alike may be one mistake made twice.
ENOUGH: Final = 3
# Letters. Shorter texts are alike by chance.
LETTERS: Final = 4
# 0–1. Readings that agree are trusted this far, for one mistake can be made each time.
TRUST: Final = 0.97


def trust_repeats(tables: Sequence[Table]) -> tuple[Table, ...]:
    """The tables with cells made surer whose text was read the same three times and never otherwise."""
    if not any(cell.certainty < TRUST for table in tables for row in table.grid for cell in row if cell):
        return tuple(tables)
    times = Counter(cell.text for table in tables for cell in _once(table) if _is_text(cell))
    readings = Counter(map(shape, times))

    def surer(cell: Cell) -> Cell:
        agreed = times[cell.text] >= ENOUGH and readings[shape(cell.text)] == 1
        return cell._replace(certainty=TRUST) if cell.certainty < TRUST and agreed else cell

    return tuple(replace(table, grid=each_cell(table.grid, surer)) for table in tables)


def _once(table: Table) -> Iterator[Cell]:
    for index, row in enumerate(table.grid):
        yield from (cell for column, cell in enumerate(row) if cell and (cell.row, cell.column) == (index, column))


def _is_text(cell: Cell) -> bool:
    return sum(character.isalpha() for character in cell.text) >= LETTERS
