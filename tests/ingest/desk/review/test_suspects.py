"""Why a total differs: the lines that would close it come first, for the reason said."""

import pytest

from grants.models import Check
from ingest.desk.review.suspects import suspects_of
from tests.builders import a_check, a_deliberation, a_leftover, a_line, a_total

pytestmark = pytest.mark.django_db

PROPOSED = (
    "lecture proposée\u202f: 1\u202f200,00\u00a0€ au lieu de «\u202f120000 €\u202f» (les autres ont des centimes)"
)


def suspects(check: Check, stated: dict[int, str] | None = None):
    act = check.total.deliberation
    return suspects_of(check, list(act.lines.all()), list(act.leftovers.all()), stated or {})


def a_difference(stated: str, computed: str) -> Check:
    return a_check(total=a_total(deliberation=a_deliberation(), amount=stated, line_numbers=[1, 2]), computed=computed)


def test_a_line_whose_other_reading_closes_the_total_comes_first():
    check = a_difference("2200.00", "121000.00")
    act = check.total.deliberation
    a_line(deliberation=act, amount="1000.00", certainty=0.1)
    a_line(deliberation=act, amount="120000.00", certainty=0.5, notes=PROPOSED)

    first, second = suspects(check)

    assert first.line.line == 2
    assert first.choice == "1\u202f200,00\u00a0€"
    assert first.why.endswith("le total tombe juste.")
    assert (second.line.line, second.choice) == (1, "")


@pytest.mark.parametrize(
    ("stated", "precision", "named"), [("40387.00", 1, True), ("40000.00", 1_000_00, True), ("41387.00", 1, False)]
)
def test_a_correction_without_which_the_total_closes_is_named_with_what_was_read(stated, precision, named):
    act = a_deliberation()
    total = a_total(deliberation=act, amount=stated, line_numbers=[1, 2], precision_cents=precision)
    a_line(deliberation=act, amount="1000.00")
    wrong = a_line(deliberation=act, amount="1234567.00", as_read={"amount": "39387.00"})

    found = suspects(a_check(total=total, computed="1235567.00"))

    assert [(suspect.line, suspect.choice, suspect.closes) for suspect in found] == (
        [(wrong, "39\u202f387,00\u00a0€", True)] if named else []
    )


def test_a_line_that_is_the_whole_excess_is_named():
    check = a_difference("1000.00", "1500.00")
    for amount in ("1000.00", "500.00"):
        a_line(deliberation=check.total.deliberation, amount=amount)

    [suspect] = suspects(check)

    assert suspect.line.line == 2
    assert suspect.why == "Sans cette ligne, le total tombe juste."


def test_a_leftover_with_the_amount_that_is_missing_is_named():
    check = a_difference("1980.00", "1000.00")
    act = check.total.deliberation
    a_line(deliberation=act, amount="1000.00")
    a_leftover(deliberation=act, text="Titre sans montant")
    left = a_leftover(deliberation=act, text="Mission locale | 980,00 €")

    [suspect] = suspects(check)

    assert suspect.leftover == left
    assert suspect.place == left


def test_a_nameless_line_with_the_amount_of_another_total_may_be_that_total():
    check = a_difference("1000.00", "1700.00")
    act = check.total.deliberation
    a_line(deliberation=act, amount="1000.00")
    a_line(deliberation=act, amount="700.00", operator_text="")

    whys = [suspect.why for suspect in suspects(check, {70_000: "Total de l’axe 2"})]

    assert any("Total de l’axe 2" in why or "Sans cette ligne" in why for why in whys)
    assert len(whys) == 1, "one reason a line"


def test_lines_of_other_totals_and_other_years_are_left_out():
    check = a_difference("1000.00", "1500.00")
    act = check.total.deliberation
    a_line(deliberation=act, line=9, amount="500.00", certainty=0.1)
    a_line(deliberation=act, line=1, year=2019, amount="500.00", certainty=0.1)

    assert suspects(check) == []


def test_the_least_sure_lines_are_shown_where_nothing_closes():
    check = a_check(
        total=a_total(deliberation=a_deliberation(), amount="10.00", line_numbers=list(range(1, 9))), computed="77.00"
    )
    for certainty in (0.8, 0.1, 0.5, 0.3, 1.0):
        a_line(deliberation=check.total.deliberation, amount="5.00", certainty=certainty)

    assert [suspect.line.certainty for suspect in suspects(check)] == [0.1, 0.3, 0.5]
