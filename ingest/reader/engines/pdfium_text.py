"""PDFium's text page → words: one string for the page, two character boxes per word.

Takes an open page and the vertical rules that may cut a word; gives words and what is to be said of the text. It does
not put words into lines.
"""

import ctypes
import math
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

import pypdfium2.raw as c

from ingest.reader.engines.glyphs import WORD, is_bold_name, line_box, printed
from ingest.reader.engines.placement import Placement
from ingest.reader.records import Box, Rule, Word

# Characters of one page: a dense page of tables has 6 000.
MOST_CHARACTERS: Final = 400_000
# Degrees. Text leaning more than this from the nearest quarter turn is a stamp or a watermark across the page.
LEANING: Final = 8
# Points. A word sticks out of its column when a vertical rule passes at least this far inside it.
INSIDE: Final = 0.8
# Share of the type size. White on both sides of a rule beyond which two glyphs belong to two cells.
CELL_GAP: Final = 0.25
BOLD_WEIGHT: Final = 600
_FORCED_BOLD: Final = 1 << 18
_FILL_AND_STROKE: Final = c.FPDF_TEXTRENDERMODE_FILL_STROKE
_INVISIBLE: Final = c.FPDF_TEXTRENDERMODE_INVISIBLE
_FONT_NAME_BYTES: Final = 256


@dataclass(frozen=True, slots=True)
class _Style:
    """How one text object is set. `angle` None: leaning."""

    size: float
    bold: bool
    angle: int | None
    visible: bool


@dataclass(slots=True)
class TextReader:
    """State of one page's reading. `leaning` and `invisible` count words; `cut`: more text than the limit."""

    placement: Placement
    quarter_turns: int
    vertical_rules: list[Rule]
    words: list[Word] = field(default_factory=list)
    leaning: list[str] = field(default_factory=list)
    invisible: int = 0
    unmapped: int = 0
    cut: bool = False
    _text_page: Any = None
    _x: ctypes.c_double = field(default_factory=ctypes.c_double)
    _y: ctypes.c_double = field(default_factory=ctypes.c_double)
    _rect: Any = field(default_factory=c.FS_RECTF)
    _styles: dict[int, _Style] = field(default_factory=dict)
    _fonts: dict[int, bool] = field(default_factory=dict)

    def read_page(self, text_page: Any) -> None:
        self._text_page = text_page
        count = c.FPDFText_CountChars(text_page)
        if count > MOST_CHARACTERS:
            self.cut, count = True, MOST_CHARACTERS
        if count <= 0:
            return
        text = self._text(count)
        self.unmapped = text.count("\ufffd")
        for found in WORD.finditer(text):
            first, last = found.start(), found.end() - 1
            self._add_word(text, first, last)

    def _text(self, count: int) -> str:
        buffer = (ctypes.c_ushort * (count + 1))()
        length = c.FPDFText_GetText(self._text_page, 0, count, buffer) - 1
        text = bytes(buffer)[: 2 * length].decode("utf-16-le", "surrogatepass")
        if len(text) == count:
            return text
        # Some characters have no place in the string: asking one by one keeps positions and boxes together.
        return "".join(self._character(index) for index in range(count))

    def _character(self, index: int) -> str:
        code = c.FPDFText_GetUnicode(self._text_page, index)
        if code == 0:
            return " " if c.FPDFText_IsGenerated(self._text_page, index) == 1 else "\ufffd"
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"

    def _add_word(self, text: str, first: int, last: int) -> None:
        style = self._style(first) or self._style(last)
        if style is None:
            return
        extent = self._extent(first, last)
        crossing = self._crossing(extent) if style.angle in (0, 180) else []
        if crossing:
            for start, end in self._pieces(first, last, style.size, crossing):
                piece = printed(text[start : end + 1])
                self._keep(piece, start, self._extent(start, end), self._style(start) or style)
        else:
            self._keep(printed(text[first : last + 1]), first, extent, style)

    def _keep(self, text: str, first: int, extent: Box, style: _Style) -> None:
        if not text:
            return
        if style.angle is None:
            self.leaning.append(text)
            return
        if not style.visible:
            self.invisible += 1
        x, y = self._x, self._y
        c.FPDFText_GetCharOrigin(self._text_page, first, x, y)
        box = line_box(extent, *self.placement.point(x.value, y.value), style.size, style.angle)
        self.words.append(Word(text, box, style.size, style.bold, style.angle))

    # ---- boxes -------------------------------------------------------------------------------------------------

    def _extent(self, first: int, last: int) -> Box:
        """The box around the first and last glyphs, exact along the line only."""
        rect = self._rect
        c.FPDFText_GetLooseCharBox(self._text_page, first, rect)
        left, bottom, right, top = rect.left, rect.bottom, rect.right, rect.top
        if last != first:
            c.FPDFText_GetLooseCharBox(self._text_page, last, rect)
            left, right = min(left, rect.left), max(right, rect.right)
            bottom, top = min(bottom, rect.bottom), max(top, rect.top)
        return self.placement.box(left, bottom, right, top)

    def _crossing(self, box: Box) -> list[float]:
        """Where vertical rules pass through a word."""
        first = bisect_right(self.vertical_rules, box.x0 + INSIDE, key=_across)
        last = bisect_right(self.vertical_rules, box.x1 - INSIDE, key=_across)
        middle = (box.y0 + box.y1) / 2
        return [rule.x0 for rule in self.vertical_rules[first:last] if rule.y0 <= middle <= rule.y1]

    def _pieces(self, first: int, last: int, size: float, crossing: list[float]) -> list[tuple[int, int]]:
        """The word cut where a rule passes between two glyphs that were not set together.

        Text that simply overflows its cell stays whole: it is one text object, or one for each glyph without a gap.
        """
        boxes = [self._extent(index, index) for index in range(first, last + 1)]
        objects = [self._object(index) for index in range(first, last + 1)]
        changes = sum(one != other for one, other in pairwise(objects))
        cuts = []
        for index, ((before, after), (one, other)) in enumerate(zip(pairwise(boxes), pairwise(objects), strict=True)):
            low, high = sorted((before.x0 + before.x1, after.x0 + after.x1))
            if any(low < 2 * x < high for x in crossing):
                apart = max(after.x0 - before.x1, before.x0 - after.x1) > CELL_GAP * size
                if apart or (one != other and changes <= len(crossing)):
                    cuts.append(first + index + 1)
        return list(zip([first, *cuts], [*(cut - 1 for cut in cuts), last], strict=True))

    # ---- styles ------------------------------------------------------------------------------------------------

    def _object(self, index: int) -> int:
        item = c.FPDFText_GetTextObject(self._text_page, index)
        return ctypes.addressof(item.contents) if item else 0

    def _style(self, index: int) -> _Style | None:
        item = c.FPDFText_GetTextObject(self._text_page, index)
        if not item:
            return None
        address = ctypes.addressof(item.contents)
        known = self._styles.get(address)
        if known is None:
            known = self._styles[address] = self._read_style(item, index)
        return known

    def _read_style(self, item: Any, index: int) -> _Style:
        size, matrix = ctypes.c_float(), c.FS_MATRIX()
        c.FPDFTextObj_GetFontSize(item, size)
        c.FPDFText_GetMatrix(self._text_page, index, matrix)
        mode = c.FPDFTextObj_GetTextRenderMode(item)
        return _Style(
            size=abs(size.value) * math.hypot(matrix.c, matrix.d),
            bold=self._is_bold(item) or mode == _FILL_AND_STROKE,
            angle=_quarter_angle(math.degrees(math.atan2(matrix.b, matrix.a)), self.quarter_turns),
            visible=mode != _INVISIBLE,
        )

    def _is_bold(self, item: Any) -> bool:
        font = c.FPDFTextObj_GetFont(item)
        if not font:
            return False
        address = ctypes.addressof(font.contents)
        known = self._fonts.get(address)
        if known is None:
            name = ctypes.create_string_buffer(_FONT_NAME_BYTES)
            c.FPDFFont_GetBaseFontName(font, name, _FONT_NAME_BYTES)
            known = self._fonts[address] = (
                is_bold_name(name.value.decode("utf-8", "replace"))
                or c.FPDFFont_GetWeight(font) >= BOLD_WEIGHT
                or bool(c.FPDFFont_GetFlags(font) & _FORCED_BOLD)
            )
        return known


def _across(rule: Rule) -> float:
    return rule.x0


def _quarter_angle(anticlockwise: float, quarter_turns: int) -> int | None:
    """Degrees clockwise as displayed, to the nearest quarter turn; None when the text leans."""
    angle = (90 * quarter_turns - anticlockwise) % 360
    nearest = round(angle / 90) * 90
    return None if abs(angle - nearest) > LEANING else nearest % 360
