"""Headers that no rule nor band holds → parts of the tables under them, or grids of their own at the foot of a page.

Takes pages with all their grids; gives the grids with the printed lines over their columns that name them. A header
alone at the foot of a page becomes a grid there, which `joining` puts together with the table of the next page. Points.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from ingest.reader.borderless.money_texts import PrintedLine, printed_line
from ingest.reader.geometry.alignment import OVER, columns_over
from ingest.reader.geometry.grid_places import Grid, Place, places_of
from ingest.reader.geometry.word_lines import lines_of_words
from ingest.reader.records import Page, Word
from ingest.reader.vocabulary.phrases import phrase
from ingest.reader.vocabulary.rows import NO_AMOUNT

# Share of the height of the page: what is printed above is a running head, under it a page number.
HEAD: Final = 0.12
FOOT: Final = 0.96
# Share of the columns of the table that a header names.
NAMED: Final = 0.6
# Times the type size. White between two lines of a header; over and under a line set over several columns.
LEADING: Final = 1.6
BOLD_LEADING: Final = 2.8  # two levels of names, padding between
# Words. A longer text over several columns names none of them.
LONGEST_OVER_SEVERAL: Final = 5
# Lines. No header is longer; in bold, one whose words are cut by letters, some cells half a line off the others.
MOST_LINES: Final = 6
MOST_BOLD_LINES: Final = 14
MARGIN: Final = 1.0
# Times the type size. White between a header and the first row.
ABOVE: Final = 2.0


def with_orphan_headers(pages: Sequence[Page], grids: Sequence[Sequence[Grid]]) -> list[list[Grid]]:
    """All the grids of each page, with the headers that stand alone over the first row of a table or end a page."""
    found = [
        [_with_header_above(page, grid, on_page) for grid in on_page]
        for page, on_page in zip(pages, grids, strict=True)
    ]
    for index, (before, page) in enumerate(pairwise(pages)):
        first = min(found[index + 1], key=lambda grid: grid.ys[0], default=None)
        if first is None or first.header or first.ys[0] > HEAD * page.height:
            continue
        header = header_at_foot(before, found[index], first.xs)
        if header is not None:
            found[index].append(header)
            place = found[index + 1].index(first)
            found[index + 1][place] = _with_heading_above(page, first)
    return found


def header_at_foot(page: Page, grids: Sequence[Grid], xs: Sequence[float]) -> Grid | None:
    """The names that end a page, under its tables, where they stand over these columns."""
    foot = max((grid.ys[-1] for grid in grids), default=0.0)
    return _header(_between(page, foot, FOOT * page.height), xs)


def _with_header_above(page: Page, grid: Grid, on_page: Sequence[Grid]) -> Grid:
    """The grid with the names printed over its columns where no rule nor band holds them."""
    if grid.header or grid.sided:
        return grid
    top = grid.ys[0]
    foot = max((other.ys[-1] for other in on_page if other.ys[-1] <= top), default=0.0)
    words = [word for word in _between(page, foot, top) if grid.xs[0] <= word.box[2] and word.box[0] <= grid.xs[-1]]
    header = _header(words, grid.xs)
    if header is None or top - header.ys[-1] > ABOVE * words[0].size:
        return grid
    moved = (place._replace(row=place.row + header.height) for place in grid.places)
    return replace(
        grid,
        ys=(*header.ys[:-1], *grid.ys),
        places=(*header.places, *moved),
        open_above=frozenset(),
        header=header.height,
    )


def _with_heading_above(page: Page, grid: Grid) -> Grid:
    """The grid, whose header ends the page before, with the heading of its first rows: bold, over the first column."""
    lines = lines_of_words(_between(page, 0, grid.ys[0]))
    line = printed_line(lines[-1]) if lines else None
    if line is None or len(line.texts) > 1 or line.money or not line.bold:
        return grid
    if grid.ys[0] - line.bottom > ABOVE * line.size or not grid.xs[0] <= line.texts[0].x0 < grid.xs[1]:
        return grid
    moved = (place._replace(row=place.row + 1) for place in grid.places)
    return replace(
        grid,
        ys=(line.top - MARGIN, *grid.ys),
        places=(Place(0, 0, 1, grid.width, True), *moved),
        open_above=frozenset(),
    )


def _between(page: Page, top: float, bottom: float) -> list[Word]:
    return [word for word in page.words if word.angle == 0 and top <= word.box[1] and word.box[3] <= bottom]


def _header(words: Sequence[Word], xs: Sequence[float]) -> Grid | None:
    """The header over these columns that the last lines of some words make."""
    lines = _last_lines(words)
    lines = lines[1:] if len(lines) > 1 and _is_title(lines, xs) else lines
    under = [
        (columns, len(text.words))
        for line in lines
        for text, columns in zip(line.texts, _columns_of(line, xs), strict=True)
    ]
    alone = {columns[0] for columns, _ in under if len(columns) == 1}
    named = alone.union(*(columns for columns, words in under if words <= LONGEST_OVER_SEVERAL))
    if len(alone) < 2 or len(named) < NAMED * (len(xs) - 1) or _is_title(lines, xs):
        return None
    if not all(_stands(line, xs) for line in lines):
        return None
    levels = [above.bottom / 2 + below.top / 2 for above, below in pairwise(lines) if _is_over(above, below, xs)]
    ys = (lines[0].top - MARGIN, *levels, lines[-1].bottom + MARGIN)
    crossed: list[set[int]] = [set() for _ in ys[1:]]
    for line in lines:
        for columns in _columns_of(line, xs):
            crossed[bisect_right(ys, line.y) - 1].update(columns[1:])
    verticals = [[side not in inner for inner in crossed] for side in range(len(xs))]
    horizontals = [[True] * (len(xs) - 1) for _ in ys]
    return Grid(tuple(xs), ys, places_of(verticals, horizontals), sided=False, header=len(ys) - 1)


def _is_title(lines: Sequence[PrintedLine], xs: Sequence[float]) -> bool:
    """Whether the first line is a title of the table and no name of a column: one text that begins left of the middle,
    all of it over the next line. Further right it would be a name over the columns of money; level with others, the
    first line of a name."""
    first = lines[0]
    if len(first.texts) > 1 or first.texts[0].x0 > (xs[0] + xs[-1]) / 2:
        return False
    return len(lines) == 1 or lines[1].top > first.bottom - OVER * first.size


def _last_lines(words: Sequence[Word]) -> list[PrintedLine]:
    """The last printed lines of a page that follow one another closely."""
    last: list[PrintedLine] = []
    for line in map(printed_line, reversed(lines_of_words(words))):
        if len(last) == 1 and len(last[0].texts) == 1 and last[0].top - line.bottom > line.size:
            last = []  # a page number
        if last and last[0].bold and not any(text.bold for text in line.texts):
            break  # prose over the names
        both_bold = last and line.bold and last[0].bold
        if last and last[0].top - line.top > (BOLD_LEADING if both_bold else LEADING) * line.size:
            break
        last.insert(0, line)
    return last if len(last) <= (MOST_BOLD_LINES if all(line.bold for line in last) else MOST_LINES) else []


def _stands(line: PrintedLine, xs: Sequence[float]) -> bool:
    """Whether the texts of a line are names, each over columns of its own."""
    held = [column for columns in _columns_of(line, xs) for column in columns]
    words = all(
        any(map(str.isalpha, text.string)) or text.string.isdigit() or text.string == "%" for text in line.texts
    )
    unpaid = any(phrase(text.string) in NO_AMOUNT for text in line.texts)
    return words and len(held) == len(set(held)) and not line.money and not unpaid


def _columns_of(line: PrintedLine, xs: Sequence[float]) -> list[range]:
    """The columns of each text of a line; one that two reach over is that of the text that has more of it."""
    found = [columns_over(text.x0, text.x1, text.words[0].size, xs) for text in line.texts]
    for place, (one, other) in enumerate(pairwise(line.texts)):
        before, after = found[place], found[place + 1]
        if not before or not after or before[-1] != after[0]:
            continue
        start, end = xs[after[0]], xs[after[0] + 1]
        shares = [min(text.x1, end) - max(text.x0, start) for text in (one, other)]
        if len(after) > 1 and shares[0] > shares[1]:
            found[place + 1] = after[1:]
        elif len(before) > 1 and shares[1] > shares[0]:
            found[place] = before[:-1]
    return found


def _is_over(above: PrintedLine, below: PrintedLine, xs: Sequence[float]) -> bool:
    """Whether a level of the header ends between two lines: one of them is set over several columns."""
    wide, other = ([len(columns) > 1 for columns in _columns_of(line, xs)] for line in (above, below))
    return any(wide) != any(other)
