"""What a made-up commune decides, read as `read_decisions` reads it."""

from decimal import Decimal

from ingest.reader.decisions import read_decisions
from ingest.reader.metadata import read_metadata
from ingest.reader.records import Box, LineRecord, Source
from tests.ingest.reader.acts import paragraphs

HEAD = """
CONSEIL MUNICIPAL
Séance du 3 mars 2031
Objet : Soutien aux associations
Vu le code général des collectivités territoriales,
Après en avoir délibéré,
DÉCIDE :
"""


REPORT = """
Fait et délibéré en séance.
RAPPORT DU PRÉSIDENT
Je vous propose d’adopter les dispositions qui suivent.
"""


def a_line(operator: str, amount: str, **fields: object) -> LineRecord:
    place = Source(1, 1, 1, Box(0, 0, 1, 1))
    return LineRecord(1, "annexe-1", operator, 2031, Decimal(amount), amount, place, **fields)  # type: ignore[arg-type]


def read(decided: str, lines: tuple[LineRecord, ...] = ()):
    text = paragraphs(HEAD + decided)
    return read_decisions(text, read_metadata(text), (), lines)


def lines_of(decided: str, lines: tuple[LineRecord, ...] = ()) -> list[tuple[str, Decimal, int | None, str]]:
    return [(line.operator, line.amount, line.year, line.action) for line in read(decided, lines)[0]]
