"""Dates of an act as it prints them, in figures or in words, found by what is said beside them.

What enters: printed text. What leaves: dates, None where none is printed for certain. This stage does not know which
date is which.
"""

import re
from collections.abc import Iterable
from datetime import date

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.text import parse_date

# Characters between what names a date (« Reçu en préfecture le ») and the date.
NEAR = 50

_UNITS = {
    "zero": 0, "un": 1, "une": 1, "premier": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
    "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
    "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
}  # fmt: skip
_MONTHS = "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
_NUMBER_WORD = rf"(?:{'|'.join([*_UNITS, 'mille', 'mil', 'et'])})"
_WORDS = rf"{_NUMBER_WORD}(?:[ -]+{_NUMBER_WORD})*"
# « L'an deux mille vingt-quatre, le lundi douze février »: the year comes first.
_YEAR_FIRST = re.compile(
    rf"\bl'an\s*:?\s*(?P<year>{_WORDS}|(?:19|20)\d\d)\b[^.]{{0,60}}?\ble\s+(?:\w+di\s+"
    rf"|dimanche\s+)?(?P<day>{_WORDS}|\d{{1,2}})(?:er)?\s+"
    rf"(?:du mois (?:de |d')?)?(?P<month>{_MONTHS})\b"
)
# « Séance des 5 et 6 avril 2031 »: the first day is the day of the sitting.
_SEVERAL_DAYS = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:er)?(?:, ?\d{{1,2}})*,?(?: et | au |[-/])\d{{1,2}} (?P<month>{_MONTHS})"
    r" (?P<year>(?:19|20)\d\d)\b"
)
_IN_WORDS = re.compile(rf"\b(?P<day>{_WORDS}|\d{{1,2}})(?:er)?\s+(?P<month>{_MONTHS})\s+(?P<year>{_WORDS})\b")


def find_date(text: str) -> date | None:
    """The first date of the text, in figures or in words."""
    lowered = plain(text)
    for pattern in (_YEAR_FIRST, _IN_WORDS, _SEVERAL_DAYS):
        match = pattern.search(lowered)
        if match:
            return parse_date(f"{_number(match['day'])} {match['month']} {_number(match['year'])}")
    return parse_date(text)


def _number(words: str) -> int:
    """`deux mille vingt-quatre` → 2024; figures stay."""
    if words.isdigit():
        return int(words)
    thousands, rest = 0, 0
    for word in re.split(r"[ -]+", words):
        if word in ("mille", "mil"):
            thousands, rest = (rest or 1) * 1000, 0
        elif word in ("vingt", "vingts") and rest == 4:
            rest = 80
        elif word != "et":
            rest += _UNITS[word]
    return thousands + rest


def date_beside(
    texts: Iterable[str], label: re.Pattern[str], *, avoid: re.Pattern[str], earliest: date | None
) -> date | None:
    """The first date just after `label` (on plain text), without `avoid` around it and not before `earliest`."""
    for text in texts:
        lowered = plain(text)
        for match in label.finditer(lowered):
            around = lowered[max(0, match.start() - NEAR) : match.end() + NEAR]
            found = find_date(text[match.end() : match.end() + NEAR])
            if found and not avoid.search(around) and (earliest is None or found >= earliest):
                return found
    return None
