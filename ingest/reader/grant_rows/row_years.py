"""Rows that print their year: « Année | Fonctionnement | Total » → the year of each.

Takes a row and the columns of its table; gives the year that it prints under a header that says so. It guesses none.
"""

from collections.abc import Sequence

from ingest.reader.geometry.grid_cells import cell_text
from ingest.reader.records import Column, Row
from ingest.reader.values.dates import parse_year
from ingest.reader.vocabulary.money import YEARS_IN_ROWS
from ingest.reader.vocabulary.phrases import phrase


def years_in_rows(columns: Sequence[Column]) -> list[Column]:
    """The columns under which each row prints its year."""
    return [column for column in columns if phrase(column.header) in YEARS_IN_ROWS]


def printed_year(row: Row, columns: Sequence[Column]) -> int | None:
    """The year that the row prints, None where it prints none."""
    texts = (cell_text(row, column) for column in years_in_rows(columns))
    return next((year for text in texts if (year := parse_year(text))), None)
