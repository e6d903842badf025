"""What a page holds: words, rules, places. Lengths in PDF points, origin at the top left of the page as it is read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle: left, top, right, bottom; y grows downwards. Points or page fractions, as the owner says."""

    x0: float
    y0: float
    x1: float
    y1: float

    def holds(self, other: "Box") -> bool:
        """Whether the middle of another box stands in this one."""
        across, down = (other.x0 + other.x1) / 2, (other.y0 + other.y1) / 2
        return self.x0 <= across <= self.x1 and self.y0 <= down <= self.y1

    def contains(self, other: "Box") -> bool:
        """Whether all of another box stands in this one."""
        return self.x0 <= other.x0 and self.y0 <= other.y0 and other.x1 <= self.x1 and other.y1 <= self.y1

    def is_level(self, other: "Box") -> bool:
        """Whether the middle of another box is no higher and no lower than this one, as that of words of its line."""
        return self.y0 <= (other.y0 + other.y1) / 2 <= self.y1

    def white_beside(self, other: "Box") -> float:
        """How far apart the two stand across the page; less than nothing where one runs over the other."""
        return max(self.x0 - other.x1, other.x0 - self.x1)

    def white_around(self, other: "Box") -> float:
        """How far apart the two stand, across the page or down; less than nothing where they overlap."""
        return max(self.x0 - other.x1, other.x0 - self.x1, self.y0 - other.y1, other.y0 - self.y1)

    def meets(self, other: "Box") -> bool:
        """Whether the two share more than an edge."""
        return self.x0 < other.x1 and other.x0 < self.x1 and self.y0 < other.y1 and other.y0 < self.y1


def box_around(boxes: Iterable[tuple[float, float, float, float]]) -> Box:
    """The smallest box that holds all of these, of which there is one at least."""
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return Box(min(x0), min(y0), max(x1), max(y1))


class Word(NamedTuple):
    """Characters printed without a gap between them. `angle`: 0, 90, 180 or 270 degrees clockwise.

    `box` in points; across the line it goes from 0.8 × `size` above the baseline to 0.2 × `size` below, whatever the
    letters, so that the words of one line agree.
    """

    text: str
    box: Box
    size: float
    bold: bool = False
    angle: int = 0
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight stroke, in points: x0 == x1 for a vertical one, y0 == y1 for a horizontal one."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def vertical(self) -> bool:
        return self.x0 == self.x1

    @property
    def box(self) -> Box:
        return Box(self.x0, self.y0, self.x1, self.y1)


class DoubtedPrint(NamedTuple):
    """A place of a page, in points, where what is printed is not what it seems; `note` says why, in French."""

    box: Box
    note: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it is read by eye: `number` from 1, size in points, words in the order of the file, rules.

    `fills`: coloured rectangles behind the text (shaded headers, stripes), in points. `notes`: what could not be read.
    `pictured`: the share of the page that is images, 0 to 1. `turned`: quarters anticlockwise by which a page laid
    sideways was turned to be read; its lengths are then those of the turned page. `pictures`: boxes of its images
    and, on a scan, of ink that is no letter, in points. `tilt`: degrees by which the text of a page set askew leans
    clockwise as displayed; its lengths are those of the page turned back about its middle. `doubts`: where what
    is read is cut, struck through or partly hidden.
    """

    number: int
    width: float
    height: float
    words: Sequence[Word]
    rules: Sequence[Rule]
    notes: tuple[str, ...] = ()
    fills: Sequence[Box] = ()
    pictured: float = 0.0
    turned: int = 0
    pictures: tuple[Box, ...] = ()
    tilt: float = 0.0
    doubts: tuple[DoubtedPrint, ...] = ()

    def in_fractions(self, box: Box) -> Box:
        """A box in points of this page, in fractions of it."""
        return Box(box[0] / self.width, box[1] / self.height, box[2] / self.width, box[3] / self.height)

    def in_points(self, box: Box) -> Box:
        """A box in fractions of this page, in its points."""
        return Box(box[0] * self.width, box[1] * self.height, box[2] * self.width, box[3] * self.height)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole file. `sha256` of its bytes, in hexadecimal; `engine` names the PDF library that read it."""

    name: str
    sha256: str
    pages: tuple[Page, ...]
    engine: str = "pdfium"


@dataclass(frozen=True, slots=True)
class Source:
    """Where something is printed: page from 1, table and row from 1 (0: outside any table), box in page fractions."""

    page: int
    table: int
    row: int
    box: Box
