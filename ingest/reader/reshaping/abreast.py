"""Lists that touch side by side in one grid → the tables that they are.

« Club | Subvention | École | Élèves | Participation » are two, where rows or totals of their own tell that neither goes
on in the other. Only the grid changes: sources stay those of the page.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final, Literal

from ingest.reader.geometry.grid_cells import each_cell
from ingest.reader.headers.column_headers import find_header
from ingest.reader.headers.header_words import head_role
from ingest.reader.money.money_words import holds
from ingest.reader.records import CellGrid, CellRow, Role, Table
from ingest.reader.reshaping.halves import boxes_of, cut_to, equal_parts
from ingest.reader.reshaping.headed_parts import in_order
from ingest.reader.values.dates import YEAR, find_years
from ingest.reader.vocabulary.money import ASKED, COST
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


def part_abreast(table: Table) -> tuple[Table, ...]:
    """The table itself, or those that touch side by side in it, from left to right."""
    for cut in range(_FEWEST, table.width - _FEWEST + 1):
        if not _may_open(table, cut) or not _touch(table.grid, cut):
            continue
        left, right = (_of_columns(table, part) for part in (range(cut), range(cut, table.width)))
        if not (_is_list(left) and _is_list(right)) or _are_about_the_same(table, cut, left, right):
            continue
        if not equal_parts(table, find_header(table)):
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
    their towns, or its money that of another year, or what was granted of what was asked: one table."""
    if (_opens(left), _opens(right)) == ("operator", "commune"):
        return True
    asked = [all(holds(phrase(text), ASKED) for text in _money(one)) for one in (left, right)]
    years, others = (set(find_years(" ".join(_money(one)))) for one in (left, right))
    if asked[0] != asked[1] or (years and others and years.isdisjoint(others)):
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
    printed = each_cell(tuple(row[part.start : part.stop] for row in table.grid), partial(cut_to, part=part))
    apart = in_order(table, printed, rows, sum(row < table.header_rows for row in rows))
    return replace(apart, boxes=boxes_of(cell for row in apart.grid for cell in row if cell))


def _is_list(table: Table) -> bool:
    """Whether names of columns head who receives, on the left, and money."""
    return _opens(table) in _RECEIVERS and bool(_money(table))


def _money(table: Table) -> list[str]:
    """What stands over each column of money that is no cost, or of a year of it."""
    levels = [levels for levels in find_header(table).levels if levels]
    money = (one for one in levels[1:] if "amount" in map(head_role, one) or YEAR.fullmatch(one[-1]))
    return [text for one in money if not holds(phrase(text := " ".join(one)), COST)]
