"""Ticks of a pen that recognition took for letters beside figures: `400,00 Euros V`, `EurosŸ`, `[57 500`.

Takes and gives the `Word`s of one recognised page. What follows a currency is no part of the amount; a stroke beside
digits may have hidden one of them or been read as one, so that these are doubted.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ingest.reader.records import Word

# Times the type size. A tick stands this near to its figure, and nothing printed goes on as near after it.
BESIDE: Final = 1.5
# 0–1, and times the type size. Digits that a stroke touches, or nearly, are never surer.
TOUCHED: Final = 0.5
NEARLY: Final = 0.5
# Points. Boxes of words overlap by this much at most.
OVERLAP: Final = 2.0

# What ticks are read as: letters of their shape, and signs but those that amounts, dates and notes are printed with.
_STROKE: Final = r"(?:[VvYyŸÿWwXx√✓✔]|[^\w\s€$%()*+.,;:–—-])"
_TICK: Final = re.compile(rf"{_STROKE}{{1,3}}|L'\d")
_CURRENCY: Final = re.compile(rf"(?P<kept>(?:[\d.,]*)(?:€|eur|euros?))(?P<strokes>{_STROKE}*)", re.IGNORECASE)
# After a currency alone, whatever letter stands for the rest of a stroke; no figure, no mark of a note.
_AFTER_CURRENCY: Final = re.compile(r"[^\W\d]|[©®@]")
_DIGITS: Final = re.compile(r"[\[\]{}|/\\!]*(?P<kept>\d+(?:[.,]\d+)*)[\[\]{}|/\\!√✓]*")


def without_ticks(words: Sequence[Word]) -> Iterator[Word]:
    """The words without the ticks that stand beside figures or touch them."""
    figures = [word for word in words if not word.angle and (_CURRENCY.match(word.text) or _DIGITS.match(word.text))]
    ticks = [word for word in words if len(word.text) == 1 or (not word.angle and _TICK.fullmatch(word.text))]
    touched: set[int] = set()
    dropped: set[int] = set()
    for tick in ticks:
        near = [figure for figure in figures if _is_beside(figure, tick)]
        figure = min(near, key=lambda figure: figure.box.white_beside(tick.box), default=None)
        if figure is not None and _is_tick(tick, figure) and (tick.angle or _ends_there(tick, figure, words)):
            dropped.add(id(tick))
            if figure.box.white_beside(tick.box) <= NEARLY * figure.size:
                touched.add(id(figure))
    for word in words:
        if id(word) not in dropped:
            yield _bare(word, touched=id(word) in touched)


def _is_tick(word: Word, figure: Word) -> bool:
    # A sign alone on its side: currencies one under the other, taken for a line that runs down the page.
    if word.angle or _TICK.fullmatch(word.text):
        return True
    follows = word.box.x0 >= figure.box.x1 - OVERLAP and _CURRENCY.fullmatch(figure.text)
    return bool(follows and _AFTER_CURRENCY.fullmatch(word.text))


def _is_beside(figure: Word, tick: Word) -> bool:
    near = figure.box.white_beside(tick.box) <= BESIDE * figure.size
    return figure is not tick and figure.box.is_level(tick.box) and near


def _ends_there(tick: Word, figure: Word, words: Sequence[Word]) -> bool:
    """Whether nothing printed goes on as near on the other side of a tick: « 2019 y compris » holds none."""
    after = tick.box.x0 >= figure.box.x1 - OVERLAP
    return not any(
        _is_beside(word, tick) and (word.box.x0 >= tick.box.x1 - OVERLAP) == after
        for word in words
        if word is not tick and word is not figure and not _TICK.fullmatch(word.text)
    )


def _bare(word: Word, *, touched: bool) -> Word:
    """A figure without the strokes that touch it, and doubted where they touch digits."""
    if word.angle:
        return word
    if found := _CURRENCY.fullmatch(word.text):
        return word._replace(text=found["kept"]) if found["strokes"] else word
    found = _DIGITS.fullmatch(word.text)
    if found is None:
        return word
    glued = found["kept"] != word.text
    return word._replace(text=found["kept"], certainty=min(word.certainty, TOUCHED)) if glued or touched else word
