"""Members who stand aside in the cells of a table of grants: « Unanimité – M. BLANC ne prend pas part au vote ».

What enters: the tables as read and the paragraphs, which list the members. What leaves: one recusal a person, for the
beneficiary of its row where the cell names no organisation itself.
"""

from collections.abc import Iterable, Sequence

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
        recusal
        for read in tables
        if not read.skipped
        for row in read.rows
        if row.kind != "header"
        for recusal in _of_row(read, row, members)
    )


def _of_row(read: ReadTable, row: Row, members: Sequence[str]) -> Iterable[RecusalRecord]:
    for cell in distinct_cells(row.cells):
        said = cell.text if stands_aside(plain(cell.text)) else _under_header(read, cell)
        if cell.row == row.index and said:
            step = Step("after", Paragraph(said, cell.source), plain(said))
            yield from read_recusals([step], members=members, otherwise=_operator(read, row))


def _under_header(read: ReadTable, cell: Cell) -> str:
    """« Élu(s) ne prenant pas part au vote » over « M. BLANC »: said together."""
    headers = (row.cells[cell.column] for row in read.rows if row.kind == "header" and cell.text.strip())
    header = next((one.text for one in headers if one and stands_aside(plain(one.text))), "")
    return f"{header} : {cell.text}" if header else ""


def _operator(read: ReadTable, row: Row) -> str:
    """The beneficiary of a line; empty for a note between rows."""
    columns = [column for column in read.columns if column.role == "operator"]
    return cell_text(row, columns[0]) if columns and row.kind == "line" else ""
