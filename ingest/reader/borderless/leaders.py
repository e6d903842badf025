"""Dot leaders: « Association X ........ 1 500 € » without its dots, so that the white they fill is seen.

Takes a page; gives it without leaders, words glued to one cut off it. Nothing else is changed. Points.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from ingest.reader.layout.setting import SAME_LINE
from ingest.reader.records import Page, Word

# Dots. Three are an ellipsis.
FEWEST_DOTS: Final = 4
# Times the type size: the width of a digit, and of most letters.
GLYPH_WIDTH: Final = 0.56

_DOTS: Final = ".…·_‥"
_LEADER: Final = re.compile(rf"[{_DOTS}]{{{FEWEST_DOTS},}}|…{{2,}}")
_ANY_DOTS: Final = re.compile(rf"{_LEADER.pattern}|^[{_DOTS}]+$", re.MULTILINE)


def cleared(page: Page) -> Page:
    """The page without leaders; the same object where there is none."""
    if not has_leaders(page.words):
        return page
    return replace(page, words=tuple(without_leaders(page.words)))


def has_leaders(words: Iterable[Word]) -> bool:
    """Whether any word is a leader, or part of one, or glued to one."""
    return _ANY_DOTS.search("\n".join([word.text for word in words])) is not None


def without_leaders(words: Iterable[Word]) -> list[Word]:
    """The words, in the same order, without the leaders; a dot alone is part of one where its line has many."""
    parted = [piece for word in words for piece in _pieces(word)]
    dots = [word for word in parted if word.angle == 0 and not word.text.strip(_DOTS)]
    levels = sorted((word.box.y0 + word.box.y1) / 2 for word in dots)
    return [word for word in parted if word.text.strip(_DOTS) or not _is_among_many(word, levels)]


def _is_among_many(word: Word, levels: list[float]) -> bool:
    middle = (word.box.y0 + word.box.y1) / 2
    return sum(abs(level - middle) <= SAME_LINE * word.size for level in levels) >= FEWEST_DOTS


def _pieces(word: Word) -> Iterator[Word]:
    """The word, or what stands on both sides of the leaders in it, each as wide as its glyphs usually are."""
    if word.angle or not _LEADER.search(word.text):
        yield word
        return
    start = 0
    for dots in [*(match.span() for match in _LEADER.finditer(word.text)), (len(word.text), len(word.text))]:
        text = word.text[start : dots[0]]
        if text:
            width = GLYPH_WIDTH * word.size * len(text)
            at_end = dots[0] == len(word.text)
            x0, x1 = (word.box.x1 - width, word.box.x1) if at_end else (word.box.x0, word.box.x0 + width)
            yield word._replace(text=text, box=word.box._replace(x0=x0, x1=x1))
        start = dots[1]
