"""A page and the boxes of its ruled tables → the heights at which rules or shaded bands begin and end rows. Points.

What is drawn inside ruled tables is left out, and boxes around rows that nothing parts: white parts these.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ingest.reader.borderless.bare_amounts import with_bare_amounts
from ingest.reader.borderless.money_texts import PrintedLine, printed_lines
from ingest.reader.geometry.held_words import inside
from ingest.reader.layout.levels.rule_levels import Level, level_of
from ingest.reader.layout.ruled.rule_spans import DOUBLE_RULE, Span, clusters
from ingest.reader.records import Box, Page

# Points. A shorter rule underlines a word or closes a single narrow cell.
SHORTEST_LEVEL: Final = 24.0
# Levels. A page of text has room for a hundred rows; more are a drawing.
MOST_LEVELS: Final = 300
# Points. Shaded bands are rows of text, not pages or columns of colour.
LOWEST_BAND: Final = 6.0
HIGHEST_BAND: Final = 90.0


def levels_of(page: Page, ruled: Sequence[Box]) -> list[Level]:
    """The levels of a page from top to bottom, none where there are more than a table has."""
    levels = _drawn_levels(page, ruled)
    boxes = [pair for pair in pairwise(levels) if _is_box_of_rows(page, *pair)]
    return [level for level in levels if not any(level in box for box in boxes)]


def money_in(page: Page, box: Box) -> list[PrintedLine]:
    """The printed lines in a box that hold an amount."""
    return [line for line in with_bare_amounts(printed_lines(inside(box, page.words))) if line.money]


def _drawn_levels(page: Page, ruled: Sequence[Box]) -> list[Level]:
    drawn = [Span(rule.y0, rule.x0, rule.x1) for rule in page.rules if not rule.vertical]
    for fill in page.fills:
        if LOWEST_BAND <= fill.y1 - fill.y0 <= HIGHEST_BAND:
            drawn += [Span(fill.y0, fill.x0, fill.x1), Span(fill.y1, fill.x0, fill.x1)]
    for box in ruled:
        x0, x1 = 2 * (box.x0 - DOUBLE_RULE), 2 * (box.x1 + DOUBLE_RULE)
        y0, y1 = box.y0 - DOUBLE_RULE, box.y1 + DOUBLE_RULE
        drawn = [span for span in drawn if not (y0 <= span.at <= y1 and x0 <= span.start + span.end <= x1)]
    spans = sorted(drawn)
    levels = [level_of(cluster) for cluster in clusters(spans, DOUBLE_RULE)]
    long = [level for level in levels if level.covers(level.start, level.end) >= SHORTEST_LEVEL]
    return long if len(long) <= MOST_LEVELS else []


def _is_box_of_rows(page: Page, above: Level, below: Level) -> bool:
    """Whether two levels are the top and the foot of a box that holds several lines of money."""
    ends = ((above.start, below.start), (above.end, below.end))
    if not all(_is_joined(page, above.y, below.y, *end) for end in ends):
        return False
    return len(money_in(page, Box(above.start, above.y, above.end, below.y))) > 1


def _is_joined(page: Page, top: float, foot: float, upper: float, lower: float) -> bool:
    """Whether a rule goes down from one place of a level to the place of another, and no farther: the side of a whole
    table joins all its levels."""
    return any(
        rule.vertical
        and abs(rule.x0 - upper) <= DOUBLE_RULE
        and abs(rule.x0 - lower) <= DOUBLE_RULE
        and abs(rule.y0 - top) <= DOUBLE_RULE
        and abs(rule.y1 - foot) <= DOUBLE_RULE
        for rule in page.rules
    )
