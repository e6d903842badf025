"""Tables without any rule → grids: columns by white, rows by their amounts, header by its place.

Takes `Page`s with the `Grid`s that rules and bands drew; gives all the grids of each page, and the pages as the cells
are to be set: leaders left out, words whose row is in doubt with a lower certainty. Only amounts one under the other,
under a header, behind leaders or in a long regular list, make a table. Points.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from typing import Final

from ingest.reader.borderless.bare_amounts import with_amounts_going_on, with_bare_amounts
from ingest.reader.borderless.believed_lists import is_believed
from ingest.reader.borderless.borderless_rows import Rows, find_rows, settings_of
from ingest.reader.borderless.money_blocks import Block, find_blocks
from ingest.reader.borderless.money_headers import Extent, find_extent
from ingest.reader.borderless.money_lines import MoneyLines, money_lines
from ingest.reader.borderless.money_runs import MoneyRun, find_money_runs
from ingest.reader.borderless.money_texts import PrintedLine, Text, has_currency, printed_lines
from ingest.reader.borderless.name_room import make_room_for
from ingest.reader.borderless.near_columns import with_columns_parted
from ingest.reader.borderless.orphan_headers import header_at_foot
from ingest.reader.geometry.grid_places import Grid, places_of
from ingest.reader.geometry.held_words import outside
from ingest.reader.records import DOUBTFUL, Page, Word

# Points. White kept between the first and last lines and the sides of the table.
MARGIN: Final = 1.0


def find_borderless_grids(
    pages: Sequence[Page],
    grids: Sequence[Sequence[Grid]],
    led: Container[int],
    known: Mapping[int, MoneyLines] | None = None,
) -> tuple[list[Page], list[list[Grid]]]:
    """The pages to set cells from, and all the grids of each: the given ones and those of tables without rules.

    `led`: the numbers of the pages on which leaders were printed; `known`: by number of page, the printed lines outside
    its grids where they are known already.
    """
    found = [list(on_page) for on_page in grids]
    index_of = {page.number: index for index, page in enumerate(pages)}
    kept = list(pages)
    before: MoneyRun | None = None
    for run in find_money_runs(_blocks(pages, grids, led, known or {})):
        headed = _is_headed_before(run, pages, grids, index_of)
        extents = [find_extent(run, block, goes_on=headed) for block in run.blocks]
        if not headed and not is_believed(run, extents, led, before):
            continue
        before = run
        make_room_for(run, _names(run, extents))
        settings = settings_of(run, extents)
        for block, extent in zip(run.blocks, extents, strict=True):
            rows = find_rows(run, block, extent, settings)
            index = index_of[block.page.number]
            grid = _grid(run, block, extent, rows)
            found[index].append(grid)
            kept[index] = _with_doubts(kept[index], grid, rows)
    return kept, found


def _blocks(
    pages: Sequence[Page], grids: Sequence[Sequence[Grid]], led: Container[int], known: Mapping[int, MoneyLines]
) -> list[Block]:
    """The blocks of amounts that stand outside the grids, page by page."""
    blocks: list[Block] = []
    for page, on_page in zip(pages, grids, strict=True):
        lines = _lines(page, on_page, known.get(page.number), led=page.number in led)
        bare = _bare_lines(blocks, page)
        if bare:
            printed = lines or with_columns_parted(printed_lines(outside((grid.box for grid in on_page), page.words)))
            lines = with_amounts_going_on(printed, bare)
        blocks += find_blocks(page, lines)
    return blocks


def _bare_lines(blocks: Sequence[Block], page: Page) -> list[PrintedLine]:
    """The lines of the table that ends the page before this one, where its amounts bear no currency: only what stands
    over them tells that they are money."""
    if not blocks or blocks[-1].page.number != page.number - 1:
        return []
    rows = blocks[-1].anchors
    return [] if any(has_currency(text.string) for row in rows for text in row.money) else blocks[-1].lines


def _lines(page: Page, grids: Sequence[Grid], known: MoneyLines | None, *, led: bool) -> list[PrintedLine]:
    """The printed lines outside the grids; none where no money is but in sentences, as leaders to figures show."""
    if known and not led:
        return known.lines if known.hints else []
    if known and known.hints:
        return _led_together(with_bare_amounts(known.printed, led=True))
    words = outside((grid.box for grid in grids), page.words)
    return _led_together(with_bare_amounts(printed_lines(words), led=True)) if led else money_lines(words).lines


def _led_together(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines, an amount that its leaders lead to from the line above together with that line, which it had no room
    on."""
    together: list[PrintedLine] = []
    for line in lines:
        above = together[-1] if together else None
        alone = len(line.texts) == 1 and line.texts[0].money
        if alone and above and not above.money and len(above.texts) == 1 and line.top - above.bottom < line.size:
            middle, texts = (above.y + line.y) / 2, (*above.texts, *line.texts)
            together[-1] = line._replace(y=middle, top=above.top, texts=texts)
        else:
            together.append(line)
    return together


# ---- what heads a table ---------------------------------------------------------------------------------------------


def _is_headed_before(
    run: MoneyRun, pages: Sequence[Page], grids: Sequence[Sequence[Grid]], index_of: Mapping[int, int]
) -> bool:
    """Whether the names of the columns of a run end the page before its first."""
    index = index_of[run.blocks[0].page.number] - 1
    return index >= 0 and header_at_foot(pages[index], grids[index], run.sides) is not None


def _names(run: MoneyRun, extents: Sequence[Extent]) -> list[PrintedLine]:
    """The lines of the headers of a run."""
    return [
        line
        for block, extent in zip(run.blocks, extents, strict=True)
        for line in (block.names_again[:1] if block.names else block.lines[extent.top : extent.start])
    ]


# ---- grids -----------------------------------------------------------------------------------------------------------


def _grid(run: MoneyRun, block: Block, extent: Extent, rows: Rows) -> Grid:
    sides, ys = run.sides, (rows.ys[0] - MARGIN, *rows.ys[1:-1], rows.ys[-1] + MARGIN)
    texts: list[list[Text]] = [[] for _ in ys[1:]]
    for line in block.lines[extent.top : extent.end]:
        texts[min(max(0, bisect_right(ys, line.y) - 1), len(texts) - 1)].extend(line.texts)
    spanned = [_spanned(run, held, header=row < rows.header) for row, held in enumerate(texts)]
    verticals = [[side not in inner for inner in spanned] for side in range(len(sides))]
    horizontals = [[True] * (len(sides) - 1) for _ in ys]
    return Grid(tuple(sides), ys, places_of(verticals, horizontals), sided=False, header=rows.header)


def _spanned(run: MoneyRun, texts: Sequence[Text], *, header: bool) -> set[int]:
    """The sides that the cells of a row run across.

    In a row with many texts, one that runs over a side has overflowed its cell, and leaves the next one its own, but
    where nothing else stands: the label of a total.
    """
    crossed = [set(run.crossed(text)) for text in texts]
    if header or 2 * len(texts) <= len(run.sides) - 1:
        return set().union(*crossed)
    held = Counter(run.column_of(text) for text in texts)
    return {
        side
        for text, sides in zip(texts, crossed, strict=True)
        for side in sides
        if held[side - 1] + held[side] == 1 and run.column_of(text) in (side - 1, side)
    }


def _with_doubts(page: Page, grid: Grid, rows: Rows) -> Page:
    """The page with a lower certainty for the words of cells that may have lost or gained some of the next row."""
    if not rows.doubtful:
        return page
    doubtful: set[tuple[int, int]] = set()
    for top, bottom in rows.doubtful:
        for word in page.words:
            place = _place(word, grid)
            if place is not None and top < _middle(word) < bottom:
                # The cut is in this stretch: the rows on both sides of it are the row of its top and that of its foot.
                rows_around = bisect_right(grid.ys, top - 1) - 1, bisect_right(grid.ys, bottom + 1) - 1
                doubtful |= {(row, place[1]) for row in rows_around}
    words = tuple(
        word._replace(certainty=min(word.certainty, DOUBTFUL)) if _place(word, grid) in doubtful else word
        for word in page.words
    )
    return replace(page, words=words)


def _place(word: Word, grid: Grid) -> tuple[int, int] | None:
    """The row and column of a word, None outside the grid."""
    if not grid.box.holds(word.box):
        return None
    return bisect_right(grid.ys, _middle(word)) - 1, bisect_right(grid.xs, (word.box.x0 + word.box.x1) / 2) - 1


def _middle(word: Word) -> float:
    return (word.box.y0 + word.box.y1) / 2
