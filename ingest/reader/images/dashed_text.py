"""Rows of thin pieces of ink: dots, dashes, and those that are no rule but the feet, the bars or the stems of letters.

Takes a chain of pieces and the ink of the page that they stand on. It does not look for chains.
"""

from collections.abc import Sequence
from statistics import median
from typing import Final, NamedTuple

import numpy as np

from ingest.reader.engines.drawn_pages import GreyImage

# Times its thickness. A longer piece is a dash.
DOT: Final = 1.6
# Points. Beside a rule the paper is bare this far; beside the stem of a letter other letters stand.
BESIDE: Final = 0.9
# Share of the paper beside a rule on which ink stands: what crosses it, specks, a name that overflows.
INKED: Final = 0.3
# Points. Ink that goes on this far from a piece is the stem of a letter, and the share of the pieces that such stems
# leave: what crosses a rule leaves less.
STEM: Final = 0.8
ATTACHED: Final = 0.18
# Points. A row of dots that begins this near to letters leads from a name to its amount; letters are this high.
LEADER_REACH: Final = 8.0
LETTER: Final = 6.0
# Share of the columns before a row of dots on which letters stand.
LETTERED: Final = 0.35
# Points. How high the feet of letters on the level of the dots are looked for, and the share of the columns that they
# cover: fewer than the letters do.
FEET: Final = 1.0
FOOTED: Final = 0.15


class InkPiece(NamedTuple):
    """A thin piece of ink along one direction, in pixels: from `start` to `end`, at `at` across it, so thick.

    `apart`: it touches no other ink.
    """

    start: float
    end: float
    at: float
    thickness: float
    apart: bool = True


def is_dotted(chain: Sequence[InkPiece]) -> bool:
    """Whether the pieces are dots."""
    return median(piece.end - piece.start for piece in chain) <= DOT * median(piece.thickness for piece in chain)


def is_stems(chain: Sequence[InkPiece], seen: GreyImage, scale: float) -> bool:
    """Whether letters stand along one side: the pieces are stems of letters in lines one above the other."""
    beside, length = max(1, round(BESIDE * scale)), 0
    inked = [0, 0]
    for piece in chain:
        start, end = round(piece.start), round(piece.end)
        # A pixel is left out on each side: the edge of the piece itself.
        before, after = round(piece.at - piece.thickness / 2) - 1, round(piece.at + piece.thickness / 2) + 2
        strips = seen[max(0, before - beside) : max(0, before), start:end], seen[after : after + beside, start:end]
        for side, strip in enumerate(strips):
            inked[side] += int((strip > 0).any(axis=0).sum()) if strip.size else 0
        length += end - start
    return max(inked) > INKED * length


def is_feet(chain: Sequence[InkPiece], ink: GreyImage, scale: float) -> bool:
    """Whether stems of letters stand on the pieces, or hang from them: feet of letters, bars of capitals."""
    columns = attached = 0
    beyond = max(2, round(STEM * scale))
    for piece in chain:
        start, end = round(piece.start), round(piece.end)
        above, below = round(piece.at - piece.thickness / 2) - 1, round(piece.at + piece.thickness / 2) + 1
        strips = ink[max(0, above - beyond) : above, start:end], ink[below : below + beyond, start:end]
        held = [(strip > 0).all(axis=0) for strip in strips if strip.size]
        columns += end - start
        attached += int(np.any(held, axis=0).sum()) if held else 0
    return attached > ATTACHED * columns


def leads(chain: Sequence[InkPiece], ink: GreyImage, scale: float) -> bool:
    """Whether dots begin where letters end, and lead from a name to its amount; the chain may have grown on along the
    feet of either."""
    if not is_dotted(chain):
        return False
    apart = [piece for piece in chain if piece.apart] or [chain[0]]
    first, last, far = apart[0], apart[-1], LEADER_REACH * scale
    return (
        _are_letters(_beside(chain[0], ink, LETTER, scale))
        or (first.start - chain[0].start >= far and _stand_on(first, ink, scale, after=False))
        or (chain[-1].end - last.end >= far and _stand_on(last, ink, scale, after=True))
    )


def _are_letters(beside: GreyImage) -> bool:
    # A rule that crosses there is thin: letters cover more of the columns.
    return bool(beside.size) and float((beside > 0).any(axis=0).mean()) > LETTERED


def _stand_on(dot: InkPiece, ink: GreyImage, scale: float, *, after: bool) -> bool:
    """Whether letters stand beside a dot and go down to its level: those over a rule end above it."""
    feet = _beside(dot, ink, FEET, scale, after=after)
    letters = _are_letters(_beside(dot, ink, LETTER, scale, after=after))
    return letters and float((feet > 0).any(axis=0).mean()) > FOOTED


def _beside(dot: InkPiece, ink: GreyImage, height: float, scale: float, *, after: bool = False) -> GreyImage:
    """The ink before a dot, or after it, so high above its foot, in points."""
    level, reach = round(dot.at + dot.thickness / 2), round(LEADER_REACH * scale)
    start = round(dot.end) + 2 if after else max(0, round(dot.start) - 2 - reach)
    end = start + reach if after else max(0, round(dot.start) - 2)
    return ink[max(0, round(level - height * scale)) : level, start:end]
