"""Headings of rows that name who receives what the rows under them say, in a table without any column of names.

« 3. Judo Club – Bor (dossier n° 12) » stands alone over « Tournoi | 5 000 € | 900 € ». What enters: the rows of a
table; what leaves: the name and the town of each row; nothing where a row has no heading over it, or the headings are
themes.
"""

import re
from collections.abc import Sequence
from typing import Final

from ingest.reader.grant_rows.beneficiary_cells import NameAndTown
from ingest.reader.grant_rows.towns_under import TOWN
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import Row
from ingest.reader.vocabulary.organisations import SEVERAL, kinds, names_organisation

# Headings: one alone may be the title of the rows.
_FEWEST: Final = 2
# Share of headings with a word that organisations are named by, and of them in the rows: themes have fewer.
_BODIES: Final = 0.4
# « Associations sportives », « Écoles »: several of a kind.
_THEME: Final = re.compile(rf"{kinds(SEVERAL, plural='s')}\b")
# « 3. », « 3 – » before a name; « (dossier n° 12) », « – dossier 12 » behind it.
_NUMBER: Final = re.compile(r"^\d{1,3}\s?[.)–-]\s+")
_FILE: Final = re.compile(r"\s*[(–-]\s*(?:n°\s*)?dossiers?\b.*$", re.IGNORECASE)


def bodies_over_rows(rows: Sequence[Row]) -> dict[int, NameAndTown]:
    """Who receives what each row says, by the index of the row, as the heading over it names them."""
    over: dict[int, NameAndTown] = {}
    heading = None
    for row in rows:
        if row.kind == "group":
            heading = _named(row.label)
        elif row.kind == "line":
            if heading is None:
                return {}
            over[row.index] = heading
    names = {one.name for one in over.values()}
    named = sum(names_organisation(name) and not _THEME.match(plain(name)) for name in names)
    return over if len(names) >= _FEWEST and named >= _BODIES * len(names) else {}


def _named(label: str) -> NameAndTown:
    text = _FILE.sub("", _NUMBER.sub("", label))
    name, dash, town = text.rpartition(" – ")
    return NameAndTown(name, town) if dash and TOWN.fullmatch(town) else NameAndTown(text, "")
