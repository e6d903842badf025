"""Lines of which nothing says the year, neither their table nor their act → the same lines, doubted.

Where a stamp hides the date of an act, or a list stands alone, the amount is read and what it was voted for is not.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from ingest.reader.records import LineRecord

# 0–1. A line without its year is never surer.
DOUBTED: Final = 0.6
NOTE: Final = "année inconnue\u202f: ni le tableau ni l’acte ne se lisent assez pour la dire"


def doubt_unknown_years(lines: Iterable[LineRecord]) -> tuple[LineRecord, ...]:
    """The lines, those without a year no surer than `DOUBTED`, with a note that says so."""
    return tuple(_doubted(line) if line.year is None else line for line in lines)


def _doubted(line: LineRecord) -> LineRecord:
    return replace(line, certainty=min(line.certainty, DOUBTED), notes=(*line.notes, NOTE))
