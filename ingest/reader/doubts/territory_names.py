"""Lines whose beneficiary is a canton: the territory beside a name that was not found, which nobody grants anything."""

import re
from collections.abc import Iterable
from typing import Final

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import DOUBTFUL, LineRecord

NOTE: Final = "territoire à la place du bénéficiaire\u202f: à vérifier"

_TERRITORY: Final = re.compile(r"(?:canton|arrondissement) d(?:e |u |es |')")


def doubt_territories(lines: Iterable[LineRecord]) -> tuple[LineRecord, ...]:
    """The lines, those whose beneficiary opens with the name of a canton or of an arrondissement in doubt."""
    return tuple(line.doubted(DOUBTFUL, NOTE) if _TERRITORY.match(plain(line.operator)) else line for line in lines)
