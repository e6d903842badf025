"""Tables whose rules are typed, as old accounting software prints them: bars between columns, rows of dashes.

Takes the words of one page; gives them without these signs, and the rules that they stand for. Points of the page as
displayed; no PDF library here.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from ingest.reader.records import Rule, Word

_BARS: Final = frozenset("|!¦:│┃║")
# Those that are nothing else, and may touch the text of a cell.
_SURE_BARS: Final = frozenset("|¦│┃║")
_DASHES: Final = frozenset("-=_.─━═")
_CORNERS: Final = frozenset("+*┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬") | _BARS
# Signs of a row of dashes: fewer are a dash.
FEWEST_DASHES: Final = 4
# Bars one under the other that make the side of a column; columns whose bars stand on the same lines.
FEWEST_BARS: Final = 3
FEWEST_SIDES: Final = 3
# Points. Bars of one side stand at the same place of their lines.
SAME_PLACE: Final = 1.0
# Times the type size. A bar reaches those of the lines above and below, a row of dashes between them or not.
REACH: Final = 1.0


class Framed(NamedTuple):
    """The words that are text, and the rules that the others draw."""

    words: Sequence[Word]
    rules: list[Rule]


def typed_frames(words: Sequence[Word]) -> Framed:
    """The words and rules of a page; the words as they are where no table is drawn with signs."""
    texts = [word.text for word in words]
    alone = sum(map(_BARS.__contains__, texts))
    inside = sum(map("".join(texts).count, _SURE_BARS))
    # Every page is asked, and most have fewer than a table; a bar inside a word may part it from two more.
    if alone + 3 * inside < FEWEST_SIDES * FEWEST_BARS:
        return Framed(words, [])
    if not (alone or any(text[0] in _SURE_BARS for text in texts)):
        return Framed(words, [])
    pieces = [piece for word in words for piece in _pieces(word)] if inside else words
    sides = _sides([word for word in pieces if word.text in _BARS])
    if len(sides) < FEWEST_SIDES or _are_of_labels(sides, pieces):
        return Framed(words, [])
    bars = {id(bar) for side in sides for bar in side}
    rules = [_upright(bar) for side in sides for bar in side]
    rows = [word for word in pieces if id(word) not in bars and _is_row_of_dashes(word.text)]
    rules += [_level(word) for word in rows]
    signs = bars.union(map(id, rows))
    return Framed([word for word in pieces if id(word) not in signs], rules)


def _pieces(word: Word) -> Iterable[Word]:
    """The word, its bars apart: signs of such tables are all of one width."""
    text, box = word.text, word.box
    if len(text) == 1 or word.angle or _SURE_BARS.isdisjoint(text) or _is_row_of_dashes(text):
        return [word]
    step = (box.x1 - box.x0) / len(text)
    cuts = sorted({0, len(text), *(at + more for at, sign in enumerate(text) if sign in _SURE_BARS for more in (0, 1))})
    return [
        word._replace(text=text[start:end], box=box._replace(x0=box.x0 + start * step, x1=box.x0 + end * step))
        for start, end in zip(cuts, cuts[1:], strict=False)
    ]


def _sides(bars: Iterable[Word]) -> list[list[Word]]:
    """The bars that stand one under the other, on lines that have several of them."""
    level = [bar for bar in bars if bar.angle == 0]
    on_line = Counter(round(bar.box.y1) for bar in level)
    sides: defaultdict[str, list[list[Word]]] = defaultdict(list)
    for bar in sorted(level, key=_middle):
        if on_line[round(bar.box.y1)] >= FEWEST_SIDES:
            alike = sides[bar.text]
            if not alike or _middle(bar) - _middle(alike[-1][0]) > SAME_PLACE:
                alike.append([])
            alike[-1].append(bar)
    return [side for alike in sides.values() for side in alike if len(side) >= FEWEST_BARS]


def _are_of_labels(sides: Iterable[Sequence[Word]], words: Iterable[Word]) -> bool:
    """Whether these are colons behind labels, « Base : … Taux : … »: those of a frame open its lines."""
    bars = [bar for side in sides for bar in side]
    if any(bar.text != ":" for bar in bars):
        return False
    lines = {round(bar.box.y1) for bar in bars}
    return min(bar.box.x0 for bar in bars) > min(word.box.x0 for word in words if round(word.box.y1) in lines)


def _middle(bar: Word) -> float:
    return (bar.box.x0 + bar.box.x1) / 2


def _is_row_of_dashes(text: str) -> bool:
    dashes = sum(sign in _DASHES for sign in text)
    return dashes >= FEWEST_DASHES and dashes + sum(sign in _CORNERS for sign in text) == len(text)


def _upright(bar: Word) -> Rule:
    x = _middle(bar)
    return Rule(x, bar.box.y0 - REACH * bar.size, x, bar.box.y1 + REACH * bar.size)


def _level(row: Word) -> Rule:
    y = (row.box.y0 + row.box.y1) / 2
    return Rule(row.box.x0, y, row.box.x1, y)
