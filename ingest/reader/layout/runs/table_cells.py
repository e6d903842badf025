"""Mended rows → rows of `Cell`s, each with the place where its text is first printed.

Takes rows of `MendedCell`s; gives the records, the same one at each place that a cell covers. It mends nothing.
"""

from collections.abc import Sequence
from itertools import chain

from ingest.reader.layout.pages.page_tables import PageTable
from ingest.reader.layout.runs.mended_cells import MendedCell
from ingest.reader.records import Cell, CellRow

_Printed = tuple[str, tuple[str, ...]]
_Edges = tuple[list[float], list[float]]


def set_rows(rows: Sequence[Sequence[MendedCell | None]], first: int, number: int) -> list[CellRow]:
    """The rows of table `number`, the first of them its row `first`. What repeats is kept once: texts, numbers."""
    mended = {id(cell): cell for cell in chain.from_iterable(rows) if cell is not None}
    tables = {id(table): table for cell in mended.values() for table, _ in cell.pieces}
    edges = {place: _edges(table) for place, table in tables.items()}
    texts: dict[_Printed, _Printed] = {}
    counted = tuple(range(first, first + len(rows) + 1))
    cells = {
        place: _cell(cell, number, edges, texts, counted[cell.row - first : cell.row - first + 2])
        for place, cell in mended.items()
    }
    return [tuple([cells[id(cell)] if cell else None for cell in row]) for row in rows]


def _cell(
    cell: MendedCell,
    number: int,
    edges: dict[int, _Edges],
    texts: dict[_Printed, _Printed],
    rows: tuple[int, ...],
) -> Cell:
    """The record of a cell, placed where its text is first printed; `rows`: the number of its row, from 0, from 1."""
    table, piece = next((one for one in cell.pieces if one[1].lines), cell.pieces[0])
    text, lines, certainty = piece.text, piece.lines, piece.certainty
    if len(cell.pieces) > 1:
        printed = [part for _, part in cell.pieces if part.lines]
        lines = tuple(line for part in printed for line in part.lines)
        text = table.text_of(lines)
        certainty = min((part.certainty for part in printed), default=1.0)
    as_printed = text, tuple([line.text for line in lines])
    xs, ys = edges[id(table)]
    row, column, rowspan, colspan = piece[:4]
    return Cell(
        *texts.setdefault(as_printed, as_printed),
        table.page.number,
        number,
        rows[1],
        xs[column],
        ys[row],
        xs[column + colspan],
        ys[row + rowspan],
        rows[0],
        cell.column,
        cell.rowspan,
        cell.colspan,
        piece.bold,
        certainty,
    )


def _edges(table: PageTable) -> _Edges:
    """The sides of the columns and of the rows, in page fractions."""
    page, grid = table.page, table.grid
    return [x / page.width for x in grid.xs], [y / page.height for y in grid.ys]
