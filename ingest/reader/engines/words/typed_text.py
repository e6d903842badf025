"""What was typed on a page: values of form fields, figures in text boxes. Drawn over it, they are no part of its text.

Takes an open page; makes them part of it, in memory only. Comments, links, stamps, signatures and other text boxes stay
out: they stand anywhere, over whatever is printed there.
"""

import ctypes
import re
from typing import Any, Final

import pypdfium2.raw as c

from ingest.reader.engines.hidden.marks import MOST_ANNOTATIONS

_SIGNATURE: Final = "Sig"
_FIELD_TYPE: Final = b"FT"
_CONTENTS: Final = b"Contents"
# Bytes, two a character. Longer text is no figure.
_MOST_BYTES: Final = 128
_FIGURE: Final = re.compile(r"\s*\d[\d\s.,\u00a0\u202f]*(?:€|euros?|eur)?\s*", re.IGNORECASE)


def print_typed(page: Any) -> bool:
    """Make what was typed on the page part of it; gives whether there was any: the page is then to be loaded again."""
    count = c.FPDFPage_GetAnnotCount(page)
    if not 0 < count <= MOST_ANNOTATIONS:
        return False
    others = [index for index in range(count) if not _is_typed(page, index)]
    if len(others) == count:
        return False
    _make_appearances(page)
    for index in reversed(others):
        c.FPDFPage_RemoveAnnot(page, index)
    return bool(c.FPDFPage_Flatten(page, c.FLAT_NORMALDISPLAY) == c.FLATTEN_SUCCESS)


def _is_typed(page: Any, index: int) -> bool:
    annotation = c.FPDFPage_GetAnnot(page, index)
    if not annotation:
        return False
    try:
        kind = c.FPDFAnnot_GetSubtype(annotation)
        if kind == c.FPDF_ANNOT_WIDGET:
            return _said(annotation, _FIELD_TYPE) != _SIGNATURE
        return kind == c.FPDF_ANNOT_FREETEXT and _FIGURE.fullmatch(_said(annotation, _CONTENTS)) is not None
    finally:
        c.FPDFPage_CloseAnnot(annotation)


def _said(annotation: Any, key: bytes) -> str:
    """What an annotation says under a key, cut short."""
    buffer = ctypes.create_string_buffer(_MOST_BYTES)
    needed = c.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(buffer, ctypes.POINTER(c.FPDF_WCHAR)), _MOST_BYTES)
    return buffer.raw[: max(0, needed - 2)].decode("utf-16-le", "replace") if needed <= _MOST_BYTES else ""


def _make_appearances(page: Any) -> None:
    """Fields whose file leaves their drawing to the reader are drawn when the page is: on one pixel."""
    bitmap = c.FPDFBitmap_Create(1, 1, 0)
    try:
        c.FPDF_RenderPageBitmap(bitmap, page, 0, 0, 1, 1, 0, c.FPDF_ANNOT)
    finally:
        c.FPDFBitmap_Destroy(bitmap)
