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
_STOP = re.compile(r"[.!?…]+[»”\"')\]]*\s+(?=[«“\"'(\[]?\s*[A-ZÀ-ÖØ-ÞŒ\d–—•-])")


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a paragraph in order; a text without a full stop is one sentence."""
    start = 0
    for stop in _STOP.finditer(text):
        before = re.search(r"([\w’']+)$", text[start : stop.start()])
        last = before[1] if before else ""
        if stop[0].startswith(".") and not stop[0].startswith("..") and _is_abbreviated(last):
            continue
        end = start + len(text[start : stop.end()].rstrip())
        yield Sentence(text[start:end], start, end)
        start = stop.end()
    if text[start:].strip():
        yield Sentence(text[start:].rstrip(), start, start + len(text[start:].rstrip()))


def _is_abbreviated(word: str) -> bool:
    return plain(word) in _ABBREVIATIONS or (len(word) == 1 and word.isupper())


def without_brackets(text: str) -> str:
    """The text, of the same length, with what stands in brackets blanked; `(s)` and the like stay."""
    if "(" not in text:
        return text
    if "(" not in text:
        return text
    depth, out = 0, []
    for index, character in enumerate(text):
        if character == "(" and not re.match(r"\((?:s|e|es|nt)\)", text[index:]):
            depth += 1
        out.append(character if depth == 0 else " ")
        if character == ")" and depth:
            depth -= 1
    return "".join(out)
