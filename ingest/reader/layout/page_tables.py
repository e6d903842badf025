"""Grids and words of each page → the tables of that page, cell by cell.

Takes `Page`s; gives `PageTable`s whose cells hold their printed lines. It does not join them.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import Final, NamedTuple, TypeVar

from ingest.reader.beside import beside
from ingest.reader.geometry.grid_places import Grid, Place
from ingest.reader.layout.alignment import stand_in_columns
from ingest.reader.layout.cell_texts import WholeWords, join_lines, padding_of
from ingest.reader.layout.overflows import give_back
from ingest.reader.layout.page_grids import calm_place, page_grids
from ingest.reader.layout.setting import Line, set_lines
from ingest.reader.layout.stacked_rows import part_stacks
from ingest.reader.layout.tall_rows import part_tall_rows
from ingest.reader.packed_words import packed, unpacked
from ingest.reader.records import Box, Page, Word

# Points. How far a shaded rectangle may stop short of the middle of a cell and still be behind it.
SHADE_SLACK: Final = 0.5
# Sides of columns that a text may meet by chance, and one more; times the type size, white wider than a plain space.
MANY_SIDES: Final = 3
WIDER_THAN_SPACE: Final = 0.5

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
    lines: tuple[Line, ...]
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

    def text_of(self, lines: Sequence[Line]) -> str:
        """The text of a cell of this table that prints these lines."""
        return join_lines(lines, self.padding, self.whole_words, sided=self.grid.sided)

    def row_pieces(self, row: int) -> list[Piece]:
        """The cells that start on this row, each once."""
        return [piece for column, piece in enumerate(self.rows[row]) if (piece.row, piece.column) == (row, column)]


# Pages → the tables of each.
Look = Callable[[Sequence[Page]], list[tuple[PageTable, ...]]]


def page_tables(pages: Sequence[Page]) -> list[tuple[PageTable, ...]]:
    """The tables of each page, from top to bottom then left to right. Every word in a table's box is in a cell."""
    return _joined(_set_pages(pages))


@contextmanager
def looked_at_by_two(pages: Sequence[Page], then: Callable[[], Found]) -> Iterator[tuple[Look, Callable[[], Found]]]:
    """`page_tables` for all of these pages, those from a calm one on looked at by a second process, which does `then`
    after that; the function that waits for what `then` found comes with it."""
    pages = [unpacked(page) for page in pages]
    calm = calm_place(pages)
    works = [lambda: list(map(_sent, _set_pages(pages[calm:]), pages[calm:]))] if calm else []
    with beside([*works, then], processes=2) as (*others, later):

        def look(own: Sequence[Page]) -> list[tuple[PageTable, ...]]:
            if not calm:
                return page_tables(own)
            # With the calm page: what ends the page before it may be the header of a table on it.
            before = _set_pages(own[: calm + 1])[:-1]
            return _joined([*before, *map(_received, others[0](), own[calm:])])

        yield look, later


def _joined(set_pages: Sequence["_SetPage"]) -> list[tuple[PageTable, ...]]:
    whole_words = WholeWords(
        chain.from_iterable([word.text for word in set_page.page.words] for set_page in set_pages),
        (cell.lines for set_page in set_pages for set_table in set_page.tables for cell in set_table.cells),
    )
    return [
        tuple(_page_table(set_page.page, set_table, whole_words) for set_table in set_page.tables)
        for set_page in set_pages
    ]


class _SetCell(NamedTuple):
    """A cell with its lines, not yet joined into a text."""

    place: Place
    box: Box
    lines: tuple[Line, ...]
    bold: bool
    certainty: float


class _SetTable(NamedTuple):
    grid: Grid
    cells: list[_SetCell]


class _SetPage(NamedTuple):
    """The tables of a page that hold any word, with the lines of their cells."""

    page: Page
    tables: list[_SetTable]


def _sent(set_page: _SetPage, page: Page) -> tuple[Page | None, list[_SetTable]]:
    """What is sent to the other process: it has the page as it was."""
    return None if set_page.page is page else packed(set_page.page), set_page.tables


def _received(sent: tuple[Page | None, list[_SetTable]], page: Page) -> _SetPage:
    changed, tables = sent
    return _SetPage(unpacked(changed) if changed else page, tables)


def _set_pages(pages: Sequence[Page]) -> list[_SetPage]:
    pages, found = page_grids(pages)
    return [_SetPage(page, _set_tables(page, grids)) for page, grids in zip(pages, found, strict=True)]


def _set_tables(page: Page, grids: Sequence[Grid]) -> list[_SetTable]:
    if not grids:
        return []
    held = _words_by_cell(page.words, grids)
    parted = [part_stacks(*part_tall_rows(grid, words)) for grid, words in zip(grids, held, strict=True)]
    tables = [_SetTable(grid, _set_cells(grid, words)) for grid, words in parted]
    return [table for table in tables if any(cell.lines for cell in table.cells)]


_Held = list[list[list[Word]]]


def _words_by_cell(words: Sequence[Word], grids: Sequence[Grid]) -> list[_Held]:
    held: list[_Held] = []
    left = words
    for grid in grids:
        x0, y0, x1, y1 = grid.box
        # Edges but the outer ones: a word between them is in a row and a column without further ado.
        xs, ys = grid.xs[1:-1], grid.ys[1:-1]
        cells: _Held = [[[] for _ in range(grid.width)] for _ in range(grid.height)]
        outside = []
        for word in left:
            box = word.box
            across, down = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
            if y0 <= down <= y1 and x0 <= across <= x1:
                cells[bisect_right(ys, down)][bisect_right(xs, across)].append(word)
            else:
                outside.append(word)
        give_back(grid.xs, cells)
        held.append(cells)
        left = outside
    return held


def _set_cells(grid: Grid, held: _Held) -> list[_SetCell]:
    cells: list[_SetCell] = []
    for place in grid.places:
        words = _words_in(place, held)
        if place.colspan > 1 and place.rowspan == 1 and _keep_to_columns(words, _edges_of(grid, place)):
            # The sides are not drawn, yet the words keep to their columns: a total printed without them.
            singles = (place._replace(column=place.column + index, colspan=1) for index in range(place.colspan))
            cells.extend(_set_cell(grid, single, _words_in(single, held)) for single in singles)
        else:
            cells.append(_set_cell(grid, place, words))
    return cells


def _keep_to_columns(words: Sequence[Word], edges: Sequence[float]) -> bool:
    """Whether words stand in these columns. No sentence has wide spaces at each of many sides by chance."""
    if stand_in_columns(words, edges):
        return True
    start, end = min((word.box.x0 for word in words), default=0.0), max((word.box.x1 for word in words), default=0.0)
    between = sum(start < edge < end for edge in edges)
    return between >= MANY_SIDES and stand_in_columns(words, edges, WIDER_THAN_SPACE)


def _edges_of(grid: Grid, place: Place) -> tuple[float, ...]:
    return grid.xs[place.column : place.column + place.colspan + 1]


def _words_in(place: Place, held: _Held) -> list[Word]:
    if place.rowspan == place.colspan == 1:
        return held[place.row][place.column]
    return [
        word
        for row in held[place.row : place.row + place.rowspan]
        for cell in row[place.column : place.column + place.colspan]
        for word in cell
    ]


def _set_cell(grid: Grid, place: Place, words: list[Word]) -> _SetCell:
    row, column, rowspan, colspan, _ = place
    box = Box(grid.xs[column], grid.ys[row], grid.xs[column + colspan], grid.ys[row + rowspan])
    if not words:
        return _SetCell(place, box, (), bold=False, certainty=1.0)
    certainty = min([word.certainty for word in words])
    return _SetCell(place, box, set_lines(words, box), _is_bold(words), certainty)


def _page_table(page: Page, set_table: _SetTable, whole_words: WholeWords) -> PageTable:
    grid, cells = set_table
    padding = padding_of(line for cell in cells for line in cell.lines)
    rows: list[list[Piece]] = [[None] * grid.width for _ in range(grid.height)]  # type: ignore[list-item]
    for place, box, lines, bold, certainty in cells:
        piece = Piece(
            *place[:4],
            box,
            lines,
            join_lines(lines, padding, whole_words, sided=grid.sided),
            bold,
            certainty,
            bool(lines) or not place.open,
        )
        for covered in range(place.row, place.row + place.rowspan):
            rows[covered][place.column : place.column + place.colspan] = [piece] * place.colspan
    return PageTable(page, grid, tuple(map(tuple, rows)), padding, whole_words)


def _is_bold(words: Sequence[Word]) -> bool:
    """Whether most of the letters are bold."""
    heavy = sum([len(word.text) for word in words if word.bold])
    return heavy > 0 and 2 * heavy > sum([len(word.text) for word in words])
