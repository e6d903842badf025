"""What surrounds the lines of an act: votes, decisions, recusals, stated totals with their checks, leftovers.

Each kind is compared as a whole with what is stored, and written again only where it differs.
"""

from collections.abc import Iterable, Sequence

from django.db import models

from grants.models import Check, Decision, Deliberation, Leftover, Operator, Recusal, StatedTotal, Vote
from grants.search import search_document
from ingest.reader.records import CheckRecord, Reading, TotalRecord, VoteRecord
from ingest.reader.records import Leftover as LeftoverRecord
from ingest.store.operators import operator_of_organisation, with_merged
from ingest.store.values import cents, columns, cut_to_fit, is_beyond_measure, place, values

_COUNTS = (
    "votes_for",
    "against",
    "abstentions",
    "not_voting",
    "absent_without_proxy",
    "proxies",
    "present",
    "votes_cast",
    "majority",
)
# What people said of a part: not in the reading, so no difference.
_OF_STAFF = (
    *("acknowledgement", "acknowledged_by", "acknowledged_at"),
    *("set_aside", "set_aside_by", "set_aside_at"),
)
_DETAILS = ("result", "for_detail", "against_detail", "abstentions_detail", "not_voting_detail")


def split_impossible(records: Iterable[TotalRecord]) -> tuple[list[TotalRecord], list[LeftoverRecord]]:
    """The totals that can be stored, and as leftovers those that cannot: nothing is dropped."""
    records = list(records)
    impossible = [record for record in records if is_beyond_measure(record.amount)]
    leftovers = [
        LeftoverRecord(f"{record.scope} | {record.text}", "total hors de toute mesure", record.source)
        for record in impossible
    ]
    return [record for record in records if record not in impossible], leftovers


def replace(
    act: Deliberation, reading: Reading, leftovers: Iterable[LeftoverRecord], operators: Iterable[Operator]
) -> list[str]:
    """Write what differs of each kind; gives, in French, the kinds that did."""
    kinds = (
        ("votes", Vote, _votes(act, reading)),
        ("décisions", Decision, _decisions(act, reading)),
        ("déports", Recusal, _recusals(act, reading, with_merged(operators))),
        ("lignes non lues", Leftover, _leftovers(act, leftovers)),
    )
    changed = [label for label, model, fresh in kinds if _replace(act, model, fresh)]
    return [*changed, *(["totaux annoncés"] if _replace_totals(act, reading) else [])]


def _replace(act: Deliberation, model: type[models.Model], fresh: Sequence[models.Model]) -> bool:
    for thing in fresh:
        cut_to_fit(thing)
    fields = columns(model, but=_OF_STAFF)
    stored = model.objects.filter(deliberation=act)
    if [values(thing, fields) for thing in stored.order_by("position")] == [values(thing, fields) for thing in fresh]:
        return False
    stored.delete()
    model.objects.bulk_create(fresh, batch_size=500)
    return True


def _votes(act: Deliberation, reading: Reading) -> list[Vote]:
    return [_vote(act, position, record) for position, record in enumerate(reading.deliberation.votes, 1)]


def _vote(act: Deliberation, position: int, record: VoteRecord) -> Vote:
    return Vote(
        deliberation=act,
        position=position,
        articles=_listed(record.articles),
        page=record.source.page if record.source else None,
        **{name: getattr(record, name) for name in (*_COUNTS, *_DETAILS)},
    )


def _decisions(act: Deliberation, reading: Reading) -> list[Decision]:
    return [
        Decision(
            deliberation=act,
            position=position,
            article=record.article,
            text=record.text,
            amount_cents=None if record.amount is None else cents(record.amount),
            page=record.source.page,
            search_text=search_document([record.text]),
        )
        for position, record in enumerate(reading.deliberation.decisions, 1)
    ]


def _recusals(act: Deliberation, reading: Reading, operators: list[Operator]) -> list[Recusal]:
    return [
        Recusal(
            deliberation=act,
            position=position,
            person=record.person,
            function=record.function,
            organisation=record.organisation,
            articles=_listed(record.articles),
            as_printed=record.as_printed,
            page=record.source.page,
            operator=operator_of_organisation(record.organisation, operators),
        )
        for position, record in enumerate(reading.deliberation.recusals, 1)
    ]


def _leftovers(act: Deliberation, records: Iterable[LeftoverRecord]) -> list[Leftover]:
    return [
        Leftover(deliberation=act, position=position, text=record.text, reason=record.reason, **place(record.source))
        for position, record in enumerate(records, 1)
    ]


def _replace_totals(act: Deliberation, reading: Reading) -> bool:
    """Totals and checks are one kind: a total is stored with its check."""
    record_of = {check.total: check for check in reading.checks}
    fresh = [_total(act, position, record) for position, record in enumerate(reading.totals, 1)]
    for total in fresh:
        cut_to_fit(total)
    checks = {
        total.position: _check(total, record_of[record])
        for total, record in zip(fresh, reading.totals, strict=True)
        if record in record_of
    }
    for check in checks.values():
        cut_to_fit(check)
    stored = list(act.stated_totals.select_related("check_result").order_by("position"))
    before = [_told(total, getattr(total, "check_result", None)) for total in stored]
    if before == [_told(total, checks.get(total.position)) for total in fresh]:
        return False
    act.stated_totals.all().delete()
    StatedTotal.objects.bulk_create(fresh, batch_size=500)
    Check.objects.bulk_create(checks.values(), batch_size=500)
    return True


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


def _listed(articles: Sequence[int]) -> str:
    return ", ".join(map(str, articles))
