"""Boxes of one grant each, their lines opened by labels → the same table with a column for each label.

« Bénéficiaire : Judo club ⏎ Objet : Tournoi ⏎ Montant : 500 € » in the cells of each row, or in each cell, is a list
that prints its header again in each of its boxes; what opens a box where no label says who receives may be its name.
Any other table is given back as it is; boxes stay those of the printed cells.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final

from ingest.reader.borderless.money_texts import shows_money
from ingest.reader.geometry.grid_cells import distinct_cells
from ingest.reader.headers.header_texts import heads_a_column
from ingest.reader.headers.header_words import head_role
from ingest.reader.paragraphs.line_joining import join_lines
from ingest.reader.records import CERTAIN, DOUBTFUL, Cell, CellGrid, Table
from ingest.reader.values.amounts import parse_amount
from ingest.reader.vocabulary.patterns import MARK

_LABELLED: Final = re.compile(rf"(?:{MARK}\s*)?(?P<label>[^\W\d][^:]{{2,60}}?)\s*:\s*(?P<value>.*)")
# Between a figure and a label on its line: « Base : 9 000,00 € HT  Taux : 10 % ».
_NEXT_LABEL: Final = re.compile(r"(?:(?<=[\d€%])|(?<=HT)|(?<=TTC))\s+(?!HT\b|TTC\b)(?=[A-ZÀ-Ý][^:\d]{2,60}:)")
_NAME: Final = "Bénéficiaire"
# Share of the rows, or of the cells, that print anything that must be boxes; labels of one box, at least.
_MOST: Final = 0.6
_FEWEST: Final = 3

_Box = dict[str, str]


def part_labels(table: Table) -> Table:
    """The table with a row for each of its boxes, rows or cells, under the labels of them all; as it is, where names
    stand over its columns and no label over its amounts."""
    if not any(":" in cell.text for row in table.grid for cell in row if cell) or _has_names(table):
        return table
    return _parted(table, _each_cell) or _parted(table, _each_row) or table


def _has_names(table: Table) -> bool:
    """Whether a row names columns of who receives and of money, and amounts stand under that without a label."""
    for place, row in enumerate(table.grid):
        texts = [cell.text if cell else "" for cell in row]
        roles = [head_role(text) if heads_a_column(text) else None for text in texts]
        if "amount" in roles and ("operator" in roles or "commune" in roles) and ":" not in "".join(texts):
            money = [column for column, role in enumerate(roles) if role == "amount"]
            return any(
                (cell := under[column]) and parse_amount(cell.text)
                for under in table.grid[place + 1 :]
                for column in money
            )
    return False


def _each_row(grid: CellGrid) -> Iterator[list[Cell]]:
    return map(distinct_cells, grid)


def _each_cell(grid: CellGrid) -> Iterator[list[Cell]]:
    above: list[Cell] = []
    for row in _each_row(grid):
        known = set(map(id, above))
        yield from ([cell] for cell in row if id(cell) not in known)
        above = row


def _parted(table: Table, places: Callable[[CellGrid], Iterator[list[Cell]]]) -> Table | None:
    if not _may_be_boxes(places(table.grid)):
        return None  # as nearly all tables, of which no more than a row was at hand
    printed = [cells for cells in places(table.grid) if _prints(cells)]
    found = [_box(cells) for cells in printed]
    boxes = [box if len(box) >= _FEWEST else {} for box in found]
    kept = [box for box in boxes if box]
    if not kept or len(kept) < _MOST * len(printed) or not all(map(_is_of_a_grant, kept)):
        return None
    labels = list(dict.fromkeys(label for box in kept for label in box))
    opened = "operator" not in map(head_role, labels)
    certainty = DOUBTFUL if opened else CERTAIN  # nothing but its place tells a name
    heads = [label or (_NAME if opened else "") for label in labels]
    grid = [tuple(_cell(printed[0][0], 0, column, head) for column, head in enumerate(heads))]
    for cells, box in zip(printed, boxes, strict=True):
        whole = " ".join(cell.text for cell in cells if cell.text.strip())
        texts = [box.get(label, "") for label in labels] if box else [whole] + [""] * (len(labels) - 1)
        like = cells[0]._replace(certainty=min(cells[0].certainty, certainty))
        grid.append(tuple(_cell(like, len(grid), column, text) for column, text in enumerate(texts)))
    return replace(table, grid=tuple(grid), header_rows=1)


def _may_be_boxes(places: Iterable[Sequence[Cell]]) -> bool:
    texts = (" ".join([cell.text for cell in cells]) for cells in places)
    labelled = [":" in text for text in texts if text.strip()]
    return sum(labelled) >= max(1, _MOST * len(labelled))


def _prints(cells: Sequence[Cell]) -> bool:
    return any(cell.text.strip() for cell in cells)


def _box(cells: Sequence[Cell]) -> _Box:
    """What cells print under each of their labels; nothing where a label comes twice. A line without any goes on."""
    box: _Box = {}
    label = ""
    lines = (_NEXT_LABEL.split(line) if ":" in line else (line,) for cell in cells for line in cell.lines)
    for line in chain.from_iterable(lines):
        found = _LABELLED.fullmatch(line.strip()) if ":" in line else None
        if found and (heads_a_column(found["label"]) or shows_money(found["value"])):
            label = found["label"]
            if label in box:
                return {}
            box[label] = found["value"]
        else:
            box[label] = join_lines([box.get(label, ""), line])
    return box


def _is_of_a_grant(box: _Box) -> bool:
    paid = any(head_role(label) == "amount" and parse_amount(text) for label, text in box.items())
    return paid and (bool(box.get("")) or any(head_role(label) == "operator" for label, text in box.items() if text))


def _cell(like: Cell, row: int, column: int, text: str) -> Cell:
    return like._replace(text=text, lines=(text,) if text else (), row=row, column=column, rowspan=1, colspan=1)
