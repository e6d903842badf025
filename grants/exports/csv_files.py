"""CSV: UTF-8 with a byte order mark, so that spreadsheets read its accents; header first, one row a line.

Two dialects: `,` and decimal point for programs, `;` and decimal comma for a spreadsheet set to French. Dates are ISO.
A text that a spreadsheet would take for a formula is given an apostrophe before it; a number never is. The apostrophe
is added too where the text already begins with some before such a sign: taking one away always gives the printed text.
XLSX and JSON need none of this and hold texts as printed.
"""

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from grants.exports.columns import Cell, Column, cells
from grants.exports.tables import Table

BYTE_ORDER_MARK = "\ufeff"  # without it spreadsheets take UTF-8 for Windows-1252
ROWS_A_PIECE = 200  # about 150 kB sent at once
_SIGNS = frozenset("=+-@\t\r'")
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
# « -450 », « + 1 900,00 € »: a number is no formula, and stays as printed.
_PRINTED_NUMBER = re.compile(r"[+-]?[\s\d.,]*\d[\s\d.,]*[kM]?\s*[€%]?\s*")


@dataclass(frozen=True, slots=True)
class Dialect:
    delimiter: str
    decimal_mark: str


PLAIN = Dialect(",", ".")
FRENCH = Dialect(";", ",")


def csv_pieces(table: Table, site: str, dialect: Dialect = PLAIN) -> Iterator[str]:
    """The file, some rows at a time. `site` completes the addresses (`https://exemple.fr`)."""
    writer = csv.writer(Echo(), delimiter=dialect.delimiter)
    yield BYTE_ORDER_MARK + writer.writerow([column.name for column in table.columns])
    texts = [_text(column, cell, site, dialect) for column, cell in cells(table.columns)]
    rows = (writer.writerow([text(values) for text in texts]) for values in table.values())
    while piece := "".join(islice(rows, ROWS_A_PIECE)):
        yield piece


def safe_text(text: str | None) -> str:
    """A text that no spreadsheet runs: an apostrophe goes before what begins like a formula, unless it is a number."""
    if not text:
        return ""
    if text[0] in _SIGNS and _FORMULA.match(text) and not _PRINTED_NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def euros(cents: int | None, decimal_mark: str = ".") -> str:
    """Whole cents → `-33750.50`."""
    if cents is None:
        return ""
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100}{decimal_mark}{abs(cents) % 100:02d}"


def _text(column: Column, cell: Cell, site: str, dialect: Dialect) -> Callable[[Any], str]:
    """From the values of a row to the text of this column."""
    mark = dialect.decimal_mark
    match column.holds:
        case "texte":
            return lambda values: safe_text(cell(values))
        case "montant":
            return lambda values: euros(cell(values), mark)
        case "adresse":
            return lambda values: site + path if (path := cell(values)) else ""
        case "nombre":
            return lambda values: _as_it_is(cell(values)).replace(".", mark)
        case _:
            return lambda values: _as_it_is(cell(values))


def _as_it_is(value: Any) -> str:
    return "" if value is None else str(value)


class Echo:
    """What the csv module writes to: gives each row back instead of keeping it."""

    def write(self, row: str) -> str:
        return row
