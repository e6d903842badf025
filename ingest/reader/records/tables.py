"""Tables, from cells as printed to columns and rows with their roles."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, NamedTuple, TypeVar

from ingest.reader.records.pages import Box, Source


class Cell(NamedTuple):
    """One cell as printed. `text` on one line (words cut at a line's end joined), `lines` as the page shows them.

    `row` and `column` count from 0 in the joined table; a merged cell stands once, at its top left, with its spans.
    From `page` to `y1`, what its `source` is made of, where its text is first printed: a long document has cells by
    hundreds of thousands, and few of them are asked for it.
    """

    text: str
    lines: tuple[str, ...]
    page: int
    table: int
    number: int
    x0: float
    y0: float
    x1: float
    y1: float
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    bold: bool = False
    certainty: float = 1.0

    @property
    def source(self) -> Source:
        """Where the cell is printed, `number` being its row; made anew each time."""
        return Source(self.page, self.table, self.number, Box(self.x0, self.y0, self.x1, self.y1))


Found = TypeVar("Found")

# The cells that cover the places of one row, from left to right; a merged one stands at each of its places.
CellRow = tuple[Cell | None, ...]
# Its rows. Those of a long document wait on disk: a cell asked for again, but for those of the rows of one merged cell,
# may then come as another one, equal to it.
CellGrid = Sequence[CellRow]


@dataclass(frozen=True, slots=True)
class Table:
    """A grid joined across pages: repeated headers removed, rows and merged cells cut by a page break mended.

    `grid[r][c]` is the cell that covers this place (the same object at each place that a merged cell covers), or None
    where nothing is drawn. The first `header_rows` rows are the header. `title` is the line of text just above the
    table, empty where there is none. `boxes[p]` is the place of the table on page `p`, in page fractions.
    """

    number: int
    title: str
    grid: CellGrid
    header_rows: int
    boxes: Mapping[int, Box]
    notes: tuple[str, ...] = ()
    _told: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def width(self) -> int:
        return len(self.grid[0]) if self.grid else 0

    def once(self, find: Callable[["Table"], Found]) -> Found:
        """What `find` tells of this table, asked the first time only; of a changed copy it is asked anew."""
        if find not in self._told:
            self._told[find] = find(self)
        found: Found = self._told[find]
        return found


Role = Literal[
    "reference",
    "territory",
    "programme",
    "subprogramme",
    "operator",
    "commune",
    "action",
    "detail",
    "remark",  # on the financing: appended to the detail after " | "
    "places",
    "amount",  # the amount that counts: voted by the département
    "amount_other",  # asked, proposed, another year's, another funder's: kept as printed, never counted
    "agreement",
    "other",
]


@dataclass(frozen=True, slots=True)
class Column:
    """What one column of a table is. `year`: the year printed in its header, for places and amounts.

    `deducted`: the column prints money that goes back (a trop-perçu), counted as negative. `note` says in French why
    the role is not sure, empty where it is. `stacked`: of the amounts one under the other in each of its cells, the
    place from 0 of the one that counts, and how many they are.
    """

    index: int
    header: str
    role: Role
    year: int | None = None
    certainty: float = 1.0
    deducted: bool = False
    note: str = ""
    stacked: tuple[int, int] | None = None

    @property
    def holds_money(self) -> bool:
        """Whether it holds money, be it counted or not."""
        return self.role in ("amount", "amount_other")


RowKind = Literal["line", "subtotal", "total", "group", "header", "other"]


@dataclass(frozen=True, slots=True)
class Row:
    """One printed row with its kind, its `index` that of its cells in the grid of its table; `label` is the text of a
    group or total row.

    `depth`: how many headings stand over one whose level is known, None for any other row.
    """

    kind: RowKind
    index: int
    grid: CellGrid
    source: Source
    label: str = ""
    certainty: float = 1.0
    notes: tuple[str, ...] = ()
    depth: int | None = None

    @property
    def cells(self) -> CellRow:
        """`cells[c]` as in `Table.grid`."""
        return self.grid[self.index]

    def doubted(self, certainty: float, *notes: str) -> "Row":
        """The same row, no surer than `certainty` (0–1), with the notes that say why; itself without any."""
        if not notes:
            return self
        return replace(self, certainty=min(self.certainty, certainty), notes=(*self.notes, *dict.fromkeys(notes)))


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table with what its columns and rows are. `label`: `annexe-7`, `tableau-2`, …; `where` its money is stated.

    `titles` are the full-width lines above its header. `skipped` says in French why the table is not about grants,
    empty where it is. `sheet`: what the sheet around a table that names nobody says of its grant, by role. `profile`:
    the French sentence that says who gave its columns, empty where the reader did.
    """

    table: Table
    label: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    titles: tuple[str, ...] = ()
    where: Literal["decision", "report"] = "report"
    skipped: str = ""
    sheet: Mapping[Role, str] = field(default_factory=dict)
    profile: str = ""
