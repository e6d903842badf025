"""Whether the layer of text that a file brings for a scanned page says what its image shows.

Takes the words of the layer where they stand on the upright image; gives those that may be believed: none where the
image is better read itself, else all of them, the figures that the image contradicts marked as doubtful. Only a sample
of the words and all the figures are looked at: a fifth of what recognition of the whole page takes.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from ingest.reader.geometry.word_lines import lines_of_words
from ingest.reader.images.scan_images import Sheet
from ingest.reader.letters.recognition import Recogniser
from ingest.reader.letters.uncovered_print import uncovered_print
from ingest.reader.records import UNSURE, Word, box_around
from ingest.reader.scanning.text_layers import telling_words
from portal.french import fold

# The least share of the words looked at that the image must say too: 0.95 to 1.0 on pages whose layer is good, 0.75
# where words run into one another, 0 where it is shifted by a line or the image is turned.
LEAST_AGREEMENT: Final = 0.85
# Letters that no word stands on, and their share of the page: specks, a signature; a row left out has more.
FEW_LETTERS: Final = 12
FEW_OF_PAGE: Final = 0.02
# Figures of a page that the image contradicts twice in the same words: so many may be its own misreadings, more make
# the layer the worse reader of the two.
FEW_DISPUTED: Final = 1
DISPUTED_SHARE: Final = 0.03
# Times the size of type. Parts of one figure stand closer than this, columns further apart.
WITHIN_FIGURE: Final = 0.6
# Figures with fewer digits are not recognised well enough alone to contradict anybody.
ENOUGH_DIGITS: Final = 2
CONTRADICTED: Final = (
    "page\u00a0{page}\u202f: le texte joint au fichier dit «\u202f{said}\u202f», l’image «\u202f{seen}\u202f»"
)
# Letters of the parts that the image parts a word in: « de », « et ». One alone is left by an apostrophe or a speck.
LONG_PART: Final = 2

# A poor layer has letters among its figures.
_FIGURE: Final = re.compile(r"[\dOoIlSBZ.,€()/%+-]*\d[\dOoIlSBZ.,€()/%+-]*|€")
_VALUE: Final = re.compile(r"\d[\d.,]*")


class Believed(NamedTuple):
    """The words of a layer that says what the image shows, its doubtful figures marked, and what the image has instead
    of them, in French; no word where the image is to be read."""

    words: tuple[Word, ...] = ()
    notes: tuple[str, ...] = ()


def believed(words: Sequence[Word], sheet: Sheet, recogniser: Recogniser) -> Believed:
    """What may be believed of the words of a layer."""
    if _leaves_out(words, sheet) or not _agrees(words, sheet, recogniser):
        return Believed()
    figures = list(_figures(words))
    contradicted = list(_contradicted(figures, sheet, recogniser))
    if sum(one.surely for one in contradicted) > max(FEW_DISPUTED, DISPUTED_SHARE * len(figures)):
        return Believed()
    doubtful = {word for one in contradicted for word in one.figure}
    return Believed(
        tuple(word._replace(certainty=UNSURE) if word in doubtful else word for word in words),
        tuple(
            CONTRADICTED.format(page=sheet.number, said=_text(one.figure), seen=_text(one.seen) or "…")
            for one in contradicted
        ),
    )


def _leaves_out(words: Sequence[Word], sheet: Sheet) -> bool:
    found = uncovered_print(sheet, words)
    return found.uncovered > max(FEW_LETTERS, FEW_OF_PAGE * found.letters)


def _agrees(words: Sequence[Word], sheet: Sheet, recogniser: Recogniser) -> bool:
    """Whether most of a sample of the words are recognised where they stand, as one word each."""
    sample = telling_words(words)
    seen = recogniser.lines_at(sheet, [word.box for word in sample])
    same = sum(_says(read, word.text) for read, word in zip(seen, sample, strict=True))
    return same >= LEAST_AGREEMENT * len(sample)


def _says(read: Sequence[Word], text: str) -> bool:
    parts = sum(len(_letters(word.text)) >= LONG_PART for word in read)
    return _letters(text) in _letters("".join(word.text for word in read)) and parts <= 1


def _letters(text: str) -> str:
    return fold(text).replace(" ", "")


def _figures(words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """The figures of the page, each with the words that make it: « 1 », « 234,50 », « € »."""
    for line in lines_of_words(words):
        figure: list[Word] = []
        for word in line:
            apart = figure and word.box.x0 - figure[-1].box.x1 > WITHIN_FIGURE * word.size
            if figure and (apart or not _FIGURE.fullmatch(word.text)):
                yield from _told(figure)
                figure = []
            if _FIGURE.fullmatch(word.text):
                figure.append(word)
        yield from _told(figure)


def _told(figure: list[Word]) -> Iterator[tuple[Word, ...]]:
    if sum(character.isdigit() for word in figure for character in word.text) >= ENOUGH_DIGITS:
        yield tuple(figure)


class _Contradicted(NamedTuple):
    """A figure that the image contradicts, what it shows instead, and whether it does so twice in the same words."""

    figure: tuple[Word, ...]
    seen: Sequence[Word]
    surely: bool


def _contradicted(figures: Sequence[tuple[Word, ...]], sheet: Sheet, recogniser: Recogniser) -> Iterator[_Contradicted]:
    """The figures that are recognised otherwise where they stand, even when looked at closer."""
    boxes = [box_around(word.box for word in figure) for figure in figures]
    for figure, box, read in zip(figures, boxes, recogniser.lines_at(sheet, boxes), strict=True):
        first, said = _value(read), _value(figure)
        if first != said:
            closer = recogniser.closer(sheet, box)
            if _value(closer) != said:
                yield _Contradicted(figure, closer, first == _value(closer))


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _value(words: Sequence[Word]) -> tuple[str, ...]:
    """The digits of a figure and where its comma is, whatever its spaces and the signs around it."""
    joined = "".join(word.text for word in words)
    return tuple(one.replace(".", ",").rstrip(",") for one in _VALUE.findall(joined))
