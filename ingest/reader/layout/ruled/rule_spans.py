"""Pieces of rule: put end to end, grouped by position, told to meet. Points; nothing here knows tables or text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

# Points. Strokes this close to one line are one rule: cell borders drawn one by one stray by up to 1 pt.
SNAP: Final = 1.5
# Points. A gap this short does not break a rule: dashes drawn one by one, corners left open.
BREAK: Final = 3.0
# Points. How near a rule must come to another to meet it. Under the smallest cell padding seen (1.9 pt), so that an
# underlined word does not become a border.
REACH: Final = 1.5
# Points. A rule shorter than this, once its pieces are joined, is not a border: no row of text is that low.
SHORTEST_BORDER: Final = 4.0
# Points. Two borders this close are one double rule: no column of text is that narrow.
DOUBLE_RULE: Final = 3.0
# Points. Rules that run on past the last crossing one by more than this leave a side of the table open.
OVERHANG: Final = 5.0


# Borders in one direction on one page, the longest kept: the densest real table has 70, a drawing has thousands, which
# would take minutes to compare two by two.
MOST_BORDERS: Final = 500


class Span(NamedTuple):
    """A piece of rule: at `at` on the axis across it, from `start` to `end` along it. `before`, `behind`: how far the
    strokes that are one rule with it, as those of a double one, stand off on each side."""

    at: float
    start: float
    end: float
    before: float = 0.0
    behind: float = 0.0


@dataclass(slots=True)
class RuleGroup:
    """The rules of one table. `implied`: horizontal sides that no rule draws and that the ends of others show."""

    across: list[Span]
    down: list[Span]
    implied: list[Span] = field(default_factory=list)

    @property
    def top(self) -> float:
        return min(span.start for span in self.down)

    @property
    def bottom(self) -> float:
        return max(span.end for span in self.down)


def joined(spans: Iterable[Span]) -> list[Span]:
    """The spans with those on one line put together; pieces too short to be a border left out."""
    whole: list[Span] = []
    for line in clusters(sorted(spans), SNAP):
        at = max(line, key=_length).at
        off = at - min([span.at - span.before for span in line]), max([span.at + span.behind for span in line]) - at
        start, end = min(line, key=_start).start, 0.0
        for span in sorted(line, key=_start):
            if end and span.start > end + BREAK:
                whole.append(Span(at, start, end, *off))
                start = span.start
            end = max(end, span.end)
        whole.append(Span(at, start, end, *off))
    borders = [span for span in whole if span.end - span.start >= SHORTEST_BORDER]
    return borders if len(borders) <= MOST_BORDERS else sorted(sorted(borders, key=_length)[-MOST_BORDERS:])


def clusters(spans: Sequence[Span], tolerance: float) -> list[list[Span]]:
    """The spans, given in order, grouped by position: each group is no broader than `tolerance`."""
    found: list[list[Span]] = []
    for span in spans:
        if found and span.at - found[-1][0].at <= tolerance:
            found[-1].append(span)
        else:
            found.append([span])
    return found


def edges(spans: Sequence[Span]) -> tuple[float, ...]:
    """The positions of the rules, a double rule counted once."""
    return tuple(max(cluster, key=_length).at for cluster in clusters(sorted(spans), DOUBLE_RULE))


def meet(one: Span, other: Span) -> bool:
    """Whether a horizontal and a vertical rule touch or cross."""
    return _reaches(one, other) and _reaches(other, one)


def _reaches(span: Span, crossing: Span) -> bool:
    low, high = crossing.at - crossing.before, crossing.at + crossing.behind
    return span.start - REACH <= high and low <= span.end + REACH


def _length(span: Span) -> float:
    return span.end - span.start


def _start(span: Span) -> float:
    return span.start
