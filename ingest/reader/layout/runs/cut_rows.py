"""The last row of a page and the first of the next → whether they are one row that the page break cut.

Takes the cells above the break and the row below it; joins nothing.
"""

import re
from collections.abc import Sequence
from typing import Final

from ingest.reader.layout.cells.texts import is_full
from ingest.reader.layout.pages.page_tables import Piece
from ingest.reader.layout.runs.joining import Part, Run
from ingest.reader.layout.runs.mended_cells import Habits, MendedCell
from ingest.reader.values.amounts import is_whole_amount
from ingest.reader.vocabulary.patterns import MARK

# What opens an item of a list inside a cell.
_OPENS_ITEM: Final = re.compile(rf"{MARK}(?:\s|(?<=[\uf000-\uf0ff]))")
# « 46000 VARSIGNY », the last line of an address.
_ADDRESS_ENDS: Final = re.compile(r"\d{5} [^\W\d_]")


def is_cut_row(run: Run, index: int, above: Sequence[MendedCell | None], habits: Sequence[Habits]) -> bool:
    """Whether the first row of a page is the rest of the last row of the page before.

    Both rows must have the same cells, and the two halves of each cell must read on. Then, either no rule closes the
    table at the break, or columns that are always filled are blank in one half and filled in the other.
    """
    before, after, columns = run.parts[index - 1], run.parts[index], run.columns[index]
    pairs = []
    for piece in after.table.row_pieces(after.repeated):
        start, end = columns[piece.column], columns[piece.column + piece.colspan]
        cell = above[start]
        if cell is None or not cell.covers(start, end):
            return False
        pairs.append((cell, piece))
    if not any(cell.has_text for cell, _ in pairs) or not any(piece.text for _, piece in pairs):
        return False
    single = [(cell, piece) for cell, piece in pairs if cell.last.rowspan == 1 and piece.rowspan == 1]
    if not any(piece.text for _, piece in single):
        return False
    open_break = _is_open_break(run, before, after)
    return (open_break or _complete_each_other(single, habits)) and all(
        _reads_on(cell, piece, before.table.padding, open_break=open_break) for cell, piece in single
    )


def _is_open_break(run: Run, before: Part, after: Part) -> bool:
    """Whether no rule closes the table at the break, in a table that has rules above its head or under its foot.

    Without vertical rules this says nothing: the rule between two rows parted by the break is often left out.
    """
    if not (before.table.grid.sided and after.table.grid.sided):
        return False
    if len(before.table.grid.open_below) < before.table.grid.width:
        return False
    if not after.repeated and len(after.table.grid.open_above) < after.table.grid.width:
        return False
    first, last = run.parts[0].table.grid, run.parts[-1].table.grid
    return len(first.open_above) < first.width or len(last.open_below) < last.width


def _complete_each_other(pairs: Sequence[tuple[MendedCell, Piece]], habits: Sequence[Habits]) -> bool:
    keys = [(cell, piece) for cell, piece in pairs if habits[cell.column].is_key]
    return any(not piece.text for _, piece in keys) and all(cell.last.text or piece.text for cell, piece in keys)


def _reads_on(cell: MendedCell, piece: Piece, padding: float, *, open_break: bool) -> bool:
    if is_whole_amount(cell.last.text) and is_whole_amount(piece.text):
        return False  # each is that of a row
    if not cell.last.text or not piece.text or open_break or _begins_within(piece.text):
        return True
    return is_full(cell.last.lines[-1], piece.lines[0], padding)


def _begins_within(text: str) -> bool:
    """Whether a text begins as the middle of another: with a small letter, the dash of a list or a postcode."""
    return text[0].islower() or _OPENS_ITEM.match(text) is not None or _ADDRESS_ENDS.match(text) is not None
