"""Figures recognised twice, at two sizes: which of the two readings of a cell is believed, and how far.

Pure words: nothing is recognised here, and no letter changed. Readings that agree make one another surer, readings that
differ leave a doubt on whichever is taken.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ingest.reader.letters.recognised_print import mean_certainty
from ingest.reader.records import Word

# 0–1. Figures less sure are recognised a second time.
SURE: Final = 0.9
# 0–1. A reading less sure is no rival.
LIKELY: Final = 0.7
# 0–1. What is left of certainty where another reading was made, and where it was as likely.
DIFFERENT: Final = 0.85
CONTESTED: Final = 0.5
# 0–1, mean over the letters. By less no reading is told to be better.
BETTER: Final = 0.1

# What stands beside a figure and is part of the amount.
_MORE: Final = re.compile(r"[-–+(]?[\d.,]*(?:€|eur|euros)?\)?", re.IGNORECASE)


def has_doubtful_figure(words: Sequence[Word]) -> bool:
    """Whether a word with a figure in it was not read for sure."""
    return any(word.certainty < SURE and _has_figure(word) for word in words)


def surer(first: Sequence[Word], second: Sequence[Word]) -> list[Word]:
    """Of two readings of one cell, the one whose figures are surer, as sure as the other one lets it be."""
    one, other = _certainty(first), _certainty(second)
    best, least = (first, one) if one >= other else (second, other)
    if _solid(first) == _solid(second):
        return [word._replace(certainty=max(word.certainty, least)) if _has_figure(word) else word for word in best]
    most = CONTESTED if min(one, other) >= LIKELY else DIFFERENT
    return [word._replace(certainty=min(word.certainty, most)) if _has_figure(word) else word for word in best]


def better(first: Sequence[Word], second: Sequence[Word]) -> Sequence[Word]:
    """Of two readings of a text that first read badly, the second where it is surer, with a doubt on other figures."""
    if mean_certainty(second) < mean_certainty(first) + BETTER:
        return first
    if _solid(first) == _solid(second):
        return second
    return [word._replace(certainty=min(word.certainty, DIFFERENT)) if _has_figure(word) else word for word in second]


def completed(words: Sequence[Word], unread: Sequence[int], read: Mapping[int, Sequence[Word]]) -> Iterator[Word]:
    """The words, of which some, by place, have ink beside them that is in no word.

    What is `read` of one together with that ink takes its place where it says the same and more figures, or a currency.
    A tick of the pen says nothing more; where the same is not read again, or more figures but not for sure, a doubt is
    left.
    """
    taken: Sequence[Word] = ()
    for place, word in enumerate(words):
        if any(_holds(one, word) for one in taken):
            continue  # « 00 », behind « 1 933, » that was read again as « 1 933,00 »
        again = read.get(place, ())
        first, more, last = _solid(again).partition(_solid([word]))
        beside = first + last
        completes = more and _MORE.fullmatch(beside)
        if completes and _certainty(again) >= LIKELY:
            taken = again
            yield from again
        elif (place in unread and not more) or (completes and any(map(str.isdigit, beside))):
            yield word._replace(certainty=min(word.certainty, CONTESTED))
        else:
            yield word


def _holds(again: Word, word: Word) -> bool:
    """Whether a word stands where the end of another one does that was read again, and says the same."""
    middle = (word.box.x0 + word.box.x1) / 2
    over = again.box.is_level(word.box) and again.box.x0 <= middle <= again.box.x1
    return over and again.text != word.text and again.text.endswith(word.text)


def _certainty(words: Sequence[Word]) -> float:
    """That of the least sure of the figures, 0 where there is none."""
    return min((word.certainty for word in words if _has_figure(word)), default=0.0)


def _solid(words: Sequence[Word]) -> str:
    """What is printed, its spaces aside: recognition loses them and finds them again."""
    return "".join(word.text for word in words).replace(" ", "")


def _has_figure(word: Word) -> bool:
    return any(map(str.isdigit, word.text))
