"""The tables of a document: grids read page by page, from rules, shaded bands or white, joined across pages.

Takes a `Document`; gives `Table`s in reading order. Every word whose middle lies in `Table.boxes` is in one of its
cells, but for the headers that are repeated on later pages, which the notes tell. It does not know what columns mean.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from ingest.reader.layout.pages.page_tables import Look, PageTable, page_tables
from ingest.reader.layout.pages.surroundings import Surroundings
from ingest.reader.layout.ruled.grids import find_grids
from ingest.reader.layout.runs.growing_tables import GrowingTable
from ingest.reader.layout.runs.joining import Run, find_runs
from ingest.reader.machine.memory import collection_paused
from ingest.reader.machine.on_disk import Drawer, InParts
from ingest.reader.machine.packed_words import FEW_PAGES, unpacked
from ingest.reader.machine.progress import TABLES, tell
from ingest.reader.records import Document, Page, Table
from ingest.reader.values.amounts import parse_amount

# Pages. Those of a document of more than FEW_PAGES are looked at by stretches, so that words and lines of one at a time
# are in memory; a run of tables is never cut, however long it is: one drawn with rules grows from stretch to stretch.
STRETCH: Final = 50
# Amounts in a column that stands alone, and their share of its texts.
FEWEST_IN_STRIP: Final = 4
STRIP_SHARE: Final = 0.6


@collection_paused()
def find_tables(
    document: Document, first: int = 1, *, look: Look | None = None, drawer: Drawer | None = None
) -> tuple[Table, ...]:
    """The tables of the document, in the order in which they start, numbered from `first`. `look`: how those of its
    pages are found, `page_tables` where nothing is said; `drawer`: where their rows are kept, if not in memory.

    A table has at least two columns; a frame around text is none, but a single column of amounts is told too: it may be
    that of another table. Without any rule or band, amounts make a table.
    """
    found: list[Table] = []
    growing: list[GrowingTable] = []
    start, length = 0, STRETCH if len(document.pages) > FEW_PAGES else len(document.pages)
    while start < len(document.pages):
        tell(TABLES, start, len(document.pages))
        end = _calm_end(document.pages, start + length)
        pages = [unpacked(page) for page in document.pages[start:end]]
        stretch = _Stretch(pages, opening=start == 0, last=end >= len(document.pages))
        stretch_tables = (look or page_tables)(stretch.pages)
        seen = _take(stretch, stretch_tables, found, growing, _New(first, drawer))
        start += seen
        length = STRETCH if seen else 2 * length
    return tuple(sorted(found, key=lambda table: table.number))


class _New(NamedTuple):
    """What is known of the tables to come: the number of the first of them all, where the rows of each are kept."""

    first: int
    drawer: Drawer | None

    def table(self, before: int, title: str, run: Run) -> GrowingTable:
        table = GrowingTable(self.first + before, title, run)
        if self.drawer:
            table.rows = InParts(self.drawer)
        return table


class _Stretch(NamedTuple):
    """Pages that are looked at together: the first ones of the document, the last ones, or others."""

    pages: Sequence[Page]
    opening: bool
    last: bool


def _calm_end(pages: Sequence[Page], end: int) -> int:
    """The end of a stretch moved to just after the next page without a ruled table, which most often holds none."""
    for later in range(end, min(end + STRETCH, len(pages))):
        if not find_grids(pages[later - 1]):
            return later + 1
    return end


def _take(
    stretch: _Stretch,
    tables: Sequence[tuple[PageTable, ...]],
    found: list[Table],
    growing: list[GrowingTable],
    new: _New,
) -> int:
    """Add the `tables` of a stretch to those `found` or still `growing`; gives how many of its pages need not be looked
    at again.

    But for the last stretch, it ends between two pages that no table runs over, or, where there are none, with its last
    page: ruled tables grow from stretch to stretch. The page before the end opens the next stretch too, its tables left
    out: a heading at its foot may be the title of a table on the next page. No page at all where a table that no rule
    draws runs over them all: look again at a longer stretch.
    """
    pages = stretch.pages
    surroundings = Surroundings(pages, tables)
    runs = find_runs(tables if stretch.opening else tables[1:], surroundings, [table.run for table in growing])
    end = len(pages) if stretch.last else _last_break(pages, runs.found)
    if not end and all(run.last.grid.sided for run in runs.open):
        end = len(pages)
    if not end:
        return 0
    open_runs = runs.open if end == len(pages) and not stretch.last else []
    before, growing[:] = growing[:], []
    for table, run in zip(before, runs.found, strict=False):
        _take_in(table, run, open_runs, found, growing)
    by_page = {page.number: on_page for page, on_page in zip(pages, tables, strict=True)}
    done = {page.number for page in pages[:end]}
    for run in runs.found[len(before) :]:
        if run.parts[0].table.page.number in done and (len(run.edges) > 2 or _is_strip(run)):
            table = new.table(len(found) + len(growing), _title(run, surroundings, by_page), run)
            _take_in(table, run, open_runs, found, growing)
    return end if stretch.last else max(0, end - 1)


def _take_in(
    table: GrowingTable, run: Run, open_runs: Sequence[Run], found: list[Table], growing: list[GrowingTable]
) -> None:
    if run in open_runs:
        table.grow(run)
        growing.append(table)
    else:
        found.append(table.end(run))


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


def _title(run: Run, surroundings: Surroundings, tables: Mapping[int, Sequence[PageTable]]) -> str:
    first = run.parts[0].table
    top = max((other.box.y1 for other in tables[first.page.number] if other.box.y1 <= first.box.y0), default=0.0)
    return surroundings.title(first, len(run.parts), top)
