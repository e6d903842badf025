"""French text primitives: printed amounts and counts → values. No layout, no vocabulary of tables; dates: `dates.py`.

What enters is text as printed; what leaves is a value, or None where the text does not state one for certain. Nothing
here guesses: `1,500 €` (1 500 or 1.5?) is None, and so is a cell that states two amounts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from ingest.reader.raised_figures import levelled
from ingest.reader.written_amounts import find_written_amounts
from portal.french import squeeze


@dataclass(frozen=True, slots=True)
class Amount:
    """A printed amount. `value` in euros; `precision` the last printed unit in euros; `text` as printed, squeezed.

    `currency`: a unit of money (€, EUR, euros, k€, M€) is printed beside the figure.
    """

    value: Decimal
    precision: Decimal
    text: str
    currency: bool


class FoundAmount(NamedTuple):
    """An amount inside a longer text, and the characters (start, end) of the text that print it."""

    amount: Amount
    start: int
    end: int


# Every dash that word processors print for a minus.
_MINUS = "-−–—‒‑"
_MINUS_CLASS = f"[{re.escape(_MINUS)}]"

_EURO = r"(?:€(?:uros?\b)?|euros?\b|eur\b|e\b)"
_UNITS: tuple[tuple[str, Decimal], ...] = (
    (r"(?:md|mds|milliards?)\s*(?:d['’]\s*)?(?:€|euros?\b|eur\b)", Decimal(1_000_000_000)),
    (r"(?:m|meur|millions?)\s*(?:d['’]\s*)?(?:€|euros?\b|eur\b)|meur\b|m€", Decimal(1_000_000)),
    (r"(?:k|milliers?|mille)\s*(?:d['’]\s*)?(?:€|euros?\b|eur\b)|keur\b|k€", Decimal(1_000)),
    (_EURO, Decimal(1)),
)
_ANY_UNIT = "|".join(f"(?:{pattern})" for pattern, _ in _UNITS)

# A space may part a sign from its figure, the thousands, and the figure from its unit, all plain after `plain_spaces`.
_GROUPED = r"\d{1,3}(?:(?P<sep>[ .'’])\d{3})(?:(?P=sep)\d{3})*"
_FIGURE = rf"(?:{_GROUPED}|\d+)(?:[.,]\d+)?|\d{{1,3}}(?:,\d{{3}})+\.\d{{1,2}}"
# `HT`, `TTC`, `maximum`, a call for a note: printed after an amount, no part of it.
_AFTER = (
    r"(?:\s*\(?(?:ht|ttc|nets?(?: de taxes?)?|(?:au )?max(?:i|imum)?)\b\.?\)?)?"
    r"(?:\s*(?:\*+|\(\*+\)|\(\d\)|[¹²³⁴⁵⁶⁷⁸⁹]+))?"
)

_WHOLE_AMOUNT = re.compile(
    rf"(?P<open>\()?\s*(?:\+|(?P<before>{_MINUS_CLASS}))?\s*(?P<lead>€)?\s*(?P<figure>{_FIGURE})\s*"
    rf"(?P<middle>{_MINUS_CLASS})?\s*(?P<unit>{_ANY_UNIT})?\s*(?P<after>{_MINUS_CLASS})?\s*(?P<close>\))?{_AFTER}",
    re.IGNORECASE,
)
# « 15 000,- », « 15 000,-- € »: no cents.
_NO_CENTS = rf",\s?{_MINUS_CLASS}{{1,2}}"
_CENTS_LEFT_OUT = re.compile(rf"(?<=\d){_NO_CENTS}(?=\s*(?:€|eur))", re.IGNORECASE)
_INNER_AMOUNT = re.compile(
    rf"(?<![\w.,/°])(?P<before>{_MINUS_CLASS}\s*)?(?P<figure>{_FIGURE})"
    rf"(?:(?:{_NO_CENTS})?\s*(?P<unit>{_ANY_UNIT})|{_NO_CENTS}(?!\w))",
    re.IGNORECASE,
)
# « 2031 (€) »: the name of a column.
_YEAR_IN_EUROS = re.compile(r"(?:19|20)\d\d \((?:en )?(?:€|k€|euros?)\)", re.IGNORECASE)
# What spreadsheets print for zero in their format for accounts.
_NOTHING = re.compile(rf"{_MINUS_CLASS}\s*(?:€|eur)", re.IGNORECASE)
# `50e anniversaire`: `e` stands for euros after cents or thousands only, inside a sentence.
_ORDINAL = re.compile(r"\d{1,3}$")
# `12€50`
_EURO_BETWEEN = re.compile(r"(?P<euros>\d+|\d{1,3}(?: \d{3})+)\s*€\s*(?P<cents>\d{2})")

# `980 157 500,00 €`
_COUNT_AND_AMOUNT = re.compile(rf"(?P<figures>\d{{1,3}}(?: \d{{1,3}})+(?:,\d{{1,2}})?)\s*(?P<unit>{_EURO})?")
_COUNT = re.compile(rf"(?P<sign>{_MINUS_CLASS}\s*)?(?P<figure>\d+|\d{{1,3}}(?: \d{{3}})+|\d{{1,3}}(?:\.\d{{3}})+)")

# `Les Hirondelles......500 €`: the dots are no part of a figure.
_LEADER = re.compile(r"\.{4,}|…{2,}")
# `Foyer rural ........ 350`: what ends the leader of an entry is its money, with or without its unit.
_LED_TO = re.compile(rf"(?:\.{{4,}}|…{{2,}})\s*(?P<figure>{_FIGURE})\s*[.;,]?\s*$")
# `000`, `042`: what is left of a figure whose first digits were cut off.
_CUT_OFF = re.compile(r"0\d\d")

_DIGIT = re.compile(r"\d")
_NOT_DIGIT = re.compile(r"\D")
# `1 500 € (2 x 750 €)`, `800 € (sous réserve)`, `900 € dont 200 € de report`
_REMARKED = re.compile(r"(?P<amount>[^()=]*\d[^()=]*?)\s*\((?P<remark>[^()]*)\)")
_WITH_SHARE = re.compile(r"(?P<amount>[^()=]*?\d[^()=]*?)\s*\bdont\b.*")
# `2 x 750 € = 1 500 €`, `2 x 750 € soit 1 500 €`
_RECKONED = re.compile(r"(?P<reckoning>[^=]*\d[^=]*?)\s*(?:=|\bsoit\b)\s*(?P<amount>[^=]+)")
_REMARK = re.compile(r"[(=]|\b(?:dont|soit)\b")
_PRODUCT = re.compile(r"(?P<first>[^x×*]+)[x×*](?P<second>[^x×*]+)", re.IGNORECASE)
# Digits before the cents. More are several numbers: no identifier is longer, nor any budget.
_MOST_DIGITS = 15
# Characters: an amount with what is written beside it; longer texts are sentences.
_LONGEST_REMARKED = 80

_SPACES = re.compile(r"[\s\u200b\ufeff]+")
_ANY_SPACE = re.compile(r"[\s\u200b\ufeff\u00ad]")


def plain_spaces(text: str) -> str:
    """Plain single spaces (thin, no-break and zero-width ones too), no soft hyphens."""
    return _SPACES.sub(" ", text.replace("\u00ad", "")).strip()


# The stages look at the same cells in turn, and a document repeats its amounts, counts and dates.
remembered = lru_cache(maxsize=20_000)


@remembered
def parse_amount(text: str) -> Amount | None:
    """The one amount that a cell states, with or without €, or None: a word, nothing, `-`, `NC`, or several amounts.

    `- €` is the zero of a spreadsheet's format for accounts.
    """
    printed = levelled(plain_spaces(text))
    if _NOTHING.fullmatch(printed):
        return Amount(Decimal(0), Decimal(1), squeeze(text), True)
    if not _DIGIT.search(text):
        return _written_amount(printed)
    if _YEAR_IN_EUROS.fullmatch(printed):
        return None
    amount = _bare_amount(_CENTS_LEFT_OUT.sub("", printed))
    if amount is None and len(printed) <= _LONGEST_REMARKED and _REMARK.search(printed):
        amount = _remarked_amount(printed) or _written_amount(printed)
    return amount and replace(amount, text=squeeze(text))


def _written_amount(printed: str) -> Amount | None:
    """The amount that is all of a text in words, with or without the figures that say it again."""
    whole = [one for one in find_written_amounts(printed) if one.start == 0 and one.end == len(printed)]
    return Amount(whole[0].value, whole[0].precision, squeeze(printed), True) if whole else None


def _remarked_amount(printed: str) -> Amount | None:
    """The amount beside a remark, or after the reckoning that gives it; a reckoning that is wrong leaves a doubt."""
    if reckoned := _RECKONED.fullmatch(printed):
        amount = _bare_amount(reckoned["amount"])
        return amount if amount and _comes_to(reckoned["reckoning"], amount.value) else None
    if with_share := _WITH_SHARE.fullmatch(printed):
        return _bare_amount(with_share["amount"])
    remarked = _REMARKED.fullmatch(printed)
    amount = _bare_amount(remarked["amount"]) if remarked else None
    if remarked is None or amount is None:
        return None
    said = _written_amount(remarked["remark"] or "")
    if said and said.value != amount.value:
        return None
    figures = any(character.isdigit() for character in remarked["remark"] or "")
    is_money = amount.currency or amount.precision < 1
    return amount if is_money or not figures or _comes_to(remarked["remark"], amount.value) else None


def _comes_to(printed: str, stated: Decimal) -> bool:
    """Whether `2 x 750 €` gives this amount, as far as its price is printed: `2 x 9 750,12 €` may be 19 500,25 €."""
    factors = _PRODUCT.fullmatch(printed)
    if not factors:
        return False
    first, second = (_bare_amount(factors[part].strip()) for part in ("first", "second"))
    if not first or not second:
        return False
    cut = [count.value * price.precision / 2 for count, price in ((first, second), (second, first)) if price.value % 1]
    return abs(first.value * second.value - stated) <= max(cut, default=Decimal(0))


def _bare_amount(printed: str) -> Amount | None:
    """The amount that is all of a text, its spaces made plain."""
    between = _EURO_BETWEEN.fullmatch(printed)
    if between:
        value = Decimal(between["euros"].replace(" ", "")) + Decimal(between["cents"]) / 100
        return Amount(value, Decimal("0.01"), printed, True)
    match = _WHOLE_AMOUNT.fullmatch(printed)
    if not match or bool(match["open"]) != bool(match["close"]):
        return None
    signs = [match[place] for place in ("open", "before", "middle", "after") if match[place]]
    if len(signs) > 1:
        return None
    unit = _unit(match["unit"])
    read = _figure(match["figure"], scaled=unit > 1)
    if read is None:
        return None
    figure, step = read
    value = -figure * unit if signs else figure * unit
    return Amount(value, step * unit, printed, bool(match["unit"] or match["lead"]))


def may_state_amount(text: str) -> bool:
    """Whether there is anything in a text that `find_amounts` could find: a figure, or a name of money."""
    return _DIGIT.search(text) is not None or "eur" in text.casefold()


def find_amounts(text: str) -> Iterator[FoundAmount]:
    """Every amount of a sentence or of a crowded cell that is followed by its unit of money, in order.

    An amount in words and the figures that say it again are one: « cinq cents euros (500 €) ».
    """
    written = [
        FoundAmount(Amount(one.value, one.precision, squeeze(text[one.start : one.end]), True), one.start, one.end)
        for one in find_written_amounts(text)
    ]
    if not written:
        yield from _find_figures(text)
        return
    figures = [one for one in _find_figures(text) if not any(one.start < w.end and w.start < one.end for w in written)]
    yield from sorted((*written, *figures), key=lambda one: one.start)


def _find_figures(text: str) -> Iterator[FoundAmount]:
    if not _DIGIT.search(text):
        return
    # Characters are replaced one for one, so that the places found hold in the text that was given.
    plain = _LEADER.sub(lambda dots: " " * len(dots[0]), _ANY_SPACE.sub(" ", text))
    for match in _INNER_AMOUNT.finditer(plain):
        if (match["unit"] or "").lower() == "e" and _ORDINAL.match(match["figure"]):
            continue
        unit = _unit(match["unit"])
        read = _figure(match["figure"], scaled=unit > 1)
        if read is None:
            continue
        figure, step = read
        signed = match["before"] is not None and _is_sign(plain, match.start())
        start = match.start() if signed else match.start("figure")
        value = -figure * unit if signed else figure * unit
        yield FoundAmount(Amount(value, step * unit, squeeze(text[start : match.end()]), True), start, match.end())
    led_to = _LED_TO.search(text)
    read = _figure(led_to["figure"], scaled=False) if led_to else None
    if led_to and read is not None:
        start, end = led_to.span("figure")
        yield FoundAmount(Amount(*read, squeeze(text[start:end]), False), start, end)


def _is_sign(text: str, place: int) -> bool:
    """Whether the dash at this place is a minus: a dash between two words or figures parts them instead."""
    before = text[:place].rstrip()
    return not before or before[-1] in "(:=;"


def split_count(text: str) -> tuple[tuple[int, Amount], ...]:
    """Every way to read `980 157 500,00 €` as a count beside an amount: (980, 157 500,00 €). Empty for other texts.

    What such a cell means cannot be told from the text alone; the rows around it decide.
    """
    match = _COUNT_AND_AMOUNT.fullmatch(plain_spaces(text))
    if not match:
        return ()
    groups = match["figures"].split(" ")
    ways = []
    for cut in range(1, len(groups)):
        count = parse_count(" ".join(groups[:cut]))
        amount = parse_amount(" ".join(groups[cut:]) + (f" {match['unit']}" if match["unit"] else ""))
        if count is not None and amount is not None and not groups[cut].startswith("0"):
            ways.append((count, amount))
    return tuple(ways)


@lru_cache(maxsize=100)
def _unit(printed: str | None) -> Decimal:
    if printed is None:
        return Decimal(1)
    return next(size for pattern, size in _UNITS if re.fullmatch(pattern, printed.strip(), re.IGNORECASE))


def _figure(printed: str, *, scaled: bool) -> tuple[Decimal, Decimal] | None:
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
    if not match:
        return None
    count = int(_NOT_DIGIT.sub("", match["figure"]))
    return -count if match["sign"] else count
