"""A list set in halves side by side in one grid → one list, the right half under the left one.

« Association | Montant | Association | Montant »: the same words head each half, or each half bears a name of its own
over columns that do. Only the grid changes: sources stay those of the page.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.reader.geometry.grid_cells import each_cell, full_width_text, printed_cells
from ingest.reader.headers.column_headers import Header, find_header
from ingest.reader.headers.header_words import head_role
from ingest.reader.money.money_words import holds
from ingest.reader.records import Box, Cell, CellRow, Table, box_around
from ingest.reader.vocabulary.money import COST
from ingest.reader.vocabulary.phrases import phrase
from ingest.reader.vocabulary.rows import opens_with_total


def stack_halves(table: Table) -> Table:
    """The table itself, or its halves one under the other where the same words head each of them."""
    header = find_header(table)
    parts = equal_parts(table, header)
    if not parts:
        return table
    grid: list[CellRow] = []
    band: list[CellRow] = []
    for index, row in enumerate(table.grid):
        totals = index >= header.rows and _is_total_of_all(row)
        if index >= header.rows and not totals and not full_width_text(row):
            band.append(row)
            continue
        _stack(band, parts, grid)
        band = []
        grid.append((_total_placed if totals else _placed)(row, parts[0], len(grid)))
    _stack(band, parts, grid)
    return replace(table, grid=tuple(grid))


def equal_parts(table: Table, header: Header) -> list[range]:
    """The columns of each half, empty where the header does not print the same words over each."""
    heads = [[phrase(level) for level in levels] for levels in header.levels]
    apart = _parted_by_white(table)
    for parts in (apart, *(_cut(table.width, count) for count in (2, 3, 4))):
        if len(parts) < 2 or len(parts[0]) < 2 or len({len(part) for part in parts}) > 1:
            continue
        # « SPORT | 2030 | 2031 | | CULTURE | 2030 | 2031 »: beside white, each half may bear a name of its own, as do
        # two lists of receivers, « Associations sportives | Montant | Culture | Montant ».
        first = int(parts is apart or all(_may_name_receivers(header.levels[part[0]]) for part in parts))
        same = all([heads[at] for at in part[first:]] == [heads[at] for at in parts[0][first:]] for part in parts)
        named = sum(bool(heads[column]) for column in parts[0]) >= 2
        if same and named and not any(_crosses(row, parts) for row in table.grid[header.rows :]):
            return parts
    return []


def _may_name_receivers(levels: Sequence[str]) -> bool:
    """Whether what heads a column says that it names who receives, or, of it, but a theme: « Culture »."""
    roles = set(map(head_role, levels))
    return "operator" in roles or (roles == {None} and not any(holds(phrase(level), COST) for level in levels))


def _cut(width: int, count: int) -> list[range]:
    size = width // count
    return [range(start, start + size) for start in range(0, width, size)] if size * count == width else []


def _parted_by_white(table: Table) -> list[range]:
    """The runs of columns between those in which nothing at all is printed."""
    white = set(range(table.width))
    for row in table.grid:
        white -= {column for column in white if (cell := row[column]) and cell.text.strip()}
        if not white:
            break
    parts, start = [], 0
    for column in range(table.width + 1):
        if column == table.width or column in white:
            if column > start:
                parts.append(range(start, column))
            start = column + 1
    return parts


def _crosses(row: CellRow, parts: list[range]) -> bool:
    """Whether a merged cell, other than a title, or a cell of several rows stands in more than one half."""
    if full_width_text(row) or _is_total_of_all(row):
        return False
    return any(
        cell and (cell.rowspan > 1 or cell.column + cell.colspan > part.stop)
        for part in parts
        for cell in [row[column] for column in part]
    )


def _is_total_of_all(row: CellRow) -> bool:
    """Whether a row prints the total of all halves: its label, and an amount in the last column."""
    texts = printed_cells(row)
    return len(texts) == 2 and opens_with_total(texts[0].text) and texts[1] is row[-1] and texts[1].colspan == 1


def _total_placed(row: CellRow, part: range, index: int) -> CellRow:
    """The total of all halves as a row of the first: its label over all columns but that of the amount."""
    label, amount = printed_cells(row)
    label = label._replace(row=index, column=0, rowspan=1, colspan=len(part) - 1)
    return *((label,) * (len(part) - 1)), amount._replace(row=index, column=len(part) - 1, rowspan=1)


def _stack(band: list[CellRow], parts: list[range], grid: list[CellRow]) -> None:
    for part in parts:
        for row in band:
            if any(cell and cell.text.strip() for cell in (row[column] for column in part)):
                grid.append(_placed(row, part, len(grid)))


def _placed(row: CellRow, part: range, index: int) -> CellRow:
    """The cells of one half as a row of their own."""
    cells = (row[part.start : part.stop],)
    return each_cell(cells, lambda cell: cut_to(cell, part)._replace(row=index, rowspan=1))[0]


def cut_to(cell: Cell, part: range) -> Cell:
    """A cell cut to some columns, the first of them now on the left."""
    first, last = max(cell.column, part.start), min(cell.column + cell.colspan, part.stop)
    return cell._replace(column=first - part.start, colspan=last - first)


def boxes_of(cells: Iterable[Cell]) -> dict[int, Box]:
    """The place of cells on each of their pages, in page fractions."""
    by_page: dict[int, list[Box]] = {}
    for cell in cells:
        by_page.setdefault(cell.page, []).append(Box(cell.x0, cell.y0, cell.x1, cell.y1))
    return {page: box_around(boxes) for page, boxes in by_page.items()}
