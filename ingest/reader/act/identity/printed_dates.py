"""Dates of an act as it prints them, in figures or in words, found by what is said beside them.

What enters: printed text. What leaves: dates, None where none is printed for certain. This stage does not know which
date is which.
"""

import re
from collections.abc import Iterable
from datetime import date

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.values.dates import MONTHS, parse_date
from ingest.reader.values.number_words import NUMBER_WORDS, parse_number_words

# Characters between what names a date (« Reçu en préfecture le ») and the date.
NEAR = 50
# The same where the date is written in words, year first: « l'an deux mille vingt-quatre, le treize du mois de mai ».
NEAR_IN_WORDS = 110

# « Affiché le 2 avril 2031 – séance du 31 mars 2031 »: what stands apart speaks of another date.
_PARTED = re.compile(r"\s-\s|[;|•]")

MONTH_NAMES = "|".join(names[0] for names in MONTHS)
# « L'an deux mille vingt-quatre, le lundi douze février »: the year comes first.
_YEAR_FIRST = re.compile(
    rf"\bl'an\s*:?\s*(?P<year>{NUMBER_WORDS}|(?:19|20)\d\d)\b[^.]{{0,60}}?\ble\s+(?:\w+di\s+"
    rf"|dimanche\s+)?(?P<day>{NUMBER_WORDS}|\d{{1,2}})(?:er)?\s+"
    rf"(?:du mois (?:de |d')?)?(?P<month>{MONTH_NAMES})\b"
)
# « Séance des 5 et 6 avril 2031 »: the first day is the day of the sitting.
_SEVERAL_DAYS = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:er)?(?:, ?\d{{1,2}})*,?(?: et | au |[-/])\d{{1,2}} (?P<month>{MONTH_NAMES})"
    r" (?P<year>(?:19|20)\d\d)\b"
)
_IN_WORDS = re.compile(
    rf"\b(?P<day>{NUMBER_WORDS}|\d{{1,2}})(?:er)?\s+(?P<month>{MONTH_NAMES})\s+(?P<year>{NUMBER_WORDS})\b"
)


def find_date(text: str) -> date | None:
    """The first date of the text, in figures or in words."""
    lowered = plain(text)
    for pattern in (_YEAR_FIRST, _IN_WORDS, _SEVERAL_DAYS):
        match = pattern.search(lowered)
        if match:
            day, year = map(parse_number_words, match.group("day", "year"))
            return parse_date(f"{day} {match['month']} {year}")
    return parse_date(text)


def date_beside(
    texts: Iterable[str], label: re.Pattern[str], *, avoid: re.Pattern[str], earliest: date | None
) -> date | None:
    """The first date just after `label` (on plain text), without `avoid` around it and not before `earliest`."""
    for text in texts:
        lowered = plain(text)
        for match in label.finditer(lowered):
            before = _PARTED.split(lowered[max(0, match.start() - NEAR) : match.start()])[-1]
            around = before + lowered[match.start() : match.end()] + _PARTED.split(lowered[match.end() :][:NEAR])[0]
            near = NEAR_IN_WORDS if lowered.startswith("l'an", match.end()) else NEAR
            found = find_date(text[match.end() : match.end() + near])
            if found and not avoid.search(around) and (earliest is None or found >= earliest):
                return found
    return None
