"""Text made easy to search, character for character, and parted into sentences.

What enters: printed text. What leaves: the same text in small ASCII letters, place for place, so that what is found
there can be cut out of the printed text; and its sentences with their places. Nothing is interpreted.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_APOSTROPHES = "’‘ʼ´`′"
_DASHES = "‐‑‒–—−"
_SPECIAL = {"œ": "o", "Œ": "o", "æ": "a", "Æ": "a", "ß": "s", "«": '"', "»": '"', "“": '"', "”": '"'}
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


@lru_cache(maxsize=1_000)
def _plain_character(character: str) -> str:
    if character in _SPECIAL:
        return _SPECIAL[character]
    if character in _APOSTROPHES:
        return "'"
    if character in _DASHES:
        return "-"
    if character.isspace():
        return " "
    if not character.isalpha():
        return character
    base = unicodedata.normalize("NFKD", character)[:1].lower()
    return base if base.isascii() else character


# Several stages search the same paragraphs.
@lru_cache(maxsize=5_000)
def plain(text: str) -> str:
    """`text` without case and accents, of the same length: apostrophes, dashes, guillemets and spaces of one kind."""
    if not text.isascii():
        for character in set(_NOT_ASCII.findall(text)):
            text = text.replace(character, _plain_character(character))
    return text.lower()


class Sentence(NamedTuple):
    """A sentence and its place in the text that it was cut from."""

    text: str
    start: int
    end: int


# A full stop after these ends nothing.
_ABBREVIATIONS = frozenset(
    re.findall(
        r"\w+",
        """
    m mm mme mmes mlle mlles mr mrs dr pr me st ste art al cf ex env tel n no nos p pp av bd bld rte
    vol chap etc ets
""",
    )
)
_LONGER_THAN_ABBREVIATIONS = 8
_BRACKET = re.compile(r"\((?!(?:s|e|es|nt)\))|\)")
_LAST_WORD = re.compile(r"[\w’']+$")
_STOP = re.compile(r"[.!?…]+[»”\"')\]]*\s+(?=[«“\"'(\[]?\s*[A-ZÀ-ÖØ-ÞŒ\d–—•-])")


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a paragraph in order; a text without a full stop is one sentence."""
    start = 0
    for stop in _STOP.finditer(text):
        if stop[0].startswith(".") and not stop[0].startswith("..") and _is_abbreviated(text[start : stop.start()]):
            continue
        end = start + len(text[start : stop.end()].rstrip())
        yield Sentence(text[start:end], start, end)
        start = stop.end()
    if text[start:].strip():
        yield Sentence(text[start:].rstrip(), start, start + len(text[start:].rstrip()))


def _is_abbreviated(said: str) -> bool:
    """Whether what stands before a full stop ends with an abbreviation, or with an initial."""
    last = _LAST_WORD.search(said[-_LONGER_THAN_ABBREVIATIONS:])
    return last is not None and (plain(last[0]) in _ABBREVIATIONS or (len(last[0]) == 1 and last[0].isupper()))


def without_brackets(text: str) -> str:
    """The text, of the same length, with what stands in brackets blanked; `(s)` and the like stay."""
    depth, seen, out = 0, 0, []
    for mark in _BRACKET.finditer(text):
        opens = mark[0] == "("
        if depth == 0 and opens:
            out.append(text[seen : mark.start()])
            seen = mark.start()
        elif depth == 1 and not opens:
            out.append(" " * (mark.end() - seen))
            seen = mark.end()
        depth = depth + 1 if opens else max(0, depth - 1)
    out.append(" " * (len(text) - seen) if depth else text[seen:])
    return "".join(out)
