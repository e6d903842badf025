"""A row shared out in several, several made one."""

from decimal import Decimal

import pytest

from ingest.desk.edits import (
    EditError,
    join_rows,
    restore_row,
    split_row,
    undo,
)
from tests.ingest.desk.edits.edited_acts import an_act, an_agent, last_batch, state, the_check
from tests.ingest.readings import a_record

pytestmark = pytest.mark.django_db


def test_split_row_keeps_its_number_and_its_sum():
    act = an_act()
    before = state(act)
    line = act.lines.get(line=3)
    parts = [{"operator": "Un", "amount": Decimal("100.00")}, {"operator": "Deux", "amount": Decimal("200.00")}]

    split = split_row(line, an_agent(), parts)

    assert [(one.line, one.operator_text, one.amount_cents, one.origin) for one in split] == [
        (3, "Un", 100_00, "read"),
        (4, "Deux", 200_00, "staff"),
    ]
    assert split[0].pk == line.pk
    assert (split[1].page, split[1].y0, split[1].action) == (line.page, line.y0, line.action)
    assert the_check().computed_cents == 600_00
    undo(last_batch(), an_agent())
    assert state(act) == before


def test_parts_that_make_another_sum_need_a_word():
    act = an_act()
    parts = [{"amount": Decimal("100.00")}, {"amount": Decimal("250.00")}]

    with pytest.raises(EditError, match="350\u202f€ au lieu de 300\u202f€|350.*au lieu de.*300"):
        split_row(act.lines.get(line=3), an_agent(), parts)
    split_row(act.lines.get(line=3), an_agent(), parts, word="la case imprime 350")

    assert the_check().computed_cents == 650_00


def test_row_of_several_years_is_split_year_by_year():
    act = an_act(a_record(1, amount="100.00", year=2022), a_record(1, amount="60.00", year=2023))
    parts = [
        {"operator": "Un", "amounts": {2022: Decimal("100.00"), 2023: Decimal("20.00")}},
        {"operator": "Deux", "amounts": {2023: Decimal("40.00")}},
    ]

    split_row(act.lines.get(year=2022), an_agent(), parts)

    assert list(act.lines.order_by("line", "year").values_list("operator_text", "year", "amount_cents")) == [
        ("Un", 2022, 100_00),
        ("Un", 2023, 20_00),
        ("Deux", 2023, 40_00),
    ]


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([{"amount": Decimal(300)}], "en deux au moins"),
        ([{"amount": Decimal(300)}, {}], "montant de chaque partie"),
        ([{"amount": Decimal(300)}, {"amounts": {1999: Decimal(0)}}], "que la ligne n’a pas"),
        ([{"amounts": {}}, {"amount": Decimal(300)}], "première partie"),
    ],
)
def test_split_that_makes_no_sense_is_refused(parts, said):
    act = an_act()
    before = state(act)

    with pytest.raises(EditError, match=said):
        split_row(act.lines.get(line=3), an_agent(), parts)

    assert state(act) == before


def test_joined_rows_are_the_first_completed():
    act = an_act(
        a_record(1, "Association pour", "100.00", detail=""), a_record(2, "", "200.00", detail="suite"), a_record(3)
    )
    before = state(act)
    rows = list(act.lines.filter(line__in=(1, 2)))

    joined = join_rows(rows, an_agent(), operator="Association pour tous")

    assert [(line.line, line.operator_text, line.detail, line.amount_cents) for line in joined] == [
        (1, "Association pour tous", "suite", 300_00)
    ]
    assert act.lines.count() == 2
    assert the_check().computed_cents == 300_00 + 1_250_000
    undo(last_batch(), an_agent())
    assert state(act) == before


def test_rows_of_other_years_are_not_joined():
    act = an_act(a_record(1, year=2022), a_record(2, year=2023))

    with pytest.raises(EditError, match="mêmes années"):
        join_rows(act.lines.all(), an_agent())
    with pytest.raises(EditError, match="au moins deux"):
        join_rows(act.lines.filter(line=1), an_agent())


def test_one_of_the_joined_rows_cannot_come_back_alone():
    act = an_act()
    pks = dict(act.lines.values_list("line", "pk"))
    join_rows(act.lines.filter(line__in=(1, 2)), an_agent())

    restore_row(pks[2], an_agent())

    assert dict(act.lines.values_list("line", "pk")) == pks
    assert act.lines.get(line=1).amount_cents == 100_00
