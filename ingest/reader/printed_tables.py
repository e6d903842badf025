"""Read tables → the records of what they print, for staff to look at. It judges nothing and gives no line."""

from collections.abc import Iterable, Iterator, Sequence

from ingest.reader.geometry.grid_cells import distinct_cells
from ingest.reader.headers.cell_profiles import has_unit_or_cents
from ingest.reader.headers.column_headers import find_header
from ingest.reader.machine.on_disk import InParts, in_parts
from ingest.reader.records import PrintedCell, PrintedRow, ReadTable, Row, TableRecord
from ingest.reader.roles.column_profiles import likely_header


def printed_tables(reads: Sequence[ReadTable]) -> tuple[TableRecord, ...]:
    """Every table, in the order of the document, those that give no line included."""
    return tuple(_record(position, read) for position, read in enumerate(reads, 1))


def prints_money(table: TableRecord) -> bool:
    """Whether a row of the table prints an amount with its unit or its cents."""
    return any(has_unit_or_cents(cell.text) for row in table.rows for cell in row.cells)


def _record(position: int, read: ReadTable) -> TableRecord:
    return TableRecord(
        position=position,
        number=read.table.number,
        label=read.label,
        title=read.table.title,
        pages=tuple(sorted(read.table.boxes)),
        header=likely_header(read.table),
        header_rows=find_header(read.table).rows,
        columns=read.columns,
        rows=in_parts(_rows(read.rows)) if isinstance(read.table.grid, InParts) else tuple(_rows(read.rows)),
        skipped=read.skipped,
        profile=read.profile,
    )


def _rows(rows: Iterable[Row]) -> Iterator[PrintedRow]:
    for row in rows:
        cells = tuple(
            PrintedCell(cell.text, cell.column, cell.colspan, cell.source.box, cell.row < row.index, cell.certainty)
            for cell in distinct_cells(row.cells)
            if cell.text.strip()
        )
        yield PrintedRow(row.kind, row.source, cells)
