"""Members who stand aside in the cells of a table of grants: « Unanimité – M. BLANC ne prend pas part au vote ».

What enters: the tables as read and the paragraphs, which list the members. What leaves: one recusal a person, for the
beneficiary of its row where the cell names no organisation itself.
"""

from collections.abc import Iterable, Mapping, Sequence

from ingest.reader.act.act_flow import Step
from ingest.reader.act.person_sentences import stands_aside
from ingest.reader.act.persons import find_members
from ingest.reader.act.recusals import read_recusals
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import Cell, Paragraph, ReadTable, RecusalRecord, Row
from ingest.reader.roles.column_headers import distinct_cells
from ingest.reader.roles.places import cell_text


def row_recusals(tables: Iterable[ReadTable], paragraphs: Sequence[Paragraph]) -> tuple[RecusalRecord, ...]:
    """The recusals that the rows of grants and the notes between them state, in order."""
    members = find_members(paragraphs)
    return tuple(
        recusal for read in tables if not read.skipped for recusal in _of_table(read, _headers_aside(read), members)
    )


def _headers_aside(read: ReadTable) -> dict[int, str]:
    """The columns, from 0, whose header says who stands aside, « Élu(s) ne prenant pas part au vote », with it."""
    cells = (cell for row in read.rows if row.kind == "header" for cell in enumerate(row.cells))
    return {column: cell.text for column, cell in cells if cell and stands_aside(plain(cell.text))}


def _of_table(read: ReadTable, headers: Mapping[int, str], members: Sequence[str]) -> Iterable[RecusalRecord]:
    for row in read.rows:
        for cell in () if row.kind == "header" else distinct_cells(row.cells):
            if cell.row == row.index and (said := _said(cell, headers)):
                step = Step("after", Paragraph(said, cell.source), plain(said))
                yield from read_recusals([step], members=members, otherwise=_operator(read, row))


def _said(cell: Cell, headers: Mapping[int, str]) -> str:
    """What a cell says of who stands aside, with the header that says that they do."""
    if stands_aside(plain(cell.text)):
        return cell.text
    return f"{headers[cell.column]} : {cell.text}" if cell.column in headers and cell.text.strip() else ""


def _operator(read: ReadTable, row: Row) -> str:
    """The beneficiary of a line; empty for a note between rows."""
    columns = [column for column in read.columns if column.role == "operator"]
    return cell_text(row, columns[0]) if columns and row.kind == "line" else ""
