"""How a document is set: size of its text, distance between its lines, how far two sizes must differ to be two styles.

What enters: the blocks of lines of every page. What leaves: measures of the whole document and of each page. A text
layer put under a scan gives each line a size of its own: it is told from true type by how often neighbours differ.
"""

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from ingest.reader.paragraphs.page_lines import Block, Line

# In sizes of type, from one line to the next: one and a half spacing. Wider is white between paragraphs.
WIDEST_PITCH = 1.8
# Share of the widest line of a page from which a line is one of a paragraph, not of a form or a signature.
WIDE = 0.6
# Pairs of wide lines that a page needs to show a pitch of its own.
FEWEST_PAIRS = 5
# Points of size between two lines that make them two styles; the same in sizes where sizes are guessed from a scan.
OTHER_SIZE = 0.9
OTHER_GUESSED_SIZE = 0.35
# Share of neighbouring lines of unequal size from which sizes are guessed; how far equal sizes may differ, in sizes.
GUESSED = 0.2
EQUAL_SIZE = 0.01
_STOPS = re.compile(r"[.,;:!?…][»”\")\]]*$")


@dataclass(frozen=True, slots=True)
class Typography:
    """`body`: size of the text in points. `pitch`: from one line to the next, in sizes of type. `size_step`: points of
    size between two lines that make them two styles. `guessed`: sizes are those of a text layer under a scan."""

    body: float
    pitch: float
    size_step: float
    guessed: bool = False
    pitches: Mapping[int, float] = field(default_factory=dict)

    def pitch_of(self, page: int) -> float:
        """The pitch of one page; that of the document where the page shows none."""
        return self.pitches.get(page, self.pitch)


def measure(pages: Iterable[Sequence[Block]]) -> Typography:
    """The typography of a document, its pages looked at one after the other."""
    sizes: Counter[float] = Counter()
    every = _Pairs()
    on_page: dict[int, _Pairs] = {}
    for blocks in pages:
        for block in blocks:
            for line in block:
                sizes[round(line.size * 2) / 2] += len(line.text)
            for above, below in _wide_pairs(block):
                every.add(above, below)
                on_page.setdefault(above.page, _Pairs()).add(above, below)
    guessed = every.unequal > GUESSED * len(every.distances) > 0
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    pitch = _pitch(every)
    return Typography(
        body,
        pitch,
        OTHER_GUESSED_SIZE * body if guessed else OTHER_SIZE,
        guessed,
        {
            page: _pitch(found) if found.within else min(_pitch(found), pitch)
            for page, found in on_page.items()
            if len(found.distances) >= FEWEST_PAIRS
        },
    )


class _Pairs:
    """What is measured of neighbouring lines: how many differ in size, and from one to the next, in sizes of type, all
    `distances` and those `within` one sentence for sure."""

    __slots__ = ("unequal", "distances", "within")

    def __init__(self) -> None:
        self.unequal, self.distances, self.within = 0, array("d"), array("d")

    def add(self, above: Line, below: Line) -> None:
        distance = (below.frame.y0 - above.frame.y0) / above.size
        self.unequal += abs(above.size - below.size) > EQUAL_SIZE * above.size
        self.distances.append(distance)
        if below.text[:1].islower() and not _STOPS.search(above.text):
            self.within.append(distance)


def _wide_pairs(block: Block) -> Iterator[tuple[Line, Line]]:
    """Neighbouring lines of which the upper one fills most of its column."""
    widest = max((_width(line) for line in block), default=0.0)
    for above, below in pairwise(block):
        if _width(above) >= WIDE * widest:
            yield above, below


def _width(line: Line) -> float:
    return line.frame.x1 - line.frame.x0


def _pitch(pairs: _Pairs) -> float:
    if not pairs.distances:
        return WIDEST_PITCH
    pitches = sorted(pairs.distances)
    # The last line of a paragraph is followed by white: the lower third is of lines within one.
    lower = min(pitches[len(pitches) // 3], WIDEST_PITCH)
    # Where most paragraphs are of one line, only a sentence that goes on in small letters shows how far its lines are.
    return min(lower, median(pairs.within)) if pairs.within else lower
