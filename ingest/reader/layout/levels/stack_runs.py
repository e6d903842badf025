"""Stacks of levels → runs over consecutive pages that share their columns.

The ruled header over a stack gives its columns, or else the ends of the pieces of rule, or else the white corridors
between the words of all the pages. Takes `Stack`s in the order of the pages; gives `StackRun`s. Points.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile
from typing import Final

from ingest.reader.borderless.corridors import (
    FEW_ROWS,
    ONE_TEXT,
    ONE_TEXT_IN_FEW,
    Corridor,
    find_corridors,
    narrowed,
    texts_of,
)
from ingest.reader.borderless.money_texts import printed_lines
from ingest.reader.layout.levels.band_rows import is_next_page
from ingest.reader.layout.levels.rule_levels import HEADS
from ingest.reader.layout.levels.stack import Stack
from ingest.reader.layout.levels.stacks import FEWEST_LEVELS
from ingest.reader.layout.ruled.rule_spans import DOUBLE_RULE, SNAP, Span, clusters
from ingest.reader.records import Word

# Share of the levels whose pieces must end at one place for it to be the side of a column.
ENDS_SHARE: Final = 0.3
# The same where they are the sides of all columns: those of fewer levels may be of subtotals alone, whose label covers
# columns that only white shows.
MOST_ENDS_SHARE: Final = 0.75
# Share of the rows with words that must stand in columns found elsewhere for these to be theirs.
STANDING_SHARE: Final = 0.8

# Share of the texts of the fullest row, and of the rows, that the rows must have which tell the columns.
FULL_ROW: Final = 0.5
ENOUGH_ROWS: Final = 0.5

# Times the type size. Text this near to the first or last level, without a level beyond, is a row left open.
OPEN_ROW_REACH: Final = 1.0
# Times the type size. White under the lines of one open row.
OPEN_ROW_LEADING: Final = 0.6


@dataclass(slots=True)
class StackRun:
    """Stacks of consecutive pages that share their columns: `sides` from the left of the table to its right.

    `drawn`: the sides are where rules are or end, not only where white is.
    """

    stacks: list[Stack]
    x0: float
    x1: float
    inner: list[float] = field(default_factory=list)
    drawn: bool = False

    @property
    def sides(self) -> list[float]:
        return [self.x0, *self.inner, self.x1]


def find_stack_runs(stacks: Sequence[Stack]) -> list[StackRun]:
    """The runs that have at least two columns."""
    runs: list[StackRun] = []
    for stack in stacks:
        alone = _with_columns([stack]) if len(stack.levels) >= FEWEST_LEVELS else None
        for run in runs[-2:]:
            longer = _longer(run, stack, alone)
            if longer is not None:
                runs[runs.index(run)] = longer
                break
        else:
            if alone is not None:
                runs.append(alone)
    return [run for run in runs if run.inner]


def _longer(run: StackRun, stack: Stack, alone: StackRun | None) -> StackRun | None:
    """The run with one more stack, when no column is lost by looking at both together. `alone`: the columns of that
    stack, None where it has too few levels to show any."""
    if stack.page.number - run.stacks[-1].page.number not in (0, 1) or abs(stack.x1 - run.x1) > DOUBLE_RULE:
        return None
    if alone is None:
        goes_on = run.stacks[-1].rhythm and is_next_page(run.stacks[-1], stack) and _stands(stack, run.sides)
        return replace(run, stacks=[*run.stacks, stack]) if goes_on else None
    if not (run.inner or run.drawn):
        return None
    both = _with_columns([*run.stacks, stack])
    if abs(stack.x0 - run.x0) > DOUBLE_RULE and not _is_among(max(stack.x0, run.x0), both.inner):
        return None
    if run.drawn and not alone.drawn:
        return StackRun(both.stacks, run.x0, run.x1, run.inner, drawn=True) if _stands(stack, run.sides) else None
    few, many = sorted((run.inner, alone.inner), key=len)
    if not few or run.drawn != alone.drawn:
        return None
    kept = all(_is_among(side, many) for side in few) if run.drawn else len(both.inner) >= len(few)
    return both if kept else None


def _with_columns(stacks: list[Stack]) -> StackRun:
    x0, x1 = min(stack.x0 for stack in stacks), max(stack.x1 for stack in stacks)
    headed = next((stack for stack in stacks if stack.sides), None)
    if headed is not None:
        return StackRun(stacks, headed.sides[0], headed.sides[-1], list(headed.sides[1:-1]), drawn=True)
    ends = [end for end in _common_ends(stacks, ENDS_SHARE) if x0 + DOUBLE_RULE < end < x1 - DOUBLE_RULE]
    if any(end in ends for end in _common_ends(stacks, MOST_ENDS_SHARE)):
        return StackRun(stacks, x0, x1, ends, drawn=True)
    rows = [row for stack in stacks for row in stack.rows([level.y for level in stack.levels]) if row]
    names = next(filter(None, map(_names, (words_above(stacks[0]), *rows[:1]))), [])
    heads = len([*takewhile(_prints_no_figure, rows[:HEADS])])
    if len(rows) - heads >= FEW_ROWS:
        # A name in the middle of the white beside its texts would part it.
        rows = rows[heads:]
    full = _full_rows(rows)
    labels = [text for row in rows if row not in full for text in texts_of(row, ONE_TEXT)]
    corridors = [narrowed(corridor, labels) or corridor for corridor in find_corridors(full, x0, x1)]
    drawn = _sides_of_names(stacks[0], x0, x1, full)
    if drawn and len(drawn) >= len(corridors):
        return StackRun(stacks, x0, x1, drawn, drawn=True)
    if ends and (len(corridors) <= len(ends) or not all(any(a < end < b for a, b in corridors) for end in ends)):
        return StackRun(stacks, x0, x1, ends, drawn=True)
    return StackRun(stacks, x0, x1, [one.middle for one in _beside_names(corridors, names)])


def _sides_of_names(stack: Stack, x0: float, x1: float, rows: Sequence[list[Word]]) -> list[float]:
    """The inner sides of columns where each name of the first row is in a cell of its own, shaded or ruled, and most
    rows stand in these columns; none where they do not."""
    over, under, *_ = stack.levels
    ends = [end for end in over.ends if x0 + DOUBLE_RULE < end < x1 - DOUBLE_RULE]
    drawn = sorted(end for end in ends if any(abs(end - other) <= SNAP for other in under.ends))
    inner = [*drawn[:1], *(end for before, end in pairwise(drawn) if end - before > SNAP)]
    names = _names(stack.between(over.y, under.y)) if inner else []
    sides = [x0, *inner, x1]
    if len(names) != len(inner) + 1:
        return []
    if not all(
        left - SNAP <= start and end <= right + SNAP
        for (start, end), (left, right) in zip(names, pairwise(sides), strict=True)
    ):
        return []
    standing = sum(fills_columns(row, sides) for row in rows)
    return inner if rows and standing >= STANDING_SHARE * len(rows) else []


def _full_rows(rows: Sequence[list[Word]]) -> Sequence[list[Word]]:
    """The rows, without those of few texts where the others are enough. « Total du canton de Bor 900 € » is set over
    several columns, and would close the white between them."""
    counts = [len(texts_of(row, ONE_TEXT)) for row in rows]
    full = [row for row, count in zip(rows, counts, strict=True) if count > FULL_ROW * max(counts)]
    return full if len(full) >= max(FEW_ROWS, ENOUGH_ROWS * len(rows)) else rows


def _common_ends(stacks: Iterable[Stack], share: float) -> list[float]:
    """The places where the pieces of rule of at least this share of the levels end, but for the outer sides."""
    levels = [level for stack in stacks for level in stack.levels]
    ends = sorted(Span(end, index, index) for index, level in enumerate(levels) for end in level.ends)
    found = []
    for cluster in clusters(ends, 2 * SNAP):
        supporting = {span.start for span in cluster}
        if len(supporting) >= max(min(FEWEST_LEVELS, len(levels) // 2), share * len(levels)):
            found.append(sum(span.at for span in cluster) / len(cluster))
    return found


def _names(row: Sequence[Word]) -> list[tuple[float, float]]:
    """Where the names of columns stand that a row prints: several texts, and no figure. One row is too few for chance
    to be ruled out: letters set wide part no name."""
    names = texts_of(row, ONE_TEXT_IN_FEW) if _prints_no_figure(row) else []
    return names if len(names) > 1 else []


def _prints_no_figure(row: Sequence[Word]) -> bool:
    """Whether no text of a row is a figure: « Aide 2031 », « Plafond (50 000 €) » name columns."""
    return not any(text.money or _is_figure(text.string) for line in printed_lines(row) for text in line.texts)


def _is_figure(text: str) -> bool:
    """Whether a text prints figures and no word; « 000 €) » is the end of one in brackets."""
    ends_brackets = text.endswith(")") and "(" not in text
    return any(map(str.isdigit, text)) and not any(map(str.isalpha, text)) and not ends_brackets


def _beside_names(corridors: Sequence[Corridor], names: Sequence[tuple[float, float]]) -> list[Corridor]:
    """The white between columns, less what their names take of it. As many names as columns are one each, in order,
    however far from its texts a name is centred."""
    if len(names) != len(corridors) + 1:
        return [_beside(corridor, names) for corridor in corridors]
    between = [(before[1], after[0]) for before, after in pairwise(names)]
    pairs = zip(corridors, between, strict=True)
    narrowed = [Corridor(max(one.start, left), min(one.end, right)) for one, (left, right) in pairs]
    return [new if new.start < new.end else old for new, old in zip(narrowed, corridors, strict=True)]


def _beside(corridor: Corridor, names: Sequence[tuple[float, float]]) -> Corridor:
    """The corridor without what the names of columns, wider than their figures or beside them, take of it.

    A name in plain white is that of the column on its right; of two, the first is that of the column on its left.
    """
    inside = [name for name in names if corridor.start < name[0] and name[1] < corridor.end]
    left, right = corridor
    for start, end in names:
        if left < start < right and end >= corridor.end:
            right = start
        elif start <= corridor.start and left < end < right:
            left = end
    if inside:
        left = inside[0][1] if len(inside) > 1 else left
        right = min(right, inside[-1][0])
    return Corridor(left, right) if left < right else corridor


def words_above(stack: Stack) -> list[Word]:
    """The words of the row, maybe of several lines, that stands over the first level without a level above it."""
    edge = stack.levels[0].y
    row: list[Word] = []
    for word in sorted(stack.between(0, edge), key=lambda word: -word.box[3]):
        if edge - word.box[3] > (OPEN_ROW_LEADING if row else OPEN_ROW_REACH) * word.size:
            break
        row.append(word)
        edge = min(edge, word.box[1])
    return row


def _is_among(x: float, sides: Sequence[float]) -> bool:
    return any(abs(x - side) <= DOUBLE_RULE for side in sides)


def _stands(stack: Stack, sides: Sequence[float]) -> bool:
    rows = [row for row in stack.rows([level.y for level in stack.levels]) if row]
    return sum(fills_columns(row, sides) for row in rows) >= STANDING_SHARE * len(rows)


def is_crossed(words: Sequence[Word], side: float) -> bool:
    """Whether a word runs across the side of a column."""
    return any(word.box[0] + word.size / 4 < side < word.box[2] - word.size / 4 for word in words)


def filled_columns(words: Sequence[Word], sides: Sequence[float]) -> set[int]:
    """The columns that hold the middle of a word."""
    return {bisect_right(sides, (word.box[0] + word.box[2]) / 2) for word in words}


def fills_columns(words: Sequence[Word], sides: Sequence[float]) -> bool:
    """Whether the words stand in at least two columns, none across a side."""
    return len(filled_columns(words, sides)) > 1 and not any(is_crossed(words, side) for side in sides[1:-1])
