"""How words of tables are compared: no case, accent, punctuation, plural or feminine.

So that « Bénéficiaire(s) », « bénéficiaires » and « BENEFICIAIRE » are one. Lists of such phrases are written as one
text, parted by commas.
"""

import re
from functools import lru_cache

from portal.french import fold

# « TERRITOIRE(S) », « attribué(e)s », « retenu.e.s »
_INCLUSIVE = re.compile(r"\((?:e|s|es|x|nt)\)s?|[·.]e[·.]s?\b", re.IGNORECASE)
# « CD32 », « CG 76 »: the council of a département by its number.
_COUNCIL_NUMBER = re.compile(r"(c(?<=\bc)[dg]) ?\d[\dab]\d?\b")
# Shorter words keep their last letter: « cas », « aux ».
_SHORTEST_PLURAL = 4


@lru_cache(maxsize=8_000)
def phrase(text: str) -> str:
    """The words of a header or a label as they are compared: folded, singular, masculine."""
    # Few texts hold what either pattern begins with.
    if "(" in text or "." in text or "·" in text:
        text = _INCLUSIVE.sub("", text)
    words = " ".join(map(_word, fold(text).split()))
    return _COUNCIL_NUMBER.sub(r"\1", words) if "cd" in words or "cg" in words else words


@lru_cache(maxsize=4_000)
def _word(word: str) -> str:
    if len(word) >= _SHORTEST_PLURAL and word[-1] in "sx":
        word = word[:-1]
    return word[:-1] if len(word) >= _SHORTEST_PLURAL and word.endswith("ee") else word


def phrases(text: str) -> frozenset[str]:
    """The phrases of a list, as they are compared."""
    return frozenset(map(phrase, spellings(text)))


def words(text: str) -> frozenset[str]:
    """The words of a list that is written folded, one word each."""
    return frozenset(text.split())


def spellings(text: str) -> list[str]:
    """The phrases of a list as they are spelt."""
    return [" ".join(part.split()) for part in text.split(",")]
