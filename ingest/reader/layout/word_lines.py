"""Words → the printed lines that they make, before anything is known of cells or columns.

Takes words of one page or of a part of it; gives them line by line. It joins no text.
"""

from collections.abc import Iterable

from ingest.reader.layout.setting import SAME_LINE
from ingest.reader.records import Word


def lines_of_words(words: Iterable[Word]) -> list[list[Word]]:
    """The upright words, line by line from top to bottom, each line from left to right.

    A word is on the line of the highest one where their middles are level, to a share of the larger type.
    """
    lines: list[list[Word]] = []
    level = size = 0.0
    for word in sorted((word for word in words if word.angle == 0), key=_level):
        middle = _level(word) / 2
        if lines and middle - level <= SAME_LINE * max(word.size, size):
            lines[-1].append(word)
        else:
            lines.append([word])
            level, size = middle, word.size
    for line in lines:
        line.sort(key=_start)
    return lines


def _level(word: Word) -> float:
    return word.box[1] + word.box[3]


def _start(word: Word) -> float:
    return word.box[0]
