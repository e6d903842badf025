"""The cells of a grid, a merged one once: those of a row and their texts, or all changed, wherever rows are kept."""

from collections.abc import Callable, Sequence

from ingest.reader.machine.on_disk import InParts
from ingest.reader.records import Cell, CellGrid, CellRow, Column, Row
from portal.french import squeeze


def each_cell(grid: CellGrid, change: Callable[[Cell], Cell]) -> CellGrid:
    """The grid with each of its cells changed, a merged one once; rows that wait on disk go back there."""

    def changed(rows: Sequence[CellRow]) -> Sequence[CellRow]:
        cells = {id(cell): change(cell) for row in rows for cell in row if cell}
        return tuple(tuple(cells[id(cell)] if cell else None for cell in row) for row in rows)

    return grid.each_part(changed) if isinstance(grid, InParts) else changed(tuple(grid))


def distinct_cells(row: CellRow) -> list[Cell]:
    """The cells of a row, a merged one once, from left to right."""
    return [cell for cell, before in zip(row, (None, *row), strict=False) if cell and cell is not before]


def printed_cells(row: CellRow) -> list[Cell]:
    """The cells of a row in which something is printed, a merged one once, from left to right."""
    return [cell for cell in distinct_cells(row) if cell.text]


def printed_texts(row: CellRow) -> list[str]:
    """What the cells of a row print, that of a merged one once, from left to right."""
    return [cell.text for cell in printed_cells(row)]


def own_cells(row: CellRow, index: int) -> list[Cell]:
    """The cells that the row with this index prints by itself: no blank one, none that comes down from a row above."""
    return [cell for cell in distinct_cells(row) if cell.row == index and cell.text.strip()]


def full_width_text(row: CellRow) -> str:
    """The text of a row that is one merged cell from side to side, with nothing else printed."""
    cells = printed_cells(row)
    if len(cells) == 1 and cells[0].colspan >= max(2, len(row) - 1):
        return cells[0].text
    return ""


def cell_text(row: Row, column: Column) -> str:
    """The text that stands in one column of a row, on one line; a merged cell's for every row that it covers."""
    cell = row.cells[column.index]
    return squeeze(cell.text) if cell else ""
