"""The text printed inside a box of one page, as the cells of one row: a file, a page number and a box enter.

Does not look for tables: what stands apart from top to bottom of the box is another cell.
"""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Final

from ingest.reader.engines import pdfium
from ingest.reader.errors import NoPageError
from ingest.reader.geometry.held_words import inside
from ingest.reader.records import BETWEEN_CELLS, Box, Page, Word
from ingest.reader.scans import with_scans_read

# Times the size of the letters. A white band this wide through all the lines of the box parts two cells; the words of
# one line stand 0.3 apart.
CELL_GAP: Final = 0.8
# Times the size of the letters. Words whose middles are closer in height stand on one line.
SAME_LINE: Final = 0.5


def read_area(path: Path, number: int, box: Box) -> str:
    """The text inside `box` (page fractions) of page `number`, from 1: its cells from the left, apart by BETWEEN_CELLS.

    The page is recognised where it is an image. Empty where nothing is printed there. Raises NoPageError where the file
    has no such page, and what `open_document` raises.
    """
    page = next(islice(pdfium.read_pages(path), number - 1, number), None)
    if page is None:
        raise NoPageError(path.name)
    [page] = with_scans_read(path, [page])
    return BETWEEN_CELLS.join(map(text_in_order, cells_of(words_inside(page, box))))


def words_inside(page: Page, box: Box) -> list[Word]:
    """The words whose middle is inside `box`, in page fractions."""
    return inside(page.in_points(box), page.words)


def cells_of(words: Iterable[Word]) -> list[list[Word]]:
    """These words parted where white runs through all their lines."""
    cells: list[list[Word]] = []
    end = 0.0
    for word in sorted(words, key=lambda word: word.box.x0):
        if cells and word.box.x0 - end < CELL_GAP * word.size:
            cells[-1].append(word)
        else:
            cells.append([word])
        end = max(end, word.box.x1)
    return cells


def text_in_order(words: Iterable[Word]) -> str:
    """The words of one cell, line after line."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=_down):
        if lines and _down(word) - _down(lines[-1][-1]) < SAME_LINE * word.size:
            lines[-1].append(word)
        else:
            lines.append([word])
    return " ".join(word.text for line in lines for word in sorted(line, key=_across))


def _across(word: Word) -> float:
    return (word.box.x0 + word.box.x1) / 2


def _down(word: Word) -> float:
    return (word.box.y0 + word.box.y1) / 2
