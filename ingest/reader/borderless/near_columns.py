"""Columns so near one another that their texts read as one: « 48201234500017 13 000,00 », « Adhérents Aide 2031 ».

Takes the printed lines of a page; gives them with such texts parted, before any amount is looked for. Points.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from ingest.reader.borderless.corridors import FLUSH, is_over_space
from ingest.reader.borderless.money_texts import PrintedLine, Text, parts_at, text_of

# Lines on which texts begin at one place, others on their left, for a column to begin there.
FEWEST_LEVEL: Final = 6
# Times the type size. The space between two numbers is wider by this than one inside a number; the widest of these.
WIDER: Final = 0.06
WIDEST_SPACE: Final = 0.33

# One number, its currency before or behind it: what two columns print together is none.
_NUMBER: Final = re.compile(
    r"(?:€ ?)?(?:\d{1,3}(?: \d{3})+|\d{1,3}(?:\.\d{3})+|\d+)(?:[.,]\d{1,2})?(?: ?(?:€|euros?|eur|e|%))?", re.IGNORECASE
)


def with_columns_parted(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines, with their texts parted where those of many lines begin, and between two numbers."""
    starts = _level_starts(lines)
    return [_parted(line, starts) for line in lines]


def _level_starts(lines: Sequence[PrintedLine]) -> list[float]:
    """Where texts of many lines begin that end apart, as figures set flush right do not; or words of them, behind more
    white than any space."""
    begun = sorted(one for line in lines if len(line.texts) > 1 for one in _begun_on(line))
    groups: list[list[tuple[float, float]]] = []
    for text in begun:
        if groups and text[0] - groups[-1][0][0] <= FLUSH:
            groups[-1].append(text)
        else:
            groups.append([text])
    return [group[len(group) // 2][0] for group in groups if len(group) >= FEWEST_LEVEL and _end_apart(group)]


def _begun_on(line: PrintedLine) -> Iterator[tuple[float, float]]:
    """From where to where its texts run, and what may be one behind a word; the first left out, as lines of prose begin
    level too, and amounts."""
    for place, text in enumerate(line.texts):
        if text.money:
            continue
        if place:
            yield text.x0, text.x1
        for before, word in pairwise(text.words):
            if is_over_space(before, word):
                yield word.box.x0, text.x1


def _end_apart(texts: Sequence[tuple[float, float]]) -> bool:
    ends = [end for _, end in texts]
    return max(ends) - min(ends) > 2 * FLUSH


def _parted(line: PrintedLine, starts: Sequence[float]) -> PrintedLine:
    if len(line.texts) == 1:
        return line
    texts: list[Text] = []
    for text in line.texts:
        parts = [text] if text.money else parts_at(text, starts)
        texts += [number for part in parts for number in _numbers_of(part)]
    return line._replace(texts=tuple(texts)) if len(texts) > len(line.texts) else line


def _numbers_of(text: Text) -> list[Text]:
    """The numbers that a text prints one behind the other, parted at its widest spaces; itself where it is one."""
    words = text.words
    if (
        len(words) == 1
        or not text.string[-1].isdigit()
        and text.string[-1] not in "€%"
        or _NUMBER.fullmatch(text.string)
    ):
        return [text]
    spaces = [after.box.x0 - before.box.x1 for before, after in pairwise(words)]
    usual = min(*spaces, WIDEST_SPACE * words[0].size)
    cuts = [place for place, space in enumerate(spaces, 1) if space > usual + WIDER * words[0].size]
    parts = [text_of(words[a:b]) for a, b in pairwise([0, *cuts, len(words)])]
    return parts if all(_NUMBER.fullmatch(part.string) for part in parts) else [text]
