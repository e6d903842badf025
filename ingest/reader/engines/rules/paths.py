"""PDFium's page objects → rules and fills: lines, thin and stroked rectangles, shapes inside forms.

Takes an open page and a `Drawing` to fill; tells how much of the page was left unread, how much of it is images, and
what may hide text. It does not read text objects.
"""

import ctypes
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

import pypdfium2.raw as c

from ingest.reader.engines.hidden.unseen_objects import OPAQUE, PAPER_WHITE, Cover, Shape
from ingest.reader.engines.pdfium_calls import (
    address_of,
    argument,
    bounds_of,
    by_address,
    clip_of,
    corners_of,
    count_corners,
    count_windows,
    fill_of,
    matrix_of,
)
from ingest.reader.engines.placement import Placement
from ingest.reader.engines.rules.drawing import LEAN, RULE_THICKNESS, Drawing
from ingest.reader.records import Box

# Drawn objects read on one page: the densest real page seen has 800, drawings made to exhaust a reader have 40 000.
MOST_OBJECTS: Final = 100_000
# Segments of one path: beyond, it is a map or a drawing.
MOST_SEGMENTS: Final = 20_000
# Images kept of one page: beyond, they are the tiles of a map or the stripes of a scan.
MOST_PICTURES: Final = 200
# Pixels of the images of one page, drawn as often as it draws them: a sheet of plans scanned at 600 dots an inch has
# 560 million.
MOST_PIXELS: Final = 2_000_000_000
# Forms inside forms: two are usual (a page imported in a page), a form that draws itself has no end.
DEEPEST_FORM: Final = 8
# Paths of many segments on one page, from which letters are drawn as outlines: charts and logos have fewer.
OUTLINES: Final = 400
# Segments of such paths on a page without a word: whole lines may be one path each, of some fifteen segments a letter.
OUTLINED: Final = 1_000
# Share of the page that an image covers where it is the page.
SHEET: Final = 0.5
# Segments of a rectangle: four sides, closing point included or not.
RECTANGLE_SEGMENTS: Final = (4, 5)

_TEXT: Final = c.FPDF_PAGEOBJ_TEXT
_object = by_address(c.FPDFPage_GetObject, ctypes.c_void_p)
_object_inside = by_address(c.FPDFFormObj_GetObject, ctypes.c_void_p)
_count_inside = by_address(c.FPDFFormObj_CountObjects, ctypes.c_int)
_kind = by_address(c.FPDFPageObj_GetType, ctypes.c_int)
_image_size = by_address(c.FPDFImageObj_GetImagePixelSize, ctypes.c_int)
_draw_mode = by_address(c.FPDFPath_GetDrawMode, ctypes.c_int)
_count_segments = by_address(c.FPDFPath_CountSegments, ctypes.c_int)
_lets_through = by_address(c.FPDFPageObj_HasTransparency, ctypes.c_int)
_segment = by_address(c.FPDFPath_GetPathSegment, ctypes.c_void_p)
_point = by_address(c.FPDFPathSegment_GetPoint, ctypes.c_int)
_segment_kind = by_address(c.FPDFPathSegment_GetType, ctypes.c_int)
_closes = by_address(c.FPDFPathSegment_GetClose, ctypes.c_int)
# Where PDFium writes its answers, made once: it is not thread-safe, so that nobody else is writing there.
_filled, _stroked = ctypes.c_int(), ctypes.c_int()
_MODE: Final = ctypes.byref(_filled), ctypes.byref(_stroked)
_across, _down = ctypes.c_uint(), ctypes.c_uint()
_SIZE: Final = ctypes.byref(_across), ctypes.byref(_down)
_x, _y = ctypes.c_float(), ctypes.c_float()
_POINT: Final = ctypes.byref(_x), ctypes.byref(_y)
_BEZIER, _MOVE = c.FPDF_SEGMENT_BEZIERTO, c.FPDF_SEGMENT_MOVETO


@dataclass(slots=True)
class PathReader:
    """State of one page's reading. `cut`: the page held more than the limits allow. `pictured`: square points that
    images cover, `pictures` their boxes, `pixels` what they are made of. `outlines`: paths of many segments, as letters
    are that were turned into drawings, `outlined` their segments. `texts`: text objects in the order in which they are
    drawn, `covers` opaque shapes drawn after some of them, `shapes` what else may stand behind them, `sheets` the
    images as large as the page that are drawn after so many of them."""

    drawing: Drawing
    left: int = MOST_OBJECTS
    cut: bool = False
    pictured: float = 0.0
    pixels: int = 0
    outlines: int = 0
    outlined: int = 0
    pictures: list[Box] = field(default_factory=list)
    texts: list[tuple[int, Placement]] = field(default_factory=list)
    covers: list[Cover] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    sheets: list[tuple[int, int]] = field(default_factory=list)

    def read_page(self, page: Any, placement: Placement) -> None:
        handle = argument(address_of(page))
        for index in range(c.FPDFPage_CountObjects(page)):
            address = _object(handle, index)
            kind = _kind(argument(address))
            if kind == _TEXT:
                self.texts.append((address, placement))
            else:
                self._read_object(address, kind, placement, depth=0)
                if self.cut:
                    return

    def _read_object(self, address: int, kind: int, placement: Placement, depth: int) -> None:
        item = argument(address)
        self.left -= 1
        if self.left < 0:
            self.cut = True
        elif kind == c.FPDF_PAGEOBJ_PATH:
            self._read_path(item, placement)
        elif kind == c.FPDF_PAGEOBJ_IMAGE:
            self._read_image(address, bounds_of(item, placement))
        elif kind == c.FPDF_PAGEOBJ_FORM:
            self._read_form(item, placement, depth)
        elif kind == _TEXT:
            self.texts.append((address, placement))
        else:
            self.shapes.append(Shape(item, placement))

    def _read_image(self, address: int, box: Box) -> None:
        area = (box.x1 - box.x0) * (box.y1 - box.y0)
        self.pictured += area
        if self.texts and area >= SHEET * self.drawing.width * self.drawing.height:
            self.sheets.append((len(self.texts), address))
        if min(box.x1 - box.x0, box.y1 - box.y0) <= RULE_THICKNESS:
            self.drawing.add_thin(box)  # a rule drawn as pictures of dashes
        elif len(self.pictures) < MOST_PICTURES:
            self.pictures.append(box)
        _image_size(argument(address), *_SIZE)
        self.pixels += _across.value * _down.value
        self.cut |= self.pixels > MOST_PIXELS

    def _read_form(self, form: Any, placement: Placement, depth: int) -> None:
        if depth >= DEEPEST_FORM:
            self.cut = True
            return
        inside = placement.after(matrix_of(form))
        for index in range(_count_inside(form)):
            address = _object_inside(form, index)
            self._read_object(address, _kind(argument(address)), inside, depth + 1)
            if self.cut:
                return

    def _read_path(self, path: Any, placement: Placement) -> None:
        _draw_mode(path, *_MODE)
        filled, stroked = _filled.value, _stroked.value
        if not (filled or stroked):
            return
        segments = _count_segments(path)
        if segments <= RECTANGLE_SEGMENTS[-1]:
            box = bounds_of(path, placement)
            if min(box.x1 - box.x0, box.y1 - box.y0) <= RULE_THICKNESS:
                self.drawing.add_thin(box)
                return
        else:
            self.outlines += 1
            self.outlined += segments
        self.shapes.append(Shape(path, placement))
        if segments > MOST_SEGMENTS:
            self.cut = True
            return
        subpaths = _subpaths(path, segments, placement.after(matrix_of(path)))
        if stroked:
            for points in subpaths:
                for start, end in zip(points, points[1:], strict=False):
                    self.drawing.add_segment(*start, *end)
        if filled:
            self._fill(path, subpaths, placement)

    def _fill(self, path: Any, subpaths: Iterable[list["Point"]], placement: Placement) -> None:
        coloured, opaque = _fill_of(path)
        for box in filter(None, map(_rectangle, subpaths)):
            self.drawing.add_surface(box, coloured=coloured)
            if opaque and self.texts:
                self.covers.append(Cover(len(self.texts), _clipped(box, path, placement)))


def _fill_of(path: Any) -> tuple[bool, bool]:
    """Whether the fill of a path is seen on the paper, and whether nothing is seen through it."""
    fill = fill_of(path)
    if fill is None:
        return True, False  # seen, so coloured
    *colour, opacity = fill
    return opacity > 0 and min(colour) < PAPER_WHITE, opacity == OPAQUE and not _lets_through(path)


def _clipped(box: Box, path: Any, placement: Placement) -> Box:
    """What can be seen of a shape: white is often laid over a whole page through a narrow window."""
    clip = clip_of(path)
    for window in range(count_windows(clip)):
        points = corners_of(clip, window, min(MOST_SEGMENTS, count_corners(clip, window)))
        corners = [placement.point(x, y) for x, y in points]
        if corners:
            across, down = [x for x, _ in corners], [y for _, y in corners]
            box = Box(
                max(box.x0, min(across)), max(box.y0, min(down)), min(box.x1, max(across)), min(box.y1, max(down))
            )
    return box


Point = tuple[float, float]


def _subpaths(path: Any, segments: int, placement: Placement) -> list[list[Point]]:
    """The straight pieces of a path, each as the points it goes through; curves break it."""
    pieces: list[list[Point]] = []
    start: Point | None = None
    for index in range(segments):
        segment = argument(_segment(path, index) or 0)
        _point(segment, *_POINT)
        point = placement.point(_x.value, _y.value)
        kind = _segment_kind(segment)
        if kind in (_MOVE, _BEZIER) or not pieces:
            pieces.append([point])
            start = point if kind == _MOVE else start
        else:
            pieces[-1].append(point)
        if start is not None and _closes(segment) and point != start:
            pieces[-1].append(start)
    return [piece for piece in pieces if len(piece) > 1]


def _rectangle(points: list[Point]) -> Box | None:
    """The upright rectangle that these corners draw, or None when they draw something else."""
    if len(points) not in RECTANGLE_SEGMENTS:
        return None
    across, down = [x for x, _ in points], [y for _, y in points]
    box = Box(min(across), min(down), max(across), max(down))
    upright = all(
        min(abs(x - box.x0), abs(x - box.x1)) < LEAN and min(abs(y - box.y0), abs(y - box.y1)) < LEAN for x, y in points
    )
    return box if upright else None
