"""Tables of single pages → runs of tables that go on from page to page.

Takes the tables of each page with the text around them; gives `Run`s, each part with the rows that repeat the header
and with its columns placed among those of the whole run. It does not mend rows: see `mending`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from ingest.reader.geometry.alignment import share_width
from ingest.reader.layout.pages.page_tables import PageTable, Piece
from ingest.reader.layout.pages.surroundings import Surroundings
from ingest.reader.layout.ruled.rule_spans import DOUBLE_RULE
from ingest.reader.layout.runs.header_rows import header_height, names_columns, unmarked_header

# Points. How far the columns of one table may move from page to page.
SAME_EDGE: Final = DOUBLE_RULE
# Columns. A table with at least this many columns of the same widths is the same even shifted sideways (inner margins).
MANY_COLUMNS: Final = 3
# Rows. A part this short may lack columns: a total at the head of a page has merged cells only.
SHORT_PART: Final = 3
# Share of the letters that two readings of one printed header have in common.
MISREAD: Final = 0.8
# Share of the columns that a longer part must share.
SHARED_EDGES: Final = 0.5


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a run. `repeated`: its top rows that repeat the header."""

    table: PageTable
    repeated: int = 0


@dataclass(slots=True, eq=False)
class Run:
    """A table from its first page to its last. `edges`: its columns, in points of the last page; `header`: rows.

    `mended`: of a run whose pages are looked at in several times, how many of its parts are mended already; but for
    the first and the last of them, those are no longer here.
    """

    parts: list[Part]
    edges: tuple[float, ...]
    header: int
    columns: list[tuple[int, ...]] = field(default_factory=list)
    mended: int = 0

    @property
    def last(self) -> PageTable:
        return self.parts[-1].table

    @property
    def only_header(self) -> bool:
        return sum(len(part.table.rows) - part.repeated for part in self.parts) <= self.header


class Runs(NamedTuple):
    """Runs in the order in which they start, and those of them that the next page may go on with."""

    found: list[Run]
    open: list[Run]


def find_runs(tables: Sequence[Sequence[PageTable]], surroundings: Surroundings, before: Iterable[Run]) -> Runs:
    """The runs `before`, which these pages may go on with, and those that begin here, from the tables of each page."""
    runs = [replace(run, parts=list(run.parts)) for run in before]
    open_runs = list(runs)
    for on_page in tables:
        still_open: list[Run] = []
        for table in on_page:
            run = _continued(table, on_page, open_runs, surroundings)
            if run is None:
                run = Run([Part(table)], table.grid.xs, header_height(table))
                runs.append(run)
            else:
                open_runs.remove(run)
            if not _has_below(table, on_page) and not surroundings.below(table):
                still_open.append(run)
        open_runs = still_open
    runs = [run for run in runs if run.mended or not _is_header_alone(run)]
    for run in runs:
        run.header = run.header or unmarked_header(_like_rows(run))
        run.columns = [columns_among(run.edges, part.table.grid.xs) for part in run.parts]
    return Runs(runs, [run for run in open_runs if run in runs])


def _is_header_alone(run: Run) -> bool:
    """Whether what looked like a header at the foot of a page found no table on the next."""
    grid = run.last.grid
    return len(run.parts) == 1 and not grid.sided and grid.header == grid.height


def _like_rows(run: Run) -> list[tuple[Piece, ...]]:
    """The rows of the run on the pages that show as many columns as the first."""
    width = run.parts[0].table.grid.width
    return [row for part in run.parts if part.table.grid.width == width for row in part.table.rows]


def _continued(
    table: PageTable, on_page: Sequence[PageTable], open_runs: Sequence[Run], surroundings: Surroundings
) -> Run | None:
    """The run that this table goes on with, extended; None when the table is a new one."""
    if any(_stands_over(other, table) for other in on_page) or surroundings.above(table):
        return None
    for run in open_runs:
        if run.last.page.number != table.page.number - 1:
            continue
        edges = common_edges(run.edges, table.grid.xs, len(run.last.rows), len(table.rows))
        if edges is None:
            continue
        repeated, start = repeated_header(run.parts[0].table, run.header, table)
        if not repeated and _has_own_header(table, run):
            continue
        run.header = max(run.header, start + repeated)
        run.edges = edges
        run.parts.append(Part(table, repeated))
        return run
    return None


def _stands_over(other: PageTable, table: PageTable) -> bool:
    return other is not table and other.box.y1 <= table.box.y0 and share_width(other.box, table.box)


def _has_below(table: PageTable, on_page: Sequence[PageTable]) -> bool:
    return any(_stands_over(table, other) for other in on_page)


# ---- columns -------------------------------------------------------------------------------------------------------


def common_edges(
    before: tuple[float, ...], after: tuple[float, ...], rows_before: int, rows_after: int
) -> tuple[float, ...] | None:
    """The columns of both pages together, in points of the later one; None when they are not of one table."""
    shift = after[0] - before[0]
    if abs(shift) > SAME_EDGE and not (len(before) == len(after) > MANY_COLUMNS):
        return None
    moved = tuple(edge + shift for edge in before)
    if abs(moved[-1] - after[-1]) > SAME_EDGE:
        return None
    if len(moved) == len(after):
        return after if all(abs(a - b) <= SAME_EDGE for a, b in zip(moved, after, strict=True)) else None
    few, many = sorted((moved, after), key=len)
    if not all(any(abs(edge - other) <= SAME_EDGE for other in many) for edge in few):
        return None
    rows_of_few = rows_before if few is moved else rows_after
    if rows_of_few > SHORT_PART and len(few) < SHARED_EDGES * len(many):
        return None
    return many


def columns_among(edges: Sequence[float], xs: Sequence[float]) -> tuple[int, ...]:
    """For each edge of a page's table, its number among the columns of the run."""
    shift = edges[0] - xs[0]
    return tuple(min(range(len(edges)), key=lambda index: abs(edges[index] - x - shift)) for x in xs)


# ---- headers -------------------------------------------------------------------------------------------------------


def repeated_header(first: PageTable, header: int, table: PageTable) -> tuple[int, int]:
    """How many top rows of a table repeat the header of the first page, and from which row of it (a title may be left).

    Rows are compared by their texts; what typography calls the header is believed only when nothing repeats.
    """
    candidates = range(max(1, header))
    for start in candidates:
        count = 0
        while (
            count < len(table.rows)
            and start + count < len(first.rows)
            and (start == 0 or start + count < header)
            and _same_texts(table, count, first, start + count, misread=start + count < max(1, header))
        ):
            count += 1
        if count and start + count >= header:
            return count, start
    return 0, 0


def _same_texts(table: PageTable, row: int, first: PageTable, other: int, *, misread: bool) -> bool:
    """Whether two rows print the same; with `misread`, letters recognised in an image may differ by a few."""
    texts, others = _texts(table, row), _texts(first, other)
    if not texts or texts == others or not misread:
        return bool(texts) and texts == others
    recognised = min(piece.certainty for piece in (*table.rows[row], *first.rows[other])) < 1
    return (
        recognised
        and len(texts) == len(others)
        and SequenceMatcher(None, "|".join(texts), "|".join(others), autojunk=False).ratio() >= MISREAD
    )


def _texts(table: PageTable, row: int) -> list[str]:
    return [text for piece in table.row_pieces(row) if (text := "".join(piece.text.split()).casefold())]


def _prints_again(run: Run, table: PageTable) -> bool:
    """Whether the header of a table prints all the words of a header alone at the foot of the page before, its levels
    drawn otherwise."""
    printed = {word for row in table.rows[: header_height(table)] for piece in row for word in piece.text.split()}
    alone = {word for row in run.last.rows for piece in row for word in piece.text.split()}
    return alone <= printed


def _has_own_header(table: PageTable, run: Run) -> bool:
    """Whether the table opens with names of columns of its own: then it is another table."""
    if run.only_header:
        return _prints_again(run, table)
    return table.grid.header > 0 or any(names_columns(table, row) for row in range(min(2, len(table.rows))))
