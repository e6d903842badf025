"""A `Reading`, or a list of records, written as CSV or JSON. The columns of the lines are a contract: they stay.

Amounts are written in euros with a dot and two digits, boxes as « x0 y0 x1 y1 » in fractions of the page.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TextIO

from ingest.reader.records import Box, LineRecord, Reading, Source

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
# Notes and cells are parted by this inside one CSV field.
BETWEEN = " | "

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
            "notes": BETWEEN.join(line.notes),
        }


def write_csv(records: Iterable[Record], columns: Sequence[str], file: TextIO) -> None:
    """Records as CSV (comma, header, newline at the end of each)."""
    writer = csv.DictWriter(file, columns, lineterminator="\n")
    writer.writeheader()
    for record in records:
        writer.writerow(record)


def write_json(content: object, file: TextIO) -> None:
    """Any record, reading or list of them as one JSON document."""
    json.dump(json_ready(content), file, ensure_ascii=False, indent=1)
    file.write("\n")


def reading_document(reading: Reading) -> Record:
    """The whole reading but for the words and rules of its pages, and what its tables print besides."""
    left_out = ("document", "tables")
    content = {field.name: getattr(reading, field.name) for field in fields(reading) if field.name not in left_out}
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


def json_ready(value: object) -> Any:
    """Dataclasses, decimals and dates as what JSON knows."""
    if isinstance(value, Decimal):
        return euros(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Source):
        return {"page": value.page, "table": value.table, "row": value.row, "box": box_text(value.box)}
    if is_dataclass(value):
        return {field.name: json_ready(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): json_ready(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [json_ready(one) for one in value]
    return value


def euros(amount: Decimal) -> str:
    """Euros with a dot and two digits, never in scientific notation: `-54000.00`."""
    return f"{amount:.2f}"


def box_text(box: Box) -> str:
    """« x0 y0 x1 y1 », four decimals each: a tenth of a millimetre on A4."""
    return " ".join(f"{side:.4f}" for side in box)
