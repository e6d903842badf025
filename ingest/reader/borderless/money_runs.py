"""Blocks of amounts → runs over consecutive pages with one layout, and the columns of each.

Columns are where white runs down between the texts of all the pages of a run, narrowed by every text that reaches into
it. Takes `Block`s in the order of the pages; gives `MoneyRun`s. Points.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from ingest.reader.borderless.column_whites import FEWEST_ROWS, HALF_LINE, corridors_of, lines_of_names
from ingest.reader.borderless.corridors import Corridor, narrowed
from ingest.reader.borderless.cut_figures import is_currency
from ingest.reader.borderless.interludes import mark_interludes
from ingest.reader.borderless.money_blocks import ALIGNED, FEWEST_NAMES, Block, begins_like
from ingest.reader.borderless.money_texts import PrintedLine, Text, stands_for_nothing
from ingest.reader.borderless.names_over import TextSpan, columns_under, shared_width
from ingest.reader.borderless.parted_texts import part_texts
from ingest.reader.values.figures import parse_count

# Share of the texts of a money column that are amounts, or of the columns' rows that hold words somewhere.
MONEY_SHARE: Final = 0.7
WORDED_SHARE: Final = 0.6
# Points. The most white kept between the side of a column and its texts.
WIDEST_MARGIN: Final = 4.0
# Times the type size. White left of an amount: more than any space between two words, justified or not.
AMOUNT_WHITE: Final = 0.9
# Columns and rows: white that runs down between as many is no meeting of spaces, however narrow it is.
MANY_WHITES: Final = 3
MANY_ROWS: Final = 6


@dataclass(slots=True)
class MoneyRun:
    """Blocks of consecutive pages with the same columns: `sides` from the left of the table to its right.

    `corridors`: the white between the columns. `money`: the numbers of those that hold amounts.
    """

    blocks: list[Block]
    sides: list[float] = field(default_factory=list)
    corridors: list[Corridor] = field(default_factory=list)
    money: frozenset[int] = frozenset()

    def column_of(self, text: Text) -> int:
        """The column that holds the middle of a text."""
        middle = (text.x0 + text.x1) / 2
        return min(max(0, bisect_right(self.sides, middle) - 1), len(self.sides) - 2)

    def text_spans(self) -> list[TextSpan]:
        """Where the texts of each column stand."""
        ends = [self.sides[0], *(side for corridor in self.corridors for side in corridor), self.sides[-1]]
        return list(zip(ends[::2], ends[1::2], strict=True))

    def columns_under(self, line: PrintedLine) -> list[int]:
        """The columns that the names of one line stand over."""
        return columns_under(line, self.text_spans())

    def crossed(self, text: Text) -> list[int]:
        """The inner sides, by number, that a text runs across."""
        slack = text.words[0].size / 4
        last = len(self.sides) - 1
        return [i for i in range(1, last) if text.x0 + slack < self.sides[i] < text.x1 - slack]


def find_money_runs(blocks: Sequence[Block]) -> list[MoneyRun]:
    """The runs whose columns can be told, in the order of their first blocks; the blocks of a run that has no columns
    as a whole are tables of their own."""
    runs: list[MoneyRun] = []
    for block in blocks:
        if runs and _goes_on(runs[-1].blocks[-1], block):
            runs[-1].blocks.append(block)
        else:
            runs.append(MoneyRun([block]))
    return [table for run in runs for table in _tables(run)]


def _tables(run: MoneyRun) -> list[MoneyRun]:
    if _with_sides(run):
        return [run]
    alone = (MoneyRun([block]) for block in run.blocks) if len(run.blocks) > 1 else ()
    return [table for table in alone if _with_sides(table)]


def _goes_on(before: Block, after: Block) -> bool:
    """Whether the amounts of the next page stand in the columns of this one, and its texts begin at the same place."""
    if after.page.number != before.page.number + 1:
        return False
    few, many = sorted((before.columns, after.columns), key=len)
    if not all(any(column.is_under(other) for other in many) for column in few) or _are_named_elsewhere(before, after):
        return False
    # Where amounts stand in the middle of high rows, no first text may be level with them.
    pairs = ((before.anchors, after.anchors), (before.body, after.body))
    return any(abs(_left(one) - _left(other)) <= ALIGNED for one, other in pairs)


def _are_named_elsewhere(before: Block, after: Block) -> bool:
    """Whether names of columns are printed again over the next rows, some of them elsewhere across: a table of its own,
    as wide as its texts."""
    named = {line.strings: line for line in before.lines[: before.first] if len(line.texts) >= FEWEST_NAMES}
    over = (line for line in after.lines[: after.first] if line.strings in named)
    return any(not begins_like(line, named[line.strings]) for line in over)


def _left(lines: Sequence[PrintedLine]) -> float:
    """Where the leftmost text of some lines begins."""
    return min(line.texts[0].x0 for line in lines)


def _with_sides(run: MoneyRun) -> bool:
    """Put the sides of its columns into a run; False when there are none that make a table."""
    mark_interludes(run.blocks)
    run.corridors = corridors_of(run.blocks)
    for block in run.blocks:
        part_texts(block, run.corridors)
    narrow(run, [text for block in run.blocks for line in block.body for text in line.texts])
    return bool(run.corridors) and _is_table(run, [line for block in run.blocks for line in block.body])


def narrow(run: MoneyRun, texts: Sequence[Text]) -> None:
    """Set the sides of the columns of a run in the white that these texts leave."""
    spans = [(text.x0, text.x1) for text in texts if not _runs_over(text, run.corridors)]
    aside = [text for block in run.blocks for place in block.asides for text in block.lines[place].texts]
    run.corridors = [one for corridor in run.corridors if (one := narrowed(corridor, spans)) is not None]
    if run.corridors:
        starts = [x0 for x0, _ in spans]
        left = min([*starts, *(text.x0 for text in aside)])
        right = max(text.x1 for text in (*texts, *aside))
        margin = min(WIDEST_MARGIN, *((corridor.end - corridor.start) / 2 for corridor in run.corridors))
        inner = [_side(corridor, starts, margin) for corridor in run.corridors]
        run.sides = [left - margin, *inner, right + margin]
        amounts = (text for block in run.blocks for line in block.anchors for text in line.money)
        run.money = frozenset(run.column_of(text) for text in amounts)


def _runs_over(text: Text, corridors: Iterable[Corridor]) -> bool:
    """Whether a text, such as the label of a total, runs over all the white between two columns: it is no cell."""
    return any(text.x0 < corridor.start and corridor.end < text.x1 for corridor in corridors)


def _side(corridor: Corridor, starts: Iterable[float], margin: float) -> float:
    """Where a column begins: just before its texts when they begin at one place, else in the middle of the white."""
    end = corridor.end
    beyond = [x for x in starts if end - 1 <= x <= end + 30]
    flush = sum(x - end <= 1 for x in beyond)
    return end - margin if 2 * flush > len(beyond) else corridor.middle


def _is_table(run: MoneyRun, body: Sequence[PrintedLine]) -> bool:
    anchors = [line for line in body if line.money]
    money = run.money
    worded = sum(_is_worded(body, place) for place, line in enumerate(body) if line.money)
    held = printed = 0
    for line in anchors:
        for text in line.texts:
            if run.column_of(text) in money and not stands_for_nothing(text):
                printed += 1
                held += text.money or parse_count(text.string) is not None or is_currency(text.string)
    if len(anchors) < FEWEST_ROWS or held < MONEY_SHARE * printed or worded < WORDED_SHARE * len(anchors):
        return False
    return _stands_off(run, anchors)


def _is_worded(body: Sequence[PrintedLine], place: int) -> bool:
    """Whether words stand beside the amounts of a line, or half a line over or under them, set in the middle."""
    line = body[place]
    return any(
        any(text.named for text in near.texts)
        for near in body[max(0, place - 1) : place + 2]
        if abs(near.y - line.y) < HALF_LINE * line.size
    )


def _stands_off(run: MoneyRun, anchors: Sequence[PrintedLine]) -> bool:
    """Whether most amounts stand well off the words printed left of them, on their lines or else in their rows, or
    many rows have many columns, or each of many columns a name over it."""
    if len(run.corridors) >= MANY_WHITES and (len(anchors) >= MANY_ROWS or _names_each(run)):
        return True
    whites = [
        (text.x0 - before.x1) / line.size
        for line in anchors
        for before, text in pairwise(line.texts)
        if text.money and not before.money and not before.string.endswith("%")
    ]
    if not whites:
        whites = [
            (corridor.end - corridor.start) / anchors[0].size
            for column, corridor in enumerate(run.corridors, start=1)
            if column in run.money and column - 1 not in run.money
        ]
    return bool(whites) and sorted(whites)[len(whites) // 2] >= AMOUNT_WHITE


def _names_each(run: MoneyRun) -> bool:
    """Whether one line over the rows has a text over the texts of each column, and no other."""
    spans = run.text_spans()
    lines = [line.texts for line in lines_of_names(run.blocks[0]) if len(line.texts) == len(spans)]
    return any(all(shared_width(*pair) > 0 for pair in zip(texts, spans, strict=True)) for texts in lines)
