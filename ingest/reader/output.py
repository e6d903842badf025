"""A `Reading`, or one stage of it, written as CSV or JSON. The columns of the lines are a contract: they stay.

Amounts are written in euros with a dot and two digits, boxes as « x0 y0 x1 y1 » in fractions of the page.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TextIO

from ingest.reader.records import Box, Document, LineRecord, Page, Reading, ReadTable, Source, Table
from ingest.reader.roles.column_headers import distinct_cells

LINE_COLUMNS = (
    "line",
    "table",
    "reference",
    "department",
    "territory",
    "programme",
    "subprogramme",
    "operator",
    "commune",
    "action",
    "detail",
    "places",
    "year",
    "amount",
    "agreement",
    "page",
    "box",
    "certainty",
    "notes",
)
WORD_COLUMNS = ("page", "text", "box", "size", "bold", "angle", "certainty")
CELL_COLUMNS = ("table", "title", "page", "row", "column", "rowspan", "colspan", "header", "text", "box", "certainty")
ROW_COLUMNS = ("table", "label", "page", "row", "kind", "text", "roles", "certainty", "notes", "skipped")
# Notes and cells are parted by this inside one CSV field.
_BETWEEN = " | "

Record = Mapping[str, object]


def line_records(lines: Iterable[LineRecord]) -> Iterator[Record]:
    """One record a line, its keys `LINE_COLUMNS`, every value a text as the CSV prints it."""
    for line in lines:
        yield {
            "line": str(line.line),
            "table": line.table,
            "reference": line.reference,
            "department": line.department,
            "territory": line.territory,
            "programme": line.programme,
            "subprogramme": line.subprogramme,
            "operator": line.operator,
            "commune": line.commune,
            "action": line.action,
            "detail": line.detail,
            "places": "" if line.places is None else str(line.places),
            "year": "" if line.year is None else str(line.year),
            "amount": euros(line.amount),
            "agreement": line.agreement,
            "page": str(line.source.page),
            "box": box_text(line.source.box),
            "certainty": f"{line.certainty:.2f}",
            "notes": _BETWEEN.join(line.notes),
        }


def word_records(document: Document) -> Iterator[Record]:
    """One record a word, its box in fractions of its page."""
    for page in document.pages:
        for word in page.words:
            yield {
                "page": page.number,
                "text": word.text,
                "box": box_text(_fractions(word.box, page)),
                "size": round(word.size, 2),
                "bold": word.bold,
                "angle": word.angle,
                "certainty": word.certainty,
            }


def cell_records(tables: Iterable[Table]) -> Iterator[Record]:
    """One record a cell, a merged one once, in the order of the tables."""
    for table in tables:
        for index, row in enumerate(table.grid):
            for cell in distinct_cells(row):
                if cell.row == index:
                    yield {
                        "table": table.number,
                        "title": table.title,
                        "page": cell.source.page,
                        "row": cell.row + 1,
                        "column": cell.column + 1,
                        "rowspan": cell.rowspan,
                        "colspan": cell.colspan,
                        "header": index < table.header_rows,
                        "text": cell.text,
                        "box": box_text(cell.source.box),
                        "certainty": cell.certainty,
                    }


def row_records(tables: Iterable[ReadTable]) -> Iterator[Record]:
    """One record a row, with its kind, what its table's columns are and why the table is skipped, where it is."""
    for read in tables:
        roles = _BETWEEN.join(f"{column.role} {column.year or ''}".strip() for column in read.columns)
        for row in read.rows:
            yield {
                "table": read.table.number,
                "label": read.label,
                "page": row.source.page,
                "row": row.index + 1,
                "kind": row.kind,
                "text": _BETWEEN.join(cell.text for cell in distinct_cells(row.cells)),
                "roles": roles,
                "certainty": row.certainty,
                "notes": _BETWEEN.join(row.notes),
                "skipped": read.skipped,
            }


def write_csv(records: Iterable[Record], columns: Sequence[str], file: TextIO) -> None:
    """Records as CSV (comma, header, newline at the end of each)."""
    writer = csv.DictWriter(file, columns, lineterminator="\n")
    writer.writeheader()
    for record in records:
        writer.writerow(record)


def write_json(content: object, file: TextIO) -> None:
    """Any record, reading or list of them as one JSON document."""
    json.dump(plain(content), file, ensure_ascii=False, indent=1)
    file.write("\n")


def reading_document(reading: Reading) -> Record:
    """The whole reading but for the words and rules of its pages."""
    content = {field.name: getattr(reading, field.name) for field in fields(reading) if field.name != "document"}
    document = reading.document
    return {
        "document": {
            "name": document.name,
            "sha256": document.sha256,
            "engine": document.engine,
            "pages": len(document.pages),
        },
        **content,
    }


def plain(value: object) -> Any:
    """Dataclasses, decimals and dates as what JSON knows."""
    if isinstance(value, Decimal):
        return euros(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Source):
        return {"page": value.page, "table": value.table, "row": value.row, "box": box_text(value.box)}
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return value


def euros(amount: Decimal) -> str:
    """Euros with a dot and two digits, never in scientific notation: `-54000.00`."""
    return f"{amount:.2f}"


def box_text(box: Box) -> str:
    """« x0 y0 x1 y1 », four decimals each: a tenth of a millimetre on A4."""
    return " ".join(f"{side:.4f}" for side in box)


def _fractions(box: Box, page: Page) -> Box:
    return Box(box.x0 / page.width, box.y0 / page.height, box.x1 / page.width, box.y1 / page.height)
