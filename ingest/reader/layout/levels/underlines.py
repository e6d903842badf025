"""Rules that underline the first words of a line: « Article 1er : », « Objet : », where no table is drawn.

Takes the levels of a page and its words; gives the levels that may bound rows. Points.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from ingest.reader.layout.levels.rule_levels import Level
from ingest.reader.records import Word

# Points. The ends of an underline are those of its words, a blank apart.
SAME_END: Final = 1.5
# Points. A rule nearer to the foot of a line than this is drawn under its words, not under its row.
UNDER_WORDS: Final = 3.0
# Times the type size. The line goes on after the underline no farther than this.
WORD_SPACE: Final = 0.7


def without_underlines(levels: Sequence[Level], words: Sequence[Word]) -> list[Level]:
    """The levels but those drawn under words whose line goes on beside them."""
    at_foot: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        at_foot[int(word.box[3])].append(word)
    return [level for level in levels if not _underlines(level, at_foot)]


def _underlines(level: Level, at_foot: dict[int, list[Word]]) -> bool:
    if len(level.spans) > 1:
        return False
    near = range(int(level.y - UNDER_WORDS), int(level.y + UNDER_WORDS) + 1)
    words = [word for foot in near for word in at_foot.get(foot, ()) if abs(word.box[3] - level.y) <= UNDER_WORDS]
    opens = any(abs(word.box[0] - level.start) <= SAME_END for word in words)
    ends = any(-WORD_SPACE * word.size <= word.box[2] - level.end <= SAME_END for word in words)
    goes_on = any(-SAME_END <= word.box[0] - level.end <= WORD_SPACE * word.size for word in words)
    return opens and ends and goes_on
