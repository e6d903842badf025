"""Amounts that do not look like money by themselves: bare figures under a name of money, or cut from their currency.

Takes the printed lines of a page; gives them with such texts marked as amounts. Points.
"""

import re
from collections.abc import Sequence
from typing import Final

from ingest.reader.borderless.cut_figures import (
    FLUSH,
    REST,
    between_rows,
    is_currency,
    mark_over,
    remarked,
    without_rests,
)
from ingest.reader.borderless.money_names import NEXT_LINE, is_cut_name, line_names_money, names_money, names_no_money
from ingest.reader.borderless.money_texts import PrintedLine, Text
from ingest.reader.geometry.alignment import share_width
from ingest.reader.values.dates import YEAR

# Amounts under a name, bare or not, that make a column of money of it.
FEWEST_BARE: Final = 3
# Points. A wider white ends what stands under a name.
FARTHEST_ROW: Final = 90.0
# Times the type size. Lines of one cell overlap less; those of two cells of a row may stand half a line apart.
OVERLAP: Final = 0.25

# Under « k€ », a figure has one decimal.
_BARE: Final = re.compile(r"\d{1,3}(?:\s?\d{3}){0,2}(?:,\d)?|\d{1,3}e")
# The same with a note, « 4,5 (sous réserve) », « 4,5 * », or with what makes it: « 3 x 1 500 = 4,5 ».
_BARE_WITH_NOTE: Final = re.compile(rf"(?:\d[\d\s]* ?[x×*] ?\d[\d\s]*= ?)?(?:{_BARE.pattern})(?: ?\(.+\)| ?\*{{1,3}})?")


def with_bare_amounts(lines: Sequence[PrintedLine], *, led: bool = False) -> list[PrintedLine]:
    """The lines, with the amounts that only what stands over or under them shows. `led`: leaders lead to figures."""
    kept = _ends_marked(lines) if led else list(lines)
    rows = between_rows(lines)
    for place, line in enumerate(lines):
        for text in line.texts:
            string = text.string
            if is_currency(string) or REST.fullmatch(string):
                mark_over(kept, place, text, rows)
            elif (names_money(text, string) or is_cut_name(lines, place, text)) and _is_beside_names(
                lines, place, text
            ):
                _mark_under(kept, place, text)
    return without_rests(_flush_marked(kept), rows)


def with_amounts_going_on(lines: Sequence[PrintedLine], before: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines of a page, with the bare figures marked that stand where the amounts of the lines `before` do, which
    end the page before; in lines that begin where its rows do, but for names of columns printed again."""
    amounts = [text for row in before for text in row.money]
    starts = [row.texts[0].x0 for row in before if row.money]
    names = {line.strings for line in before if not line.money}
    going_on = list(lines)
    for place, line in enumerate(lines):
        if place and line.top - lines[place - 1].bottom > FARTHEST_ROW:
            break
        if line.strings in names:
            continue
        first = line.texts[0]
        for text in line.texts[1:] if any(abs(first.x0 - start) <= FLUSH for start in starts) else ():
            if not text.money and _BARE_WITH_NOTE.fullmatch(text.string) and _is_flush(text, amounts):
                going_on[place] = remarked(going_on[place], text, money=True)
    return going_on


def _has_beside(lines: Sequence[PrintedLine], place: int) -> bool:
    """Whether other texts stand beside the first of a line: on it, or on lines half a line over or under it."""
    line = lines[place]
    near = [*lines[max(0, place - 1) : place], *lines[place + 1 : place + 2]]
    beside = (min(one.bottom, line.bottom) - max(one.top, line.top) > OVERLAP * line.size for one in near)
    return len(line.texts) > 1 or any(beside)


def _is_beside_names(lines: Sequence[PrintedLine], place: int, name: Text) -> bool:
    """Whether other texts stand beside a name, or beside the rest of it on the next line: names of fewer lines are set
    in the middle of a header."""
    if _has_beside(lines, place):
        return True
    rest = lines[place + 1] if place + 1 < len(lines) else None
    if rest is None or len(rest.texts) < 2 or rest.y - lines[place].y > NEXT_LINE * rest.size:
        return False
    return any(share_width(text, name) and not text.money for text in rest.texts)


def _flush_marked(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines, bare figures marked as amounts where they begin, or end, at the places where amounts of the page do.
    None is over the names of the columns: a page has its number there."""
    amounts = [(line.y, text) for line in lines for text in line.texts if text.money]
    marked = []
    rows = _first_row(lines) if amounts else 0
    for place, line in enumerate(lines):
        several = place >= rows and len(line.texts) > 1
        near = [text for y, text in amounts if abs(y - line.y) <= FARTHEST_ROW] if several else []
        for text in line.texts if len(near) >= FEWEST_BARE and not _numbers_columns(line) else ():
            bare = not text.money and _BARE.fullmatch(text.string) and not YEAR.fullmatch(text.string)
            if bare and _is_flush(text, near):
                line = remarked(line, text, money=True)
        marked.append(line)
    return marked


def _first_row(lines: Sequence[PrintedLine]) -> int:
    """The number of the first line under the names of columns that stand over all amounts, one of them of money."""
    first = next(place for place, line in enumerate(lines) if line.money)
    over = range(first - 1, -1, -1)
    return next((place + 1 for place in over if len(lines[place].texts) > 1 and line_names_money(lines[place])), 0)


def _is_flush(text: Text, amounts: Sequence[Text]) -> bool:
    begin = sum(abs(one.x0 - text.x0) <= FLUSH for one in amounts)
    end = sum(abs(one.x1 - text.x1) <= FLUSH for one in amounts)
    return max(begin, end) >= FEWEST_BARE


def _ends_marked(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines, with the bare figures that end them marked where they end at the place where amounts do."""
    edges = [line.texts[-1].x1 for line in lines if line.texts[-1].money]
    marked = []
    for line in lines:
        end = line.texts[-1] if len(line.texts) > 1 else None
        bare = end is not None and not end.money and _BARE.fullmatch(end.string) and not YEAR.fullmatch(end.string)
        alike = end is not None and bare and sum(abs(edge - end.x1) <= FLUSH for edge in edges) >= FEWEST_BARE
        marked.append(remarked(line, end, money=True) if end is not None and alike else line)
    return marked


def is_bare(text: str) -> bool:
    """Whether a text is a figure, « 900 », « 4,5 », of which nothing but its place may tell that it is money."""
    return _BARE.fullmatch(text) is not None


def _mark_under(lines: list[PrintedLine], place: int, name: Text) -> None:
    """Mark the bare figures in the rows under the name of a column of money, as far as a name of something else, or
    that of the money of another table."""
    found: list[tuple[int, Text]] = []
    amounts = 0
    dated = any(YEAR.fullmatch(word.text) for word in name.words)
    for under in range(place + 1, len(lines)):
        line = lines[under]
        over = [text for text in line.texts if share_width(text, name)]
        named = any(names_no_money(text.string) for text in over if not text.money)
        named = named or (amounts > 0 and any(names_money(text, text.string) for text in over))
        if line.top - lines[under - 1].bottom > FARTHEST_ROW or named:
            break
        for text in over:
            if _has_beside(lines, under) and not _numbers_columns(line):
                bare = not text.money and _BARE.fullmatch(text.string) is not None
                # What may be a year is one until an amount stands over it: names of columns end in years, in one; some
                # are over years, « Subventions depuis 2029 », on a line that names nobody.
                sure = amounts > 0 or (dated and any(one.named for one in line.texts))
                bare = bare and (sure or not YEAR.fullmatch(text.string))
                amounts += bare or text.money
                if bare:
                    found.append((under, text))
    if amounts >= FEWEST_BARE:
        for under, text in found:
            lines[under] = remarked(lines[under], text, money=True)


def _numbers_columns(line: PrintedLine) -> bool:
    """Whether a line numbers the columns under their names: « 1 | 2 | 3 »."""
    return [text.string for text in line.texts] == [str(place) for place in range(1, len(line.texts) + 1)]
