"""The cells of a doubtful row worth a closer look: those that a doubt is about, else those hardest to read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from grants.line_fields import FIELDS, name_of
from grants.models import Deliberation, GrantLine
from grants.models.lines import SURE
from ingest.desk.review.doubts import Doubt, DoubtfulRow
from ingest.desk.review.printed_cells import RowCell, printed_rows_of

MOST_CLOSEUPS = 3  # of one row: beyond, the whole row is as quick to compare


@dataclass(frozen=True, slots=True)
class Closeup:
    """One printed cell to look at, with its place on the page; `label` in French. As `crop_url` asks for it."""

    label: str
    deliberation: Deliberation
    page: int
    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def deliberation_id(self) -> int:
        return self.deliberation.pk


def closeups_of(deliberation: Deliberation, rows: Iterable[DoubtfulRow]) -> dict[int, list[Closeup]]:
    """The cells to look at in each of these rows, by number of the row; one query, however many they are."""
    rows = list(rows)
    printed = printed_rows_of(line for row in rows for line in row.lines)
    return {row.first.line: _closeups(deliberation, row, printed.get(row.first.pk, [])) for row in rows}


def _closeups(deliberation: Deliberation, row: DoubtfulRow, cells: Sequence[RowCell]) -> list[Closeup]:
    about = [cell for doubt in row.doubts for cell in cells if doubt.field and _is_about(doubt, cell)]
    unclear = sorted((cell for cell in cells if cell.certainty < SURE), key=lambda cell: cell.certainty)
    chosen = list(dict.fromkeys(cell.box for cell in (about or unclear)))[:MOST_CLOSEUPS]
    named = {cell.box: cell for cell in cells}
    return [_closeup(deliberation, row.first, named[box]) for box in chosen]


def _is_about(doubt: Doubt, cell: RowCell) -> bool:
    return cell.column.role == doubt.field and cell.column.year in (None, doubt.line.year)


def _closeup(deliberation: Deliberation, line: GrantLine, cell: RowCell) -> Closeup:
    role = cell.column.role
    label = name_of(role) if role in FIELDS else cell.column.header or "case sans titre"
    return Closeup(label, deliberation, line.page, *cell.box)
