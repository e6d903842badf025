"""Words with a line drawn through them: withdrawn, on paper that was corrected by hand or by a word processor.

Takes the words of one page and what is drawn on it; gives the words without the figures that another one replaces, and
what is in doubt. Points of the page as displayed; no PDF library here.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from ingest.reader.records import Box, DoubtedPrint, Rule, Word

# Shares of the type size, from the foot of a word's box (a fifth of the size under its baseline) upwards: where a line
# through figures and small letters passes. An underline is lower, a rule between two rows is out of it.
LOWEST: Final = 0.34
HIGHEST: Final = 0.74
# Share of the words' length that the line must cover.
COVERED: Final = 0.8
# Times the type size. By how much a line through words may go past them; a rule of a table goes on.
PAST: Final = 0.7
# Points. Type whose lines are told from its letters.
SMALLEST: Final = 3.0
LARGEST: Final = 40.0
# Times the type size. White between a figure that was struck and the one written beside it.
BESIDE: Final = 2.0

STRUCK: Final = "texte barré\u202f: «\u202f{text}\u202f»"
REPLACED: Final = "imprimé à côté, barré\u202f: «\u202f{text}\u202f»"


class Struck(NamedTuple):
    """The words that stand, and where something is struck."""

    words: Sequence[Word]
    doubts: list[DoubtedPrint]


def without_struck(words: Sequence[Word], rules: Sequence[Rule], slants: Iterable[Box]) -> Struck:
    """`slants`: boxes of the strokes that are neither horizontal nor vertical, of which a cross is made."""
    strokes = _through(words, rules, slants)
    lines = _lines(words) if strokes else {}
    runs = {tuple(map(id, run)): run for run in _struck_runs(strokes, lines)} if lines else {}
    if not runs:
        return Struck(words, [])
    struck = {number for run in runs for number in run}
    standing = [word for word in words if id(word) not in struck]
    doubts, replaced = [], set[int]()
    for run in runs.values():
        text = " ".join(word.text for word in run)
        instead = _instead(run, standing) if _is_figure(text) else None
        if instead:
            replaced |= set(map(id, run))
        doubts.append(DoubtedPrint((instead or run[0]).box, (REPLACED if instead else STRUCK).format(text=text)))
    return Struck([word for word in words if id(word) not in replaced], doubts)


def _through(words: Sequence[Word], rules: Sequence[Rule], slants: Iterable[Box]) -> list[Box]:
    """What may go through a line of words; nearly all rules of a table do not, and cost nothing more."""
    feet = sorted({word[1][3] for word in words})
    sizes = [size for size in {word[2] for word in words} if SMALLEST <= size <= LARGEST]
    if not sizes:
        return []
    lowest, highest = LOWEST * min(sizes), HIGHEST * max(sizes)
    ys = {rule.y0 for rule in rules if rule.x0 != rule.x1}
    near = {y for y in ys if bisect_left(feet, y + lowest) < bisect_right(feet, y + highest)}
    level = {rule.box for rule in rules if rule.y0 in near and rule.x0 != rule.x1}
    return [*level, *slants]


def _lines(words: Iterable[Word]) -> dict[float, list[Word]]:
    """The words that a line may go through, by the foot of their boxes."""
    lines: dict[float, list[Word]] = {}
    for word in words:
        if word[4] == 0 and SMALLEST <= word[2] <= LARGEST:
            lines.setdefault(word[1][3], []).append(word)
    return lines


def _struck_runs(strokes: Iterable[Box], lines: Mapping[float, list[Word]]) -> Iterator[list[Word]]:
    feet = sorted(lines)
    sizes = [word[2] for line in lines.values() for word in line]
    lowest, highest = LOWEST * min(sizes), HIGHEST * max(sizes)
    for stroke in strokes:
        y = (stroke.y0 + stroke.y1) / 2
        near = feet[bisect_left(feet, y + lowest) : bisect_right(feet, y + highest)]
        if near:
            run = _struck_by(stroke, y, [word for foot in near for word in lines[foot]])
            if run:
                yield run


def _struck_by(stroke: Box, y: float, near: Iterable[Word]) -> list[Word]:
    """The words of one line of text that the stroke goes through, from end to end of them."""
    through = [
        word
        for word in near
        if LOWEST * word.size <= word.box.y1 - y <= HIGHEST * word.size
        and stroke.y1 - stroke.y0 <= 2 * word.size
        and word.box.x0 < stroke.x1
        and stroke.x0 < word.box.x1
    ]
    if not any(character.isalnum() for word in through for character in word.text):
        return []
    x0, x1 = min(word.box.x0 for word in through), max(word.box.x1 for word in through)
    size = through[0].size
    along = min(x1, stroke.x1) - max(x0, stroke.x0) >= COVERED * (x1 - x0)
    ends = x0 - PAST * size <= stroke.x0 and stroke.x1 <= x1 + PAST * size
    return sorted(through, key=lambda word: word.box.x0) if along and ends else []


def _is_figure(text: str) -> bool:
    return any(character.isdigit() for character in text) and sum(map(str.isalpha, text)) <= len(text) / 3


def _instead(run: Sequence[Word], standing: Iterable[Word]) -> Word | None:
    """The figure written on the same line just before or after a struck one."""
    box, size = run[0].box, run[0].size
    near = [
        word
        for word in standing
        if _is_figure(word.text)
        and word.box.y0 < (box.y0 + box.y1) / 2 < word.box.y1
        and max(word.box.x0 - run[-1].box.x1, box.x0 - word.box.x1) <= BESIDE * size
    ]
    return min(near, key=lambda word: abs(word.box.x0 - run[-1].box.x1), default=None)
