"""Leaders of dots or hyphens: « Association X ........ 1 500 € » without its dots, so that the white they fill is seen.

Takes a page; gives it without leaders, words glued to one cut off it. Nothing else is changed. Points.
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from ingest.reader.borderless.rule_leaders import without_rule_leaders
from ingest.reader.geometry.word_lines import SAME_LINE
from ingest.reader.records import Page, Word

# Dots. Three are an ellipsis.
FEWEST_DOTS: Final = 4
# Times the type size. Hyphens of one leader stand closer, those of empty cells further apart.
HYPHEN_GAP: Final = 1.0
# Times the type size: the width of a dot in most faces, and of the other signs that lead.
DOT_WIDTH: Final = 0.27
WIDTHS: Final = {"_": 0.52, "-": 0.33, "–": 0.53, "—": 1.0, "…": 1.0}
# Times the type size: the widest white inside one text.
ONE_SPACE: Final = 1.0
# Points. Amounts of one column end at one place within this.
SAME_EDGE: Final = 2.5

_DOTS: Final = ".…·_‥"
_HYPHENS: Final = "-–—"
_LEADER: Final = re.compile(rf"[{_DOTS}]{{{FEWEST_DOTS},}}|[{_HYPHENS}]{{{FEWEST_DOTS},}}|…{{2,}}")
# On a page of leaders, the first figures of an amount that touch a name, or the dots that are left between.
_GLUED: Final = re.compile(rf".*[^\W\d_](?P<dots>[{_DOTS}]{{0,{FEWEST_DOTS - 1}}})\d{{1,3}}")
_AMOUNT_GOES_ON: Final = re.compile(r"\d{3}(?:,\d\d)?|€")
# Of words one a line. Every page is asked: nothing is tried but where a dot or a hyphen is.
_ANY_DOTS: Final = re.compile(
    rf"[{_HYPHENS}{_DOTS}](?:(?<=[{_DOTS}])[{_DOTS}]{{{FEWEST_DOTS - 1},}}"
    rf"|(?<=[{_HYPHENS}])[{_HYPHENS}]{{{FEWEST_DOTS - 1},}}|(?<=…)…|(?<=^[{_DOTS}])[{_DOTS}]*$)",
    re.MULTILINE,
)
_HYPHENS_IN_A_ROW: Final = re.compile(
    rf"[{_HYPHENS}](?<=^[{_HYPHENS}])\n(?:[{_HYPHENS}]\n){{{FEWEST_DOTS - 1},}}", re.MULTILINE
)


def cleared(page: Page) -> Page:
    """The page without leaders; the same object where there is none."""
    rules = without_rule_leaders(page)
    if rules is not page.rules:
        page = replace(page, rules=rules)
    if not has_leaders(page.words):
        return page
    return replace(page, words=tuple(without_leaders(page.words)))


def has_leaders(words: Iterable[Word]) -> bool:
    """Whether any word is a leader, or part of one, or glued to one."""
    words = list(words)
    texts = "\n".join([word.text for word in words])
    return _ANY_DOTS.search(texts) is not None or bool(_HYPHENS_IN_A_ROW.search(texts) and _spaced_hyphens(words))


def without_leaders(words: Iterable[Word]) -> list[Word]:
    """The words, in the same order, without the leaders; a dot alone is part of one where its line has many.

    Where names are long, a leader is short or nothing of it is left (« Les Hirondelles..500 € », « La Ruche1 200 € »),
    and names end farther right than other amounts begin: such names are drawn narrower, so that white parts columns.
    """
    words = list(words)
    hyphens = _spaced_hyphens(words)
    parted = [
        piece
        for place, (word, after) in enumerate(zip_longest(words, words[1:]))
        for piece in ((None,) if place in hyphens else _pieces(word, after))
    ]
    dots = [word for word in parted if word and word.angle == 0 and not word.text.strip(_DOTS)]
    levels = sorted((word.box.y0 + word.box.y1) / 2 for word in dots)
    kept: list[Word] = []
    leads: set[int] = set()
    for piece, after in zip_longest(parted, parted[1:]):
        if piece and len(kept) in leads:
            piece = _without_last_dot(piece)
        lone = (
            piece and not piece.text.strip(_DOTS) and (_is_among_many(piece, levels) or _is_short(piece, after, words))
        )
        if piece is None or lone:
            leads.add(len(kept))
        else:
            kept.append(piece)
    _make_room(kept, leads | _behind_last(words, kept))
    return kept


def _behind_last(words: Sequence[Word], kept: Sequence[Word]) -> set[int]:
    """The places of the words just on the right of leaders that are written last, after all the lines: between words
    of other lines. A scan gives names with their leaders, then the figures, which stand apart already."""
    last = [
        word
        for before, word, after in zip([None, *words], words, [*words[1:], None], strict=False)
        if not word.angle
        and _LEADER.fullmatch(word.text)
        and not any(other and _are_level(word, other) for other in (before, after))
    ]
    return {place for place, word in enumerate(kept) if any(_is_just_behind(word, leader) for leader in last)}


def _is_just_behind(word: Word, leader: Word) -> bool:
    return 0 <= word.box.x0 - leader.box.x1 <= ONE_SPACE * word.size and _are_level(leader, word)


def _spaced_hyphens(words: Sequence[Word]) -> set[int]:
    """The places of hyphens that stand alone, close to one another in a row."""
    found: set[int] = set()
    row: list[int] = []
    for place, word in enumerate(words):
        alone = word.angle == 0 and len(word.text) == 1 and word.text in _HYPHENS
        if row and not (alone and _follows(word, words[place - 1])):
            found.update(row if len(row) >= FEWEST_DOTS else ())
            row = []
        if alone:
            row.append(place)
    return found | set(row if len(row) >= FEWEST_DOTS else ())


def _follows(word: Word, before: Word) -> bool:
    return _are_level(before, word) and 0 <= word.box.x0 - before.box.x1 <= HYPHEN_GAP * word.size


def _is_among_many(word: Word, levels: list[float]) -> bool:
    middle = (word.box.y0 + word.box.y1) / 2
    return sum(abs(level - middle) <= SAME_LINE * word.size for level in levels) >= FEWEST_DOTS


def _without_last_dot(word: Word) -> Word:
    """The word behind a leader, without the last of its dots, which touches the figure: « . . . .500 »."""
    dots = len(word.text) - len(word.text.lstrip(_DOTS))
    if not dots or not word.text[dots:][:1].isdigit():
        return word
    return word._replace(text=word.text[dots:], box=word.box._replace(x0=word.box.x0 + _width(word, 0, dots)))


def _is_short(word: Word, after: Word | None, words: Sequence[Word]) -> bool:
    """Whether dots, as few as the name leaves room for, lead to a figure: the next word, or where leaders are written
    last, the one that stands just on their right."""
    if after is not None and _are_level(word, after) and after.text[0].isdigit():
        return True
    return any(other.text[0].isdigit() and _is_just_behind(other, word) for other in words)


def _pieces(word: Word, after: Word | None) -> Iterator[Word | None]:
    """The word, or what stands on both sides of the leaders in it; None for each leader."""
    spans = [] if word.angle else [match.span() for match in _LEADER.finditer(word.text)]
    if not spans and after is not None and (glued := _GLUED.fullmatch(word.text)) and _goes_on(word, after):
        spans = [glued.span("dots")]
    if not spans:
        yield word
        return
    dots = sum(end - start for start, end in spans)
    width = word.box.x1 - word.box.x0 - sum(_width(word, start, end) for start, end in spans)
    letter = max(width, 0.0) / max(len(word.text) - dots, 1)
    start, x = 0, word.box.x0
    for first, end in [*spans, (len(word.text), None)]:
        x1 = x + letter * (first - start)
        if first > start:
            yield word._replace(text=word.text[start:first], box=word.box._replace(x0=x, x1=x1))
        if end is not None:
            yield None
            start, x = end, x1 + _width(word, first, end)


def _width(word: Word, start: int, end: int) -> float:
    """How wide the signs of a leader are, glued to the letters of a word."""
    return word.size * sum(WIDTHS.get(sign, DOT_WIDTH) for sign in word.text[start:end])


def _goes_on(word: Word, after: Word) -> bool:
    """Whether the next word goes on with an amount that begins at the end of this one: « 200 », « € »."""
    return _are_level(word, after) and _AMOUNT_GOES_ON.fullmatch(after.text) is not None


# ---- names that end under the amounts of other rows ------------------------------------------------------------------


def _make_room(words: list[Word], leads: Set[int]) -> None:
    """Draw narrower the names that run under amounts, and lines of names that go on with a leader further down.

    `leads`: the places of the words after each leader, which make room for figures alone.
    """
    inner = [
        lead
        for lead in sorted(leads)
        if 0 < lead < len(words) and _are_level(words[lead - 1], words[lead]) and _opens_figure(words, lead)
    ]
    columns: dict[int, list[int]] = {}
    for lead in inner:
        edge = words[_end_of_text(words, lead, +1, leads)].box.x1
        columns.setdefault(next((one for one in columns if abs(one - edge) <= SAME_EDGE), round(edge)), []).append(lead)
    for edge, ends in columns.items():
        side = min(words[lead].box.x0 for lead in ends) - words[ends[0]].size
        start = min(words[_end_of_text(words, lead - 1, -1, leads)].box.x0 for lead in ends)
        for first, last in _texts_from(words, start, leads):
            if side < words[last].box.x1 <= edge + SAME_EDGE and last + 1 - first > 1:
                _draw_narrower(words, first, last, side)


def _opens_figure(words: Sequence[Word], lead: int) -> bool:
    """Whether the text behind a leader begins with a figure, its currency or its sign before it."""
    return any(word.text[0].isdigit() for word in words[lead : lead + 2])


def _texts_from(words: list[Word], start: float, leads: Container[int]) -> Iterator[tuple[int, int]]:
    """The first and last words of each text that begins at one place across."""
    for place, word in enumerate(words):
        if not word.angle and abs(word.box.x0 - start) <= SAME_EDGE:
            yield place, _end_of_text(words, place, +1, leads)


def _draw_narrower(words: list[Word], first: int, last: int, side: float) -> None:
    x0, x1 = words[first].box.x0, words[last].box.x1
    share = (side - x0) / (x1 - x0)
    for place in range(first, last + 1):
        box = words[place].box
        moved = box._replace(x0=x0 + (box.x0 - x0) * share, x1=x0 + (box.x1 - x0) * share)
        words[place] = words[place]._replace(box=moved)


def _end_of_text(words: list[Word], place: int, step: int, leads: Container[int]) -> int:
    """The last word, to the right (`step` 1) or to the left (-1), of the text on one line that a word is part of; no
    text goes over a leader."""
    while 0 <= place + step < len(words) and _are_level(words[place], words[place + step]):
        left, right = sorted((place, place + step))
        white = words[right].box.x0 - words[left].box.x1
        if right in leads or not -words[place].size < white < ONE_SPACE * words[place].size:
            break
        place += step
    return place


def _are_level(one: Word, other: Word) -> bool:
    return one.angle == other.angle == 0 and abs(one.box.y0 - other.box.y0) <= SAME_LINE * one.size
