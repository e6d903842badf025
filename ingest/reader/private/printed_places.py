"""The words of a page as one text, and back: from a stretch of that text to the places where it is printed.

Boxes leave in page fractions, one for each stretch of a printed line, a little wider than the letters.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from ingest.reader.machine.packed_words import page_text
from ingest.reader.records import Box, Page, Source, Word
from portal.french import fold

# Share of the type size by which a box is wider than its words: tails of letters, and a scan that leans.
MARGIN: Final = 0.15
# Share of the type size beyond which two words of one number do not belong together: cells of a table.
WIDEST_GAP: Final = 1.2


@dataclass(frozen=True, slots=True)
class PageText:
    """A page as one text. Text and words are made anew each time: no page of a long document is held twice."""

    page: Page

    @property
    def text(self) -> str:
        """The words of the page in the order of the file, a space between two."""
        return page_text(self.page)

    @property
    def words(self) -> Sequence[Word]:
        """To be asked for where something was found."""
        return tuple(self.page.words)


def words_at(text: PageText, start: int, end: int) -> Sequence[Word]:
    """The words that a stretch of the text touches."""
    words = text.words
    starts = list(accumulate((len(word.text) + 1 for word in words), initial=0))
    return words[bisect_right(starts, start) - 1 : bisect_right(starts, end - 1)]


def is_one_run(words: Sequence[Word]) -> bool:
    """Whether words are printed close to one another on one line, as the parts of a number are."""
    return all(
        _same_line(one, other) and other.box.x0 - one.box.x1 <= WIDEST_GAP * one.size for one, other in pairwise(words)
    )


def sources_of(page: Page, words: Sequence[Word]) -> tuple[Source, ...]:
    """Where these words stand: one source for each stretch of a line."""
    runs: list[list[Word]] = []
    for word in words:
        if runs and _same_line(runs[-1][-1], word) and word.box.x0 >= runs[-1][0].box.x0:
            runs[-1].append(word)
        else:
            runs.append([word])
    return tuple(source_of(page, _around(run)) for run in runs)


def source_of(page: Page, box: Box) -> Source:
    """A box in points as a source outside any table."""
    return Source(page.number, 0, 0, Box(*(min(1.0, max(0.0, side)) for side in page.in_fractions(box))))


def runs_of(page: PageText, names: Sequence[str]) -> Iterator[Sequence[Word]]:
    """Wherever these folded words are printed one after another, in any order, once each."""
    if not all(name in fold(page.text) for name in names):
        return
    wanted = sorted(names)
    folded = [(fold(word.text).split(), word) for word in page.words]
    for first in range(len(folded)):
        taken: list[str] = []
        last = first
        while last < len(folded) and len(taken) < len(wanted) and folded[last][0]:
            taken += folded[last][0]
            last += 1
        if sorted(taken) == wanted:
            yield [word for _, word in folded[first:last]]


def _same_line(one: Word, other: Word) -> bool:
    return one.box.is_level(other.box) and one.angle == other.angle


def _around(words: Sequence[Word]) -> Box:
    margin = MARGIN * max(word.size for word in words)
    x0, y0, x1, y1 = zip(*(word.box for word in words), strict=True)
    return Box(min(x0) - margin, min(y0) - margin, max(x1) + margin, max(y1) + margin)
