"""White corridors between the words of many rows → the columns of a table that no vertical rule draws.

Takes rows of words; gives the places of the corridors. Points.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from statistics import median_low
from typing import Final, NamedTuple

from ingest.reader.geometry.word_lines import lines_of_words
from ingest.reader.records import Word

# Times the type size. Words nearer than this are one text: spaces are 0.28, a little more where lines are justified.
ONE_TEXT: Final = 0.6
# The same where there are too few rows for chance to be ruled out.
ONE_TEXT_IN_FEW: Final = 1.1
FEW_ROWS: Final = 6
# Times the type size. The space of the widest faces, 0.32, and a little more.
WIDEST_SPACE: Final = 0.36
# Times the type size. More white than a space is wider by this than the usual space.
WIDER: Final = 0.05
# Times the type size. Letters and spaces of a typewriter face differ in width by less.
SAME_WIDTH: Final = 0.01
# Share of the rows that may cross a corridor: totals and labels set over several columns.
CROSSING_SHARE: Final = 0.04
# 0–1, and share of the rows. What is less sure may be the ink of a stamp, as wide as that: the rows without any tell
# where white runs, if they are as many as this.
LEGIBLE: Final = 0.5
LEGIBLE_SHARE: Final = 0.3
# Points. Texts set flush left begin at one place within this.
FLUSH: Final = 0.7
# Share of the rows on which figures end and words begin at one place, for a column to end there.
SEAM_SHARE: Final = 0.5
_FIGURE_ENDS: Final = "0123456789€%"
# « 2031-0412 », « 16/07/2031 » are whole.
_NUMBERED: Final = re.compile(r"\d+(?:[-/]\d+)+")
# Only ever behind their figure: « € » may stand before it.
_CURRENCIES: Final = frozenset({"euros", "euro", "eur"})
# Points. A narrower corridor is a chance meeting of spaces.
NARROWEST: Final = 2.5


# The printed lines of one row, each from left to right.
_Lines = Sequence[Sequence[Word]]


class Corridor(NamedTuple):
    """White from `start` to `end` in all the rows."""

    start: float
    end: float

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2


def find_corridors(
    rows: Sequence[Sequence[Word]],
    x0: float,
    x1: float,
    whites: Sequence[tuple[float, float]] = (),
    starts: Sequence[float] = (),
) -> list[Corridor]:
    """The corridors strictly between two sides. Rows of a single text (titles, groups) do not count.

    `whites`: between the names over the columns; where there are few rows, one of them vouches for a corridor.
    `starts`: where texts of many rows begin, in order; a word there begins a text, however near the one before it.
    """
    legible = [row for row in rows if all(word.certainty >= LEGIBLE for word in row)]
    if len(legible) >= max(FEW_ROWS, LEGIBLE_SHARE * len(rows)):
        rows = legible
    if len(rows) >= FEW_ROWS:
        return _corridors(rows, x0, x1, ONE_TEXT, starts)
    sure = _corridors(rows, x0, x1, ONE_TEXT_IN_FEW, starts)
    return _with_vouched(sure, _corridors(rows, x0, x1, ONE_TEXT, starts), whites) if whites else sure


def _with_vouched(
    sure: Sequence[Corridor], narrow: Sequence[Corridor], whites: Sequence[tuple[float, float]]
) -> list[Corridor]:
    """The sure corridors, and in each white between names that holds none of them the widest of the narrow ones."""
    kept = list(sure)
    for start, end in whites:
        if any(one.start < end and one.end > start for one in kept):
            continue
        inside = [one for one in narrow if one.start < end and one.end > start]
        if inside:
            kept.append(max(inside, key=lambda one: min(one.end, end) - max(one.start, start)))
    return sorted(kept)


def _corridors(
    rows: Sequence[Sequence[Word]], x0: float, x1: float, near: float, starts: Sequence[float]
) -> list[Corridor]:
    printed = [lines_of_words(words) for words in rows]
    seams = _seams(printed)
    starts = sorted({*starts, *seams})
    # A sentence is one text, though one of its words happens to stand where a column begins.
    several = (lines for lines in printed if len(_texts_on(lines, near, seams)) > 1)
    texts = [_texts_on(lines, near, starts) for lines in several]
    crossings = int(CROSSING_SHARE * len(texts))
    steps = sorted([(start, 1) for row in texts for start, _ in row] + [(end, -1) for row in texts for _, end in row])
    corridors = []
    open_at, count = x0, 0
    for x, step in steps:
        narrowest = 0.0 if any(abs(x - seam) <= FLUSH for seam in seams) else NARROWEST
        if step > 0 and count == crossings and x - open_at > 0 and x - open_at >= narrowest:
            corridors.append(Corridor(open_at, x))
        count += step
        if step < 0 and count == crossings:
            open_at = x
    return [corridor for corridor in corridors if corridor.start > x0 and corridor.end < x1]


def narrowed(corridor: Corridor, spans: Iterable[tuple[float, float]]) -> Corridor | None:
    """The corridor without what texts on its sides, from x0 to x1, take of it, None where nothing is left; texts that
    run over all of it are no cells."""
    low, high = start, end = corridor
    for x0, x1 in spans:
        if x0 <= low:
            if start < x1 < high:
                start = x1
        elif x1 >= high and x0 < end:
            end = x0
    return Corridor(start, end) if end > start else None


def _seams(rows: Sequence[_Lines]) -> list[float]:
    """Where two columns touch, as in spreadsheets: in many rows, figures that all end at one place and, just behind
    them, words or rates that all begin at one: « 1 200,00 Vesoul », « 800,00 Bor »."""
    printed = [line for lines in rows for line in lines]
    usual = usual_space(printed)
    met = sorted(
        (word.box[0], before.box[2])
        for line in printed
        for (before, word), wide in zip(pairwise(line), are_over_spaces(line, usual), strict=True)
        if word.box[0] > before.box[2]
        and (word.box[0] - before.box[2] <= ONE_TEXT * word.size or is_one_space(before, word))
        and before.text[-1] in _FIGURE_ENDS
        and word.text.casefold() not in _CURRENCIES
        and (word.text[0].isalpha() or follow_amount(before, word) or wide)
    )
    groups: list[list[tuple[float, float]]] = []
    for start, end in met:
        if groups and start - groups[-1][0][0] <= 2 * FLUSH:
            groups[-1].append((start, end))
        else:
            groups.append([(start, end)])
    fewest = max(FEW_ROWS, SEAM_SHARE * len(rows))
    level = [group for group in groups if len(group) >= fewest and _spread(end for _, end in group) <= 2 * FLUSH]
    return [group[0][0] + FLUSH for group in level]


def _spread(values: Iterable[float]) -> float:
    found = list(values)
    return max(found) - min(found)


def texts_of(words: Sequence[Word], near: float) -> list[tuple[float, float]]:
    """Where the texts of a row stand: words near one another on a line, all lines laid over one another."""
    return _texts_on(lines_of_words(words), near, ())


def _texts_on(lines: _Lines, near: float, starts: Sequence[float]) -> list[tuple[float, float]]:
    pieces: list[tuple[float, float]] = []
    for line in lines:
        start, end = line[0].box[0], line[0].box[2]
        for before, word in pairwise(line):
            white = word.box[0] - end
            wide = white > near * word.size and not is_one_space(before, word)
            begins = begins_text(before, word, starts)
            if wide or begins or (white > 0 and follow_amount(before, word)):
                # A text that reaches the next one is cut by the side of its cell, as spreadsheets cut what is too long.
                pieces.append((start, min(end, word.box[0] - NARROWEST) if begins else end))
                start = word.box[0]
            end = max(end, word.box[2])
        pieces.append((start, end))
    return united(pieces)


def united(spans: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """The spans from left to right, those that overlap as one."""
    merged: list[tuple[float, float]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def begins_text(before: Word, after: Word, starts: Sequence[float]) -> bool:
    """Whether a word begins at one of these places, given in order, and does not go on with a figure."""
    if before.text[-1].isdigit() and not after.text[0].isalpha() and not _is_over_space(before, after):
        return False
    place = bisect_left(starts, after.box[0] - FLUSH)
    return place < len(starts) and starts[place] <= after.box[0] + FLUSH


def _is_over_space(before: Word, after: Word) -> bool:
    """Whether more white than any space parts two words of a line, if hardly: no figure goes on after it."""
    return after.box.x0 - before.box.x1 > WIDEST_SPACE * after.size and not is_one_space(before, after)


def are_over_spaces(line: Sequence[Word], usual: float = 0.0) -> list[bool]:
    """For each word of a line but the first, whether such white stands before it, wider than the other spaces too where
    all are set widely: than the `usual_space` around, and the narrowest of its text, « 06 12 34 56 78 »."""
    found: list[bool] = []
    pairs = [(before, after, (after.box.x0 - before.box.x1) / after.size) for before, after in pairwise(line)]
    for near, group in groupby(pairs, lambda pair: pair[2] <= ONE_TEXT):
        text = list(group)
        least = min(white for *_, white in text) if near and len(text) > 1 else 0.0
        space = max(usual, least) + WIDER
        found += [white > space and _is_over_space(before, after) for before, after, white in text]
    return found


def usual_space(lines: Iterable[Sequence[Word]]) -> float:
    """The white between two words of a text, in times the type size, than which half of those on these lines are no
    wider; 0 where there is none."""
    whites = [(after.box.x0 - before.box.x1) / after.size for line in lines for before, after in pairwise(line)]
    spaces = [white for white in whites if 0 < white <= ONE_TEXT]
    return median_low(spaces) if spaces else 0.0


def is_of_figure(word: Word) -> bool:
    """Whether a word prints a digit, « 2031- » cut after it among them, or is a currency or the sign of a rate."""
    text = word.text
    return text[-1] in _FIGURE_ENDS or any(map(str.isdigit, text)) or text.casefold() in _CURRENCIES


def follow_amount(before: Word, after: Word) -> bool:
    """Whether a figure stands behind the cents of another one, its currency in letters or a rate, however near; or
    behind « 2031-0412 » and more than a space: « le 16/07/2031 20 h »."""
    if not after.text[0].isdigit():
        return False
    text = before.text
    ended = text[-1] == "%" or (text[-3:-2] == "," and text[-2:].isdigit()) or text.casefold() in _CURRENCIES
    return ended or (_NUMBERED.fullmatch(text) is not None and _is_over_space(before, after))


def is_one_space(before: Word, after: Word) -> bool:
    """Whether two words of a typewriter face are parted by one of its spaces, which are as wide as its letters."""
    width = (before.box[2] - before.box[0]) / len(before.text)
    space = after.box[0] - before.box[2]
    same = abs(width - (after.box[2] - after.box[0]) / len(after.text)) <= SAME_WIDTH * after.size
    return same and abs(space - width) <= SAME_WIDTH * after.size
