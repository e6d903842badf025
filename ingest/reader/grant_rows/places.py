"""Places of a line: from the column that counts them, else from a description that states them.

« 8 postes en insertion », « soit un maximum de 166 places », « 26 mesures simples » state places; « 2 ETP »,
« 12 mois », « du 01/01/2023 » do not.
"""

import re
from dataclasses import dataclass

from ingest.reader.geometry.grid_cells import cell_text
from ingest.reader.records import Column, Row
from ingest.reader.values.figures import parse_count
from ingest.reader.vocabulary.phrases import phrase
from ingest.reader.vocabulary.rows import COUNT_UNITS, NOT_PLACES, PLACES
from portal.french import squeeze

_FIGURE = r"(?P<figure>\d{1,3}(?: \d{3})+|\d+)"
_BEFORE_WORD = re.compile(rf"(?<![\w.,/-]){_FIGURE} (?P<word>[^\W\d_]+)")
_OPENING = re.compile(rf"{_FIGURE} (?P<word>[^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Places:
    """A count as printed. `unit`: what it counts, singular (`place`, `mesure`, `DSF`); empty where not printed."""

    count: int | None = None
    text: str = ""
    unit: str = ""


def row_places(row: Row, columns: tuple[Column, ...], year: int | None = None) -> Places:
    """The places of a row for one year: the column of that year, the undated one, the detail."""
    counted = [column for column in columns if column.role == "places"]
    fitting = [one for one in counted if year is not None and one.year == year]
    fitting = fitting or [one for one in counted if one.year is None]
    if len(fitting) == 1:
        return stated_places(cell_text(row, fitting[0]), fitting[0].header)
    if counted:
        return Places()  # counts of two kinds, or of other years: neither is the places of this line
    for column in columns:
        if column.role == "detail":
            places = stated_places(cell_text(row, column), column.header)
            if places.count is not None:
                return places
    return Places()


def stated_places(text: str, header: str) -> Places:
    """The count that a cell states, under this header: before the word « places » or « postes » anywhere, else the
    count that opens it, or that is all of it; no count where it states none."""
    plain = squeeze(text)
    if (count := parse_count(plain)) is not None:
        return Places(count, plain, _unit_of_header(header))
    for match in _BEFORE_WORD.finditer(plain):
        if phrase(match["word"]) in PLACES:
            return Places(parse_count(match["figure"]), plain, _unit(match["word"]))
    opening = _OPENING.match(plain)
    if opening and phrase(opening["word"]) not in NOT_PLACES:
        return Places(parse_count(opening["figure"]), plain, _unit(opening["word"]))
    return Places(text=plain)


def _unit_of_header(header: str) -> str:
    """What a column counts, where its header says it: « Places – 2022 », « Nombre de mesures », not « Nombre »."""
    return next((COUNT_UNITS[word] for word in phrase(header).split() if word in COUNT_UNITS), "")


def _unit(word: str) -> str:
    """The word as a unit: an acronym as printed, another one in the singular."""
    return word if word.isupper() else word.lower().removesuffix("s")
