"""The grids of each page, whatever draws them: rules, levels, bands, leaders or white alone.

Takes `Page`s; gives them as their cells are to be set, with all their `Grid`s in reading order. It sets no cell.
"""

from bisect import bisect_left
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Final

from ingest.reader.borderless.borderless_grids import find_borderless_grids
from ingest.reader.borderless.leaders import cleared
from ingest.reader.borderless.money_lines import MoneyLines, money_lines
from ingest.reader.borderless.orphan_headers import with_orphan_headers
from ingest.reader.borderless.panels import find_panels
from ingest.reader.geometry.grid_places import Grid
from ingest.reader.geometry.held_words import inside, outside
from ingest.reader.layout.levels.level_rows import JUST_UNDER
from ingest.reader.layout.levels.light_grids import find_light_grids
from ingest.reader.layout.levels.stack import holds_figure
from ingest.reader.layout.levels.stacks import find_stacks
from ingest.reader.layout.pages.stamps import without_stamps
from ingest.reader.layout.ruled.grids import find_grids, find_strips
from ingest.reader.records import Box, Page

# Pages that are worth two processes, and those that are looked at to part them.
FEWEST_PARTED: Final = 6
MOST_TRIED: Final = 6
# Words. What is to be done for one rule takes as long as for so many words, within a half.
RULE_WORK: Final = 10
# Rows of a header: a name over several columns, and theirs.
HEADER_ROWS: Final = 2


def calm_place(pages: Sequence[Page]) -> int:
    """The place of a page that no table without sides runs over, from which pages may be looked at apart from those
    before it; near to the middle of the work. 0 where there is none among MOST_TRIED."""
    ends = list(accumulate(len(page.words) + RULE_WORK * len(page.rules) for page in pages))
    if len(pages) < FEWEST_PARTED:
        return 0
    middle = bisect_left(ends, ends[-1] / 2)
    nearest = sorted(range(1, len(pages)), key=lambda place: abs(place - middle))
    return next((place for place in nearest[:MOST_TRIED] if _is_calm(pages[place])), 0)


def _is_calm(page: Page) -> bool:
    """Whether a page has no amount nor level outside ruled tables, nor leaders, nor rows under ruled names."""
    upright = without_stamps(page)
    grids = find_grids(upright)
    printed = money_lines(outside([grid.box for grid in grids], upright.words))
    if cleared(upright) is not upright or any(line.money for line in printed.lines):
        return False
    return not find_stacks(upright, grids) and not _loose_headers(upright, grids, grids)


def page_grids(pages: Sequence[Page]) -> tuple[list[Page], list[list[Grid]]]:
    """The pages to set cells from, without stamps and leaders, and the grids of each, in reading order."""
    pages = [without_stamps(page) for page in pages]
    cleaned = [cleared(page) for page in pages]
    led = {page.number for page, clean in zip(pages, cleaned, strict=True) if clean is not page}
    ruled = [find_grids(page) for page in cleaned]
    pages, found = _grids_in_panels(cleaned, ruled, led)
    found = [grids or list(find_strips(page)) for page, grids in zip(pages, found, strict=True)]
    found = with_orphan_headers(pages, found)
    return pages, [_in_reading_order(grids) for grids in found]


def _grids_in_panels(
    pages: Sequence[Page], ruled: Sequence[Sequence[Grid]], led: Container[int]
) -> tuple[list[Page], list[list[Grid]]]:
    """The pages to set cells from and all the grids of each; tables side by side are looked for one by one."""
    printed = [
        money_lines(outside([grid.box for grid in grids], page.words)) for page, grids in zip(pages, ruled, strict=True)
    ]
    panels = [find_panels(page, lines) for page, lines in zip(pages, printed, strict=True)]
    rest = [_without(page, boxes) for page, boxes in zip(pages, panels, strict=True)]
    light = find_light_grids(rest, ruled)
    # Most pages have nothing but ruled tables: their lines outside them are known.
    known = {
        page.number: lines
        for page, lines, boxes, own, grids in zip(pages, printed, panels, ruled, light, strict=True)
        if not boxes and [grid.box for grid in own] == [grid.box for grid in grids]
    }
    kept, found = find_borderless_grids(rest, light, led, known)
    kept, found = _with_loose_headers(rest, light, (kept, found), led, known)
    for index, boxes in enumerate(panels):
        for box in boxes:
            panel = _part_of(_without(pages[index], [grid.box for grid in light[index]]), box)
            (read,), (grids,) = find_borderless_grids([panel], find_light_grids([panel], [[]]), led)
            found[index] += grids
            kept[index] = replace(kept[index], words=(*kept[index].words, *read.words))
        if boxes:
            kept[index] = replace(kept[index], rules=pages[index].rules, fills=pages[index].fills)
    return kept, found


def _with_loose_headers(
    pages: Sequence[Page],
    drawn: Sequence[Sequence[Grid]],
    read: tuple[list[Page], list[list[Grid]]],
    led: Container[int],
    known: Mapping[int, MoneyLines],
) -> tuple[list[Page], list[list[Grid]]]:
    """What was `read` of tables without rules, beside the grids `drawn`; read again where ruled names left the rows
    under them unread, with the lines that are `known` outside the grids of the other pages."""
    loose = [_loose_headers(*one) for one in zip(pages, drawn, read[1], strict=True)]
    while any(loose):
        bare = [[grid for grid in grids if grid not in heads] for grids, heads in zip(drawn, loose, strict=True)]
        headless = {page.number for page, heads in zip(pages, loose, strict=True) if not heads}
        same = {number: lines for number, lines in known.items() if number in headless}
        again = find_borderless_grids(pages, bare, led, same)
        headed = [_heads_held(*one) for one in zip(loose, again[1], strict=True)]
        if headed == loose:
            return again
        loose = headed
    return read


def _heads_held(heads: Sequence[Grid], grids: Sequence[Grid]) -> list[Grid]:
    """The headers that are in one of the grids, with the rows under them."""
    return [head for head in heads if any(grid.box.holds(head.box) for grid in grids)]


def _without(page: Page, boxes: Sequence[Box]) -> Page:
    for box in boxes:
        page = _part_of(page, box, outside=True)
    return page


def _in_reading_order(grids: Sequence[Grid]) -> list[Grid]:
    """From top to bottom; grids side by side from left to right, each column of them to its foot."""
    bands: list[list[Grid]] = []
    for grid in sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0])):
        if bands and grid.ys[0] < max(other.ys[-1] for other in bands[-1]):
            bands[-1].append(grid)
        else:
            bands.append([grid])
    return [grid for band in bands for grid in sorted(band, key=lambda grid: (grid.xs[0], grid.ys[0]))]


def _loose_headers(page: Page, drawn: Iterable[Grid], grids: Sequence[Grid]) -> list[Grid]:
    """Of the grids `drawn` on a page, the ruled headers under which words stand that none of all the `grids` of the
    page holds, or one that neither rules bound nor names head."""
    return [grid for grid in drawn if _names_columns(page, grid) and _stands_over_words(page, grid, grids)]


def _names_columns(page: Page, grid: Grid) -> bool:
    if not grid.sided or grid.height > HEADER_ROWS or grid.width < 2:
        return False
    return not any(map(holds_figure, inside(grid.box, page.words)))


def _stands_over_words(page: Page, grid: Grid, grids: Sequence[Grid]) -> bool:
    under = Box(grid.xs[0], grid.ys[-1], grid.xs[-1], grid.ys[-1] + JUST_UNDER)
    held = [one.box for one in grids if one.sided or one.header]
    return any(map(holds_figure, outside(held, inside(under, page.words))))


def _part_of(page: Page, panel: Box, *, outside: bool = False) -> Page:
    """The page with what is drawn in a panel only, or with everything but that."""

    def kept(box: Box) -> bool:
        return panel.holds(box) != outside

    return replace(
        page,
        words=tuple([word for word in page.words if kept(word.box)]),
        rules=tuple([rule for rule in page.rules if kept(rule.box)]),
        fills=tuple([fill for fill in page.fills if kept(fill)]),
    )
