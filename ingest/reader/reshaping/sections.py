"""A grid that holds several tables → one table each, cut where new header words are printed.

Two lists of one width that touch, or that follow each other over a page break, come as one grid; the columns of the
second are not those of the first. Only the grid changes: sources stay those of the page.
"""

from dataclasses import replace

from ingest.reader.geometry.grid_cells import each_cell, full_width_text
from ingest.reader.headers.column_headers import find_header, is_header_row, is_repeated_header
from ingest.reader.records import Cell, Table
from ingest.reader.reshaping.halves import boxes_of, stack_halves


def split_sections(table: Table) -> tuple[Table, ...]:
    """The table itself, or its sections from top to bottom where another header stands inside it."""
    header = find_header(table)
    starts = [0]
    for index in range(header.rows + 1, len(table.grid)):
        row = table.grid[index]
        if not is_header_row(row, table.grid[index - 1]) or is_repeated_header(row, header.levels):
            continue
        titled = full_width_text(table.grid[index - 1]) and index - 1 > starts[-1]
        starts.append(index - 1 if titled else index)
    if len(starts) == 1:
        return (stack_halves(table),)
    ends = [*starts[1:], len(table.grid)]
    return tuple(stack_halves(_section(table, start, end)) for start, end in zip(starts, ends, strict=True))


def _section(table: Table, start: int, end: int) -> Table:
    def cut(cell: Cell) -> Cell:
        first, last = max(cell.row, start), min(cell.row + cell.rowspan, end)
        return cell._replace(row=first - start, rowspan=last - first)

    grid = each_cell(tuple(table.grid[start:end]), cut)
    return replace(
        table,
        grid=grid,
        title=table.title if start == 0 else "",
        header_rows=table.header_rows if start == 0 else 1 + bool(full_width_text(grid[0])),
        boxes=boxes_of(cell for row in grid for cell in row if cell),
    )
