"""The tables of a document: grids read page by page, from rules, shaded bands or white, joined across pages.

Takes a `Document`; gives `Table`s in reading order. Every word whose middle lies in `Table.boxes` is in one of its
cells, but for the headers that are repeated on later pages, which the notes tell. It does not know what columns mean.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Final

from ingest.reader.layout.collection import collection_paused
from ingest.reader.layout.grids import find_grids
from ingest.reader.layout.joining import Run, find_runs
from ingest.reader.layout.mending import Mended, MendedCell, mend
from ingest.reader.layout.page_tables import PageTable, page_tables
from ingest.reader.layout.surroundings import Surroundings
from ingest.reader.packed_words import unpacked
from ingest.reader.progress import TABLES, tell
from ingest.reader.records import Box, Cell, Document, Page, Table
from ingest.reader.text import parse_amount

# Pages. Those of a longer document are looked at by stretches, so that words and lines of one stretch at a time are in
# memory; a run of tables is never cut, however long it is.
STRETCH: Final = 50
# Amounts in a column that stands alone, and their share of its texts.
FEWEST_IN_STRIP: Final = 4
STRIP_SHARE: Final = 0.6


@collection_paused()
def find_tables(document: Document, first: int = 1, *, processes: int = 1) -> tuple[Table, ...]:
    """The tables of the document, in the order in which they start, numbered from `first`; found by one or two
    `processes`.

    A table has at least two columns; a frame around text is none, but a single column of amounts is told too: it may be
    that of another table. Without any rule or band, amounts make a table.
    """
    found: list[Table] = []
    start, length = 0, STRETCH
    while start < len(document.pages):
        tell(TABLES, start, len(document.pages))
        end = _calm_end(document.pages, start + length)
        pages, last = document.pages[start:end], end >= len(document.pages)
        tables, seen = _tables_of(pages, first + len(found), opening=start == 0, last=last, processes=processes)
        found += tables
        start += seen
        length = STRETCH if seen else 2 * length
    return tuple(found)


def _calm_end(pages: Sequence[Page], end: int) -> int:
    """The end of a stretch moved to just after the next page without a ruled table, which most often holds none."""
    for later in range(end, min(end + STRETCH, len(pages))):
        if not find_grids(pages[later - 1]):
            return later + 1
    return end


def _tables_of(
    pages: Sequence[Page], number: int, *, opening: bool, last: bool, processes: int
) -> tuple[list[Table], int]:
    """The tables of a stretch, numbered from `number`, and how many of its pages need not be looked at again.

    But for the last stretch, it ends between two pages that no table runs over. The page before the end opens the next
    stretch too, its tables left out: a heading at its foot may be the title of a table on the next page. No page at all
    where a table runs over them all: look again at a longer stretch.
    """
    pages = [unpacked(page) for page in pages]
    tables = page_tables(pages, processes)
    surroundings = Surroundings(pages, tables)
    by_page = {page.number: on_page for page, on_page in zip(pages, tables, strict=True)}
    found = find_runs(tables if opening else [(), *tables[1:]], surroundings)
    end = len(pages) if last else _last_break(pages, found)
    seen = end if last else max(0, end - 1)
    done = {page.number for page in pages[:end]}
    here = (run for run in found if run.parts[0].table.page.number in done)
    runs = [run for run in here if len(run.edges) > 2 or _is_strip(run)]
    return [_table(index, run, surroundings, by_page) for index, run in enumerate(runs, number)], seen


def _last_break(pages: Sequence[Page], runs: Iterable[Run]) -> int:
    """How many pages stand before the last page that no run comes into from the one before it; 0 where there is none
    after the second page."""
    run_into = {part.table.page.number for run in runs for part in run.parts[1:]}
    return next((index for index in range(len(pages) - 1, 1, -1) if pages[index].number not in run_into), 0)


def _is_strip(run: Run) -> bool:
    """Whether a run of one column holds amounts: it may be the last column of a table too wide for its page."""
    texts = [piece.text for part in run.parts for row in part.table.rows for piece in row if piece.text]
    amounts = sum(parse_amount(text) is not None for text in texts)
    return amounts >= FEWEST_IN_STRIP and amounts >= STRIP_SHARE * len(texts)


def _table(number: int, run: Run, surroundings: Surroundings, tables: Mapping[int, tuple[PageTable, ...]]) -> Table:
    mended = mend(run)
    cells = _cells(run, mended, number)
    grid = tuple(tuple(cells[id(cell)] if cell else None for cell in row) for row in mended.grid)
    first = run.parts[0].table
    top = max((other.box.y1 for other in tables[first.page.number] if other.box.y1 <= first.box.y0), default=0.0)
    return Table(
        number,
        surroundings.title(first, len(run.parts), top),
        grid,
        min(run.header, len(grid)),
        _boxes(run),
        (*mended.notes, *_nested_notes(run)),
    )


def _cells(run: Run, mended: Mended, number: int) -> Mapping[int, Cell]:
    edges = {id(part.table): _edges(part.table) for part in run.parts}
    texts: dict[_Printed, _Printed] = {}
    counted = tuple(range(len(mended.grid) + 1))
    cells: dict[int, Cell] = {}
    for cell in chain.from_iterable(mended.grid):
        if cell is not None and id(cell) not in cells:
            cells[id(cell)] = _cell(cell, number, edges, texts, counted)
    return cells


_Printed = tuple[str, tuple[str, ...]]


def _cell(
    cell: MendedCell,
    number: int,
    edges: Mapping[int, tuple[list[float], list[float]]],
    texts: dict[_Printed, _Printed],
    counted: Sequence[int],
) -> Cell:
    """The record of a cell, placed where its text is first printed. What repeats is kept once: texts, numbers."""
    table, piece = next(((table, piece) for table, piece in cell.pieces if piece.lines), cell.pieces[0])
    text, lines, certainty = piece.text, piece.lines, piece.certainty
    if len(cell.pieces) > 1:
        printed = [part for _, part in cell.pieces if part.lines]
        lines = tuple(line for part in printed for line in part.lines)
        text = table.text_of(lines)
        certainty = min((part.certainty for part in printed), default=1.0)
    as_printed = text, tuple([line.text for line in lines])
    xs, ys = edges[id(table)]
    row, column, rowspan, colspan = piece[:4]
    return Cell(
        *texts.setdefault(as_printed, as_printed),
        table.page.number,
        number,
        counted[cell.row + 1],
        xs[column],
        ys[row],
        xs[column + colspan],
        ys[row + rowspan],
        counted[cell.row],
        cell.column,
        cell.rowspan,
        cell.colspan,
        piece.bold,
        certainty,
    )


def _edges(table: PageTable) -> tuple[list[float], list[float]]:
    """The sides of the columns and of the rows, in page fractions."""
    page, grid = table.page, table.grid
    return [x / page.width for x in grid.xs], [y / page.height for y in grid.ys]


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
