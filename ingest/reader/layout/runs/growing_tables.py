"""Runs → `Table`s; one that runs over very many pages grows stretch by stretch.

Takes the run as far as its pages are looked at, again and again; keeps of it the cells of the rows that are whole, and
no more of its pages than the first and the last one. It does not say where a stretch may end.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import Final, TypeVar

from ingest.reader.geometry.grid_cells import each_cell
from ingest.reader.layout.runs.joining import Run, columns_among
from ingest.reader.layout.runs.mending import Mended, mend
from ingest.reader.layout.runs.table_cells import set_rows
from ingest.reader.machine.on_disk import InParts
from ingest.reader.records import Box, Cell, CellRow, Table

_Place = TypeVar("_Place")

# Rows. Of a table that waits on disk, at least so many are written and read again together.
ROWS_OF_A_PART: Final = 200


@dataclass(slots=True)
class GrowingTable:
    """A table as far as its pages are looked at. `rows`: those that no later page changes."""

    number: int
    title: str
    run: Run
    rows: list[CellRow] | InParts[CellRow] = field(default_factory=list)
    mended: Mended = field(default_factory=Mended)
    boxes: dict[int, Box] = field(default_factory=dict)
    nested: list[str] = field(default_factory=list)

    def grow(self, run: Run) -> None:
        """Take in what the run has more than before, and let go of the pages that are no longer needed."""
        self._mend(run)
        self._set(_whole_rows(self.mended))
        run.parts = run.parts[:1] + run.parts[1:][-1:]
        run.mended = len(run.parts)
        for part in run.parts:
            part.table.whole_words.look()  # words and cells of all the pages are held for it

    def end(self, run: Run) -> Table:
        """The table, once the whole run is known."""
        self._mend(run)
        self._set(len(self.mended.grid))
        header = min(run.header, len(self.rows))
        notes = (*self.mended.notes, *self.nested)
        rows = self.rows if isinstance(self.rows, InParts) else tuple(self.rows)
        return Table(self.number, self.title, rows, header, self.boxes, notes)

    def _mend(self, run: Run) -> None:
        if len(run.edges) != len(self.run.edges):
            self._widen(columns_among(run.edges, self.run.edges))
        self.run = run
        mend(run, self.mended)
        for part in run.parts[run.mended :]:
            page = part.table.page
            self.boxes[page.number] = page.in_fractions(part.table.box)
            if part.table.grid.nested:
                self.nested.append(f"tableau imbriqué lu comme le texte de sa cellule, page {page.number}")

    def _set(self, count: int) -> None:
        """Make cells of the next rows."""
        rows = set_rows(self.mended.grid[:count], self.mended.first, self.number)
        if isinstance(self.rows, InParts):
            for part in _parts(rows, self.mended.first):
                self.rows.add(part)
        else:
            self.rows += rows
        self.mended.first += count
        del self.mended.grid[:count]

    def _widen(self, columns: Sequence[int]) -> None:
        """Place the cells in more columns: for each edge so far, its number among those of the pages that follow."""

        def widened(rows: Sequence[CellRow]) -> list[CellRow]:
            wider = each_cell(rows, lambda cell: _widened(cell, columns))
            return [tuple(_spread(row, columns)) for row in wider]

        self.rows = self.rows.each_part(widened) if isinstance(self.rows, InParts) else widened(self.rows)
        for mended in {id(cell): cell for cell in chain.from_iterable(self.mended.grid) if cell}.values():
            start, end = columns[mended.column], columns[mended.column + mended.colspan]
            mended.column, mended.colspan = start, end - start
        self.mended.grid = [_spread(row, columns) for row in self.mended.grid]
        self.mended.habits = _spread(self.mended.habits, columns)


def _widened(cell: Cell, columns: Sequence[int]) -> Cell:
    start, end = columns[cell.column], columns[cell.column + cell.colspan]
    return cell._replace(column=start, colspan=end - start)


def _parts(rows: list[CellRow], first: int) -> Iterator[list[CellRow]]:
    """The rows, the first of them row `first` of its table, in parts that no merged cell runs out of."""
    part: list[CellRow] = []
    for index, row in enumerate(rows, first):
        if len(part) >= ROWS_OF_A_PART and not any(cell and cell.row < index for cell in row):
            yield part
            part = []
        part.append(row)
    yield part


def _spread(row: Sequence[_Place], columns: Sequence[int]) -> list[_Place]:
    """What stands in each column, in the columns that later pages part it into."""
    return [one for one, (start, end) in zip(row, pairwise(columns), strict=True) for _ in range(start, end)]


def _whole_rows(mended: Mended) -> int:
    """How many rows the next page leaves alone: those above all that the last row goes on with."""
    whole = max(0, len(mended.grid) - 1)
    while starts := [cell.row - mended.first for cell in mended.grid[whole] if cell] if mended.grid else []:
        if min(starts) == whole:
            break
        whole = min(starts)
    return whole
