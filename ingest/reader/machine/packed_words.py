"""Words kept in a tenth of their memory, and on disk those of scans and of documents of hundreds of pages.

Takes `Page`s; gives the same ones, whose words are made anew each time that they are asked for. Nothing is lost.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import Final, overload

from ingest.reader.machine.on_disk import Drawer, OnDisk
from ingest.reader.records import Box, Page, Word

# Pages. Fewer are kept as they are, for speed: a hundred and fifty dense ones take 40 MB.
FEW_PAGES: Final = 150

# The most that two bytes count.
MOST_SHORT: Final = 65_535

_PARTED_BY: Final = "\n"
# Numbers that tell a line: y0, y1, size, bold, angle, certainty.
_LINE: Final = 6


class PackedWords(Sequence[Word]):
    """The words of one page, equal to any sequence of the same ones.

    What all words of a printed line share (level, size, weight…) is kept once.
    """

    __slots__ = ("_lines", "_line_of", "_sides", "_texts")

    def __init__(self, words: Iterable[Word]) -> None:
        lines: dict[tuple[float, float, float, bool, int, float], int] = {}
        texts: list[str] = []
        sides: list[float] = []
        line_of: list[int] = []
        for text, (x0, y0, x1, y1), size, bold, angle, certainty in words:
            texts.append(text.replace(_PARTED_BY, " "))
            sides += (x0, x1)
            line_of.append(lines.setdefault((y0, y1, size, bold, angle, certainty), len(lines)))
        self._texts = _PARTED_BY.join(texts).encode()
        self._lines = array("d", chain.from_iterable(lines))
        self._line_of = array("H" if len(lines) <= MOST_SHORT else "I", line_of)
        # PDFium writes places along a line on four bytes.
        short = array("f", sides)
        self._sides = short if short.tolist() == sides else array("d", sides)

    @property
    def text(self) -> str:
        """The words, a space between two."""
        return self._texts.decode().replace(_PARTED_BY, " ")

    def __len__(self) -> int:
        return len(self._line_of)

    def __iter__(self) -> Iterator[Word]:
        if not self._line_of:
            return
        sides = self._sides
        lines = [
            (y0, y1, (size, bold == 1, int(angle), certainty))
            for y0, y1, size, bold, angle, certainty in zip(*[iter(self._lines)] * _LINE, strict=True)
        ]
        texts = self._texts.decode().split(_PARTED_BY)
        new = tuple.__new__  # half the time of the constructors of named tuples
        for text, x0, x1, line in zip(texts, sides[0::2], sides[1::2], self._line_of, strict=True):
            y0, y1, setting = lines[line]
            yield new(Word, (text, new(Box, (x0, y0, x1, y1)), *setting))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    @overload
    def __getitem__(self, index: int) -> Word: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Word]: ...

    def __getitem__(self, index: int | slice) -> Word | Sequence[Word]:
        return tuple(self)[index]


def kept_light(pages: Iterable[Page], count: int = 0) -> tuple[Page, ...]:
    """All the pages, `count` of them where that is known; those of a long document with what they hold on disk."""
    every = iter(pages)
    kept = [] if count > FEW_PAGES else list(islice(every, FEW_PAGES + 1))
    if max(count, len(kept)) > FEW_PAGES:
        drawer = Drawer()
        kept = [put_away(page, drawer) for page in chain(kept, every)]
    return tuple(kept)


def put_away(page: Page, drawer: Drawer) -> Page:
    """The page with what it holds in a drawer."""
    words, rules, fills = drawer.keep(PackedWords(page.words)), drawer.keep(page.rules), drawer.keep(page.fills)
    return replace(page, words=words, rules=rules, fills=fills)


def packed(page: Page) -> Page:
    """The page with its words packed."""
    return replace(page, words=PackedWords(page.words))


def unpacked(page: Page) -> Page:
    """The page with what it holds at hand, to be looked at several times."""
    if isinstance(page.words, PackedWords | OnDisk):
        return replace(page, words=tuple(page.words), rules=tuple(page.rules), fills=tuple(page.fills))
    return page


def page_text(page: Page) -> str:
    """The words of the page in the order of the file, a space between two: none is made where they are packed."""
    words = page.words.taken_out if isinstance(page.words, OnDisk) else page.words
    return words.text if isinstance(words, PackedWords) else " ".join([word.text for word in words])
