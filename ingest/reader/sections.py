"""A grid that holds several tables one under the other → one table each, cut where new header words are printed.

Two lists of one width that touch, or that follow each other over a page break, come as one grid; the columns of the
second are not those of the first. Only the grid is cut: sources stay those of the document.
"""

from collections.abc import Iterable
from dataclasses import replace

from ingest.reader.column_headers import find_header, full_width_text, is_header_row, is_repeated_header
from ingest.reader.records import Box, Cell, Table


def split_sections(table: Table) -> tuple[Table, ...]:
    """The table itself, or its sections from top to bottom where another header stands inside it."""
    header = find_header(table)
    starts = [0]
    for index in range(header.rows + 1, len(table.grid)):
        row = table.grid[index]
        if not is_header_row(row) or is_repeated_header(row, header.levels):
            continue
        titled = full_width_text(table.grid[index - 1]) and index - 1 > starts[-1]
        starts.append(index - 1 if titled else index)
    if len(starts) == 1:
        return (table,)
    ends = [*starts[1:], len(table.grid)]
    return tuple(_section(table, start, end) for start, end in zip(starts, ends, strict=True))


def _section(table: Table, start: int, end: int) -> Table:
    moved: dict[int, Cell] = {}
    grid = tuple(tuple(_moved(cell, start, end, moved) for cell in row) for row in table.grid[start:end])
    return replace(
        table,
        grid=grid,
        title=table.title if start == 0 else "",
        header_rows=table.header_rows if start == 0 else 1 + bool(full_width_text(grid[0])),
        boxes=_boxes(cell for row in grid for cell in row if cell),
    )


def _moved(cell: Cell | None, start: int, end: int, moved: dict[int, Cell]) -> Cell | None:
    """The same cell with its row counted from the section, cut to it; a merged cell stays one object."""
    if cell is None:
        return None
    if id(cell) not in moved:
        first, last = max(cell.row, start), min(cell.row + cell.rowspan, end)
        moved[id(cell)] = replace(cell, row=first - start, rowspan=last - first)
    return moved[id(cell)]


def _boxes(cells: Iterable[Cell]) -> dict[int, Box]:
    boxes: dict[int, Box] = {}
    for cell in cells:
        box, known = cell.source.box, boxes.get(cell.source.page)
        boxes[cell.source.page] = (
            box
            if known is None
            else Box(min(known.x0, box.x0), min(known.y0, box.y0), max(known.x1, box.x1), max(known.y1, box.y1))
        )
    return boxes
