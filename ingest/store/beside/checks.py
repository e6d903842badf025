"""Stated totals against the lines as they are stored: the rules of the reader, on what staff corrected.

Only totals whose lines are known are compared again; the others keep what the reader said of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from grants.models import Check, Deliberation, StatedTotal
from ingest.reader.reconcile import NO_LINES, compared, covered_lines
from ingest.reader.records import Box, LineRecord, Source, TotalRecord
from ingest.store.lines.drafts import record_of
from ingest.store.lines.gone import gone_lines
from ingest.store.values import cents

CENTS = 100


@dataclass(frozen=True, slots=True)
class Checker:
    """The lines of an act by number, ready to be held against its totals."""

    by_number: dict[int, list[LineRecord]]

    def check(self, total: StatedTotal, check: Check) -> None:
        """Write in `check`, unsaved, what the lines give now."""
        if not total.line_numbers:
            return
        record = _record(total)
        covered = covered_lines(record, self.by_number)
        if covered:
            found = compared(record, covered)
            check.status = found.status
            check.computed_cents, check.difference_cents = cents(found.computed), cents(found.difference)
            check.note = "" if check.note == NO_LINES else check.note
        else:
            check.status = Check.Status.NOT_COMPARABLE
            check.computed_cents = check.difference_cents = None
            check.note = check.note or NO_LINES


def checker(act: Deliberation) -> Checker:
    """Of the lines stored; a row that a person set aside is known, and counts for nothing."""
    records = [record_of(line) for line in act.lines.select_related("department")]
    records += [replace(record_of(line), amount=Decimal(0)) for line in gone_lines(act, dropped=True)]
    return Checker(_by_number(records))


def _by_number(records: Iterable[LineRecord]) -> dict[int, list[LineRecord]]:
    by_number: dict[int, list[LineRecord]] = {}
    for record in records:
        by_number.setdefault(record.line, []).append(record)
    return by_number


def _record(total: StatedTotal) -> TotalRecord:
    return TotalRecord(
        scope=total.scope,
        table=total.table,
        year=total.year,
        amount=Decimal(total.amount_cents) / CENTS,
        text=total.text,
        where=total.where,
        source=Source(total.page, 0, 0, Box(total.x0, total.y0, total.x1, total.y1)),
        precision=Decimal(total.precision_cents) / CENTS,
        lines=tuple(total.line_numbers),
        outside_budget=total.outside_budget,
    )
