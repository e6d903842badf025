"""Rows of a table that is ruled upright only → rows of their own: the strokes part its columns, white its rows.

Takes a grid and the words of its cells; gives the grid with such tall rows cut. A row is tall where columns of figures
print many of them, one under the other, each level with a text; nothing is cut where they may be the figures of one
grant. Points.
"""

import re
from bisect import bisect_right
from collections.abc import Container, Sequence
from itertools import pairwise
from typing import Final

from ingest.reader.borderless.row_cuts import Anchored, find_cuts, likely_settings
from ingest.reader.geometry.grid_places import Grid
from ingest.reader.layout.cells.cell_lines import CellLine, lines_of_cell
from ingest.reader.layout.cells.cut_grids import ONE_TEXT, with_cells_cut, with_last_row_apart, with_rows_set_anew
from ingest.reader.layout.cells.overflows import Held
from ingest.reader.records import Word
from ingest.reader.values.amounts import parse_amount

# Figures one under the other: fewer may be those of one grant.
FEWEST: Final = 3
# Rows whose cells stand in their middle, for these to be of all the grants beside them.
FEWEST_TALL: Final = 2
# Share of the lines of a column that are figures where it tells rows.
FIGURES: Final = 0.6
# Share of the figures that stand level with a text that opens one, where rows are one under the other.
NAMED: Final = 0.8
# Times the type size. A text this near to a figure, from middle to middle, may be that of its row.
NEAR: Final = 1.3
# Bare figures from this on are amounts: years of a header are less.
_LEAST_SUM: Final = 2100
# A figure, or the dash of nothing.
_FIGURE: Final = re.compile(r"\d\S*|(?<!\S)[-–—−]")
# Points. A heading this near to the top or the foot of a row begins, or ends, there.
AT_HEADING: Final = 3.0
# Points. Whites that differ by less are the same.
SAME_WHITE: Final = 0.4


def part_tall_rows(grid: Grid, held: Held) -> tuple[Grid, Held]:
    """The grid with its tall rows cut, and the words of its cells. `held[r][c]`: the words of one place."""
    # No rule parts a name that goes down two rows of a header from the column under it.
    parted = with_last_row_apart(grid)
    if parted is not grid and any(map(_is_of_a_grant, held[:-1])):
        parted = grid
    single = _single_rows(parted)
    # A tall cell has more words than a name and its figures: other rows cost nothing.
    tall = (row for row in single if _may_be_tall(held[row]))
    cuts = {row: found for row in tall if (found := _cuts([lines_of_cell(words) for words in held[row]], grid.xs))}
    cuts = {row: _with_headings(found, grid, row, held[row]) for row, found in cuts.items()}
    if not cuts:
        return grid, held
    grid = parted
    others = sum(_is_of_a_grant(held[row]) for row in range(grid.height) if row not in cuts)
    # Beside rows of one grant each, a tall one is a row of several.
    if others > len(cuts):
        return grid, held
    whole = {column for column in range(grid.width) if _covers_rows(grid, held, cuts, column)}
    if not whole:
        return with_rows_set_anew(grid, held, cuts)
    cut = frozenset(range(grid.width)) - whole
    return with_cells_cut(grid, held, {row: (heights, cut) for row, heights in cuts.items()})


def _with_headings(cuts: Sequence[float], grid: Grid, row: int, cells: Sequence[Sequence[Word]]) -> list[float]:
    """The cuts of a row, with the top and foot of each heading that broken strokes show, in place of those inside it
    and of those that no text parts from it."""
    top, foot = grid.ys[row : row + 2]
    shown = [(a, b) for a, b in grid.headings if a < foot - AT_HEADING and b > top + AT_HEADING]
    middles = [(word.box.y0 + word.box.y1) / 2 for words in cells for word in words]

    def is_apart(y: float, edge: float) -> bool:
        return any(min(y, edge) < middle < max(y, edge) for middle in middles)

    kept = [y for y in cuts if all(not a < y < b and is_apart(y, a) and is_apart(y, b) for a, b in shown)]
    ends = {y for heading in shown for y in heading if top + AT_HEADING < y < foot - AT_HEADING}
    return sorted({*kept, *ends})


def _covers_rows(grid: Grid, held: Held, cuts: Container[int], column: int) -> bool:
    """Whether the cells of a column are each one text in the middle of a tall row: « Sport » beside its clubs. The one
    text of a single tall row may be of the grant that stands in its middle."""
    tall = [row for row in range(grid.height) if row in cuts]
    middles = (_is_in_middle(held[row][column], grid.ys[row], grid.ys[row + 1]) for row in tall)
    return len(tall) >= FEWEST_TALL and all(middles)


def _is_in_middle(words: Sequence[Word], top: float, foot: float) -> bool:
    if not words:
        return False
    y0, y1 = min(word.box.y0 for word in words), max(word.box.y1 for word in words)
    return 2 * (y1 - y0) <= foot - top and abs(y0 + y1 - top - foot) <= words[0].size


def _single_rows(grid: Grid) -> list[int]:
    """The rows whose cells cover no other row. Strokes between columns may be broken by the headings of rows."""
    tall = [place for place in grid.places if place.rowspan > 1]
    covered = {row for place in tall for row in range(place.row, place.row + place.rowspan)}
    return [row for row in range(grid.height) if row not in covered] if grid.width > 1 else []


def _may_be_tall(cells: Sequence[Sequence[Word]]) -> bool:
    if not any(len(words) >= FEWEST for words in cells) or any(word.angle for words in cells for word in words):
        return False
    size = next(words[0].size for words in cells if words)
    tops = [word.box.y0 for words in cells for word in words]
    return max(tops) - min(tops) > (FEWEST - 1) * size and any(map(_holds_figures, cells))


def _holds_figures(words: Sequence[Word]) -> bool:
    """Whether a cell may print one figure for each of several grants."""
    return len(words) >= FEWEST and len(_FIGURE.findall(" ".join([word.text for word in words]))) >= FEWEST


def _is_of_a_grant(cells: Sequence[Sequence[Word]]) -> bool:
    """Whether a row prints an amount and is no sum of others, all in bold."""
    return any(map(_is_sum, cells)) and not all(word.bold for words in cells for word in words)


def _is_sum(words: Sequence[Word]) -> bool:
    """Whether a cell is an amount, and no number of a column nor year of a header."""
    amount = parse_amount(" ".join(word.text for word in words)) if words else None
    return amount is not None and (amount.currency or amount.value >= _LEAST_SUM)


def _cuts(columns: Sequence[Sequence[CellLine]], xs: Sequence[float]) -> list[float]:
    """The heights at which a row is cut, none for a row of one grant."""
    figures = [lines for lines in columns if _are_figures(lines)]
    if not figures:
        return []
    size = figures[0][0].words[0].size
    anchors = _levels([line for lines in figures for line in lines if parse_amount(line.text)])
    ys = [(band[0].y + band[-1].y) / 2 for band in anchors]
    if len(ys) < FEWEST or not any(_names_each(_labelled(lines, columns[0]), ys, size) for lines in columns):
        return []
    return _clear_cuts(columns, ys, xs) or _likely_cuts(columns, ys, size)


def _are_figures(lines: Sequence[CellLine]) -> bool:
    read = sum(parse_amount(line.text) is not None for line in lines)
    return read >= FEWEST and read >= FIGURES * len(lines)


def _labelled(lines: Sequence[CellLine], first: Sequence[CellLine]) -> list[CellLine]:
    """The lines of a column, with those of the first column where it prints none: labels of sums, headings of rows."""
    return [*lines, *(label for label in first if not any(one.top < label.y < one.bottom for one in lines))]


def _names_each(lines: Sequence[CellLine], anchors: Sequence[float], size: float) -> bool:
    """Whether a text of its own stands level with nearly each figure: lines of a description open in small letters."""
    opening = [line for line in lines if line.text[0].isalpha() and not line.text[0].islower()]
    named = sum(any(abs(line.y - y) <= NEAR * size for line in opening) for y in anchors)
    return named >= NAMED * len(anchors) and len(opening) >= NAMED * len(anchors)


def _levels(lines: Sequence[CellLine]) -> list[list[CellLine]]:
    """Lines of all columns, those that overlap in height together, from the top."""
    bands: list[list[CellLine]] = []
    bottom = float("-inf")
    for line in sorted(lines, key=lambda line: line.top):
        if line.y < bottom:
            bands[-1].append(line)
        else:
            bands.append([line])
            bottom = float("-inf")
        bottom = max(bottom, line.bottom)
    return bands


def _clear_cuts(columns: Sequence[Sequence[CellLine]], anchors: Sequence[float], xs: Sequence[float]) -> list[float]:
    """The cuts where the white between rows is wider than any inside one, as two rows of one line each show it, or
    before each figure where nothing but texts that go on stands without one. `xs`: the sides of the columns."""
    bands = _levels([line for lines in columns for line in lines])
    whites = [(max(line.bottom for line in above), min(line.top for line in below)) for above, below in pairwise(bands)]
    held = [any(_holds(band, y) for y in anchors) for band in bands]
    between = [end - start for (start, end), one, other in zip(whites, held, held[1:], strict=False) if one and other]
    if not between:
        return []
    opens = _openings(columns[0], bands, held) if not _are_rests(columns, bands, held, xs) else held
    wide = zip(whites, opens[1:], strict=True)
    cuts = [(start + end) / 2 for (start, end), one in wide if one and end - start >= min(between) - SAME_WHITE]
    rows = [sum(bisect_right(cuts, y) == row for y in anchors) for row in range(len(cuts) + 1)]
    if max(rows) != 1:
        return []
    # A row without any figure that goes on in small letters is the end of the texts above; « ajourné » is in place of
    # a figure.
    worded = [(index, lines) for index, lines in enumerate(columns) if not _are_figures(lines)]
    ends = (line for index, lines in worded for line in lines if _goes_on(line, columns[:index]))
    return [] if any(not rows[bisect_right(cuts, line.y)] for line in ends) else cuts


def _openings(first: Sequence[CellLine], bands: Sequence[Sequence[CellLine]], held: Sequence[bool]) -> list[bool]:
    """For each band, whether it may open a row: where nearly all rows print something in the first column, one without
    it nor any figure goes on."""
    numbered = [any(line in first for line in band) for band in bands]
    rows = [one for one, figure in zip(numbered, held, strict=True) if figure]
    if sum(rows) < NAMED * len(rows):
        return [True] * len(bands)
    return [one or figure for one, figure in zip(numbered, held, strict=True)]


def _are_rests(
    columns: Sequence[Sequence[CellLine]],
    bands: Sequence[Sequence[CellLine]],
    held: Sequence[bool],
    xs: Sequence[float],
) -> bool:
    """Whether the lines without a figure, under the first that has one, all go on texts: each begins with a word for
    which the line above had no room. One heading among them would begin anywhere."""
    rests = [line for band, one in list(zip(bands, held, strict=True))[held.index(True) :] if not one for line in band]
    sided = list(zip(columns, pairwise(xs), strict=True))
    return bool(rests) and all(any(_had_no_room(line, *one) for one in sided if line in one[0]) for line in rests)


def _had_no_room(line: CellLine, column: Sequence[CellLine], sides: tuple[float, float]) -> bool:
    """Whether the first word of a line would have run out of its column behind the line above."""
    place = column.index(line)
    above, word = column[place - 1].words[-1], line.words[0]
    white = min(one.words[0].box.x0 for one in column) - sides[0]
    end = above.box.x1 + word.size / 4 + word.box.x1 - word.box.x0
    return place > 0 and word.bold == above.bold and end > sides[1] - white


def _goes_on(line: CellLine, before: Sequence[Sequence[CellLine]]) -> bool:
    """Whether a line opens as the rest of a text that is not on its left, where headings run over several columns."""
    near = line.words[0].box.x0 - ONE_TEXT * line.words[0].size
    beside = (other for lines in before for other in lines if other.top < line.y < other.bottom)
    return line.text[0].islower() and not any(other.words[-1].box.x1 > near for other in beside)


def _holds(band: Sequence[CellLine], y: float) -> bool:
    return min(line.top for line in band) <= y <= max(line.bottom for line in band)


def _likely_cuts(columns: Sequence[Sequence[CellLine]], anchors: Sequence[float], size: float) -> list[float]:
    rows = Anchored([[line.y for line in lines] for lines in columns], anchors, size)
    return list(find_cuts(rows, likely_settings([rows])).ys)
