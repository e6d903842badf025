"""Figures that a font names wrongly: the shapes of a page's figures held against the names that its file gives them.

Takes an open text page and its text. In nearly all faces (76 of 77 measured), round figures (0 3 5 6 8 9) go a little
under the line on which 1, 2 and 4 stand; a font that names one for another shows it, whatever its letters. A 6 taken
for a 9, or a 7 for a 1, is not seen here.
"""

import ctypes
from collections.abc import Mapping
from typing import Any, Final

import pypdfium2.raw as c

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


def are_misnamed(text_page: Any, text: str) -> bool:
    """Whether the first figures of each kind on the page have the shapes of others."""
    feet: dict[str, float] = {}
    for figure in ROUND + FLAT:
        index = text.find(figure)
        foot = _foot(text_page, index) if index >= 0 else None
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


def _foot(text_page: Any, index: int) -> float | None:
    """How far over its line a glyph begins; None where it is not set upright."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    x, y = ctypes.c_double(), ctypes.c_double()
    matrix, size = c.FS_MATRIX(), ctypes.c_float()
    c.FPDFText_GetMatrix(text_page, index, matrix)
    item = c.FPDFText_GetTextObject(text_page, index)
    if not item or not c.FPDFTextObj_GetFontSize(item, size):
        return None
    if matrix.b or matrix.c or matrix.a * size.value <= 0 or matrix.d * size.value <= 0:
        return None
    c.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
    c.FPDFText_GetCharOrigin(text_page, index, x, y)
    return float((bottom.value - y.value) / (size.value * matrix.d))
