"""Room for the names over the columns of a table without rules: sides moved so that each name stands in its own column.

Takes a `MoneyRun` and the lines of its header; changes its corridors and sides. Points.
"""

from collections.abc import Sequence
from typing import Final

from ingest.reader.borderless.corridors import FLUSH, Corridor, narrowed
from ingest.reader.borderless.money_runs import MoneyRun, narrow
from ingest.reader.borderless.money_texts import PrintedLine, Text
from ingest.reader.borderless.names_over import columns_under_all, shared_width

# Share of the narrower of a column and a name that both share where the name is that of the column alone.
OWN_SHARE: Final = 0.5


def make_room_for(run: MoneyRun, header: Sequence[PrintedLine]) -> None:
    """Move the sides of columns so that each name stands between those of its own: names over texts of their column
    first, from the lowest line up, then those in plain white.

    A name that would leave no white between two columns is set over both, however little it reaches over the second.
    """
    under = columns_under_all(header, run.text_spans())
    own = [
        (text, column)
        for place, line in reversed(list(enumerate(header)))
        for text, column in zip(line.texts, under[place], strict=True)
        if not _is_over_two(run, text, under[place + 1 :])
    ]
    texts = [text for block in run.blocks for line in block.body for text in line.texts]
    spans = run.text_spans()
    for name, column in sorted(own, key=lambda named: shared_width(named[0], spans[named[1]]) <= 0):
        beside = [_beside_name(corridor, number, name, column) for number, corridor in enumerate(run.corridors)]
        if None not in beside:
            run.corridors = [corridor for corridor in beside if corridor]
            texts.append(name)
    narrow(run, texts)


def _is_over_two(run: MoneyRun, name: Text, below: Sequence[Sequence[int]]) -> bool:
    """Whether a name is set over columns that have names of their own under it. `below`: columns of the next lines."""
    crossed = run.crossed(name)
    if len(crossed) != 1:
        return len(crossed) > 1
    pair = {crossed[0] - 1, crossed[0]}
    if not any(pair <= set(columns) for columns in below):
        return False
    shared = [(shared_width(name, span), span[1] - span[0]) for span in run.text_spans()]
    best, width = max(shared)
    return sum(length > 0 for length, _ in shared) > 1 or best < OWN_SHARE * min(width, name.x1 - name.x0)


def _beside_name(corridor: Corridor, number: int, name: Text, column: int) -> Corridor | None:
    """The corridor after column `number` without what a name takes of it; None where nothing is left.

    A name over its own `column` that reaches over all of it is set over both, but where texts are cut as it begins.
    """
    start, end = corridor
    if column == number + 1 and start - FLUSH < name.x0 <= start:
        return Corridor(name.x0, start) if name.x0 < start else corridor
    if column == number:
        start = max(start, name.x1)
    elif column == number + 1:
        end = min(end, name.x0)
    return narrowed(Corridor(start, end) if start < end else corridor, [(name.x0, name.x1)])
