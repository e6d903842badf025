"""The rules of a table on one page, in each of the ways in which programs draw them. Points, from the top left."""

from collections.abc import Iterable, Sequence
from functools import cache

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.layouts.looks import Cell, Look
from tests.layouts.settings import Box, Setting, Strip

# Looks that draw no stroke at all.
UNRULED = ("bands", "cells", "leaders", "none")
# Looks that draw a frame and a stroke under the header, and few strokes inside.
FRAMED = ("box", "upright")
# Points: pieces of a broken stroke, pictures of dashes.
PIECE, PICTURE = 11.0, 12.0


def draw_rules(
    canvas: Canvas, height: float, setting: Setting, strips: Sequence[Strip], pieces: Sequence[tuple[Cell, int, Box]]
) -> None:
    """Draw the rules around what one page holds of a table. `height`: that of the page."""
    look = setting.look
    if look.rules in UNRULED:
        return
    canvas.setFillGray(0)
    canvas.setStrokeGray({"white": 1, "pale": 0.75}.get(look.rules, 0))
    canvas.setLineWidth({"white": 1, "pale": 0.1}.get(look.rules, look.weight))
    canvas.setDash(*([2, 1.5] if look.rules == "dashed" else []))
    for x0, y0, x1, y1 in _segments(setting, strips, pieces):
        _draw(canvas, height, look, x0, y0, x1, y1)
    canvas.setDash()


def _segments(setting: Setting, strips: Sequence[Strip], pieces: Sequence[tuple[Cell, int, Box]]) -> Iterable[Box]:
    look, kinds = setting.look, setting.grid.kinds
    left, right = round(setting.edges[0], 2), round(setting.edges[-1], 2)
    top, bottom = strips[0].top, strips[-1].bottom
    boxes = [(box, kinds[row] in look.bare) for _, row, box in pieces]
    sides: list[tuple[Box, bool]] = []
    if look.rules in FRAMED:
        heads = [strip.bottom for strip in strips if kinds[strip.row] == "head"]
        framed = [((left, top, right, edge), False) for edge in [*heads[-1:], bottom]]
        sides = [(box, bare) for box, bare in boxes if look.rules == "upright" and not bare]
        boxes = framed
    lying: dict[Box, None] = {}
    upright: dict[Box, None] = {}
    for box, bare in boxes:
        x0, y0, x1, y1 = (round(edge, 2) for edge in box)
        lying |= {(x0, y0, x1, y0): None, (x0, y1, x1, y1): None}
        if look.rules not in ("horizontal", "topless") and not bare:
            upright |= {(x0, y0, x0, y1): None, (x1, y0, x1, y1): None}
    for (x0, y0, x1, y1), _ in sides:
        upright |= {(round(x, 2), round(y0, 2), round(x, 2), round(y1, 2)): None for x in (x0, x1)}
    if look.rules == "open":
        upright = {one: None for one in upright if one[0] not in (left, right)}
    if look.rules == "topless" and kinds[strips[0].row] == "head":
        first = round(top, 2)
        lying = {one: None for one in lying if one[1] != first}
    return [*lying, *upright]


def _draw(  # noqa: C901  (one case a way of drawing)
    canvas: Canvas, height: float, look: Look, x0: float, y0: float, x1: float, y1: float
) -> None:
    upright = x0 == x1
    if look.rules == "rects":
        canvas.rect(
            x0 - (look.weight / 2 if upright else 0),
            height - y1 - (0 if upright else look.weight / 2),
            look.weight if upright else x1 - x0,
            y1 - y0 if upright else look.weight,
            stroke=0,
            fill=1,
        )
    elif look.rules == "double":
        for side in (-0.7, 0.7):
            dx, dy = (side, 0) if upright else (0, side)
            canvas.line(x0 + dx, height - y0 - dy, x1 + dx, height - y1 - dy)
    elif look.rules == "pieces":
        for begin, end in _stretches(x0, y0, x1, y1, PIECE, 0.4):
            if upright:
                canvas.line(x0, height - y0 - begin, x0, height - y0 - end)
            else:
                canvas.line(x0 + begin, height - y0, x0 + end, height - y0)
    elif look.rules == "images":
        thick = max(look.weight, 0.5)
        for begin, end in _stretches(x0, y0, x1, y1, PICTURE, 0):
            size, picture = end - begin, _dashes(upright=upright)
            if upright:
                canvas.drawImage(picture, x0 - thick / 2, height - y0 - end, thick, size)
            else:
                canvas.drawImage(picture, x0 + begin, height - y0 - thick / 2, size, thick)
    else:
        canvas.line(x0, height - y0, x1, height - y1)


def _stretches(x0: float, y0: float, x1: float, y1: float, step: float, gap: float) -> Iterable[tuple[float, float]]:
    """The pieces of a stroke: from and to, along it."""
    length = max(x1 - x0, y1 - y0)
    starts = [number * step for number in range(int(length // step) + 1)]
    return [(start, min(start + step - gap, length)) for start in starts if start < length]


@cache
def _dashes(*, upright: bool) -> ImageReader:
    """Two dashes and two whites, as a picture of four points."""
    picture = Image.new("L", (12, 1), 255)
    for place in (0, 1, 2, 3, 6, 7, 8, 9):
        picture.putpixel((place, 0), 0)
    return ImageReader(picture.rotate(90, expand=True) if upright else picture)
