"""Figures printed small and high against a word: calls for notes (1 500¹), cents (1 500⁵⁰), no more digits of it.

Takes the pieces of one printed word, each of one size; gives the word with its raised figures written as such. No PDF
library here.
"""

from collections.abc import Iterable
from typing import Final

from ingest.reader.engines.words.glyphs import DESCENT
from ingest.reader.records import Word

# Times the size of the letters beside it. What is raised is two thirds of them at most.
SMALLER: Final = 0.8
# Share of the size of the letters beside it. By how much more the foot of a raised figure is above theirs.
HIGHER: Final = 0.12
# Share of the size of the larger one. White between two pieces of one word.
TOUCHING: Final = 0.3

_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def is_other_size(size: float, other: float) -> bool:
    """Whether two type sizes are not those of the same letters."""
    return min(size, other) <= SMALLER * max(size, other)


def rejoined(pieces: Iterable[Word]) -> list[Word]:
    """The pieces in their order, those of another size than the one before joined to it where they touch it."""
    words: list[Word] = []
    size = 0.0
    for piece in pieces:
        if words and is_other_size(size, piece.size) and _touch(words[-1], piece):
            words[-1] = _joined(words[-1], piece)
        else:
            words.append(piece)
        size = piece.size
    return words


def _touch(one: Word, other: Word) -> bool:
    level = one.angle == other.angle == 0
    return level and abs(other.box.x0 - one.box.x1) <= TOUCHING * max(one.size, other.size)


def _joined(first: Word, second: Word) -> Word:
    large = max(first, second, key=lambda word: word.size)
    texts = [_written(piece, large) for piece in (first, second)]
    return large._replace(text="".join(texts), box=large.box._replace(x0=first.box.x0, x1=second.box.x1))


def _written(piece: Word, large: Word) -> str:
    higher = _foot(large) - _foot(piece) >= HIGHER * large.size
    return piece.text.translate(_RAISED) if piece is not large and higher and piece.text.isdecimal() else piece.text


def _foot(word: Word) -> float:
    return word.box.y1 - DESCENT * word.size
