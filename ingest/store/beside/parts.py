"""What surrounds the lines of an act: votes, decisions, recusals, leftovers.

Each kind is compared as a whole with what is stored, and written again only where it differs.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence

from django.db import models

from grants.models import Decision, Deliberation, Leftover, Operator, Recusal, Vote
from grants.search.free_text import search_document
from ingest.reader.records import Leftover as LeftoverRecord
from ingest.reader.records import Reading, TotalRecord, VoteRecord
from ingest.store.names.operators import operator_of_organisation, with_merged
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
# What people said of a leftover: not in the reading, so no difference.
_OF_STAFF = ("set_aside", "set_aside_by", "set_aside_at", "line_pk")
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
    """Write what differs of each kind but totals; gives, in French, the kinds that did."""
    kinds = (
        ("votes", Vote, _votes(act, reading)),
        ("décisions", Decision, _decisions(act, reading)),
        ("déports", Recusal, _recusals(act, reading, with_merged(operators))),
        ("lignes non lues", Leftover, _leftovers(act, leftovers)),
    )
    return [label for label, model, fresh in kinds if _replace(act, model, fresh)]


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
    """With the words of staff on the same text of the same page, and the lines that they made of it."""
    words = defaultdict(deque)
    for stored in act.leftovers.exclude(set_aside="", line_pk=None).order_by("position"):
        words[stored.text, stored.page].append({name: getattr(stored, name) for name in _OF_STAFF})
    fresh = [
        Leftover(deliberation=act, position=position, text=record.text, reason=record.reason, **place(record.source))
        for position, record in enumerate(records, 1)
    ]
    for leftover in fresh:
        if waiting := words.get((leftover.text, leftover.page)):
            for name, value in waiting.popleft().items():
                setattr(leftover, name, value)
    return fresh


def _listed(articles: Sequence[int]) -> str:
    return ", ".join(map(str, articles))
