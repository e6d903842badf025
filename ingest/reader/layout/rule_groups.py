"""Rules of one page → groups of rules that hold together, one for each ruled table.

Takes a `Page`; gives the horizontal and vertical pieces of each group, put end to end. It does not know cells. Points.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from ingest.reader.layout.alignment import stand_in_columns
from ingest.reader.records import Page, Word

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
# Points. A row of one or two lines may lack its sides between two ruled parts of a table; more is text between tables.
HIGHEST_BRIDGE: Final = 30.0


# Borders in one direction on one page, the longest kept: the densest real table has 70, a drawing has thousands, which
# would take minutes to compare two by two.
MOST_BORDERS: Final = 500


class Span(NamedTuple):
    """A piece of rule: at `at` on the axis across it, from `start` to `end` along it."""

    at: float
    start: float
    end: float


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


def rule_groups(page: Page) -> list[RuleGroup]:
    """The groups of rules of a page that may be tables, from top to bottom."""
    across = joined(Span(rule.y0, rule.x0, rule.x1) for rule in page.rules if not rule.vertical)
    down = joined(Span(rule.x0, rule.y0, rule.y1) for rule in page.rules if rule.vertical)
    groups, lone = _connected(across, down)
    for span in lone:
        _add_lone_side(span, groups)
    return _bridged(groups, page.words)


def joined(spans: Iterable[Span]) -> list[Span]:
    """The spans with those on one line put together; pieces too short to be a border left out."""
    whole: list[Span] = []
    for line in clusters(sorted(spans), SNAP):
        at = max(line, key=_length).at
        start, end = min(line, key=_start).start, 0.0
        for span in sorted(line, key=_start):
            if end and span.start > end + BREAK:
                whole.append(Span(at, start, end))
                start = span.start
            end = max(end, span.end)
        whole.append(Span(at, start, end))
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
    return one.start - REACH <= other.at <= one.end + REACH and other.start - REACH <= one.at <= other.end + REACH


def _length(span: Span) -> float:
    return span.end - span.start


def _start(span: Span) -> float:
    return span.start


# ---- groups ----------------------------------------------------------------------------------------------------------


def _connected(across: list[Span], down: list[Span]) -> tuple[list[RuleGroup], list[Span]]:
    """Rules that hold together by crossing one another, and the vertical ones that cross none."""
    group_of = list(range(len(down)))

    def root(index: int) -> int:
        while group_of[index] != index:
            group_of[index] = group_of[group_of[index]]
            index = group_of[index]
        return index

    met: list[int | None] = []
    for span in across:
        first: int | None = None
        for index, other in enumerate(down):
            if meet(span, other):
                if first is None:
                    first = root(index)
                else:
                    group_of[root(index)] = first
        met.append(first)
    groups: dict[int, RuleGroup] = {}
    for index, other in enumerate(down):
        groups.setdefault(root(index), RuleGroup([], [])).down.append(other)
    for span, first in zip(across, met, strict=True):
        if first is not None:
            groups[root(first)].across.append(span)
    lone = [span for group in groups.values() if not group.across for span in group.down]
    return [group for group in groups.values() if group.across and len(group.across) + len(group.down) > 2], lone


def _add_lone_side(side: Span, groups: Sequence[RuleGroup]) -> None:
    """Give a table the side that a merged cell, open above and below, keeps from meeting any of its rules."""
    for group in groups:
        if abs(side.start - group.top) > DOUBLE_RULE or abs(side.end - group.bottom) > DOUBLE_RULE:
            continue
        first, last = min(span.at for span in group.down), max(span.at for span in group.down)
        if first <= side.at <= last:
            continue
        nearest = first if side.at < first else last
        group.implied += [Span(y, min(side.at, nearest), max(side.at, nearest)) for y in (group.top, group.bottom)]
        group.down.append(side)
        return


def _bridged(groups: list[RuleGroup], words: Sequence[Word]) -> list[RuleGroup]:
    """The groups with those put together that one row without sides parts: its words stand in their common columns."""
    bridged: list[RuleGroup] = []
    for group in sorted(groups, key=lambda group: group.top):
        above = next((other for other in bridged if _is_row_between(other, group, words)), None)
        if above is None:
            bridged.append(group)
            continue
        sides = [Span(x, above.bottom, group.top) for x in edges(group.down)]
        above.across += group.across
        above.implied += group.implied
        above.down = joined([*above.down, *sides, *group.down])
    return bridged


def _is_row_between(above: RuleGroup, below: RuleGroup, words: Sequence[Word]) -> bool:
    top, bottom = above.bottom, below.top
    if not DOUBLE_RULE < bottom - top <= HIGHEST_BRIDGE:
        return False
    xs, others = edges(above.down), edges(below.down)
    if len(xs) != len(others) or any(abs(a - b) > SNAP for a, b in zip(xs, others, strict=True)):
        return False
    between = [
        word
        for word in words
        if top < (word.box.y0 + word.box.y1) / 2 < bottom and xs[0] < word.box.x0 and word.box.x1 < xs[-1]
    ]
    return stand_in_columns(between, xs)
