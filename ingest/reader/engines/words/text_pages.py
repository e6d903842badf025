"""PDFium's text page → words: one string for the page, two character boxes per word.

Takes an open page and the vertical rules that may cut a word; gives words and what is to be said of the text. It does
not put words into lines. This is the inner loop of the reader: calls are made by address and boxes of upright words are
written without going through `Placement`.
"""

import ctypes
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from math import inf
from typing import Any, Final

import pypdfium2.raw as c

from ingest.reader.engines.hidden.cut_text import CutText
from ingest.reader.engines.hidden.windows import share_window
from ingest.reader.engines.pdfium_calls import address_of, argument, by_address
from ingest.reader.engines.placement import Placement
from ingest.reader.engines.words.digit_shapes import are_misnamed
from ingest.reader.engines.words.glyphs import is_printed, line_box, printed, spaced, word_places
from ingest.reader.engines.words.letter_spacing import without_letter_spacing, without_line_a_letter
from ingest.reader.engines.words.page_string import is_made_up, page_string
from ingest.reader.engines.words.raised_text import is_other_size, rejoined
from ingest.reader.engines.words.rule_cuts import INSIDE, crossing_rules, cuts_at_rules
from ingest.reader.engines.words.styles import Style, StyleReader
from ingest.reader.records import Box, Rule, Word

# Characters of one page: a dense page of tables has 6 000.
MOST_CHARACTERS: Final = 400_000

_FIGURE: Final = re.compile(r"\d")
# Times the type size. Baselines farther apart are those of two lines: a raised figure is half as high.
ANOTHER_LINE: Final = 0.7
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
            text = without_line_a_letter(spaced(page_string(text_page, count)), self._glyph)
            text = without_letter_spacing(text, partial(is_made_up, text_page), self._glyph)
            self.unmapped = text.count("\ufffd")
            self._read_words(text)
            if are_misnamed(self._handle, text):
                self._unname_figures()

    def _unname_figures(self) -> None:
        """What the file calls a figure is another one: a page without names for its characters is read on its image."""
        self.unmapped += sum(map(str.isdigit, "".join(word.text for word in self.words)))
        self.words[:] = [word._replace(text=_FIGURE.sub("\ufffd", word.text)) for word in self.words]

    # ---- words -------------------------------------------------------------------------------------------------

    def _read_words(self, text: str) -> None:
        """One loop, in which nearly all words call PDFium alone: a page holds a thousand of them, and what is asked of
        each weighs on all readings. The others are handed on, to `_add_runs` and `_add_crossed`."""
        page, rect, add = self._handle, self._rect, self.words.append
        where, left, cut_texts = ctypes.byref(rect), self.placement.e, bool(self.cut_texts)
        crossings = [*(rule.x0 for rule in self.vertical_rules), inf]
        plain = is_printed(text)
        new = tuple.__new__  # half the time of the constructors of named tuples
        known = 0
        for first, end in word_places(text, plain=plain):
            item = _text_object(page, first)
            if item != known:
                found_style = self._style(first)
                if found_style is None:
                    continue
                known, style = item, found_style
                size, bold, _, visible, low, high, straight, _, _, _ = style
            # A word that ends in another object than it begins in may end raised, or be seen in part.
            mixed = cut_texts or text[end - 1].isdigit() or text[first].isdigit()
            if not straight or (mixed and _text_object(page, end - 1) != item):
                self._add_runs(text, first, end - 1, style)
                continue
            _loose_box(page, first, where)
            x0 = rect.left + left
            if end - first > 1:
                _loose_box(page, end - 1, where)
            x1 = rect.right + left
            if x1 < x0:  # a script that runs from right to left
                x0, x1 = x1, x0
            box = new(Box, (x0, low, x1, high))
            is_crossed = crossings[bisect_right(crossings, x0 + INSIDE)] < x1 - INSIDE
            if is_crossed and (crossing := crossing_rules(box, self.vertical_rules)):
                self._add_crossed(text, first, end - 1, style, crossing)
                continue
            word = text[first:end] if plain else printed(text[first:end])
            if word:
                if not visible:
                    self.invisible.append(len(self.words))
                add(new(Word, (word, box, size, bold, 0, 1.0)))

    def _add_runs(self, text: str, first: int, last: int, style: Style) -> None:
        before, inkless = len(self.words), len(self.invisible)
        for start, end, own in self._runs(first, last, style):
            self._add_turned(text[start : end + 1], start, end, own)
        if len(self.words) > before + 1 and len(self.invisible) == inkless:
            self.words[before:] = rejoined(self.words[before:])

    def _runs(self, first: int, last: int, style: Style) -> list[tuple[int, int, Style]]:
        """The pieces of a word that are each set in one way: upright or turned, seen whole or in part, large or small,
        in one cell, on one line. PDFium puts no space between the two, nor, on a turned page, a line break beside a
        dash."""
        if _text_object(self._handle, first) == _text_object(self._handle, last):
            return [(first, last, style)]
        runs = [(first, first, style)]
        for index in range(first + 1, last + 1):
            own = self._style(index) or runs[-1][2]
            known = runs[-1][2]
            alike = own is known or not is_other_size(own.size, known.size)
            alike = alike and (own.angle != 0 or abs(own.low - known.low) < ANOTHER_LINE * known.size)
            alike = alike and own.angle == known.angle and own.cut is known.cut
            if alike and not self._opens_cell(index):
                runs[-1] = (runs[-1][0], index, runs[-1][2])
            else:
                runs.append((index, index, own))
        return runs

    def _opens_cell(self, index: int) -> bool:
        """Whether a glyph is the first of another cell: it is seen through another window than the glyph before it.
        Spreadsheets leave out the letters that the next cell would cover, and leave no white there."""
        before, item = (_text_object(self._handle, place) for place in (index - 1, index))
        return bool(before and item) and item != before and not share_window(before, item)

    def _add_turned(self, text: str, first: int, last: int, style: Style) -> None:
        if style.angle is None:
            self.leaning.append(printed(text))
            return
        if style.cut:
            self._add_cut(text, first, last, style, style.cut)
            return
        extent = self._extent(first, last, style)
        crossing = crossing_rules(extent, self.vertical_rules) if style.angle in (0, 180) else []
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

    def _glyph(self, index: int) -> Box:
        rect = self._rect
        c.FPDFText_GetLooseCharBox(self._text_page, index, rect)
        return Box(rect.left, rect.bottom, rect.right, rect.top)

    def _origin(self, index: int) -> tuple[float, float]:
        """Where the glyph stands on its baseline."""
        x, y = ctypes.c_double(), ctypes.c_double()
        c.FPDFText_GetCharOrigin(self._text_page, index, x, y)
        return self.placement.point(x.value, y.value)

    def _pieces(self, first: int, last: int, style: Style, crossing: list[float]) -> list[tuple[int, int]]:
        """The word cut where a rule passes between two glyphs that were not set together."""
        boxes = [self._extent(index, index, style) for index in range(first, last + 1)]
        objects = [_text_object(self._handle, index) for index in range(first, last + 1)]
        cuts = [first + place for place in cuts_at_rules(boxes, objects, style.size, crossing)]
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
