"""A printed amount of money → its value in euros. No layout, no vocabulary of tables.

What enters is text as printed; what leaves is a value, or None where the text does not state one for certain. Nothing
here guesses: `1,500 €` (1 500 or 1.5?) is None, and so is a cell that states two amounts.
Amounts inside a sentence: `amounts_in_text.py`.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.reader.values.figures import (
    ANY_UNIT,
    EURO,
    FAR_SPACE,
    FIGURE,
    MINUS,
    parse_count,
    parse_figure,
    plain_spaces,
    remembered,
    unit_size,
)
from ingest.reader.values.raised_figures import levelled
from ingest.reader.values.written_amounts import find_written_amounts
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


# `HT`, `TTC`, `maximum`, `versés en une fois`, a call for a note: printed after an amount, no part of it.
_AFTER = (
    r"(?:\s*\(?(?:ht|ttc|nets?(?: de taxes?)?|(?:au )?max(?:i|imum)?|plafonnée?s?|forfaitaires?"
    r"|(?:versée?s? )?en une (?:seule )?fois)\b\.?\)?)?"
    r"(?:\s*(?:\*+|\(\*+\)|\(\d\)|[¹²³⁴⁵⁶⁷⁸⁹]+))?"
)

_WHOLE_AMOUNT = re.compile(
    rf"(?P<open>\()?\s*(?:\+|(?P<before>{MINUS}))?\s*(?P<lead>€)?\s*(?P<figure>{FIGURE})\s*"
    rf"(?P<middle>{MINUS})?\s*(?P<unit>{ANY_UNIT})?(?P<after>{MINUS})?\s*(?P<close>\)(?:\s*(?P<outside>{EURO}))?)?{_AFTER}",
    re.IGNORECASE,
)
# « 15 000,- », « 15 000,-- € »: no cents.
NO_CENTS = rf",\s?{MINUS}{{1,2}}"
_CENTS_LEFT_OUT = re.compile(rf"(?<=\d){NO_CENTS}(?=\s*(?:€|eur))", re.IGNORECASE)
# « 2031 (€) »: the name of a column.
_YEAR_IN_EUROS = re.compile(r"(?:19|20)\d\d \((?:en )?(?:€|k€|euros?)\)", re.IGNORECASE)
# Nine figures or more that nothing parts: the number of an establishment, of an account, of a telephone.
_IDENTIFIER = re.compile(r"\d{9,}")
# A SIREN set in threes, whose last figure is the key to the others; amounts as large are round ones.
_IN_THREES = re.compile(r"\d{3} \d{3} (?!000)\d{3}")
# What spreadsheets print for zero in their format for accounts.
_NOTHING = re.compile(rf"{MINUS}\s*(?:€|eur)", re.IGNORECASE)
# Printed for no amount.
_NO_AMOUNT = re.compile(rf"{MINUS}|/")
# `12€50`
_EURO_BETWEEN = re.compile(r"(?P<euros>\d+|\d{1,3}(?: \d{3})+)\s*€\s*(?P<cents>\d{2})")

# `980 157 500,00 €`
_COUNT_AND_AMOUNT = re.compile(rf"(?P<figures>\d{{1,3}}(?: \d{{1,3}})+(?:,\d{{1,2}})?)\s*(?P<unit>{EURO})?")

_DIGIT = re.compile(r"\d")
# `1 500 € (2 x 750 €)`, `800 € (sous réserve)`, `900 € dont 200 € de report`
_REMARKED = re.compile(r"(?P<amount>[^()=]*\d[^()=]*?)\s*\((?P<remark>[^()]*)\)")
_RATE = r"\d{1,3}(?:[,.]\d+)?\s?%"
# `900 € dont 200 €`, `900 €, soit 30 %`, `900 € 30 %`; `30 % 900 €`
_WITH_SHARE = re.compile(
    r"(?P<amount>[^()=]*?\d[^()=]*?)"
    rf"\s*(?:\bdont\b.*|[,–-]?\s*\bsoit\s+\d[\d,.]*\s?%.*|(?<=€)\s*[,–-]?\s*{_RATE})"
)
_AFTER_RATE = re.compile(rf"{_RATE}\s+(?:soit\s+)?(?P<amount>\d[\d ,.]*\s*€)")
# `2 x 750 € = 1 500 €`, `20 % de 7 500 €, soit 1 500 €`
_RECKONED = re.compile(r"(?P<reckoning>[^=]*\d[^=]*?)[\s,]*(?:=|\bsoit\b)\s*(?P<amount>[^=]+)")
_REMARK = re.compile(r"[(=%]|\b(?:dont|soit)\b")
_PRODUCT = re.compile(
    rf"(?P<first>[^x×*]+)[x×*](?P<second>[^x×*]+)|(?P<rate>{_RATE})\s*(?:de|du|sur)\b(?P<base>.+)", re.IGNORECASE
)
_FACTORS = (("first", "rate"), ("second", "base"))
# Characters: an amount with what is written beside it; longer texts are sentences.
_LONGEST_REMARKED = 80


@remembered
def parse_amount(text: str) -> Amount | None:
    """The one amount that a cell states, with or without €, or None: a word, nothing, `-`, `NC`, or several amounts,
    among them figures that FAR_SPACE parts.

    `- €` is the zero of a spreadsheet's format for accounts.
    """
    if FAR_SPACE in text:
        return None
    printed = levelled(plain_spaces(text))
    if _NOTHING.fullmatch(printed):
        return Amount(Decimal(0), Decimal(1), squeeze(text), True)
    if not _DIGIT.search(text):
        return _written_amount(printed)
    if _YEAR_IN_EUROS.fullmatch(printed) or _IDENTIFIER.fullmatch(printed) or _is_siren(printed):
        return None
    amount = _bare_amount(_CENTS_LEFT_OUT.sub("", printed))
    if amount is None and len(printed) <= _LONGEST_REMARKED and _REMARK.search(printed):
        amount = _remarked_amount(printed) or _written_amount(printed)
    if amount is None and len(printed) <= _LONGEST_REMARKED and "eur" in printed.casefold():
        amount = _said_twice(printed)
    return amount and replace(amount, text=squeeze(text))


def is_whole_amount(text: str) -> bool:
    """Whether a text is all that one amount prints: a figure with what goes with it, or the dash of none."""
    return _NO_AMOUNT.fullmatch(text) is not None or parse_amount(text) is not None


def _is_siren(printed: str) -> bool:
    """Whether nine figures in threes are the number of an organisation, by its key (ISO 7812: Luhn's)."""
    if not _IN_THREES.fullmatch(printed):
        return False
    figures = [int(figure) for figure in printed.replace(" ", "")]
    return (sum(figures) + sum(figure - 9 * (figure > 4) for figure in figures[1::2])) % 10 == 0


def _written_amount(printed: str) -> Amount | None:
    """The amount of a text in words, with or without the figures that say it again, and what is remarked beside it."""
    written = list(find_written_amounts(printed))
    if len(written) != 1:
        return None
    value, start, end, precision = written[0]
    if end - start < len(printed):
        figures = f"{printed[:start]}{value} €{printed[end:]}"
        amount = _bare_amount(figures) or _remarked_amount(figures)
        if amount is None or amount.value != value or _says_other(printed[end:], value):
            return None
    return Amount(value, precision, squeeze(printed), True)


def _said_twice(printed: str) -> Amount | None:
    """« 500 € Cinq cents euros », « Cinq cents euros 500 € »: the amount that a cell prints in words and in figures."""
    written = list(find_written_amounts(printed))
    if len(written) != 1:
        return None
    value, start, end, _ = written[0]
    amount = _bare_amount(f"{printed[:start]}{printed[end:]}".strip())
    return amount if amount and amount.currency and amount.value == value else None


def _says_other(after: str, value: Decimal) -> bool:
    """Whether the figures in brackets after an amount in words are another sum of money."""
    amount = _bare_amount(after.strip().strip("()"))
    return amount is not None and amount.currency and amount.value != value


def _remarked_amount(printed: str) -> Amount | None:
    """The amount beside a remark, or after the reckoning that gives it; a reckoning that is wrong leaves a doubt."""
    if with_share := _WITH_SHARE.fullmatch(printed) or _AFTER_RATE.fullmatch(printed):
        return _bare_amount(with_share["amount"])
    remarked = _REMARKED.fullmatch(printed)
    if remarked is None and (reckoned := _RECKONED.fullmatch(printed)):
        amount = _bare_amount(reckoned["amount"])
        return amount if amount and _comes_to(reckoned["reckoning"], amount) else None
    amount = _bare_amount(remarked["amount"]) if remarked else None
    if remarked is None or amount is None:
        return None
    said = _written_amount(remarked["remark"] or "")
    if said and said.value != amount.value:
        return None
    figures = any(character.isdigit() for character in remarked["remark"] or "")
    is_money = amount.currency or amount.precision < 1
    return amount if is_money or not figures or _comes_to(remarked["remark"], amount) else None


def _comes_to(printed: str, stated: Amount) -> bool:
    """Whether `2 x 750 €`, `20 % de 7 500 €` gives this amount, as far as its price is printed: `2 x 9 750,12 €` may be
    19 500,25 €; what a rate gives may be rounded to what the amount prints."""
    factors = _PRODUCT.fullmatch(printed)
    if not factors:
        return False
    first, second = (_factor((factors[one] or factors[other]).strip()) for one, other in _FACTORS)
    if not first or not second:
        return False
    cut = [count.value * price.precision / 2 for count, price in ((first, second), (second, first)) if price.value % 1]
    rounded = stated.precision if "%" in printed else Decimal(0)
    return abs(first.value * second.value - stated.value) <= max([*cut, rounded])


def _factor(printed: str) -> Amount | None:
    """One factor of a product: an amount, a count or a rate."""
    if not printed.endswith("%"):
        return _bare_amount(printed)
    rate = _bare_amount(printed.removesuffix("%").strip())
    return rate and replace(rate, value=rate.value / 100, precision=Decimal(0))


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
    unit = unit_size(match["unit"])
    read = parse_figure(match["figure"], scaled=unit > 1)
    if read is None:
        return None
    figure, step = read
    value = -figure * unit if signs else figure * unit
    return Amount(value, step * unit, printed, bool(match["unit"] or match["lead"] or match["outside"]))


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
