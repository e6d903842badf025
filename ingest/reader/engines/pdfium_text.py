"""PDFium's text page → words: one string for the page, two character boxes per word.

Takes an open page and the vertical rules that may cut a word; gives words and what is to be said of the text. It does
not put words into lines. This is the inner loop of the reader: calls are made by address and boxes of upright words are
written without going through `Placement`.
"""

import ctypes
import math
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final, NamedTuple

import pypdfium2.raw as c

from ingest.reader.engines.addresses import address_of, argument, by_address
from ingest.reader.engines.glyphs import ASCENT, DESCENT, WORD, is_bold_name, is_printed, line_box, printed
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
# Share of the type size. How far from a rule the texts of its two cells may meet.
BESIDE: Final = 0.5
# Share of the type size. A glyph that stands back by more begins another text; kerning brings two letters nearer by a
# ninth at most.
OVERPRINT: Final = 0.15
BOLD_WEIGHT: Final = 600
_FORCED_BOLD: Final = 1 << 18
_FILL_AND_STROKE: Final = c.FPDF_TEXTRENDERMODE_FILL_STROKE
_INVISIBLE: Final = c.FPDF_TEXTRENDERMODE_INVISIBLE
_FONT_NAME_BYTES: Final = 256


_text_object = by_address(c.FPDFText_GetTextObject, ctypes.c_void_p)
_loose_box = by_address(c.FPDFText_GetLooseCharBox, ctypes.c_int)
_matrix = by_address(c.FPDFText_GetMatrix, ctypes.c_int)
_font_size = by_address(c.FPDFTextObj_GetFontSize, ctypes.c_int)
_render_mode = by_address(c.FPDFTextObj_GetTextRenderMode, ctypes.c_int)
_font = by_address(c.FPDFTextObj_GetFont, ctypes.c_void_p)


class _Style(NamedTuple):
    """How one text object is set. `angle` None: leaning. `low`, `high`: its line across, for upright text (points)."""

    size: float
    bold: bool
    angle: int | None
    visible: bool
    low: float
    high: float


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
    _handle: Any = None
    _rect: Any = field(default_factory=c.FS_RECTF)
    _styles: dict[int, _Style] = field(default_factory=dict)
    _fonts: dict[int | None, bool] = field(default_factory=dict)
    _number: ctypes.c_float = field(default_factory=ctypes.c_float)
    _matrix: Any = field(default_factory=c.FS_MATRIX)

    def read_page(self, text_page: Any) -> None:
        self._text_page = text_page
        self._handle = argument(address_of(text_page))
        count = c.FPDFText_CountChars(text_page)
        if count > MOST_CHARACTERS:
            self.cut, count = True, MOST_CHARACTERS
        if count > 0:
            text = self._text(count)
            self.unmapped = text.count("\ufffd")
            self._read_words(text)

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
        if code == 2:
            return "\ufffe"
        if code == 0:
            return " " if c.FPDFText_IsGenerated(self._text_page, index) == 1 else "\ufffd"
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"

    # ---- words -------------------------------------------------------------------------------------------------

    def _read_words(self, text: str) -> None:
        page, rect, add = self._handle, self._rect, self.words.append
        where, left = ctypes.byref(rect), self.placement.e
        crossings = [rule.x0 for rule in self.vertical_rules]
        upright_page, plain = self.quarter_turns == 0, is_printed(text)
        known = 0
        for found in WORD.finditer(text):
            first, end = found.span()
            item = _text_object(page, first)
            if item != known:
                found_style = self._style(first)
                if found_style is None:
                    continue
                known, style = item, found_style
                size, bold, angle, visible, low, high = style
            if angle != 0 or not upright_page:
                for start, last, own in self._runs(first, end - 1, style):
                    self._add_turned(text[start : last + 1], start, last, own)
                continue
            _loose_box(page, first, where)
            x0 = rect.left + left
            if end - first > 1:
                _loose_box(page, end - 1, where)
            x1 = rect.right + left
            if x1 < x0:  # a script that runs from right to left
                x0, x1 = x1, x0
            box = Box(x0, low, x1, high)
            crossed = bisect_right(crossings, x0 + INSIDE)
            if crossed < len(crossings) and crossings[crossed] < x1 - INSIDE and (crossing := self._crossing(box)):
                self._add_crossed(text, first, end - 1, style, crossing)
                continue
            word = found[0] if plain else printed(found[0])
            if word:
                self.invisible += not visible
                add(Word(word, box, size, bold))

    def _runs(self, first: int, last: int, style: _Style) -> list[tuple[int, int, _Style]]:
        """The word cut where upright text follows turned text, or the reverse: PDFium puts no space between the two."""
        if _text_object(self._handle, first) == _text_object(self._handle, last):
            return [(first, last, style)]
        runs = [(first, first, style)]
        for index in range(first + 1, last + 1):
            own = self._style(index) or runs[-1][2]
            if own.angle == runs[-1][2].angle:
                runs[-1] = (runs[-1][0], index, runs[-1][2])
            else:
                runs.append((index, index, own))
        return runs

    def _add_turned(self, text: str, first: int, last: int, style: _Style) -> None:
        text = printed(text)
        if style.angle is None:
            self.leaning.append(text)
            return
        extent = self._extent(first, last)
        crossing = self._crossing(extent) if style.angle in (0, 180) else []
        for start, end in self._pieces(first, last, style.size, crossing) if crossing else [(first, last)]:
            self._keep(text[start - first : end + 1 - first], start, end, style)

    def _keep(self, text: str, first: int, last: int, style: _Style) -> None:
        """Add a word by the long way: any angle, on a page turned or not."""
        if text and style.angle is not None:
            self.invisible += not style.visible
            box = line_box(self._extent(first, last), *self._origin(first), style.size, style.angle)
            self.words.append(Word(text, box, style.size, style.bold, style.angle))

    def _add_crossed(self, text: str, first: int, last: int, style: _Style, crossing: list[float]) -> None:
        for start, end in self._pieces(first, last, style.size, crossing):
            self._keep(printed(text[start : end + 1]), start, end, self._style(start) or style)

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

    def _origin(self, index: int) -> tuple[float, float]:
        """Where the glyph stands on its baseline."""
        x, y = ctypes.c_double(), ctypes.c_double()
        c.FPDFText_GetCharOrigin(self._text_page, index, x, y)
        return self.placement.point(x.value, y.value)

    def _crossing(self, box: Box) -> list[float]:
        """Where vertical rules pass through a word."""
        middle = (box.y0 + box.y1) / 2
        return [
            rule.x0
            for rule in self.vertical_rules
            if box.x0 + INSIDE < rule.x0 < box.x1 - INSIDE and rule.y0 <= middle <= rule.y1
        ]

    def _pieces(self, first: int, last: int, size: float, crossing: list[float]) -> list[tuple[int, int]]:
        """The word cut where a rule passes between two glyphs that were not set together.

        Text that simply overflows its cell stays whole: it is one text object, or one for each glyph without a gap.
        Where it runs over the text of the next cell, the next glyph stands back.
        """
        boxes = [self._extent(index, index) for index in range(first, last + 1)]
        objects = [_text_object(self._handle, index) for index in range(first, last + 1)]
        changes = sum(one != other for one, other in pairwise(objects))
        cuts = []
        for index, ((before, after), (one, other)) in enumerate(zip(pairwise(boxes), pairwise(objects), strict=True)):
            low, high = sorted((before.x0 + before.x1, after.x0 + after.x1))
            between = any(low < 2 * x < high for x in crossing)
            beside = any(low < 2 * x + 2 * BESIDE * size and 2 * x - 2 * BESIDE * size < high for x in crossing)
            apart = max(after.x0 - before.x1, before.x0 - after.x1) > CELL_GAP * size
            back = min(before.x1 - after.x0, after.x1 - before.x0) > OVERPRINT * size
            other_run = one != other and (back or (beside and changes <= len(crossing)))
            if other_run or (between and apart):
                cuts.append(first + index + 1)
        return list(zip([first, *cuts], [*(cut - 1 for cut in cuts), last], strict=True))

    # ---- styles ------------------------------------------------------------------------------------------------

    def _style(self, index: int) -> _Style | None:
        """How the glyph is set; None for one that PDFium made up."""
        item = _text_object(self._handle, index)
        if not item:
            return None
        known = self._styles.get(item)
        if known is None:
            known = self._styles[item] = self._read_style(item, index)
        return known

    def _read_style(self, item: int, index: int) -> _Style:
        number, matrix = self._number, self._matrix
        text_object = argument(item)
        _font_size(text_object, ctypes.byref(number))
        _matrix(self._handle, index, ctypes.byref(matrix))
        a, b, c_, d = matrix.a, matrix.b, matrix.c, matrix.d
        size = abs(number.value * (math.hypot(c_, d) if c_ else d))
        _, y = self.placement.point(matrix.e, matrix.f)
        mode = _render_mode(text_object)
        font = _font(text_object)
        bold = self._fonts.get(font)
        if bold is None:
            bold = self._fonts[font] = _is_bold(font)
        return _Style(
            size,
            bold or mode == _FILL_AND_STROKE,
            _quarter_angle(a, b, self.quarter_turns),
            mode != _INVISIBLE,
            y - ASCENT * size,
            y + DESCENT * size,
        )


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
