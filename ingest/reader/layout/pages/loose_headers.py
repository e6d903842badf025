"""Ruled headers over rows that no rule holds → the grids without them, where the rows are to be read with their names.

Amounts that bear no currency are told by the names over them: a header that is a table of its own leaves its rows
unread. Takes the `Grid`s of a page. Points.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from ingest.reader.geometry.grid_places import Grid
from ingest.reader.geometry.outside import inside, outside
from ingest.reader.layout.levels.level_rows import JUST_UNDER
from ingest.reader.layout.levels.stacks import holds_figure
from ingest.reader.records import Box, Page

# Rows of a header: a name over several columns, and theirs.
MOST_ROWS: Final = 2


def loose_headers(page: Page, drawn: Iterable[Grid], grids: Sequence[Grid]) -> list[Grid]:
    """Of the grids `drawn` on a page, the ruled headers under which words stand that none of all the `grids` of the
    page holds, or one that neither rules bound nor names head."""
    return [grid for grid in drawn if _names_columns(page, grid) and _stands_over_words(page, grid, grids)]


def _names_columns(page: Page, grid: Grid) -> bool:
    if not grid.sided or grid.height > MOST_ROWS or grid.width < 2:
        return False
    return not any(map(holds_figure, inside(grid.box, page.words)))


def _stands_over_words(page: Page, grid: Grid, grids: Sequence[Grid]) -> bool:
    under = Box(grid.xs[0], grid.ys[-1], grid.xs[-1], grid.ys[-1] + JUST_UNDER)
    held = [one.box for one in grids if one.sided or one.header]
    return any(map(holds_figure, outside(held, inside(under, page.words))))
