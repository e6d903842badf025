"""Which rules of a group are borders of cells: those that go from one crossing rule to another.

Takes the rules of one table, across and down; gives them without underlines and stray strokes. Points.
"""

from collections.abc import Sequence
from typing import Final

from ingest.reader.layout.ruled.rule_spans import REACH, SNAP, Span, meet

# Share of the height of a table that rules go down which end level with one another before its foot.
HANGING: Final = 0.8
# Share of its way that a stroke must be drawn which headings of rows break in pieces.
IN_PIECES: Final = 0.5


def borders_only(
    across: list[Span], down: list[Span], implied: list[Span]
) -> tuple[list[Span], list[Span], list[Span]]:
    """The rules that go from one crossing rule to another; underlines and stray strokes left out."""
    while True:
        kept_across = [span for span in across if _is_held(span, down)]
        kept_implied = [span for span in implied if _is_held(span, down)]
        crossing = [*kept_across, *kept_implied]
        held = [span for span in down if _is_held(span, crossing) or _hangs(span, down, crossing)]
        kept_down = held if len(held) == len(down) else [span for span in down if _is_whole(span, down, held, crossing)]
        if (len(kept_across), len(kept_down), len(kept_implied)) == (len(across), len(down), len(implied)):
            return across, down, implied
        across, down, implied = kept_across, kept_down, kept_implied


def _is_held(span: Span, crossing: Sequence[Span]) -> bool:
    """Whether a rule meets another one and ends level with a second, which an open cell may keep from meeting it."""
    met = {other.at for other in crossing if meet(span, other)}
    if len(met) > 1 or not met:
        return bool(met)
    level = {other.at for other in crossing if min(abs(span.start - other.at), abs(span.end - other.at)) <= REACH}
    return len(met | level) > 1


def _is_whole(span: Span, down: Sequence[Span], held: Sequence[Span], crossing: Sequence[Span]) -> bool:
    """Whether a rule down the page is the side of a column: it is held by rules across, or all the pieces on its line
    go, but for the headings between them, from one rule across to another."""
    if span in held:
        return True
    line = [other for other in down if abs(other.at - span.at) <= SNAP]
    if any(other in held for other in line):
        return True
    met = {other.at for piece in line for other in crossing if meet(piece, other)}
    way = max(met, default=0.0) - min(met, default=0.0)
    return way > 0 and sum(piece.end - piece.start for piece in line) >= IN_PIECES * way


def _hangs(span: Span, down: Sequence[Span], crossing: Sequence[Span]) -> bool:
    """Whether a rule down nearly all of a table ends level with others: its last row, a total, has no sides."""
    ats = [other.at for other in crossing]
    if not any(meet(span, other) for other in crossing) or span.end - span.start < HANGING * (max(ats) - min(ats)):
        return False
    alike = [
        one for one in down if abs(one.start - span.start) <= REACH and abs(one.end - span.end) <= REACH and one != span
    ]
    return bool(alike)
