"""Text objects that nobody sees on the page: transparent, white on white paper, out of their window, or under an opaque
shape drawn later.

Takes what was met while the page's objects were gone through; takes the hidden ones out of the page, so that
PDFium leaves them out of its text, counts them, and tells which are seen in part. It reads no text.
"""

import ctypes
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

import pypdfium2.raw as c

from ingest.reader.engines.hidden.cut_text import CutText
from ingest.reader.engines.hidden.windows import windows_of
from ingest.reader.engines.pdfium_calls import argument, bounds_of, fill_of
from ingest.reader.engines.placement import Placement
from ingest.reader.records import Box

# 0–255. A fill whose three components reach this is the white of the paper.
PAPER_WHITE: Final = 250
# 0–255. The opacity of what hides what is under it.
OPAQUE: Final = 255
# Points. Shapes that cover text are looked for by bands of this height.
BAND: Final = 20.0
# Pixels. One in so many tells whether an image is opaque; the share of them that must be: edges are smoothed.
SAMPLED: Final = 101
MOSTLY: Final = 0.95


class Cover(NamedTuple):
    """An opaque shape: `after` counts the text objects drawn before it, its box in points of the page as displayed."""

    after: int
    box: Box


class Shape(NamedTuple):
    """Something drawn that may be a ground for white text: a page object and the map of what holds it."""

    item: Any
    placement: Placement


class Hidden(NamedTuple):
    """How many text objects were taken out, and those that are seen in part, by address."""

    number: int
    cut: dict[int, CutText]


def hide(
    page: Any,
    texts: Sequence[tuple[int, Placement]],
    covers: Sequence[Cover],
    grounds: Iterable[Box],
    shapes: Iterable[Shape],
    size: tuple[float, float],
) -> Hidden:
    """Take out of the open page, of this width and height, those of its text objects, given in the order in which they
    are drawn, that cannot be seen. `grounds`: what is coloured behind text; `shapes`: what may be, looked at only where
    that matters."""
    hidden, white = _faint(texts)
    if white:
        behind = [*grounds, *(bounds_of(shape.item, shape.placement) for shape in shapes)]
        hidden += [index for index in white if not _is_in_one(_box_of(texts[index]), behind)]
    windows = windows_of(texts, *size)
    over: dict[int, tuple[Box, ...]] = {}
    if covers:
        under, over = _covered(texts, covers)
        hidden += under
    gone = {*hidden, *windows.hidden}
    cut = {
        texts[index][0]: CutText(windows.cut.get(index), over.get(index, ()), index in windows.trimmed)
        for index in windows.cut.keys() | over.keys()
        if index not in gone
    }
    for index in gone:
        _take_out(page, ctypes.cast(texts[index][0], c.FPDF_PAGEOBJECT))
    return Hidden(len(gone), cut)


def _take_out(page: Any, item: Any) -> None:
    """Not only made inactive: PDFium would still drop what is printed beside it with the same letters, as a repeat."""
    if c.FPDFPage_RemoveObject(page, item):
        c.FPDFPageObj_Destroy(item)
    else:  # inside a form
        c.FPDFPageObj_SetIsActive(item, False)


def is_opaque_image(document: Any, page: Any, item: Any) -> bool:
    """Whether nothing is seen through an image of the page: neither a mask nor a stencil."""
    bitmap = c.FPDFImageObj_GetRenderedBitmap(document, page, item)
    if not bitmap:
        return False
    try:
        if c.FPDFBitmap_GetFormat(bitmap) != c.FPDFBitmap_BGRA:
            return True
        length = c.FPDFBitmap_GetStride(bitmap) * c.FPDFBitmap_GetHeight(bitmap)
        pixels = (ctypes.c_ubyte * length).from_address(c.FPDFBitmap_GetBuffer(bitmap))
        opacities = pixels[3 :: 4 * SAMPLED]
        return bool(opacities.count(OPAQUE) >= MOSTLY * len(opacities))
    finally:
        c.FPDFBitmap_Destroy(bitmap)


def _faint(texts: Sequence[tuple[int, Placement]]) -> tuple[list[int], list[int]]:
    """Which are filled with nothing, and which with the white of the paper."""
    nothing: list[int] = []
    white: list[int] = []
    for index, (item, _) in enumerate(texts):
        fill = fill_of(argument(item))
        if fill is None:
            continue
        red, green, blue, opacity = fill
        if opacity and green < PAPER_WHITE:
            continue
        if c.FPDFTextObj_GetTextRenderMode(ctypes.cast(item, c.FPDF_PAGEOBJECT)) != c.FPDF_TEXTRENDERMODE_FILL:
            continue
        if not opacity:
            nothing.append(index)
        elif min(red, blue) >= PAPER_WHITE:
            white.append(index)
    return nothing, white


def _covered(
    texts: Sequence[tuple[int, Placement]], covers: Sequence[Cover]
) -> tuple[list[int], dict[int, tuple[Box, ...]]]:
    """Which are wholly under one shape, and which partly, with the shapes that are over them."""
    by_band: dict[int, list[Cover]] = defaultdict(list)
    for cover in covers:
        for band in range(int(cover.box.y0 // BAND), int(cover.box.y1 // BAND) + 1):
            by_band[band].append(cover)
    under, partly = [], {}
    for index in range(max(cover.after for cover in covers)):
        box = _box_of(texts[index])
        level = (box.y0 + box.y1) / 2
        over = [
            cover.box
            for cover in by_band.get(int(level // BAND), ())
            if index < cover.after and cover.box.x0 < box.x1 and box.x0 < cover.box.x1
        ]
        if over and _shapes_what_follows(texts[index][0]):
            continue
        if any(cover.contains(box) for cover in over):
            under.append(index)
        elif across := tuple({cover for cover in over if cover.y0 < level < cover.y1}):
            partly[index] = across
    return under, partly


def _shapes_what_follows(item: int) -> bool:
    """Whether a text is a window for what is drawn after it: its letters are then seen in that."""
    mode = c.FPDFTextObj_GetTextRenderMode(ctypes.cast(item, c.FPDF_PAGEOBJECT))
    return bool(mode >= c.FPDF_TEXTRENDERMODE_FILL_CLIP)


def _box_of(text: tuple[int, Placement]) -> Box:
    return bounds_of(argument(text[0]), text[1])


def _is_in_one(text: Box, boxes: Iterable[Box]) -> bool:
    return any(box.holds(text) for box in boxes)
