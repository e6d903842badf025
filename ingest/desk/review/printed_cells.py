"""The printed cells of the rows in which lines were read: their texts, their places on the page, their columns."""

from collections.abc import Iterable
from dataclasses import dataclass

from grants.models import GrantLine
from ingest.models import PrintedPage
from ingest.reader.records import Box, Column

# Page fractions: boxes are stored rounded to a tenth of this.
_SAME_PLACE = 0.001


@dataclass(frozen=True, slots=True)
class RowCell:
    """One printed cell of a row: `box` in page fractions, `certainty` of its letters from 0 to 1; `carried`: it began
    in a row above."""

    text: str
    column: Column
    box: Box
    certainty: float
    carried: bool


def printed_rows_of(lines: Iterable[GrantLine]) -> dict[int, list[RowCell]]:
    """The cells of the rows of these lines, from left to right, by primary key; one query, however many they are.

    A line that no stored table prints (one of the prose, one that staff added) is left out.
    """
    lines = list(lines)
    acts, numbers = {line.deliberation_id for line in lines}, {line.page for line in lines}
    pages = PrintedPage.objects.filter(table__deliberation__in=acts, page__in=numbers, table__skipped="")
    by_place: dict[tuple, list[PrintedPage]] = {}
    for page in pages.select_related("table").order_by("table__position"):
        by_place.setdefault((page.table.deliberation_id, page.table.label, page.page), []).append(page)
    found = {line.pk: _row_of(line, by_place.get((line.deliberation_id, line.table, line.page), [])) for line in lines}
    return {pk: cells for pk, cells in found.items() if cells}


def column_of(stored: dict) -> Column:
    """A column as the reader found it, from what is stored of it."""
    return Column(**{name: stored[name] for name in Column.__slots__ if name in stored})


def _row_of(line: GrantLine, pages: Iterable[PrintedPage]) -> list[RowCell]:
    for page in pages:
        for row in page.rows:
            if row["row"] == line.row and _is_at(row["box"], line):
                return [_cell(cell, page.table.columns) for cell in row["cells"]]
    return []


def _is_at(box: list[float], line: GrantLine) -> bool:
    """Whether a row stands where the line does: the halves of a list set side by side share their row numbers."""
    sides = (line.x0, line.y0, line.x1, line.y1)
    return all(abs(side - other) < _SAME_PLACE for side, other in zip(box, sides, strict=True))


def _cell(stored: dict, columns: list[dict]) -> RowCell:
    return RowCell(
        text=stored["text"],
        column=column_of(columns[stored["column"]]),
        box=Box(*stored["box"]),
        certainty=stored.get("certainty", 1.0),
        carried=stored.get("carried", False),
    )
