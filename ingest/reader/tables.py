"""The tables of a document: grids read page by page, from rules, shaded bands or white, joined across pages.

Takes a `Document`; gives `Table`s in reading order. Every word whose middle lies in `Table.boxes` is in one of its
cells, but for the headers that are repeated on later pages, which the notes tell. It does not know what columns mean.
"""

from collections.abc import Mapping

from ingest.reader.layout.collection import collection_paused
from ingest.reader.layout.joining import Run, find_runs
from ingest.reader.layout.mending import Mended, MendedCell, mend
from ingest.reader.layout.page_tables import PageTable, page_tables
from ingest.reader.layout.surroundings import Surroundings
from ingest.reader.records import Box, Cell, Document, Page, Source, Table


@collection_paused()
def find_tables(document: Document) -> tuple[Table, ...]:
    """The tables of the document, in the order in which they start, numbered from 1.

    A table has at least two columns; a frame around text is none. Without any rule or band, amounts make a table.
    """
    tables = page_tables(document.pages)
    surroundings = Surroundings(document.pages, tables)
    runs = [run for run in find_runs(tables, surroundings) if len(run.edges) > 2]
    return tuple(_table(number, run, surroundings, tables) for number, run in enumerate(runs, start=1))


def _table(number: int, run: Run, surroundings: Surroundings, tables: list[tuple[PageTable, ...]]) -> Table:
    mended = mend(run)
    cells = _cells(mended, number)
    grid = tuple(tuple(cells[id(cell)] if cell else None for cell in row) for row in mended.grid)
    first = run.parts[0].table
    top = max((other.box.y1 for other in tables[first.page.number - 1] if other.box.y1 <= first.box.y0), default=0.0)
    return Table(
        number,
        surroundings.title(first, len(run.parts), top),
        grid,
        min(run.header, len(grid)),
        _boxes(run),
        (*mended.notes, *_nested_notes(run)),
    )


def _cells(mended: Mended, number: int) -> Mapping[int, Cell]:
    return {id(cell): _cell(cell, number) for row in mended.grid for cell in row if cell is not None}


def _cell(cell: MendedCell, number: int) -> Cell:
    """The record of a cell: placed where its text is first printed."""
    table, piece = next(((table, piece) for table, piece in cell.pieces if piece.lines), cell.pieces[0])
    text, lines, certainty = piece.text, piece.lines, piece.certainty
    if len(cell.pieces) > 1:
        printed = [part for _, part in cell.pieces if part.lines]
        lines = tuple(line for part in printed for line in part.lines)
        text = table.text_of(lines)
        certainty = min((part.certainty for part in printed), default=1.0)
    return Cell(
        text,
        tuple([line.text for line in lines]),
        Source(table.page.number, number, cell.row + 1, page_fractions(piece.box, table.page)),
        cell.row,
        cell.column,
        cell.rowspan,
        cell.colspan,
        piece.bold,
        certainty,
    )


def _boxes(run: Run) -> Mapping[int, Box]:
    return {part.table.page.number: page_fractions(part.table.box, part.table.page) for part in run.parts}


def page_fractions(box: Box, page: Page) -> Box:
    """A box in points as fractions of its page."""
    width, height = page.width, page.height
    return Box(box[0] / width, box[1] / height, box[2] / width, box[3] / height)


def _nested_notes(run: Run) -> list[str]:
    return [
        f"tableau imbriqué lu comme le texte de sa cellule, page {part.table.page.number}"
        for part in run.parts
        if part.table.grid.nested
    ]
