"""Texts that recognition read alike several times in the tables of a document: each reading vouches for the others.

Takes `Table`s; gives the same tables, the cells of such texts surer. No text is changed, and figures stay as sure as
they were read: an amount repeats by chance.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.reader.records import Cell, Table
from ingest.reader.scanning.lookalikes import shape

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
    cells = {id(cell): cell for table in tables for row in table.grid for cell in row if cell and _is_text(cell)}
    times = Counter(cell.text for cell in cells.values())
    readings = Counter(map(shape, times))
    surer = {
        key: replace(cell, certainty=TRUST)
        for key, cell in cells.items()
        if cell.certainty < TRUST and times[cell.text] >= ENOUGH and readings[shape(cell.text)] == 1
    }
    return tuple(_with_cells(table, surer) for table in tables)


def _is_text(cell: Cell) -> bool:
    return sum(character.isalpha() for character in cell.text) >= LETTERS


def _with_cells(table: Table, cells: dict[int, Cell]) -> Table:
    grid = tuple(tuple(cells.get(id(cell), cell) if cell else None for cell in row) for row in table.grid)
    return replace(table, grid=grid)
