"""Rows without sides inside or at the end of a ruled table → parts of that table.

Takes the groups of rules of a page, the horizontal rules that meet no vertical one, and the words; gives the groups put
together and grown. A row is taken when its words keep to the columns of the table, or when the table has no outer side
at all, as its headings then have none either. Points.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from ingest.reader.borderless.corridors import ONE_TEXT, texts_of
from ingest.reader.borderless.money_texts import printed_lines
from ingest.reader.geometry.alignment import stand_in_columns
from ingest.reader.layout.ruled.rule_spans import DOUBLE_RULE, OVERHANG, SNAP, RuleGroup, Span, edges, joined
from ingest.reader.records import Word
from ingest.reader.values.amounts import parse_amount

# Points. Four lines of text with their padding; more is text between tables.
HIGHEST_ROW: Final = 60.0
# Rows. More rows without sides, one after the other, are another kind of table.
MOST_ROWS: Final = 4
# Times the type size. White between the texts of two columns, known from the rows around: more than a plain space.
WHITE: Final = 0.5


class _Row(NamedTuple):
    """A row without sides, from top to bottom. `sides`: those between which its words stand, none where they do not."""

    top: float
    bottom: float
    sides: tuple[float, ...] = ()


def with_bare_rows(groups: Sequence[RuleGroup], lone: Sequence[Span], words: Sequence[Word]) -> list[RuleGroup]:
    """The groups with their rows that have no sides. `lone`: the horizontal rules that cross no vertical one."""
    bridged: list[RuleGroup] = []
    for group in sorted(groups, key=lambda group: group.top):
        for above in bridged:
            rows = _rows_between(above, group, lone, words)
            if rows:
                _add_rows(above, rows, lone)
                above.across += group.across
                above.implied += group.implied
                above.down = joined([*above.down, *group.down])
                break
        else:
            bridged.append(group)
    for group in bridged if lone else ():
        _grow(group, lone, words)
    return bridged


def _same_columns(above: RuleGroup, below: RuleGroup) -> tuple[float, ...] | None:
    """The columns of two groups as the one draws them that draws more; None where they are two tables.

    Their outer sides are one, or they are as wide as one another and the outer sides of a part are not drawn.
    """
    xs, others = edges(above.down), edges(below.down)
    few, many = sorted((xs, others), key=len)
    if any(min(abs(x - other) for other in many) > SNAP for x in few):
        return None
    sided = len(few) > 1 and abs(few[0] - many[0]) <= SNAP and abs(few[-1] - many[-1]) <= SNAP
    as_wide = all(abs(one - other) <= SNAP for one, other in zip(_ends(above), _ends(below), strict=True))
    return many if sided or as_wide else None


def _rows_between(above: RuleGroup, below: RuleGroup, lone: Sequence[Span], words: Sequence[Word]) -> list[_Row]:
    """The rows without sides that part two groups of the same columns; empty when they are two tables."""
    top, bottom = above.bottom, below.top
    if not DOUBLE_RULE < bottom - top <= MOST_ROWS * HIGHEST_ROW:
        return []
    many = _same_columns(above, below)
    if many is None:
        return []
    inner = [
        span.at for span in lone if top + DOUBLE_RULE < span.at < bottom - DOUBLE_RULE and _is_as_wide(span, above)
    ]
    heights = [top, *sorted(inner), bottom]
    rows = [
        _row(a, b, above, many, words) or _amount_alone(a, b, above, many, words) or _heading(a, b, above, below, words)
        for a, b in pairwise(heights)
    ]
    found = [row for row in rows if row]
    return found if len(found) == len(rows) <= MOST_ROWS else []


def _grow(group: RuleGroup, lone: Sequence[Span], words: Sequence[Word]) -> None:
    """Add the rows under and over a group that further rules as wide as itself close, where words stand in columns.

    More of them than a table has are those of another table, of which the group has the width by chance.
    """
    wide = sorted(span.at for span in lone if _is_as_wide(span, group))
    xs = edges(group.down)
    for ats in ([at for at in wide if at > group.bottom], [at for at in reversed(wide) if at < group.top]):
        rows: list[_Row] = []
        top, bottom = group.top, group.bottom
        for at in ats:
            row = _row(bottom, at, group, xs, words) if at > bottom else _row(at, top, group, xs, words)
            if row is None or not row.sides:
                break
            rows.append(row)
            top, bottom = min(top, at), max(bottom, at)
        if len(rows) <= MOST_ROWS:
            _add_rows(group, rows, lone)


def _amount_alone(
    top: float, bottom: float, group: RuleGroup, xs: Sequence[float], words: Sequence[Word]
) -> _Row | None:
    """A row of amounts beside a name that stands over several rows: no other words, none in the first column."""
    held = _held(top, bottom, group, words)
    start = xs[1] if len(xs) > 2 else _ends(group)[1]
    alone = bool(held) and all(word.box[0] > start - SNAP for word in held)
    crossed = any(word.box[0] < x - SNAP and x + SNAP < word.box[2] for word in held for x in xs)
    if not alone or crossed or parse_amount(" ".join(word.text for word in held)) is None:
        return None
    return _Row(top, bottom, tuple(xs))


def _heading(top: float, bottom: float, above: RuleGroup, below: RuleGroup, words: Sequence[Word]) -> _Row | None:
    """A title on one line between two groups of rules of one width, its row as high as theirs: cells of a spreadsheet
    merged and left without sides. None where the group below prints the header of the one above again: these are two
    tables."""
    levels = [sorted(span.at for span in (*group.across, *group.implied)) for group in (above, below)]
    height = levels[1][0] - levels[0][-1]
    like = [any(abs(b - a - height) <= DOUBLE_RULE / 2 for a, b in pairwise(edges)) for edges in levels]
    held = _held(top, bottom, above, words)
    if not held or not all(like) or len(texts_of(held, ONE_TEXT)) > 1:
        return None
    first, again = ([word.text for word in _held(edges[0], edges[1], above, words)] for edges in levels)
    return _Row(top, bottom) if first != again else None


def _held(top: float, bottom: float, group: RuleGroup, words: Sequence[Word]) -> list[Word]:
    start, end = _ends(group)
    y0, y1, x0, x1 = 2 * top, 2 * bottom, start - SNAP, end + SNAP
    return [word for word in words if y0 < (box := word.box)[1] + box[3] < y1 and x0 <= box[0] and box[2] <= x1]


def _row(top: float, bottom: float, group: RuleGroup, xs: Sequence[float], words: Sequence[Word]) -> _Row | None:
    if not DOUBLE_RULE < bottom - top <= HIGHEST_ROW:
        return None
    held = _held(top, bottom, group, words)
    if not held:
        return None
    sides = _sides_of(held, xs)
    return _Row(top, bottom, sides) if sides or _has_no_outer_side(group, xs) else None


def _sides_of(held: Sequence[Word], xs: Sequence[float]) -> tuple[float, ...]:
    """The sides between which words stand: all of them, or those after a label that runs over the first columns, as
    that of a subtotal does; none where they do not."""
    if stand_in_columns(held, xs, WHITE):
        return tuple(xs)
    for first in range(2, len(xs) - 1):
        label = [word for word in held if word.box[2] <= xs[first] + SNAP]
        sums = [word for word in held if word.box[0] >= xs[first] - SNAP]
        if sums and len(texts_of(label, ONE_TEXT)) == 1 and any(line.money for line in printed_lines(sums)):
            sides = (xs[0], *xs[first:])
            if len(label) + len(sums) == len(held) and stand_in_columns(held, sides, WHITE):
                return sides
    return ()


def _ends(group: RuleGroup) -> tuple[float, float]:
    across = [*group.across, *group.implied]
    return min(span.start for span in across), max(span.end for span in across)


def _has_no_outer_side(group: RuleGroup, xs: Sequence[float]) -> bool:
    start, end = _ends(group)
    return start < xs[0] - OVERHANG and end > xs[-1] + OVERHANG


def _is_as_wide(span: Span, group: RuleGroup) -> bool:
    start, end = _ends(group)
    return abs(span.start - start) <= DOUBLE_RULE and abs(span.end - end) <= DOUBLE_RULE


def _add_rows(group: RuleGroup, rows: Sequence[_Row], lone: Sequence[Span]) -> None:
    """Give a group rows with the rules between them, and sides where their words stand in columns, or at the ends."""
    start, end = _ends(group)
    xs = edges(group.down)
    heights = {y for row in rows for y in row[:2]}
    group.across += [span for span in lone if span.at in heights and _is_as_wide(span, group)]
    for row in rows:
        sides = row.sides or [x for x in (xs[0], xs[-1]) if min(abs(x - start), abs(x - end)) <= OVERHANG]
        group.down = joined([*group.down, *(Span(x, row.top, row.bottom) for x in sides)])
