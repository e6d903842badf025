"""Rows under a sentence that grants a list, « … attribue les subventions suivantes : » → leftovers, however few.

Takes the pages, the tables found and the paragraphs; gives a leftover for each printed line that is a name and, apart
from it, a figure, bare or not: nothing else tells that « ADMR      300 » is money. It reads nothing in them.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from ingest.reader.borderless.money_texts import PrintedLine, printed_lines
from ingest.reader.records import Leftover, Page, Paragraph, Table
from ingest.reader.unread.unread_rows import ends_with_figure, grants_in_list, left_over, outside_tables

# Lines of the sentence, at most, of which the last ends with a colon.
MOST_LINES: Final = 3
# Rows: one alone may be a date, or the number of a page.
FEWEST_ROWS: Final = 2
# Times the type size. White over a row of the list, at most; rows without a figure between two of the list, at most.
WIDEST_WHITE: Final = 2.4
MOST_BETWEEN: Final = 2
REASON: Final = "nom et chiffres sous une phrase qui accorde une liste, dans aucun tableau reconnu"


def find_announced_rows(
    pages: Sequence[Page], tables: Sequence[Table], paragraphs: Sequence[Paragraph]
) -> tuple[Leftover, ...]:
    """The rows of all lists that a sentence announces, those that were read among them."""
    told = {paragraph.source.page for paragraph in paragraphs if grants_in_list(paragraph.text)}
    return tuple(left for page in pages if page.number in told for left in _of_page(page, tables))


def _of_page(page: Page, tables: Sequence[Table]) -> Iterator[Leftover]:
    lines = printed_lines(outside_tables(page, tables))
    for place, line in enumerate(lines):
        if line.texts[-1].string.endswith(":") and _announces(lines[max(0, place + 1 - MOST_LINES) : place + 1]):
            rows = _rows_under(lines[place:])
            yield from (left_over(page, row, REASON) for row in rows if len(rows) >= FEWEST_ROWS)


def _announces(lines: Sequence[PrintedLine]) -> bool:
    """Whether a sentence that ends with these lines grants a list: its last line, or several, say so."""
    texts = [" ".join(text.string for text in line.texts) for line in lines]
    return any(grants_in_list(" ".join(texts[first:])) for first in range(len(texts)))


def _rows_under(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The rows under the first of these lines, as far as a wide white, the next announcement, or lines of text."""
    rows: list[PrintedLine] = []
    between = 0
    for above, line in pairwise(lines):
        if line.top - above.bottom > WIDEST_WHITE * line.size or line.texts[-1].string.endswith(":"):
            break
        if len(line.texts) > 1 and ends_with_figure(line):
            rows.append(line)
            between = 0
        else:
            between += 1
        if between > MOST_BETWEEN:
            break
    return rows
