"""What a table is before it is set: cells with their spans, and how the whole looks. Plain data, no drawing."""

from dataclasses import dataclass
from typing import Literal

Rules = Literal[
    "full",  # strokes around every cell
    "rects",  # thin filled rectangles around every cell
    "double",
    "dashed",
    "pieces",  # strokes in pieces with hair-thin gaps
    "images",  # rows of dashes that are pictures
    "cells",  # every cell a filled rectangle, white between them
    "open",  # strokes around every cell but no left nor right side of the table
    "horizontal",
    "topless",  # horizontal ones, none over the header
    "bands",  # no rule, every second row shaded
    "box",  # a frame and a stroke under the header
    "none",
    "leaders",  # no rule, dots from the words to the amounts
    "upright",  # a frame, a stroke under the header and strokes between columns: none between rows
    "white",  # white strokes between cells that are all coloured
    "pale",  # hair-thin grey strokes
]
# turned: shown a quarter right; turned left; sideways: drawn a quarter left on a page that says nothing of it.
Orientation = Literal["portrait", "landscape", "turned", "turned left", "sideways"]
# Which acts are drawn: the first ones, with what real tables have beside, with all that is seldom met, or as the second
# ones with lines under the names.
Kind = Literal["layout", "richer", "harder", "addressed"]
# Regular and bold of each family; Vera is in reportlab and has letters outside Windows-1252.
FONTS = {
    "Helvetica": ("Helvetica", "Helvetica-Bold"),
    "Times": ("Times-Roman", "Times-Bold"),
    "Courier": ("Courier", "Courier-Bold"),
    "Vera": ("Vera", "VeraBd"),
}


@dataclass(frozen=True)
class Cell:
    """`text`: lines parted by newlines are set one under the other, level with those of the other cells of the row.

    `whole`: never cut at a line's end. `spills`: runs into the next cell where that one leaves room. `turned`: read
    from bottom to top; `falling`: a turned one, read from top to bottom. `broken`: its words are cut where the column
    ends.
    """

    text: str
    down: int = 1
    across: int = 1
    align: Literal["left", "centre", "right"] = "left"
    bold: bool = False
    whole: bool = False
    spills: bool = False
    turned: bool = False
    broken: bool = False
    falling: bool = False


@dataclass(frozen=True)
class Look:
    """How a table looks. `fills`: the colour behind each kind of row; `white`: the kinds whose text is white.

    `bare`: the kinds of row that have no side borders. `spaced`: the letters of the header are set apart. `twice`:
    bold letters are printed twice, a hair apart. `clear`: times the type size, the white that a name leaves which runs
    over its cell.
    """

    font: str = "Helvetica"
    size: float = 8
    side: float = 3
    above: float = 2
    rules: Rules = "full"
    weight: float = 0.5
    fills: tuple[tuple[str, str], ...] = ()
    white: tuple[str, ...] = ()
    banded: bool = False
    middle: bool = False
    by_word: bool = False
    bare: tuple[str, ...] = ()
    spaced: bool = False
    twice: bool = False
    clear: float = 1.2


@dataclass(frozen=True)
class Grid:
    """`rows[r][c]`: the cell that begins there, None where another one covers.

    `kinds`: head, again (a header printed once more inside), line, bare (a line without side borders), note (a sentence
    between two lines), blank, group, total, carry (a sum carried forward, the last row of its page) or carried (the
    first one of the next).
    """

    rows: tuple[tuple[Cell | None, ...], ...]
    kinds: tuple[str, ...]
    weights: tuple[float, ...]
