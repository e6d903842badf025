"""Headings that share the white between two levels with the first row under them → a level of their own.

Reports draw a rule under each row and none under the heading of a group, nor under the total over it. Takes and gives
`Stack`s; a heading is told from the name of a row by its type, by the white beside it and because few rows have one.
Points.
"""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from ingest.reader.borderless.corridors import ONE_TEXT, texts_of
from ingest.reader.layout.levels.open_rows import states_total
from ingest.reader.layout.levels.rhythm import RowBlock, blocks_of
from ingest.reader.layout.levels.rule_levels import Level
from ingest.reader.layout.levels.stack import Stack, holds_figure
from ingest.reader.layout.ruled.rule_spans import DOUBLE_RULE
from ingest.reader.records import Word

# Share of the rows with figures that may open with such a line: where more do, it is the name of the row.
MOST_HEADED: Final = 0.5
# Points. Type sizes farther apart than this are not the same.
LARGER: Final = 0.4


def part_headed_rows(stack: Stack) -> Stack:
    """The stack with a level under each heading, and each total over one, that no rule parts from the row below it."""
    if not _differ_in_type(stack):
        return stack
    found, rows, named_alike = [], 0, 0
    for above, below in pairwise(stack.levels):
        words = stack.between(above.y, below.y)
        if not any(map(holds_figure, words)):
            continue
        rows += 1
        if len({word.bold for word in words}) == 1 and _is_of_one_size(words):
            continue
        blocks = blocks_of(words, 0.0)
        if len(blocks) > 1 and _is_total(blocks[0]):
            found.append(_level_between(stack, *blocks[:2]))
            blocks = blocks[1:]
        heading, row = _heading_of(stack, blocks)
        if heading and row:
            found.append(_level_between(stack, heading, row))
        else:
            named_alike += _opens_in_type_of_its_own(words)
    if not found or len(found) > MOST_HEADED * rows or named_alike > MOST_HEADED * (rows - len(found)):
        return stack
    return replace(stack, levels=sorted([*stack.levels, *found], key=lambda level: level.y))


def _is_total(block: RowBlock) -> bool:
    """Whether a line is a total in bold."""
    return all(word.bold for word in block.words) and states_total(block.words)


def _level_between(stack: Stack, above: RowBlock, below: RowBlock) -> Level:
    return stack.level_at((above.bottom + below.top) / 2)


def _differ_in_type(stack: Stack) -> bool:
    """Whether the words under the first row are not all of one type: cheap to ask of any stack."""
    top, foot = stack.levels[1].y, stack.levels[-1].y
    return len({(word.bold, round(word.size)) for word in stack.words if top < word.box[1] < foot}) > 1


def _is_of_one_size(words: list[Word]) -> bool:
    return max(word.size for word in words) - min(word.size for word in words) <= LARGER


def _opens_in_type_of_its_own(words: list[Word]) -> bool:
    """Whether the first words of a row, at its left, are bold as a heading would be: the name of the row."""
    left = min(word.box[0] for word in words)
    first = min((word for word in words if word.box[0] - left <= word.size), key=lambda word: word.box[1])
    return first.bold


def _heading_of(stack: Stack, blocks: list[RowBlock]) -> tuple[RowBlock | None, RowBlock | None]:
    """The first printed line and what is under it, where the line is one text at the left, in bolder or larger type
    than all of the row under it, which begins with its figures."""
    if len(blocks) < 2 or any(word.bold and blocks[0].words[0].size - word.size <= LARGER for word in blocks[1].words):
        return None, None
    first, row = blocks[0], blocks[1]
    words = sorted(first.words, key=lambda word: word.box[0])
    one_text = len(texts_of(words, ONE_TEXT)) == 1 and words[0].box[0] - stack.x0 <= DOUBLE_RULE + words[0].size
    stands_out = all(word.bold for word in words) or words[0].size - row.words[0].size > LARGER
    with_figures = any(holds_figure(word) and word.box[1] - row.top < word.size for word in row.words)
    return (first, row) if one_text and stands_out and with_figures else (None, None)
