"""Amounts written in words, alone or beside their figures: « cinq cents euros », « cinq cents (500) euros ».

What enters: a text. What leaves: the value of each written amount, in euros, with its place; figures that only say it
again are inside that place. This module reads no amount that stands in figures alone.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.values.number_words import NUMBER_WORDS, parse_number_words

_FIGURES = r"\d{1,3}(?:[ .]\d{3})+(?:,\d{2})?|\d+(?:,\d{2})?"
_EURO = r"(?:euros?\b|€|eur\b)"
_WRITTEN = re.compile(
    rf"(?<![\w-])(?:(?P<figures>{_FIGURES})\s*{_EURO}?\s*\(\s*)?"
    rf"(?P<words>{NUMBER_WORDS})(?:\s*\(\s*(?P<inside>{_FIGURES})\s*{_EURO}?\s*\))?"
    rf"(?P<close>\s*\))?\s*(?:d'\s*)?{_EURO}(?!\s*symbolique)"
    rf"(?:\s+et\s+(?P<cents>{NUMBER_WORDS}) (?:centimes?|cents?)\b)?"
    rf"(?P<open>\s*\))?(?:\s*\(\s*(?:soit\s*)?(?P<after>{_FIGURES})\s*{_EURO}\s*\))?"
)
_FIGURE_BEFORE = re.compile(r"\d[\d.,]*\s*$")


class WrittenAmount(NamedTuple):
    """`value` and `precision`, its last printed unit, in euros; the characters (start, end) print it."""

    value: Decimal
    start: int
    end: int
    precision: Decimal


def find_written_amounts(text: str) -> Iterator[WrittenAmount]:
    """Every amount in words, in order. Where its figures say another value, they are left to be read by themselves."""
    if "eur" not in text.casefold():
        return
    lowered = plain(text)
    for match in _WRITTEN.finditer(lowered):
        if not match["figures"] and _FIGURE_BEFORE.search(lowered, 0, match.start("words")):
            continue  # « 1,2 million d'euros »: the words are the unit of the figures
        whole, cents = parse_number_words(match["words"]), parse_number_words(match["cents"] or "zero")
        if whole is None or cents is None:
            continue
        value = Decimal(whole) + Decimal(cents) / 100
        start, end = match.start("words"), match.end()
        if match["figures"]:
            if _value(match["figures"]) != value or not (match["close"] or match["open"]):
                continue
            start = match.start()
        if match["after"] and _value(match["after"]) != value:
            end = start + len(lowered[start : match.start("after")].rstrip(" ("))
        if match["open"] and not (match["figures"] or match["after"]):
            end = match.start("open")  # « (cinq cents euros) »: the bracket is not of the amount
        printed = next((match[name] for name in ("figures", "inside", "after") if match[name]), "")
        yield WrittenAmount(value, start, end, _precision(match, printed))


def _precision(match: re.Match[str], printed: str) -> Decimal:
    if match["cents"] or "," in printed:
        return Decimal("0.01")
    return Decimal(1_000_000 if match["words"].endswith(("million", "millions")) and not printed else 1)


def _value(figures: str) -> Decimal:
    return Decimal(re.sub(r"[ .]", "", figures).replace(",", "."))
