"""White around the text of a row and between the lines of one cell, as shaded bands show it → what parts two rows.

Takes words with the tops and feet of bands; knows neither rules nor columns. Points.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from ingest.reader.records import Word

# Bands with words that must show the white around them.
FEWEST_BANDS: Final = 3
# Times the type size. White between two lines of one cell, where no band prints two.
LEADING: Final = 0.2
# Points. Rows are told from lines where the white between them differs by this, and are alike where it differs by less.
TELLING: Final = 1.0


@dataclass(frozen=True, slots=True)
class Rhythm:
    """White over and under the text of a row; `least`: what parts two rows and not two lines of a cell."""

    above: float
    below: float
    least: float

    @property
    def between(self) -> float:
        return self.above + self.below


@dataclass(frozen=True, slots=True)
class RowBlock:
    """Words with no white of rows between them: those of one row."""

    top: float
    bottom: float
    words: tuple[Word, ...]


def find_rhythm(bands: Iterable[tuple[float, float, Sequence[Word]]]) -> Rhythm | None:
    """What bands, each with its top, its foot and its words, show of the white around rows; None where they differ or
    leave rows no more white than lines."""
    over, under, inner, size = [], [], [], 0.0
    for top, bottom, words in bands:
        blocks = blocks_of(words, 0.0)
        if not blocks:
            continue
        over.append(blocks[0].top - top)
        under.append(bottom - blocks[-1].bottom)
        inner += _whites_between_lines(words)
        size = words[0].size
    if len(over) < FEWEST_BANDS:
        return None
    above, below = median(over), median(under)
    between = above + below
    seen = [white for white in inner if white < between - TELLING]
    lines = max(seen, default=LEADING * size)
    alike = sum(abs(a - above) + abs(b - below) <= TELLING for a, b in zip(over, under, strict=True))
    if between < (lines + TELLING if inner else lines) or 2 * alike <= len(over):
        return None
    return Rhythm(above, below, (between + lines) / 2)


def _whites_between_lines(words: Sequence[Word]) -> list[float]:
    """The white between lines of one cell: words that begin at one place, one under the other."""
    by_place = sorted((round(word.box[0]), word.box[1], word.box[3]) for word in words)
    return [below[1] - above[2] for above, below in pairwise(by_place) if above[0] == below[0] and below[1] > above[2]]


def blocks_of(words: Sequence[Word], least: float) -> list[RowBlock]:
    """The words in blocks from top to bottom, parted by white of at least this height from side to side."""
    blocks: list[list[Word]] = []
    edge = 0.0
    for word in sorted(words, key=lambda word: word.box[1]):
        if blocks and word.box[1] - edge <= least:
            blocks[-1].append(word)
        else:
            blocks.append([word])
            edge = word.box[3]
        edge = max(edge, word.box[3])
    return [RowBlock(min(w.box[1] for w in one), max(w.box[3] for w in one), tuple(one)) for one in blocks]
