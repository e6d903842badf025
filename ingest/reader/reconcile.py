"""Lines and stated totals → checks: exact sums against what the document says it adds up to.

Every total gives one check. A sum whose lines are not known is said to be not comparable; nothing is corrected.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.reader.money.money_words import holds
from ingest.reader.records import CheckRecord, LineRecord, TotalRecord
from ingest.reader.sums.line_groups import Group, group_lines, whole_of_tables
from ingest.reader.sums.rounding import compare
from ingest.reader.sums.scopes import find_group
from ingest.reader.vocabulary.money import GRANTS
from ingest.reader.vocabulary.phrases import phrase

NO_LINES = "les lignes que ce total additionne ne sont pas dans ce document, ou ne sont pas sûres"


def reconcile(lines: Sequence[LineRecord], totals: Sequence[TotalRecord]) -> tuple[CheckRecord, ...]:
    """One check a total, in order. The total of a check carries the lines that were added up."""
    if not totals:
        return ()
    groups = group_lines(lines)
    decided = Counter(total.year for total in totals if total.where == "decision")
    by_number: dict[int, list[LineRecord]] = {}
    for line in lines:
        by_number.setdefault(line.line, []).append(line)
    whole = whole_of_tables(groups)
    checks = []
    for total in totals:
        alone = total.where == "decision" and decided[total.year] == 1 and holds(phrase(total.scope), GRANTS)
        checks.append(_check(total, by_number, groups, whole if alone else None))
    return tuple(checks)


def _check(
    total: TotalRecord, by_number: dict[int, list[LineRecord]], groups: Sequence[Group], whole: Group | None
) -> CheckRecord:
    """One check. `whole`: all printed lines, for the only sum of a decision whose lines stand in one table."""
    if total.addends:
        return _compared(total, sum(total.addends, Decimal(0)), "colonne qui n’est pas comptée")
    note = ""
    covered = covered_lines(total, by_number)
    if not covered:
        group = find_group(total, groups) or whole
        if group is None or group.sum_of(total.year) is None:
            return CheckRecord(total, "not comparable", None, None, NO_LINES)
        note = group.note
        covered = [line for line in group.lines if total.year is None or line.year in (total.year, None)]
        total = replace(total, lines=tuple(dict.fromkeys(line.line for line in covered)))
    return compared(total, covered, note)


def covered_lines(total: TotalRecord, by_number: Mapping[int, Sequence[LineRecord]]) -> list[LineRecord]:
    """Of the lines that a total names, by number, those of its year and those of none; all where it has no year."""
    named = [line for number in total.lines for line in by_number.get(number, ())]
    return [line for line in named if total.year is None or line.year in (total.year, None)]


def compared(total: TotalRecord, lines: Iterable[LineRecord], note: str = "") -> CheckRecord:
    """The check of a total against these lines."""
    return _compared(total, sum((line.amount for line in lines), Decimal(0)), note)


def _compared(total: TotalRecord, computed: Decimal, note: str) -> CheckRecord:
    status = compare(total.amount, computed, total.precision)
    return CheckRecord(total, status, computed, computed - total.amount, note)
