"""How a text object is set: size, weight, direction, slant, ink.

Takes an open text page and the place of a glyph; gives a `Style`, the same for all glyphs of one text object. Called
once a text object, by address.
"""

import ctypes
import math
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import pypdfium2.raw as c

from ingest.reader.engines.hidden.cut_text import CutText
from ingest.reader.engines.pdfium_calls import argument, by_address
from ingest.reader.engines.placement import Placement
from ingest.reader.engines.words.glyphs import ASCENT, DESCENT, is_bold_name

# Degrees. Text leaning more than this from the nearest quarter turn is a stamp or a watermark across the page.
LEANING: Final = 8
BOLD_WEIGHT: Final = 600
_FORCED_BOLD: Final = 1 << 18
_FILL_AND_STROKE: Final = c.FPDF_TEXTRENDERMODE_FILL_STROKE
_INVISIBLE: Final = c.FPDF_TEXTRENDERMODE_INVISIBLE
_FONT_NAME_BYTES: Final = 256  # a name has 127 at the most: ISO 32000-1, annex C

_text_matrix = by_address(c.FPDFText_GetMatrix, ctypes.c_int)
_font_size = by_address(c.FPDFTextObj_GetFontSize, ctypes.c_int)
_render_mode = by_address(c.FPDFTextObj_GetTextRenderMode, ctypes.c_int)
_font = by_address(c.FPDFTextObj_GetFont, ctypes.c_void_p)
# Where PDFium writes its answers, made once: it is not thread-safe, so that nobody else is writing there.
_number, _matrix = ctypes.c_float(), c.FS_MATRIX()
_NUMBER: Final = ctypes.byref(_number)
_MATRIX: Final = ctypes.byref(_matrix)


class Style(NamedTuple):
    """How one text object is set. `angle` None: leaning. `low`, `high`: its line across, for upright text (points).

    `straight`: upright, on a page that is neither turned nor askew, and not slanted. `before`, `after`: by how much the
    boxes of slanted glyphs stand out of the place that they take on the line (points).
    """

    size: float
    bold: bool
    angle: int | None
    visible: bool
    low: float
    high: float
    straight: bool
    before: float = 0.0
    after: float = 0.0
    cut: CutText | None = None


@dataclass(slots=True)
class StyleReader:
    """The styles of one text page: itself, its address as an argument, how its page is placed and turned."""

    text_page: Any
    handle: Any
    placement: Placement
    quarter_turns: int
    _fonts: dict[int | None, bool] = field(default_factory=dict)
    _rect: Any = field(default_factory=c.FS_RECTF)

    def style(self, item: int, index: int) -> Style:
        """How the text object at the address `item` is set, to which the glyph `index` belongs."""
        text_object = argument(item)
        _font_size(text_object, _NUMBER)
        _text_matrix(self.handle, index, _MATRIX)
        number, a, b, c_, d = _number.value, _matrix.a, _matrix.b, _matrix.c, _matrix.d
        size = number * (d if not (b or c_) else (a * d - b * c_) / (math.hypot(a, b) or 1))
        if number < 0:  # written upside down in an upside-down space
            a, b = -a, -b
        _, y = self.placement.point(_matrix.e, _matrix.f)
        angle = _quarter_angle(a, b, self.quarter_turns)
        before, after = self._slant(index, c_, d, y) if angle == 0 and (c_ or b) else (0.0, 0.0)
        mode = _render_mode(text_object)
        font = _font(text_object)
        bold = self._fonts.get(font)
        if bold is None:
            bold = self._fonts[font] = _is_bold(font)
        size = abs(size)
        return Style(
            size,
            bold or mode == _FILL_AND_STROKE,
            angle,
            mode != _INVISIBLE,
            y - ASCENT * size,
            y + DESCENT * size,
            angle == 0 and self.placement.a == 1 and not (before or after),
            before,
            after,
        )

    def _slant(self, index: int, across: float, along: float, baseline: float) -> tuple[float, float]:
        """By how much the box of an upright glyph stands out of its place, before and after it, where the font is made
        to lean: (`across`, `along`) is where the text's space puts what stands upright."""
        x, y = self.placement.point(across, along)
        start_x, start_y = self.placement.point(0, 0)
        if y == start_y:
            return 0.0, 0.0
        slope = (x - start_x) / (y - start_y)
        rect = self._rect
        c.FPDFText_GetLooseCharBox(self.text_page, index, rect)
        box = self.placement.box(rect.left, rect.bottom, rect.right, rect.top)
        ends = slope * (box.y0 - baseline), slope * (box.y1 - baseline)
        return max(0.0, -min(ends)), max(0.0, max(ends))


def _is_bold(font: int | None) -> bool:
    if not font:
        return False
    handle = ctypes.cast(font, c.FPDF_FONT)
    name = ctypes.create_string_buffer(_FONT_NAME_BYTES)
    c.FPDFFont_GetBaseFontName(handle, name, _FONT_NAME_BYTES)
    return (
        is_bold_name(name.value.decode("utf-8", "replace"))
        or c.FPDFFont_GetWeight(handle) >= BOLD_WEIGHT
        or bool(c.FPDFFont_GetFlags(handle) & _FORCED_BOLD)
    )


def _quarter_angle(a: float, b: float, quarter_turns: int) -> int | None:
    """Degrees clockwise, as displayed, of text that runs along (a, b): a quarter turn, or None when it leans."""
    if not b and a > 0 and not quarter_turns:
        return 0
    anticlockwise = math.degrees(math.atan2(b, a))
    angle = (90 * quarter_turns - anticlockwise) % 360
    nearest = round(angle / 90) * 90
    return None if abs(angle - nearest) > LEANING else nearest % 360
