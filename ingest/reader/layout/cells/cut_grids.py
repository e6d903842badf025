"""A grid some of whose rows are cut → the grid with more rows, and the words of its cells. Points.

Takes the heights at which rows are cut; gives the cells of the new rows. It does not say where a row is cut.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from itertools import accumulate, product
from typing import Final

from ingest.reader.geometry.grid_places import Grid, Place
from ingest.reader.layout.cells.overflows import FLUSH, Held, usual_start
from ingest.reader.records import Word

# Times the type size. Words nearer than this are one text, whatever stroke would stand between them.
ONE_TEXT: Final = 0.6


def with_cells_cut(
    grid: Grid, held: Held, cuts: Mapping[int, tuple[Sequence[float], frozenset[int]]]
) -> tuple[Grid, Held]:
    """The grid whose cells of some columns are cut, the others of the row whole beside them. `cuts`: by row, the
    heights at which it is cut, and the columns where it is."""
    heights = {row: found for row, (found, _) in cuts.items()}
    firsts = _first_rows(grid, heights)
    places: list[Place] = []
    for place in grid.places:
        first, end = firsts[place.row], firsts[place.row + place.rowspan]
        moved = place._replace(row=first, rowspan=end - first)
        single = place.rowspan == place.colspan == 1
        if single and place.row in cuts and place.column in cuts[place.row][1]:
            places += [moved._replace(row=row, rowspan=1) for row in range(first, end)]
        else:
            places.append(moved)
    cut = {(row, column) for row, (_, columns) in cuts.items() for column in columns}
    return _with_rows(grid, places, heights), _cut_words(grid, held, heights, firsts, cut)


def with_rows_set_anew(grid: Grid, held: Held, cuts: Mapping[int, Sequence[float]]) -> tuple[Grid, Held]:
    """The grid whose rows are cut from side to side, the cells of the new rows as wide as their texts. `cuts`: by row,
    the heights at which it is cut."""
    firsts = _first_rows(grid, cuts)
    cells = _cut_words(grid, held, cuts, firsts, set(product(cuts, range(grid.width))))
    places: list[Place] = []
    for place in grid.places:
        first, end = firsts[place.row], firsts[place.row + place.rowspan]
        if place.row not in cuts:
            places.append(place._replace(row=first, rowspan=end - first))
    flush = [usual_start([words[column] for words in cells]) for column in range(grid.width)]
    for row in cuts:
        for index in range(firsts[row], firsts[row + 1]):
            spans = _texts_over(grid, cells[index], flush)
            places += [Place(index, first, 1, last - first, open=True) for first, last in spans]
    return _with_rows(grid, places, cuts), cells


def with_last_row_apart(grid: Grid) -> Grid:
    """The grid whose cells that go down into its last row end over it, and others begin there; itself without any."""
    last = grid.height - 1
    tall = {place for place in grid.places if place.rowspan > 1 and place.row + place.rowspan > last}
    if not tall:
        return grid
    parts = (part for one in tall for part in (one._replace(rowspan=last - one.row), one._replace(row=last, rowspan=1)))
    places = sorted([*(place for place in grid.places if place not in tall), *parts])
    return replace(grid, places=tuple(places))


def _first_rows(grid: Grid, cuts: Mapping[int, Sequence[float]]) -> list[int]:
    """By row, and for the end of the grid, the first of its new rows."""
    return list(accumulate((1 + len(cuts.get(row, ())) for row in range(grid.height)), initial=0))


def _cut_words(
    grid: Grid, held: Held, cuts: Mapping[int, Sequence[float]], firsts: Sequence[int], cut: Set[tuple[int, int]]
) -> Held:
    """The words of the new rows. `cut`: the cells, by row and column, of which each part keeps its own."""
    cells: Held = [[[] for _ in range(grid.width)] for _ in range(firsts[-1])]
    for row, own in enumerate(held):
        for column, words in enumerate(own):
            heights = cuts[row] if (row, column) in cut else ()
            for word in words:
                part = bisect_right(heights, (word.box.y0 + word.box.y1) / 2)
                cells[firsts[row] + part][column].append(word)
    return cells


def _with_rows(grid: Grid, places: Sequence[Place], cuts: Mapping[int, Sequence[float]]) -> Grid:
    ys = sorted([*grid.ys, *(y for found in cuts.values() for y in found)])
    ordered = sorted(places, key=lambda place: (place.row, place.column))
    return replace(grid, ys=tuple(ys), places=tuple(ordered))


def _texts_over(grid: Grid, cells: Sequence[Sequence[Word]], flush: Sequence[float | None]) -> list[tuple[int, int]]:
    """Each text of a row as the columns that it covers, from one to another: a text that runs on into the next column
    covers it too, unless a word begins there where the texts of that column do."""
    spans = [(0, 1)]
    for column in range(1, grid.width):
        start = flush[column]
        begins = start is not None and any(abs(word.box.x0 - start) <= FLUSH for word in cells[column])
        if not begins and _runs_over(cells[column - 1], cells[column], grid.xs[column]):
            spans[-1] = (spans[-1][0], column + 1)
        else:
            spans.append((column, column + 1))
    return spans


def _runs_over(left: Sequence[Word], right: Sequence[Word], side: float) -> bool:
    if any(word.box.x0 < side - word.size / 4 and word.box.x1 > side + word.size / 4 for word in (*left, *right)):
        return True
    if not left or not right:
        return False
    last, first = max(left, key=lambda word: word.box.x1), min(right, key=lambda word: word.box.x0)
    return first.box.x0 - last.box.x1 < ONE_TEXT * first.size and abs(first.box.y0 - last.box.y0) < first.size
