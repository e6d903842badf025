"""A list whose headings stand down the left side → the same table turned upright, headings on top.

« Bénéficiaire | Union cycliste », « Objet | Critérium », « Subvention proposée | 1 500 € » is one line of such a list,
be its pairs set side by side; several have a column each, their names on top. Anything else is given back as it is.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.reader.headers.header_texts import heads_a_column
from ingest.reader.headers.header_words import head_role
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import Cell, CellRow, Table
from ingest.reader.values.amounts import parse_amount
from ingest.reader.vocabulary.organisations import ORGANISATION

# Rows of money under names on top: fewer may be a list of amounts of two kinds.
_FEWEST = 2
# Columns of a sheet: headings, and what stands under each.
_PAIR = 2
_CORNER = "Bénéficiaire"
_GIVEN = re.compile(r"\b(?:subvention|aide|participation)s?\b")
# Share of the names on top that must open as those of organisations do.
_NAMED = 0.5
# Share of the left cells that must be header words.
_MOST = 0.6
# Share of the right cells that are amounts under a name of column: one in five may print « en attente ».
_NEARLY_ALL = 0.8
# Share of the right cells that may be words of headers: « Dispositif | Aide aux projets », « Statut | Association ».
_MOST_HEADS_AT_RIGHT = 0.4
# Rows of one sheet whose pairs stand side by side, at most.
_LONGEST = 30


def turn_sheets(table: Table) -> Table:
    """The table with its columns as rows, where its first one holds the headings; else the table itself."""
    if table.width < 2:
        return table
    pairs = _in_pairs(table)
    # No wider one is a sheet, however long: its rows stay where they are.
    length = _length_of_each(pairs) if pairs.width == _PAIR else 0
    if length and _is_sheet(replace(pairs, grid=pairs.grid[:length])):
        if length < len(pairs.grid):
            return _one_under_the_other(pairs, length)
        table = pairs
    elif table.width == _PAIR or not _has_a_column_each(table):
        return table
    rows = tuple(tuple(_turned(row[side]) for row in table.grid) for side in range(table.width))
    corner = rows[0][0]
    if corner and not corner.text:
        rows = ((corner._replace(text=_CORNER, lines=(_CORNER,)), *rows[0][1:]), *rows[1:])
    return replace(table, grid=rows, header_rows=1)


def _length_of_each(pairs: Table) -> int:
    """The pairs of each sheet, where several alike follow one another; all of them where not."""
    heads = [row[0].text if row[0] else "" for row in pairs.grid]
    length = heads.index(heads[0], 1) if heads.count(heads[0]) > 1 else len(heads)
    return length if heads == heads[:length] * (len(heads) // length) else len(heads)


def _one_under_the_other(pairs: Table, length: int) -> Table:
    """Sheets alike as the rows of one list, under the headings of the first."""
    sides = [[row[0] for row in pairs.grid[:length]]]
    sides += [[row[1] for row in pairs.grid[first : first + length]] for first in range(0, len(pairs.grid), length)]
    grid = [
        tuple(cell and _placed(cell, place, column) for column, cell in enumerate(row))
        for place, row in enumerate(sides)
    ]
    return replace(pairs, grid=tuple(grid), header_rows=1)


def _in_pairs(table: Table) -> Table:
    """« Bénéficiaire | Judo club | Commune | Bor »: each heading and what stands at its right, one under the other."""
    grid: list[CellRow] = []
    first = table.grid[0][0] if table.grid else None
    sheets = sum(row[0] is not None and row[0].text == first.text for row in table.grid) if first else 0
    pairs = table.width // 2 if table.width % 2 == 0 and len(table.grid) <= _LONGEST * sheets else 0
    for row in table.grid if pairs > 1 else ():
        for place in range(0, table.width, 2):
            pair = row[place : place + 2]
            if place and row[place] is row[place - 1] or not any(cell and cell.text for cell in pair):
                continue  # what is said at the left goes as far as here
            grid.append(tuple(cell and _placed(cell, len(grid), side) for side, cell in enumerate(pair)))
    return replace(table, grid=tuple(grid)) if grid else table


def _placed(cell: Cell, row: int, column: int) -> Cell:
    return cell._replace(row=row, column=column, rowspan=1, colspan=1)


def _has_a_column_each(table: Table) -> bool:
    """« | Judo club | Chorale » over « Budget | 9 000 € | 7 000 € » and « Subvention votée | 900 € | 700 € »: names on
    top, and headings at the left of all else, each of a row of money."""
    names = table.grid[0]
    corner, *over = names
    if (
        len(table.grid) <= _FEWEST
        or not corner
        or corner.text
        or any(cell is None or cell.colspan > 1 for cell in names)
    ):
        return False
    texts = [cell.text for cell in over if cell]
    named = sum(ORGANISATION.match(plain(text)) is not None for text in texts) >= _NAMED * len(texts)
    apart = len(set(texts)) == len(texts) and not any(map(heads_a_column, texts))
    if not (named and apart):
        return False
    rows = table.grid[1:]
    granted = any(row[0] and _GIVEN.search(plain(row[0].text)) for row in rows)
    return granted and all(map(_is_of_money, rows))


def _is_of_money(row: Sequence[Cell | None]) -> bool:
    left, *cells = row
    heads = left is not None and head_role(left.text) == "amount" and parse_amount(left.text) is None
    return heads and all(cell is not None and cell is not left and parse_amount(cell.text) for cell in cells)


def _is_sheet(table: Table) -> bool:
    pairs = [(left.text, right.text) for left, right in table.grid if left and right and left is not right]
    heads = [left for left, _ in pairs if heads_a_column(left)]
    roles = {head_role(left) for left, _ in pairs}
    paid = any(head_role(left) == "amount" and parse_amount(right) for left, right in pairs)
    if sum(heads_a_column(right) for _, right in pairs) > _MOST_HEADS_AT_RIGHT * len(pairs):
        return False  # names of columns side by side, taken for pairs
    if pairs and heads_a_column(pairs[0][0]) and head_role(pairs[0][1]) == "amount" and _are_amounts(pairs[1:]):
        return False  # « Bénéficiaire | Montant voté » heads two columns, « Dispositif | Aide aux projets » none
    return paid and "operator" in roles and len(heads) >= len(table.grid) * _MOST


def _are_amounts(pairs: Sequence[tuple[str, str]]) -> bool:
    """Whether figures, one or several amounts, stand at the right of nearly all pairs, as under a name of column."""
    figures = [right for _, right in pairs if parse_amount(right) is not None or not any(map(str.isalpha, right))]
    return len(figures) >= len(pairs) * _NEARLY_ALL


def _turned(cell: Cell | None) -> Cell | None:
    if cell is None:
        return None
    return cell._replace(row=cell.column, column=cell.row, rowspan=cell.colspan, colspan=cell.rowspan)
