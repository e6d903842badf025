"""Runs → one grid of cells each: rows cut by a page break put together, merged cells carried over it.

Takes a `Run`; gives `Mended` cells, each with what every page shows of it, and notes in French on all that was removed
or put together. A label is never copied from one cell to another: only a cell that goes on is carried.
"""

from collections.abc import Sequence
from dataclasses import astuple, dataclass, field
from typing import Final

from ingest.reader.layout.cells.texts import is_full
from ingest.reader.layout.pages.page_tables import PageTable, Piece
from ingest.reader.layout.runs.cut_rows import is_cut_row
from ingest.reader.layout.runs.joining import Run
from ingest.reader.layout.runs.mended_cells import Habits, MendedCell
from ingest.reader.values.amounts import is_whole_amount

# Share of the merged cells of a column that are blank away from page breaks, above which a blank one is just blank.
BLANK_MERGED_SHARE: Final = 0.5


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


def mend(run: Run, mended: Mended) -> None:
    """Put the parts of the run that are not mended yet after what the others made: one grid."""
    mended.habits = _habits(run, mended.habits)
    for index, part in enumerate(run.parts[run.mended :], run.mended):
        if part.repeated:
            mended.notes.append(f"en-tête répété retiré, page {part.table.page.number}")
        _append(mended, run, index, mended.habits)


def _append(mended: Mended, run: Run, index: int, habits: Sequence[Habits]) -> None:
    part, columns = run.parts[index], run.columns[index]
    table, first = part.table, part.repeated
    if first >= len(table.rows):
        return
    width = len(run.edges) - 1
    above = mended.grid[-1] if index and mended.grid else [None] * width
    cut = index > 0 and is_cut_row(run, index, above, habits)
    crossed = _crossed_columns(run, index) if index and not cut else frozenset()
    offset = mended.first + len(mended.grid) - first - cut
    mended.grid.extend([None] * width for _ in range(len(table.rows) - first - cut))
    if cut:
        mended.notes.append(f"ligne {offset + first + 1} coupée par le saut de page, recollée page {table.page.number}")
    for row in range(first, len(table.rows)):
        for piece in table.row_pieces(row):
            start, end = columns[piece.column], columns[piece.column + piece.colspan]
            before = above[start] if row == first else None
            if before is not None and before.covers(start, end) and (cut or _goes_on(before, piece, habits, crossed)):
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
    if is_whole_amount(before.last.text) and is_whole_amount(after.text):
        return False
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
