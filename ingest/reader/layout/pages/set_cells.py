"""Grids and words of each page → the cells of its tables, each with its printed lines.

Takes `Page`s; gives `SetPage`s. Their lines are not yet joined into texts: that takes the words of all pages.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from ingest.reader.borderless.corridors import are_over_spaces
from ingest.reader.geometry.alignment import stand_in_columns
from ingest.reader.geometry.grid_places import Grid, Place
from ingest.reader.geometry.word_lines import lines_of_words
from ingest.reader.layout.cells.overflows import FLUSH, Held, give_words_back, usual_start
from ingest.reader.layout.cells.setting import CellLine, set_lines
from ingest.reader.layout.cells.stacked_rows import part_stacks
from ingest.reader.layout.cells.tall_rows import part_tall_rows
from ingest.reader.layout.cells.tall_texts import settle_tall_texts
from ingest.reader.layout.pages.page_grids import page_grids
from ingest.reader.records import DOUBTFUL, Box, Page, Word

# Sides of columns that a text may meet by chance, and one more; times the type size, white wider than a plain space.
MANY_SIDES: Final = 3
WIDER_THAN_SPACE: Final = 0.5
# Times the type size. White between two texts, wider than justified lines have it.
FAR_APART: Final = 1.5


class SetCell(NamedTuple):
    """A cell with its lines, not yet joined into a text."""

    place: Place
    box: Box
    lines: tuple[CellLine, ...]
    bold: bool
    certainty: float


class SetTable(NamedTuple):
    """A grid and its cells, place by place."""

    grid: Grid
    cells: list[SetCell]


class SetPage(NamedTuple):
    """The tables of a page that hold any word, with the lines of their cells."""

    page: Page
    tables: list[SetTable]


def set_pages(pages: Sequence[Page]) -> list[SetPage]:
    """Each page with its tables; a page is another one where looking for grids changed what it holds."""
    pages, found = page_grids(pages)
    return [SetPage(page, _set_tables(page, grids)) for page, grids in zip(pages, found, strict=True)]


def _set_tables(page: Page, grids: Sequence[Grid]) -> list[SetTable]:
    if not grids:
        return []
    held = _words_by_cell(page.words, grids)
    parted = [part_stacks(*part_tall_rows(grid, words)) for grid, words in zip(grids, held, strict=True)]
    tables = [SetTable(grid, _set_cells(grid, words)) for grid, words in parted]
    return [table for table in tables if any(cell.lines for cell in table.cells)]


def _words_by_cell(words: Sequence[Word], grids: Sequence[Grid]) -> list[Held]:
    held: list[Held] = []
    left = words
    for grid in grids:
        x0, y0, x1, y1 = grid.box
        # Edges but the outer ones: a word between them is in a row and a column without further ado.
        xs, ys = grid.xs[1:-1], grid.ys[1:-1]
        cells: Held = [[[] for _ in range(grid.width)] for _ in range(grid.height)]
        outside = []
        for word in left:
            box = word.box
            across, down = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
            if y0 <= down <= y1 and x0 <= across <= x1:
                cells[bisect_right(ys, down)][bisect_right(xs, across)].append(word)
            else:
                outside.append(word)
        give_words_back(grid.xs, cells)
        settle_tall_texts(grid.ys, cells)
        held.append(cells)
        left = outside
    return held


def _set_cells(grid: Grid, held: Held) -> list[SetCell]:
    cells: list[SetCell] = []
    for place in grid.places:
        words = _words_in(place, held)
        merged = place.colspan > 1 and place.rowspan == 1
        if merged and (_keep_to_columns(words, _edges_of(grid, place)) or _begin_columns(place, held)):
            # The sides are not drawn, yet the words keep to their columns: a total printed without them.
            singles = (place._replace(column=place.column + index, colspan=1) for index in range(place.colspan))
            cells.extend(_set_cell(grid, single, _words_in(single, held)) for single in singles)
        else:
            cell = _set_cell(grid, place, words)
            cells.append(
                cell._replace(certainty=min(cell.certainty, DOUBTFUL)) if _print_columns(words, place) else cell
            )
    return cells


def _print_columns(words: Sequence[Word], place: Place) -> bool:
    """Whether a cell over several columns prints texts beside one another on several lines: those of each column, whose
    sides are not where they were looked for."""
    lines = lines_of_words(words) if place.colspan > 1 else []
    apart = [any(b.box.x0 - a.box.x1 > FAR_APART * b.size for a, b in pairwise(line)) for line in lines]
    return len(lines) > 1 and any(apart)


def _keep_to_columns(words: Sequence[Word], edges: Sequence[float]) -> bool:
    """Whether words stand in these columns. No sentence has wide spaces at each of many sides by chance."""
    if stand_in_columns(words, edges):
        return True
    start, end = min((word.box.x0 for word in words), default=0.0), max((word.box.x1 for word in words), default=0.0)
    between = sum(start < edge < end for edge in edges)
    return between >= MANY_SIDES and stand_in_columns(words, edges, WIDER_THAN_SPACE)


def _begin_columns(place: Place, held: Held) -> bool:
    """Whether words of a cell begin where the texts of each column that it covers usually do, more than a space behind
    those of the column before."""
    row = held[place.row]
    columns = range(place.column, place.column + place.colspan)
    if not all(row[column] for column in columns):
        return False
    lasts = [max(row[column], key=lambda word: word.box.x1) for column in columns]
    firsts = [min(row[column], key=lambda word: word.box.x0) for column in columns]
    if not all(all(are_over_spaces(pair)) for pair in zip(lasts, firsts[1:], strict=False)):
        return False
    starts = [usual_start(other[column] for other in held if other is not row) for column in columns]
    return all(x is not None and abs(one.box.x0 - x) <= FLUSH for one, x in zip(firsts, starts, strict=True))


def _edges_of(grid: Grid, place: Place) -> tuple[float, ...]:
    return grid.xs[place.column : place.column + place.colspan + 1]


def _words_in(place: Place, held: Held) -> list[Word]:
    if place.rowspan == place.colspan == 1:
        return held[place.row][place.column]
    return [
        word
        for row in held[place.row : place.row + place.rowspan]
        for cell in row[place.column : place.column + place.colspan]
        for word in cell
    ]


def _set_cell(grid: Grid, place: Place, words: list[Word]) -> SetCell:
    row, column, rowspan, colspan, _ = place
    box = Box(grid.xs[column], grid.ys[row], grid.xs[column + colspan], grid.ys[row + rowspan])
    if not words:
        return SetCell(place, box, (), bold=False, certainty=1.0)
    certainty = min([word.certainty for word in words])
    return SetCell(place, box, set_lines(words, box), _is_bold(words), certainty)


def _is_bold(words: Sequence[Word]) -> bool:
    """Whether most of the letters are bold."""
    heavy = sum([len(word.text) for word in words if word.bold])
    return heavy > 0 and 2 * heavy > sum([len(word.text) for word in words])
