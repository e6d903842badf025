"""Small PDFs drawn to the point, for the tests of the reader. Points, origin at the top left of the page."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pikepdf
from reportlab.pdfgen.canvas import Canvas

Drawn = Callable[[Canvas], None]
Spans = Mapping[tuple[int, int], tuple[int, int]]

PAGE = (600.0, 800.0)
PADDING, SIZE, PITCH, ROW = 2.0, 9.0, 11.0, 16.0


def pdf(path: Path, *pages: Sequence[Drawn], size: tuple[float, float] = PAGE, **options: Any) -> Path:
    """A file with these pages, each a list of things to draw."""
    canvas = Canvas(str(path), pagesize=size, **options)
    for page in pages:
        canvas.setFont("Helvetica", SIZE)
        for draw in page:
            _put(canvas, draw)
        canvas.showPage()
    canvas.save()
    return path


def text(x: float, y: float, *lines: str, bold: bool = False, size: float = SIZE) -> Drawn:
    """Lines of text, the top of the first at y."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        for index, line in enumerate(lines):
            canvas.drawString(x, PAGE[1] - y - 0.8 * size - index * PITCH, line)

    return draw


def rule(x0: float, y0: float, x1: float, y1: float) -> Drawn:
    return lambda canvas: canvas.line(x0, PAGE[1] - y0, x1, PAGE[1] - y1)


def fill(x0: float, y0: float, x1: float, y1: float, shade: float = 0.8) -> Drawn:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(shade)
        canvas.rect(x0, PAGE[1] - y1, x1 - x0, y1 - y0, stroke=0, fill=1)

    return draw


def table(
    left: float,
    top: float,
    widths: Sequence[float],
    rows: Sequence[Sequence[str | None]],
    *,
    spans: Spans | None = None,
    side: Callable[[float, float, float, float], Drawn] = rule,
    bold_rows: Sequence[int] = (),
    shaded_rows: Sequence[int] = (),
    turned: Mapping[tuple[int, int], int] | None = None,
    open_top: bool = False,
    open_bottom: bool = False,
    open_sides: bool = False,
    undrawn: Mapping[tuple[int, int], str] | None = None,
) -> Drawn:
    """A table of texts (line ends inside a cell as \\n, None where another cell covers), each cell with its four sides.

    `turned`: degrees anticlockwise of the text of a cell; `undrawn`: "top", "bottom" or both, sides that a cell lacks.
    """
    spans, turned, undrawn = spans or {}, turned or {}, undrawn or {}
    xs = [left + sum(widths[:index]) for index in range(len(widths) + 1)]
    heights = [max(ROW, *(5 + PITCH * len((cell or "").split("\n")) for cell in row)) for row in rows]
    ys = [top + sum(heights[:index]) for index in range(len(rows) + 1)]

    def draw(canvas: Canvas) -> None:
        for row, cells in enumerate(rows):
            for column, content in enumerate(cells):
                if content is None:
                    continue
                down, across = spans.get((row, column), (1, 1))
                x0, y0, x1, y1 = xs[column], ys[row], xs[column + across], ys[row + down]
                lacks = undrawn.get((row, column), "")
                parts = [
                    fill(x0, y0, x1, y1) if row in shaded_rows else None,
                    side(x0, y0, x1, y0) if (row or not open_top) and "top" not in lacks else None,
                    side(x0, y1, x1, y1)
                    if (row + down < len(rows) or not open_bottom) and "bottom" not in lacks
                    else None,
                    side(x0, y0, x0, y1) if column or not open_sides else None,
                    side(x1, y0, x1, y1) if column + across < len(widths) or not open_sides else None,
                    _turned(x0, y0, x1, y1, content, turned[row, column])
                    if (row, column) in turned
                    else text(x0 + PADDING, y0 + 3, *content.split("\n"), bold=row in bold_rows),
                ]
                for part in filter(None, parts):
                    _put(canvas, part)

    return draw


def _put(canvas: Canvas, drawn: Drawn) -> None:
    canvas.saveState()
    drawn(canvas)
    canvas.restoreState()


def _turned(x0: float, y0: float, x1: float, y1: float, content: str, degrees: int) -> Drawn:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", SIZE)
        along = PADDING + SIZE
        for index, line in enumerate(content.split("\n")):
            canvas.saveState()
            if degrees == 90:
                canvas.translate(x0 + along + index * PITCH, PAGE[1] - y1 + PADDING)
            else:
                canvas.translate(x1 - along - index * PITCH, PAGE[1] - y0 - PADDING)
            canvas.rotate(degrees)
            canvas.drawString(0, 0, line)
            canvas.restoreState()

    return draw


def thin_surface(x0: float, y0: float, x1: float, y1: float) -> Drawn:
    """A rule as word processors print it: a filled rectangle half a point thick."""
    return fill(x0 - 0.25, y0 - 0.25, x1 + 0.25, y1 + 0.25, shade=0)


def dashed(x0: float, y0: float, x1: float, y1: float) -> Drawn:
    def draw(canvas: Canvas) -> None:
        canvas.setDash(3, 2)
        canvas.line(x0, PAGE[1] - y0, x1, PAGE[1] - y1)

    return draw


def dotted(x0: float, y0: float, x1: float, y1: float) -> Drawn:
    """A rule made of separate small squares."""
    length = max(x1 - x0, y1 - y0)

    def draw(canvas: Canvas) -> None:
        for step in range(int(length // 1.5) + 1):
            x, y = (x0 + 1.5 * step, y0) if x1 > x0 else (x0, y0 + 1.5 * step)
            canvas.rect(x - 0.25, PAGE[1] - y - 0.25, 0.5, 0.5, stroke=0, fill=1)

    return draw


def double(x0: float, y0: float, x1: float, y1: float) -> Drawn:
    def draw(canvas: Canvas) -> None:
        for offset in (-0.9, 0.9):
            dx, dy = (0.0, offset) if y0 == y1 else (offset, 0.0)
            canvas.line(x0 + dx, PAGE[1] - y0 - dy, x1 + dx, PAGE[1] - y1 - dy)

    return draw


def broken(x0: float, y0: float, x1: float, y1: float) -> Drawn:
    """A rule with a hole of two points in its middle."""

    def draw(canvas: Canvas) -> None:
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        dx, dy = (1.0, 0.0) if y0 == y1 else (0.0, 1.0)
        canvas.line(x0, PAGE[1] - y0, x - dx, PAGE[1] - y + dy)
        canvas.line(x + dx, PAGE[1] - y - dy, x1, PAGE[1] - y1)

    return draw


def misnamed(path: Path, named: Callable[[int], int]) -> Path:
    """The file at `path`, whose fonts now say that each character of theirs is the one with the code `named(code)`."""
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        pairs = "\n".join(f"<{code:02X}> <{named(code):04X}>" for code in range(0x20, 0x100))
        names = document.make_stream(
            b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Names def /CMapType 2 def\n"
            b"1 begincodespacerange <00> <FF> endcodespacerange\n224 beginbfchar\n"
            + pairs.encode()
            + b"\nendbfchar endcmap end end"
        )
        for page in document.pages:
            for font in page.resources.Font.values():
                font.ToUnicode = names
        document.save(path)
    return path
