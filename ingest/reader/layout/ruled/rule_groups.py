"""Rules of one page → groups of rules that hold together, one for each ruled table.

Takes a `Page`; gives the horizontal and vertical pieces of each group, put end to end. It does not know cells. Points.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ingest.reader.geometry.held_words import inside
from ingest.reader.layout.ruled.bare_rows import with_bare_rows
from ingest.reader.layout.ruled.rule_spans import DOUBLE_RULE, SNAP, RuleGroup, Span, joined, meet
from ingest.reader.records import Box, Page, Word

# Strokes that nothing crosses, for them to be the columns of a table: a page of prose has one or two.
FEWEST_STROKES: Final = 3
# Words of a column, at least, for it to be one of figures.
FEWEST_FIGURES: Final = 2
# Share of the height of a table that a stroke between two columns is drawn, where headings and sums break it.
BROKEN_SHARE: Final = 0.6
# Points. Three rows of print; lower strokes are bars.
SHORTEST_TABLE: Final = 40.0


def rule_groups(page: Page) -> list[RuleGroup]:
    """The groups of rules of a page that may be tables, from top to bottom."""
    across = joined(Span(rule.y0, rule.x0, rule.x1) for rule in page.rules if not rule.vertical)
    down = joined(Span(rule.x0, rule.y0, rule.y1) for rule in page.rules if rule.vertical)
    groups, lone_across, lone_down = _connected(across, down)
    columns = [strokes for strokes in _level_strokes(lone_down) if _have_figures_between(strokes, page.words)]
    groups += map(_of_strokes, columns)
    for span in lone_down:
        if not any(span in strokes for strokes in columns):
            _add_lone_stroke(span, groups)
    return with_bare_rows(groups, lone_across, page.words)


# ---- groups ----------------------------------------------------------------------------------------------------------


def _connected(across: list[Span], down: list[Span]) -> tuple[list[RuleGroup], list[Span], list[Span]]:
    """Rules that hold together by crossing one another, and the horizontal and vertical ones that cross none."""
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
    lone_across = [span for span, first in zip(across, met, strict=True) if first is None]
    lone_down = [span for group in groups.values() if not group.across for span in group.down]
    held = [group for group in groups.values() if group.across and len(group.across) + len(group.down) > 2]
    return held, lone_across, lone_down


def _level_strokes(strokes: Sequence[Span]) -> list[list[Span]]:
    """The strokes that begin and end together, of a table ruled upright only that fills the page: neither its header
    nor its foot is there. Those between its outer sides may break at headings and sums."""
    found: list[list[Span]] = []
    for stroke in strokes:
        level = next((one for one in found if _are_level(one[0], stroke)), None)
        if level is None:
            found.append([stroke])
        else:
            level.append(stroke)
    high = [level for level in found if level[0].end - level[0].start >= SHORTEST_TABLE]
    tables: list[list[Span]] = []
    for level in sorted(high, key=lambda level: level[0].start - level[0].end):
        if not any(level[0] in table for table in tables):
            tables.append([*level, *_broken_between(level, strokes)])
    return [table for table in tables if len(table) >= FEWEST_STROKES]


def _broken_between(sides: Sequence[Span], strokes: Sequence[Span]) -> list[Span]:
    """The strokes between the outermost of these sides, each most of their height in several pieces."""
    top, foot, first, last = sides[0].start, sides[0].end, sides[0].at, sides[-1].at
    pieces = [span for span in strokes if first < span.at < last and top <= span.start and span.end <= foot]
    drawn: defaultdict[float, float] = defaultdict(float)
    for span in pieces:
        drawn[span.at] += span.end - span.start
    return [span for span in pieces if span not in sides and drawn[span.at] >= BROKEN_SHARE * (foot - top)]


def _are_level(one: Span, other: Span) -> bool:
    return abs(one.start - other.start) <= DOUBLE_RULE and abs(one.end - other.end) <= DOUBLE_RULE


def _have_figures_between(strokes: Sequence[Span], words: Sequence[Word]) -> bool:
    """Whether a column between two strokes holds figures more than words: those of a page of prose frame it, or part
    its own columns."""
    top, foot = strokes[0].start, strokes[0].end
    sides = pairwise(sorted(stroke.at for stroke in strokes))
    return any(_are_figures(inside(Box(left, top, right, foot), words)) for left, right in sides)


def _are_figures(words: Sequence[Word]) -> bool:
    figures = sum("€" in word.text or any(map(str.isdigit, word.text)) for word in words)
    return len(words) >= FEWEST_FIGURES and 2 * figures > len(words)


def _of_strokes(strokes: list[Span]) -> RuleGroup:
    """The group of strokes, with the top and the foot that their ends show, and the heights at which several break."""
    first, last = min(span.at for span in strokes), max(span.at for span in strokes)
    ends = Counter(round(y) for span in strokes for y in (span.start, span.end))
    breaks = [y for y, count in sorted(ends.items()) if count >= FEWEST_STROKES]
    ys = {strokes[0].start, *breaks, strokes[0].end}
    return RuleGroup([], strokes, [Span(y, first, last) for y in sorted(ys)])


def _add_lone_stroke(stroke: Span, groups: Sequence[RuleGroup]) -> None:
    """Give a table a stroke that none of its rules meets: a piece of the side of a column, between two headings of
    rows, or the outer side that a merged cell, open above and below, keeps apart from them."""
    for group in groups:
        if group.top <= stroke.start and stroke.end <= group.bottom and _is_in_line(stroke, group.down):
            group.down.append(stroke)
            return
    _add_lone_side(stroke, groups)


def _is_in_line(stroke: Span, down: Sequence[Span]) -> bool:
    return any(abs(stroke.at - other.at) <= SNAP for other in down)


def _add_lone_side(side: Span, groups: Sequence[RuleGroup]) -> None:
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
