"""What the SCDL files lack, counted on the very rows of the files, and which operators would let most rows in."""

from datetime import date

import pytest

from grants.law.readiness import Where, readiness, unblocking, without_siret
from grants.law.scdl.grants import Giver, scdl_rows
from grants.models import GrantLine
from tests.builders import a_deliberation, a_department, a_line, an_agreement_date, an_operator

pytestmark = pytest.mark.django_db

SIRET, OTHER_SIRET = "12345678200010", "73282932000074"


@pytest.fixture
def nord():
    return a_department("Nord", siret=SIRET, payment_terms="unique", legal_name="Département du Nord")


def told(department):
    return readiness(GrantLine.objects.counted(), department)


def lacks(found, *, blocking: bool = True) -> dict[str, int]:
    return {lack.title: lack.rows for lack in (found.blocking if blocking else found.remarks)}


def a_known(name="Réussir"):
    return an_operator(name, siret=OTHER_SIRET)


def test_rows_accepted_and_refused_are_those_of_the_files(nord):
    a_line(operator=a_known(), amount="100.10")
    a_line(operator=an_operator("Sans SIRET"), amount="50.05")
    a_line(operator=a_known(), amount="7", outside_budget=True)

    found = told(nord)
    rows = list(scdl_rows(GrantLine.objects.counted(), Giver.of(nord), ""))

    assert (found.rows, found.accepted) == (len(rows), sum(row.is_accepted for row in rows)) == (3, 1)
    assert (found.amount_cents, found.accepted_cents, found.refused) == (157_15, 100_10, 2)
    assert lacks(found) == {"SIRET du bénéficiaire": 1, "argent hors du budget du département": 1}


def test_what_is_lacking_says_where_it_is_filled_in_and_shows_rows(nord):
    line = a_line(operator=an_operator("Sans SIRET"))

    (lack,) = told(nord).blocking

    assert lack.where == Where.OPERATORS
    assert [(example.line, example.told) for example in lack.examples] == [(line.pk, "Sans SIRET, p.\u00a03")]


def test_the_number_of_the_departement_blocks_every_row():
    a_line(operator=a_known())
    a_line(operator=a_known())

    found = told(a_department())

    assert found.accepted == 0
    assert lacks(found) == {"SIRET du département": 2}


def test_a_row_that_names_nobody_lacks_a_name_and_not_a_number(nord):
    a_line(operator=None)

    assert lacks(told(nord)) == {"nom du bénéficiaire": 1}


def test_what_is_declared_for_want_of_better_is_a_remark_until_staff_type_it(nord):
    line = a_line(operator=a_known())
    assert lacks(told(nord), blocking=False) == {"date de signature de la convention": 1}

    an_agreement_date(date(2023, 7, 1), deliberation=line.deliberation, operator=line.operator)
    assert lacks(told(nord), blocking=False) == {}

    nord.payment_terms = ""
    assert lacks(told(nord), blocking=False) == {"conditions de versement": 1}


def test_operators_that_would_let_most_rows_in_come_first(nord):
    few, many = an_operator("Peu"), an_operator("Beaucoup")
    a_line(operator=few, amount=900_000)
    for _ in range(3):
        a_line(operator=many, amount=10)
    a_line(operator=many, amount=10, outside_budget=True)
    a_line(operator=a_known())
    a_line(operator=None)

    lines = GrantLine.objects.counted()

    assert [(one.operator, one.rows) for one in unblocking(lines, 5)] == [(many, 3), (few, 1)]
    assert [one.operator for one in unblocking(lines, 1)] == [many]
    assert without_siret(lines) == 2


def test_an_act_without_a_session_date_is_unblocked_by_no_number(nord):
    a_line(deliberation=a_deliberation(session_date=None), year=2023)

    assert unblocking(GrantLine.objects.counted(), 5) == ()
    assert "date de la séance" in lacks(told(nord))


def test_typing_the_number_lets_in_the_rows_that_were_promised(nord):
    operator = an_operator("Sans SIRET")
    for _ in range(2):
        a_line(operator=operator)
    (promised,) = unblocking(GrantLine.objects.counted(), 5)

    operator.siret = OTHER_SIRET
    operator.save()

    assert told(nord).accepted == promised.rows == 2
