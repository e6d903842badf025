"""Sets text and tables on pages with lines of its own, so that every way of ruling and cutting a table can be had.

Enters: cells with their spans, and how they look. Leaves: pages of a PDF. Points, from the top left of the page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

SHORT, LONG = 595.0, 842.0  # A4
MARGIN = 40.0
FOOT = 20.0  # kept free above the bottom margin, for the page number
SMALLEST = 5.0  # size to which a table shrinks that is too wide for its page

Rules = Literal["full", "rects", "double", "dashed", "pieces", "horizontal", "box"]
Orientation = Literal["portrait", "landscape", "turned"]
# Regular and bold of each family; Vera is in reportlab and has letters outside Windows-1252.
FONTS = {
    "Helvetica": ("Helvetica", "Helvetica-Bold"),
    "Times": ("Times-Roman", "Times-Bold"),
    "Courier": ("Courier", "Courier-Bold"),
    "Vera": ("Vera", "VeraBd"),
}


@dataclass(frozen=True)
class Cell:
    text: str
    down: int = 1
    across: int = 1
    align: Literal["left", "centre", "right"] = "left"
    bold: bool = False
    whole: bool = False  # never cut at a line's end


@dataclass(frozen=True)
class Look:
    """How a table looks. `fills`: the colour behind each kind of row; `white`: header text on a dark ground."""

    font: str = "Helvetica"
    size: float = 8
    side: float = 3
    above: float = 2
    rules: Rules = "full"
    weight: float = 0.5
    fills: tuple[tuple[str, str], ...] = ()
    white: bool = False
    banded: bool = False
    middle: bool = False
    by_word: bool = False


@dataclass(frozen=True)
class Grid:
    """`rows[r][c]`: the cell that begins there, None where another one covers. `kinds`: head, line, group or total."""

    rows: tuple[tuple[Cell | None, ...], ...]
    kinds: tuple[str, ...]
    weights: tuple[float, ...]


class Strip(NamedTuple):
    """A row, or what a page holds of it: lines of text from `first`, between two heights."""

    row: int
    first: int
    count: int
    top: float
    bottom: float


class Sheets:
    """The pages while they are set: the canvas and how far down the page is full."""

    def __init__(self, path: Path, *, title: str) -> None:
        folder = Path(reportlab.__file__).parent / "fonts"
        for name in FONTS["Vera"]:
            if name not in pdfmetrics.getRegisteredFontNames():
                pdfmetrics.registerFont(_with_thin_spaces(TTFont(name, str(folder / f"{name}.ttf"))))
        self.canvas = Canvas(str(path), invariant=1, pageCompression=1)
        self.canvas.setTitle(title)
        self.number = 0
        self.width = self.height = self.y = 0.0

    # ---- pages and prose -----------------------------------------------------------------------------------------

    def page(self, orientation: Orientation) -> None:
        self.close_page()
        self.number += 1
        self.orientation = orientation
        portrait = orientation == "portrait"
        self.width, self.height = (SHORT, LONG) if portrait else (LONG, SHORT)
        # reportlab swaps the sides of a turned page.
        self.canvas.setPageSize((self.width, self.height))
        self.canvas.setPageRotation(90 if orientation == "turned" else 0)
        if orientation == "turned":
            self.canvas.transform(0, 1, -1, 0, SHORT, 0)
        self.y = MARGIN

    def close_page(self) -> None:
        if self.number:
            self.canvas.setFillGray(0)
            self.canvas.setFont("Helvetica", 7)
            self.canvas.drawRightString(self.width - MARGIN, MARGIN - 12, f"Page {self.number}")
            self.canvas.showPage()

    def save(self) -> None:
        self.close_page()
        self.canvas.save()

    @property
    def left_on_page(self) -> float:
        return self.height - MARGIN - FOOT - self.y

    def text(
        self, text: str, *, font: str = "Times", size: float = 10, bold: bool = False, centred: bool = False
    ) -> None:
        name = FONTS[font][bold]
        for line in wrapped(text, name, size, self.width - 2 * MARGIN):
            if self.left_on_page < size * 1.3:
                self.page(self.orientation)
            self.y += size * 1.3
            place = (self.width - pdfmetrics.stringWidth(line, name, size)) / 2 if centred else MARGIN
            self.canvas.setFillGray(0)
            self.canvas.setFont(name, size)
            self.canvas.drawString(place, self.height - self.y, line)
        self.y += size * 0.5

    def gap(self, points: float) -> None:
        self.y += points

    # ---- tables --------------------------------------------------------------------------------------------------

    def table(
        self, grid: Grid, look: Look, *, repeated: bool = False, split: bool = False, header_alone: bool = False
    ) -> int:
        """Set a table; how many pages it goes over. `split`: a row may be cut in two by the end of a page;
        `header_alone`: go down the page until the header fits, and no row."""
        setting = _Setting(grid, look, self.width - 2 * MARGIN)
        heads = [row for row, kind in enumerate(grid.kinds) if kind == "head"]
        head_height = sum(setting.heights[row] for row in heads)
        body = setting.heights[len(heads)]
        if header_alone:
            self.y = max(self.y, self.height - MARGIN - FOOT - head_height - min(8.0, body / 2))
        elif self.left_on_page < head_height + body:
            self.page(self.orientation)
        pages = 1
        strips: list[Strip] = []
        for row in range(len(grid.rows)):
            first, count = 0, setting.lines[row]
            while first < count:
                fits = self._lines_that_fit(setting, look, row, first, split)
                if fits == 0 or (fits < count - first and not split):
                    self._draw(setting, strips)
                    self.page(self.orientation)
                    pages += 1
                    strips = []
                    for head in heads if repeated and row not in heads else ():
                        strips.append(self._strip(setting, head, 0, setting.lines[head]))
                    fits = self._lines_that_fit(setting, look, row, first, split) or count - first
                    fits = count - first if not split else fits
                strips.append(self._strip(setting, row, first, fits))
                first += fits
        self._draw(setting, strips)
        self.y += look.size
        return pages

    def _lines_that_fit(self, setting: "_Setting", look: Look, row: int, first: int, split: bool) -> int:
        left = self.left_on_page - 2 * look.above
        whole = setting.lines[row] - first
        fits = max(0, int(left // setting.leading))
        extra = setting.heights[row] - setting.lines[row] * setting.leading - 2 * look.above
        return min(fits, whole) if fits * setting.leading >= whole * setting.leading + extra or split else 0

    def _strip(self, setting: "_Setting", row: int, first: int, count: int) -> Strip:
        height = setting.heights[row] - (setting.lines[row] - count) * setting.leading
        top = self.y
        self.y += height
        return Strip(row, first, count, top, self.y)

    def _draw(self, setting: "_Setting", strips: Sequence[Strip]) -> None:
        if not strips:
            return
        pieces = list(setting.pieces(strips))
        for cell, row, box, _ in pieces:
            self._fill(setting, cell, row, box)
        for cell, row, box, lines in pieces:
            self._print(setting, cell, row, box, lines)
        self._rule(setting, strips, [box for _, _, box, _ in pieces])

    def _fill(self, setting: "_Setting", cell: Cell, row: int, box: tuple[float, float, float, float]) -> None:
        look, kind = setting.look, setting.grid.kinds[row]
        colour = dict(look.fills).get(kind)
        if not colour and look.banded and kind == "line" and row % 2:
            colour = "#eef2f7"
        if colour:
            self.canvas.setFillColor(colour)
            x0, y0, x1, y1 = box
            self.canvas.rect(x0, self.height - y1, x1 - x0, y1 - y0, stroke=0, fill=1)

    def _print(
        self, setting: "_Setting", cell: Cell, row: int, box: tuple[float, float, float, float], lines: list[str]
    ) -> None:
        look = setting.look
        name = setting.font(cell, row)
        white = look.white and setting.grid.kinds[row] == "head"
        self.canvas.setFillGray(1 if white else 0)
        self.canvas.setFont(name, look.size)
        x0, y0, x1, y1 = box
        y = y0 + look.above
        if look.middle:
            y = (y0 + y1 - len(lines) * setting.leading) / 2
        for line in lines:
            length = pdfmetrics.stringWidth(line, name, look.size)
            place = {"left": x0 + look.side, "right": x1 - look.side - length, "centre": (x0 + x1 - length) / 2}
            x, baseline = place[cell.align], self.height - y - look.size
            for part in line.split(" ") if look.by_word else [line]:
                self.canvas.drawString(x, baseline, part)
                x += pdfmetrics.stringWidth(part + " ", name, look.size)
            y += setting.leading

    def _rule(
        self, setting: "_Setting", strips: Sequence[Strip], boxes: Sequence[tuple[float, float, float, float]]
    ) -> None:
        look = setting.look
        left, right = setting.edges[0], setting.edges[-1]
        top, bottom = strips[0].top, strips[-1].bottom
        segments: dict[tuple[float, ...], None] = {}
        if look.rules == "box":
            boxes = [(left, top, right, bottom)]
            heads = [strip.bottom for strip in strips if setting.grid.kinds[strip.row] == "head"]
            boxes += [(left, top, right, heads[-1])] if heads else []
        for box in boxes:
            x0, y0, x1, y1 = (round(edge, 2) for edge in box)
            for segment in ((x0, y0, x1, y0), (x0, y1, x1, y1)):
                segments[segment] = None
            for segment in ((x0, y0, x0, y1), (x1, y0, x1, y1)) if look.rules != "horizontal" else ():
                segments[segment] = None
        self.canvas.setFillGray(0)
        self.canvas.setStrokeGray(0)
        self.canvas.setLineWidth(look.weight)
        self.canvas.setDash(*([2, 1.5] if look.rules == "dashed" else []))
        for x0, y0, x1, y1 in segments:
            self._segment(look, x0, y0, x1, y1)
        self.canvas.setDash()

    def _segment(self, look: Look, x0: float, y0: float, x1: float, y1: float) -> None:
        upright = x0 == x1
        if look.rules == "rects":
            self.canvas.rect(
                x0 - (look.weight / 2 if upright else 0),
                self.height - y1 - (0 if upright else look.weight / 2),
                look.weight if upright else x1 - x0,
                y1 - y0 if upright else look.weight,
                stroke=0,
                fill=1,
            )
        elif look.rules == "double":
            for side in (-0.7, 0.7):
                dx, dy = (side, 0) if upright else (0, side)
                self.canvas.line(x0 + dx, self.height - y0 - dy, x1 + dx, self.height - y1 - dy)
        elif look.rules == "pieces":
            length, step = max(x1 - x0, y1 - y0), 11.0
            for start in range(int(length // step) + 1):
                begin, end = start * step, min((start + 1) * step - 0.4, length)
                if upright:
                    self.canvas.line(x0, self.height - y0 - begin, x0, self.height - y0 - end)
                else:
                    self.canvas.line(x0 + begin, self.height - y0, x0 + end, self.height - y0)
        else:
            self.canvas.line(x0, self.height - y0, x1, self.height - y1)


class _Setting:
    """A grid measured for a width: edges of columns, lines of text and height of each row."""

    def __init__(self, grid: Grid, look: Look, width: float) -> None:
        self.grid = grid
        self.look = look
        widths = self._widths(width)
        while sum(widths) > width + 0.1 and self.look.size > SMALLEST:
            self.look = Look(**{**self.look.__dict__, "size": self.look.size - 0.5})
            widths = self._widths(width)
        self.leading = self.look.size * 1.18
        self.edges = [MARGIN]
        for one in widths:
            self.edges.append(self.edges[-1] + one)
        self.texts: dict[tuple[int, int], list[str]] = {}
        for row, column, cell in self._cells():
            room = self.edges[column + cell.across] - self.edges[column] - 2 * self.look.side
            whole = cell.whole and self.grid.kinds[row] != "head"
            self.texts[row, column] = (
                [cell.text] if whole else wrapped(cell.text, self.font(cell, row), self.look.size, room)
            )
        self.lines = [1] * len(grid.rows)
        for row, column, cell in self._cells():
            if cell.down == 1:
                self.lines[row] = max(self.lines[row], len(self.texts[row, column]))
        self.heights = [count * self.leading + 2 * self.look.above for count in self.lines]
        for row, column, cell in self._cells():
            need = len(self.texts[row, column]) * self.leading + 2 * self.look.above
            have = sum(self.heights[row : row + cell.down])
            if need > have:
                self.heights[row + cell.down - 1] += need - have

    def font(self, cell: Cell, row: int) -> str:
        return FONTS[self.look.font][cell.bold or self.grid.kinds[row] != "line"]

    def _cells(self) -> Iterator[tuple[int, int, Cell]]:
        for row, cells in enumerate(self.grid.rows):
            for column, cell in enumerate(cells):
                if cell:
                    yield row, column, cell

    def _widths(self, width: float) -> list[float]:
        """Each column at least as wide as its longest word; what is left goes by the weights."""
        least = [2 * self.look.side + 4.0] * len(self.grid.weights)
        for row, column, cell in self._cells():
            if cell.across == 1:
                words = [cell.text] if cell.whole else cell.text.split(" ")
                longest = max(pdfmetrics.stringWidth(word, self.font(cell, row), self.look.size) for word in words)
                least[column] = max(least[column], longest + 2 * self.look.side + 0.5)
        left = width - sum(least)
        if left <= 0:
            return least
        whole = sum(self.grid.weights)
        return [one + left * weight / whole for one, weight in zip(least, self.grid.weights, strict=True)]

    def pieces(
        self, strips: Sequence[Strip]
    ) -> Iterator[tuple[Cell, int, tuple[float, float, float, float], list[str]]]:
        """What one page holds of each cell: the cell, its row, its box on the page, its lines of text there."""
        for row, column, cell in self._cells():
            held = [strip for strip in strips if row <= strip.row < row + cell.down]
            if not held:
                continue
            box = (self.edges[column], held[0].top, self.edges[column + cell.across], held[-1].bottom)
            texts = self.texts[row, column]
            if cell.down == 1:
                yield cell, row, box, texts[held[0].first : held[0].first + held[0].count]
            else:
                fits = max(1, int((box[3] - box[1]) // self.leading))
                is_first = held[0].row == row and held[0].first == 0
                yield cell, row, box, texts[:fits] if is_first else texts[self._printed_before(row, cell, strips) :]

    def _printed_before(self, row: int, cell: Cell, strips: Sequence[Strip]) -> int:
        """How many lines of a merged cell stood on the pages before, where it was cut."""
        before = strips[0].row if self.grid.kinds[strips[0].row] != "head" else None
        starts = [strip for strip in strips if self.grid.kinds[strip.row] != "head"]
        before = starts[0].row if before is None and starts else before
        rows = range(row, before if before is not None else row)
        return int((sum(self.heights[one] for one in rows)) // self.leading)


def _with_thin_spaces(font: TTFont) -> TTFont:
    """Vera has no thin space; its plain one is as empty, and the file says which one is meant."""
    for space in (0x2009, 0x202F):
        font.face.charToGlyph[space] = font.face.charToGlyph[0x20]
        font.face.charWidths[space] = font.face.charWidths[0x20] / 2
    return font


def wrapped(text: str, font: str, size: float, width: float) -> list[str]:
    """The lines of a text in a width, cut at spaces; a word longer than the width stands alone."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and pdfmetrics.stringWidth(longer, font, size) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
