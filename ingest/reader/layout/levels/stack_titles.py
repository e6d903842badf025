"""Titles and prose between two tables of horizontal rules, one under the other → where their stack is cut.

Takes a `Stack` of levels; gives those of its tables. Points.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ingest.reader.geometry.word_lines import lines_of_words
from ingest.reader.layout.levels.rule_levels import Level
from ingest.reader.layout.levels.stack import Stack, holds_figure, stack_of
from ingest.reader.layout.ruled.rule_spans import SNAP
from ingest.reader.records import Word

# Times the type size. A title between two tables has this much room; less where it is set in another size.
TITLE_HEIGHT: Final = 2.8
TITLE_HEIGHT_LARGE: Final = 1.8
# Times the type size. White under paragraphs, over the names of columns.
UNDER_PROSE: Final = 0.3
# Points. Type sizes closer than this are the same.
SAME_SIZE: Final = 0.4


def parted_by_titles(stack: Stack) -> list[Stack]:
    """The stack cut where a title or prose stands between the foot of one table and the head of the next."""
    rows = stack.rows([level.y for level in stack.levels])
    sizes = sorted(word.size for row in rows for word in row)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    cuts = [
        place + 1
        for place, (row, below) in enumerate(pairwise(rows))
        if place and _is_title(stack, row, usual, place, below)
    ]
    if not cuts:
        return [stack]
    ends = [*cuts, len(stack.levels)]
    return [stack_of(stack.page, stack.levels[a:b], stack.words) for a, b in pairwise([0, *ends]) if b - a > 1]


def _is_title(stack: Stack, row: list[Word], usual: float, place: int, below: list[Word]) -> bool:
    """Whether a row, under the level of this place, prints one text, larger or farther from the levels than those of
    the rows, or paragraphs with white over and under them. `below`: the next row, of names or of another table."""
    if not row or not below:
        return False
    words = sorted(row, key=lambda word: word.box[0])
    one_line = max(word.box[1] for word in words) - min(word.box[1] for word in words) < words[0].size / 2
    if not one_line:
        return _are_paragraphs(stack, row, below, usual)
    over, under = stack.levels[place : place + 2]
    if any(holds_figure(word) and not _numbers_a_name(word) for word in below) and not _end_elsewhere(over, under):
        return False
    together = _is_one_text(words)
    middle = (words[0].box[1] + words[0].box[3]) / 2
    shaded = any(fill.y0 <= middle <= fill.y1 and fill.x0 <= words[0].box[0] <= fill.x1 for fill in stack.page.fills)
    size = words[0].size
    height = under.y - over.y
    set_apart = height > TITLE_HEIGHT * size or (abs(size - usual) > SAME_SIZE and height > TITLE_HEIGHT_LARGE * size)
    return together and not shaded and set_apart


def _end_elsewhere(over: Level, under: Level) -> bool:
    """Whether the pieces of two levels end at other places within the table: they are of cells of other columns."""
    one, other = ([end for end in level.ends if level.start + SNAP < end < level.end - SNAP] for level in (over, under))
    return bool(one and other) and not any(abs(end - x) <= SNAP for end in one for x in other)


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
