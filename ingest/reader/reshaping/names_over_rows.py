"""Names set alone over the rows of each, under « Association | Objet | Montant » → beside each of their rows.

The column of those who receive is then blank on all rows but these. What enters: a table; what leaves: the same without
the rows of names, each name in the cells of its column under it; any other table as it is. It looks at no amount.
"""

from typing import Final

from ingest.reader.geometry.grid_cells import printed_cells, printed_texts
from ingest.reader.headers.column_drafts import BY_HEADER
from ingest.reader.headers.column_headers import find_header
from ingest.reader.headers.header_words import read_head
from ingest.reader.records import Cell, CellRow, Table
from ingest.reader.reshaping.headed_parts import in_order
from ingest.reader.vocabulary.organisations import names_organisation
from ingest.reader.vocabulary.rows import opens_with_total

# Names: one alone may be the title of the rows.
_FEWEST: Final = 2


def name_rows(table: Table) -> Table:
    """The table with each name beside its rows, where names stand alone over them in a column that is blank else."""
    header = find_header(table)
    heads = [read_head(levels[-1]) if levels else (None, 0.0) for levels in header.levels]
    if heads.count(("operator", BY_HEADER)) != 1:
        return table
    column = heads.index(("operator", BY_HEADER))
    over = _rows_by_name(table, header.rows, column)
    if len({*over.values()}) < _FEWEST or _name_more_bodies(table, over, column):
        return table
    grid = list(table.grid)
    for place, name in over.items():
        grid[place] = _with_name(grid[place], place, column, table.grid[name][column])
    names = {*over.values()}
    return in_order(table, grid, [place for place in range(len(grid)) if place not in names], table.header_rows)


def _rows_by_name(table: Table, first: int, column: int) -> dict[int, int]:
    """The row of the name over each row that is no total; nothing where a row has no name over it, or one of its own,
    as the first of most tables has."""
    over: dict[int, int] = {}
    name = None
    for place in range(first, len(table.grid)):
        row = table.grid[place]
        if _names_alone(row, column):
            name = place
        elif not _is_total(row):
            if name is None or ((cell := row[column]) and cell.text):
                return {}
            over[place] = name
    return over


def _name_more_bodies(table: Table, over: dict[int, int], column: int) -> bool:
    """« Sport », over « Gala du Judo Club »: whether rows name bodies, and what stands over them names none."""
    heads = {cell.text for name in over.values() if (cell := table.grid[name][column])}
    rows = {cell.text for place in over for cell in table.grid[place] if cell}
    return not any(map(names_organisation, heads)) and sum(map(names_organisation, rows)) * 2 >= len(over)


def _names_alone(row: CellRow, column: int) -> bool:
    """Whether a row prints one text alone, which is no total, in the column of names or from there on."""
    cells = printed_cells(row)
    return len(cells) == 1 and cells[0].column == column and not opens_with_total(cells[0].text)


def _is_total(row: CellRow) -> bool:
    return any(map(opens_with_total, printed_texts(row)))


def _with_name(row: CellRow, place: int, column: int, name: Cell | None) -> CellRow:
    blank = row[column]
    if name is None or blank is None:
        return row
    said = blank._replace(text=name.text, lines=name.lines, row=place, bold=name.bold, rowspan=1, colspan=1)
    return (*row[:column], said, *row[column + 1 :])
