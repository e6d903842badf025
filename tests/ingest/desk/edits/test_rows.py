"""Whole rows that people set aside, bring back or add."""

from decimal import Decimal

import pytest

from grants.models import Deliberation, ErrorReport, GoneLine
from ingest import store
from ingest.desk.edits import (
    EditError,
    add_row,
    correct,
    drop_row,
    restore_row,
    totals_covering,
    undo,
)
from ingest.reader.records import Box
from tests.ingest.desk.edits.edited_acts import BOX, an_act, an_agent, last_batch, state, the_check
from tests.ingest.readings import FILE, a_leftover_record, a_reading, a_record, a_source, a_total_record

pytestmark = pytest.mark.django_db


def test_dropped_row_counts_no_more_and_comes_back_the_same():
    act = an_act()
    before = state(act)
    line = act.lines.get(line=3)

    with pytest.raises(EditError, match="Dites en un mot"):
        drop_row(line, an_agent(), word=" ")
    drop_row(line, an_agent(), word="un sous-total")

    assert not act.lines.filter(pk=line.pk).exists()
    assert (the_check().status, the_check().computed_cents) == ("different", 300_00)
    assert GoneLine.objects.get().dropped
    restore_row(line.pk, an_agent())
    assert state(act) == before


def test_all_rows_of_a_total_dropped_leave_a_difference_not_a_silence():
    act = an_act()

    for line in act.lines.all():
        drop_row(line, an_agent(), word="non")

    assert (the_check().status, the_check().computed_cents) == ("different", 0)


def test_row_that_nobody_set_aside_cannot_come_back():
    with pytest.raises(EditError, match="n’a pas été écartée"):
        restore_row(an_act().lines.first().pk, an_agent())


def test_dropped_row_takes_all_its_years():
    act = an_act(a_record(1, year=2022), a_record(1, year=2023), a_record(2))

    drop_row(act.lines.get(line=1, year=2022), an_agent(), word="non")

    assert list(act.lines.values_list("line", flat=True)) == [2]


def test_message_of_a_reader_is_tied_again_to_the_line_that_comes_back():
    act = an_act()
    line = act.lines.get(line=1)
    report = ErrorReport.objects.create(line=line, line_pk=line.pk, what="amount", message="faux")
    drop_row(line, an_agent(), word="non")
    report.refresh_from_db()
    assert report.line is None

    restore_row(line.pk, an_agent())

    report.refresh_from_db()
    assert report.line == line


def test_added_row_is_numbered_last_and_enters_the_totals_of_its_neighbours():
    act = an_act()
    before = state(act)

    lines = add_row(
        act,
        an_agent(),
        page=3,
        box=BOX,
        amounts={2023: Decimal("100.00"), 2024: Decimal("50.00")},
        operator="Oubliée",
        programme="Parcours IAE",
    )

    assert [(line.line, line.year, line.amount_cents, line.origin) for line in lines] == [
        (4, 2023, 100_00, "staff"),
        (4, 2024, 50_00, "staff"),
    ]
    assert {(line.table, line.page, line.operator.name) for line in lines} == {("annexe-1", 3, "Oubliée")}
    assert (the_check().status, act.stated_totals.get().line_numbers) == ("equal", [1, 2, 3, 4])
    assert lines[0].corrected_at is None
    undo(last_batch(), an_agent())
    assert state(act) == before


def test_total_of_a_row_can_be_unchecked():
    act = an_act()
    assert totals_covering(act, 3, BOX, 2023) == [act.stated_totals.get()]
    assert totals_covering(act, 3, BOX, 2024) == []

    add_row(act, an_agent(), page=3, box=BOX, amounts={2023: Decimal("100.00")}, totals=[])

    assert the_check().computed_cents == 600_00


def test_row_added_at_the_edge_of_a_group_goes_with_the_total_printed_under_it():
    records = [a_record(n, f"Opérateur {n}", source=a_source(row=row)) for n, row in ((1, 10), (2, 30))]
    first = a_total_record("1.00", scope="A", lines=(1,), source=a_source(row=20))
    second = a_total_record("1.00", scope="B", lines=(2,), source=a_source(row=40))
    both = a_total_record("1.00", scope="Tout", lines=(1, 2), source=a_source(row=50))
    store.save(a_reading(*records, totals=(first, second, both)), file=FILE)
    act = Deliberation.objects.get()

    def scopes(row):
        return [total.scope for total in totals_covering(act, 3, a_source(row=row).box, 2023)]

    assert scopes(15) == ["A", "Tout"]
    assert scopes(25) == ["B", "Tout"]
    assert scopes(35) == ["B", "Tout"]


def test_leftover_made_a_line_is_left_over_no_more():
    act = an_act(leftovers=(a_leftover_record(),))
    before = state(act)
    leftover = act.leftovers.get()

    lines = add_row(
        act, an_agent(), page=5, box=BOX, amounts={None: Decimal("5.00")}, leftover=leftover, operator="Mission locale"
    )

    assert act.leftovers.get().line_pk == lines[0].pk
    assert not act.leftovers.left().exists()
    with pytest.raises(EditError, match="déjà devenue une ligne"):
        add_row(act, an_agent(), page=5, box=BOX, amounts={2023: Decimal(1)}, leftover=leftover)
    undo(last_batch(), an_agent())
    assert state(act) == before


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ({"page": 9}, "pas de page 9"),
        ({"box": Box(0.5, 0.5, 0.5, 0.6)}, "cadre"),
        ({"amounts": {}}, "au moins un montant"),
        ({"amounts": {1066: Decimal(1)}}, "Année"),
    ],
)
def test_row_without_place_or_amount_is_refused(place, said):
    act = an_act()

    with pytest.raises(EditError, match=said):
        add_row(act, an_agent(), **({"page": 3, "box": BOX, "amounts": {2023: Decimal(1)}} | place))

    assert act.lines.count() == 3


def test_addition_waits_for_the_corrections_made_over_it():
    act = an_act()
    (line,) = add_row(act, an_agent(), page=3, box=BOX, amounts={2023: Decimal(1)}, operator="Oubliée")
    added = last_batch()
    line = correct(line, an_agent(), operator="Oubliée bis")
    assert line.as_read == {}

    with pytest.raises(EditError, match="annulez-la d’abord"):
        undo(added, an_agent())
    undo(last_batch(), an_agent())
    line.refresh_from_db()
    assert line.operator_text == "Oubliée"
    undo(added, an_agent())
    assert act.lines.count() == 3
