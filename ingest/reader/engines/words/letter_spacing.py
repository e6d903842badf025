"""Letters set apart from each other, as titles are (« D É L I B É R A T I O N »): one word, not one a letter.

Takes the text that PDFium makes of a page and where its characters stand; gives the text with a mark without ink in the
place of the spaces that PDFium put between letters of one word. Spaces that the file itself holds are kept. Letters
drawn one by one, which PDFium takes for lines of upright script where columns leave much white, are put together too.
"""

import re
from collections.abc import Callable
from itertools import groupby
from statistics import median
from typing import Final

from ingest.reader.records import Box

# Times the white between most letters. Letters of two words have a space besides: twice to three times as much.
WORD_APART: Final = 1.8
# The same. Glyphs that stand closer are of a word set as usual.
SET_CLOSE: Final = 1 / 3
# Share of the height of the line. Letters set further apart are those of several columns.
FARTHEST: Final = 0.6
# Spaces of one run: fewer tell nothing of what is usual in it.
FEWEST: Final = 3

# Characters alone. Every page is asked: nothing is tried but where a space is, a quarter of the time.
_ALONE: Final = re.compile(r" (?<=(?<!\S)\S )\S \S(?!\S)")
# With what stands beside them: some letters are narrow enough for PDFium to leave them together.
_RUN: Final = re.compile(r"(?<!\S)\S{1,3}(?: \S{1,3}){3,}(?!\S)")
# Figures alone may be those of narrow columns.
_WORDS: Final = re.compile(r"[^\W\d_]|€")
_INKLESS: Final = "\u200b"
# A line a letter, as often as PDFium makes it of a whole page. Its first line end is written out, to be found at once.
_LINE_A_LETTER: Final = re.compile(r"\r\n\S{1,3}(?:\r\n\S{1,3}){3}\r\n")
_LINE_END: Final = re.compile(r"(?<=\S)\r\n(?=\S)")
# Share of the height of the line. Glyphs of one word are no farther apart, nor lie farther over one another.
TOUCHING: Final = 0.1
OVERLAP: Final = 0.4


def without_letter_spacing(text: str, is_made_up: Callable[[int], bool], box: Callable[[int], Box]) -> str:
    """`is_made_up`: whether the file holds no space there; `box`: of the character at a place."""
    if not _ALONE.search(text):
        return text
    letters = list(text)
    for run in _RUN.finditer(text):
        if _ALONE.search(run.group()) and _WORDS.search(run.group()):
            for place in _inside_words(text, *run.span(), is_made_up, box):
                letters[place] = _INKLESS
    return "".join(letters)


def without_line_a_letter(text: str, box: Callable[[int], Box]) -> str:
    """The text without the line ends between two glyphs that touch on one line; `box`: of the character at a place."""
    if not _LINE_A_LETTER.search(text):
        return text
    letters = list(text)
    for line_end in _LINE_END.finditer(text):
        first, end = line_end.span()
        if _touch(box(first - 1), box(end)):
            letters[first:end] = _INKLESS * (end - first)
    return "".join(letters)


def _touch(one: Box, other: Box) -> bool:
    """Whether two glyphs stand side by side on one line, or over one another where they lie on their side: those are
    wider than high."""
    height, width = one.y1 - one.y0, one.x1 - one.x0
    if width > height:
        turned = abs(one.x0 - other.x0) < TOUCHING * width and abs(one.x1 - other.x1) < TOUCHING * width
        white = max(other.y0 - one.y1, one.y0 - other.y1)
        return turned and -OVERLAP * width < white < TOUCHING * width
    level = abs(one.y0 - other.y0) < TOUCHING * height and abs(one.y1 - other.y1) < TOUCHING * height
    return level and -OVERLAP * height < other.x0 - one.x1 < TOUCHING * height


def _inside_words(
    text: str, first: int, end: int, is_made_up: Callable[[int], bool], box: Callable[[int], Box]
) -> list[int]:
    """The spaces of a run that part two letters of one word."""
    spaces = [place for place in range(first, end) if text[place] == " " and is_made_up(place)]
    whites = {place: box(place - 1).white_around(box(place + 1)) for place in spaces}
    if len(spaces) < FEWEST:
        return []
    usual = median(whites.values())
    around = box(first)
    if not 0 < usual <= FARTHEST * max(around.x1 - around.x0, around.y1 - around.y0):
        return []
    near = [place for place, white in whites.items() if white <= WORD_APART * usual]
    # « 5 000 € à 3 200 € ; » has two spaces, then one, between words that are set as usual.
    stretches = groupby(near, lambda place: _is_beside_close(text, place, SET_CLOSE * usual, box))
    inside = [list(places) for beside_close, places in stretches if not beside_close]
    return [place for places in inside if len(places) >= FEWEST for place in places]


def _is_beside_close(text: str, place: int, white: float, box: Callable[[int], Box]) -> bool:
    """Whether two glyphs that stand closer than `white` end or begin a word beside a space: the letters of « du » are
    not set apart, so that the space is one between words."""
    pairs = (place - 2, place - 1), (place + 1, place + 2)
    printed = (pair for pair in pairs if all(0 <= one < len(text) and text[one] > " " for one in pair))
    return any(box(one).white_around(box(other)) < white for one, other in printed)
