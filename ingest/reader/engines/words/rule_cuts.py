"""Words that run across a vertical rule: where they are cut, if they are the texts of two cells.

Boxes of glyphs and rules in points of the page as displayed; no PDF library here.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from ingest.reader.records import Box, Rule

# Points. A word sticks out of its column when a vertical rule passes at least this far inside it.
INSIDE: Final = 0.8
# Share of the type size. White on both sides of a rule beyond which two glyphs belong to two cells.
CELL_GAP: Final = 0.25
# Share of the type size. How far from a rule the texts of its two cells may meet.
BESIDE: Final = 0.5
# Share of the type size. A glyph that stands back by more begins another text; kerning brings two letters nearer by a
# ninth at most.
OVERPRINT: Final = 0.15


def crossing_rules(box: Box, vertical_rules: Iterable[Rule]) -> list[float]:
    """Where vertical rules pass through a word."""
    middle = (box.y0 + box.y1) / 2
    return [
        rule.x0
        for rule in vertical_rules
        if box.x0 + INSIDE < rule.x0 < box.x1 - INSIDE and rule.y0 <= middle <= rule.y1
    ]


def cuts_at_rules(boxes: Sequence[Box], objects: Sequence[int], size: float, crossing: Sequence[float]) -> list[int]:
    """The glyphs of a word, by place, with which another text begins at one of the rules that cross it. `objects`: the
    text object of each.

    Text that simply overflows its cell stays whole: it is one text object, or one for each glyph without a gap.
    Where it runs over the text of the next cell, the next glyph stands back.
    """
    changes = sum(one != other for one, other in pairwise(objects))
    cuts = []
    for index, ((before, after), (one, other)) in enumerate(zip(pairwise(boxes), pairwise(objects), strict=True)):
        low, high = sorted((before.x0 + before.x1, after.x0 + after.x1))
        between = any(low < 2 * x < high for x in crossing)
        beside = any(low < 2 * x + 2 * BESIDE * size and 2 * x - 2 * BESIDE * size < high for x in crossing)
        apart = max(after.x0 - before.x1, before.x0 - after.x1) > CELL_GAP * size
        back = min(before.x1 - after.x0, after.x1 - before.x0) > OVERPRINT * size
        other_run = one != other and (back or (beside and changes <= len(crossing)))
        if other_run or (between and apart):
            cuts.append(index + 1)
    return cuts
