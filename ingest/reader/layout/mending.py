"""Runs → one grid of cells each: rows cut by a page break put together, merged cells carried over it.

Takes a `Run`; gives `Mended` cells, each with what every page shows of it, and notes in French on all that was removed
or put together. A label is never copied from one cell to another: only a cell that goes on is carried.
"""

from collections.abc import Sequence
from dataclasses import astuple, dataclass, field
from typing import Final

from ingest.reader.layout.joining import Part, Run
from ingest.reader.layout.page_tables import PageTable, Piece
from ingest.reader.layout.setting import is_full
from ingest.reader.text import parse_amount

# Share of the rows in which a column is filled for a blank in it to say that a row is not whole.
KEY_SHARE: Final = 0.9
# Share of the merged cells of a column that are blank away from page breaks, above which a blank one is just blank.
BLANK_MERGED_SHARE: Final = 0.5


# What opens an item of a list inside a cell.
LIST_MARKS: Final = ("- ", "– ", "• ", "▪ ", "\uf0b7")


@dataclass(slots=True)
class MendedCell:
    """A cell over all its pages: `pieces` with their tables, in order; place and spans in the joined grid."""

    row: int
    column: int
    rowspan: int
    colspan: int
    pieces: list[tuple[PageTable, Piece]]

    @property
    def last(self) -> Piece:
        return self.pieces[-1][1]

    @property
    def has_text(self) -> bool:
        return any(piece.text for _, piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Habits:
    """What the cells of one column do away from page breaks: how many are merged, blank, both, filled, and in all."""

    merged: int = 0
    blank: int = 0
    blank_merged: int = 0
    filled: int = 0
    seen: int = 0

    @property
    def is_key(self) -> bool:
        return self.seen > 0 and self.filled >= KEY_SHARE * self.seen


@dataclass(slots=True)
class Mended:
    """The joined grid; None where nothing is drawn. `notes`: what was removed or put together.

    `first`: of a run mended in several times, how many rows were taken away before those of `grid`; `habits`: what is
    known of its columns.
    """

    grid: list[list[MendedCell | None]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    first: int = 0
    habits: list[Habits] = field(default_factory=list)


def mend(run: Run, mended: Mended | None = None) -> Mended:
    """The run as one grid: its parts that are not mended yet, after what the others made."""
    mended = mended or Mended()
    mended.habits = _habits(run, mended.habits)
    for index, part in enumerate(run.parts[run.mended :], run.mended):
        if part.repeated:
            mended.notes.append(f"en-tête répété retiré, page {part.table.page.number}")
        _append(mended, run, index, mended.habits)
    return mended


def _append(mended: Mended, run: Run, index: int, habits: Sequence[Habits]) -> None:
    part, columns = run.parts[index], run.columns[index]
    table, first = part.table, part.repeated
    if first >= len(table.rows):
        return
    width = len(run.edges) - 1
    above = mended.grid[-1] if index and mended.grid else [None] * width
    cut = index > 0 and _is_cut(run, index, above, habits)
    crossed = _crossed_columns(run, index) if index and not cut else frozenset()
    offset = mended.first + len(mended.grid) - first - cut
    mended.grid.extend([None] * width for _ in range(len(table.rows) - first - cut))
    if cut:
        mended.notes.append(f"ligne {offset + first + 1} coupée par le saut de page, recollée page {table.page.number}")
    for row in range(first, len(table.rows)):
        for piece in table.row_pieces(row):
            start, end = columns[piece.column], columns[piece.column + piece.colspan]
            before = above[start] if row == first else None
            if (
                before is not None
                and _same_columns(before, start, end)
                and (cut or _goes_on(before, piece, habits, crossed))
            ):
                before.pieces.append((table, piece))
                before.rowspan = offset + row + piece.rowspan - before.row
                cell = before
                if not cut:
                    mended.notes.append(_carried_note(before, table))
            elif not piece.drawn:
                continue
            else:
                cell = MendedCell(offset + row, start, piece.rowspan, end - start, [(table, piece)])
            here = offset + row - mended.first
            for covered in mended.grid[here : here + piece.rowspan]:
                covered[start:end] = [cell] * (end - start)


def _carried_note(cell: MendedCell, table: PageTable) -> str:
    text = " ".join(piece.text for _, piece in cell.pieces if piece.text)
    return f"cellule « {text} » prolongée page {table.page.number}"


def _same_columns(cell: MendedCell, start: int, end: int) -> bool:
    return cell.column == start and cell.colspan == end - start


# ---- habits of the columns -----------------------------------------------------------------------------------------


def _habits(run: Run, known: Sequence[Habits]) -> list[Habits]:
    """For each column, how its cells are filled and merged, those that touch a page break left out: `known`, and what
    the parts that are not mended yet add to it."""
    width = len(run.edges) - 1
    counts = [list(astuple(one)) for one in known] or [[0, 0, 0, 0, 0] for _ in range(width)]
    for index, (part, columns) in enumerate(zip(run.parts, run.columns, strict=True)):
        if index < run.mended:
            continue
        table = part.table
        first = run.header if index == 0 else part.repeated
        for row in range(first, len(table.rows)):
            for piece in table.row_pieces(row):
                start = columns[piece.column]
                at_break = (index and row == first) or (
                    index + 1 < len(run.parts) and piece.row + piece.rowspan == len(table.rows)
                )
                if at_break or not piece.drawn or columns[piece.column + piece.colspan] - start != 1:
                    continue
                merged, blank = piece.rowspan > 1, not piece.text
                for place, found in enumerate((merged, blank, merged and blank, not blank, True)):
                    counts[start][place] += found
    return [Habits(*count) for count in counts]


# ---- merged cells --------------------------------------------------------------------------------------------------


def _crossed_columns(run: Run, index: int) -> frozenset[int]:
    """The columns where no rule closes the foot of the page before, or opens this one, while other columns are closed.

    Some programs draw no rule where a cell goes on; a table closed, or open, all along says nothing.
    """
    before, after = run.parts[index - 1], run.parts[index]
    crossed: frozenset[int] = frozenset()
    if len(before.table.grid.open_below) < before.table.grid.width:
        crossed |= {run.columns[index - 1][column] for column in before.table.grid.open_below}
    if not after.repeated and len(after.table.grid.open_above) < after.table.grid.width:
        crossed |= {run.columns[index][column] for column in after.table.grid.open_above}
    return crossed


def _goes_on(before: MendedCell, after: Piece, habits: Sequence[Habits], crossed: frozenset[int]) -> bool:
    """Whether a cell at the head of a page is the rest of the one at the foot of the page before."""
    if crossed:
        return before.column in crossed
    merged = before.rowspan > 1 or after.rowspan > 1
    if before.has_text and after.text:
        return merged and _text_goes_on(before, after)
    if not before.has_text and not after.text:
        return merged
    if before.colspan > 1:
        return False
    habit = habits[before.column]
    blank_is_merged = (after.rowspan if before.has_text else before.rowspan) > 1
    if blank_is_merged:
        # A merged cell prints its label once: a blank one at a page break has it on the other page.
        return habit.blank_merged <= BLANK_MERGED_SHARE * habit.merged or not habit.blank
    return (merged or habit.merged > 0) and not habit.blank


def _text_goes_on(before: MendedCell, after: Piece) -> bool:
    """Whether the text of the second piece reads as the rest of the first: its line was full, no capital begins."""
    table, piece = next((table, piece) for table, piece in reversed(before.pieces) if piece.text)
    return after.text[0].islower() and is_full(piece.lines[-1], after.lines[0], table.padding)


# ---- cut rows ------------------------------------------------------------------------------------------------------


def _is_cut(run: Run, index: int, above: Sequence[MendedCell | None], habits: Sequence[Habits]) -> bool:
    """Whether the first row of a page is the rest of the last row of the page before.

    Both rows must have the same cells, and the two halves of each cell must read on. Then, either no rule closes the
    table at the break, or columns that are always filled are blank in one half and filled in the other.
    """
    before, after, columns = run.parts[index - 1], run.parts[index], run.columns[index]
    pairs = []
    for piece in after.table.row_pieces(after.repeated):
        start, end = columns[piece.column], columns[piece.column + piece.colspan]
        cell = above[start]
        if cell is None or not _same_columns(cell, start, end):
            return False
        pairs.append((cell, piece))
    if not any(cell.has_text for cell, _ in pairs) or not any(piece.text for _, piece in pairs):
        return False
    single = [(cell, piece) for cell, piece in pairs if cell.last.rowspan == 1 and piece.rowspan == 1]
    if not any(piece.text for _, piece in single):
        return False
    open_break = _is_open_break(run, before, after)
    return (open_break or _complete_each_other(single, habits)) and all(
        _reads_on(cell, piece, before.table.padding, open_break) for cell, piece in single
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


def _reads_on(cell: MendedCell, piece: Piece, padding: float, open_break: bool) -> bool:
    if not cell.last.text or not piece.text or open_break or _begins_within(piece.text):
        return True
    if parse_amount(cell.last.text) and parse_amount(piece.text):
        return False  # each is the whole amount of a row
    return is_full(cell.last.lines[-1], piece.lines[0], padding)


def _begins_within(text: str) -> bool:
    """Whether a text begins as the middle of another: with a small letter or the dash of a list."""
    return text[0].islower() or text.startswith(LIST_MARKS)
