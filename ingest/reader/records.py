"""Every dataclass that travels between the stages of the reader.

Nothing here computes; a stage takes some of these and gives others. Geometry inside a page is in PDF points with the
origin at the top left of the page as it is read (rotation applied); geometry that leaves the reader (`Source.box`) is
in fractions of the page, so that it holds at any zoom. Money is `Decimal` euros.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple


class Box(NamedTuple):
    """A rectangle: left, top, right, bottom; y grows downwards. Points or page fractions, as the owner says."""

    x0: float
    y0: float
    x1: float
    y1: float


# ---- what a page holds -------------------------------------------------------------------------------------------


class Word(NamedTuple):
    """Characters printed without a gap between them. `angle`: 0, 90, 180 or 270 degrees clockwise.

    `box` in points; across the line it goes from 0.8 × `size` above the baseline to 0.2 × `size` below, whatever the
    letters, so that the words of one line agree.
    """

    text: str
    box: Box
    size: float
    bold: bool = False
    angle: int = 0
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight stroke, in points: x0 == x1 for a vertical one, y0 == y1 for a horizontal one."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def vertical(self) -> bool:
        return self.x0 == self.x1


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it is read by eye: `number` from 1, size in points, words in the order of the file, rules.

    `fills`: coloured rectangles behind the text (shaded headers, stripes), in points. `notes`: what could not be read.
    `pictured`: the share of the page that is images, 0 to 1. `turned`: quarters anticlockwise by which a scan laid
    sideways was turned to be read; its lengths are then those of the turned page.
    """

    number: int
    width: float
    height: float
    words: Sequence[Word]
    rules: tuple[Rule, ...]
    notes: tuple[str, ...] = ()
    fills: tuple[Box, ...] = ()
    pictured: float = 0.0
    turned: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A whole file. `sha256` of its bytes, in hexadecimal; `engine` names the PDF library that read it."""

    name: str
    sha256: str
    pages: tuple[Page, ...]
    engine: str = "pdfium"


# ---- tables ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """Where something is printed: page from 1, table and row from 1 (0: outside any table), box in page fractions."""

    page: int
    table: int
    row: int
    box: Box


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as printed. `text` on one line (words cut at a line's end joined), `lines` as the page shows them.

    `row` and `column` count from 0 in the joined table; a merged cell stands once, at its top left, with its spans.
    """

    text: str
    lines: tuple[str, ...]
    source: Source
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    bold: bool = False
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class Table:
    """A grid joined across pages: repeated headers removed, rows and merged cells cut by a page break mended.

    `grid[r][c]` is the cell that covers this place (the same object at each place that a merged cell covers), or None
    where nothing is drawn. The first `header_rows` rows are the header. `title` is the line of text just above the
    table, empty where there is none. `boxes[p]` is the place of the table on page `p`, in page fractions.
    """

    number: int
    title: str
    grid: tuple[tuple[Cell | None, ...], ...]
    header_rows: int
    boxes: Mapping[int, Box]
    notes: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        return len(self.grid[0]) if self.grid else 0


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
    the role is not sure, empty where it is.
    """

    index: int
    header: str
    role: Role
    year: int | None = None
    certainty: float = 1.0
    deducted: bool = False
    note: str = ""


RowKind = Literal["line", "subtotal", "total", "group", "header", "other"]


@dataclass(frozen=True, slots=True)
class Row:
    """One printed row with its kind. `cells[c]` as in `Table.grid`; `label` is the text of a group or total row."""

    kind: RowKind
    index: int
    cells: tuple[Cell | None, ...]
    source: Source
    label: str = ""
    certainty: float = 1.0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table with what its columns and rows are. `label`: `annexe-7`, `tableau-2`, …; `where` its money is stated.

    `titles` are the full-width lines above its header. `skipped` says in French why the table is not about grants,
    empty where it is. `sheet`: what the sheet around a table that names nobody says of its grant, by role.
    """

    table: Table
    label: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    titles: tuple[str, ...] = ()
    where: Literal["decision", "report"] = "report"
    skipped: str = ""
    sheet: Mapping[Role, str] = field(default_factory=dict)


# ---- prose -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text outside tables, on one line; running heads once, at their first place, and page numbers removed.

    `kind` is `item` where it opens with a dash, a bullet or a number, `heading` where the typography says so.
    """

    text: str
    source: Source
    kind: Literal["text", "item", "heading"] = "text"
    size: float = 0.0
    bold: bool = False


# ---- what leaves the reader --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LineRecord:
    """One printed row for one year. All texts as printed on one line; `amount` in euros, negative where so printed.

    `line` numbers printed rows from 1 in the order of the document and is shared by the several years of one row;
    `table` is a label such as `annexe-1` or `decision`. `amount_text` and `places_text` keep the cells as printed;
    `places_unit` is what they count, in the singular (`place`, `mesure`, `DSF`), empty where that is not printed.
    """

    line: int
    table: str
    operator: str
    year: int | None
    amount: Decimal
    amount_text: str
    source: Source
    reference: str = ""
    department: str = ""
    territory: str = ""
    programme: str = ""
    subprogramme: str = ""
    commune: str = ""
    action: str = ""
    detail: str = ""
    places: int | None = None
    places_text: str = ""
    places_unit: str = ""
    agreement: str = ""
    certainty: float = 1.0
    notes: tuple[str, ...] = ()


Where = Literal["table row", "decision", "report"]


@dataclass(frozen=True, slots=True)
class TotalRecord:
    """A total that the document states. `lines`: the `LineRecord.line`s that it should add up, where that is known.

    `precision` is the last printed unit in euros: 0.01 for `5 234 159,10 €`, 1 for `115 069 €`, 1 000 for `1,925 M€`,
    1 000 000 for `7 M€`; a sum is compared at that precision. `outside_budget`: money not paid from the budget of the
    département, where the text says so.
    """

    scope: str
    table: str
    year: int | None
    amount: Decimal
    text: str
    where: Where
    source: Source
    precision: Decimal = Decimal("0.01")
    lines: tuple[int, ...] = ()
    outside_budget: bool = False
    certainty: float = 1.0
    # What it adds up where that is no grant of this act: another funder's column beside the grants.
    addends: tuple[Decimal, ...] = ()


CheckStatus = Literal["equal", "rounded", "different", "not comparable"]


@dataclass(frozen=True, slots=True)
class CheckRecord:
    """A stated total against the exact sum of its lines. `difference` is computed minus stated, in euros.

    `rounded`: equal at the precision at which the total is printed. `not comparable`: the lines it adds up are not in
    this document, or which they are is not known; `computed` is then None.
    """

    total: TotalRecord
    status: CheckStatus
    computed: Decimal | None
    difference: Decimal | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class VoteRecord:
    """One vote. `articles`: the articles it bears on, empty for the whole act. Counts are None where not printed."""

    result: str = ""
    articles: tuple[int, ...] = ()
    votes_for: int | None = None
    against: int | None = None
    abstentions: int | None = None
    not_voting: int | None = None
    absent_without_proxy: int | None = None
    proxies: int | None = None
    present: int | None = None
    votes_cast: int | None = None
    majority: int | None = None
    for_detail: str = ""
    against_detail: str = ""
    abstentions_detail: str = ""
    not_voting_detail: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """One article or item of the decision, as printed; `amount` in euros where it states one, else None."""

    text: str
    source: Source
    article: int | None = None
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class RecusalRecord:
    """An elected member who stands aside: person, function and organisation as printed, empty where not printed."""

    person: str
    as_printed: str
    source: Source
    function: str = ""
    organisation: str = ""
    articles: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class DeliberationRecord:
    """What the act says of itself. Texts as printed, empty where not printed; dates None where not printed."""

    department: str = ""
    body: str = ""
    number: str = ""
    report_reference: str = ""
    title: str = ""
    session_date: date | None = None
    received_date: date | None = None
    published_date: date | None = None
    prefecture_receipt: str = ""
    president: str = ""
    secretary: str = ""
    votes: tuple[VoteRecord, ...] = ()
    decisions: tuple[DecisionRecord, ...] = ()
    recusals: tuple[RecusalRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Leftover:
    """A table row, or a sum in prose, that could not be placed: shown to staff, never dropped."""

    text: str
    reason: str
    source: Source


@dataclass(frozen=True, slots=True)
class SkippedTable:
    """A table that gives no line. `reason`: in French, why it is not about grants; `page`: where it begins, from 1."""

    table: int
    title: str
    reason: str
    page: int


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one file. `notes`: in French, for the whole file."""

    document: Document
    deliberation: DeliberationRecord
    lines: tuple[LineRecord, ...]
    totals: tuple[TotalRecord, ...]
    checks: tuple[CheckRecord, ...]
    leftovers: tuple[Leftover, ...] = ()
    skipped_tables: tuple[SkippedTable, ...] = ()
    notes: tuple[str, ...] = field(default=())
