"""The SCDL files, written row by row: UTF-8 without a byte order mark, commas, decimal points.

Three files of an exercise: `subventions-scdl.csv` (rows that pass), `subventions-completes.csv` (all of them) and
`rapport-scdl.csv`, in the words of Data.Subvention: which line of the complete file, which column, what is wrong.
"""

import csv
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from grants.exports.csv_files import Echo, safe_text
from grants.law.scdl import acts, grants
from grants.law.scdl.grants import ScdlRow

REPORT_COLUMNS = ("ligne", "colonne", "valeur", "message", "bloquant", "idSubvention")
ROWS_A_PIECE = 200
_FIRST_LINE = 2  # of the complete file, under its header


def strict_file(rows: Iterable[ScdlRow]) -> Iterator[str]:
    """Only the rows that nothing blocks; the header alone where there is none."""
    return _pieces(grants.COLUMNS, (row.cells for row in rows if row.is_accepted))


def complete_file(rows: Iterable[ScdlRow]) -> Iterator[str]:
    """Every row, whatever it lacks."""
    return _pieces(grants.COLUMNS, (row.cells for row in rows))


def report_file(rows: Iterable[ScdlRow]) -> Iterator[str]:
    """What is objected to each row of the complete file."""
    found = (
        {
            "ligne": str(number),
            "colonne": objection.column,
            "valeur": objection.value,
            "message": objection.message,
            "bloquant": "oui" if objection.blocking else "non",
            "idSubvention": row.cells["idSubvention"],
        }
        for number, row in enumerate(rows, start=_FIRST_LINE)
        for objection in row.objections
    )
    return _pieces(REPORT_COLUMNS, found)


def acts_file(rows: Iterable[dict[str, str]]) -> Iterator[str]:
    """Acts in the schema « délibérations »."""
    return _pieces(acts.COLUMNS, rows)


GRANT_FILES: dict[str, Callable[[Iterable[ScdlRow]], Iterator[str]]] = {
    "subventions-scdl": strict_file,
    "subventions-completes": complete_file,
    "rapport-scdl": report_file,
}


def _pieces(columns: tuple[str, ...], rows: Iterable[dict[str, str]]) -> Iterator[str]:
    writer = csv.writer(Echo())
    yield writer.writerow(columns)
    written = (writer.writerow([safe_text(row.get(column)) for column in columns]) for row in rows)
    while piece := "".join(islice(written, ROWS_A_PIECE)):
        yield piece
