"""Letters that recognition takes for one another, and whether one text may be a misreading of another.

Pure text: no layout, no certainty. It judges likeness, never which of two readings is right.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from portal.french import fold_name

# What looks alike in print, after case and accents are gone: I l 1 | ! — O 0 Q D — S 5 — B 8 — Z 2 — c e — t f — m rn.
_ALIKE: Final = str.maketrans({"i": "l", "1": "l", "|": "l", "!": "l", "j": "l", "0": "o", "q": "o", "d": "o"})
_ALIKE_TOO: Final = str.maketrans({"5": "s", "8": "b", "2": "z", "e": "c", "f": "t"})
_NO_LETTER: Final = re.compile(r"[^\w|!]|_")
# Letters. In a word this long one may be another, in one twice as long two; shorter words that differ are two words.
ONE_MISTAKE: Final = 5
TWO_MISTAKES: Final = 10


@lru_cache(maxsize=20_000)
def shape(text: str) -> str:
    """What a text looks like from afar: no case, accents, spaces or signs, look-alike letters as one."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    plain = _NO_LETTER.sub("", plain).casefold().replace("rn", "m")
    return plain.translate(_ALIKE).translate(_ALIKE_TOO)


def may_be_misread(read: str, printed: str) -> bool:
    """Whether `read` may be what recognition made of `printed`: look-alike letters, or few others, word by word.

    Texts that differ by case, accents, spaces or signs only are one name printed in two ways, no misreading.
    """
    if fold_name(read) == fold_name(printed):
        return False
    if shape(read) == shape(printed):
        return True
    words, others = read.split(), printed.split()
    return len(words) == len(others) and all(map(_may_be_one_word, words, others))


def _may_be_one_word(read: str, printed: str) -> bool:
    one, other = shape(read), shape(printed)
    length = min(len(one), len(other))
    allowed = (length >= ONE_MISTAKE) + (length >= TWO_MISTAKES)
    # Figures tell two things apart (« Opération 1 », « Opération 2 »): only their look-alikes may differ.
    return one == other or (_figures(read) == _figures(printed) and distance(one, other, allowed) <= allowed)


def _figures(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def distance(one: str, other: str, most: int) -> int:
    """How many characters must be added, dropped or changed between the two texts; `most` + 1 for any more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    row = list(range(len(other) + 1))
    for index, character in enumerate(one, 1):
        before, row[0] = row[0], index
        for place, against in enumerate(other, 1):
            before, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, before + (character != against))
        if min(row) > most:
            return most + 1
    return row[-1]
