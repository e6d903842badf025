"""« Nom | Prénom » side by side → one column of persons. Any other table is given back as it is.

A list of grants to persons prints their names in two columns, neither of which names whoever receives. Left as they
are: names to the right of another column of beneficiaries, which are those of a president or a manager.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from ingest.reader.geometry.grid_cells import each_cell
from ingest.reader.headers.column_headers import find_header
from ingest.reader.headers.header_words import head_role
from ingest.reader.records import Cell, Table
from ingest.reader.vocabulary.phrases import phrase

_SURNAMES: Final = frozenset({"nom", "nom de famille", "nom d usage", "nom de naissance"})
_FIRST_NAMES: Final = frozenset({"prenom"})
_HEAD: Final = "Nom et prénom"


def join_names(table: Table) -> Table:
    """The table with its column of first names and that of surnames beside it as one."""
    heads = [" ".join(levels) for levels in find_header(table).levels]
    words = [phrase(head) for head in heads]
    left = next((place for place, pair in enumerate(pairwise(words)) if _are_names(*pair)), None)
    if left is None or any(head and head_role(head) == "operator" for head in heads[:left]):
        return table
    if any(map(_is_uneven, (row[left : left + 2] for row in table.grid))):
        return table
    joined = {id(row[left]): _joined(row[left], row[left + 1]) for row in table.grid if row[left] is not None}
    grid = each_cell(table.grid, lambda cell: joined.get(id(cell)) or _moved(cell, left))
    return replace(table, grid=tuple((*row[: left + 1], *row[left + 2 :]) for row in grid))


def _are_names(one: str, other: str) -> bool:
    return (one in _SURNAMES and other in _FIRST_NAMES) or (one in _FIRST_NAMES and other in _SURNAMES)


def _is_uneven(pair: Sequence[Cell | None]) -> bool:
    """Whether a first name stands beside no surname, or several beside one."""
    cell, beside = pair
    return (beside is not None and cell is None) or bool(cell and beside and cell.rowspan != beside.rowspan)


def _joined(cell: Cell | None, beside: Cell | None) -> Cell | None:
    """A name and the one beside it; None for a cell that covers both, or stands alone."""
    if cell is None or beside is None or beside is cell or cell.colspan > 1 or not beside.text:
        return None
    # « NOM » over « PRÉNOM » is the header, wherever it is printed again.
    text = _HEAD if _are_names(phrase(cell.text), phrase(beside.text)) else f"{cell.text} {beside.text}".strip()
    certainty = min(cell.certainty, beside.certainty)
    return cell._replace(text=text, lines=(text,), x1=max(cell.x1, beside.x1), certainty=certainty)


def _moved(cell: Cell, left: int) -> Cell:
    """A cell of the table without the column on the right of `left`."""
    over = cell.column <= left < cell.column + cell.colspan - 1
    return cell._replace(column=cell.column - (cell.column > left), colspan=cell.colspan - over)
