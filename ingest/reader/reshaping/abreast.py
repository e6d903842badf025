"""Lists that touch side by side in one grid → one list, or the tables that they are.

A list set in two halves (« Association | Montant | Association | Montant ») is one list: its right half goes under its
left one. Under other names (« Club | Subvention | École | Élèves | Participation ») they are two tables, where rows or
totals of their own tell that neither goes on in the other. Only the grid changes: sources stay those of the page.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final, Literal

from ingest.reader.geometry.grid_cells import each_cell, full_width_text, printed_cells
from ingest.reader.headers.column_headers import Header, find_header
from ingest.reader.headers.header_words import head_role
from ingest.reader.money.money_words import holds
from ingest.reader.records import Box, Cell, CellGrid, CellRow, Role, Table, box_around
from ingest.reader.reshaping.headed_parts import in_order
from ingest.reader.values.dates import YEAR
from ingest.reader.vocabulary.money import COST
from ingest.reader.vocabulary.phrases import phrase
from ingest.reader.vocabulary.rows import opens_with_total

# What opens a list: who receives, or the place that does.
_RECEIVERS: Final[frozenset[Role]] = frozenset({"operator", "commune"})
# Rows from the top that may print its name, or a title over both; columns of a list, and rows that one may go on for
# alone, at least.
_TOP: Final = 4
_FEWEST: Final = 2

# What a row is on one side of a cut.
_State = Literal["row", "total", "blank", "covered"]


# ---- tables that touch -------------------------------------------------------------------------------------------


def part_abreast(table: Table) -> tuple[Table, ...]:
    """The table itself, or those that touch side by side in it, from left to right."""
    for cut in range(_FEWEST, table.width - _FEWEST + 1):
        if not _may_open(table, cut) or not _touch(table.grid, cut):
            continue
        left, right = (_of_columns(table, part) for part in (range(cut), range(cut, table.width)))
        if not (_is_list(left) and _is_list(right)) or _are_about_the_same(table, cut, left, right):
            continue
        if not _equal_parts(table, find_header(table)):
            return left, *part_abreast(right)
    return (table,)


def _may_open(table: Table, column: int) -> bool:
    """Whether a name of who receives may head a column."""
    return any(cell and head_role(cell.text) in _RECEIVERS for cell in (row[column] for row in table.grid[:_TOP]))


def _touch(grid: CellGrid, cut: int) -> bool:
    """Whether each side of a cut has rows of its own: no cell but a title goes over it, and rows of both begin beside
    none of the other, or each has its total, or one goes on under the end of the other."""
    sides: tuple[list[_State], list[_State]] = [], []
    for index, row in enumerate(grid):
        if row[cut] and row[cut] is row[cut - 1]:
            if index >= _TOP:
                return False
        else:
            for states, cells in zip(sides, (row[:cut], row[cut:]), strict=True):
                states.append(_state(cells, index))
    covered = ["covered" in states[_TOP:] for states in sides]
    if any(covered):
        return all(covered) or (all(map(_ends_with_total, sides)) and not _share_a_total(*sides))
    return all("total" in states for states in sides) or _ends_before(*sides) or _ends_before(*reversed(sides))


def _are_about_the_same(table: Table, cut: int, left: Table, right: Table) -> bool:
    """Whether names on the right are those on the left printed again, « Porteur | Demande | Bénéficiaire | Vote », or
    their towns: one table."""
    if (_opens(left), _opens(right)) == ("operator", "commune"):
        return True
    rows = table.grid[find_header(table).rows :]
    beside = [(one, other) for row in rows if (one := row[0]) and (other := row[cut]) and one is not other]
    return any(one.text == other.text and one.text and not opens_with_total(one.text) for one, other in beside)


def _opens(table: Table) -> Role | None:
    """The role of the name over the first column that has one."""
    return next((head_role(levels[-1]) for levels in find_header(table).levels if levels), None)


def _state(cells: CellRow, index: int) -> _State:
    own = [cell for cell in cells if cell and cell.row == index]
    if not own and any(cells):
        return "covered"
    texts = [cell.text for cell in own if cell.text.strip()]
    if not texts:
        return "blank"
    return "total" if opens_with_total(texts[0]) else "row"


def _ends_with_total(states: Sequence[_State]) -> bool:
    """Whether the last row of a side is its only total."""
    printed = [state for state in states if state in ("row", "total")]
    return printed.count("total") == 1 and printed[-1] == "total"


def _share_a_total(states: Sequence[_State], beside: Sequence[_State]) -> bool:
    return states.index("total") == beside.index("total")


def _ends_before(states: Sequence[_State], beside: Sequence[_State]) -> bool:
    """Whether a side is filled to its end, and the one beside it goes on under that for some rows."""
    end = states.index("blank") if "blank" in states else len(states)
    return set(states[end:]) == {"blank"} and beside[end:].count("row") >= _FEWEST


def _of_columns(table: Table, part: range) -> Table:
    """A table of some columns: its own rows, and titles cut to its width."""
    rows = [
        index
        for index, row in enumerate(table.grid)
        if any(cell and cell.row == index and cell.text.strip() for cell in row[part.start : part.stop])
    ]
    printed = each_cell(tuple(row[part.start : part.stop] for row in table.grid), partial(_cut_to, part=part))
    apart = in_order(table, printed, rows, sum(row < table.header_rows for row in rows))
    return replace(apart, boxes=boxes_of(cell for row in apart.grid for cell in row if cell))


def _is_list(table: Table) -> bool:
    """Whether names of columns head who receives, on the left, and money that is no cost, or a year of it."""
    levels = [levels for levels in find_header(table).levels if levels]
    if _opens(table) not in _RECEIVERS:
        return False
    money = (one for one in levels[1:] if "amount" in map(head_role, one) or YEAR.fullmatch(one[-1]))
    return any(not holds(phrase(" ".join(one)), COST) for one in money)


# ---- halves of one list -------------------------------------------------------------------------------------------


def stack_halves(table: Table) -> Table:
    """The table itself, or its halves one under the other where the same words head each of them."""
    header = find_header(table)
    parts = _equal_parts(table, header)
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


def _equal_parts(table: Table, header: Header) -> list[range]:
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
    return each_cell(cells, lambda cell: _cut_to(cell, part)._replace(row=index, rowspan=1))[0]


def _cut_to(cell: Cell, part: range) -> Cell:
    """A cell cut to some columns, the first of them now on the left."""
    first, last = max(cell.column, part.start), min(cell.column + cell.colspan, part.stop)
    return cell._replace(column=first - part.start, colspan=last - first)


def boxes_of(cells: Iterable[Cell]) -> dict[int, Box]:
    """The place of cells on each of their pages, in page fractions."""
    by_page: dict[int, list[Box]] = {}
    for cell in cells:
        by_page.setdefault(cell.page, []).append(Box(cell.x0, cell.y0, cell.x1, cell.y1))
    return {page: box_around(boxes) for page, boxes in by_page.items()}
