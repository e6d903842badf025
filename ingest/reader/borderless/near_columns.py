"""Columns so near one another that their texts read as one: « 48201234500017 13 000,00 », « Adhérents Aide 2031 ».

Takes the printed lines of a page; gives them with such texts parted, before any amount is looked for. Points.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Final

from ingest.reader.borderless.corridors import FLUSH, are_over_spaces, is_of_figure, usual_space
from ingest.reader.borderless.money_texts import PrintedLine, Text, has_currency, parts_at, text_of
from ingest.reader.geometry.alignment import level_groups
from ingest.reader.records import Word

# Lines on which texts begin at one place, others on their left, for a column to begin there.
FEWEST_LEVEL: Final = 6

# One number, its currency before or behind it: what two columns print together is none.
_NUMBER: Final = re.compile(
    r"(?:€ ?)?(?:\d{1,3}(?: \d{3})+|\d{1,3}(?:\.\d{3})+|\d+)(?:[.,]\d{1,2})?(?: ?(?:€|euros?|eur|e|%))?", re.IGNORECASE
)


def with_columns_parted(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines, with their texts parted where those of many lines begin, and between two numbers."""
    usual = usual_space(text.words for line in lines for text in line.texts)
    starts = _level_starts(lines, usual)
    return [_parted(line, starts, usual) for line in lines]


def _level_starts(lines: Sequence[PrintedLine], usual: float) -> list[float]:
    """Where texts of many lines begin that end apart, as figures set flush right do not; or words of them, behind a
    figure and more white than any space, behind euros, or behind figures set flush right."""
    several = [line for line in lines if len(line.texts) > 1]
    begun = [text for line in several for text in _begun_on(line, usual)]
    begun += _behind_figures([text for line in several for text in line.texts])
    level = (xs for xs in _level(begun) if len(xs) >= FEWEST_LEVEL)
    return [xs[len(xs) // 2] for xs in level if end_apart([text for text in begun if xs[0] <= text.x0 <= xs[-1]])]


def _level(texts: Iterable[Text]) -> list[list[float]]:
    return level_groups((text.x0 for text in texts), FLUSH)


def _behind_figures(texts: Sequence[Text]) -> list[Text]:
    """The words behind figures, however near, that begin level where these do not: « 12 Achat » under « 1 310 Achat »,
    not « 12 rue » under « 3 rue »."""
    pairs = []
    for text in texts:
        figures = len([*takewhile(is_of_figure, text.words)])
        if 0 < figures < len(text.words) and not text.money:
            pairs.append((text, text_of(text.words[figures:])))
    groups = ([pair for pair in pairs if xs[0] <= pair[1].x0 <= xs[-1]] for xs in _level(words for _, words in pairs))
    flush = (group for group in groups if len(_level(text for text, _ in group)) > 1)
    return [words for group in flush for _, words in group]


def _begun_on(line: PrintedLine, usual: float) -> Iterator[Text]:
    """Its texts, and what may be one behind a figure, or behind euros however near; the first left out, as lines of
    prose begin level too, and amounts. Behind a word, names set widely go on: « Association sportive »."""
    for number, text in enumerate(line.texts):
        if text.money:
            continue
        if number:
            yield text
        wide = are_over_spaces(text.words, usual)
        for place, over in enumerate(wide, 1):
            if (over and is_of_figure(text.words[place - 1])) or _ends_in_euros(text.words[:place]):
                yield text_of(text.words[place:])


def end_apart(texts: Sequence[Text]) -> bool:
    """Whether texts that begin level do not all end at one place."""
    ends = [text.x1 for text in texts]
    return max(ends) - min(ends) > 2 * FLUSH


def _parted(line: PrintedLine, starts: Sequence[float], usual: float) -> PrintedLine:
    if len(line.texts) == 1:
        return line
    texts: list[Text] = []
    for text in line.texts:
        parts = [text] if text.money else parts_at(text, starts)
        texts += [number for part in parts for number in _numbers_of(part, usual)]
    return line._replace(texts=tuple(texts)) if len(texts) > len(line.texts) else line


def _numbers_of(text: Text, usual: float) -> list[Text]:
    """The numbers that a text prints one behind the other, or an amount and a text behind it, parted where more than a
    space is between, numbers behind a currency too; itself where it is one, or goes on after its amount: « 500 €  dont
    100 € en nature »."""
    words = text.words
    if len(words) == 1 or not any(map(is_of_figure, words)) or _NUMBER.fullmatch(text.string):
        return [text]
    cuts = [place for place, over in enumerate(are_over_spaces(words, usual), 1) if over]
    behind = [place for place in range(1, len(words)) if words[place - 1].text[-1] == "€"]
    for places in (cuts, sorted({*cuts, *behind})):
        numbers = [text_of(words[a:b]) for a, b in pairwise([0, *places, len(words)])]
        if all(_NUMBER.fullmatch(number.string) for number in numbers):
            return numbers
    parts = [text_of(words[a:b]) for a, b in pairwise([0, *cuts, len(words)])]
    amount = parts[0]
    if len(parts) > 1 and amount.money and has_currency(amount.string) and words[cuts[0]].text[0].isupper():
        return [amount, text_of(words[cuts[0] :])]
    return [text]


def _ends_in_euros(words: Sequence[Word]) -> bool:
    """« 1 200 € », not « 40 % € » before its figure."""
    last = words[-1].text
    return last[-1] == "€" and (len(last) > 1 or (len(words) > 1 and any(map(str.isdigit, words[-2].text))))
