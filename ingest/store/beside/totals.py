"""The totals that an act states, each with its check against the lines: compared as a whole with what is stored."""

from collections.abc import Iterable, Mapping

from grants.models import Check, Deliberation, StatedTotal
from ingest.reader.records import CheckRecord, Reading, TotalRecord
from ingest.store.beside.checks import checker
from ingest.store.lines.changes import LineDifference
from ingest.store.values import cents, columns, cut_to_fit, place, values

# What people said of a check: not in the reading, so no difference.
_OF_STAFF = ("acknowledgement", "acknowledged_by", "acknowledged_at")


def replace_totals(act: Deliberation, reading: Reading, difference: LineDifference) -> list[str]:
    """Write them where they differ; gives, in French, what did. To be called once the lines are written.

    Where staff decided over lines, these are added up as they stand, rows of their own included.
    """
    record_of = {check.total: check for check in reading.checks}
    fresh = [_total(act, position, record) for position, record in enumerate(reading.totals, 1)]
    stored = list(act.stated_totals.select_related("check_result").order_by("position"))
    for total in fresh:
        cut_to_fit(total)
        total.line_numbers += _added_numbers(total, stored, difference.numbers)
    checks = {
        total.position: _check(total, record_of[record])
        for total, record in zip(fresh, reading.totals, strict=True)
        if record in record_of
    }
    for check in checks.values():
        cut_to_fit(check)
    if difference.is_decided:
        lines = checker(act)
        for check in checks.values():
            lines.check(check.total, check)
    before = [_told(total, getattr(total, "check_result", None)) for total in stored]
    if before == [_told(total, checks.get(total.position)) for total in fresh]:
        return []
    _carry_words(stored, checks.values())
    act.stated_totals.all().delete()
    StatedTotal.objects.bulk_create(fresh, batch_size=500)
    Check.objects.bulk_create(checks.values(), batch_size=500)
    return ["totaux annoncés"]


_TOTAL_FIELDS = columns(StatedTotal)
_CHECK_FIELDS = columns(Check, but=("total", *_OF_STAFF))


def _told(total: StatedTotal, check: Check | None) -> tuple:
    return values(total, _TOTAL_FIELDS), values(check, _CHECK_FIELDS) if check else None


def _total(act: Deliberation, position: int, record: TotalRecord) -> StatedTotal:
    return StatedTotal(
        deliberation=act,
        position=position,
        scope=record.scope,
        table=record.table,
        year=record.year,
        amount_cents=cents(record.amount),
        precision_cents=cents(record.precision),
        text=record.text,
        where=record.where,
        outside_budget=record.outside_budget,
        line_numbers=list(record.lines),
        **place(record.source),
    )


def _check(total: StatedTotal, record: CheckRecord) -> Check:
    return Check(
        total=total,
        status=record.status,
        computed_cents=None if record.computed is None else cents(record.computed),
        difference_cents=None if record.difference is None else cents(record.difference),
        note=record.note,
    )


def _added_numbers(total: StatedTotal, stored: Iterable[StatedTotal], numbers: Mapping[int, int]) -> list[int]:
    """The rows that staff added and counted in this total, as they are numbered now."""
    told = (total.scope, total.table, total.year, total.where)
    same = [one for one in stored if (one.scope, one.table, one.year, one.where) == told]
    counted = {numbers[old] for one in same[:1] for old in one.line_numbers if old in numbers}
    return sorted(counted - set(total.line_numbers))


def _carry_words(stored: Iterable[StatedTotal], checks: Iterable[Check]) -> None:
    """The words of staff on differences that are the same in the same totals."""
    said = {
        (total.scope, total.year, total.amount_cents, check.difference_cents): check
        for total in stored
        if (check := getattr(total, "check_result", None)) and check.acknowledgement
    }
    for check in checks:
        total = check.total
        if before := said.get((total.scope, total.year, total.amount_cents, check.difference_cents)):
            for name in _OF_STAFF:
                setattr(check, name, getattr(before, name))
