"""Rules of a page that are none of its tables: the sides of boxes stamped over one, strokes of a pen.

Takes and gives `Rule`s of one page image, in points. It looks at geometry alone: the sides of a cell end where other
rules do, and no rule of a table goes through them.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from ingest.reader.records import Box, Rule

# Points. The sides of a stamped box meet this near to its corners.
CORNER: Final = 2.5
# Points. A rule goes through a side where it runs on this far on both sides of it.
THROUGH: Final = 4.0
# Points. No stamp is broader, and none is lower than two lines.
BROADEST: Final = 260.0
LOWEST: Final = 14.0
# Points. The side of a round stamp is straight over no more.
ARC: Final = 45.0
# Strokes down the page that begin and end on the same levels, from which on they part columns.
COLUMNS: Final = 3


def without_foreign_rules(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """The rules but the sides of boxes that other rules go through, and strokes that end nowhere."""
    stamped: set[Rule] = set()
    for sides in _boxes(rules):
        box = Box(sides[0].x0, sides[0].y0, sides[1].x1, sides[1].y1)
        if any(_goes_through(rule, box) for rule in rules if rule not in sides):
            stamped |= set(sides)
    left = tuple(rule for rule in rules if rule not in stamped)
    return tuple(rule for rule in left if not _ends_nowhere(rule, left))


def _ends_nowhere(stroke: Rule, rules: Sequence[Rule]) -> bool:
    """Whether a stroke down the page is of no table: it goes through a rule and neither of its ends is at one; or it is
    short, alone at its place, and one end is at none. So are the sides of a stamp that leans or is round, and strokes
    of a pen. The columns of a table without head or foot end so too, but several of them level."""
    length = stroke.y1 - stroke.y0
    if not stroke.vertical or length > BROADEST:
        return False
    upright = [rule for rule in rules if rule.vertical]
    if sum(_same(rule.y0, stroke.y0) and _same(rule.y1, stroke.y1) for rule in upright) >= COLUMNS:
        return False
    met = [rule.y0 for rule in rules if not rule.vertical and rule.x0 - CORNER <= stroke.x0 <= rule.x1 + CORNER]
    ends = [any(abs(at - end) <= CORNER for at in met) for end in (stroke.y0, stroke.y1)]
    if length <= ARC and not all(ends) and not any(_same(rule.x0, stroke.x0) for rule in upright if rule is not stroke):
        return True
    through = any(stroke.y0 + THROUGH <= at <= stroke.y1 - THROUGH for at in met)
    return through and not any(ends)


def _boxes(rules: Sequence[Rule]) -> Iterator[tuple[Rule, Rule, Rule, Rule]]:
    """The top, foot, left and right of each box whose four sides end at its corners."""
    across = [rule for rule in rules if not rule.vertical and rule.x1 - rule.x0 <= BROADEST]
    down = [rule for rule in rules if rule.vertical and rule.y1 - rule.y0 >= LOWEST]
    for top, foot in combinations(sorted(across, key=lambda rule: rule.y0), 2):
        if not (_same(top.x0, foot.x0) and _same(top.x1, foot.x1)):
            continue
        sides = [rule for rule in down if _same(rule.y0, top.y0) and _same(rule.y1, foot.y0)]
        left = next((rule for rule in sides if _same(rule.x0, top.x0)), None)
        right = next((rule for rule in sides if _same(rule.x0, top.x1)), None)
        if left and right:
            yield top, foot, left, right


def _goes_through(rule: Rule, box: Box) -> bool:
    """Whether a rule runs from inside a box to outside, through one of its sides."""
    if rule.vertical:
        at, start, end, low, high, first, last = rule.x0, rule.y0, rule.y1, box.y0, box.y1, box.x0, box.x1
    else:
        at, start, end, low, high, first, last = rule.y0, rule.x0, rule.x1, box.x0, box.x1, box.y0, box.y1
    inside = first + THROUGH <= at <= last - THROUGH
    return inside and any(start <= side - THROUGH and end >= side + THROUGH for side in (low, high))


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= CORNER
