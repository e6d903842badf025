"""Printed lines of a page, and the numbers in them: of an act, of which two may be one, and of the page among others.

It does not say of which act a number is.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ingest.reader.paragraphs.page_numbers import place_among_pages
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import Box

# Characters: a line of a head is no longer; what is longer is a sentence.
LONGEST_LINE = 130
_DIGITS = re.compile(r"\d+")
_GROUPS = re.compile(r"[a-z]+|\d+")
# Letters that a recogniser of letters puts for figures.
_LOOKALIKE = re.compile(r"(?<=\d)[oilsb](?=\d|\b)|(?<=[-/._ ])[oil](?=\d)")
_FIGURES = str.maketrans("oilsb", "01158")
_EVERYWHERE = Box(0, 0, 1, 1)


class PageLine(NamedTuple):
    """One line of a page: its text, the same made easy to search, its place in fractions of the page."""

    text: str
    plain: str
    box: Box = _EVERYWHERE


def page_line(text: str, box: Box = _EVERYWHERE) -> PageLine:
    """A line of a page with its words made easy to search."""
    return PageLine(text, plain(text), box)


def wording_of(text: str) -> str:
    """Words alone: « Délibération n° » of « Délibération n° 12 », the same on each act of a council."""
    return " ".join(_GROUPS.findall(_DIGITS.sub(" ", text)))


def same_number(one: str, other: str) -> bool:
    """Whether two printed numbers may be of one act: « 2031-037 » and « CP/2031/37 » are, « 2031-038 » is another."""
    short, long = sorted((code_groups(one), code_groups(other)), key=len)
    return bool(short) and any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def code_groups(code: str) -> tuple[str, ...]:
    """What a number is made of, whatever stands between: « CP/2031/037 » is cp, 2031, 37."""
    read = plain(code)
    if any(character.isdigit() for character in read):
        # « 2O31-l2 » on a scan is 2031-12: a letter beside figures is read as the figure that it looks like.
        read = _LOOKALIKE.sub(lambda letter: letter[0].translate(_FIGURES), read)
    return tuple(group.lstrip("0") or "0" for group in _GROUPS.findall(read))


def counter_of(lines: Sequence[PageLine]) -> tuple[int, int] | None:
    """What the page prints of its place, « 2/4 », on its first or last lines; None where it prints none."""
    edges = (line.plain.strip() for line in (*lines[:3], *lines[-3:]) if len(line.plain) <= LONGEST_LINE)
    return next(filter(None, map(place_among_pages, edges)), None)
