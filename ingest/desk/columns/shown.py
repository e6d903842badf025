"""The columns of an act's tables as staff look at them: what each was taken for, and which were not understood."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import F, Min
from django.forms import BoundField

from grants.models import Deliberation
from ingest.desk.columns.forms import ColumnsForm
from ingest.desk.columns.names import KIND_LABELS
from ingest.desk.review.printed_cells import column_of
from ingest.models import ColumnProfile, PrintedPage, PrintedTable
from ingest.reader.headers.column_drafts import BY_WEAK_WORD
from ingest.reader.records import Column
from ingest.reader.roles.column_kinds import kind_of
from ingest.store.profiles import acts_read_with, profiles_of_tables

# Share of the filled cells of an unread column that must hold money for it to be worth a question.
_MOST = 0.5
SAMPLES = 3  # printed rows shown of a table


@dataclass(frozen=True, slots=True)
class UnknownColumn:
    """A column of a table that gives lines, and why a person should say what it is: `text`, a French sentence.

    `header`: the words over it, empty where none are; `index` counts from 0.
    """

    table: PrintedTable
    index: int
    header: str
    text: str


def unknown_columns(deliberation: Deliberation) -> list[UnknownColumn]:
    """The columns whose header was not understood, or that hold money which nothing explains, in the order of the act.

    One query; a column that a person has told is none of them. Where every table was set aside, all are looked at.
    """
    tables = list(deliberation.printed_tables.order_by("position"))
    looked_at = [table for table in tables if not table.skipped] or tables
    return [one for table in looked_at if not table.profile for one in _unknown_in(table)]


def _unknown_in(table: PrintedTable) -> Iterator[UnknownColumn]:
    for stored in table.columns:
        column = column_of(stored)
        if stored["filled"] and _is_unknown(column, stored):
            yield UnknownColumn(table, column.index, column.header, _told(column))


def _told(column: Column) -> str:
    header = f"«\u202f{column.header}\u202f»" if column.header else f"{column.index + 1}, sans titre,"
    taken_for = KIND_LABELS[kind_of(column)]
    return f"La colonne {header} n’a pas été comprise\u202f; elle est lue comme «\u202f{taken_for}\u202f»."


def _is_unknown(column: Column, stored: dict) -> bool:
    if column.role not in ("amount", "amount_other") and stored["money"] >= stored["filled"] * _MOST:
        return True
    return column.role != "other" and column.certainty < BY_WEAK_WORD


# ---- one table on the page ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """One column: its printed header, a few of its cells, the fields in which a person says what it is."""

    header: str
    samples: list[str]
    kind: BoundField
    year: BoundField | None
    is_unknown: bool


@dataclass(frozen=True, slots=True)
class ShownTable:
    """One table to be looked at. `place`: its header and first rows on the page, None where no row is known;
    `acts`: how many acts its profile was used for."""

    table: PrintedTable
    form: ColumnsForm
    columns: list[ShownColumn]
    place: "Place | None"
    profile: ColumnProfile | None
    acts: int


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a page, in page fractions."""

    deliberation_id: int
    page: int
    x0: float
    y0: float
    x1: float
    y1: float


def shown_tables(
    deliberation: Deliberation, tables: Sequence[PrintedTable], bound: ColumnsForm | None = None
) -> list[ShownTable]:
    """These tables of the act with a form each, or the one that was just filled in. Queries do not grow with them."""
    profiles = profiles_of_tables(deliberation, tables)
    used = acts_read_with(profiles.values())
    rows = _first_rows(tables)
    act_year = deliberation.session_date.year if deliberation.session_date else None
    shown = []
    for table in tables:
        profile = profiles.get(table.pk)
        mine = bound is not None and bound.table == table
        form = bound if mine else ColumnsForm(table, profile, act_year)
        shown.append(_shown(table, form, rows[table.pk], profile, used))
    return shown


def _shown(
    table: PrintedTable,
    form: ColumnsForm,
    rows: list[tuple[int, dict]],
    profile: ColumnProfile | None,
    used: Mapping[int, int],
) -> ShownTable:
    body = [row for _, row in rows if row["kind"] == "line"] or [row for _, row in rows if row["kind"] != "header"]
    samples = body[:SAMPLES]
    unknown = set() if table.profile else {one.index for one in _unknown_in(table)}
    columns = [
        ShownColumn(
            header=column.header,
            samples=[text for row in samples if (text := _text(row, column.index))],
            kind=form[f"kind-{column.index}"],
            year=form[f"year-{column.index}"] if f"year-{column.index}" in form.fields else None,
            is_unknown=column.index in unknown,
        )
        for column in form.columns
    ]
    place = _place(table, rows, samples)
    return ShownTable(table, form, columns, place, profile, used.get(profile.pk, 0) if profile else 0)


def _first_rows(tables: Iterable[PrintedTable]) -> dict[int, list[tuple[int, dict]]]:
    """Table → the rows of its first page, each with the number of that page."""
    pages = PrintedPage.objects.filter(table__in=[table.pk for table in tables])
    first = pages.annotate(first=Min("table__printed_pages__page")).filter(page=F("first"))
    found: defaultdict[int, list[tuple[int, dict]]] = defaultdict(list)
    for page in first:
        found[page.table_id] += [(page.page, row) for row in page.rows]
    return found


def _text(row: dict, column: int) -> str:
    """What a row prints in a column, cells merged over several columns included."""
    over = (cell for cell in row["cells"] if cell["column"] <= column < cell["column"] + cell["colspan"])
    return next((cell["text"] for cell in over), "")


def _place(table: PrintedTable, rows: list[tuple[int, dict]], samples: list[dict]) -> Place | None:
    headers = [row for _, row in rows if row["kind"] == "header"][: max(table.header_rows, 1)]
    boxes = [row["box"] for row in (*headers, *samples)]
    if not boxes:
        return None
    sides = zip(*boxes, strict=True)
    x0, y0, x1, y1 = (choose(side) for choose, side in zip((min, min, max, max), sides, strict=True))
    return Place(table.deliberation_id, rows[0][0], x0, y0, x1, y1)
