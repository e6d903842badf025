"""The boxes of PDFium's page objects. Called by address: once or twice for each object of a page."""

import ctypes
from typing import Any, Final

import pypdfium2.raw as c

from ingest.reader.engines.addresses import by_address
from ingest.reader.engines.placement import Placement
from ingest.reader.records import Box

_bounds = by_address(c.FPDFPageObj_GetBounds, ctypes.c_int)
# Where PDFium writes its answers, made once: it is not thread-safe, so that nobody else is writing there.
_left, _bottom, _right, _top = ctypes.c_float(), ctypes.c_float(), ctypes.c_float(), ctypes.c_float()
_SIDES: Final = tuple(map(ctypes.byref, (_left, _bottom, _right, _top)))


def bounds_of(item: Any, placement: Placement) -> Box:
    """The box of a page object, in points of the page as displayed."""
    _bounds(item, *_SIDES)
    return placement.box(_left.value, _bottom.value, _right.value, _top.value)
