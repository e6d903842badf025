"""What annotations do to the text under them: strike it through, or hide it.

Takes an open page; gives boxes in the space of the page's file. Comments, highlights, links and stamps do neither: what
they stand on was printed.
"""

import ctypes
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import pypdfium2.raw as c

from ingest.reader.engines.hidden.unseen_objects import OPAQUE
from ingest.reader.records import Box

# Annotations looked at on one page: a form of many fields has some hundreds.
MOST_ANNOTATIONS: Final = 2_000
_UNSEEN: Final = c.FPDF_ANNOT_FLAG_HIDDEN | c.FPDF_ANNOT_FLAG_NOVIEW
_SHAPES: Final = (c.FPDF_ANNOT_SQUARE, c.FPDF_ANNOT_POLYGON, c.FPDF_ANNOT_REDACT)
_INSIDE: Final = b"IC"
# Share of an annotation that a shape of its drawing takes where it is its ground.
GROUND: Final = 0.8


class Marks(NamedTuple):
    """`strikes`: lines of text struck through; `masks`: places that nothing is seen through."""

    strikes: list[Box]
    masks: list[Box]


def marks_of(page: Any) -> Marks:
    """The marks that the annotations of an open page make on its text."""
    marks = Marks([], [])
    for index in range(min(MOST_ANNOTATIONS, c.FPDFPage_GetAnnotCount(page))):
        annotation = c.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            kind = c.FPDFAnnot_GetSubtype(annotation)
            if c.FPDFAnnot_GetFlags(annotation) & _UNSEEN:
                continue
            if kind == c.FPDF_ANNOT_STRIKEOUT:
                marks.strikes.extend(_lines(annotation))
            elif kind in _SHAPES and _is_opaque(annotation):
                marks.masks.append(_place(annotation))
        finally:
            c.FPDFPage_CloseAnnot(annotation)
    return marks


def _lines(annotation: Any) -> Iterator[Box]:
    """The lines of text that an annotation marks, or its place where it tells none."""
    corners = c.FS_QUADPOINTSF()
    count = c.FPDFAnnot_CountAttachmentPoints(annotation)
    for index in range(min(MOST_ANNOTATIONS, count)):
        if c.FPDFAnnot_GetAttachmentPoints(annotation, index, corners):
            across = (corners.x1, corners.x2, corners.x3, corners.x4)
            up = (corners.y1, corners.y2, corners.y3, corners.y4)
            yield Box(min(across), min(up), max(across), max(up))
    if not count:
        yield _place(annotation)


def _place(annotation: Any) -> Box:
    rect = c.FS_RECTF()
    c.FPDFAnnot_GetRect(annotation, rect)
    return Box(
        min(rect.left, rect.right), min(rect.bottom, rect.top), max(rect.left, rect.right), max(rect.bottom, rect.top)
    )


def _is_opaque(annotation: Any) -> bool:
    """Whether the inside of a shape is filled: as its drawing shows, or as its file says. What the file says of a
    redaction is how it will look once it is done."""
    red, green, blue, opacity = ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint()
    inside = c.FPDFANNOT_COLORTYPE_InteriorColor
    objects = c.FPDFAnnot_GetObjectCount(annotation)
    if not objects:
        if c.FPDFAnnot_GetSubtype(annotation) == c.FPDF_ANNOT_REDACT or not c.FPDFAnnot_HasKey(annotation, _INSIDE):
            return False
        found = c.FPDFAnnot_GetColor(annotation, inside, red, green, blue, opacity)
        return bool(found) and opacity.value == OPAQUE
    return any(_fills(c.FPDFAnnot_GetObject(annotation, index), annotation) for index in range(min(objects, 10)))


def _fills(item: Any, annotation: Any) -> bool:
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    if c.FPDFPageObj_GetType(item) != c.FPDF_PAGEOBJ_PATH or not c.FPDFPath_GetDrawMode(item, mode, stroked):
        return False
    red, green, blue, opacity = ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint()
    c.FPDFPageObj_GetFillColor(item, red, green, blue, opacity)
    sides = [ctypes.c_float() for _ in range(4)]
    c.FPDFPageObj_GetBounds(item, *sides)
    left, bottom, right, top = (side.value for side in sides)
    whole = _place(annotation)
    large = (right - left) * (top - bottom) >= GROUND * (whole.x1 - whole.x0) * (whole.y1 - whole.y0)
    return bool(mode.value) and opacity.value == OPAQUE and large and not c.FPDFPageObj_HasTransparency(item)
