"""Boxes of one grant each, their lines opened by labels → the same table with a column for each label.

« Bénéficiaire : Judo club ⏎ Objet : Tournoi ⏎ Montant : 500 € » in the cells of each row is a list that prints its
header again in each of its boxes. Any other table is given back as it is; boxes stay those of the printed cells.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.reader.headers.column_headers import distinct_cells
from ingest.reader.headers.header_texts import heads_a_column
from ingest.reader.headers.header_words import head_role
from ingest.reader.records import Cell, Table
from ingest.reader.values.amounts import parse_amount

_LABELLED: Final = re.compile(r"(?:[-–•*]\s*)?(?P<label>[^\W\d][^:]{2,60}?)\s*:\s*(?P<value>.*)")
# Share of the rows that print anything that must be boxes; labels of one box, at least.
_MOST: Final = 0.6
_FEWEST: Final = 3

_Box = dict[str, str]


def part_labels(table: Table) -> Table:
    """The table with a row for each of its boxes under the labels of them all."""
    boxes = {index: _box(row) for index, row in enumerate(table.grid) if any(cell and ":" in cell.text for cell in row)}
    boxes = {index: box for index, box in boxes.items() if len(box) >= _FEWEST}
    printed = sum(any(cell and cell.text.strip() for cell in row) for row in table.grid)
    if not boxes or len(boxes) < _MOST * printed or not all(map(_is_of_a_grant, boxes.values())):
        return table
    labels = list(dict.fromkeys(label for box in boxes.values() for label in box))
    first = distinct_cells(table.grid[min(boxes)])[0]
    grid = [tuple(_cell(first, 0, column, label) for column, label in enumerate(labels))]
    for index, row in enumerate(table.grid):
        if index in boxes:
            cell = distinct_cells(row)[0]
            texts = [boxes[index].get(label, "") for label in labels]
        elif texts := [cell.text for cell in distinct_cells(row) if cell.text.strip()]:
            cell = distinct_cells(row)[0]
            texts = [" ".join(texts)] + [""] * (len(labels) - 1)
        else:
            continue
        grid.append(tuple(_cell(cell, len(grid), column, text) for column, text in enumerate(texts)))
    return replace(table, grid=tuple(grid), header_rows=1)


def _box(row: Sequence[Cell | None]) -> _Box:
    """What a row prints under each of its labels; nothing where a label comes twice. A line without any goes on."""
    box: _Box = {}
    label = ""
    for line in (line for cell in distinct_cells(tuple(row)) for line in cell.lines):
        found = _LABELLED.fullmatch(line.strip())
        if found and heads_a_column(found["label"]):
            label = found["label"]
            if label in box:
                return {}
            box[label] = found["value"]
        else:
            box[label] = f"{box.get(label, '')} {line}".strip()
    return box


def _is_of_a_grant(box: _Box) -> bool:
    roles = {head_role(label)[0] for label, text in box.items() if text}
    paid = any(head_role(label)[0] == "amount" and parse_amount(text) for label, text in box.items())
    return paid and "operator" in roles


def _cell(like: Cell, row: int, column: int, text: str) -> Cell:
    return like._replace(text=text, lines=(text,) if text else (), row=row, column=column, rowspan=1, colspan=1)
