"""Figures as French prints them: spaces, signs, thousands, units of money, whole numbers → values.

A figure that may be read in two ways, `1,500`, is None.
"""

import re
from decimal import Decimal
from functools import lru_cache

# Every dash that word processors print for a minus.
_DASHES = "-−–—‒‑"
MINUS = f"[{re.escape(_DASHES)}]"

EURO = r"(?:€(?:uros?\b)?|euros?\b|eur\b|e\b)"
_UNITS: tuple[tuple[str, Decimal], ...] = (
    (r"(?:md|mds|milliards?)\s*(?:d['’]\s*)?(?:€|euros?\b|eur\b)", Decimal(1_000_000_000)),
    (r"(?:m|meur|millions?)\s*(?:d['’]\s*)?(?:€|euros?\b|eur\b)|meur\b|m€", Decimal(1_000_000)),
    (r"(?:k|milliers?|mille)\s*(?:d['’]\s*)?(?:€|euros?\b|eur\b)|keur\b|k€", Decimal(1_000)),
    (EURO, Decimal(1)),
)
ANY_UNIT = "|".join(f"(?:{pattern})" for pattern, _ in _UNITS)

# A space may part a sign from its figure, the thousands, and the figure from its unit, all plain after `plain_spaces`.
_GROUPED = r"\d{1,3}(?:(?P<sep>[ .'’])\d{3})(?:(?P=sep)\d{3})*"
FIGURE = rf"(?:{_GROUPED}|\d+)(?:[.,]\d+)?|\d{{1,3}}(?:,\d{{3}})+\.\d{{1,2}}"
_COUNT = re.compile(rf"(?P<sign>{MINUS}\s*)?(?P<figure>\d+|\d{{1,3}}(?: \d{{3}})+|\d{{1,3}}(?:\.\d{{3}})+)")

# `25,50`: a figure that goes down to the cents.
WITH_CENTS = re.compile(r"\d[,.]\d\d(?!\d)")
# `000`, `042`: what is left of a figure whose first digits were cut off.
_CUT_OFF = re.compile(r"0\d\d")
_NOT_DIGIT = re.compile(r"\D")
# Digits before the cents. More are several numbers: no identifier is longer, nor any budget.
_MOST_DIGITS = 15

# How a cell's text says that white too wide for a space parts a figure from the one behind it: they are no one number.
FAR_SPACE = "\u2003"


def plain_spaces(text: str) -> str:
    """Plain single spaces (thin, no-break and zero-width ones too), no soft hyphens."""
    return " ".join(text.replace("\u00ad", "").replace("\u200b", " ").replace("\ufeff", " ").split())


# The stages look at the same cells in turn, and a document repeats its amounts, counts and dates.
remembered = lru_cache(maxsize=8_000)


@lru_cache(maxsize=100)
def unit_size(printed: str | None) -> Decimal:
    """How many euros a unit of money says: 1 for € or none, 1 000 for k€, 1 000 000 for M€."""
    if printed is None:
        return Decimal(1)
    return next(size for pattern, size in _UNITS if re.fullmatch(pattern, printed.strip(), re.IGNORECASE))


def parse_figure(printed: str, *, scaled: bool) -> tuple[Decimal, Decimal] | None:
    """Digits → (value, last printed unit). `scaled`: a unit such as M€ follows, so three decimals are natural."""
    whole, mark, decimals = _parts(printed, scaled=scaled)
    if mark == "," and len(decimals) == 3 and not scaled and whole != "0":
        return None  # 1,500: thousands in English, thousandths in French
    if len(decimals) > 2 and not scaled and mark == ".":
        return None
    digits = _NOT_DIGIT.sub("", whole)
    if _CUT_OFF.fullmatch(digits) or len(digits) > _MOST_DIGITS:
        return None
    step = Decimal(1).scaleb(-len(decimals))
    return Decimal(f"{digits}.{decimals or 0}"), step


def _parts(printed: str, *, scaled: bool) -> tuple[str, str, str]:
    """(whole part, decimal mark, decimals). `13.820` is thirteen thousand, but `1.925` before M€ is not."""
    marks = [index for index, character in enumerate(printed) if character in ".,"]
    if not marks:
        return printed, "", ""
    last = marks[-1]
    whole, mark, decimals = printed[:last], printed[last], printed[last + 1 :]
    grouping = mark == "." and len(decimals) == 3 and "," not in whole and not whole.startswith("0")
    if grouping and (len(marks) > 1 or not scaled) and re.fullmatch(r"\d{1,3}(?:\.\d{3})*", whole):
        return printed, "", ""
    return whole, mark, decimals


@remembered
def parse_count(text: str) -> int | None:
    """The whole number that is all the text: `550`, `7 000`, `-450`; None for `2,5`, `12 à 15`, `20 places`."""
    match = _COUNT.fullmatch(plain_spaces(text))
    if not match or FAR_SPACE in text:
        return None
    count = int(_NOT_DIGIT.sub("", match["figure"]))
    return -count if match["sign"] else count
