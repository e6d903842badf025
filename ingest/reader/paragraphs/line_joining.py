"""The lines of a paragraph → its text on one line: words cut at a line's end made whole.

Takes lines and the words that the document prints whole. Nothing is respelt: the hyphen that ends a line, of a cell or
of a paragraph, is dropped only where that is sure: the document prints the word without it, it is one that
organisations are usually named by, or what follows is an end that no compound word has.
"""

import re
from collections.abc import Container, Sequence, Set
from typing import Final

from ingest.reader.vocabulary.offices import NOT_PERSONS
from portal.french import fold

_SOFT_HYPHEN: Final = "\u00ad"
_BEFORE: Final = re.compile(r"([^\W\d_]+)[-\u2010\u2011]$")
_AFTER: Final = re.compile(r"[^\W\d_]+")
# What opens compound words, in small letters: `socio-|culturel`, `vice-|président`, `non-|lieu`.
_OPENS_COMPOUNDS: Final = re.compile(
    "anti|après|arrière|au|avant|bio|ce|celles?|celui|ceux|contre|cyber|demi|dix|éco|elles?|en|entre|est|eux|ex|extra|grande?"
    "|haute?|hors|infra|inter|intra|juste|là|loi|lui|médico|micro|mi|mini|moi|multi|néo|non|nord|nous|nue?|ouest|outre"
    "|par|péri|peut|plate|plein|porte|post|pré|pro|quasi|quatre|rez|rond|sans|semi|socio|soi|sous|sport|sud|sur|toi"
    "|toute?|tragi|ultra|vice|vous"
)
# Ends of words that stand for no word of their own, syllables as typesetters part them.
_ENDS: Final = re.compile(
    r"[st]ions?|(?:ci|[cdfglmpstvz])ations?|tionn\w+|[tv]?ements?|ments?|tures?|t(?:eurs?|rices?|ives?|ifs?|iques?)|(?:[lnrt]|tiv)ités?"
    r"|[ln]iques?|logies?|graphies?|nelles?|nels?|tiels?|tielles?|tés?|taires?|laires?|naires?"
)


def is_break_hyphen(above: str, below: str, whole_words: Container[str]) -> bool:
    """Whether the hyphen that ends the line `above` was put in by the break before the line `below`."""
    before, after = _BEFORE.search(above), _AFTER.match(below)
    if before is None or after is None or not after[0][0].islower() or before[1].isupper():
        return False
    start, end = before[1].casefold(), after[0].casefold()
    if _OPENS_COMPOUNDS.fullmatch(start) or f"{start}-{end}" in whole_words:
        return False
    return start + end in whole_words or fold(start + end) in NOT_PERSONS or _ENDS.fullmatch(end) is not None


def join_lines(lines: Sequence[str], known: Set[str] = frozenset()) -> str:
    """Join `lines` (top to bottom). `known`: the words of the document, case folded, without punctuation."""
    text = ""
    for line in lines:
        text = _joined(text, line.strip(), known) if text else line.strip()
    return text.replace(_SOFT_HYPHEN, "")


def _joined(text: str, line: str, known: Set[str]) -> str:
    if text.endswith(_SOFT_HYPHEN):
        return text + line
    # A dash that stands alone parts words; one that touches a word or a figure holds it to what follows.
    if text.endswith("-") and re.search(r"[\w’')]-$", text):
        return text[:-1] + line if is_break_hyphen(text, line, known) else text + line
    if text.endswith(("’", "'")) and re.search(r"\w[’']$", text):
        return text + line
    return f"{text} {line}"
