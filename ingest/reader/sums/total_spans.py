"""Total rows → the rows of lines that each of them adds up.

A total covers the lines above it back to some earlier total. Which one is told by the sum that closes; where none
closes, by the order of the rows. A heading that carries the total of the lines below it covers those.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from ingest.reader.records import Column, Row
from ingest.reader.roles.row_amounts import RowAmounts
from ingest.reader.vocabulary import SUBTOTAL_LABELS, TOTAL_LABELS, phrase

_OPENINGS = tuple(f"{label} " for label in TOTAL_LABELS | SUBTOTAL_LABELS)


@dataclass(frozen=True, slots=True)
class Span:
    """The total at `row` adds up the line rows `lines` (indexes in the grid); `adds_up`: its sums close."""

    row: int
    lines: tuple[int, ...]
    adds_up: bool

    def covers(self, other: "Span") -> bool:
        """Whether this total adds up again all that the other one does, and more or later."""
        mine, theirs = set(self.lines), set(other.lines)
        return bool(theirs) and mine >= theirs and (len(mine) > len(theirs) or self.row > other.row)


def find_spans(rows: tuple[Row, ...], columns: tuple[Column, ...], amounts: RowAmounts) -> dict[int, Span]:
    """The span of each total row of the table, by row index; a total with no line to add up has an empty span."""
    money = [column.index for column in columns if column.role == "amount"]
    money += [column.index for column in columns if column.role == "amount_other"]
    spans: dict[int, Span] = {}
    starts = [0]
    for row in rows:
        if row.kind not in ("total", "subtotal"):
            continue
        span = None
        if row.label and not opens_with_total(row.label):
            span = _span_below(row, rows, money, amounts)
        span = span or _span_above(row, rows, starts, money, amounts)
        spans[row.index] = span
        starts.append(row.index + 1)
    return spans


def opens_with_total(label: str) -> bool:
    """Whether a label names a total rather than what the total is of."""
    return f"{phrase(label)} ".startswith(_OPENINGS)


def _span_above(row: Row, rows: tuple[Row, ...], starts: list[int], money: list[int], amounts: RowAmounts) -> Span:
    """Back to the nearest earlier total from which the sum closes, else to the nearest that leaves lines to add."""
    blocks = [_lines(rows[start : row.index]) for start in reversed(starts)]
    blocks = [block for block in blocks if block]
    for block in blocks:
        if closes(row.index, block, money, amounts):
            return Span(row.index, block, True)
    if not blocks:
        return _span_below(row, rows, money, amounts) or Span(row.index, (), False)
    # No sum closes: directly under another total it is a total of totals, elsewhere it ends the block above it.
    directly_under = rows[row.index - 1].kind in ("total", "subtotal")
    return Span(row.index, blocks[-1] if directly_under else blocks[0], False)


def _span_below(row: Row, rows: tuple[Row, ...], money: list[int], amounts: RowAmounts) -> Span | None:
    """The lines under a heading that carries an amount, where they add up to it."""
    end = next((later.index for later in rows[row.index + 1 :] if later.kind in ("total", "subtotal")), len(rows))
    block = _lines(rows[row.index + 1 : end])
    return Span(row.index, block, True) if block and closes(row.index, block, money, amounts) else None


def _lines(rows: Iterable[Row]) -> tuple[int, ...]:
    return tuple(row.index for row in rows if row.kind == "line")


def closes(total: int, lines: tuple[int, ...], money: list[int], amounts: RowAmounts) -> bool:
    """Whether, in the first column of money where the total states an amount over some line, the sums are equal."""
    for column in money:
        stated = amounts.get((total, column))
        printed = [amounts[line, column].amount for line in lines if (line, column) in amounts]
        if stated and printed:
            exact = sum((amount.value for amount in printed), Decimal(0))
            return abs(exact - stated.amount.value) < stated.amount.precision
    return False
