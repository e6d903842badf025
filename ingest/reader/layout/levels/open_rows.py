"""Rows that stand over the first level of a stack or under its last one, without a level beyond.

Takes a `Stack` and the sides of its columns; gives the heights that bound such rows. Where shaded bands show the white
of rows, all that follow in it are found; else one, as names over a rule of their own. Points.
"""

from collections.abc import Sequence
from typing import Final

from ingest.reader.borderless.corridors import ONE_TEXT, texts_of
from ingest.reader.borderless.money_texts import printed_lines
from ingest.reader.geometry.alignment import stand_in_columns
from ingest.reader.layout.levels.rhythm import TELLING, Rhythm, RowBlock, blocks_of
from ingest.reader.layout.levels.rule_levels import Level
from ingest.reader.layout.levels.stack import Stack
from ingest.reader.layout.levels.stack_runs import (
    OPEN_ROW_LEADING,
    OPEN_ROW_REACH,
    filled_columns,
    fills_columns,
    is_crossed,
    words_above,
)
from ingest.reader.layout.ruled.rule_spans import SNAP
from ingest.reader.records import Word
from ingest.reader.vocabulary.rows import opens_with_total

# Points. White kept between the words of an open row and its side.
OPEN_ROW_MARGIN: Final = 1.5

# Times the type size. Words printed upwards stand in the middle of their cell, with more white or less around them.
AROUND_TURNED: Final = 1.0


def open_rows_above(stack: Stack, sides: Sequence[float], *, goes_on: bool) -> list[float]:
    """The tops of the rows that stand over the first level, from the top down.

    `goes_on`: the table comes from the page before; the rest of a cut row may then be a single cell.
    """
    if stack.rhythm and (found := _rows_in_rhythm(stack, stack.rhythm, sides, below=False, goes_on=goes_on)):
        return [block.top - stack.rhythm.above for block in found[::-1]]
    row = words_above(stack)
    if not (_is_row(row, sides) or (goes_on and is_cell(row, sides)) or _is_shared_name(row, stack.levels[0], sides)):
        return []
    return [min(word.box[1] for word in words) - OPEN_ROW_MARGIN for words in _names_and_row(row)]


def open_rows_below(stack: Stack, sides: Sequence[float], *, goes_on: bool) -> list[float]:
    """The feet of the rows that stand under the last level, from the top down.

    `goes_on`: the table goes on next page; the beginning of a cut row may then be a single cell.
    """
    if stack.rhythm and (found := _rows_in_rhythm(stack, stack.rhythm, sides, below=True, goes_on=goes_on)):
        return [block.bottom + stack.rhythm.below for block in found]
    foot = _open_row_below(stack, sides, goes_on=goes_on)
    return [] if foot is None else [foot]


def _rows_in_rhythm(
    stack: Stack, rhythm: Rhythm, sides: Sequence[float], *, below: bool, goes_on: bool
) -> Sequence[RowBlock]:
    """The rows under the last level, or over the first one, that follow each other in the white of rows, from that
    level to the last of them that is a row of the columns."""
    edge = stack.levels[-1 if below else 0].y
    words = stack.between(edge, stack.page.height) if below else stack.between(0, edge)
    # Words printed upwards make a row as high as they are long.
    blocks = blocks_of(words, rhythm.least)[:: 1 if below else -1]
    count, usual = 0, rhythm.above if below else rhythm.below
    for index, block in enumerate(blocks):
        turned = any(word.angle for word in block.words)
        slack = AROUND_TURNED * block.words[0].size if turned else TELLING
        white = block.top - edge if below else edge - block.bottom
        if abs(white - usual) > slack:
            break
        several = len(texts_of(block.words, ONE_TEXT)) > 1
        # A text that runs a little over a side is no less of a row that prints an amount.
        is_row = several and (_is_row(block.words, sides) or any(line.money for line in printed_lines(block.words)))
        if is_row or (goes_on and is_cell(block.words, sides)):
            count = index + 1
        elif index > count:
            break  # one line of one text is a heading, two are prose
        edge, usual = block.bottom if below else block.top, rhythm.between
    return blocks[:count]


def _is_row(words: Sequence[Word], sides: Sequence[float]) -> bool:
    """Whether words without a level on one side make a row: they fill half of the columns, or stand well apart."""
    half = 2 * len(filled_columns(words, sides)) >= len(sides) - 1
    return fills_columns(words, sides) and (half or stand_in_columns(words, sides))


def _is_shared_name(words: Sequence[Word], level: Level, sides: Sequence[float]) -> bool:
    """Whether words are one name over a rule of its own, as wide as the columns that share it and no wider."""
    texts = texts_of(words, ONE_TEXT)
    inner = [side for side in sides[1:-1] if level.start + SNAP < side < level.end - SNAP]
    short = level.start > sides[1] - SNAP or level.end < sides[-2] + SNAP
    inside = all(level.start - SNAP <= start and end <= level.end + SNAP for start, end in texts)
    return len(texts) == 1 and bool(inner) and short and inside


def is_cell(words: Sequence[Word], sides: Sequence[float]) -> bool:
    """Whether there are words, and none runs across a side between two columns."""
    return bool(words) and not any(is_crossed(words, side) for side in sides[1:-1])


def states_total(words: Sequence[Word]) -> bool:
    """« Total P318 (7 dossiers) | 278 767,00 »: whether words are a total, whatever columns its label runs over."""
    texts = [word.text for word in sorted(words, key=lambda word: word.box[0])]
    # « Ensemble, les clubs recevront 900 €. » is a sentence.
    ends = "".join(texts[-2:])
    return opens_with_total(" ".join(texts)) and any(map(str.isdigit, ends)) and ends[-1] not in ".;:"


def _names_and_row(words: Sequence[Word]) -> list[Sequence[Word]]:
    """The names of columns, all bold and with no figure, and the row in plain type that no shade parts from them; the
    words as they are where they are not these two."""
    names, row = ([word for word in words if word.bold is bold] for bold in (True, False))
    if not (names and row and any(line.money for line in printed_lines(row))):
        return [words]
    parted = max(word.box[3] for word in names) <= min(word.box[1] + word.size / 2 for word in row)
    return [names, row] if parted and not any(line.money for line in printed_lines(names)) else [words]


def _open_row_below(stack: Stack, sides: Sequence[float], *, goes_on: bool) -> float | None:
    """The foot of a row that stands under the last level without a level below it, if there is one.

    `goes_on`: the table goes on next page; the beginning of a cut row may then be a single cell.
    """
    last = stack.levels[-1].y
    words = [word for word in stack.between(last, stack.page.height) if word.angle == 0]
    row: list[Word] = []
    edge = last
    for word in sorted(words, key=lambda word: word.box[1]):
        reach = (OPEN_ROW_LEADING if row else OPEN_ROW_REACH) * word.size
        if word.box[1] - edge > reach:
            break
        row.append(word)
        edge = max(edge, word.box[3])
    is_row = _is_row(row, sides) or states_total(row) or (goes_on and is_cell(row, sides))
    return edge + OPEN_ROW_MARGIN if is_row else None
