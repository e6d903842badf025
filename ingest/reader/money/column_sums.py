"""Columns of money that add up others of their table, row by row. It reads amounts, and the words of a total."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate, pairwise
from typing import Final

from ingest.reader.money.money_words import MoneyColumn, is_whole

# Share of the rows on which a whole must be the sum of its parts to be taken for it.
ROWS_THAT_ADD_UP: Final = 0.8
# Rows: fewer differences may be amounts by chance.
FEWEST_STEPS: Final = 3
# Groups of rows: the sum of one alone is that of the table.
FEWEST_GROUPS: Final = 2


def adds_up(whole: MoneyColumn, group: list[MoneyColumn]) -> bool:
    """Whether a column is the sum of the others of its group on most rows."""
    parts = [column for column in group if column is not whole]
    rows = [row for row in whole.amounts if any(row in part.amounts for part in parts)]
    if len(parts) < 2 and not (is_whole(whole) and parts) or not rows:
        return False
    good = sum(
        whole.amounts[row].value == sum((part.amounts[row].value for part in parts if row in part.amounts), Decimal(0))
        for row in rows
    )
    return good >= len(rows) * ROWS_THAT_ADD_UP


def rows_added(whole: MoneyColumn, group: list[MoneyColumn]) -> int:
    """On how many rows a column is the sum of two others at least."""
    parts = [column for column in group if column is not whole]
    return sum(
        len(values := [part.amounts[row].value for part in parts if row in part.amounts]) > 1
        and sum(values, Decimal(0)) == amount.value
        for row, amount in whole.amounts.items()
    )


def sums_of(column: MoneyColumn) -> frozenset[Decimal]:
    """What a column may add up to, whether it prints its total, or subtotals and a total, or neither."""
    values = {amount.value for amount in column.amounts.values()}
    whole = sum((amount.value for amount in column.amounts.values()), Decimal(0))
    return frozenset({whole} | {whole / times for times in (2, 3) if whole / times in values})


def runs_up(running: MoneyColumn, added: MoneyColumn) -> bool:
    """Whether a column prints, row after row, the sum of another one so far: « Cumul »."""
    before: Decimal | None = None
    steps = good = 0
    for row in sorted(running.amounts):
        value = running.amounts[row].value
        if before is not None and row in added.amounts:
            steps += 1
            good += value - before == added.amounts[row].value
        before = value
    return steps >= FEWEST_STEPS and good >= steps * ROWS_THAT_ADD_UP


def sums_groups(whole: MoneyColumn, added: MoneyColumn) -> bool:
    """Whether a column prints, on the first or the last row of each group of rows, what another one adds up to in it:
    « Total canton »."""
    rows = sorted(added.amounts)
    sums = list(accumulate((added.amounts[row].value for row in rows), initial=Decimal(0)))
    said = [whole.amounts.get(row) for row in rows]  # a merged cell says it again on each row
    marks = [place for place, amount in enumerate(said) if amount and (not place or said[place - 1] != amount)]
    if not FEWEST_GROUPS <= len(marks) < len(rows):
        return False
    ends = [mark + 1 for mark in marks]
    by_last, by_first = list(zip([0, *ends], ends, strict=False)), list(pairwise([*marks, len(rows)]))
    for groups in (by_last, by_first):
        printed = (whole.amounts[rows[mark]].value for mark in marks)
        right = [
            end - start for value, (start, end) in zip(printed, groups, strict=True) if value == sums[end] - sums[start]
        ]
        # The sum of a lone row is its amount, which another column may print as well.
        if len(right) >= len(marks) * ROWS_THAT_ADD_UP and max(right) > 1:
            return True
    return False


def is_what_is_left(voted: MoneyColumn, paid: Sequence[MoneyColumn], cancelled: MoneyColumn) -> bool:
    """Whether what is taken back is what was voted less what was paid, on most rows."""
    rows = [row for row in cancelled.amounts if row in voted.amounts]
    good = sum(
        voted.amounts[row].value
        == abs(cancelled.amounts[row].value) + sum(one.amounts[row].value for one in paid if row in one.amounts)
        for row in rows
    )
    return bool(paid) and bool(rows) and good >= len(rows) * ROWS_THAT_ADD_UP
