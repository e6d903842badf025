"""Tables too wide for their page, as spreadsheets print them: their last columns stand alone on other pages.

Takes the tables of a document; gives them with such columns put back beside the rows that they go on. Rows are told by
their heights: a spreadsheet prints a row at the same place of both pages. Page fractions.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile
from typing import Final

from ingest.reader.geometry.grid_cells import each_cell
from ingest.reader.headers.column_headers import find_header
from ingest.reader.records import Cell, CellRow, Table
from ingest.reader.values.amounts import parse_amount
from ingest.reader.vocabulary.headers import AREA_HEADS, HEADERS, NEUTRAL
from ingest.reader.vocabulary.phrases import phrase

# Page fractions. How far the sides of one row may differ from page to page.
SAME_SIDE: Final = 0.003
# Rows of the body. Fewer may be level by chance.
FEWEST_ROWS: Final = 4
# Share of the rows of the columns on the right that must be level with a row on the left.
LEVEL_ROWS: Final = 0.9
# Rows under the last level one: the total of columns on the right, beside which a spreadsheet prints blank cells.
MOST_TOTALS: Final = 2
# Words of a header that are looked at to know whether it names somebody.
LONGEST_OPENING: Final = 4

_Place = tuple[int, float, float]


def join_sideways(tables: Sequence[Table]) -> tuple[Table, ...]:
    """The tables, each with the columns that other pages print of its rows; their cells keep their own pages. They are
    numbered one after the other from the number of the first. A single column that goes with none is no table."""
    left = [_without_blank_head(table) for table in tables]
    joined: list[Table] = []
    while left:
        table = left.pop(0)
        widened = False
        while (place := _right_of(table, left)) is not None:
            table, widened = _beside(table, _own_columns(table, left.pop(place))), True
        if widened and joined and _goes_on_under(joined[-1], table):
            joined[-1] = _under(joined[-1], table)
        elif table.width > 1:
            joined.append(table)
    if len(joined) == len(tables):
        return tuple(tables)
    return tuple(_numbered(table, number) for number, table in enumerate(joined, tables[0].number))


def _without_blank_head(table: Table) -> Table:
    """The table from its first row that prints something: a title over the first columns leaves the others blank."""
    blank = next((row for row, cells in enumerate(table.grid) if any(cell and cell.text for cell in cells)), 0)
    if not blank:
        return table
    rows = replace(table, grid=table.grid[blank:], header_rows=max(0, table.header_rows - blank))
    grid = each_cell(rows.grid, lambda cell: cell._replace(row=max(0, cell.row - blank)))
    return replace(rows, grid=grid)


def _right_of(table: Table, left: Sequence[Table]) -> int | None:
    """Which of the tables left, in the order of their pages, holds columns of this one, on as few pages after it."""
    first, many, names = min(table.boxes), len(table.boxes), _names(table)
    if not _names_somebody(names):
        return None
    for place, other in enumerate(left):
        offset = min(other.boxes) - first
        if offset > many:
            break
        if offset > 0 and len(other.boxes) <= many and _goes_on_in(table, names, _own_columns(table, other)):
            return place
    return None


def _own_columns(table: Table, other: Table) -> Table:
    """A table of the next page without its first columns where they are those of this one, row by row: a spreadsheet
    prints the names of rows again on each page. It may have a few more rows, totals, where these columns are blank."""
    blank = [""] * min(MOST_TOTALS, max(0, len(other.grid) - len(table.grid)))
    count = 0
    while count < min(table.width, other.width - 1) and _prints(table, count) + blank == _prints(other, count):
        count += 1
    if not count or len(other.grid) < FEWEST_ROWS:
        return other

    def moved(cell: Cell) -> Cell:
        end = cell.column + cell.colspan
        return cell._replace(column=max(0, cell.column - count), colspan=max(1, end - max(count, cell.column)))

    return replace(other, grid=tuple(row[count:] for row in each_cell(other.grid, moved)))


def _prints(table: Table, column: int) -> list[str]:
    return [cell.text if cell else "" for cell in (row[column] for row in table.grid)]


def _goes_on_in(table: Table, names: set[str], other: Table) -> bool:
    """Whether another table, on pages after it, holds columns of the rows of this one, under these `names`: level row
    by row, with names of its own, and nobody to whom its money would go."""
    others = _names(other)
    if not others or names & others or _names_somebody(others):
        return False
    matched = _matched(table, other)
    foot = max(matched, default=-1) + 1
    if foot + MOST_TOTALS < len(other.grid):
        foot = len(other.grid)
    rows = range(find_header(other).rows, foot)
    return sum(row in matched for row in rows) >= max(FEWEST_ROWS, LEVEL_ROWS * len(rows))


def _names(table: Table) -> set[str]:
    """The names over the columns; that of a single column is not known by the words beside it."""
    levels = {phrase(level) for levels in find_header(table).levels for level in levels} - {""}
    if levels or table.width > 1:
        return levels
    first = table.grid[0][0]
    return {phrase(first.text)} if first and first.text and not parse_amount(first.text) else set()


def _names_somebody(names: set[str]) -> bool:
    """Whether a column is headed by who receives, « Nom de la structure », or a town; « EPCI » may be over what it
    pays."""
    heads = [list(dropwhile(NEUTRAL.__contains__, name.split())) for name in names]
    openings = {" ".join(words[:length]) for words in heads for length in range(1, LONGEST_OPENING)}
    return any(HEADERS.get(opening) in ("operator", "commune") for opening in openings - AREA_HEADS)


def _levels(table: Table) -> dict[int, _Place]:
    """Where each row stands: its page, top and foot, from a cell that covers no other row."""
    levels = {}
    for row, cells in enumerate(table.grid):
        own = next((cell for cell in cells if cell and cell.row == row and cell.rowspan == 1), None)
        if own is not None:
            levels[row] = own.source.page, own.source.box.y0, own.source.box.y1
    return levels


def _matched(table: Table, right: Table) -> dict[int, int]:
    """For each row on the right, the row on the left that is level with it."""
    offset = min(right.boxes) - min(table.boxes)
    by_page: dict[int, list[tuple[int, float, float]]] = {}
    for row, (page, top, foot) in _levels(table).items():
        by_page.setdefault(page + offset, []).append((row, top, foot))
    return {
        other: row
        for other, (page, top, foot) in _levels(right).items()
        for row, y0, y1 in by_page.get(page, [])
        if abs(top - y0) <= SAME_SIDE and abs(foot - y1) <= SAME_SIDE
    }


def _beside(table: Table, right: Table) -> Table:
    """One table of both; a row on the right that is level with none stands under them all, on its own."""
    matched = _matched(table, right)
    extra = [row for row in range(len(right.grid)) if row not in matched]
    place_of = {**matched, **{row: len(table.grid) + place for place, row in enumerate(extra)}}
    blank: CellRow = (None,) * table.width
    rows = [*table.grid, *(blank for _ in extra)]
    beside: dict[int, CellRow] = dict.fromkeys(range(len(rows)), (None,) * right.width)
    moved = each_cell(
        right.grid, lambda cell: cell._replace(row=place_of.get(cell.row, cell.row), column=cell.column + table.width)
    )
    beside.update({place_of[row]: cells for row, cells in enumerate(moved)})
    return replace(
        table,
        grid=tuple((*cells, *beside[row]) for row, cells in enumerate(rows)),
        boxes={**table.boxes, **right.boxes},
        notes=(*table.notes, *right.notes),
    )


def _goes_on_under(table: Table, below: Table) -> bool:
    """Whether a table that was put together goes on the one before it: the same names over its columns, on the next
    page. Where a spreadsheet prints its columns first, each of its pages was another table."""
    follows = min(below.boxes) == max(table.boxes) + 1
    return follows and table.width == below.width and find_header(table).levels == find_header(below).levels


def _under(table: Table, below: Table) -> Table:
    header = find_header(below).rows
    shift = len(table.grid) - header
    grid = each_cell(below.grid, lambda cell: cell._replace(row=cell.row + shift))
    return replace(table, grid=(*table.grid, *grid[header:]), boxes={**table.boxes, **below.boxes})


def _numbered(table: Table, number: int) -> Table:
    if table.number == number and all(cell.table == number for row in table.grid for cell in row if cell):
        return table
    grid = each_cell(table.grid, lambda cell: cell._replace(table=number))
    return replace(table, number=number, grid=grid)
