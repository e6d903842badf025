"""A grid measured for a width: edges of columns, lines of text and height of each row. Points; draws nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics

from tests.layouts.looks import FONTS, Cell, Grid, Look

SMALLEST = 5.0  # size to which a table shrinks that is too wide for its room
# Letters of a word that is cut where its column ends, at least.
FEWEST_LETTERS = 4
# Share of the type size between letters set apart.
SPACED = 0.3

BOLD = ("head", "again", "group", "total", "carry", "carried")  # kinds of row
Box = tuple[float, float, float, float]


class Strip(NamedTuple):
    """A row, or what a page holds of it: lines of text from `first`, between two heights."""

    row: int
    first: int
    count: int
    top: float
    bottom: float


class Setting:
    """How a grid is set from `left` on; `fits` says whether it keeps to its width."""

    def __init__(self, grid: Grid, look: Look, left: float, width: float, like: Grid | None = None) -> None:
        """`like`: a grid of which this one is a part, whose widths it takes."""
        if like:
            whole = Setting(like, look, left, width)
            look, self.fixed = whole.look, [b - a for a, b in pairwise(whole.edges)]
        else:
            self.fixed = []
        self.grid = grid
        self.look = look
        widths = self.fixed or self._widths(width)
        while not like and sum(widths) > width + 0.1 and self.look.size > SMALLEST:
            self.look = replace(self.look, size=self.look.size - 0.5)
            widths = self._widths(width)
        self.fits = sum(widths) <= width + 0.1
        self.leading = self.look.size * 1.18
        self.edges = [left]
        for one in widths:
            self.edges.append(self.edges[-1] + one)
        self.texts = {(row, column): self._lines(row, column, cell) for row, column, cell in self._cells()}
        self._level_stacks()
        self.lines = [1] * len(grid.rows)
        for row, column, cell in self._cells():
            if cell.down == 1 and not cell.turned:
                self.lines[row] = max(self.lines[row], len(self.texts[row, column]))
        self.heights = [count * self.leading + 2 * self.look.above for count in self.lines]
        for row, column, cell in self._cells():
            need = len(self.texts[row, column]) * self.leading + 2 * self.look.above
            if cell.turned:
                need = self.length(cell.text, row, cell) + 2 * self.look.above + 2
            have = sum(self.heights[row : row + cell.down])
            if need > have:
                self.heights[row + cell.down - 1] += need - have
        self._turned_printed: set[int] = set()

    def font(self, cell: Cell, row: int) -> str:
        return FONTS[self.look.font][cell.bold or self.grid.kinds[row] in BOLD]

    def apart(self, row: int) -> float:
        """Points between the letters of a row."""
        return SPACED * self.look.size if self.look.spaced and self.grid.kinds[row] == "head" else 0.0

    def length(self, text: str, row: int, cell: Cell) -> float:
        return pdfmetrics.stringWidth(text, self.font(cell, row), self.look.size) + len(text) * self.apart(row)

    def _cells(self) -> Iterator[tuple[int, int, Cell]]:
        for row, cells in enumerate(self.grid.rows):
            for column, cell in enumerate(cells):
                if cell:
                    yield row, column, cell

    def _lines(self, row: int, column: int, cell: Cell) -> list[str]:
        room = self.edges[column + cell.across] - self.edges[column] - 2 * self.look.side
        if (cell.whole and self.grid.kinds[row] != "head") or cell.turned:
            return cell.text.split("\n")
        if cell.spills and self._may_spill(row, column, cell, room):
            return [cell.text]
        words = cell.text
        if cell.broken:
            words = " ".join(part for word in words.split(" ") for part in self._broken(word, row, cell, room))
        return [line for part in words.split("\n") for line in self.wrapped(part, row, cell, room)]

    def _may_spill(self, row: int, column: int, cell: Cell, room: float) -> bool:
        beside = self.grid.rows[row][column + 1] if column + 1 < len(self.grid.weights) else None
        if not beside or beside.align != "right" or "\n" in beside.text:
            return False
        free = self.edges[column + 2] - self.edges[column + 1] - self.look.side - self.length(beside.text, row, beside)
        return self.length(cell.text, row, cell) <= room + self.look.side + free - self.look.clear * self.look.size

    def _broken(self, word: str, row: int, cell: Cell, room: float) -> list[str]:
        """A word in the pieces that fit, none of them a letter alone."""
        pieces = [word]
        while len(pieces[-1]) > 2 and self.length(pieces[-1], row, cell) > room:
            last = pieces.pop()
            count = max(
                count for count in range(2, len(last)) if self.length(last[:count], row, cell) <= room or count == 2
            )
            count = count - 1 if len(last) - count == 1 and count > 2 else count
            pieces += [last[:count], last[count:]]
        return pieces

    def wrapped(self, text: str, row: int, cell: Cell, room: float) -> list[str]:
        lines = [""]
        for word in text.split(" "):
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and self.length(longer, row, cell) > room:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    def _level_stacks(self) -> None:
        """Give the items of a row that stands for several the same number of lines in each column."""
        for row, cells in enumerate(self.grid.rows):
            stacked = {column: cell for column, cell in enumerate(cells) if cell and "\n" in cell.text}
            if len(stacked) < 2:
                continue
            items = {
                column: [
                    self.wrapped(part, row, cell, self.edges[column + 1] - self.edges[column] - 2 * self.look.side)
                    if not cell.whole
                    else [part]
                    for part in cell.text.split("\n")
                ]
                for column, cell in stacked.items()
            }
            for column in stacked:
                self.texts[row, column] = [
                    line
                    for item in range(len(items[column]))
                    for line in _padded(items[column][item], max(len(other[item]) for other in items.values()))
                ]

    def _widths(self, width: float) -> list[float]:
        """Each column at least as wide as its longest word; what is left goes by the weights."""
        least = [2 * self.look.side + 4.0] * len(self.grid.weights)
        for row, column, cell in self._cells():
            if cell.across == 1:
                least[column] = max(least[column], self._narrowest(row, cell) + 2 * self.look.side + 0.5)
        left = width - sum(least)
        if left <= 0:
            return least
        whole = sum(self.grid.weights)
        return [one + left * weight / whole for one, weight in zip(least, self.grid.weights, strict=True)]

    def _narrowest(self, row: int, cell: Cell) -> float:
        if cell.turned:
            return self.leading_of_one
        words = cell.text.split("\n") if cell.whole else cell.text.replace("\n", " ").split(" ")
        if cell.broken:
            words = [word[:FEWEST_LETTERS] for word in words]
        return max(self.length(word, row, cell) for word in words)

    @property
    def leading_of_one(self) -> float:
        return self.look.size * 1.18

    def pieces(self, strips: Sequence[Strip]) -> Iterator[tuple[Cell, int, Box, list[str]]]:
        """What one page holds of each cell: the cell, its row, its box on the page, its lines of text there."""
        for row, column, cell in self._cells():
            held = [strip for strip in strips if row <= strip.row < row + cell.down]
            if not held:
                continue
            box = (self.edges[column], held[0].top, self.edges[column + cell.across], held[-1].bottom)
            texts = self.texts[row, column]
            if cell.turned:
                yield cell, row, box, self._turned(row, column, cell, box)
            elif cell.down == 1:
                yield cell, row, box, texts[held[0].first : held[0].first + held[0].count]
            else:
                fits = max(1, int((box[3] - box[1]) // self.leading))
                is_first = held[0].row == row and held[0].first == 0
                yield cell, row, box, texts[:fits] if is_first else texts[self._printed_before(row, cell, strips) :]

    def _turned(self, row: int, column: int, cell: Cell, box: Box) -> list[str]:
        """The text of a turned cell where it has room, once but for headers."""
        place = row * len(self.grid.weights) + column
        if self.grid.kinds[row] != "head" and place in self._turned_printed:
            return []
        if box[3] - box[1] < self.length(cell.text, row, cell) + 2:
            return []
        self._turned_printed.add(place)
        return self.texts[row, column]

    def _printed_before(self, row: int, cell: Cell, strips: Sequence[Strip]) -> int:
        """How many lines of a merged cell stood on the pages before, where it was cut."""
        before = strips[0].row if self.grid.kinds[strips[0].row] != "head" else None
        starts = [strip for strip in strips if self.grid.kinds[strip.row] != "head"]
        before = starts[0].row if before is None and starts else before
        rows = range(row, before if before is not None else row)
        return int((sum(self.heights[one] for one in rows)) // self.leading)


def _padded(lines: list[str], count: int) -> list[str]:
    return lines + [""] * (count - len(lines))
