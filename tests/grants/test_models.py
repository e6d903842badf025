"""What the database holds to, whoever writes: one line a row and year, one name a heading, addresses, cents."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from grants.models import Deliberation, GrantLine, Operator, OperatorName, Programme, Territory
from tests.builders import (
    a_check,
    a_commune,
    a_deliberation,
    a_department,
    a_leftover,
    a_line,
    a_programme,
    a_recusal,
    a_territory,
    a_total,
    an_operator,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("year", [2023, None])
def test_printed_row_has_one_line_a_year(year):
    line = a_line(line=4, year=year)
    a_line(line=5, year=year)
    a_line(line=4, year=2024)

    with pytest.raises(IntegrityError):
        a_line(deliberation=line.deliberation, line=4, year=year)


def test_rows_are_told_apart_across_acts():
    first, second = a_line(line=1), a_line(line=1, deliberation=a_deliberation())
    other_year = a_line(deliberation=first.deliberation, line=1, year=2025)

    assert first.row_key != second.row_key
    assert first.row_key == other_year.row_key == GrantLine.row_key_for(first.deliberation_id, 1)


@pytest.mark.parametrize("amount", ["12500.00", "-450.50", "0.00", "7000000.01"])
def test_amount_comes_back_to_the_cent(amount):
    line = a_line(amount=amount)
    line.refresh_from_db()

    assert line.amount == Decimal(amount)


def test_programme_has_one_name_a_department_and_subprogramme_one_a_programme():
    iae, mobility = a_programme("Parcours IAE"), a_programme("Mobilité")
    a_programme("Accompagnement", parent=iae)
    a_programme("Accompagnement", parent=mobility)
    a_programme("Parcours IAE", department=a_department("Aisne", code="02"))

    assert Programme.objects.count() == 5
    with pytest.raises(IntegrityError), transaction.atomic():
        Programme.objects.create(department=iae.department, name="PARCOURS IAE", folded="parcours iae")
    with pytest.raises(IntegrityError), transaction.atomic():
        Programme.objects.create(department=iae.department, parent=iae, name="X", folded="accompagnement")


def test_territory_has_one_name_a_department():
    territory = a_territory("Hénin-Carvin")

    with pytest.raises(IntegrityError):
        Territory.objects.create(department=territory.department, name="HENIN CARVIN", folded="henin carvin")


def test_operator_has_one_key_and_a_spelling_one_operator():
    operator = an_operator("AFEJI")

    with pytest.raises(IntegrityError), transaction.atomic():
        Operator.objects.create(name="Afeji", key="afeji")
    with pytest.raises(IntegrityError), transaction.atomic():
        OperatorName.objects.create(operator=operator, name="AFEJI")


def test_file_is_the_source_of_one_act():
    a_deliberation(content=b"%PDF-1.7").source.close()

    with pytest.raises(IntegrityError):
        a_deliberation(content=b"%PDF-1.7")


@pytest.mark.parametrize(
    ("code", "number", "slug"),
    [
        ("59", "DIPLE/2022/273", "59-diple-2022-273"),
        ("62", "2023-259", "62-2023-259"),
        ("2A", "N° 12", "2a-n-12"),
    ],
)
def test_address_of_an_act_is_its_department_and_number(code, number, slug):
    assert Deliberation.slug_for(code, number) == slug


def test_acts_and_lines_deleted_take_what_is_theirs_and_nothing_else():
    line = a_line(operator=an_operator(commune=a_commune()))
    act = line.deliberation
    a_check(total=a_total(deliberation=act))
    a_leftover(deliberation=act)
    a_recusal(deliberation=act, operator=line.operator)

    act.delete()

    assert not GrantLine.objects.exists()
    assert Operator.objects.get().commune.name == "Maubeuge"


@pytest.mark.parametrize("named", ["operator", "programme", "department"])
def test_what_a_line_points_to_is_not_deleted(named):
    line = a_line()

    with pytest.raises(ProtectedError):
        getattr(line, named).delete()


def test_draft_counts_nowhere():
    public, _ = a_line(amount=10), a_line(amount=20, deliberation=a_deliberation(published=False))

    assert list(GrantLine.objects.counted()) == [public]
    assert list(Deliberation.objects.published()) == [public.deliberation]


def test_programme_holds_the_lines_of_its_subprogrammes():
    iae = a_programme("Parcours IAE")
    inside = a_line(programme=iae, subprogramme=a_programme("Accompagnement EI", parent=iae))
    a_line(programme=a_programme("Mobilité"))

    assert list(GrantLine.objects.under_programme(iae)) == [inside]
    assert list(GrantLine.objects.under_programme(inside.subprogramme)) == [inside]


def test_addresses_hold_id_and_name():
    act = a_deliberation(number="DIPLE/2023/7")
    line = a_line(deliberation=act, line=45, page=18, operator=an_operator("L’École de la vie"))

    assert line.get_absolute_url() == f"/lignes/{line.pk}/"
    assert line.page_url == "/deliberations/59-diple-2023-7/page/18/#ligne-45"
    assert act.get_absolute_url() == "/deliberations/59-diple-2023-7/"
    assert line.operator.get_absolute_url() == f"/operateurs/{line.operator.pk}-lecole-de-la-vie/"
    assert a_commune().get_absolute_url() == "/communes/59392-maubeuge/"
    assert a_department("Corse-du-Sud", code="2A").get_absolute_url() == "/departements/2a-corse-du-sud/"
