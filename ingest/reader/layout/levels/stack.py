"""Levels one above the other with the words between them: where a table without vertical rules may be. Points."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.reader.layout.levels.rhythm import Rhythm
from ingest.reader.layout.levels.rule_levels import Level
from ingest.reader.layout.ruled.rule_spans import DOUBLE_RULE, Span
from ingest.reader.records import Page, Word
from ingest.reader.values.dates import YEAR


@dataclass(slots=True)
class Stack:
    """Levels from top to bottom, from `x0` to `x1`. `words`: those of the page outside its ruled tables.

    `sides`: the columns of the ruled header whose foot is the first level, empty where there is none. `rhythm`: the
    white of its rows, where shaded bands show it.
    """

    page: Page
    levels: list[Level]
    x0: float
    x1: float
    words: Sequence[Word]
    sides: tuple[float, ...] = ()
    rhythm: Rhythm | None = None

    def between(self, top: float, bottom: float) -> list[Word]:
        """The words whose middle lies between two heights and in the width of the stack."""
        # Twice the middles of the words: it is asked for between any two levels.
        y0, y1, x0, x1 = 2 * top, 2 * bottom, 2 * (self.x0 - DOUBLE_RULE), 2 * (self.x1 + DOUBLE_RULE)
        return [word for word in self.words if y0 <= (box := word.box)[1] + box[3] < y1 and x0 <= box[0] + box[2] <= x1]

    def level_at(self, y: float) -> Level:
        """A level from side to side at this height."""
        return Level(y, (Span(y, self.x0, self.x1),), ())

    def rows(self, ys: Sequence[float]) -> list[list[Word]]:
        """The words between each of these heights, from the top, and the next one."""
        edges, x0, x1 = [2 * y for y in ys], 2 * (self.x0 - DOUBLE_RULE), 2 * (self.x1 + DOUBLE_RULE)
        found: list[list[Word]] = [[] for _ in ys]
        for word in self.words:
            box = word.box
            if x0 <= box[0] + box[2] <= x1 and (place := bisect_right(edges, box[1] + box[3])):
                found[place - 1].append(word)
        return found[:-1]  # under the last height, there is no row


def stack_of(page: Page, levels: list[Level], words: Sequence[Word]) -> Stack:
    """The stack of these levels, as wide as they are together."""
    return Stack(page, levels, min(level.start for level in levels), max(level.end for level in levels), words)


def holds_figure(word: Word) -> bool:
    """Whether a word prints a digit and is no year."""
    return any(map(str.isdigit, word.text)) and not YEAR.fullmatch(word.text)
