"""Pages set askew: printed, turned by a degree or two and assembled again, so that their lines of text lean.

Takes the text objects of a page; gives by how much most of them lean, and the map that sets the page straight. It
does not look at letters, and knows nothing of scans, whose image is straightened.
"""

import math
from collections.abc import Sequence
from typing import Final

from ingest.reader.engines.pdfium_calls import argument, matrix_of
from ingest.reader.engines.placement import Placement
from ingest.reader.engines.words.styles import LEANING

# Text objects looked at, spread over the page: their order is that of the drawing, so that a part drawn apart counts.
LOOKED_AT: Final = 24
# Degrees. A smaller lean moves the end of a line of 500 points by less than one.
STRAIGHT: Final = 0.1
# Degrees. Text objects turned together lean alike, but for the rounding of their numbers.
ALIKE: Final = 0.1
# Share of the text objects looked at that must lean alike.
MOST: Final = 0.6


def tilt_of(texts: Sequence[tuple[int, Placement]]) -> float:
    """By how many degrees, clockwise as displayed, most of these text objects lean from the nearest quarter turn; 0
    where they are straight, lean several ways, or lean so much that they are meant to."""
    leans = []
    for address, placement in texts[:: 1 + len(texts) // LOOKED_AT]:
        matrix = matrix_of(argument(address))
        if matrix.b or placement.b:
            leans.append(_lean(matrix.a, matrix.b, placement))
        elif matrix.a:
            leans.append(0.0)
    middle = sorted(leans)[len(leans) // 2] if leans else 0.0
    alike = sum(abs(lean - middle) <= ALIKE for lean in leans)
    return middle if STRAIGHT <= abs(middle) <= LEANING and alike >= MOST * len(leans) else 0.0


def straightened(placement: Placement, tilt: float, width: float, height: float) -> Placement:
    """The same map for a page of this size, in points as displayed, turned about its middle until nothing leans."""
    across, up = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
    x, y = width / 2, height / 2
    turn = Placement(across, -up, up, across, x - across * x - up * y, y + up * x - across * y)
    return turn.after(placement)


def _lean(a: float, b: float, placement: Placement) -> float:
    """The lean, from the nearest quarter turn, of what runs along (a, b) before it is placed."""
    angle = math.degrees(math.atan2(placement.b * a + placement.d * b, placement.a * a + placement.c * b))
    return angle - 90 * round(angle / 90)
