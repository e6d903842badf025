"""What is found in a text, whatever it was made of: a page, a cell, a sentence."""

import re
from dataclasses import dataclass

from ingest.reader.records import PersonalKind
from portal.french import fold

_SEPARATORS = re.compile(r"[^0-9a-z]+")
_ABROAD = re.compile(r"^(?:00)?33(?:0)?(?=[1-9]\d{8}$)")


@dataclass(frozen=True, slots=True)
class Finding:
    """A stretch of a text, from `start` to `end`. `reason`, `service`: as in `PersonalRecord`."""

    kind: PersonalKind
    start: int
    end: int
    reason: str
    service: bool = False


def personal_key(kind: str, text: str) -> str:
    """What all the ways to print one thing have in common: `+33 3 20 …` and `03.20.…`, « DUPONT Jeanne » and
    « Jeanne Dupont » have one key each."""
    if kind == "person":
        return " ".join(sorted(fold(text).split()))
    if kind == "email":
        return "".join(text.lower().split()).replace("©", "@")
    key = _SEPARATORS.sub("", text.lower())
    return _ABROAD.sub("0", key) if kind == "phone" else key
