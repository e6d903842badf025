"""What a spreadsheet finds in an ODS file, read from its XML."""

import io
import zipfile
from typing import Any
from xml.etree import ElementTree

OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TABLE, TEXT = (f"{OASIS}{name}:1.0}}" for name in ("office", "table", "text"))


def cells_of(content: bytes) -> dict[str, list[list[Any]]]:
    """Sheet → rows → cells: None, a number, the ISO text of a date, or a text with its line breaks and its spaces."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = ElementTree.fromstring(archive.read("content.xml"))  # noqa: S314 - our own
    return {
        str(sheet.get(f"{TABLE}name")): [[_value(cell) for cell in row] for row in sheet.iter(f"{TABLE}table-row")]
        for sheet in root.iter(f"{TABLE}table")
    }


def _value(cell: ElementTree.Element) -> Any:
    match cell.get(f"{OFFICE}value-type"):
        case None:
            return None
        case "float":
            return float(cell.get(f"{OFFICE}value", ""))
        case "date":
            return cell.get(f"{OFFICE}date-value")
        case _:
            return "\n".join(_told(line) for line in cell)


def _told(line: ElementTree.Element) -> str:
    spaces = [" " * int(run.get(f"{TEXT}c", "1")) + (run.tail or "") for run in line]
    return (line.text or "") + "".join(spaces)
