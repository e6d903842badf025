"""PDFium called by plain addresses, at half the cost of a call through pointer objects; what it tells of an object.

For the inner loops only, which make several calls for every word and every object of a page. Objects and clip paths are
given as `argument` makes them.
"""

import ctypes
from typing import Any, Final

import pypdfium2.raw as c

from ingest.reader.engines.placement import Placement
from ingest.reader.records import Box

argument: Final[Any] = ctypes.c_void_p.from_param


def by_address(function: Any, result: Any) -> Any:
    """The same C function, whose arguments nobody converts at each call: handles are given as `argument` makes them
    once, out-parameters by `ctypes.byref`, integers as they are; handles are returned as integers. Python's lock is
    kept: giving it up and taking it again costs as much as what is asked."""
    return ctypes.PYFUNCTYPE(result)(address_of(function))


def address_of(handle: Any) -> int:
    """The address that a handle or a function points to."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


_bounds = by_address(c.FPDFPageObj_GetBounds, ctypes.c_int)
_matrix = by_address(c.FPDFPageObj_GetMatrix, ctypes.c_int)
_fill_colour = by_address(c.FPDFPageObj_GetFillColor, ctypes.c_int)
_clip_path = by_address(c.FPDFPageObj_GetClipPath, ctypes.c_void_p)
_corner = by_address(c.FPDFClipPath_GetPathSegment, ctypes.c_void_p)
_point = by_address(c.FPDFPathSegment_GetPoint, ctypes.c_int)
# Where PDFium writes its answers, made once: it is not thread-safe, so that nobody else is writing there.
_left, _bottom, _right, _top = ctypes.c_float(), ctypes.c_float(), ctypes.c_float(), ctypes.c_float()
_SIDES: Final = tuple(map(ctypes.byref, (_left, _bottom, _right, _top)))
_red, _green, _blue, _opacity = ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint()
_COLOUR: Final = tuple(map(ctypes.byref, (_red, _green, _blue, _opacity)))
_found = c.FS_MATRIX()
_MATRIX: Final = ctypes.byref(_found)
_x, _y = ctypes.c_float(), ctypes.c_float()
_POINT: Final = ctypes.byref(_x), ctypes.byref(_y)

# How many windows a clip path has, and how many corners one of them has.
count_windows = by_address(c.FPDFClipPath_CountPaths, ctypes.c_int)
count_corners = by_address(c.FPDFClipPath_CountPathSegments, ctypes.c_int)


def bounds_of(item: Any, placement: Placement) -> Box:
    """The box of a page object, in points of the page as displayed."""
    _bounds(item, *_SIDES)
    return placement.box(_left.value, _bottom.value, _right.value, _top.value)


def matrix_of(item: Any) -> Placement:
    """The map from the space of an object to that of what holds it."""
    _matrix(item, _MATRIX)
    return Placement(_found.a, _found.b, _found.c, _found.d, _found.e, _found.f)


def fill_of(item: Any) -> tuple[int, int, int, int] | None:
    """Red, green, blue and opacity (0 to 255) of what fills an object; None for a pattern, or a colour space that
    PDFium does not express."""
    if not _fill_colour(item, *_COLOUR):
        return None
    return _red.value, _green.value, _blue.value, _opacity.value


def clip_of(item: Any) -> Any:
    """The clip path of an object, to ask for its windows."""
    return argument(_clip_path(item) or 0)


def corner_address(clip: Any, window: int, index: int) -> int:
    """The address of one corner of a window, which objects seen through the same window share."""
    address: int | None = _corner(clip, window, index)
    return address or 0


def corners_of(clip: Any, window: int, count: int) -> list[tuple[float, float]]:
    """The first `count` corners of a window, in the space of the object."""
    points = []
    for index in range(count):
        _point(argument(corner_address(clip, window, index)), *_POINT)
        points.append((_x.value, _y.value))
    return points
