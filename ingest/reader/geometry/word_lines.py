"""Words → the printed lines that they make, before anything is known of cells or columns.

Takes words of one page or of a part of it; gives them line by line. It joins no text.
"""

from collections.abc import Iterable
from typing import Final

from ingest.reader.records import Word

# Share of the type size. Centres of words on one line differ less than this (superscripts rise by a third), those of
# two lines more (leading is at least 1).
SAME_LINE: Final = 0.5


def lines_of_words(words: Iterable[Word]) -> list[list[Word]]:
    """The upright words, line by line from top to bottom, each line from left to right.

    A word is on the line of the highest one where their middles are level, to a share of the larger type.
    """
    upright = [word for word in words if word.angle == 0]
    # Sorted by places, so that no function of ours is called for each word.
    levels = [(word.box[1] + word.box[3]) / 2 for word in upright]
    starts = [word.box[0] for word in upright]
    lines: list[list[int]] = []
    level = size = 0.0
    for place in sorted(range(len(upright)), key=levels.__getitem__):
        middle, own = levels[place], upright[place].size
        if lines and middle - level <= SAME_LINE * (own if own > size else size):
            lines[-1].append(place)
        else:
            lines.append([place])
            level, size = middle, own
    return [[upright[place] for place in sorted(line, key=starts.__getitem__)] for line in lines]
