"""Figures that a font names wrongly: the shapes of a page's figures held against the names that its file gives them.

Takes an open text page and its text. In nearly all faces (76 of 77 measured), round figures (0 3 5 6 8 9) go a little
under the line on which 1, 2 and 4 stand; a font that names one for another shows it, whatever its letters. A 6 taken
for a 9, or a 7 for a 1, is not seen here.
"""

import ctypes
from collections.abc import Mapping
from typing import Any, Final

import pypdfium2.raw as c

from ingest.reader.engines.pdfium_calls import argument, by_address

ROUND: Final = "035689"
FLAT: Final = "124"
# Shares of the type size. By how much round figures go under the line, at least and at most: more is a face whose
# figures hang like small letters.
LEAST: Final = 0.004
MOST: Final = 0.05
# Figures of these two kinds that must be printed, and those of them that must stand where the other kind does: two
# figures named for each other make two.
FEWEST: Final = 6
WRONG: Final = 2

_text_matrix = by_address(c.FPDFText_GetMatrix, ctypes.c_int)
_text_object = by_address(c.FPDFText_GetTextObject, ctypes.c_void_p)
_font_size = by_address(c.FPDFTextObj_GetFontSize, ctypes.c_int)
_char_box = by_address(c.FPDFText_GetCharBox, ctypes.c_int)
_char_origin = by_address(c.FPDFText_GetCharOrigin, ctypes.c_int)
# Where PDFium writes its answers, made once: it is not thread-safe, so that nobody else is writing there.
_matrix, _size = c.FS_MATRIX(), ctypes.c_float()
_bottom, _y, _other = ctypes.c_double(), ctypes.c_double(), ctypes.c_double()
_MATRIX: Final = ctypes.byref(_matrix)
_SIZE: Final = ctypes.byref(_size)
_BOTTOM, _Y, _OTHER = ctypes.byref(_bottom), ctypes.byref(_y), ctypes.byref(_other)


def are_misnamed(page: Any, text: str) -> bool:
    """Whether the first figures of each kind on the page have the shapes of others. `page`: its text page, as
    `argument` makes it."""
    feet: dict[str, float] = {}
    for figure in ROUND + FLAT:
        index = text.find(figure)
        foot = _foot(page, index) if index >= 0 else None
        if foot is not None:
            feet[figure] = foot
    return shapes_disagree(feet)


def shapes_disagree(feet: Mapping[str, float]) -> bool:
    """Whether figures are not where they stand in all faces; `feet`: their lowest points over the line, in shares of
    the type size."""
    highest = max(feet.values(), default=0.0)
    if len(feet) < FEWEST or min(feet.values()) < highest - MOST:
        return False
    low = {figure for figure, foot in feet.items() if foot < highest - LEAST}
    wrong = sum((figure in low) != (figure in ROUND) for figure in feet)
    return bool(low) and wrong >= WRONG


def _foot(page: Any, index: int) -> float | None:
    """How far over its line a glyph begins; None where it is not set upright."""
    _text_matrix(page, index, _MATRIX)
    item = _text_object(page, index)
    if not item or not _font_size(argument(item), _SIZE):
        return None
    size = float(_size.value)
    if _matrix.b or _matrix.c or _matrix.a * size <= 0 or _matrix.d * size <= 0:
        return None
    _char_box(page, index, _OTHER, _OTHER, _BOTTOM, _OTHER)
    _char_origin(page, index, _OTHER, _Y)
    return float((_bottom.value - _y.value) / (size * _matrix.d))
