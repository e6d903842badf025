"""Amounts inside a sentence or a crowded cell → their values and their places."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ingest.reader.values.amounts import NO_CENTS, Amount
from ingest.reader.values.figures import ANY_UNIT, FIGURE, MINUS, parse_figure, unit_size
from ingest.reader.values.written_amounts import find_written_amounts
from portal.french import squeeze


class FoundAmount(NamedTuple):
    """An amount inside a longer text, and the characters (start, end) of the text that print it."""

    amount: Amount
    start: int
    end: int


# Characters around an amount that are searched for what the amount is.
_REACH = 160

_INNER_AMOUNT = re.compile(
    rf"(?<![\w.,/°])(?P<before>{MINUS}\s*)?(?P<figure>{FIGURE})"
    rf"(?:(?:{NO_CENTS})?\s*(?P<unit>{ANY_UNIT})|{NO_CENTS}(?!\w))",
    re.IGNORECASE,
)
# `50e anniversaire`: `e` stands for euros after cents or thousands only, inside a sentence.
_ORDINAL = re.compile(r"\d{1,3}$")
# `Les Hirondelles......500 €`: the dots are no part of a figure.
_LEADER = re.compile(r"\.{4,}|…{2,}")
# `Foyer rural ........ 350`: what ends the leader of an entry is its money, with or without its unit.
_LED_TO = re.compile(rf"(?:\.{{4,}}|…{{2,}})\s*(?P<figure>{FIGURE})\s*[.;,]?\s*$")
# `Foyer rural ........ 350,00 €-`: what ends an entry may bear its sign behind it.
_SIGN_BEHIND = re.compile(rf"{MINUS}\s*$")
_SPACE = r"[\s\u200b\ufeff\u00ad]"
# All but the plain one, which most are.
_OTHER_SPACE = re.compile(r"[^\S ]|[\u200b\ufeff\u00ad]")
# What no amount goes without: its unit, a dash for its cents, dots that lead to it. Looked for first, because most
# texts are told by it alone; each may begin with these characters only, and nothing is tried elsewhere.
_HINT = re.compile(
    rf"[€uU\d,.…](?:(?<=€)|(?<=[eE][uU])[rR]|(?<=\d){_SPACE}*[eE]\b|(?<=,){_SPACE}?{MINUS}|(?<=\.)\.{{3}}|(?<=…)…)"
)
# What opens an amount that is said again; a scan may show the bracket as another sign.
_SAID_AGAIN = re.compile(r"\s*[(\[{<«“”\"'‘’]\s*")
_ENDS_WITH_MONEY = re.compile(r"\d\s?[kM]?(?:€|euros?|eur)\W*$", re.IGNORECASE)
# Amounts of a column without words of their own, from which on it may bear names; letters of these, for each amount.
_FEWEST_AMOUNTS = 4
_LETTERS_AN_AMOUNT = 7


# The stages search the same paragraphs.
@lru_cache(maxsize=2_000)
def may_state_amount(text: str) -> bool:
    """Whether there is anything in a text that `find_amounts` could find."""
    return _HINT.search(text) is not None


def find_amounts(text: str) -> Iterator[FoundAmount]:
    """Every amount of a sentence or of a crowded cell that is followed by its unit of money, in order.

    An amount in words and the figures that say it again are one: « cinq cents euros (500 €) ».
    """
    if not may_state_amount(text):
        return
    written = [
        FoundAmount(Amount(one.value, one.precision, squeeze(text[one.start : one.end]), True), one.start, one.end)
        for one in find_written_amounts(text)
    ]
    if not written:
        yield from _find_figures(text)
        return
    figures = [one for one in _find_figures(text) if not any(one.start < w.end and w.start < one.end for w in written)]
    yield from sorted((*written, *figures), key=lambda one: one.start)


def states_amount(text: str) -> bool:
    """Whether a text states an amount that is followed by its unit of money."""
    return next(find_amounts(text), None) is not None


def ends_with_money(text: str) -> bool:
    """Whether a text ends with figures and their unit of money, as entries of lists do: « Club nautique : 900 € ; »."""
    return _ENDS_WITH_MONEY.search(text) is not None


def is_contradicted(text: str, found: FoundAmount) -> bool:
    """Whether an amount of a text is said again beside it, in figures or in words, with another value: « douze mille
    euros (20 000 €) »."""
    before, after = words_before(text, found), text[found.end : found.end + _REACH]
    said = [
        *(one for one in find_amounts(before) if _SAID_AGAIN.fullmatch(before, one.end)),
        *(one for one in find_amounts(after) if _SAID_AGAIN.fullmatch(after, 0, one.start)),
    ]
    in_words = found.amount.text[0].isalpha()
    return any(one.amount.value != found.amount.value and one.amount.text[0].isalpha() != in_words for one in said)


def words_before(text: str, found: FoundAmount, low: int = 0) -> str:
    """What stands just before an amount, from `low` on, as far back as it may say what the amount is."""
    return text[max(low, found.start - _REACH) : found.start]


def _find_figures(text: str) -> Iterator[FoundAmount]:
    # Characters are replaced one for one, so that the places found hold in the text that was given.
    plain = _OTHER_SPACE.sub(" ", text)
    led = "...." in text or "……" in text  # as few texts are
    if led:
        plain = _LEADER.sub(lambda dots: " " * len(dots[0]), plain)
    for match in _INNER_AMOUNT.finditer(plain):
        if (match["unit"] or "").lower() == "e" and _ORDINAL.match(match["figure"]):
            continue
        unit = unit_size(match["unit"])
        read = parse_figure(match["figure"], scaled=unit > 1)
        if read is None:
            continue
        figure, step = read
        signed = match["before"] is not None and _is_sign(plain, match.start())
        start = match.start() if signed else match.start("figure")
        behind = None if signed else _SIGN_BEHIND.match(plain, match.end())
        end = behind.end() if behind else match.end()
        value = -figure * unit if signed or behind else figure * unit
        yield FoundAmount(Amount(value, step * unit, squeeze(text[start:end]), True), start, end)
    led_to = _LED_TO.search(text) if led else None
    read = parse_figure(led_to["figure"], scaled=False) if led_to else None
    if led_to and read is not None:
        start, end = led_to.span("figure")
        yield FoundAmount(Amount(*read, squeeze(text[start:end]), False), start, end)


def _is_sign(text: str, place: int) -> bool:
    """Whether the dash at this place is a minus: a dash between two words or figures parts them instead."""
    before = text[:place].rstrip()
    return not before or before[-1] in "(:=;"


def is_column_of_amounts(text: str) -> bool:
    """Whether a text is nothing but amounts one after the other, the names over them apart: a column of a table that
    was not seen, and no sentence that states sums."""
    signs = text.count("€")
    letters = sum(map(str.isalpha, text)) if signs > 1 else 0
    return signs > 1 and letters <= (_LETTERS_AN_AMOUNT * signs if signs >= _FEWEST_AMOUNTS else 0)
