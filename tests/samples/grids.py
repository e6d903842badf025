"""Sets ruled tables: wrapped cells, cells merged down and across, header repeated or not, rows cut by a page's end.

Enters: rows of texts. Leaves: flowables for `typesetting.write`.
"""

from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor, black
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Paragraph, Table

TURNED = "\0turned"  # before the text of a cell that is set sideways
UP = "\0up"  # this cell continues the one above it
LEFT = "\0left"  # this cell continues the one on its left

SIDE, ABOVE = 3, 2  # points of white in a cell, on each side, above and below
SHADE = {"head": HexColor("#d9d9d9"), "group": HexColor("#eeeeee"), "total": HexColor("#f4f4f4")}


class Printed(NamedTuple):
    """A row to set: its cells, and how it looks (`line`, `head`, `group` or `total`)."""

    cells: tuple[str, ...]
    look: str = "line"


def line(*cells: str) -> Printed:
    return Printed(cells)


def head(*cells: str) -> Printed:
    return Printed(cells, "head")


def total(*cells: str) -> Printed:
    return Printed(cells, "total")


def sideways(text: str) -> str:
    """A cell whose text reads from bottom to top."""
    return TURNED + text


def banner(text: str, width: int, look: str = "group") -> Printed:
    """A row of one cell as wide as the `width` columns of its table."""
    return Printed((text, *[LEFT] * (width - 1)), look)


def grid(
    rows: Sequence[Printed],
    widths: Sequence[float],
    *,
    right: Sequence[int] = (),
    size: float = 7,
    repeated: int = 0,
    split_rows: bool = False,
    banded: bool = False,
) -> Flowable:
    """A ruled table that goes on over pages. `widths` in points; `right`: the columns of figures.

    `repeated`: how many header rows are printed again on each page; `split_rows`: a row may be cut in two;
    `banded`: shade whole rows, merged cells or not, where word processors shade each cell.
    """
    return Table(
        _cells(rows, right, size),
        list(widths),
        style=_style(rows, banded),
        repeatRows=repeated,
        splitInRow=int(split_rows),
    )


def grids_by_page(
    rows: Sequence[Printed],
    widths: Sequence[float],
    rooms: tuple[float, float],
    *,
    right: Sequence[int] = (),
    size: float = 7,
) -> list[Flowable]:
    """A ruled table whose merged cells go on over the page: cut here, since reportlab never cuts a merged cell.

    `rooms`: height in points on the first page and on each of the others. The text of a merged cell is printed on the
    page where it begins, as word processors do; its rest is blank.
    """
    pages: list[list[tuple[Printed, float]]] = [[]]
    room = rooms[0]
    for row, height in zip(rows, _heights(rows, widths, right, size), strict=True):
        if height > room:
            pages.append([])
            room = rooms[1]
            row = Printed(tuple("" if cell == UP else cell for cell in row.cells), row.look)
        pages[-1].append((row, height))
        room -= height
    story: list[Flowable] = []
    for page in pages:
        printed, heights = [row for row, _ in page], [height for _, height in page]
        story += [Table(_cells(printed, right, size), list(widths), heights, style=_style(printed)), PageBreak()]
    return story[:-1]


def _heights(rows: Sequence[Printed], widths: Sequence[float], right: Sequence[int], size: float) -> list[float]:
    """Height of each row in points, from the cells that are not merged downwards."""
    heights = []
    for number, (row, cells) in enumerate(zip(rows, _cells(rows, right, size), strict=True)):
        below = rows[number + 1].cells if number + 1 < len(rows) else ()
        alone = [
            cell.wrap(sum(widths[column : _end(row, column) + 1]) - 2 * SIDE, 1000)[1]
            for column, cell in enumerate(cells)
            if row.cells[column] not in (UP, LEFT) and below[column : column + 1] != (UP,)
        ]
        heights.append(max(alone) + 2 * ABOVE)
    return heights


def _cells(rows: Sequence[Printed], right: Sequence[int], size: float) -> list[list[Flowable]]:
    return [[_cell(text, row.look, column in right, size) for column, text in enumerate(row.cells)] for row in rows]


def _cell(text: str, look: str, figures: bool, size: float) -> Flowable:
    if text.startswith(TURNED):
        return _Sideways(text.removeprefix(TURNED), size)
    bold = look != "line"
    aligned = {"alignment": TA_CENTER} if look == "head" else {"alignment": TA_RIGHT} if figures else {}
    style = ParagraphStyle(
        "cell", fontName="Helvetica-Bold" if bold else "Helvetica", fontSize=size, leading=size * 1.15, **aligned
    )
    return Paragraph("" if text in (UP, LEFT) else escape(text), style)


class _Sideways(Flowable):
    """Text that reads from bottom to top, for a narrow cell merged over many rows."""

    def __init__(self, text: str, size: float) -> None:
        super().__init__()
        self.text, self.size = text, size

    def wrap(self, *_: float) -> tuple[float, float]:
        return self.size, self.size

    def draw(self) -> None:
        self.canv.rotate(90)
        self.canv.setFont("Helvetica-Bold", self.size)
        self.canv.drawRightString(0, -self.size, self.text)


def _end(row: Printed, column: int) -> int:
    """The last column of the cell that begins in `column`."""
    last = column
    while last + 1 < len(row.cells) and row.cells[last + 1] == LEFT:
        last += 1
    return last


def _style(rows: Sequence[Printed], banded: bool = False) -> list[tuple]:
    style: list[tuple] = [
        ("GRID", (0, 0), (-1, -1), 0.5, black),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), SIDE),
        ("RIGHTPADDING", (0, 0), (-1, -1), SIDE),
        ("TOPPADDING", (0, 0), (-1, -1), ABOVE),
        ("BOTTOMPADDING", (0, 0), (-1, -1), ABOVE),
    ]
    for number, row in enumerate(rows):
        if banded and row.look in SHADE:
            style.append(("BACKGROUND", (0, number), (-1, number), SHADE[row.look]))
        for column, text in enumerate(row.cells):
            if text in (UP, LEFT):
                continue
            bottom = number
            while bottom + 1 < len(rows) and rows[bottom + 1].cells[column] == UP:
                bottom += 1
            corner = (_end(row, column), bottom)
            if not banded and row.look in SHADE:
                style.append(("BACKGROUND", (column, number), corner, SHADE[row.look]))
            if corner != (column, number):
                style.append(("SPAN", (column, number), corner))
    return style
