"""French text, folded or put in words, for both apps. Pure: no Django, no database.

`fold` is what two spellings of one thing have in common: case, accents, ligatures, punctuation and spaces are gone.
It does not stem, translate or correct.
"""

import re
import unicodedata
from functools import lru_cache

_LIGATURES = {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss"}
_WORD = re.compile(r"[a-z0-9]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_ELISION = re.compile(r"\b[ld]['’ʼ`´](?=\w)", re.IGNORECASE)


def page_range(first: int, last: int) -> str:
    """« page 3 », « pages 12 à 18 », for pages from 1."""
    return f"page\u00a0{first}" if first == last else f"pages\u00a0{first} à {last}"


def squeeze(text: str) -> str:
    """The text on one line: every run of white space (no-break and thin spaces too) becomes one plain space."""
    return " ".join(text.split())


def straight(text: str) -> str:
    """The text with straight apostrophes: whether they are curved says nothing, and two readings may differ in it."""
    return text.replace("’", "'")


@lru_cache(maxsize=1_000)
def _base(character: str) -> str:
    """The letters of a character without their accents."""
    decomposed = unicodedata.normalize("NFKD", _LIGATURES.get(character, character))
    return "".join(one for one in decomposed if not unicodedata.combining(one))


# A document repeats its words, and the stages of the reader look at the same cells in turn: 490 rows have 3 000 texts.
@lru_cache(maxsize=4_000)
def fold(text: str) -> str:
    """Lower-case ASCII words parted by single spaces: `fold("Hénin-Beaumont") == "henin beaumont"`."""
    if not text.isascii():
        for character in set(_NOT_ASCII.findall(text)):
            text = text.replace(character, _base(character))
    return " ".join(_WORD.findall(text.casefold()))


def fold_name(text: str) -> str:
    """What sure spellings of one name share: `fold` without spaces nor elided articles.

    `L'Envol` and `ENVOL` are one name, so are `CCAS d'Arras` and `CCAS Arras`, `A.F.C.I` and `AFCI`, `Cap Mobil` and
    `CAP'MOBIL`. Only `l'` and `d'` are dropped, never `de`, `du` or `la`: anything less sure is for a person to decide.
    """
    return fold(_ELISION.sub(" ", text)).replace(" ", "")
