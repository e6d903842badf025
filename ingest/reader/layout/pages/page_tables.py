"""Cells of each page → the tables of that page, cell by cell.

Takes `Page`s; gives `PageTable`s whose cells hold their printed lines. It does not join them.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import Final, NamedTuple, TypeVar

from ingest.reader.geometry.grid_places import Grid
from ingest.reader.layout.cells.setting import CellLine
from ingest.reader.layout.cells.texts import WholeWords, join_cell_lines, padding_of
from ingest.reader.layout.pages.page_grids import calm_place
from ingest.reader.layout.pages.set_cells import SetPage, SetTable, set_pages
from ingest.reader.machine.packed_words import packed, unpacked
from ingest.reader.machine.second_process import beside
from ingest.reader.records import Box, Page

# Points. How far a shaded rectangle may stop short of the middle of a cell and still be behind it.
SHADE_SLACK: Final = 0.5

Found = TypeVar("Found")


class Piece(NamedTuple):
    """What one page shows of a cell: place in the page's grid, box in points, printed lines.

    `drawn`: it holds text or is closed on its four sides.
    """

    row: int
    column: int
    rowspan: int
    colspan: int
    box: Box
    lines: tuple[CellLine, ...]
    text: str
    bold: bool
    certainty: float
    drawn: bool


@dataclass(frozen=True, slots=True)
class PageTable:
    """One table as one page shows it. `rows[r][c]` is the piece that covers the place; `padding` in points."""

    page: Page
    grid: Grid
    rows: tuple[tuple[Piece, ...], ...]
    padding: float
    whole_words: WholeWords

    @property
    def box(self) -> Box:
        return self.grid.box

    def is_shaded(self, piece: Piece) -> bool:
        """Whether a coloured rectangle lies behind the middle of a cell."""
        across, down = (piece.box.x0 + piece.box.x1) / 2, (piece.box.y0 + piece.box.y1) / 2
        return any(
            fill.x0 - SHADE_SLACK <= across <= fill.x1 + SHADE_SLACK
            and fill.y0 - SHADE_SLACK <= down <= fill.y1 + SHADE_SLACK
            for fill in self.page.fills
        )

    def text_of(self, lines: Sequence[CellLine]) -> str:
        """The text of a cell of this table that prints these lines."""
        return join_cell_lines(lines, self.padding, self.whole_words, sided=self.grid.sided)

    def row_pieces(self, row: int) -> list[Piece]:
        """The cells that start on this row, each once."""
        return [piece for column, piece in enumerate(self.rows[row]) if (piece.row, piece.column) == (row, column)]


# Pages → the tables of each.
Look = Callable[[Sequence[Page]], list[tuple[PageTable, ...]]]


def page_tables(pages: Sequence[Page]) -> list[tuple[PageTable, ...]]:
    """The tables of each page, from top to bottom then left to right. Every word in a table's box is in a cell."""
    return _joined(set_pages(pages))


@contextmanager
def looked_at_by_two(pages: Sequence[Page], then: Callable[[], Found]) -> Iterator[tuple[Look, Callable[[], Found]]]:
    """`page_tables` for all of these pages, those from a calm one on looked at by a second process, which does `then`
    after that; the function that waits for what `then` found comes with it."""
    pages = [unpacked(page) for page in pages]
    calm = calm_place(pages)
    works = [lambda: list(map(_sent, set_pages(pages[calm:]), pages[calm:]))] if calm else []
    with beside([*works, then], processes=2) as (*others, later):

        def look(own: Sequence[Page]) -> list[tuple[PageTable, ...]]:
            if not calm:
                return page_tables(own)
            # With the calm page: what ends the page before it may be the header of a table on it.
            before = set_pages(own[: calm + 1])[:-1]
            return _joined([*before, *map(_received, others[0](), own[calm:])])

        yield look, later


def _joined(set_pages: Sequence["SetPage"]) -> list[tuple[PageTable, ...]]:
    whole_words = WholeWords(
        chain.from_iterable([word.text for word in set_page.page.words] for set_page in set_pages),
        (cell.lines for set_page in set_pages for set_table in set_page.tables for cell in set_table.cells),
    )
    return [
        tuple(_page_table(set_page.page, set_table, whole_words) for set_table in set_page.tables)
        for set_page in set_pages
    ]


def _sent(set_page: SetPage, page: Page) -> tuple[Page | None, list[SetTable]]:
    """What is sent to the other process: it has the page as it was."""
    return None if set_page.page is page else packed(set_page.page), set_page.tables


def _received(sent: tuple[Page | None, list[SetTable]], page: Page) -> SetPage:
    changed, tables = sent
    return SetPage(unpacked(changed) if changed else page, tables)


def _page_table(page: Page, set_table: SetTable, whole_words: WholeWords) -> PageTable:
    grid, cells = set_table
    padding = padding_of(line for cell in cells for line in cell.lines)
    rows: list[list[Piece]] = [[None] * grid.width for _ in range(grid.height)]  # type: ignore[list-item]
    for place, box, lines, bold, certainty in cells:
        piece = Piece(
            *place[:4],
            box,
            lines,
            join_cell_lines(lines, padding, whole_words, sided=grid.sided),
            bold,
            certainty,
            bool(lines) or not place.open,
        )
        for covered in range(place.row, place.row + place.rowspan):
            rows[covered][place.column : place.column + place.colspan] = [piece] * place.colspan
    return PageTable(page, grid, tuple(map(tuple, rows)), padding, whole_words)
