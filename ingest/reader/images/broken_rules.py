"""Rules of an image of which toner or a threshold left pieces → the rules as they were printed.

Takes and gives `Rule`s of one page, in points. It looks at geometry alone: a rule of a table ends where it meets
another one, so that pieces on one line which end anywhere else are pieces of one rule.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import pstdev
from typing import Final

from ingest.reader.layout.ruled.rule_spans import Span, joined
from ingest.reader.records import Rule

# Points. A rule that ends this near to another one meets it.
MEETS: Final = 3.0
# Points. A wider hole is no lost piece: tables stand side by side.
WIDEST_HOLE: Final = 160.0
# Rules that a band without toner cuts, at least, and points by which their ends differ: tables side by side end on one
# line.
CUT: Final = 4
RAGGED: Final = 1.5


def mended(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """The rules, those put end to end or over one another as one, and the holes filled that no crossing rule explains.

    Where toner skipped tells nothing of columns.
    """
    across = joined(Span(rule.y0, rule.x0, rule.x1) for rule in rules if not rule.vertical)
    down = joined(Span(rule.x0, rule.y0, rule.y1) for rule in rules if rule.vertical)
    across, down = joined(_over_bands(across)), joined(_over_bands(down))
    whole_across, whole_down = joined(_filled(across, down)), joined(_filled(down, across))
    return (
        *(Rule(span.start, span.at, span.end, span.at) for span in whole_across),
        *(Rule(span.at, span.start, span.at, span.end) for span in whole_down),
    )


def _over_bands(along: Sequence[Span]) -> Iterator[Span]:
    """The spans of one direction, and the holes that a band without toner left in several of them: at one place, with
    ragged ends."""
    yield from along
    holes = [
        Span(before.at, before.end, after.start)
        for before, after in pairwise(sorted(along))
        if before.at == after.at and 0 < after.start - before.end <= WIDEST_HOLE
    ]
    for hole in holes:
        cut = [other for other in holes if other.start < hole.end and hole.start < other.end]
        if len(cut) >= CUT and min(pstdev(one.start for one in cut), pstdev(one.end for one in cut)) >= RAGGED:
            yield hole


def _filled(along: Sequence[Span], crossing: Sequence[Span]) -> Iterator[Span]:
    """The spans of one direction, and the holes between those on one line that were printed."""
    yield from along
    for _, line in groupby(sorted(along), key=lambda span: span.at):
        pieces = list(line)
        met = [span.at for span in crossing if span.start - MEETS <= pieces[0].at <= span.end + MEETS]
        # Tables side by side have rules on one line, with no crossing rule on one of them, nor beyond it.
        crossed = [any(span.start - MEETS <= at <= span.end + MEETS for at in met) for span in pieces]
        inside = [min(met, default=0.0) < span.start and span.end < max(met, default=0.0) for span in pieces]
        held = [one or other for one, other in zip(crossed, inside, strict=True)]
        for place, (before, after) in enumerate(pairwise(pieces), 1):
            ends = [any(abs(at - end) <= MEETS for at in met) for end in (before.end, after.start)]
            within = (any(crossed[:place]) and any(held[place:])) or (any(held[:place]) and any(crossed[place:]))
            if 0 < after.start - before.end <= WIDEST_HOLE and within and not all(ends):
                yield Span(before.at, before.end, after.start)
