"""Towns printed under the names of beneficiaries, in a column that names the beneficiary alone.

« Judo Club ⏎ Bor » is the Judo Club, of Bor: lists that save a column break the line where there was room to go on.
What enters: the rows of a table and its column of beneficiaries. What leaves: the name and the town of each row that
prints both; nothing for a table whose lines are merely full.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from ingest.reader.headers.header_words import head_role
from ingest.reader.records import Cell, Row
from ingest.reader.values.amounts import parse_amount

# Rows, at least, and the shares of them that print a town under a name, and that had room for it beside the name.
_FEWEST: Final = 3
_MOST: Final = 0.8
_ROOM: Final = 0.5
# « Le Vignal », « Saint-Aubin-du-Val », « L’Orme », « NANTELLE », « (Bor) », « St Jean de Luz »: French towns join
# their words with hyphens, but for the article that opens them.
_TOWN: Final = re.compile(
    r"\(?(?:(?:L[ea]s?|LES?|LA)\s+|L['’])?(?:(?:Saint|Sainte|Ste?|SAINT|SAINTE|STE?)\.?\s+)?[A-ZÀ-Ý][^\W\d_]+"
    r"(?:[-'’]\s?[^\W\d_]+|\s(?:de|du|des|sur|sous|en|le|la|les|lès)(?:\s[A-ZÀ-Ý]|['’-])[^\W\d_]+)*\)?"
)


class NameAndTown(NamedTuple):
    """A beneficiary, and the town printed under it."""

    name: str
    town: str


def towns_under_names(rows: Sequence[Row], column: int) -> dict[int, NameAndTown]:
    """What the cells of a column of beneficiaries print on two lines, by the index of the row."""
    cells = {row.index: cell for row in rows if row.kind == "line" and (cell := row.cells[column]) and cell.text}
    parted = {index: one for index, cell in cells.items() if (one := _parted(cell))}
    enough = len(parted) >= max(_FEWEST, _MOST * len(cells))
    if not enough or min(len({one.name for one in parted.values()}), len({one.town for one in parted.values()})) < 2:
        return {}
    widest = max(len(line) for cell in cells.values() for line in cell.lines)
    roomy = sum(_had_room(cells[index], one, widest) for index, one in parted.items())
    return parted if roomy >= _ROOM * len(parted) else {}


def _parted(cell: Cell) -> NameAndTown | None:
    *names, town = cell.lines or ("",)
    if not names or names[-1].endswith("-") or not _TOWN.fullmatch(town) or head_role(town)[0] or parse_amount(town):
        return None
    return NameAndTown(" ".join(names), town.strip("()"))


def _had_room(cell: Cell, one: NameAndTown, widest: int) -> bool:
    return len(cell.lines[-2]) + 1 + len(one.town) <= widest
