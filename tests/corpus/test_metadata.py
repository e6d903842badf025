"""What the five real deliberations say of themselves, held against the facts checked by hand."""

import json
from collections import Counter
from functools import cache
from typing import Any

import pytest

from ingest.reader.records import DeliberationRecord, VoteRecord
from portal.french import fold, squeeze
from tests.conftest import CORPUS
from tests.corpus.readings import ACTS, reading

pytestmark = pytest.mark.corpus

TEXTS = (
    "department",
    "body",
    "number",
    "report_reference",
    "title",
    "session_date",
    "received_date",
    "published_date",
    "prefecture_receipt",
    "president",
)
# How the expected files and the record call one count.
COUNTS = {
    "for": "votes_for",
    "against": "against",
    "abstentions": "abstentions",
    "not_voting": "not_voting",
    "absent_without_proxy": "absent_without_proxy",
    "proxies": "proxies",
    "present": "present",
    "present_at_vote": "present",
    "votes_cast": "votes_cast",
    "expressed": "votes_cast",
    "majority": "majority",
    "for_detail": "for_detail",
    "against_detail": "against_detail",
    "abstentions_detail": "abstentions_detail",
    "not_voting_detail": "not_voting_detail",
    "result": "result",
}
# Share of the recusals found, and of those found that are right.
ENOUGH = 0.9


def act(name: str) -> DeliberationRecord:
    return reading(name).deliberation


@cache
def expected(name: str) -> dict[str, Any]:
    return json.loads((CORPUS / "expected" / f"{name}.meta.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ACTS)
def test_act_says_who_when_and_what(name):
    found = {field: squeeze(str(getattr(act(name), field) or "")) for field in TEXTS}
    assert found == {field: squeeze(expected(name)[field] or "") for field in TEXTS}


def test_secretary_where_the_facts_name_one():
    assert act("pdc-2025-237").secretary == expected("pdc-2025-237")["secretary"]


@pytest.mark.parametrize("name", ACTS)
def test_votes_with_their_counts_groups_and_results(name):
    vote = expected(name)["vote"]
    groups = vote.get("groups") or [vote]
    assert len(act(name).votes) == len(groups)
    for found, wanted in zip(act(name).votes, groups, strict=True):
        assert found.articles == tuple(wanted.get("articles") or ())
        assert _counts(found, wanted) == {field: value for field, value in wanted.items() if field in COUNTS}


def _counts(found: VoteRecord, wanted: dict[str, Any]) -> dict[str, Any]:
    return {field: getattr(found, COUNTS[field]) or _nothing(found, field) for field in wanted if field in COUNTS}


def _nothing(found: VoteRecord, field: str) -> int | None:
    """0 where the act prints 0; an empty text and an absent count are both null in the expected files."""
    return 0 if getattr(found, COUNTS[field]) == 0 else None


@pytest.mark.parametrize("name", ACTS)
def test_decisions_with_their_amounts(name):
    found = [(squeeze(one.text), one.amount) for one in act(name).decisions]
    wanted = [(squeeze(one["text"]), one["amount"]) for one in expected(name)["decisions"]]
    assert [text for text, _ in found] == [text for text, _ in wanted]
    assert [None if amount is None else float(amount) for _, amount in found] == [amount for _, amount in wanted]


@pytest.mark.parametrize("name", ACTS)
def test_recusals_name_person_and_organisation(name):
    found = Counter((_name(one.person, name), fold(one.organisation), one.articles) for one in act(name).recusals)
    wanted = Counter(
        (_name(one["person"], name), fold(one["organisation"] or ""), tuple(one.get("articles") or ()))
        for one in expected(name)["recusals"]
    )
    right = (found & wanted).total()
    assert right >= ENOUGH * wanted.total(), wanted - found
    assert right >= ENOUGH * found.total(), found - wanted


def _name(person: str, act_name: str) -> str:
    """The facts of one act give surnames only."""
    if act_name != "nord-2022-273":
        return fold(person)
    return fold(" ".join(word for word in person.split() if word.isupper()) or person)
