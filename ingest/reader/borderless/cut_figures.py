"""Amounts cut at the end of their column: from their currency, or after their thousands, « 26 » over « 000 € ».

Takes the printed lines of a page; gives them with one amount for both pieces. Points.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from math import inf
from typing import Final

from ingest.reader.borderless.money_names import NEXT_LINE
from ingest.reader.borderless.money_texts import PrintedLine, Text
from ingest.reader.values.amounts import parse_amount
from ingest.reader.values.figures import ANY_UNIT

# Points. A figure and its currency under it begin, or end, at one place within this.
FLUSH: Final = 2.5
# Times the type size. From a figure to the rest of it on the next line, set widely, at most.
NEXT_REST: Final = 1.8
# Times the type size. Rows this much nearer one another than figure and rest are as near.
LEVEL: Final = 0.1
# Times the type size. White between the thousands of a figure in a justified line, at most.
JUSTIFIED: Final = 1.2

_CUT: Final = re.compile(r"\d{1,3}(?:[\s.]?\d{3}){0,3}(?:,\d\d)?|\d{1,3}(?:\s?\d{3})?(?:,\d{1,3})? ?[kM]")
# The thousands of a figure that the rest of it follows: « 26 », « 1 026 »; « 2030 » over « 500 € » is a year.
_GROUPS: Final = re.compile(r"\d{1,3}(?:[\s.]\d{3})*")
_FIGURE: Final = re.compile(r"(?:€ ?)?\d")
_THOUSANDS: Final = re.compile(r"\d{3}")
# A figure behind its currency that may be cut after its thousands, « € 26 » over « 000 ».
_LED: Final = re.compile(r"(?:€|eur) ?\d{1,3}(?:\s\d{3})?", re.IGNORECASE)
_BARE_REST: Final = re.compile(r"\d{3}(?:,\d\d)?")
# The rest of a figure cut after its thousands.
REST: Final = re.compile(r"\d{3}(?:,\d\d)?\s?(?:€|eur|euros?)", re.IGNORECASE)

# « e » alone is more often the end of an ordinal.
_CURRENCY: Final = re.compile(rf"(?!e$)(?:{ANY_UNIT})", re.IGNORECASE)


def is_currency(text: str) -> bool:
    """Whether a text is a currency, « € », « EUR », « M€ », without its figure."""
    return _CURRENCY.fullmatch(text) is not None


def between_rows(lines: Sequence[PrintedLine]) -> float:
    """The least height, in points, from a figure in a column with amounts to the next one under it that is no rest of
    it: from row to row."""
    amounts = [text for line in lines for text in line.money]
    heights = (
        line.y - above.y
        for above, line in pairwise(lines)
        for one in above.texts
        for other in line.texts
        if _FIGURE.match(one.string) and _FIGURE.match(other.string)
        if _are_in_line(one, other) and not _are_cut(one, other)
        if any(_are_in_line(other, amount) for amount in amounts)
    )
    return min(heights, default=inf)


def mark_over(lines: list[PrintedLine], place: int, currency: Text, rows: float) -> None:
    """Mark the figure that stands on the line before its currency, or before the rest of it: on one of both lines, that
    of the other cells of the row. `rows`: the height from row to row; what is as far is another row's."""
    line = lines[place]
    for over in range(place - 1, -1, -1):
        if line.y - lines[over].y > NEXT_LINE * line.size:
            return
        for number, text in enumerate(lines[over].texts):
            if _are_in_line(text, currency) and _may_go_on(text.string, currency.string):
                if len(line.texts) > len(lines[over].texts) and _are_nearer(lines[over], line, rows):
                    lines[place] = _with_figure_over(line, text, currency)
                    return
                lines[over] = _with_figure(lines[over], number, currency)
                if currency.money:
                    lines[place] = remarked(lines[place], currency, money=False)
                return


def without_rests(lines: Sequence[PrintedLine], rows: float) -> list[PrintedLine]:
    """The lines, a figure cut after its thousands one amount, « € 26 » over « 000 », on the line of the other cells of
    its row. `rows`: the height from row to row."""
    kept = list(lines)
    for place, (above, line) in enumerate(pairwise(lines), 1):
        if not above.money or line.y - above.y > NEXT_REST * line.size or not _are_nearer(above, line, rows):
            continue
        below = len(line.texts) > len(above.texts)
        for cut, rest in ((cut, rest) for rest in line.texts for cut in above.money if _are_cut(cut, rest)):
            kept[place - 1] = remarked(kept[place - 1], cut, money=not below)
            kept[place] = remarked(kept[place], rest, money=below)
    return kept


def _are_nearer(above: PrintedLine, line: PrintedLine, rows: float) -> bool:
    """Whether two lines are nearer one another than rows are: they may be of one cell."""
    return line.y - above.y < rows - LEVEL * line.size


def _are_cut(figure: Text, rest: Text) -> bool:
    """Whether two texts of one cell, one under the other, are a figure cut after its thousands, or from its currency,
    or one amount in figures and in words."""
    if figure.money and rest.money and figure.string[0].isalpha() != rest.string[0].isalpha():
        amounts = [parse_amount(text.string) for text in (figure, rest)]
        return _are_in_line(figure, rest) and len({one.value for one in amounts if one}) == 1
    over = figure.string
    under = rest.string.removeprefix(over).lstrip()
    bare = _LED.fullmatch(over) and _BARE_REST.fullmatch(under)
    cut = bare or ((REST.fullmatch(under) or is_currency(under)) and _may_go_on(over, under))
    return bool(cut) and _are_in_line(figure, rest)


def _may_go_on(figure: str, under: str) -> bool:
    """Whether a figure may end with its currency, or with the rest of it, on the next line."""
    return bool((_CUT if is_currency(under) else _GROUPS).fullmatch(figure))


def _are_in_line(figure: Text, currency: Text) -> bool:
    """Whether two texts of one cell begin at one place, end at one, or have one middle."""
    left, right = figure.x0 - currency.x0, figure.x1 - currency.x1
    return min(abs(left), abs(right), abs(left + right) / 2) <= FLUSH


def _with_figure(line: PrintedLine, number: int, currency: Text) -> PrintedLine:
    """The line with its text of this number marked as an amount, the thousands set off by justifying, and its
    currency, joined to it."""
    figure, *after = line.texts[number:]
    while after and _THOUSANDS.fullmatch(after[0].string) and after[0].x0 - figure.x1 <= JUSTIFIED * line.size:
        figure = Text(figure.x0, after[0].x1, (*figure.words, *after.pop(0).words))
    whole = figure._replace(words=(*figure.words, *currency.words), money=True)
    return line._replace(texts=(*line.texts[:number], whole, *after))


def _with_figure_over(line: PrintedLine, figure: Text, currency: Text) -> PrintedLine:
    """The line with the figure of the line above joined to its currency, or to the rest of it."""
    sides = min(figure.x0, currency.x0), max(figure.x1, currency.x1)
    whole = Text(*sides, (*figure.words, *currency.words), money=True)
    return line._replace(texts=tuple(whole if text is currency else text for text in line.texts))


def remarked(line: PrintedLine, text: Text, *, money: bool) -> PrintedLine:
    """The line, one of its texts an amount of `money` or not."""
    texts = [one._replace(money=money) if one is text else one for one in line.texts]
    return line._replace(texts=tuple(texts))
