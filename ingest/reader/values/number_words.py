"""Whole numbers written in French words, in figures or in Roman ones: « trente-quatre », « 34 », « xiv » → 34, 34, 14.

What enters: words in small ASCII letters, parted by spaces or dashes. What leaves: the number, None where the words
make none. It knows no unit and looks for nothing in a text: `NUMBER_WORDS` is the pattern for that.
"""

import re
from typing import Final

_UNITS: Final = {
    "zero": 0, "un": 1, "une": 1, "premier": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
    "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
    "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
    "huitante": 80, "octante": 80, "nonante": 90,
}  # fmt: skip
_THOUSANDS: Final = {"mille": 1_000, "mil": 1_000, "million": 1_000_000, "millions": 1_000_000}
# They say how many there are: « un million », but « mille ».
_COUNTED: Final = ("million", "millions")
_HUNDRED: Final = ("cent", "cents")
_NUMBER_WORD = rf"(?:{'|'.join([*_UNITS, *_THOUSANDS, *_HUNDRED])})\b"
# One number and the « et » inside it: « vingt et un », never « vingt et deux abstentions ».
NUMBER_WORDS: Final = rf"{_NUMBER_WORD}(?:(?:[ -]+|[ -]et[ -](?=(?:une?|onze)\b)){_NUMBER_WORD})*"
_ALL = re.compile(NUMBER_WORDS)
# Hundreds of which nothing says how many: the word before them was misprinted, or misread.
_TORN = re.compile(r"cents\b")
# Articles and points of minutes are numbered no further; « l », « c », « d » and « m » are seldom figures.
_ROMAN: Final = {"i": 1, "v": 5, "x": 10}


def parse_number_words(words: str) -> int | None:
    """`mille cinq cents` → 1500, `quatre-vingt-douze` → 92, `92` → 92; None for anything else, as `millions` alone, a
    unit, or `cents euros`, an end of a number."""
    if words.isdecimal():
        return int(words)
    if not _ALL.fullmatch(words) or _TORN.match(words):
        return None
    whole = thousand = 0
    for word in re.split(r"[ -]+", words):
        if word in _THOUSANDS:
            if not thousand and word in _COUNTED:
                return None
            whole, thousand = whole + (thousand or 1) * _THOUSANDS[word], 0
        elif word in _HUNDRED:
            thousand = (thousand or 1) * 100
        elif word in ("vingt", "vingts") and thousand % 10 == 4 and thousand % 100 < 20:
            thousand += 76
        elif word != "et":
            thousand += _UNITS[word]
    return whole + thousand


def parse_roman(figures: str) -> int | None:
    """`xiv` → 14; None where another letter than i, v and x stands in it."""
    values = [_ROMAN.get(letter, 0) for letter in figures]
    if not all(values):
        return None
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def parse_article_number(printed: str) -> int:
    """`3`, `trois`, `iii` → 3; 1 for what is none, `unique`."""
    return parse_roman(printed) or parse_number_words(printed) or 1
