"""Rules of one page → grids: columns, rows and the cells that their missing edges merge. Geometry only, no text.

Takes a `Page`; gives one `Grid` per ruled table, cells placed by row and column. It does not decide what is a header,
nor look at other pages. Points throughout.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from ingest.reader.alignment import stand_in_columns
from ingest.reader.records import Box, Page, Word

# Points. Strokes this close to one line are one rule: cell borders drawn one by one stray by up to 1 pt.
SNAP: Final = 1.5
# Points. A gap this short does not break a rule: dashes drawn one by one, corners left open.
BREAK: Final = 3.0
# Points. How near a rule must come to another to meet it. Under the smallest cell padding seen (1.9 pt), so that an
# underlined word does not become a border.
REACH: Final = 1.5
# Points. A rule shorter than this, once its pieces are joined, is not a border: no row of text is that low.
SHORTEST_BORDER: Final = 4.0
# Points. Two borders this close are one double rule: no column of text is that narrow.
DOUBLE_RULE: Final = 3.0
# Points. Rules that run on past the last crossing one by more than this leave a side of the table open.
OVERHANG: Final = 5.0
# Points. A row of one or two lines may lack its sides between two ruled parts of a table; more is text between tables.
HIGHEST_BRIDGE: Final = 30.0
# Share of a cell's side that must be drawn for the side to be there: broken rules leave small holes.
DRAWN_SHARE: Final = 0.6
# Points. How near the sides of a coloured rectangle must be to those of a column to be a shaded cell.
SHADE_REACH: Final = 1.2


class Span(NamedTuple):
    """A piece of rule: at `at` on the axis across it, from `start` to `end` along it."""

    at: float
    start: float
    end: float


class Place(NamedTuple):
    """A cell of a grid: its first row and column from 0, how many of each it covers. `open`: a side is not drawn."""

    row: int
    column: int
    rowspan: int
    colspan: int
    open: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table on one page: column edges `xs`, row edges `ys`, and cells that fill the whole rectangle.

    `open_top`, `open_bottom`: no rule closes the table there. `nested`: grids drawn inside one of its cells.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    places: tuple[Place, ...]
    open_top: bool = False
    open_bottom: bool = False
    nested: int = 0

    @property
    def box(self) -> Box:
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    @property
    def width(self) -> int:
        return len(self.xs) - 1

    @property
    def height(self) -> int:
        return len(self.ys) - 1


def find_grids(page: Page) -> tuple[Grid, ...]:
    """The ruled grids of a page with at least two columns, from top to bottom then left to right."""
    across = _joined(Span(rule.y0, rule.x0, rule.x1) for rule in page.rules if not rule.vertical)
    down = _joined(Span(rule.x0, rule.y0, rule.y1) for rule in page.rules if rule.vertical)
    groups = _bridged(_connected(across, down), page.words)
    grids = [grid for group in groups if (grid := _grid(*group, page.fills)) is not None]
    return tuple(sorted(_without_nested(grids), key=lambda grid: (grid.ys[0], grid.xs[0])))


# ---- rules -------------------------------------------------------------------------------------------------------


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The spans with those on one line put together; pieces too short to be a border left out."""
    joined: list[Span] = []
    for line in _clusters(sorted(spans), SNAP):
        longest = max(line, key=lambda span: span.end - span.start)
        start, end = None, 0.0
        for span in sorted(line, key=lambda span: span.start):
            if start is None:
                start, end = span.start, span.end
            elif span.start <= end + BREAK:
                end = max(end, span.end)
            else:
                joined.append(Span(longest.at, start, end))
                start, end = span.start, span.end
        if start is not None:
            joined.append(Span(longest.at, start, end))
    return [span for span in joined if span.end - span.start >= SHORTEST_BORDER]


def _clusters(spans: Sequence[Span], tolerance: float) -> list[list[Span]]:
    clusters: list[list[Span]] = []
    for span in spans:
        if clusters and span.at - clusters[-1][0].at <= tolerance:
            clusters[-1].append(span)
        else:
            clusters.append([span])
    return clusters


def _meet(one: Span, other: Span) -> bool:
    return one.start - REACH <= other.at <= one.end + REACH and other.start - REACH <= one.at <= other.end + REACH


_Group = tuple[list[Span], list[Span]]


def _connected(across: list[Span], down: list[Span]) -> list[_Group]:
    """Rules that hold together by crossing one another, table by table."""
    group_of = list(range(len(down)))

    def root(index: int) -> int:
        while group_of[index] != index:
            group_of[index] = group_of[group_of[index]]
            index = group_of[index]
        return index

    met: list[int | None] = []
    for span in across:
        first: int | None = None
        for index, other in enumerate(down):
            if _meet(span, other):
                if first is None:
                    first = root(index)
                else:
                    group_of[root(index)] = first
        met.append(first)
    groups: dict[int, _Group] = {}
    for index, other in enumerate(down):
        groups.setdefault(root(index), ([], []))[1].append(other)
    for span, first in zip(across, met, strict=True):
        if first is not None:
            groups[root(first)][0].append(span)
    return [group for group in groups.values() if len(group[0]) >= 2 or len(group[1]) >= 2]


def _bridged(groups: list[_Group], words: Sequence[Word]) -> list[_Group]:
    """The groups with those put together that one row without sides parts: its words stand in their common columns."""
    bridged: list[_Group] = []
    for group in sorted(groups, key=lambda group: min(span.start for span in group[1])):
        above = next((other for other in bridged if _is_row_between(other, group, words)), None)
        if above is None:
            bridged.append(group)
            continue
        top, bottom = max(span.end for span in above[1]), min(span.start for span in group[1])
        sides = [Span(x, top, bottom) for x in _edges(group[1])]
        bridged[bridged.index(above)] = ([*above[0], *group[0]], _joined([*above[1], *sides, *group[1]]))
    return bridged


def _is_row_between(above: _Group, below: _Group, words: Sequence[Word]) -> bool:
    top, bottom = max(span.end for span in above[1]), min(span.start for span in below[1])
    if not DOUBLE_RULE < bottom - top <= HIGHEST_BRIDGE:
        return False
    edges, others = _edges(above[1]), _edges(below[1])
    if len(edges) != len(others) or any(abs(a - b) > SNAP for a, b in zip(edges, others, strict=True)):
        return False
    between = [
        word
        for word in words
        if top < (word.box.y0 + word.box.y1) / 2 < bottom and edges[0] < word.box.x0 and word.box.x1 < edges[-1]
    ]
    return stand_in_columns(between, edges)


def _shaded_borders(fills: Sequence[Box], xs: Sequence[float], top: float, bottom: float) -> list[Box]:
    """The coloured rectangles that are cells of a table with these columns, inside it or touching it."""

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


# ---- one table ---------------------------------------------------------------------------------------------------


def _grid(across: list[Span], down: list[Span], fills: Sequence[Box]) -> Grid | None:
    across, down, _ = _with_open_sides(across, down)
    down, across, open_ends = _with_open_sides(down, across)
    across, down = _borders_only(across, down)
    if len(across) < 2 or len(down) < 2:
        return None
    shaded = _shaded_borders(fills, [span.at for span in down], min(s.at for s in across), max(s.at for s in across))
    if shaded:
        across = _joined([*across, *(Span(y, box.x0, box.x1) for box in shaded for y in (box.y0, box.y1))])
        down = _joined([*down, *(Span(x, box.y0, box.y1) for box in shaded for x in (box.x0, box.x1))])
    xs, ys = _edges(down), _edges(across)
    if len(xs) < 3 or len(ys) < 2:
        return None
    places = _places(_drawn(down, xs, ys), _drawn(across, ys, xs))
    return Grid(xs, ys, places, open_top=open_ends[0], open_bottom=open_ends[1])


def _with_open_sides(along: list[Span], crossing: list[Span]) -> tuple[list[Span], list[Span], tuple[bool, bool]]:
    """Where several rules run on past the last one that crosses them, the side they end at, drawn or not, is a border.

    Gives the rules, the crossing ones with those sides added, and whether the first and last sides were added.
    """
    if not along or not crossing:
        return along, crossing, (False, False)
    first, last = min(span.at for span in crossing), max(span.at for span in crossing)
    starts = [span for span in along if span.start < first - OVERHANG]
    ends = [span for span in along if span.end > last + OVERHANG]
    added = []
    opened = [False, False]
    for index, (group, at) in enumerate(
        ((starts, min((span.start for span in starts), default=0)), (ends, max((span.end for span in ends), default=0)))
    ):
        agreeing = [span for span in group if abs((span.start, span.end)[index] - at) <= DOUBLE_RULE]
        if len(agreeing) >= 2:
            low, high = min(span.at for span in agreeing), max(span.at for span in agreeing)
            added.append(Span(at, low, high))
            opened[index] = True
    return along, [*crossing, *added], (opened[0], opened[1])


def _borders_only(across: list[Span], down: list[Span]) -> tuple[list[Span], list[Span]]:
    """The rules that go from one crossing rule to another; underlines and stray strokes left out."""
    while True:
        kept_across = [span for span in across if _is_held(span, down)]
        kept_down = [span for span in down if _is_held(span, kept_across)]
        if len(kept_across) == len(across) and len(kept_down) == len(down):
            return across, down
        across, down = kept_across, kept_down


def _is_held(span: Span, crossing: Sequence[Span]) -> bool:
    """Whether a rule meets another one and ends level with a second, which an open cell may keep from meeting it."""
    met = {other.at for other in crossing if _meet(span, other)}
    level = {other.at for other in crossing if min(abs(span.start - other.at), abs(span.end - other.at)) <= REACH}
    return bool(met) and len(met | level) >= 2


def _edges(spans: list[Span]) -> tuple[float, ...]:
    """The positions of the rules, a double rule counted once."""
    return tuple(
        max(cluster, key=lambda span: span.end - span.start).at for cluster in _clusters(sorted(spans), DOUBLE_RULE)
    )


def _drawn(spans: list[Span], edges: Sequence[float], steps: Sequence[float]) -> list[list[bool]]:
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


def _places(verticals: list[list[bool]], horizontals: list[list[bool]]) -> tuple[Place, ...]:
    """The cells: each starts at the first free place and grows right, then down, until an edge stops it."""
    rows, columns = len(horizontals) - 1, len(verticals) - 1
    free = [[True] * columns for _ in range(rows)]
    places: list[Place] = []
    for row, drawn in enumerate(zip(*verticals, strict=True)):
        if all(drawn) and all(horizontals[row]) and all(horizontals[row + 1]) and all(free[row]):
            places += [Place(row, column, 1, 1, False) for column in range(columns)]
            continue
        for column in range(columns):
            if not free[row][column]:
                continue
            right = column + 1
            while right < columns and free[row][right] and not verticals[right][row]:
                right += 1
            below = row + 1
            while below < rows and _continues(verticals, horizontals[below], free[below], below, column, right):
                below += 1
            for covered in range(row, below):
                free[covered][column:right] = [False] * (right - column)
            is_open = (
                not all(horizontals[row][column:right])
                or not all(horizontals[below][column:right])
                or not all(verticals[column][row:below])
                or not all(verticals[right][row:below])
            )
            places.append(Place(row, column, below - row, right - column, is_open))
    return tuple(places)


def _continues(
    verticals: list[list[bool]], above: list[bool], free: list[bool], row: int, column: int, right: int
) -> bool:
    return (
        not any(above[column:right])
        and all(free[column:right])
        and not any(verticals[inner][row] for inner in range(column + 1, right))
    )


def _without_nested(grids: list[Grid]) -> list[Grid]:
    """The grids that are not drawn inside a cell of another; that other one knows how many it holds."""
    kept = []
    for grid in grids:
        if any(other is not grid and _holds(other.box, grid.box) for other in grids):
            continue
        inside = sum(other is not grid and _holds(grid.box, other.box) for other in grids)
        kept.append(Grid(grid.xs, grid.ys, grid.places, grid.open_top, grid.open_bottom, inside))
    return kept


def _holds(outer: Box, inner: Box) -> bool:
    return outer.x0 <= inner.x0 and outer.y0 <= inner.y0 and outer.x1 >= inner.x1 and outer.y1 >= inner.y1
