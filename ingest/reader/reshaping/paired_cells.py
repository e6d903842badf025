"""Cells that print two things one under the other → a column for each.

« Bénéficiaire / Objet » over « Judo club ⏎ Tournoi de printemps »: the reports that print two lines a record; « Coût ⏎
Subvention » over two amounts; or one in brackets, « Bénéficiaire (commune) » over « Judo club (Bor) ». Only the grid
changes; boxes stay those of the printed cell. Any other table is given back as it is.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import Final

from ingest.reader.geometry.grid_cells import each_cell
from ingest.reader.headers.column_headers import find_header
from ingest.reader.headers.header_texts import heads_a_column
from ingest.reader.headers.header_words import head_role
from ingest.reader.records import DOUBTFUL, Cell, CellRow, Table
from ingest.reader.values.amounts import parse_amount
from ingest.reader.vocabulary.patterns import OPEN_END

# What stands between the two names of a header.
_BETWEEN: Final = re.compile(r"\s*/\s*|\s+[-–—]\s+|\s+et\s+(?=l[ea]?\b|objet)|\s*\((?=[^()]+\)$)")
# « Judo club (Bor) », under such a header
_ASIDE: Final = re.compile(r"(?P<first>.*?)\s*\((?P<second>[^()]+)\)")
# « Intitulé / de l'association » is one name.
_OPENS_REST: Final = re.compile(r"d(?:[eu]|es)\s|d['\u2019]", re.IGNORECASE)
# Share of the filled cells that must be of two lines: where to cut one of more is in doubt.
_MOST: Final = 0.8
_NAMED: Final = frozenset({"operator", "action", "commune"})


def part_pairs(table: Table) -> Table:
    """The table with two columns for the first one whose header names two things and whose cells print both."""
    header = find_header(table)
    for column in range(table.width):
        heads = _heads(header.levels[column]) or _heads_in_lines(table, column, header.rows)
        amounts = bool(heads) and head_role(heads[1]) == "amount"
        if heads and _prints_pairs(table, column, header.rows, aside=_is_aside(heads), amounts=amounts):
            return replace(table, grid=tuple(_parted(row, column, heads, header.rows) for row in table.grid))
    return table


def _heads(levels: Sequence[str]) -> tuple[str, ...]:
    """The two names that a header prints, empty where it names one thing or the same one twice."""
    return _as_pair(_BETWEEN.split(levels[-1]) if levels else ())


def _heads_in_lines(table: Table, column: int, header_rows: int) -> tuple[str, ...]:
    """The same where the two names stand one under the other, as what they head."""
    cell = table.grid[header_rows - 1][column] if header_rows else None
    lines = cell.lines if cell and cell.colspan == 1 else ()
    go_on = any(OPEN_END.search(one) or _OPENS_REST.match(other) for one, other in pairwise(lines))
    return (() if go_on else _as_pair(lines)) or _amounts_in_lines(lines)


def _amounts_in_lines(lines: Sequence[str]) -> tuple[str, ...]:
    """« Coût de l'opération » over « Subvention accordée »: two names of money, each on lines of its own."""
    cuts = ((" ".join(lines[:cut]), " ".join(lines[cut:])) for cut in range(1, len(lines)))
    named = [pair for pair in cuts if all(heads_a_column(name) and head_role(name) == "amount" for name in pair)]
    return named[0] if len(named) == 1 and named[0][0] != named[0][1] else ()


def _as_pair(names: Sequence[str]) -> tuple[str, ...]:
    roles = {head_role(name) for name in names}
    return tuple(names) if len(names) == len(roles) == 2 and roles <= _NAMED else ()


def _is_aside(heads: Sequence[str]) -> bool:
    return heads[1].endswith(")")


def _prints_pairs(table: Table, column: int, first_row: int, *, aside: bool, amounts: bool) -> bool:
    cells = [cell for row in table.grid[first_row:] if (cell := row[column]) and cell.text and cell.colspan == 1]
    printed = [cell.lines for cell in cells if cell.lines]
    if amounts:
        pairs = sum(len(lines) == 2 and all(map(parse_amount, lines)) for lines in printed)
    elif aside:
        pairs = sum(_ASIDE.fullmatch(" ".join(lines)) is not None for lines in printed)
    else:
        pairs = sum(len(lines) == 2 or _capitals(lines) > 0 for lines in printed)
    return len(printed) > 1 and pairs >= _MOST * len(printed)


def _capitals(lines: Sequence[str]) -> int:
    """How many lines in capitals open a cell that goes on in small letters: a name, then what it is given for."""
    opening = sum(1 for _ in takewhile(str.isupper, lines))
    return opening if opening < len(lines) and not any(map(str.isupper, lines[opening:])) else 0


def _parted(row: CellRow, column: int, heads: Sequence[str], header_rows: int) -> CellRow:
    def moved_on(cell: Cell) -> Cell:
        covers = cell.colspan > 1 and cell.column <= column < cell.column + cell.colspan
        return cell._replace(column=cell.column + (cell.column > column), colspan=cell.colspan + covers)

    moved = each_cell((row,), moved_on)[0]
    cell = row[column]
    if cell is None or cell.colspan > 1:
        pair = (moved[column],) * 2
    elif cell.row + cell.rowspan == header_rows:
        pair = _said(cell, heads[:1]), _said(cell, [heads[1].rstrip(")")])._replace(column=column + 1)
    elif _is_aside(heads):
        found = _ASIDE.fullmatch(cell.text)
        pair = _said(cell, [found["first"] if found else cell.text]), _said(cell, [found["second"] if found else ""])
        pair = pair[0], pair[1]._replace(column=column + 1)
    else:
        capitals = _capitals(cell.lines)
        cut, sure = capitals or 1, capitals > 0 or len(cell.lines) == 2
        first, second = (_said(cell, lines, sure=sure) for lines in (cell.lines[:cut], cell.lines[cut:]))
        pair = first, second._replace(column=column + 1)
    return (*moved[:column], *pair, *moved[column + 1 :])


def _said(cell: Cell, lines: Sequence[str], *, sure: bool = True) -> Cell:
    certainty = cell.certainty if sure else min(cell.certainty, DOUBTFUL)
    return cell._replace(text=" ".join(lines), lines=tuple(lines), certainty=certainty)
