"""Work on an image band by band, so that little more than its result is in memory.

Takes and gives grey arrays. It does not know what is worked out, only how many rows around a band that looks at.
"""

from collections.abc import Callable
from typing import Final

from ingest.reader.engines.drawn_pages import GreyImage

# Pixels. Height of the bands.
BAND: Final = 256


def in_bands(work: Callable[[int, int], GreyImage], into: GreyImage, around: int) -> GreyImage:
    """`into`, filled band by band with the rows that `work` gives for each from a row to another, `around` more on both
    sides included: no more than a band of what it makes on the way is in memory."""
    for top in range(0, len(into), BAND):
        start = max(0, top - around)
        into[top : top + BAND] = work(start, top + BAND + around)[top - start :][:BAND]
    return into
