"""Places of a line: from the column that counts them, else from a description that states them.

« 8 postes en insertion », « soit un maximum de 166 places », « 26 mesures simples » state places; « 2 ETP »,
« 12 mois », « du 01/01/2023 » do not.
"""

import re

from ingest.reader.records import Column, Row
from ingest.reader.text import parse_count, squeeze
from ingest.reader.vocabulary import NOT_PLACES, PLACES, phrase

_FIGURE = r"(?P<figure>\d{1,3}(?: \d{3})+|\d+)"
_BEFORE_WORD = re.compile(rf"(?<![\w.,/-]){_FIGURE} (?P<word>[^\W\d_]+)")
_OPENING = re.compile(rf"{_FIGURE} (?P<word>[^\W\d_]+)")


def find_places(text: str) -> int | None:
    """The count of places that a description states: before the word « places » or « postes » anywhere, else the
    count that opens it, or that is all of it."""
    plain = squeeze(text)
    if (count := parse_count(plain)) is not None:
        return count
    for match in _BEFORE_WORD.finditer(plain):
        if phrase(match["word"]) in PLACES:
            return parse_count(match["figure"])
    opening = _OPENING.match(plain)
    if opening and phrase(opening["word"]) not in NOT_PLACES:
        return parse_count(opening["figure"])
    return None


def row_places(row: Row, columns: tuple[Column, ...], year: int | None = None) -> tuple[int | None, str]:
    """(places, text that prints them) of a row for one year: the column of that year, the undated one, the detail."""
    counted = [column for column in columns if column.role == "places"]
    fitting = [one for one in counted if year is not None and one.year == year]
    fitting = fitting or [one for one in counted if one.year is None]
    if len(fitting) == 1:
        text = cell_text(row, fitting[0])
        return find_places(text), text
    if counted:
        return None, ""  # counts of two kinds, or of other years: neither is the places of this line
    for column in columns:
        if column.role == "detail":
            text = cell_text(row, column)
            places = find_places(text)
            if places is not None:
                return places, text
    return None, ""


def cell_text(row: Row, column: Column) -> str:
    """The text that stands in one column of a row, on one line; a merged cell's for every row that it covers."""
    cell = row.cells[column.index]
    return squeeze(cell.text) if cell else ""
