"""The three months of decree 2017-779: who is concerned, from which day, until when, published or not."""

from datetime import UTC, date, datetime

import pytest

from grants import history
from grants.law.agreements import agreements, late_count, of_act
from grants.law.clocks import State, deadline_of
from grants.law.scdl.grants import ACCEPTED
from grants.models import GrantLine
from tests.builders import a_deliberation, a_department, a_line, an_agreement_date, an_operator

pytestmark = pytest.mark.django_db

TODAY = date(2023, 10, 6)
VOTE = date(2023, 6, 26)  # three months later: 26 September 2023


def told(today: date = TODAY, **asked):
    return agreements(GrantLine.objects.all(), today=today, **asked)


def the_clock(**asked):
    (one,) = told(**asked).concerned
    (clock,) = one.clocks
    return clock


def a_draft(**fields):
    return a_deliberation(published=False, session_date=VOTE, **fields)


# ---- who is concerned --------------------------------------------------------------------------------------------


def test_more_than_the_threshold_a_year_is_concerned_and_no_less():
    act = a_draft()
    a_line(deliberation=act, operator=an_operator("Au seuil"), amount="23000.00")
    a_line(deliberation=act, operator=an_operator("Un centime de plus"), amount="23000.01")

    assert [one.operator.name for one in told().concerned] == ["Un centime de plus"]


def test_small_grants_of_one_year_are_added_up_and_those_of_two_years_are_not():
    act, other = a_draft(), a_draft()
    operator, spread = an_operator("Ensemble"), an_operator("Étalé")
    a_line(deliberation=act, operator=operator, amount=12_000)
    a_line(deliberation=other, operator=operator, amount=12_000)
    a_line(deliberation=act, operator=spread, amount=12_000, line=9, year=2023)
    a_line(deliberation=act, operator=spread, amount=12_000, line=9, year=2024)

    (one,) = told().concerned

    assert (one.operator, one.year, one.amount_cents) == (operator, 2023, 24_000_00)
    assert {clock.act for clock in one.clocks} == {act, other}


def test_grants_of_two_authorities_are_never_added_up():
    operator = an_operator()
    a_line(deliberation=a_draft(), operator=operator, amount=12_000)
    pas_de_calais = a_department("Pas-de-Calais", code="62")
    a_line(deliberation=a_draft(department=pas_de_calais, number="2023-259"), operator=operator, amount=12_000)

    assert told().concerned == ()


def test_money_outside_the_budget_and_lines_for_nobody_are_not_concerned():
    act = a_draft()
    a_line(deliberation=act, amount=50_000, outside_budget=True)
    a_line(deliberation=act, amount=50_000, operator=None)

    assert told().concerned == ()


def test_operators_of_public_law_are_counted_apart_and_an_unknown_kind_stays():
    act = a_draft()
    a_line(deliberation=act, operator=an_operator("CCAS de Maubeuge", kind="ccas"), amount=50_000)
    a_line(deliberation=act, operator=an_operator("Réussir", kind=""), amount=50_000)
    a_line(deliberation=act, operator=an_operator("Aide et travail", kind="association"), amount=40_000)

    found = told()

    assert found.of_public_law == 1
    assert [(one.operator.name, one.is_private) for one in found.concerned] == [
        ("Réussir", None),
        ("Aide et travail", True),
    ]


def test_an_agreement_from_before_the_decree_has_no_clock():
    a_line(deliberation=a_deliberation(published=False, session_date=date(2017, 7, 31)), amount=50_000)

    assert told().concerned == ()


# ---- from which day, until when ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "deadline"),
    [
        (date(2023, 6, 26), date(2023, 9, 26)),
        (date(2023, 11, 30), date(2024, 2, 29)),
        (date(2022, 11, 30), date(2023, 2, 28)),
        (date(2023, 12, 31), date(2024, 3, 31)),
        (date(2023, 9, 15), date(2023, 12, 15)),
    ],
)
def test_three_months_end_on_the_same_day_or_the_last_of_the_month(day, deadline):
    assert deadline_of(day) == deadline


def test_a_draft_past_its_day_is_late_since_that_day():
    a_line(deliberation=a_draft(), amount=50_000)

    clock = the_clock()

    assert (clock.state, clock.days, clock.starts_on, clock.deadline) == (State.LATE, 10, VOTE, date(2023, 9, 26))
    assert clock.signed_on is None
    assert "date de signature" in clock.lacks


def test_the_last_day_is_still_in_time():
    a_line(deliberation=a_draft(), amount=50_000)

    assert (the_clock(today=date(2023, 9, 26)).state, the_clock(today=date(2023, 9, 26)).days) == (State.RUNNING, 0)
    assert the_clock(today=date(2023, 9, 27)).state == State.LATE


def test_the_signature_that_staff_typed_starts_the_clock_and_the_last_entry_stands():
    act, operator = a_draft(), an_operator()
    a_line(deliberation=act, operator=operator, amount=50_000)
    an_agreement_date(date(2023, 7, 1), deliberation=act, operator=operator)
    an_agreement_date(date(2023, 8, 10), deliberation=act, operator=operator)

    clock = the_clock()

    assert (clock.signed_on, clock.deadline, clock.state) == (date(2023, 8, 10), date(2023, 11, 10), State.RUNNING)
    assert clock.days == 35
    assert "date de signature" not in clock.lacks


def test_a_signature_taken_back_gives_the_vote_again():
    act, operator = a_draft(), an_operator()
    a_line(deliberation=act, operator=operator, amount=50_000)
    an_agreement_date(date(2023, 8, 10), deliberation=act, operator=operator)
    an_agreement_date(None, deliberation=act, operator=operator)

    assert the_clock().starts_on == VOTE


def test_a_signature_follows_an_operator_reunited_to_another():
    act, operator, old = a_draft(), an_operator("Réussir"), an_operator("Réussir (ancien nom)")
    a_line(deliberation=act, operator=operator, amount=50_000)
    an_agreement_date(date(2023, 8, 10), deliberation=act, operator=old)
    old.merged_into = operator
    old.save()

    assert the_clock().signed_on == date(2023, 8, 10)


def test_an_act_without_any_date_says_so():
    act = a_deliberation(published=False, session_date=None)
    a_line(deliberation=act, amount=50_000, year=2023)

    clock = the_clock()

    assert (clock.state, clock.deadline) == (State.UNDATED, None)


# ---- published or not --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("online", "state", "days"),
    [(date(2023, 9, 26), State.ON_TIME, 0), (date(2023, 9, 30), State.PUBLISHED_LATE, 4)],
)
def test_an_act_online_is_in_time_or_late_for_ever(online, state, days):
    moment = datetime(online.year, online.month, online.day, 12, tzinfo=UTC)
    a_line(deliberation=a_deliberation(session_date=VOTE, published_at=moment), amount=50_000)

    assert (the_clock().state, the_clock().days, the_clock().published_on) == (state, days, online)


def test_an_act_put_back_online_counts_from_the_first_time():
    act = a_deliberation(session_date=VOTE, published_at=datetime(2023, 12, 1, 12, tzinfo=UTC))
    a_line(deliberation=act, amount=50_000)
    history.published(act)
    act.changes.update(at=datetime(2023, 7, 3, 12, tzinfo=UTC))

    assert the_clock().published_on == date(2023, 7, 3)


def test_a_withdrawn_act_is_not_published():
    act = a_draft(published_at=datetime(2023, 7, 3, 12, tzinfo=UTC))
    a_line(deliberation=act, amount=50_000)

    assert the_clock().state == State.LATE


def test_essential_data_that_staff_have_not_typed_are_named():
    department = a_department(siret="22590001800012")
    act, operator = a_draft(department=department), an_operator("Réussir", siret="")
    a_line(deliberation=act, operator=operator, amount=50_000)
    an_agreement_date(VOTE, deliberation=act, operator=operator)

    assert the_clock().lacks == ("SIRET du bénéficiaire",)


def test_the_strict_file_holds_what_is_public_and_numbered_and_no_more():
    department = a_department(siret="12345678200010")
    known = an_operator("Connu", siret="73282932000074")
    online, draft = a_deliberation(department=department, session_date=VOTE), a_draft(department=department)
    a_line(deliberation=online, operator=known, amount=50_000)
    a_line(deliberation=draft, operator=known, amount=50_000)
    a_line(deliberation=online, operator=an_operator("Inconnu"), amount=50_000)

    found = {(one.operator, clock.act): clock.in_strict_file for one in told().concerned for clock in one.clocks}

    assert [key for key, is_in in found.items() if is_in] == [(known, online)]
    assert set(GrantLine.objects.counted().filter(ACCEPTED).values_list("operator", flat=True)) == {known.pk}


# ---- several -----------------------------------------------------------------------------------------------------


def test_what_presses_most_comes_first():
    for name, day in (("tôt", date(2023, 6, 1)), ("tard", date(2023, 8, 1)), ("vieux", date(2023, 3, 1))):
        act = a_deliberation(published=False, session_date=day)
        a_line(deliberation=act, operator=an_operator(name), amount=50_000)

    assert [one.operator.name for one in told().concerned] == ["vieux", "tôt", "tard"]


def test_the_clocks_of_an_act_weigh_the_whole_year_and_show_its_own():
    act, other, operator = a_draft(), a_draft(), an_operator()
    a_line(deliberation=act, operator=operator, amount=12_000)
    a_line(deliberation=other, operator=operator, amount=30_000)
    a_line(deliberation=other, operator=an_operator("Un autre"), amount=30_000)

    (one,) = of_act(act, today=TODAY).concerned

    assert one.amount_cents == 42_000_00
    assert [(clock.act, clock.amount_cents) for clock in one.clocks] == [(act, 12_000_00)]


def test_late_agreements_are_counted_for_all_and_published_ones_are_not_late():
    a_line(deliberation=a_draft(), operator=an_operator("Un"), amount=50_000)
    a_line(deliberation=a_deliberation(session_date=VOTE), operator=an_operator("Deux"), amount=50_000)

    assert late_count(TODAY) == 1
    assert late_count(date(2023, 9, 1)) == 0


def test_as_many_questions_for_many_operators(django_assert_max_num_queries):
    act = a_draft()
    for number in range(30):
        a_line(deliberation=act, operator=an_operator(f"Opérateur {number}"), amount=50_000)

    with django_assert_max_num_queries(5):
        assert len(told().concerned) == 30
