"""Groups of rules → grids: columns, rows and the cells that their missing edges merge. Geometry only, no text.

Takes a `Page`; gives one `Grid` per ruled table, cells placed by row and column. It does not decide what is a header,
nor look at other pages. Points throughout.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.reader.geometry.grid_places import Grid, Place, places_of
from ingest.reader.layout.ruled.borders import borders_only
from ingest.reader.layout.ruled.rule_groups import rule_groups
from ingest.reader.layout.ruled.rule_spans import (
    DOUBLE_RULE,
    OVERHANG,
    SHORTEST_BORDER,
    SNAP,
    RuleGroup,
    Span,
    edges,
    joined,
)
from ingest.reader.layout.ruled.stacked_grids import stacked
from ingest.reader.records import Box, Page

# Share of a cell's side that must be drawn for the side to be there: broken rules leave small holes.
DRAWN_SHARE: Final = 0.6
# Points. How near the sides of a coloured rectangle must be to those of a column to be a shaded cell.
SHADE_REACH: Final = 1.2
# Points. The lowest heading of rows: a line of small type.
LOWEST_HEADING: Final = 7.0
# Points. The highest: three lines. Higher, strokes part other columns.
HIGHEST_HEADING: Final = 48.0
# Share of the width of the page that a single column may take, and how many rows it has.
STRIP_WIDTH: Final = 0.4
FEWEST_IN_STRIP: Final = 4


def find_grids(page: Page) -> tuple[Grid, ...]:
    """The ruled grids of a page with at least two columns, from top to bottom then left to right."""
    grids = [grid for group in rule_groups(page) for grid in _grids(group, page.fills)]
    return tuple(sorted(_without_nested(grids), key=lambda grid: (grid.ys[0], grid.xs[0])))


def find_strips(page: Page) -> tuple[Grid, ...]:
    """The ruled grids of a single narrow column of several rows: the last column of a table that other pages print."""
    grids = [grid for group in rule_groups(page) for grid in _grids(group, page.fills, fewest_columns=1)]
    narrow = STRIP_WIDTH * page.width
    strips = [one for one in grids if one.width == 1 and one.height >= FEWEST_IN_STRIP]
    return tuple(one for one in strips if one.box.x1 - one.box.x0 <= narrow)


def _grids(group: RuleGroup, fills: Sequence[Box], fewest_columns: int = 2) -> list[Grid]:
    """The table that a group of rules draws, or those that it draws right under one another."""
    across, down, implied = group.across, group.down, group.implied
    down = [*down, *_open_sides(across, down)]
    implied = [*implied, *_open_sides(down, across)]
    drawn = down
    across, down, implied = borders_only(across, down, implied)
    if len(across) + len(implied) < 2 or len(down) < 2:
        return []
    for box in _shaded_cells(fills, [*across, *implied], drawn):
        across = [*across, Span(box.y0, box.x0, box.x1), Span(box.y1, box.x0, box.x1)]
        down = [*down, Span(box.x0, box.y0, box.y1), Span(box.x1, box.y0, box.y1)]
    across, down = joined(across), joined(down)
    xs, ys = edges(down), edges([*across, *implied])
    if len(xs) <= fewest_columns or len(ys) < 2:
        return []
    verticals, horizontals = _drawn(down, xs, ys), _drawn([*across, *implied], ys, xs)
    spans = across, down, implied
    parts = list(stacked(spans, ys, verticals, horizontals))
    if len(parts) == 1:
        return [_grid(across, down, xs, ys, places_of(verticals, horizontals))]
    return [_grid_of(*part) for part in parts]


def _grid_of(across: Sequence[Span], down: Sequence[Span], implied: Sequence[Span]) -> Grid:
    xs, ys = edges(down), edges([*across, *implied])
    return _grid(across, down, xs, ys, places_of(_drawn(down, xs, ys), _drawn([*across, *implied], ys, xs)))


def _grid(
    across: Sequence[Span],
    down: Sequence[Span],
    xs: tuple[float, ...],
    ys: tuple[float, ...],
    places: tuple[Place, ...],
) -> Grid:
    ruled = _drawn(across, ys, xs)
    open_above = frozenset(column for column, drawn in enumerate(ruled[0]) if not drawn)
    open_below = frozenset(column for column, drawn in enumerate(ruled[-1]) if not drawn)
    return Grid(xs, ys, places, open_above, open_below, headings=tuple(_headings(down, xs, ys)))


def _headings(down: Sequence[Span], xs: Sequence[float], ys: Sequence[float]) -> list[tuple[float, float]]:
    """The top and foot of each height along which no stroke between two columns is drawn, and those beside it are."""
    broken = [_breaks([span for span in down if abs(span.at - x) <= SNAP], ys[0], ys[-1]) for x in xs[1:-1]]
    shared = broken[0] if broken else []
    for others in broken[1:]:
        shared = [one for one in shared if any(abs(one[0] - a) <= SNAP and abs(one[1] - b) <= SNAP for a, b in others)]
    return shared


def _breaks(strokes: Sequence[Span], top: float, foot: float) -> list[tuple[float, float]]:
    """Where the strokes of one side are broken for a line of text at least, between two heights."""
    ends = sorted((span.start, span.end) for span in strokes)
    gaps = zip([top, *(end for _, end in ends)], [*(start for start, _ in ends), foot], strict=True)
    return [(above, below) for above, below in gaps if below - above >= LOWEST_HEADING]


def _open_sides(along: list[Span], crossing: list[Span]) -> list[Span]:
    """The sides that no rule draws, where several rules run on past the last one that crosses them and end together."""
    if not crossing:
        return []
    first, last = min(span.at for span in crossing), max(span.at for span in crossing)
    starts = [span for span in along if span.start < first - OVERHANG]
    ends = [span for span in along if span.end > last + OVERHANG]
    sides = []
    if starts:
        at = min(span.start for span in starts)
        sides.append((at, [span for span in starts if span.start - at <= DOUBLE_RULE]))
    if ends:
        at = max(span.end for span in ends)
        sides.append((at, [span for span in ends if at - span.end <= DOUBLE_RULE]))
    return [
        Span(at, min(span.at for span in agreeing), max(span.at for span in agreeing))
        for at, agreeing in sides
        if len(agreeing) >= 2
    ]


def _shaded_cells(fills: Sequence[Box], across: list[Span], down: list[Span]) -> list[Box]:
    """The coloured rectangles that are cells of a table with these rules, inside it or touching it. `down`: as drawn,
    for a side that only such cells hold: that of a header over columns that no rule parts further down."""
    top, bottom = min(span.at for span in across), max(span.at for span in across)
    xs = [span.at for span in down]

    def on_edge(x: float) -> bool:
        return any(abs(x - edge) <= SHADE_REACH for edge in xs)

    return [
        fill
        for fill in fills
        if fill.y1 >= top - DOUBLE_RULE
        and fill.y0 <= bottom + DOUBLE_RULE
        and fill.y1 - fill.y0 >= SHORTEST_BORDER
        and on_edge(fill.x0)
        and on_edge(fill.x1)
    ]


# ---- cells -------------------------------------------------------------------------------------------------------


def _drawn(spans: Sequence[Span], edges: Sequence[float], steps: Sequence[float]) -> list[list[bool]]:
    """For each edge, whether each step along it is drawn."""
    covered = [[0.0] * (len(steps) - 1) for _ in edges]
    for span in spans:
        edge = _nearest(edges, span.at)
        first = max(0, bisect_right(steps, span.start) - 1)
        for step in range(first, min(len(steps) - 1, bisect_left(steps, span.end))):
            covered[edge][step] += min(span.end, steps[step + 1]) - max(span.start, steps[step])
    lengths = [DRAWN_SHARE * (steps[step + 1] - steps[step]) for step in range(len(steps) - 1)]
    return [[cover >= least for cover, least in zip(row, lengths, strict=True)] for row in covered]


def _nearest(values: Sequence[float], wanted: float) -> int:
    index = bisect_left(values, wanted)
    if index == len(values) or (index and wanted - values[index - 1] < values[index] - wanted):
        return index - 1
    return index


def _without_nested(grids: list[Grid]) -> list[Grid]:
    """The grids that are not drawn inside a cell of another; that other one knows how many it holds."""
    kept = []
    for grid in grids:
        if any(other is not grid and other.box.contains(grid.box) for other in grids):
            continue
        inside = [other for other in grids if other is not grid and grid.box.contains(other.box)]
        kept.append(replace(grid, nested=len(inside), headings=_between_rows(grid, inside)))
    return kept


def _between_rows(grid: Grid, inside: Sequence[Grid]) -> tuple[tuple[float, float], ...]:
    """The headings of a grid, without the rows between them, whose strokes reach none of its own."""
    rows = [one for one in inside if all(min(abs(x - other) for other in grid.xs) <= SNAP for x in one.xs)]
    found = []
    for top, foot in grid.headings:
        held = sorted((row.ys[0], row.ys[-1]) for row in rows if top - SNAP <= row.ys[0] and row.ys[-1] <= foot + SNAP)
        tops, feet = [top, *(end for _, end in held)], [*(start for start, _ in held), foot]
        found += [(a, b) for a, b in zip(tops, feet, strict=True) if LOWEST_HEADING <= b - a <= HIGHEST_HEADING]
    return tuple(found)
