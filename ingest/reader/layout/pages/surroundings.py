"""Text around the tables of a page: lines, running heads and feet, titles.

Takes pages with their tables; says which lines stand between two tables and which line names a table. It gives no
paragraph.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from ingest.reader.geometry.alignment import share_width
from ingest.reader.geometry.held_words import outside
from ingest.reader.geometry.word_lines import lines_of_words
from ingest.reader.layout.pages.page_tables import PageTable
from ingest.reader.paragraphs.page_numbers import ends_with_page_number, page_number
from ingest.reader.records import Box, Page, Word

# Shares of the height of the page where running heads and feet are printed.
HEAD: Final = 0.15
FOOT: Final = 0.85
# Times the type size. A wider white separates two texts side by side: justified lines stay under one and a half.
COLUMN_WHITE: Final = 3.0
# Times the type size. White between two lines of one title.
LEADING: Final = 0.9
# Points. Farther above the table, a line is not its title.
TITLE_REACH: Final = 60.0
TITLE_LINES: Final = 4
# Points. Type sizes closer than this are the same.
SAME_SIZE: Final = 0.6

_CONTINUED: Final = re.compile(r"\(?\bsuite\b[^)]{0,20}\)?\s*$", re.IGNORECASE)
# « …/… », « à suivre », at the foot of a page whose table goes on.
_GOES_ON: Final = re.compile(
    r"\W*(?:…|\.{2,})\s*/\s*(?:…|\.{2,})\W*|\W*(?:à suivre|suite (?:page suivante|au verso|ci-après))\W*",
    re.IGNORECASE,
)
# What has a number of its own, one a page: « Annexe – 2 ».
_NUMBERED_TITLE: Final = re.compile(r"\W*(?:annexe|tableau|fiche|partie|titre|lot|article|volet)\b", re.IGNORECASE)
_FOOTNOTE: Final = re.compile(r"\s*(?:\*|\(\d{1,2}\)|\d{1,2}\s?[)/])")
_NUMBER: Final = re.compile(r"\d+")
_SENTENCE_ENDS: Final = (".", ";", "!", "?")


class TextLine(NamedTuple):
    """A line of text outside tables, box in points."""

    text: str
    box: Box
    size: float
    bold: bool


def text_lines(words: Iterable[Word]) -> list[TextLine]:
    """The printed lines that upright words make, from top to bottom then left to right."""
    return [text_line for line in lines_of_words(words) for text_line in _split(line)]


def _split(row: list[Word]) -> Iterable[TextLine]:
    start = 0
    for index in range(1, len(row) + 1):
        if index == len(row) or row[index].box.x0 - row[index - 1].box.x1 > COLUMN_WHITE * row[index].size:
            yield _text_line(row[start:index])
            start = index


def _text_line(words: list[Word]) -> TextLine:
    _, tops, _, bottoms = zip(*[word.box for word in words], strict=True)
    texts = [word.text for word in words]
    heavy = sum([len(word.text) for word in words if word.bold])
    box = Box(words[0].box.x0, min(tops), words[-1].box.x1, max(bottoms))
    return TextLine(" ".join(texts), box, max([word.size for word in words]), 2 * heavy > sum(map(len, texts)))


# ---- running heads and feet ----------------------------------------------------------------------------------------


class Surroundings:
    """The lines outside the tables of each page, and how often each is met at the head or foot of pages."""

    def __init__(self, pages: Sequence[Page], tables: Sequence[Sequence[PageTable]]) -> None:
        self._pages = {page.number: page for page in pages}
        self._tables = {page.number: on_page for page, on_page in zip(pages, tables, strict=True)}
        self._lines: dict[int, list[TextLine]] = {}
        self._met: Counter[str] = Counter()
        for page in pages:
            head, foot = HEAD * page.height, FOOT * page.height
            edges = [word for word in page.words if (box := word.box)[3] < head or box[1] > foot]
            self._met.update({key for line in text_lines(edges) for key in self._keys(page.number, line)})

    def lines(self, number: int) -> list[TextLine]:
        """The lines of a page that no table holds; none for a page that is not in the document."""
        if number not in self._pages:
            return []
        if number not in self._lines:
            boxes = (table.box for table in self._tables[number])
            self._lines[number] = text_lines(outside(boxes, self._pages[number].words))
        return self._lines[number]

    def _keys(self, page: int, line: TextLine) -> Iterable[str]:
        """What makes a line the same from page to page: its text, or its text but for a number that follows the pages.

        At the head of a page a number that follows is believed only in a bare page number, or where a line that is no
        title ends with it: annexes are numbered too.
        """
        height = self._pages[page].height
        if line.box.y1 < HEAD * height:
            yield _CONTINUED.sub("", line.text).strip()
            counts = page_number(line.text) is not None or _is_numbered_head(line.text)
        elif line.box.y0 > FOOT * height:
            yield line.text
            counts = True
        else:
            return
        if counts:
            for found in _NUMBER.finditer(line.text):
                if len(found[0]) < 5:
                    yield f"{line.text[: found.start()]}#{int(found[0]) - page}{line.text[found.end() :]}"

    def is_running(self, page: int, line: TextLine, pages: int = 1) -> bool:
        """Whether the line is met at the head or foot of more than so many pages."""
        return any(self._met[key] > pages for key in self._keys(page, line))

    def below(self, table: PageTable) -> list[TextLine]:
        """The lines between a table and the foot of its page, footnotes and running feet left out."""
        under = (line for line in self.lines(table.page.number) if line.box.y0 >= table.box.y1 - line.size / 2)
        return [line for line in under if self._parts(table, line) and not _FOOTNOTE.match(line.text)]

    def above(self, table: PageTable) -> list[TextLine]:
        """The lines between the head of the page and a table, running heads and « (suite) » left out."""
        over = (line for line in self.lines(table.page.number) if line.box.y1 <= table.box.y0 + line.size / 2)
        return [line for line in over if self._parts(table, line) and not _CONTINUED.search(line.text)]

    def _parts(self, table: PageTable, line: TextLine) -> bool:
        """Whether a line over or under a table parts it from another: it is no running line, nor says « …/… »."""
        beside = not share_width(line.box, table.box)
        return not (beside or _GOES_ON.fullmatch(line.text) or self.is_running(table.page.number, line))

    def title(self, table: PageTable, pages: int, top: float) -> str:
        """The line or lines just above a table, on one line; `pages` is how many pages the table runs over: a line met
        on more of them names something larger.

        `top`: where the table above ends on the same page, 0 where there is none. At the head of a page, a heading left
        alone at the foot of the page before is the title.
        """
        number = table.page.number
        over = [
            line
            for line in self.lines(number)
            if top <= line.box.y0 + line.size / 2
            and line.box.y1 <= table.box.y0 + line.size / 2
            and share_width(line.box, table.box)
            and not self.is_running(number, line, pages)
        ]
        if over:
            return _title(over) if table.box.y0 - over[-1].box.y1 <= TITLE_REACH else ""
        under = max((table.box.y1 for table in self._tables.get(number - 1, ())), default=0.0)
        before = [
            line for line in self.lines(number - 1) if line.box.y0 >= under and not self.is_running(number - 1, line)
        ]
        return _title(before) if top == 0 and before and before[-1].bold else ""


def _is_numbered_head(text: str) -> bool:
    return ends_with_page_number(text) and _NUMBERED_TITLE.match(text) is None


def _title(lines: list[TextLine]) -> str:
    """The last line with those just above that are set the same way."""
    title = [lines[-1]]
    for line in reversed(lines[:-1]):
        below = title[0]
        same = line.bold == below.bold and abs(line.size - below.size) < SAME_SIZE
        apart = below.box.y0 - line.box.y1 > LEADING * line.size
        if not same or apart or len(title) == TITLE_LINES or line.text.endswith(_SENTENCE_ENDS):
            break
        title.insert(0, line)
    return " ".join(line.text for line in title)
