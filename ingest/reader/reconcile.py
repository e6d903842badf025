"""Lines and stated totals → checks: exact sums against what the document says it adds up to.

Every total gives one check. A sum whose lines are not known is said to be not comparable; nothing is corrected.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.reader.records import CheckRecord, LineRecord, TotalRecord
from ingest.reader.rounding import compare
from ingest.reader.scopes import Group, find_group, group_lines

_NO_LINES = "les lignes que ce total additionne ne sont pas dans ce document, ou ne sont pas sûres"


def reconcile(lines: Sequence[LineRecord], totals: Sequence[TotalRecord]) -> tuple[CheckRecord, ...]:
    """One check a total, in order. The total of a check carries the lines that were added up."""
    groups = group_lines(lines)
    by_number: dict[int, list[LineRecord]] = {}
    for line in lines:
        by_number.setdefault(line.line, []).append(line)
    return tuple(_check(total, by_number, groups) for total in totals)


def _check(total: TotalRecord, by_number: dict[int, list[LineRecord]], groups: Sequence[Group]) -> CheckRecord:
    if total.addends:
        return _compared(total, sum(total.addends, Decimal(0)), "colonne qui n’est pas comptée")
    note = ""
    covered = [line for number in total.lines for line in by_number.get(number, []) if line.year in (total.year, None)]
    if total.year is None:
        covered = [line for number in total.lines for line in by_number.get(number, [])]
    if not covered:
        group = find_group(total, groups)
        if group is None:
            return CheckRecord(total, "not comparable", None, None, _NO_LINES)
        note = group.note
        covered = [line for line in group.lines if total.year is None or line.year in (total.year, None)]
        total = replace(total, lines=tuple(dict.fromkeys(line.line for line in covered)))
    return _compared(total, sum((line.amount for line in covered), Decimal(0)), note)


def _compared(total: TotalRecord, computed: Decimal, note: str) -> CheckRecord:
    status = compare(total.amount, computed, total.precision)
    return CheckRecord(total, status, computed, computed - total.amount, note)
