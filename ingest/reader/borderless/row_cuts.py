"""Where the rows of a table without rules part, from the lines that hold their amounts.

Takes `Anchored` rows: the heights of their printed lines, column by column, and those of one line of each; gives the
cuts. Rows are set level at the top, in the middle or at the bottom: the way that explains all of them best is taken.
Points.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Final, Literal, NamedTuple

from ingest.reader.geometry.alignment import level_groups

Setting = Literal["top", "middle", "bottom"]
SETTINGS: Final[tuple[Setting, ...]] = ("top", "middle", "bottom")

# Times the type size. Lines of one cell are not farther apart than this, from middle to middle.
LEADING: Final = 1.5
# Times the type size. What a row pays for each line that stands farther from the one above, and for a shape less usual.
FAR_LINE: Final = 1.0
# Share of the white at a cut that is taken off what it costs: rows part where the white is.
WHITE_SHARE: Final = 0.5
# Times the type size. Two ways to cut that differ by less are as good as each other.
DOUBT: Final = 0.25
# The same for two ways to set all the rows of a table.
SAME_COST: Final = 0.05
# Lines. Rows as high as this between two anchors are not looked into further.
MOST_LINES: Final = 40


class Anchored(NamedTuple):
    """Rows to part: for each column, the middles of its printed lines, in order, body only; the middle of one line of
    each row; the size of the type."""

    columns: Sequence[Sequence[float]]
    anchors: Sequence[float]
    size: float


@dataclass(frozen=True, slots=True)
class Cuts:
    """Where rows part: one height between each two anchors, and the numbers of the cuts that might be elsewhere.

    `doubtful[n]` is the heights between which cut `n` may fall.
    """

    ys: tuple[float, ...]
    doubtful: dict[int, tuple[float, float]]


def likely_settings(blocks: Sequence[Anchored]) -> list[Setting]:
    """How the rows of these blocks are set, the likeliest first, then those that explain them as well."""
    costs: dict[Setting, float] = dict.fromkeys(SETTINGS, 0.0)
    for rows in blocks:
        options = _options(rows)
        for setting in SETTINGS:
            costs[setting] += _solved(rows, options, setting)[0]
    within = min(costs.values()) + SAME_COST * max(rows.size for rows in blocks)
    return [setting for setting in SETTINGS if costs[setting] <= within]


def find_cuts(rows: Anchored, settings: Sequence[Setting]) -> Cuts:
    """The cuts between anchors. `settings`: as `likely_settings` gives them; where a second one would cut elsewhere,
    the cut is in doubt."""
    options = _options(rows)
    chosen, *others = (_solved(rows, options, setting)[1] for setting in settings)
    doubtful = _doubtful(rows, options, chosen, settings[0])
    for cut, stops in enumerate(options):
        ys = [stops[places[cut]][0] for places in (chosen, *others)]
        if max(ys) > min(ys):
            doubtful.setdefault(cut, (min(ys), max(ys)))
    return Cuts(tuple(stops[at][0] for stops, at in zip(options, chosen, strict=True)), doubtful)


def _levels(columns: Sequence[Sequence[float]], size: float) -> list[tuple[float, float]]:
    """The heights at which anything is printed, as bands (from, to) of middles that are one line."""
    bands = level_groups(chain.from_iterable(columns), size / 5)
    return [(band[0], band[-1]) for band in bands]


_Options = list[list[tuple[float, float]]]


def _options(rows: Anchored) -> _Options:
    """For each cut, where it may fall."""
    levels = _levels(rows.columns, rows.size)
    return [_whites(levels, above, below) for above, below in pairwise(rows.anchors)]


def _whites(levels: Sequence[tuple[float, float]], above: float, below: float) -> list[tuple[float, float]]:
    """The whites where a cut between two anchors may fall: (height, white)."""
    first = bisect_left(levels, (above, float("-inf")))
    band = levels[max(0, first - 1) : first + MOST_LINES]
    inside = [level for level in band if level[1] >= above - 1 and level[0] <= below + 1]
    whites = [((one[1] + other[0]) / 2, other[0] - one[1]) for one, other in pairwise(inside)]
    return whites or [((above + below) / 2, below - above)]


def _solved(rows: Anchored, options: _Options, setting: Setting) -> tuple[float, list[int]]:
    """The least cost, and which option of each cut it takes."""
    ends = [*options, [(float("inf"), 0.0)]]
    starts: Sequence[tuple[float, float]] = [(float("-inf"), 0.0)]
    costs = [0.0]
    came: list[list[int]] = []
    for row, stops in enumerate(ends):
        table = [
            [
                cost + _row_cost(rows, row, start[0], stop[0], setting) - WHITE_SHARE * stop[1]
                for cost, start in zip(costs, starts, strict=True)
            ]
            for stop in stops
        ]
        came.append([each.index(min(each)) for each in table])
        costs, starts = [min(each) for each in table], stops
    place = 0
    chosen: list[int] = []
    for back in reversed(came[1:]):
        place = back[place]
        chosen.append(place)
    chosen.reverse()
    return costs[0], chosen


def _doubtful(
    rows: Anchored, options: _Options, chosen: Sequence[int], setting: Setting
) -> dict[int, tuple[float, float]]:
    """The cuts that cost hardly more elsewhere, the others left where they are."""
    heights = [float("-inf"), *(stops[at][0] for stops, at in zip(options, chosen, strict=True)), float("inf")]
    doubtful = {}
    for cut, (stops, at) in enumerate(zip(options, chosen, strict=True)):
        if len(stops) < 2:
            continue
        costs = [
            _row_cost(rows, cut, heights[cut], y, setting)
            + _row_cost(rows, cut + 1, y, heights[cut + 2], setting)
            - WHITE_SHARE * white
            for y, white in stops
        ]
        rivals = [stops[i][0] for i, cost in enumerate(costs) if i != at and cost - costs[at] < DOUBT * rows.size]
        if rivals:
            doubtful[cut] = (min(*rivals, stops[at][0]), max(*rivals, stops[at][0]))
    return doubtful


def _row_cost(rows: Anchored, row: int, top: float, bottom: float, setting: Setting) -> float:
    """How far the cells of a row from `top` to `bottom` stand from where its anchor says that they should."""
    columns, anchors, size = rows
    anchor, cost = anchors[row], 0.0
    for column in columns:
        first, end = bisect_left(column, top), bisect_left(column, bottom)
        if first == end:
            continue
        lines = column[first:end]
        if setting == "top":
            stands = lines[0]
        elif setting == "bottom":
            stands = lines[-1]
        else:
            stands = (lines[0] + lines[-1]) / 2
        cost += abs(stands - anchor)
        cost += FAR_LINE * sum(max(0.0, b - a - LEADING * size) for a, b in pairwise(lines))
    return cost
