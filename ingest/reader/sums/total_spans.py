"""Total rows → the rows of lines that each of them adds up.

A total covers the lines above it back to some earlier total. Which one is told by the sum that closes; where none
closes, by the order of the rows. A heading that carries the total of the lines below it covers those.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from ingest.reader.grant_rows.row_amounts import RowAmounts
from ingest.reader.records import Cell, Column, Row
from ingest.reader.vocabulary.phrases import phrase
from ingest.reader.vocabulary.rows import opens_with_total


@dataclass(frozen=True, slots=True)
class TotalSpan:
    """The total at `row` adds up the line rows `lines` (indexes in the grid); `adds_up`: its sums close."""

    row: int
    lines: tuple[int, ...]
    adds_up: bool


def find_spans(rows: tuple[Row, ...], columns: tuple[Column, ...], amounts: RowAmounts) -> dict[int, TotalSpan]:
    """The span of each total row of the table, by row index; a total with no line to add up has an empty span."""
    money = [column.index for column in columns if column.role == "amount"]
    money += [column.index for column in columns if column.role == "amount_other"]
    lines = _Lines(rows, money, amounts)
    totals = [row for row in rows if row.kind in ("total", "subtotal")]
    spans: dict[int, TotalSpan] = {}
    starts = [0]
    ends = [*(lines.above(row.index) for row in totals[1:]), len(lines.rows)]
    for place, (row, end) in enumerate(zip(totals, ends, strict=False)):
        span = None
        if row.label and not opens_with_total(row.label):
            # « CANTON DE BOR | 900 € » right over « Lure | 500 € » adds up what several headings under it do.
            over_another = rows[row.index + 1 : row.index + 2] == tuple(totals[place + 1 : place + 2])
            span = _span_below(row.index, ends[place:] if over_another else [end], lines)
        directly_under = rows[row.index - 1].kind in ("total", "subtotal")
        named = [] if directly_under else _start_of_named(row, rows, lines)
        spans[row.index] = span or _span_above(row.index, [*starts, *named], end, lines, directly_under=directly_under)
        starts.append(lines.above(row.index))
    return spans


def inner_totals(spans: Iterable[TotalSpan]) -> set[int]:
    """The rows of the totals that another one adds up again: its lines are theirs and more, or it stands later."""
    inner: set[int] = set()
    furthest = -1
    # A span is a stretch of lines: those that hold it come before it in this order.
    for span in sorted(
        (span for span in spans if span.lines), key=lambda span: (span.lines[0], -span.lines[-1], -span.row)
    ):
        if span.lines[-1] <= furthest:
            inner.add(span.row)
        furthest = max(furthest, span.lines[-1])
    return inner


def _start_of_named(total: Row, rows: tuple[Row, ...], lines: "_Lines") -> list[int]:
    """How many lines stand above those that a total names, « Sous-total La Ruche » under rows of La Ruche, or that are
    of one cell with it: none where it names no row right above it."""
    label = f" {phrase(total.label)}"
    merged = [cell.row for cell in total.cells if cell and cell.row < total.index]
    if merged:
        return [lines.above(max(merged))]
    start = last = lines.above(total.index)
    while start and any(_ends_with(label, cell) for cell in rows[lines.rows[start - 1]].cells):
        start -= 1
    return [start] if start < last else []


def _ends_with(label: str, cell: Cell | None) -> bool:
    """Whether a label goes on, after a word of totals, with the text of a cell and ends."""
    return cell is not None and bool(cell.text) and label.endswith(f" {phrase(cell.text)}")


def _span_above(row: int, starts: list[int], end: int, lines: "_Lines", *, directly_under: bool) -> TotalSpan:
    """Back to the nearest earlier total from which the sum closes, else to the nearest that leaves lines to add.

    `starts`: how many lines stand above each earlier total, `end`: above the next one.
    """
    last = lines.above(row)
    if not last:
        return _span_below(row, [end], lines) or TotalSpan(row, (), False)
    for start in reversed(starts):
        if start < last and lines.close(row, start, last):
            return TotalSpan(row, lines.rows[start:last], True)
    # No sum closes: directly under another total it is a total of totals, elsewhere it ends the block above it.
    start = 0 if directly_under else next(start for start in reversed(starts) if start < last)
    return TotalSpan(row, lines.rows[start:last], False)


def _span_below(row: int, ends: Iterable[int], lines: "_Lines") -> TotalSpan | None:
    """The lines under a heading that carries an amount, where they add up to it down to one of these `ends`."""
    start = lines.above(row)
    found = (end for end in ends if start < end and lines.close(row, start, end))
    return next((TotalSpan(row, lines.rows[start:end], True) for end in found), None)


class _Lines:
    """The line rows of a table, their amounts added up from the top: the sum of any stretch is a difference of two."""

    def __init__(self, rows: tuple[Row, ...], money: list[int], amounts: RowAmounts) -> None:
        self.rows = tuple(row.index for row in rows if row.kind == "line")
        self._amounts = amounts
        # Column → how many amounts, and their sum, over each line and below the last one.
        self._printed = {column: [(0, Decimal(0))] for column in money}
        for column, printed in self._printed.items():
            for row in self.rows:
                count, total = printed[-1]
                read = amounts.get((row, column))
                printed.append((count + 1, total + read.amount.value) if read else (count, total))

    def above(self, row: int) -> int:
        """How many lines stand above a row."""
        return bisect_left(self.rows, row)

    def close(self, total: int, start: int, end: int) -> bool:
        """Whether the lines from the `start`th to the `end`th add up to a total, as `closes` says it."""
        for column, printed in self._printed.items():
            stated = self._amounts.get((total, column))
            (count, before), (count_after, after) = printed[start], printed[end]
            if stated and count_after > count:
                return abs(after - before - stated.amount.value) < stated.amount.precision
        return False
