"""Pieces of rule, or sides of shades, at one height, and those of tables that stand side by side told apart. Points."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ingest.reader.borderless.money_names import name_receivers
from ingest.reader.geometry.word_lines import lines_of_words
from ingest.reader.layout.ruled.rule_spans import BREAK, SNAP, Span
from ingest.reader.records import Word

# Points. The least white between two tables side by side; less parts the shaded cells of one.
BETWEEN_TABLES: Final = 12.0
# Share of the levels of a side that go no further than it, where two tables have rows of their own.
OWN_LEVELS: Final = 0.5
# Levels. Fewer on one side are those of a merged cell.
FEWEST_OWN: Final = 4
# Rows. The names of columns stand in one of the first: over them, the title of the table.
HEADS: Final = 3


@dataclass(frozen=True, slots=True)
class Level:
    """Pieces of rule at one height: `spans` put end to end, `ends` where the pieces as drawn begin and end."""

    y: float
    spans: tuple[Span, ...]
    ends: tuple[float, ...]

    @property
    def start(self) -> float:
        return self.spans[0].start

    @property
    def end(self) -> float:
        return self.spans[-1].end

    def covers(self, x0: float, x1: float) -> float:
        """The length drawn between two places."""
        return sum(max(0.0, min(x1, span.end) - max(x0, span.start)) for span in self.spans)


def level_of(pieces: Sequence[Span]) -> Level:
    """The level that pieces at one height make, those that meet put end to end; its height is that of the longest."""
    joined: list[Span] = []
    for piece in sorted(pieces, key=lambda span: span.start):
        if joined and piece.start <= joined[-1].end + BREAK:
            joined[-1] = joined[-1]._replace(end=max(joined[-1].end, piece.end))
        else:
            joined.append(piece)
    longest = max(pieces, key=lambda span: span.end - span.start)
    ends = sorted(end for piece in pieces for end in (piece.start, piece.end))
    return Level(longest.at, tuple(joined), tuple(ends))


def are_of_other_columns(above: Sequence[Level], below: Sequence[Level]) -> bool:
    """Whether pieces end within the first of the levels below where none does above, and above where none does below:
    those of one table, whatever cells are merged in it, end at the sides of its columns."""
    inner = sorted(end for end in below[0].ends if below[0].start + SNAP < end < below[0].end - SNAP)
    old, new = ([end for level in levels for end in level.ends] for levels in (above, below))
    begin = any(all(abs(end - other) > SNAP for other in old) for end in inner)
    start, foot = above[-1].start + SNAP, above[-1].end - SNAP
    return begin and any(start < end < foot and all(abs(end - other) > SNAP for other in new) for end in old)


def told_apart(levels: Sequence[Level], words: Sequence[Word]) -> list[list[Level]]:
    """The levels of each of the tables that stand side by side, each with rows of its own, or each with a column that
    names who receives; else all of them. `words`: those of the page."""
    for left, right in _whites(levels):
        sides = _side(levels, 0.0, left), _side(levels, right, float("inf"))
        if _have_own_rows(*sides) or all(_names_receivers(side, words) for side in sides):
            return [sides[0], *told_apart(sides[1], words)]
    return [list(levels)]


def _have_own_rows(left: Sequence[Level], right: Sequence[Level]) -> bool:
    both = {level.y for level in left} & {level.y for level in right}
    return all(len(side) - len(both) >= max(FEWEST_OWN, OWN_LEVELS * len(side)) for side in (left, right))


def _names_receivers(levels: Sequence[Level], words: Sequence[Word]) -> bool:
    """Whether one of the first rows between these levels says « Bénéficiaire »."""
    x0, x1 = min(level.start for level in levels), max(level.end for level in levels)
    top, foot = levels[0].y, levels[: HEADS + 1][-1].y
    heads = [word for word in words if top <= word.box[1] and word.box[3] <= foot and x0 <= word.box[0] < x1]
    return name_receivers(" ".join(word.text for word in line) for line in lines_of_words(heads))


def _whites(levels: Sequence[Level]) -> list[tuple[float, float]]:
    """The places that no level crosses, from left to right."""
    spans = sorted((span.start, span.end) for level in levels for span in level.spans)
    whites, reached = [], spans[0][1]
    for start, end in spans:
        if start - reached >= BETWEEN_TABLES:
            whites.append((reached, start))
        reached = max(reached, end)
    return whites


def _side(levels: Sequence[Level], x0: float, x1: float) -> list[Level]:
    found = []
    for level in levels:
        spans = tuple(span for span in level.spans if x0 <= span.start and span.end <= x1)
        if spans:
            found.append(Level(level.y, spans, tuple(end for end in level.ends if x0 <= end <= x1)))
    return found
