"""The whole table of an act, one printed page at a time: rows as cells in columns, filtered by what became of them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import F

from grants.models import Check, Deliberation, GrantLine, Leftover
from ingest.desk.review.cells import ROW_FIELDS, YEAR_FIELDS, Cell, cells_of, shown_of
from ingest.desk.review.doubts import DoubtfulRow
from ingest.desk.review.summary import checks_of
from ingest.store.lines.gone import gone_lines

# What is shown of the table: the word in the address, the one on the screen.
SHOWS = {
    "toutes": "toutes les lignes",
    "douteuses": "douteuses",
    "corrigees": "corrigées",
    "ajoutees": "ajoutées",
    "ecartees": "écartées",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One printed row. `cells`: in the order of the columns, None where the row says nothing there."""

    lines: list[GrantLine]
    cells: list[Cell | None]
    is_doubtful: bool

    @property
    def first(self) -> GrantLine:
        return self.lines[0]

    @property
    def shown(self) -> str:
        return shown_of(self.lines)

    @property
    def is_corrected(self) -> bool:
        return any(line.corrected_at for line in self.lines)

    @property
    def is_added(self) -> bool:
        return self.first.origin == GrantLine.Origin.STAFF


@dataclass(frozen=True, slots=True)
class Sheet:
    """One printed page and what was read on it. `previous` and `next`: the pages on either side that have such rows."""

    page: int
    previous: int | None
    next: int | None
    columns: list[str]
    rows: list[Row]
    dropped: list[GrantLine]
    checks: list[Check]  # of the totals that these rows enter, and of those printed there
    page_checks: list[Check]
    leftovers: list[Leftover]


def rows_by_page(deliberation: Deliberation, doubtful: Iterable[DoubtfulRow], show: str) -> Counter[int]:
    """How many printed rows of this kind each printed page has."""
    if show == "ecartees":
        return Counter(line.page for line in gone_lines(deliberation, dropped=True))
    lines = deliberation.lines.order_by("page", "line")
    if show == "corrigees":
        lines = lines.exclude(corrected_at=None)
    elif show == "ajoutees":
        lines = lines.filter(origin=GrantLine.Origin.STAFF)
    elif show == "douteuses":
        return Counter(row.first.page for row in doubtful)
    return Counter(page for page, _ in set(lines.values_list("page", "line")))


def sheet_of(deliberation: Deliberation, page: int, doubtful: Sequence[DoubtfulRow], show: str) -> Sheet:
    """What was read on printed page `page`, from 1, of the rows that `show` names (SHOWS)."""
    pages = rows_by_page(deliberation, doubtful, show)
    unsure = {row.first.line for row in doubtful}
    found = deliberation.lines.filter(page=page).select_related("commune", "operator")
    lines = list(found.order_by("line", F("year").asc(nulls_last=True)))
    kept = {
        "toutes": lines,
        "douteuses": [line for line in lines if line.line in unsure],
        "corrigees": [line for line in lines if line.corrected_at],
        "ajoutees": [line for line in lines if line.origin == GrantLine.Origin.STAFF],
        "ecartees": [],
    }[show]
    shown = {line.line for line in kept}
    columns, rows = _table([line for line in lines if line.line in shown], unsure)
    checks = checks_of(deliberation)
    return Sheet(
        page=page,
        previous=max((other for other in pages if other < page), default=None),
        next=min((other for other in pages if other > page), default=None),
        columns=columns,
        rows=rows,
        dropped=[line for line in gone_lines(deliberation, dropped=True) if line.page == page],
        checks=[
            check for check in checks if check.total.page == page or any(check.total.adds_up(line) for line in lines)
        ],
        page_checks=[check for check in checks if check.total.page == page],
        leftovers=list(deliberation.leftovers.waiting().filter(page=page).order_by("position")),
    )


def _table(lines: Sequence[GrantLine], doubtful: set[int]) -> tuple[list[str], list[Row]]:
    """The labels of the columns in which these lines say something, and their rows."""
    groups = [list(group) for _, group in groupby(lines, key=lambda line: line.line)]
    cells = [cells_of(group, (*ROW_FIELDS, *YEAR_FIELDS)) for group in groups]
    labels = {_column(cell): cell.label for row in cells for cell in row}
    said = {_column(cell) for row in cells for cell in row if cell.typed or cell.field == "operator"}
    columns = sorted(said, key=_place)
    rows = []
    for group, row in zip(groups, cells, strict=True):
        of_column = {_column(cell): cell for cell in row}
        rows.append(Row(group, [of_column.get(column) for column in columns], group[0].line in doubtful))
    return [labels[column] for column in columns], rows


def _column(cell: Cell) -> tuple[str, int | None]:
    return cell.field, cell.lines[0].year if cell.field in YEAR_FIELDS else None


def _place(column: tuple[str, int | None]) -> tuple:
    """Who and how much first, as they are compared with the print; then what the rows share."""
    field, year = column
    fields = ("operator", "commune", *YEAR_FIELDS, *ROW_FIELDS)
    return field not in ("operator", "commune"), field not in YEAR_FIELDS, year or 0, fields.index(field)
