"""Figures of a set of lines: exact, and of the lines that were given, no other."""

import pytest

from grants.figures import stats
from grants.figures.checks import CheckSummary, check_summary, differences
from grants.models import Check, GrantLine
from tests.builders import (
    a_check,
    a_commune,
    a_deliberation,
    a_department,
    a_line,
    a_programme,
    a_territory,
    a_total,
    an_operator,
)

pytestmark = pytest.mark.django_db


def counted():
    return GrantLine.objects.counted()


def pairs(amounts):
    return [(str(amount.of), amount.amount_cents, amount.lines) for amount in amounts]


def test_summary_counts_printed_rows_once_and_amounts_each():
    act = a_deliberation()
    a_line(deliberation=act, line=1, year=2022, amount="100.10", places=3)
    a_line(deliberation=act, line=1, year=2023, amount="200.20", places=4)
    a_line(deliberation=act, line=2, year=2023, amount="-50.05", operator=an_operator("Autre"))
    a_line(deliberation=a_deliberation(published=False), amount="9999")

    assert stats.summary(counted()) == stats.Summary(
        amount_cents=250_25,
        withdrawn_cents=-50_05,
        outside_cents=0,
        unnamed_cents=0,
        unnamed_lines=0,
        lines=2,
        rows=3,
        operators=2,
        deliberations=1,
        departments=1,
        places=7,
        first_year=2022,
        last_year=2023,
    )


def test_summary_tells_apart_money_outside_the_budget_lines_for_nobody_and_other_units():
    a_line(amount="10.00", outside_budget=True, places=5)
    a_line(amount="20.00", operator=None, line=7, year=2022)
    a_line(amount="30.00", operator=None, line=7, year=2023)
    a_line(amount="40.00", places=45, places_unit="DSF")
    a_line(amount="50.00", places=450, places_unit="")

    summary = stats.summary(counted())

    assert (summary.outside_cents, summary.unnamed_cents, summary.unnamed_lines) == (10_00, 50_00, 1)
    assert summary.places == 5


def test_summary_of_nothing_is_zero():
    empty = stats.summary(counted())

    assert (empty.amount_cents, empty.withdrawn_cents, empty.lines, empty.rows, empty.first_year) == (0, 0, 0, 0, None)


def test_sums_are_exact_where_floats_are_not():
    act = a_deliberation()
    for _ in range(10):
        a_line(deliberation=act, amount="0.10")

    assert stats.summary(counted()).amount_cents == 100


def test_amounts_by_year_come_latest_first_and_undated_last():
    act = a_deliberation()
    a_line(deliberation=act, line=1, year=2022, amount=10)
    a_line(deliberation=act, line=1, year=2023, amount=20)
    a_line(deliberation=act, line=2, year=2023, amount=30)
    a_line(deliberation=act, line=3, year=None, amount=5)

    assert pairs(stats.amounts_by_year(counted())) == [("2023", 50_00, 2), ("2022", 10_00, 1), ("None", 5_00, 1)]


def test_amounts_by_each_heading_come_largest_first():
    south = a_department("Pas-de-Calais", code="62")
    programme = a_programme("Parcours", department=south)
    referent = a_programme("Référent", parent=programme)
    artois = a_territory("Artois", department=south)
    lens = a_commune("Lens", code="62498", department=south)
    south_act = a_deliberation(department=south, number="S-1")
    north_act = a_deliberation(number="N-1")
    a_line(
        deliberation=south_act,
        amount=10,
        programme=programme,
        subprogramme=referent,
        territory=artois,
        commune=lens,
        operator=an_operator("Petit"),
    )
    a_line(deliberation=north_act, amount=40, programme=None, operator=an_operator("Grand"))

    assert pairs(stats.amounts_by_department(counted())) == [("Nord", 40_00, 1), ("Pas-de-Calais", 10_00, 1)]
    assert pairs(stats.amounts_by_programme(counted())) == [("None", 40_00, 1), ("Parcours", 10_00, 1)]
    assert pairs(stats.amounts_by_subprogramme(counted())) == [("None", 40_00, 1), ("Référent", 10_00, 1)]
    assert pairs(stats.amounts_by_territory(counted())) == [("None", 40_00, 1), ("Artois", 10_00, 1)]
    assert pairs(stats.amounts_by_commune(counted())) == [("None", 40_00, 1), ("Lens", 10_00, 1)]
    assert pairs(stats.top_operators(counted())) == [("Grand", 40_00, 1), ("Petit", 10_00, 1)]
    assert stats.amounts_by_programme(counted())[1].context == south
    assert stats.amounts_by_department(counted())[0].context is None


def test_top_operators_keeps_the_first_and_leaves_unknown_ones_out():
    for name, amount in (("A", 1), ("B", 3), ("C", 2)):
        a_line(operator=an_operator(name), amount=amount)
    a_line(operator=None, operator_text="Illisible", amount=1000)

    assert [str(amount.of) for amount in stats.top_operators(counted(), 2)] == ["B", "C"]


def test_grouped_figures_take_two_queries_whatever_the_lines(django_assert_num_queries):
    for name in "ABCDE":
        a_line(operator=an_operator(name), programme=a_programme(name))

    with django_assert_num_queries(2):
        assert [(str(amount.of), str(amount.context)) for amount in stats.amounts_by_programme(counted())]


def test_example_row_is_the_largest_with_places_and_all_its_years():
    act = a_deliberation()
    first = a_line(deliberation=act, line=1, year=2022, amount=100, places=10)
    second = a_line(deliberation=act, line=1, year=2023, amount=300, places=12)
    a_line(deliberation=act, line=2, year=2022, amount=9000)

    assert stats.example_row(counted()) == (first, second)


def test_example_row_takes_the_largest_where_none_has_places():
    large = a_line(amount=20)
    a_line(amount=10)
    a_line(deliberation=a_deliberation(published=False), amount=500, places=4)

    assert stats.example_row(counted()) == (large,)
    assert stats.example_row(GrantLine.objects.none()) == ()


def test_largest_line_and_count_of_lines():
    act = a_deliberation()
    a_line(deliberation=act, line=1, year=2022, amount=5)
    top = a_line(deliberation=act, line=1, year=2023, amount=7)

    assert stats.largest_line(counted()) == top
    assert stats.count_lines(counted()) == 1
    assert stats.largest_line(GrantLine.objects.none()) is None


def test_checks_are_those_of_published_acts():
    act, draft = a_deliberation(), a_deliberation(published=False)
    a_check(total=a_total(deliberation=act, amount=10), computed=10)
    a_check(total=a_total(deliberation=act, amount=10), computed="9.99", status=Check.Status.ROUNDED)
    wrong = a_check(total=a_total(deliberation=act, amount=194), computed=140)
    a_check(total=a_total(deliberation=act, amount=10), computed=None)
    a_check(total=a_total(deliberation=draft, amount=10), computed=3)

    found = check_summary(Check.objects.published())

    assert found == CheckSummary(equal=1, rounded=1, different=1, not_comparable=1)
    assert found.checked == 3
    assert differences(Check.objects.published()) == (wrong,)
    assert differences(Check.objects.published(), 0) == ()


def test_scale_holds_zero_and_both_ends():
    def scale(*cents: int) -> stats.Scale:
        return stats.ledger(stats.Amount(None, None, each, 1) for each in cents).scale

    assert scale(500, 200) == stats.Scale(0, 500)
    assert scale(-300, 200) == stats.Scale(-300, 200)
    assert scale(-300, 200).span == 500
    assert scale().span == 0


@pytest.mark.parametrize(
    ("cents", "number", "each"), [(100_00, 3, 33_33), (5, 2, 3), (100_00, 0, None), (100_00, None, None)]
)
def test_cents_for_each_are_rounded_and_never_divided_by_nothing(cents, number, each):
    assert stats.cents_each(cents, number) == each
