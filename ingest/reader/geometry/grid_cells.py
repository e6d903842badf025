"""The cells of a grid changed one by one, wherever its rows are kept. A cell that covers several places stays one."""

from collections.abc import Callable, Sequence

from ingest.reader.machine.on_disk import InParts
from ingest.reader.records import Cell, CellGrid, CellRow


def each_cell(grid: CellGrid, change: Callable[[Cell], Cell]) -> CellGrid:
    """The grid with each of its cells changed, a merged one once; rows that wait on disk go back there."""

    def changed(rows: Sequence[CellRow]) -> Sequence[CellRow]:
        cells = {id(cell): change(cell) for row in rows for cell in row if cell}
        return tuple(tuple(cells[id(cell)] if cell else None for cell in row) for row in rows)

    return grid.each_part(changed) if isinstance(grid, InParts) else changed(tuple(grid))
