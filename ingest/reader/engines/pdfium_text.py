"""PDFium's text page → words: one string for the page, two character boxes per word.

Takes an open page and the vertical rules that may cut a word; gives words and what is to be said of the text. It does
not put words into lines. This is the inner loop of the reader: calls are made by address and boxes of upright words are
written without going through `Placement`.
"""

import ctypes
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Any, Final

import pypdfium2.raw as c

from ingest.reader.engines.addresses import address_of, argument, by_address
from ingest.reader.engines.cut_text import CutText
from ingest.reader.engines.glyphs import WORD, is_printed, line_box, printed, spaced
from ingest.reader.engines.pdfium_styles import Style, StyleReader
from ingest.reader.engines.placement import Placement
from ingest.reader.records import Box, Rule, Word

# Characters of one page: a dense page of tables has 6 000.
MOST_CHARACTERS: Final = 400_000
# Points. A word sticks out of its column when a vertical rule passes at least this far inside it.
INSIDE: Final = 0.8
# Share of the type size. White on both sides of a rule beyond which two glyphs belong to two cells.
CELL_GAP: Final = 0.25
# Share of the type size. How far from a rule the texts of its two cells may meet.
BESIDE: Final = 0.5
# Share of the type size. A glyph that stands back by more begins another text; kerning brings two letters nearer by a
# ninth at most.
OVERPRINT: Final = 0.15


_text_object = by_address(c.FPDFText_GetTextObject, ctypes.c_void_p)
_loose_box = by_address(c.FPDFText_GetLooseCharBox, ctypes.c_int)


@dataclass(slots=True)
class TextReader:
    """State of one page's reading. `leaning`: words left out; `invisible`: places among `words` of those that are
    written without ink; `cut`: more text than the limit."""

    placement: Placement
    quarter_turns: int
    vertical_rules: list[Rule]
    cut_texts: dict[int, CutText] = field(default_factory=dict)
    words: list[Word] = field(default_factory=list)
    leaning: list[str] = field(default_factory=list)
    invisible: list[int] = field(default_factory=list)
    unmapped: int = 0
    cut: bool = False
    _text_page: Any = None
    _handle: Any = None
    _rect: Any = field(default_factory=c.FS_RECTF)
    _styles: dict[int, Style] = field(default_factory=dict)
    _setting: Any = None

    def read_page(self, text_page: Any) -> None:
        self._text_page = text_page
        self._handle = argument(address_of(text_page))
        self._setting = StyleReader(text_page, self._handle, self.placement, self.quarter_turns)
        count = c.FPDFText_CountChars(text_page)
        if count > MOST_CHARACTERS:
            self.cut, count = True, MOST_CHARACTERS
        if count > 0:
            text = spaced(self._text(count))
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
        plain = is_printed(text)
        known = 0
        for found in WORD.finditer(text):
            first, end = found.span()
            item = _text_object(page, first)
            if item != known:
                found_style = self._style(first)
                if found_style is None:
                    continue
                known, style = item, found_style
                size, bold, _, visible, low, high, straight, _, _, _ = style
            if not straight or (self.cut_texts and _text_object(page, end - 1) in self.cut_texts):
                self._add_runs(text, first, end - 1, style)
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
                if not visible:
                    self.invisible.append(len(self.words))
                add(Word(word, box, size, bold))

    def _add_runs(self, text: str, first: int, last: int, style: Style) -> None:
        for start, end, own in self._runs(first, last, style):
            self._add_turned(text[start : end + 1], start, end, own)

    def _runs(self, first: int, last: int, style: Style) -> list[tuple[int, int, Style]]:
        """The word cut where upright text follows turned text, or text seen in part follows text seen whole, or the
        reverse: PDFium puts no space between the two."""
        if _text_object(self._handle, first) == _text_object(self._handle, last):
            return [(first, last, style)]
        runs = [(first, first, style)]
        for index in range(first + 1, last + 1):
            own = self._style(index) or runs[-1][2]
            if own.angle == runs[-1][2].angle and own.cut is runs[-1][2].cut:
                runs[-1] = (runs[-1][0], index, runs[-1][2])
            else:
                runs.append((index, index, own))
        return runs

    def _add_turned(self, text: str, first: int, last: int, style: Style) -> None:
        if style.angle is None:
            self.leaning.append(printed(text))
            return
        if style.cut:
            self._add_cut(text, first, last, style, style.cut)
            return
        extent = self._extent(first, last, style)
        crossing = self._crossing(extent) if style.angle in (0, 180) else []
        for start, end in self._pieces(first, last, style, crossing) if crossing else [(first, last)]:
            self._keep(printed(text[start - first : end + 1 - first]), start, end, style)

    def _add_cut(self, text: str, first: int, last: int, style: Style, cut: CutText) -> None:
        """Add what is seen of a word."""
        seen = [cut.shows(self._extent(index, index, style)) for index in range(first, last + 1)]
        cut.cut |= len(set(seen)) > 1
        if not any(seen):
            cut.lost.append(self._extent(first, last, style))
        for shown, run in groupby(range(first, last + 1), key=lambda index: seen[index - first]):
            if shown:
                start, *_, end = [*run] * 2
                kept = len(self.words)
                self._keep(printed(text[start - first : end + 1 - first]), start, end, style)
                cut.seen += [(word.text, word.box) for word in self.words[kept:]]

    def _keep(self, text: str, first: int, last: int, style: Style) -> None:
        """Add a word by the long way: any angle, on a page turned or not."""
        if text and style.angle is not None:
            if not style.visible:
                self.invisible.append(len(self.words))
            box = line_box(self._extent(first, last, style), *self._origin(first), style.size, style.angle)
            self.words.append(Word(text, box, style.size, style.bold, style.angle))

    def _add_crossed(self, text: str, first: int, last: int, style: Style, crossing: list[float]) -> None:
        for start, end in self._pieces(first, last, style, crossing):
            self._keep(printed(text[start : end + 1]), start, end, self._style(start) or style)

    # ---- boxes -------------------------------------------------------------------------------------------------

    def _extent(self, first: int, last: int, style: Style) -> Box:
        """The box around the first and last glyphs, exact along the line only."""
        rect = self._rect
        c.FPDFText_GetLooseCharBox(self._text_page, first, rect)
        left, bottom, right, top = rect.left, rect.bottom, rect.right, rect.top
        if last != first:
            c.FPDFText_GetLooseCharBox(self._text_page, last, rect)
            left, right = min(left, rect.left), max(right, rect.right)
            bottom, top = min(bottom, rect.bottom), max(top, rect.top)
        box = self.placement.box(left, bottom, right, top)
        return box._replace(x0=box.x0 + style.before, x1=box.x1 - style.after) if style.before or style.after else box

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

    def _pieces(self, first: int, last: int, style: Style, crossing: list[float]) -> list[tuple[int, int]]:
        """The word cut where a rule passes between two glyphs that were not set together.

        Text that simply overflows its cell stays whole: it is one text object, or one for each glyph without a gap.
        Where it runs over the text of the next cell, the next glyph stands back.
        """
        size = style.size
        boxes = [self._extent(index, index, style) for index in range(first, last + 1)]
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

    def _style(self, index: int) -> Style | None:
        """How the glyph is set; None for one that PDFium made up."""
        item = _text_object(self._handle, index)
        if not item:
            return None
        known = self._styles.get(item)
        if known is None:
            known = self._setting.style(item, index)
            if item in self.cut_texts:
                known = known._replace(straight=False, cut=self.cut_texts[item])
            self._styles[item] = known
        return known
