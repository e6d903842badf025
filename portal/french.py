"""French text, folded or put in words, for both apps. Pure: no Django, no database.

`fold` is what two spellings of one thing have in common: case, accents, ligatures, punctuation and spaces are gone.
It does not stem, translate or correct.
"""

import re
import unicodedata
from functools import lru_cache

_LIGATURES = {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss"}
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
_ELISION = re.compile(r"\b[ld]['’ʼ`´](?=\w)", re.IGNORECASE)


def page_range(first: int, last: int) -> str:
    """« page 3 », « pages 12 à 18 », for pages from 1."""
    return f"page\u00a0{first}" if first == last else f"pages\u00a0{first} à {last}"


def squeeze(text: str) -> str:
    """The text on one line: every run of white space (no-break and thin spaces too) becomes one plain space."""
    return " ".join(text.split())


class _Plain(dict[int, str]):
    """What `str.translate` puts for each character: its base letters, worked out the first time that it is met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        decomposed = unicodedata.normalize("NFKD", _LIGATURES.get(character, character))
        self[code] = "".join(one for one in decomposed if not unicodedata.combining(one))
        return self[code]


_PLAIN = _Plain()


# A document repeats its words, and the stages of the reader look at the same cells in turn.
@lru_cache(maxsize=8_000)
def fold(text: str) -> str:
    """Lower-case ASCII words parted by single spaces: `fold("Hénin-Beaumont") == "henin beaumont"`."""
    plain = text.lower() if text.isascii() else text.translate(_PLAIN).casefold()
    return _NOT_A_WORD.sub(" ", plain).strip()


def fold_name(text: str) -> str:
    """What sure spellings of one name share: `fold` without spaces nor elided articles.

    `L'Envol` and `ENVOL` are one name, so are `CCAS d'Arras` and `CCAS Arras`, `A.F.C.I` and `AFCI`, `Cap Mobil` and
    `CAP'MOBIL`. Only `l'` and `d'` are dropped, never `de`, `du` or `la`: anything less sure is for a person to decide.
    """
    return fold(_ELISION.sub(" ", text)).replace(" ", "")
