"""Towns, or what an aid is for, printed under the names of beneficiaries, in a column that names these alone.

« Judo Club ⏎ Bor » is the Judo Club, of Bor, « Judo Club ⏎ tournoi annuel » what it does: lists that save a column
break the line where there was room to go on; a number in a register may stand under both. What enters: the rows of a
table and its column of beneficiaries. What leaves: the name and what is under it of each row that prints both; nothing
for a table whose lines are merely full.
"""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from ingest.reader.grant_rows.beneficiary_cells import NameAndTown, opens_with_number, read_beneficiary
from ingest.reader.headers.header_words import head_role
from ingest.reader.records import Cell, Row
from ingest.reader.values.amounts import parse_amount
from ingest.reader.vocabulary.patterns import BRANCHES, LINKS, OPEN_END

# Rows, at least, and the shares of them that print a town under a name, and that had room for it beside the name.
_FEWEST: Final = 3
_MOST: Final = 0.8
_ROOM: Final = 0.5
# « Le Vignal », « Saint-Aubin-du-Val », « L’Orme », « NANTELLE », « (Bor) », « St Jean de Luz »: French towns join
# their words with hyphens, but for the article that opens them.
TOWN: Final = re.compile(
    r"\(?(?:(?:L[ea]s?|LES?|LA)\s+|L['’])?(?:(?:Saint|Sainte|Ste?|SAINT|SAINTE|STE?)\.?\s+)?[A-ZÀ-Ý][^\W\d_]+"
    r"(?:[-'’]\s?[^\W\d_]+|\s(?:de|du|des|sur|sous|en|le|la|les|lès)(?:\s[A-ZÀ-Ý]|['’-])[^\W\d_]+)*\)?"
)
# « Comité des fêtes de », « Castèlnau-de- »: what no name ends with.
_OPEN_END: Final = re.compile(rf"[-–&]$|{OPEN_END.pattern}", re.IGNORECASE)


# « … ⏎ de la vallée »: what goes on from the line above, whatever room it had.
# « Amicale laïque ⏎ section danse » is one of several of its sections.
_GOES_ON: Final = re.compile(rf"(?:{LINKS}|(?i:{BRANCHES}))\b")


def filled_cells(rows: Sequence[Row], column: int) -> dict[int, Cell]:
    """The cells of lines in which a column prints something, by the index of the row."""
    return {row.index: cell for row in rows if row.kind == "line" and (cell := row.cells[column]) and cell.text}


def towns_under_names(rows: Sequence[Row], column: int) -> dict[int, NameAndTown]:
    """What the cells of a column of beneficiaries print on two lines, by the index of the row."""
    cells = filled_cells(rows, column)
    parted = {index: one for index, cell in cells.items() if (one := _parted(cell))}
    enough = len(parted) >= max(_FEWEST, _MOST * len(cells))
    if not enough or min(len({one.name for one in parted.values()}), len({one.town for one in parted.values()})) < 2:
        return {}
    lines = [line for cell in cells.values() for line in _lines(cell)]
    widest, cut = max(map(len, lines)), any(line.endswith("-") for line in lines)
    roomy = sum(_had_room(cells[index], one, widest, cut=cut) for index, one in parted.items())
    return parted if roomy >= _ROOM * len(parted) else {}


def purposes_under_names(rows: Sequence[Row], column: int) -> dict[int, tuple[str, str]]:
    """The name and what it is given for, of the cells of a column of beneficiaries that print this under it, by the
    index of the row: in small letters, or under nearly every name."""
    cells = filled_cells(rows, column)
    parted = {index: cell.lines for index, cell in cells.items() if _says_more_under(cell)}
    if len(parted) < _MOST * len(cells):
        parted = {index: lines for index, lines in parted.items() if lines[1][0].islower()}
    widest = max((len(line) for cell in cells.values() for line in cell.lines), default=0)
    roomy = sum(len(name) + 1 + len(first.split()[0]) <= widest for name, first, *_ in parted.values())
    if len(parted) < _FEWEST or roomy < _ROOM * len(parted):
        return {}
    return {index: (name, " ".join(said)) for index, (name, *said) in parted.items()}


def _says_more_under(cell: Cell) -> bool:
    """Whether the second line of a cell opens with a word that no name goes on with, and is no address."""
    name, under, *_ = (*cell.lines, "", "")
    goes_on = not under or _GOES_ON.match(under.casefold() if name.isupper() else under) or _OPEN_END.search(name)
    spelt_out = name.isupper() and name.isalpha() and under[:1] == name[:1]  # « SNSM ⏎ Sauveteurs en mer »
    return not goes_on and not spelt_out and read_beneficiary(cell.text).name != name


def _parted(cell: Cell) -> NameAndTown | None:
    *names, town = _lines(cell) or ("",)
    if not names or _OPEN_END.search(names[-1]) or not TOWN.fullmatch(town) or head_role(town) or parse_amount(town):
        return None
    # The text of the cell has the words that its lines cut whole again.
    name = cell.text.removesuffix(town).rstrip() if cell.text.endswith(town) else " ".join(names)
    return NameAndTown(name, town.strip("()"))


def _lines(cell: Cell) -> tuple[str, ...]:
    """The lines of a cell over its number in a register, « SIRET : 123 456 789 00012 »."""
    return tuple(takewhile(lambda line: not opens_with_number(line), cell.lines))


def _had_room(cell: Cell, one: NameAndTown, widest: int, *, cut: bool) -> bool:
    """Whether the line over a town had room for it, to its first hyphen where lines are `cut` at hyphens; a name that
    holds the town itself has no need of it."""
    first, hyphen, rest = one.town.partition("-")
    opening = first + hyphen + (rest if not cut else "")
    return one.town in one.name or len(_lines(cell)[-2]) + 1 + len(opening) <= widest
