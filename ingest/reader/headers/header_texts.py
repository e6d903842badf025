"""The text of a header cell → the words that it means, put together from their pieces, and whether they head columns.

It reads one cell; which cells are a header is for `column_headers.py`.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from ingest.reader.headers.misread_headers import DOUBTFUL, UNREADABLE, is_word_of_headers, understood
from ingest.reader.records import Cell
from ingest.reader.vocabulary.headers import HEADERS, NEUTRAL, WEAK_HEADERS
from ingest.reader.vocabulary.money import (
    ADDED,
    ASKED,
    COST,
    DEDUCTED,
    GRANTS,
    PARTS,
    PREVIOUS,
    PROPOSED,
    REVISED,
    VOTED,
    WHOLE,
)
from ingest.reader.vocabulary.payers import FUNDERS
from ingest.reader.vocabulary.phrases import phrase

# Share: « Type de parcours ou de booster » has one word of its own in six, « Association Les Amis » one in three.
_MOST_UNKNOWN_WORDS = 0.25
_OPENINGS = frozenset(HEADERS) | frozenset(WEAK_HEADERS) | PARTS
_HEADER_WORDS = NEUTRAL.union(
    *(words.split() for words in [*_OPENINGS, *VOTED, *ASKED, *PROPOSED, *PREVIOUS, *WHOLE, *FUNDERS])
)
_KNOWN_WORDS = _HEADER_WORDS.union(
    ["millier", "million"], *(words.split() for words in [*GRANTS, *COST, *ADDED, *REVISED, *PARTS, *DEDUCTED])
)
# « M O N T A N T »
_SPACED = re.compile(r"\w(?: \w){3,}")
# Letters: « budgét / aire », where « Date / convention » are two words.
_LONGEST_END = 4
# Pieces of one word, in the narrowest columns.
_MOST_PIECES = 4
# Words of the shortest sentence that may run into a header; how its last line ends, and no « H.T. » does.
SENTENCE_WORDS: Final = 6
_ENDS_SENTENCE: Final = re.compile(r"\w{3}[.;:]$")


def heading_text(cell: Cell) -> str:
    """The text of a cell as a header. Of one that was recognised with doubt, the words of headers that it may be; none
    where it is hardly read and says nothing that heads columns: strokes of a pen."""
    text = printed_heading(cell)
    if cell.certainty >= DOUBTFUL:
        return text
    text = understood(text)
    return text if cell.certainty >= UNREADABLE or is_word_of_headers(text) else ""


def printed_heading(cell: Cell) -> str:
    """The text of a cell as a header, as it was printed or recognised."""
    return whole_words(_under_sentence(cell))


def _under_sentence(cell: Cell) -> Cell:
    """The cell without the end of a sentence that stands close over a table and ran into it, « Article 2 – D'autoriser
    le Président à signer. » over « Association »."""
    ends = [place for place, line in enumerate(cell.lines[:-1], 1) if _ENDS_SENTENCE.search(line)]
    if not ends or len(" ".join(cell.lines[: ends[-1]]).split()) < SENTENCE_WORDS:
        return cell
    lines = cell.lines[ends[-1] :]
    text = " ".join(lines)
    return cell._replace(text=text, lines=lines) if heads_a_column(text) else cell


def whole_words(cell: Cell) -> str:
    """The text of a cell; in a narrow one, pieces of words cut by the ends of its lines are put together where they
    make a word that heads columns: « MONTANT COMPLÉMENTAI / RE », « sollici- / tée »; so are letters set apart from one
    another, « M O N T A N T »."""
    if len(cell.lines) > 1:
        return _mended(cell.text, cell.lines)
    letters = cell.text.split() if _SPACED.fullmatch(cell.text) else []
    whole = "".join(letters)
    return whole if phrase(whole) in _KNOWN_WORDS else cell.text


# The stages look at the same headers in turn, and the tables of a document have the same ones.
_remembered = lru_cache(maxsize=2_000)


@_remembered
def _mended(text: str, lines: tuple[str, ...]) -> str:
    words = [(word, not place) for line in lines for place, word in enumerate(line.split())]
    mended: list[str] = []
    place = 0
    while place < len(words):
        sizes = range(_MOST_PIECES, 1, -1)
        size = next((size for size in sizes if _are_pieces(words[place : place + size], size)), 1)
        mended.append(_joined(words[place : place + size]))
        place += size
    # Where the lines were put together as one word, two words that are known are two.
    parted = len(mended) < len(words) or all(map(_says_nothing_new, mended))
    return " ".join(mended) if parted else text


def _says_nothing_new(word: str) -> bool:
    """Whether a word is one of headers, a unit (« k€ ») or a figure."""
    words = phrase(word)
    return words in _KNOWN_WORDS or "€" in word or words.isdigit()


def _are_pieces(words: list[tuple[str, bool]], size: int) -> bool:
    """Whether words, each after a line's end but the first, are one known word in pieces: not all known alone, or the
    last but the end of a word, « attrib / ué »."""
    if len(words) < size or not all(opens for _, opens in words[1:]):
        return False
    whole = phrase(_joined(words))
    alone = all(phrase(word) in _KNOWN_WORDS for word, _ in words)
    return whole in _KNOWN_WORDS and (not alone or len(words[-1][0]) <= _LONGEST_END)


def _joined(words: Sequence[tuple[str, bool]]) -> str:
    """The pieces of one word, without the hyphens that cut it."""
    return "".join(word.removesuffix("-") for word, _ in words[:-1]) + words[-1][0]


@_remembered
def heads_a_column(text: str) -> bool:
    """Whether the text opens with a word that heads columns, and holds few names: « Nom de l'association », « Montant
    2023 », not « Association Les Amis »."""
    words = phrase(text).split()
    if not any(" ".join(words[:length]) in _OPENINGS for length in range(1, 5)):
        return False
    unknown = sum(word not in _HEADER_WORDS and not word.isdigit() for word in words)
    return unknown <= len(words) * _MOST_UNKNOWN_WORDS


def are_header_words(text: str) -> bool:
    """Whether a text is made of words of headers and figures alone: « Action Gestionnaire CP 2019 CP »."""
    return all(word in _HEADER_WORDS or word.isdigit() for word in phrase(text).split())
