"""Formatting of amounts, counts, shares and dates as they are printed in French. Formatting only: no query, no choice.

Amounts enter as whole cents. U+202F stands between thousands, U+00A0 before `€` and `%`, U+2212 is the minus sign.
"""

import re
from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()

THIN_SPACE = "\u202f"
NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"
CENTS = 100  # in a euro
_BEFORE_A_SIGN, _AFTER_A_QUOTE = re.compile(r"(?<=\S) (?=[;:!?»](?:[\s.,;)]|$))"), re.compile(r"(?<=«) ")
_THOUSANDS, _BEFORE_EURO = re.compile(r"(?<![\d,])\d{1,3}(?: \d{3})+(?!\d)"), re.compile(r"(?<=\d) (?=€)")


def _thousands(number: int) -> str:
    """`1234567` → `1 234 567`, U+202F between thousands, U+2212 where negative."""
    digits = f"{abs(number):,}".replace(",", THIN_SPACE)
    return f"{MINUS}{digits}" if number < 0 else digits


def _whole_euros(cents: int) -> int:
    """Euros, halves away from zero: `-150` cents are `-2` euros, as a reader would round them."""
    whole = (abs(cents) + 50) // 100
    return -whole if cents < 0 else whole


@register.filter
def euros(cents: int | None) -> str:
    """Cents → `12 345,67 €`; an absent amount → an empty text."""
    if cents is None:
        return ""
    sign = MINUS if cents < 0 else ""
    whole, part = divmod(abs(cents), CENTS)
    return f"{sign}{_thousands(whole)},{part:02d}{NO_BREAK_SPACE}€"


@register.filter
def euros_round(cents: int | None) -> str:
    """Cents → `12 346 €`, rounded, never cut; an absent amount → an empty text."""
    return "" if cents is None else f"{_thousands(_whole_euros(cents))}{NO_BREAK_SPACE}€"


def euros_told(cents: int) -> str:
    """In a sentence: euros, with cents only where there are some."""
    return euros(cents) if cents % CENTS else euros_round(cents)


def quoted(text: str) -> str:
    """Between French quotation marks, with their thin spaces."""
    return f"«{THIN_SPACE}{text}{THIN_SPACE}»"


@register.filter
def typeset(text: str) -> str:
    """What the reader notes, or an act prints, with the spaces that French wants where it writes plain ones: no end of
    line parts a number, a sum and its sign, a word and its quotation mark."""
    thin = _BEFORE_A_SIGN.sub(THIN_SPACE, _AFTER_A_QUOTE.sub(THIN_SPACE, text))
    return _BEFORE_EURO.sub(NO_BREAK_SPACE, _THOUSANDS.sub(lambda sum_: sum_.group().replace(" ", THIN_SPACE), thin))


@register.filter
def clip(text: str, length: int) -> str:
    """The beginning of a text, `length` signs at most, cut at the end of a word; the ellipsis stands against it."""
    if len(text) <= length:
        return text
    kept = text[: length - 1]
    if not text[length - 1].isspace() and " " in kept:
        kept = kept.rsplit(None, 1)[0]
    return f"{kept.rstrip(' ,;:.–-«(/')}…"


@register.filter
def amount(cents: int | None) -> str | SafeString:
    """Like `euros`, as HTML: cents in `.cents`, the whole in `.negative` where it is below zero."""
    if cents is None:
        return ""
    whole, part = euros(cents).split(",")
    html = format_html('{}<span class="cents">,{}</span>{}€', whole, part[:2], NO_BREAK_SPACE)
    return format_html('<span class="negative">{}</span>', html) if cents < 0 else html


@register.filter
def amount_round(cents: int | None) -> str | SafeString:
    """Like `euros_round`, as HTML: in `.negative` where it is below zero."""
    text = euros_round(cents)
    return format_html('<span class="negative">{}</span>', text) if cents is not None and cents < 0 else text


@register.filter
def count(number: int | None) -> str:
    """`1159` → `1 159`; an absent number → an empty text."""
    return "" if number is None else _thousands(number)


@register.filter
def counted(number: int, noun: str) -> str:
    """`1159|counted:"ligne"` → `1 159 lignes`; `"total,totaux"` gives both forms. Zero is singular in French."""
    return f"{_thousands(number)}{NO_BREAK_SPACE}{noun_of(number, noun)}"


@register.filter
def noun_of(number: int, noun: str) -> str:
    """The noun of `counted` alone, where a column is too narrow for both on one line. Initials have no plural."""
    one, _, many = noun.partition(",")
    return one if abs(number) < 2 or one.isupper() else many or f"{one}s"


@register.filter
def printed_lines(number: int) -> str:
    """`1 159 lignes imprimées`: a count of lines counts printed rows, whatever the years that each holds."""
    return counted(number, "ligne imprimée,lignes imprimées")


@register.filter
def percent(part: int | None, whole: int | None) -> str:
    """The share of `part` in `whole`: `23 %`, `< 1 %` for a little something, a dash where it makes no sense."""
    if part is None or not whole:
        return "—"
    share = (200 * abs(part) + abs(whole)) // (2 * abs(whole))
    if part and not share:
        return f"<{NO_BREAK_SPACE}1{NO_BREAK_SPACE}%"
    return f"{_thousands(share if (part < 0) == (whole < 0) else -share)}{NO_BREAK_SPACE}%"


@register.filter
def long_date(day: date | None) -> str:
    """`16 juin 2025`, `1er juillet 2022`, that no line end cuts; of a moment, its day here; an absent date → an empty
    text."""
    if day is None:
        return ""
    if isinstance(day, datetime):
        day = timezone.localdate(day)
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number}{NO_BREAK_SPACE}{MONTHS[day.month]}{NO_BREAK_SPACE}{day.year}"


@register.filter
def long_moment(moment: datetime | None, between: str = ", ") -> str:
    """`1er juillet 2022, 14:05`, the time that it is here; an absent moment → an empty text."""
    return "" if moment is None else f"{long_date(moment)}{between}{timezone.localtime(moment):%H:%M}"
