"""Sets text and tables on pages with lines of its own, so that every way of ruling and cutting a table can be had.

Enters: cells with their spans, and how they look. Leaves: pages of a PDF. Points, from the top left of the page.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.layouts.furniture import Furniture
from tests.layouts.looks import FONTS, Cell, Grid, Look, Orientation
from tests.layouts.settings import BOLD, Box, Setting, Strip
from tests.layouts.strokes import draw_rules

SHORT, LONG = 595.0, 842.0  # A4
MARGIN = 40.0
FOOT = 20.0  # kept free above the bottom margin, for the page number
GUTTER = 24.0  # between two columns of prose
BAND = "#eef2f7"
PALE = "#dfe7f1"
# Times the type size: white before and after a row of dots.
BESIDE_DOTS = 0.5
TWICE = 0.25  # points between the two prints of a bold letter


class Sheets:
    """The pages while they are set: the canvas, the room from side to side, and how far down the page is full."""

    def __init__(self, path: Path, *, title: str) -> None:
        folder = Path(reportlab.__file__).parent / "fonts"
        for name in FONTS["Vera"]:
            if name not in pdfmetrics.getRegisteredFontNames():
                pdfmetrics.registerFont(_with_thin_spaces(TTFont(name, str(folder / f"{name}.ttf"))))
        self.canvas = Canvas(str(path), invariant=1, pageCompression=1)
        self.canvas.setTitle(title)
        self.number = 0
        self.furniture = Furniture()
        self.width = self.height = self.y = 0.0
        self.left = MARGIN
        self.room = 0.0

    # ---- pages and prose -----------------------------------------------------------------------------------------

    def page(self, orientation: Orientation) -> None:
        self.close_page()
        self.number += 1
        self.orientation = orientation
        portrait = orientation == "portrait"
        self.width, self.height = (SHORT, LONG) if portrait else (LONG, SHORT)
        # reportlab swaps the sides of a turned page.
        self.canvas.setPageSize((self.width, self.height))
        self.canvas.setPageRotation({"turned": 90, "turned left": 270}.get(orientation, 0))
        if orientation == "sideways":
            self.canvas.setPageSize((SHORT, LONG))
        if orientation in ("turned", "sideways"):
            self.canvas.transform(0, 1, -1, 0, SHORT, 0)
        elif orientation == "turned left":
            self.canvas.transform(0, -1, 1, 0, 0, LONG)
        self.furniture.draw(self.canvas, self.width, self.height, self.number)
        self.y = MARGIN
        self.left, self.room = MARGIN, self.width - 2 * MARGIN

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

    @contextmanager
    def columns(self, count: int) -> Iterator["Columns"]:
        """Columns side by side from here on; what follows stands under the longest."""
        columns = Columns(self, count)
        yield columns
        self.left, self.room = columns.left, columns.room
        self.y = max(columns.lowest, self.y)

    def text(
        self, text: str, *, font: str = "Times", size: float = 10, bold: bool = False, centred: bool = False
    ) -> None:
        name = FONTS[font][bold]
        for line in wrapped(text, name, size, self.room):
            if self.left_on_page < size * 1.3:
                self.page(self.orientation)
            self.y += size * 1.3
            length = pdfmetrics.stringWidth(line, name, size)
            place = self.left + ((self.room - length) / 2 if centred else 0)
            self.canvas.setFillGray(0)
            self.canvas.setFont(name, size)
            self.canvas.drawString(place, self.height - self.y, line)
        self.y += size * 0.5

    def gap(self, points: float) -> None:
        self.y += points

    # ---- tables --------------------------------------------------------------------------------------------------

    def fits_here(self, grid: Grid, look: Look) -> bool:
        """Whether the whole table stands in the room that is left."""
        setting = Setting(grid, look, self.left, self.room)
        return setting.fits and sum(setting.heights) <= self.left_on_page

    def table(
        self,
        grid: Grid,
        look: Look,
        *,
        repeated: bool = False,
        split: bool = False,
        header_alone: bool = False,
        like: Grid | None = None,
    ) -> int:
        """Set a table; how many pages it goes over. `split`: a row may be cut in two by the end of a page;
        `header_alone`: go down the page until the header fits, and no row; `like`: the grid of which this is a
        part, as wide."""
        setting = Setting(grid, look, self.left, self.room, like)
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
            turns = row > 0 and grid.kinds[row - 1] == "carry"
            while first < count:
                fits = self._lines_that_fit(setting, look, row, first, split)
                fits = count if row in heads[1:] else fits
                if turns or fits == 0 or (fits < count - first and not split):
                    self._draw(setting, strips)
                    self.page(self.orientation)
                    pages += 1
                    strips, turns = [], False
                    for head in heads if repeated and row not in heads else ():
                        strips.append(self._strip(setting, head, 0, setting.lines[head]))
                    fits = self._lines_that_fit(setting, look, row, first, split) or count - first
                    fits = count - first if not split else fits
                strips.append(self._strip(setting, row, first, fits))
                first += fits
        self._draw(setting, strips)
        self.y += look.size
        return pages

    def _lines_that_fit(self, setting: Setting, look: Look, row: int, first: int, split: bool) -> int:
        left = self.left_on_page - 2 * look.above
        whole = setting.lines[row] - first
        fits = max(0, int(left // setting.leading))
        extra = setting.heights[row] - setting.lines[row] * setting.leading - 2 * look.above
        return min(fits, whole) if fits * setting.leading >= whole * setting.leading + extra or split else 0

    def _strip(self, setting: Setting, row: int, first: int, count: int) -> Strip:
        height = setting.heights[row] - (setting.lines[row] - count) * setting.leading
        top = self.y
        self.y += height
        return Strip(row, first, count, top, self.y)

    def _draw(self, setting: Setting, strips: Sequence[Strip]) -> None:
        if not strips:
            return
        pieces = list(setting.pieces(strips))
        for cell, row, box, _ in pieces:
            self._fill(setting, cell, row, box)
        for cell, row, box, lines in pieces:
            self._print(setting, cell, row, box, lines)
        if setting.look.rules == "leaders":
            self._lead(setting, pieces)
        draw_rules(self.canvas, self.height, setting, strips, [piece[:3] for piece in pieces])

    def _fill(self, setting: Setting, cell: Cell, row: int, box: Box) -> None:
        look, kind = setting.look, setting.grid.kinds[row]
        colour = dict(look.fills).get(kind)
        if not colour and (look.banded or look.rules == "bands") and kind in ("line", "bare") and row % 2:
            colour = BAND
        if look.rules == "white":
            colour = colour or PALE
        inside = 0.0
        if look.rules == "cells":
            colour, inside = colour or BAND, 0.75
        if colour:
            self.canvas.setFillColor(colour)
            x0, y0, x1, y1 = box
            self.canvas.rect(
                x0 + inside, self.height - y1 + inside, x1 - x0 - 2 * inside, y1 - y0 - 2 * inside, stroke=0, fill=1
            )

    def _print(self, setting: Setting, cell: Cell, row: int, box: Box, lines: list[str]) -> None:
        look = setting.look
        self.canvas.setFillGray(1 if setting.grid.kinds[row] in look.white else 0)
        self.canvas.setFont(setting.font(cell, row), look.size)
        if cell.turned:
            self._print_turned(setting, cell, row, box, lines)
            return
        bold = cell.bold or setting.grid.kinds[row] in BOLD
        for line, x, baseline in self._placed(setting, cell, row, box, lines):
            for aside in (0, TWICE) if look.twice and bold else (0,):
                self._print_words(setting, cell, row, line, x + aside, baseline)

    def _placed(
        self, setting: Setting, cell: Cell, row: int, box: Box, lines: list[str]
    ) -> Iterator[tuple[str, float, float]]:
        """(line, where it begins, its baseline from the foot of the page)"""
        look = setting.look
        x0, y0, x1, y1 = box
        y = y0 + look.above
        if look.middle:
            y = (y0 + y1 - len(lines) * setting.leading) / 2
        for line in lines:
            length = setting.length(line, row, cell)
            place = {"left": x0 + look.side, "right": x1 - look.side - length, "centre": (x0 + x1 - length) / 2}
            yield line, place[cell.align], self.height - y - look.size
            y += setting.leading

    def _print_words(self, setting: Setting, cell: Cell, row: int, line: str, x: float, baseline: float) -> None:
        for part in line.split(" ") if setting.look.by_word else [line]:
            self.canvas.drawString(x, baseline, part, charSpace=setting.apart(row))
            x += setting.length(part + " ", row, cell)

    def _print_turned(self, setting: Setting, cell: Cell, row: int, box: Box, lines: list[str]) -> None:
        for line in lines:
            length = setting.length(line, row, cell)
            middle, size = (box[0] + box[2]) / 2, setting.look.size
            self.canvas.saveState()
            self.canvas.translate(middle + size * 0.35, self.height - (box[1] + box[3]) / 2 - length / 2)
            if cell.falling:
                self.canvas.translate(-size * 0.7, length)
            self.canvas.rotate(-90 if cell.falling else 90)
            self.canvas.drawString(0, 0, line, charSpace=setting.apart(row))
            self.canvas.restoreState()

    def _lead(self, setting: Setting, pieces: Iterable[tuple[Cell, int, Box, list[str]]]) -> None:
        """Dots from the last line of the words before the amounts to the first amount of each row."""
        size = setting.look.size
        ends: dict[int, tuple[float, float]] = {}
        for cell, row, box, lines in pieces:
            if setting.grid.kinds[row] not in ("line", "bare") or not lines:
                continue
            placed = list(self._placed(setting, cell, row, box, lines))
            if cell.align != "left" and row in ends:
                start, baseline = ends.pop(row)
                begin, end = start + BESIDE_DOTS * size, placed[0][1] - BESIDE_DOTS * size
                dot = pdfmetrics.stringWidth(".", setting.font(cell, row), size)
                self.canvas.setFillGray(0)
                self.canvas.setFont(setting.font(cell, row), size)
                self.canvas.drawRightString(end, baseline, "." * max(0, int((end - begin) / dot)))
            elif cell.align == "left":
                line, x, baseline = placed[-1]
                ends[row] = x + setting.length(line, row, cell), baseline


class Columns:
    """Columns of one width, filled one after the other from the same height."""

    def __init__(self, sheets: Sheets, count: int) -> None:
        self.sheets, self.count = sheets, count
        self.left, self.room, self.top = sheets.left, sheets.room, sheets.y
        self.lowest = sheets.y

    def take(self, number: int) -> None:
        """Go to the head of a column, from 0."""
        self.lowest = max(self.lowest, self.sheets.y)
        width = (self.room - GUTTER * (self.count - 1)) / self.count
        self.sheets.left, self.sheets.room = self.left + number * (width + GUTTER), width
        self.sheets.y = self.top


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
