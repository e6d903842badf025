"""What the page of an act puts together: articles in words, shares of a vote, totals and their checks."""

import pytest

from grants.acts import articles_told, checked_total, checked_totals, recusal_groups, vote_table
from grants.models import Check, Recusal, StatedTotal, Vote


@pytest.mark.parametrize(
    ("articles", "told"),
    [
        ("", ""),
        ("4", "article 4"),
        ("1, 2", "articles 1 et 2"),
        ("5, 6, 7", "articles 5 à 7"),
        ("1, 3, 8", "articles 1, 3 et 8"),
        ("article unique", "article unique"),
    ],
)
def test_articles_are_told_in_words(articles, told):
    assert articles_told(articles) == told


def test_shares_of_a_vote_leave_out_those_who_did_not_take_part():
    (share,) = vote_table([Vote(votes_for=17, against=16, abstentions=1, not_voting=28)]).shares

    assert (share.votes_for, share.against, share.abstentions) == (50.0, 47.1, 2.9)
    assert share.counted


def test_a_vote_without_a_count_has_no_bar():
    table = vote_table([Vote(result="Adopté")])

    assert not table.shares[0].counted
    assert not table.not_voting
    assert table.details == ()


def test_votes_that_say_the_same_are_told_together():
    votes = [
        Vote(articles="1", for_detail="Tous"),
        Vote(articles="2", for_detail="Tous"),
        Vote(articles="3", against_detail="Un groupe"),
        Vote(articles="4"),
    ]

    assert vote_table(votes).details == (
        ("article 1\u202f; article 2", (("Pour", "Tous"),)),
        ("article 3", (("Contre", "Un groupe"),)),
    )


def test_recusals_are_grouped_by_organisation_whatever_its_case_then_by_articles():
    recusals = [
        Recusal(person="A", organisation="CCAS d'Arras"),
        Recusal(person="B", organisation="ccas d’Arras"),
        Recusal(person="C", organisation="CCAS d'Arras", articles="2"),
        Recusal(person="D", articles="1, 2"),
    ]

    groups = recusal_groups(recusals)

    assert [[recusal.person for recusal in group.recusals] for group in groups] == [["A", "B"], ["C"], ["D"]]
    assert groups[2].articles == "articles 1 et 2"


def test_differences_come_first_and_no_total_is_lost():
    totals = [StatedTotal(scope=status.value) for status in Check.Status]
    for total, status in zip(totals, Check.Status, strict=True):
        Check(total=total, status=status.value)
    unchecked = StatedTotal(scope="sans contrôle")

    found = checked_totals([*totals, unchecked], fold_after=5)

    assert [checked.total.scope for checked in found.shown] == ["different", "rounded", "equal"]
    assert [checked.total.scope for checked in found.not_comparable] == ["not comparable", "sans contrôle"]
    assert found.summary.checked == 3
    assert found.equal == ()
    assert [checked.total.scope for checked in checked_totals(totals, fold_after=0).equal] == ["equal"]


@pytest.mark.parametrize(
    ("status", "sign"), [("equal", "yes"), ("rounded", "yes"), ("different", "no"), ("not comparable", "doubt")]
)
def test_a_check_is_shown_by_a_sign(status, sign):
    total = StatedTotal(scope="Total")
    Check(total=total, status=status)

    (checked,) = (*(found := checked_totals([total], fold_after=1)).shown, *found.not_comparable)

    assert checked.sign == sign


def test_remarks_on_a_total_say_its_year_its_place_and_its_rounding():
    plain = StatedTotal(scope="Total", where=StatedTotal.Where.TABLE)
    rounded = StatedTotal(
        year=2023, where=StatedTotal.Where.REPORT, precision_cents=100_000_000, text="7 M€", outside_budget=True
    )

    assert checked_total(plain).remarks == ["ligne de tableau"]
    assert checked_total(rounded).remarks == [
        "2023",
        "rapport",
        "imprimé «\u202f7 M€\u202f»",
        "hors budget du département",
    ]
