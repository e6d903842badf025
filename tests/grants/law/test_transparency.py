"""The graded years: only those whose accounts staff typed, the last figure in force, two grades side by side."""

import pytest

from grants.law.transparency import graded_years
from grants.models import AgreementDate, DepartmentBudget
from tests.builders import a_budget, a_deliberation, a_department, a_line, an_agreement_date, an_operator

pytestmark = pytest.mark.django_db

SIRET, OTHER_SIRET = "12345678200010", "73282932000074"


def grades(*departments):
    return [(one.budget.department_id, one.year, one.grade.letter) for one in graded_years(*departments)]


def test_no_figure_no_grade(django_assert_num_queries):
    a_line(amount=500)

    with django_assert_num_queries(1):
        assert graded_years() == ()


def test_each_year_is_weighed_against_its_own_accounts_the_latest_first():
    act = a_deliberation()
    a_line(deliberation=act, amount=1_000, year=2022)
    a_line(deliberation=act, amount=300, year=2023)
    a_line(deliberation=act, amount=100, year=None)  # of the session, 2023
    a_budget(1_000, year=2022)
    a_budget(1_000, year=2023)
    a_budget(1_000, year=2021)

    assert grades() == [("59", 2023, "C"), ("59", 2022, "A"), ("59", 2021, "E")]


def test_one_departement_or_all():
    pas_de_calais = a_department("Pas-de-Calais", code="62")
    a_budget(1_000)
    a_budget(1_000, department=pas_de_calais)

    assert [code for code, _, _ in grades()] == ["59", "62"]
    assert [code for code, _, _ in grades(pas_de_calais)] == ["62"]


def test_drafts_and_money_of_others_raise_no_grade():
    a_line(amount=100)
    a_line(amount=900, outside_budget=True)
    a_line(deliberation=a_deliberation(published=False), amount=900)
    a_budget(1_000)

    assert grades() == [("59", 2023, "D")]


def test_the_strict_grade_counts_the_rows_of_the_strict_file_alone():
    a_department(siret=SIRET)
    a_line(amount=600, operator=an_operator("Connu", siret=OTHER_SIRET))
    a_line(amount=400, operator=an_operator("Inconnu"))
    a_budget(1_000)

    (one,) = graded_years()

    assert (one.grade.letter, one.strict.letter) == ("A", "B")
    assert one.strict.published_cents == 600_00


def test_the_last_entry_of_a_year_is_in_force_and_the_ones_before_are_kept():
    first, other_year = a_budget(5_000), a_budget(1_000, year=2022)
    last = a_budget(1_000)

    assert list(DepartmentBudget.objects.in_force()) == [last, other_year]
    assert first in DepartmentBudget.objects.all()


def test_days_of_signature_follow_the_operator_of_today():
    act, kept, gone = a_deliberation(), an_operator("Réussir"), an_operator("Ancien nom", merged_into=None)
    gone.merged_into = kept
    gone.save()
    of_gone = an_agreement_date(act.session_date, deliberation=act, operator=gone)
    of_kept = an_agreement_date(act.session_date, deliberation=act, operator=kept)

    entries = AgreementDate.objects.by_receiver()

    assert [(entry, entry.receiver) for entry in entries] == [(of_gone, kept.pk), (of_kept, kept.pk)]
