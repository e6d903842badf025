"""Horizontal rules and shaded bands of one page → stacks of levels, where tables without vertical rules may be.

Takes a `Page` and the boxes of its ruled tables; gives `Stack`s: levels one above the other with the words between. It
does not know columns. Points.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from ingest.reader.borderless.corridors import ONE_TEXT, texts_of
from ingest.reader.geometry.grid_places import Grid
from ingest.reader.geometry.held_words import inside, outside
from ingest.reader.geometry.word_lines import lines_of_words
from ingest.reader.layout.levels.page_levels import levels_of, money_in
from ingest.reader.layout.levels.rhythm import Rhythm
from ingest.reader.layout.levels.rule_levels import HEADS, Level, told_apart
from ingest.reader.layout.levels.underlines import without_underlines
from ingest.reader.layout.ruled.rule_spans import DOUBLE_RULE, Span
from ingest.reader.records import Box, Page, Word
from ingest.reader.values.dates import YEAR

# Points. The highest row between two levels: some twelve lines of 9-point type.
HIGHEST_ROW: Final = 150.0
# Rows. A ruled grid over rows that only have horizontal rules is a header when it is no higher.
HIGHEST_HEADER: Final = 4
# Times the type size. A title between two tables has this much room; less where it is set in another size.
TITLE_HEIGHT: Final = 2.8
TITLE_HEIGHT_LARGE: Final = 1.8
# Times the type size. White under paragraphs, over the names of columns.
UNDER_PROSE: Final = 0.3
# Points. Type sizes closer than this are the same.
SAME_SIZE: Final = 0.4
# Levels. Fewer are a frame, a running head or underlined words.
FEWEST_LEVELS: Final = 3
# Share of the width of the stack that a level must cover to belong to it.
SHARED_WIDTH: Final = 0.3


@dataclass(slots=True)
class Stack:
    """Levels from top to bottom, from `x0` to `x1`. `words`: those of the page outside its ruled tables.

    `sides`: the columns of the ruled header whose foot is the first level, empty where there is none. `rhythm`: the
    white of its rows, where shaded bands show it.
    """

    page: Page
    levels: list[Level]
    x0: float
    x1: float
    words: Sequence[Word]
    sides: tuple[float, ...] = ()
    rhythm: Rhythm | None = None

    def between(self, top: float, bottom: float) -> list[Word]:
        """The words whose middle lies between two heights and in the width of the stack."""
        # Twice the middles of the words: it is asked for between any two levels.
        y0, y1, x0, x1 = 2 * top, 2 * bottom, 2 * (self.x0 - DOUBLE_RULE), 2 * (self.x1 + DOUBLE_RULE)
        return [word for word in self.words if y0 <= (box := word.box)[1] + box[3] < y1 and x0 <= box[0] + box[2] <= x1]

    def level_at(self, y: float) -> Level:
        """A level from side to side at this height."""
        return Level(y, (Span(y, self.x0, self.x1),), ())

    def rows(self, ys: Sequence[float]) -> list[list[Word]]:
        """The words between each of these heights, from the top, and the next one."""
        edges, x0, x1 = [2 * y for y in ys], 2 * (self.x0 - DOUBLE_RULE), 2 * (self.x1 + DOUBLE_RULE)
        found: list[list[Word]] = [[] for _ in ys]
        for word in self.words:
            box = word.box
            if x0 <= box[0] + box[2] <= x1 and (place := bisect_right(edges, box[1] + box[3])):
                found[place - 1].append(word)
        return found[:-1]  # under the last height, there is no row


def find_stacks(page: Page, grids: Sequence[Grid]) -> list[Stack]:
    """The stacks of a page, from top to bottom; rules and words inside its ruled grids left out. One of two levels may
    be the last band of a table that goes on from the page before, and nothing else."""
    ruled = [grid.box for grid in grids]
    levels = levels_of(page, ruled)
    # The foot of a ruled header may be one more level.
    fewest = FEWEST_LEVELS - bool(grids or page.fills)
    groups = _groups(levels, page.words, ruled, fewest)
    if groups and len(bounds := without_underlines(levels, page.words)) < len(levels):
        levels, groups = bounds, _groups(bounds, page.words, ruled, fewest)
    if not groups:
        return []
    words = outside(map(_with_rules, ruled), page.words)
    parts = (part for group in groups for part in _parted_by_titles(_stack(page, group, words)))
    # Over or under tables side by side, another one may be as wide as both.
    stacks = (_stack(page, side, words) for part in parts for side in told_apart(part.levels, page.words))
    fewest = FEWEST_LEVELS - bool(page.fills)
    return [stack for stack in (_under_header(stack, grids) for stack in stacks) if len(stack.levels) >= fewest]


def _groups(levels: Sequence[Level], words: Sequence[Word], ruled: Sequence[Box], fewest: int) -> list[list[Level]]:
    """The levels of each table, at least so many; a `ruled` table between two of them parts them."""
    groups: list[list[Level]] = []
    for level in levels:
        group = next((one for one in groups if _belongs(level, one) and not _is_parted(level, one[-1], ruled)), None)
        if group:
            group.append(level)
        else:
            groups.append([level])
    tables = [_with_shared_names(group, groups, words) for group in groups if len(group) >= fewest]
    return [side for table in tables for side in told_apart(table, words) if len(side) >= fewest]


def _with_shared_names(table: list[Level], groups: Sequence[list[Level]], words: Sequence[Word]) -> list[Level]:
    """The levels of a table, and the shorter ones under a name that several columns share: « Subvention » over
    « 2031 » and « 2032 »."""
    heads = list(pairwise(table[: HEADS + 1]))
    short = [level for group in groups if len(group) == 1 for level in group]
    found = [level for level in short if any(_parts_names(level, *around, words) for around in heads)]
    return sorted([*table, *found], key=lambda level: level.y) if found else table


def _parts_names(level: Level, above: Level, below: Level, words: Sequence[Word]) -> bool:
    """Whether one name stands between the level above and this one, and several between it and the level below."""
    x0, x1 = level.start - DOUBLE_RULE, level.end + DOUBLE_RULE
    if not (above.y < level.y < below.y and above.start - DOUBLE_RULE <= x0 and x1 <= above.end + DOUBLE_RULE):
        return False
    over, under = (inside(Box(x0, top, x1, foot), words) for top, foot in pairwise((above.y, level.y, below.y)))
    if any(map(holds_figure, (*over, *under))):
        return False
    return len(texts_of(over, ONE_TEXT)) == 1 < len(texts_of(under, ONE_TEXT))


def _stack(page: Page, levels: list[Level], words: Sequence[Word]) -> Stack:
    return Stack(page, levels, min(level.start for level in levels), max(level.end for level in levels), words)


def _parted_by_titles(stack: Stack) -> list[Stack]:
    """The stack cut where a title or prose stands between the foot of one table and the head of the next."""
    rows = stack.rows([level.y for level in stack.levels])
    sizes = sorted(word.size for row in rows for word in row)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    cuts = [
        place + 1
        for place, (row, below) in enumerate(pairwise(rows))
        if place and _is_title(stack, row, usual, stack.levels[place + 1].y - stack.levels[place].y, below)
    ]
    if not cuts:
        return [stack]
    ends = [*cuts, len(stack.levels)]
    return [_stack(stack.page, stack.levels[a:b], stack.words) for a, b in pairwise([0, *ends]) if b - a > 1]


def _is_title(stack: Stack, row: list[Word], usual: float, height: float, below: list[Word]) -> bool:
    """Whether a row between two levels prints one text, larger or farther from the levels than those of the rows, or
    paragraphs with white over and under them."""
    if not row or not below:
        return False
    words = sorted(row, key=lambda word: word.box[0])
    one_line = max(word.box[1] for word in words) - min(word.box[1] for word in words) < words[0].size / 2
    if not one_line:
        return _are_paragraphs(stack, row, below, usual)
    if any(holds_figure(word) and not _numbers_a_name(word) for word in below):
        return False
    together = _is_one_text(words)
    middle = (words[0].box[1] + words[0].box[3]) / 2
    shaded = any(fill.y0 <= middle <= fill.y1 and fill.x0 <= words[0].box[0] <= fill.x1 for fill in stack.page.fills)
    size = words[0].size
    set_apart = height > TITLE_HEIGHT * size or (abs(size - usual) > SAME_SIZE and height > TITLE_HEIGHT_LARGE * size)
    return together and not shaded and set_apart


def holds_figure(word: Word) -> bool:
    """Whether a word prints a digit and is no year."""
    return any(map(str.isdigit, word.text)) and not YEAR.fullmatch(word.text)


def _numbers_a_name(word: Word) -> bool:
    """Whether a figure may be part of the name of a column: « Avenant n° 1 », « (2) »."""
    return sum(map(str.isdigit, word.text)) == 1


def _are_paragraphs(stack: Stack, row: list[Word], below: list[Word], usual: float) -> bool:
    """Whether what stands between two levels is prose: lines of one text each, with white over and under them, or with
    white between them and the names of columns of the table that follows."""
    # Letters may run over the level above them; their middle is under it.
    middle = (row[0].box[1] + row[0].box[3]) / 2
    top = max(level.y for level in stack.levels if level.y <= middle)
    foot = min(level.y for level in stack.levels if level.y > middle)
    lines = lines_of_words(row)
    count = next((number for number, line in enumerate(lines) if not _is_one_text(line)), len(lines))
    if not count or lines[0][0].box[1] - top <= min(lines[0][0].size, usual):
        return False
    if _are_sentences(lines[:count]):
        return True
    if count == len(lines):
        set_off = foot - lines[-1][0].box[3] > lines[-1][0].size or lines[0][0].size > usual + SAME_SIZE
        return set_off and not any(map(holds_figure, below))
    white = lines[count][0].box[1] - lines[count - 1][0].box[3]
    names = [word for line in lines[count:] for word in line]
    return white > UNDER_PROSE * names[0].size and not any(map(holds_figure, names))


def _are_sentences(lines: Sequence[Sequence[Word]]) -> bool:
    """Whether several lines end as sentences do: what an act decides, before a list that may have no header."""
    return sum(line[-1].text.endswith((".", ":", ";")) for line in lines) > 1


def _is_one_text(words: Sequence[Word]) -> bool:
    return all(b.box[0] - a.box[2] < b.size for a, b in pairwise(words))


def _under_header(stack: Stack, grids: Sequence[Grid]) -> Stack:
    """The stack with the foot of the ruled header just over it, as wide as itself, as its first level."""
    for grid in grids:
        same = abs(grid.xs[0] - stack.x0) <= DOUBLE_RULE and abs(grid.xs[-1] - stack.x1) <= DOUBLE_RULE
        under = 0 < stack.levels[0].y - grid.ys[-1] <= HIGHEST_ROW
        if same and under and grid.height <= HIGHEST_HEADER and not _holds_money(stack.page, grid.box):
            foot = Level(grid.ys[-1], (Span(grid.ys[-1], grid.xs[0], grid.xs[-1]),), ())
            return replace(stack, levels=[foot, *stack.levels], sides=grid.xs)
    return stack


def _holds_money(page: Page, box: Box) -> bool:
    """Whether a ruled grid prints amounts: it is a whole table then, no header."""
    return bool(money_in(page, box))


def _belongs(level: Level, stack: list[Level]) -> bool:
    if level.y - stack[-1].y > HIGHEST_ROW:
        return False
    start, end = min(other.start for other in stack), max(other.end for other in stack)
    shared = min(level.end, end) - max(level.start, start)
    return shared > SHARED_WIDTH * max(end - start, level.end - level.start)


def _is_parted(level: Level, above: Level, ruled: Sequence[Box]) -> bool:
    """Whether a ruled table stands under one level and over the next."""
    return any(
        above.y - DOUBLE_RULE <= box.y0
        and box.y1 <= level.y + DOUBLE_RULE
        and box.x0 < level.end
        and level.start < box.x1
        for box in ruled
    )


def _with_rules(box: Box) -> Box:
    """The box of a table with the second lines of its outer rules."""
    return Box(box.x0 - DOUBLE_RULE, box.y0 - DOUBLE_RULE, box.x1 + DOUBLE_RULE, box.y1 + DOUBLE_RULE)
