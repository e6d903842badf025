"""Words over the columns of a recognised page, some misread → the words of headers that they are likely to be.

Pure text. What is understood is never sure: who asks gives the column a low certainty and says how it was read.
"""

from collections import defaultdict
from functools import lru_cache
from typing import Final

from ingest.reader.letters.lookalikes import distance, shape
from ingest.reader.values.dates import find_years
from ingest.reader.vocabulary import decoys, headers, money, payers, rows
from ingest.reader.vocabulary.headers import HEADERS, NEUTRAL, SPELT, WEAK_HEADERS
from ingest.reader.vocabulary.money import ASKED, GRANTS, PREVIOUS, PROPOSED, VOTED
from ingest.reader.vocabulary.payers import PAYERS
from ingest.reader.vocabulary.phrases import phrase

# 0–1. Words of a header that were recognised for less may be misread.
DOUBTFUL: Final = 0.95
# 0–1. Below, words that head no column are no words: strokes of a pen, letters that ran.
UNREADABLE: Final = 0.5
# Letters. Shorter words and phrases are near to one another by chance.
_SHORTEST: Final = 5
# Letters, for each that may be another one.
_A_MISTAKE: Final = 6
# Letters. Words shorter than this tell phrases apart: « n » and « l » are no misreadings of one another.
_SHORT: Final = 3

# What the border of a cell is read as before a word.
_STROKES: Final = frozenset("il1")

_PHRASES: Final = frozenset(HEADERS) | frozenset(WEAK_HEADERS)
_PAID: Final = frozenset().union(*PAYERS.values(), VOTED, ASKED, PROPOSED, PREVIOUS, GRANTS)
_WORDS: Final = frozenset(word for text in _PHRASES | NEUTRAL | _PAID for word in text.split())
# Whatever the vocabulary knows, of headers or of anything else, is no misreading.
_KNOWN: Final = _WORDS.union(
    word
    for words in (headers, money, payers, rows, decoys)
    for known in vars(words).values()
    if isinstance(known, frozenset)
    for text in known
    for word in text.split()
)


def _by_length() -> dict[int, list[str]]:
    """What headers are made of, by the number of its words, the longest first: it says the most."""
    targets: defaultdict[int, list[str]] = defaultdict(list)
    for text in _PHRASES | _WORDS:
        if len(text) >= _SHORTEST:
            targets[len(text.split())].append(text)
    return {count: sorted(texts, key=lambda text: (-len(text), text)) for count, texts in targets.items()}


_TARGETS: Final = _by_length()


@lru_cache(maxsize=500)
def understood(text: str) -> str:
    """The words of a header, those that may be misreadings of words that headers have in their place."""
    words = phrase(text).split()
    if all(word in _KNOWN or word.isdigit() for word in words):
        return text
    read: list[str] = []
    place, changed = 0, False
    while place < len(words):
        size, meant = _meant_at(words[place:])
        changed = changed or meant != " ".join(words[place : place + size])
        read.append(SPELT.get(meant, meant))
        place += size
    return " ".join(read) if changed else text


def is_word_of_headers(text: str) -> bool:
    """Whether some word of a text heads columns, or the text says a year and nothing else."""
    words = phrase(text).split()
    known = any(word in _WORDS and word not in NEUTRAL for word in words)
    return known or (len(words) == 1 and bool(find_years(text)))


def _meant_at(words: list[str]) -> tuple[int, str]:
    """How many of the first words are one phrase of headers, misread, and which; the first word as it is if none."""
    if words[0] in _KNOWN and len(words[0]) >= _SHORTEST:
        return 1, words[0]
    if words[0][0] in _STROKES and words[0][1:] in _WORDS and len(words[0]) > _SHORTEST:
        return 1, words[0][1:]
    for size in sorted((count for count in _TARGETS if count <= len(words)), reverse=True):
        window = words[:size]
        if all(word in _KNOWN for word in window):
            continue
        meant = _nearest(window, _TARGETS[size])
        if meant:
            return size, meant
    return 1, words[0]


def _nearest(read: list[str], targets: list[str]) -> str:
    """The first of the phrases of as many words that differs by the fewest letters, few enough; empty if none."""
    best, least = "", len(" ".join(read))
    for target in targets:
        meant = target.split()
        if any(len(one) < _SHORT and one != other for one, other in zip(meant, read, strict=True)):
            continue
        most = min(len(target), len(" ".join(read))) // _A_MISTAKE
        away = sum(distance(shape(one), shape(other), most) for one, other in zip(meant, read, strict=True))
        if away <= most and away < least:
            best, least = target, away
    return best
