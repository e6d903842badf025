"""The rows of a table without rules: which lines begin one, and where they part.

Takes a `MoneyRun`, one of its blocks and its `Extent`; gives the heights of the rows. Points.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from ingest.reader.borderless.drawn_names import turned_beside
from ingest.reader.borderless.money_blocks import ALIGNED, Block
from ingest.reader.borderless.money_headers import Extent
from ingest.reader.borderless.money_rows import prints_no_amount
from ingest.reader.borderless.money_runs import MoneyRun
from ingest.reader.borderless.money_texts import PrintedLine
from ingest.reader.borderless.row_cuts import Anchored, Cuts, Setting, find_cuts, likely_settings
from ingest.reader.borderless.row_headings import headings_among
from ingest.reader.values.amounts import is_whole_amount
from ingest.reader.vocabulary.patterns import CUT_END

# Times the type size. Lines this near are level with each other.
LEVEL: Final = 0.6
# Times the type size. White over a line that does not go on with the one above.
APART: Final = 0.5
# Times the type size. Rows of print are farther apart, from middle to middle; so much wider is white between rows.
LEADING: Final = 0.9
WIDER: Final = 0.3
# Rows with an amount that stand clear of one another, and their share of all that do.
FEWEST_CLEAR: Final = 2
CLEAR_SHARE: Final = 0.6
# Lines that go on with the one above and tell alone where amounts stand, whatever the white.
FEWEST_TOLD: Final = 2
# Blocks looked at to know how the rows of a run are set.
SAMPLE: Final = 6


class Rows(NamedTuple):
    """The heights between which rows stand, how many of the first are header, and heights where words are in doubt."""

    ys: tuple[float, ...]
    header: int
    doubtful: tuple[tuple[float, float], ...]


def settings_of(run: MoneyRun, extents: Sequence[Extent]) -> list[Setting]:
    """How the rows of a run may be set, the likeliest first, from its first blocks."""
    samples, printed = [], []
    for number, (block, extent) in enumerate(list(zip(run.blocks, extents, strict=True))[:SAMPLE]):
        lines = _lines(block, extent)
        money = [place for place, line in enumerate(lines) if line.money]
        # At a page break, lines may be of a row that the other page shows.
        first = money[0] if number else 0
        last = money[-1] + 1 if block is not run.blocks[-1] else len(lines)
        lines = lines[first:last]
        samples.append(_anchored(run, lines, "middle"))
        printed.append(lines)
    settings = likely_settings(samples)
    told, surely = _told_by_letters(printed)
    return [told, *(one for one in settings if one != told)] if told and (surely or told in settings) else settings


def _told_by_letters(blocks: Iterable[Sequence[PrintedLine]]) -> tuple[Setting | None, bool]:
    """Where amounts stand in rows of several lines, and whether that is sure. « Comité des fêtes 900 € » over « de la
    vallée » tells that they stand at the top, « Comité des fêtes » over « de la vallée 900 € » at the bottom. None
    where no line goes on, or as many tell either."""
    with_amount = without = 0
    for lines in blocks:
        for above, below in pairwise(lines):
            if bool(above.money) != bool(below.money) and _goes_on(above, below):
                with_amount += bool(below.money)
                without += not below.money
    if with_amount == without:
        return None, False
    surely = min(with_amount, without) == 0 and max(with_amount, without) >= FEWEST_TOLD
    return "bottom" if with_amount > without else "top", surely


def _goes_on(above: PrintedLine, below: PrintedLine) -> bool:
    """Whether a line goes on with the one above: in small letters, or under a name that ends as none does, « Foyer
    de », « Saint-Aubin- »."""
    first, under = above.texts[0], below.texts[0]
    if below.y - above.y < LEADING * below.size:
        return False  # beside it, set in the middle
    if under.string[:1].islower():
        return True
    return abs(under.x0 - first.x0) <= ALIGNED and CUT_END.search(first.string) is not None


def find_rows(run: MoneyRun, block: Block, extent: Extent, settings: Sequence[Setting]) -> Rows:
    """The rows of one block."""
    lines = block.lines[extent.start : extent.end]
    cuts = _cuts_between(run, block, extent, settings)
    header = block.lines[extent.top : extent.start]
    levels = [below.top / 2 + above.bottom / 2 for above, below in _parted(run, header)]
    first, bottom = min(line.top for line in lines), max(line.bottom for line in lines)
    turned = [box for line in header for box in turned_beside(block, line) if box.y1 <= first]
    top = min([first, *(line.top for line in header), *(box.y0 for box in turned)])
    feet = [*(line.bottom for line in header), *(box.y1 for box in turned)]
    under = [(max(feet) + first) / 2] if header else []
    return Rows((top, *levels, *under, *cuts.ys, bottom), len(levels) + len(under), tuple(cuts.doubtful.values()))


def _cuts_between(run: MoneyRun, block: Block, extent: Extent, settings: Sequence[Setting]) -> Cuts:
    """The cuts between rows; what stands between two parts of a list is a row a line."""
    ys: list[float] = []
    doubtful: dict[int, tuple[float, float]] = {}
    above: PrintedLine | None = None
    for part in _parts(block, extent):
        ys += [(above.bottom + part[0].top) / 2] if above else []
        above = part[-1]
        if len(part) > 1:
            cuts = _clear_cuts(part) or find_cuts(_anchored(run, part, settings[0]), settings)
            doubtful |= {len(ys) + number: heights for number, heights in cuts.doubtful.items()}
            ys += cuts.ys
    return Cuts(tuple(ys), doubtful)


def _parts(block: Block, extent: Extent) -> Iterable[list[PrintedLine]]:
    """The lines of the rows from one line that stands aside to the next, and each of these alone."""
    part: list[PrintedLine] = []
    for place in range(extent.start, extent.end):
        if part and (place in block.asides or place - 1 in block.asides):
            yield part
            part = []
        part.append(block.lines[place])
    yield part


def _clear_cuts(lines: Sequence[PrintedLine]) -> Cuts | None:
    """The cuts where rows stand clear of one another: white over each wider than any inside, amounts in each."""
    size = _size(lines)
    bands = [[lines[0]]]
    bottom, inside = lines[0].bottom, 0.0
    whites = []
    for line in lines[1:]:
        white = line.top - bottom
        if white > APART * size:
            whites.append((bottom, line.top))
            bands.append([])
        else:
            inside = max(inside, white)
        bands[-1].append(line)
        bottom = max(bottom, line.bottom)
    priced = [band for band in bands if any(line.money for line in band)]
    if len(priced) < FEWEST_CLEAR or len(priced) < CLEAR_SHARE * len(bands):
        return None
    if min(end - start for start, end in whites) < inside + WIDER * size or not all(map(_is_one_row, priced)):
        return None
    return Cuts(tuple([(start + end) / 2 for start, end in whites]), {})


def _is_one_row(band: Sequence[PrintedLine]) -> bool:
    """Whether the amounts of a band stand too near to one another to be of two rows."""
    ys = [line.y for line in band if line.money]
    return max(ys) - min(ys) < LEADING * max(line.size for line in band)


def _lines(block: Block, extent: Extent) -> list[PrintedLine]:
    """The lines of the rows, without those that stand between two parts of the list."""
    return [block.lines[place] for place in range(extent.start, extent.end) if place not in block.asides]


def _size(lines: Sequence[PrintedLine]) -> float:
    return sorted(line.size for line in lines)[len(lines) // 2]


def _anchored(run: MoneyRun, lines: Sequence[PrintedLine], setting: Setting) -> Anchored:
    """The lines of rows to part, `setting` being how these are set as far as it is known."""
    return Anchored(_columns(run, lines), _anchors(run, lines, setting), _size(lines))


def _columns(run: MoneyRun, lines: Iterable[PrintedLine]) -> list[list[float]]:
    """For each column, the middles of the lines printed in it; a text over several columns stands in the first."""
    columns: list[list[float]] = [[] for _ in run.sides[1:]]
    for line in lines:
        for column in {run.column_of(text) for text in line.texts}:
            columns[column].append(line.y)
    return columns


def _parted(run: MoneyRun, header: Sequence[PrintedLine]) -> Iterable[tuple[PrintedLine, PrintedLine]]:
    """The lines of a header between which one row of it ends: over or under names set over several columns."""
    for above, below in pairwise(header):
        if any(run.crossed(text) for text in above.texts) != any(run.crossed(text) for text in below.texts):
            yield above, below


def _anchors(run: MoneyRun, lines: Sequence[PrintedLine], setting: Setting) -> list[float]:
    """The height of one line of each row: those with amounts, and those that cannot be part of such a row."""
    money = [line.y for line in lines if line.money]
    anchors = _one_a_row(line for line in lines if line.money)
    headings = headings_among(run, lines)
    for place, line in enumerate(lines):
        if _distance(money, line.y) <= LEVEL * line.size:
            continue
        above = line.top - lines[place - 1].bottom if place else float("inf")
        below = lines[place + 1].top - line.bottom if place + 1 < len(lines) else float("inf")
        begins = place in headings or _begins_row(run, line, above, below, setting)
        if begins or (setting == "top" and _is_under_nothing(run, lines, place)):
            anchors.append(line.y)
    if setting == "bottom" and _distance(anchors, lines[-1].y) > LEVEL * lines[-1].size:
        anchors.append(lines[-1].y)
    return sorted(anchors)


def _one_a_row(lines: Iterable[PrintedLine]) -> list[float]:
    """The heights of lines with amounts, one for those that stand too near to one another to be of two rows."""
    groups: list[list[PrintedLine]] = []
    for line in lines:
        if groups and line.y - groups[-1][0].y < LEADING * line.size:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [(group[0].y + group[-1].y) / 2 for group in groups]


def _begins_row(run: MoneyRun, line: PrintedLine, above: float, below: float, setting: Setting) -> bool:
    """Whether a line without an amount is a row of its own, or the first of one: a heading, « NC », a blank."""
    if len(line.texts) == 1 and run.crossed(line.texts[0]):
        return True
    if prints_no_amount(run, line) or _fills_row(run, line):
        return True
    apart = above > APART * line.size
    if len(line.texts) == 1:
        return apart and below > APART * line.size
    return apart and setting == "top"


def _fills_row(run: MoneyRun, line: PrintedLine) -> bool:
    """Whether a line prints a name and something for each column of money: « Vie Libre / 100 100 »."""
    money = {run.column_of(text): text.string for text in line.texts if run.column_of(text) in run.money}
    if len(money) == len(line.texts) or set(money) != set(run.money) or len(money) < 2:
        return False
    return all(map(is_whole_amount, money.values()))


def _is_under_nothing(run: MoneyRun, lines: Sequence[PrintedLine], place: int) -> bool:
    """Whether a line is the first, or a text alone under a column that the line above leaves blank. In rows that are
    all set from their top, nothing of that column is left to go on: the line begins a row."""
    if place == 0 or len(lines[place].texts) > 1:
        return place == 0
    column = run.column_of(lines[place].texts[0])
    return all(run.column_of(text) != column for text in lines[place - 1].texts)


def _distance(ys: Sequence[float], y: float) -> float:
    place = bisect_left(ys, y)
    return min((abs(y - other) for other in ys[max(0, place - 1) : place + 1]), default=float("inf"))
