"""XLSX: numbers as numbers, dates as dates, texts as texts whatever they begin with; first row fixed, filters ready.

Written by xlsxwriter in its constant-memory mode: each row goes to a file on disk, and the workbook is zipped at the
end. A sheet of Excel has a last row: beyond it the rows go on in another sheet. The last sheet says where the data
comes from.
"""

from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import Any, BinaryIO

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from grants.exports.columns import Column, cells
from grants.exports.tables import LICENCE, LICENCE_ADDRESS, Origin, Table

ROWS_A_SHEET = 1_048_575  # of data, under the header: Excel's own limit
TEXT_MAX_LENGTH = 32_767  # characters in a cell: Excel's own limit
CUT = "… (suite dans le CSV et le JSON)"
WIDTHS = {"texte": 28, "entier": 10, "nombre": 10, "montant": 16, "date": 12, "adresse": 40}


def write_workbook(table: Table, origin: Origin, file: BinaryIO) -> None:
    """The whole workbook into this file, which must be open for writing bytes."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "use_zip64": True}
    with xlsxwriter.Workbook(file, options) as workbook:
        workbook.set_properties({"title": table.title, "company": origin.publisher, "comments": LICENCE})
        formats = {
            "head": workbook.add_format({"bold": True, "bottom": 2}),
            "montant": workbook.add_format({"num_format": "#,##0.00"}),
            "date": workbook.add_format({"num_format": "dd/mm/yyyy"}),
        }
        values = table.values()
        number = 1
        first = next(values, None)
        while first is not None or number == 1:
            rows = chain([first], islice(values, ROWS_A_SHEET - 1)) if first is not None else iter(())
            sheet = workbook.add_worksheet("Données" if number == 1 else f"Données ({number})")
            _write_sheet(sheet, table.columns, rows, formats, origin.site)
            first, number = next(values, None), number + 1
        _write_origin(workbook.add_worksheet("Source"), table, origin, formats["head"])


def _write_sheet(
    sheet: Worksheet, columns: tuple[Column, ...], rows: Iterator[Any], formats: dict[str, Any], site: str
) -> None:
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, WIDTHS[column.holds])
        sheet.write_string(0, place, column.name, formats["head"])
    writers = [
        (place, cell, _writer(sheet, column, formats, site)) for place, (column, cell) in enumerate(cells(columns))
    ]
    last = 0
    for last, values in enumerate(rows, start=1):
        for place, cell, write in writers:
            value = cell(values)
            if value is not None and value != "":
                write(last, place, value)
    sheet.autofilter(0, 0, last, len(columns) - 1)


def _writer(sheet: Worksheet, column: Column, formats: dict[str, Any], site: str) -> Callable[[int, int, Any], Any]:
    """What writes a cell of this column: row and place from 0, and a value."""
    match column.holds:
        case "montant":
            return lambda row, place, cents: sheet.write_number(row, place, cents / 100, formats["montant"])
        case "date":
            return lambda row, place, day: sheet.write_datetime(row, place, day, formats["date"])
        case "entier" | "nombre":
            return sheet.write_number
        case "adresse":
            return lambda row, place, path: sheet.write_string(row, place, site + path)
        case _:
            return lambda row, place, text: sheet.write_string(row, place, _fitting(text))


def _fitting(text: str) -> str:
    """A longer text would be refused by Excel: its end is left out, and the cell says so."""
    return text if len(text) <= TEXT_MAX_LENGTH else text[: TEXT_MAX_LENGTH - len(CUT)] + CUT


def _write_origin(sheet: Worksheet, table: Table, origin: Origin, head: Any) -> None:
    sheet.set_column(0, 0, WIDTHS["texte"])
    sheet.set_column(1, 1, 2 * WIDTHS["adresse"])
    said = [
        ("Contenu", table.title),
        ("Source", origin.publisher),
        ("Adresse", origin.address),
        ("Mise à jour", f"{origin.updated:%d/%m/%Y}" if origin.updated else ""),
        ("Licence", f"{LICENCE} ({LICENCE_ADDRESS})"),
    ]
    said += [(label.replace("_", " ").capitalize(), str(figure)) for label, figure in table.figures().items()]
    described = [(column.name, f"{column.description} ({column.kind})") for column in table.columns]
    for row, (label, text) in enumerate([*said, ("", ""), *described]):
        sheet.write_string(row, 0, label, head)
        sheet.write_string(row, 1, text)
