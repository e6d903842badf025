"""What people decided stands when the file is read again: values, rows, ids, words."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from grants.line_fields import corrections_of
from grants.models import Change, Check, Deliberation, GoneLine, GrantLine, LineEdit, PersonalMark
from ingest import store
from ingest.desk.edits import (
    add_row,
    correct,
    correct_act,
    drop_row,
    join_rows,
    restore_row,
    split_row,
    undo,
)
from ingest.desk.personal_data import mask_also
from ingest.reader.reconcile import reconcile
from ingest.reader.records import Box
from ingest.store.explanations import acknowledge, set_aside
from ingest.store.publishing import publish
from ingest.store.readings.spoken import give_back, words_of
from tests.ingest.desk.edits.edited_acts import an_agent, last_batch, state
from tests.ingest.readings import FILE, a_leftover_record, a_reading, a_record, a_source, a_total_record, an_act

pytestmark = pytest.mark.django_db
OTHER_FILE = b"%PDF-1.7 the act printed again"


def records(*amounts):
    amounts = amounts or ("100.00", "200.00", "300.00")
    return [a_record(n, f"Opérateur {n}", amount) for n, amount in enumerate(amounts, 1)]


def save(rows=None, *, file=FILE, act=None, **fields):
    """Read an act of these rows, whose total of 700 € adds them all up."""
    rows = records() if rows is None else rows
    total = a_total_record("700.00", lines=tuple(dict.fromkeys(row.line for row in rows)))
    reading = a_reading(*rows, file=file, act=act, totals=(total,), checks=reconcile(rows, [total]), **fields)
    return store.save(reading, file=file)


def one_more_above():
    """The same rows under a new one."""
    below = [replace(row, line=row.line + 1) for row in records()]
    return [a_record(1, "Nouvelle", "5.00", reference="n", source=a_source(row=70)), *below]


def the_act() -> Deliberation:
    return Deliberation.objects.get()


def line(number: int) -> GrantLine:
    return GrantLine.objects.get(line=number)


def fields_of(report):
    return [change.fields for change in report.changed]


# ---- values ------------------------------------------------------------------------------------------------------


def test_correction_is_kept_and_changes_nothing_when_the_same_is_read():
    save()
    correct(line(3), an_agent(), amount=Decimal("400.00"), operator="Opérateur trois")
    before = state(the_act())

    report = save()

    assert (report.status, report.same, report.changes) == ("unchanged", 3, ())
    assert state(the_act()) == before


def test_correction_stands_where_something_else_is_read_and_the_report_says_so():
    save()
    correct(line(3), an_agent(), amount=Decimal("400.00"))
    key = line(3).pk

    report = save(records("100.00", "200.00", "30.00"))

    stored = line(3)
    assert (stored.pk, stored.amount_cents, stored.as_read) == (key, 400_00, {"amount": "30.00"})
    assert stored.amount_text == "30.00 €"
    assert ("montant lu, sous une correction qui reste", "300\u202f€", "30\u202f€") in [
        tuple(text.replace("\u00a0", "\u202f") for text in one) for fields in fields_of(report) for one in fields
    ]
    assert Check.objects.get().status == "equal"
    undo(last_batch(), an_agent())
    assert line(3).amount_cents == 30_00


def test_report_counts_a_line_once_whatever_is_told_of_it():
    save()
    correct(line(3), an_agent(), amount=Decimal("400.00"))

    report = save([*records("100.00", "200.00"), a_record(3, "Opérateur 3", "30.00", amount_text="300.00 €")])

    assert (report.status, report.same, len(report.changed)) == ("updated", 2, 1)


def test_corrected_line_is_known_by_what_was_read():
    save()
    key = line(2).pk
    correct(line(2), an_agent(), operator="Tout autre nom", reference="autre", amount=Decimal("1.00"), action="autre")
    report = save(one_more_above())

    assert (line(3).pk, line(3).operator_text) == (key, "Tout autre nom")
    assert [change.operator for change in report.new] == ["Nouvelle"]
    assert report.gone == ()


def test_read_as_corrected_the_correction_says_nothing_more_but_can_still_be_undone():
    save()
    correct(line(3), an_agent(), amount=Decimal("400.00"))

    save(records("100.00", "200.00", "400.00"))

    assert (line(3).amount_cents, line(3).as_read) == (400_00, {"amount": "400.00"})
    assert corrections_of(line(3)) == []
    save()
    assert corrections_of(line(3))[0].before.startswith("300")


def test_year_corrected_into_one_that_is_read_now_makes_a_row_of_its_own():
    save([a_record(1, "Un", "10.00", year=2022)])
    correct(line(1), an_agent(), year=2023)
    key = line(1).pk

    save([a_record(1, "Un", "10.00", year=2022), a_record(1, "Un", "20.00", year=2023)])

    corrected = GrantLine.objects.get(pk=key)
    assert (corrected.year, corrected.amount_cents) == (2023, 10_00)
    assert GrantLine.objects.exclude(pk=key).get().amount_cents == 20_00


def test_corrected_lines_of_an_act_printed_again_are_kept():
    save()
    correct(line(3), an_agent(), amount=Decimal("400.00"))

    report = save(file=OTHER_FILE)

    assert (report.status, line(3).amount_cents) == ("updated", 400_00)


def test_public_line_whose_correction_stands_is_not_in_the_journal():
    save()
    correct(line(3), an_agent(), amount=Decimal("400.00"))
    publish(the_act(), an_agent())

    save([*records("100.00", "200.00"), a_record(3, "Opérateur 3", "30.00", amount_text="300.00 €")])

    assert not Change.objects.filter(kind="corrected").exists()


# ---- rows --------------------------------------------------------------------------------------------------------


def test_dropped_row_stays_dropped_and_comes_back_as_it_is_read_now():
    save()
    key = line(2).pk
    drop_row(line(2), an_agent(), word="un sous-total")
    report = save(one_more_above())

    assert [change.operator for change in report.new] == ["Nouvelle"]
    assert list(GrantLine.objects.order_by("line").values_list("line", flat=True)) == [1, 2, 4]
    assert Check.objects.get().computed_cents == 405_00
    restore_row(key, an_agent())
    assert (line(3).pk, line(3).operator_text) == (key, "Opérateur 2")
    assert Check.objects.get().computed_cents == 605_00


def test_dropped_row_that_is_read_no_more_comes_back_under_a_free_number():
    save()
    key = line(2).pk
    drop_row(line(2), an_agent(), word="non")
    save([a_record(1, "Opérateur 1", "100.00"), a_record(2, "Opérateur 3", "300.00", reference="2023/00003")])

    restore_row(key, an_agent())

    assert GrantLine.objects.get(pk=key).line == 3
    assert GrantLine.objects.count() == 3


def test_added_row_is_never_gone_and_stays_in_its_totals():
    save()
    (added,) = add_a_row()
    assert Check.objects.get().status == "equal"

    report = save([*records(), a_record(4, "Opérateur 4", "50.00")])

    added.refresh_from_db()
    assert (added.line, added.operator_text, added.origin) == (5, "Oubliée", "staff")
    assert [change.operator for change in report.new] == ["Opérateur 4"]
    assert report.gone == ()
    assert sorted(the_act().stated_totals.get().line_numbers) == [1, 2, 3, 4, 5]
    assert Check.objects.get().computed_cents == 750_00


def test_added_row_read_at_last_is_the_row_of_staff():
    save()
    (added,) = add_a_row(operator="Oubliée par la lecture")
    there = a_record(3, "Oubliee", "99.00", source=a_source(row=5), reference="lue")
    rows = [*records("100.00", "200.00"), there, a_record(4, "Opérateur 3", "300.00", reference="2023/00003")]

    report = save(rows)

    assert (report.new, report.gone) == ((), ())
    stored = line(3)
    assert (stored.pk, stored.operator_text, stored.amount_cents) == (added.pk, "Oubliée par la lecture", 100_00)
    assert Check.objects.get().computed_cents == 700_00
    save()
    added.refresh_from_db()
    assert (added.line, added.as_read, Check.objects.get().computed_cents) == (4, {}, 700_00)


def test_addition_taken_back_leaves_the_row_that_is_read_since():
    save()
    (added,) = add_a_row()
    batch = last_batch()
    save([*records(), a_record(4, "Oubliee", "99.00", source=a_source(row=5), reference="lue")])

    undo(batch, an_agent())

    stored = GrantLine.objects.get(pk=added.pk)
    assert (stored.operator_text, stored.amount_cents, stored.origin, stored.as_read) == ("Oubliee", 99_00, "read", {})


def test_split_row_stays_split():
    save()
    parts = [{"operator": "Un", "amount": Decimal("100.00")}, {"operator": "Deux", "amount": Decimal("200.00")}]
    split_row(line(3), an_agent(), parts)
    before = state(the_act())

    report = save()

    assert (report.status, report.changes) == ("unchanged", ())
    assert state(the_act()) == before
    save([*records(), a_record(4, "Opérateur 4", "1.00")])
    assert list(GrantLine.objects.order_by("line").values_list("line", "operator_text", "amount_cents")) == [
        (1, "Opérateur 1", 100_00),
        (2, "Opérateur 2", 200_00),
        (3, "Un", 100_00),
        (4, "Opérateur 4", 1_00),
        (5, "Deux", 200_00),
    ]
    assert Check.objects.get().computed_cents == 601_00


def test_joined_rows_stay_joined_and_can_be_parted_after_a_new_reading():
    save()
    keys = dict(GrantLine.objects.values_list("line", "pk"))
    join_rows(GrantLine.objects.filter(line__in=(1, 2)), an_agent())
    batch, before = last_batch(), state(the_act())

    assert save().status == "unchanged"
    assert state(the_act()) == before
    undo(batch, an_agent())

    assert dict(GrantLine.objects.values_list("line", "pk")) == keys
    assert save().status == "unchanged"


def test_line_that_is_gone_has_its_number_again_when_it_is_read_again():
    save()
    key = line(2).pk
    correct(line(2), an_agent(), operator="Opérateur deux")

    gone = save([records()[0], records()[2]])
    assert [change.operator for change in gone.gone] == ["Opérateur deux"]
    assert not GoneLine.objects.get().dropped
    back = save()

    assert (line(2).pk, line(2).operator_text) == (key, "Opérateur deux")
    assert [change.operator for change in back.new] == ["Opérateur deux"]
    assert not GoneLine.objects.exists()


# ---- the act and its words ---------------------------------------------------------------------------------------


def test_row_added_in_the_place_of_one_that_was_lost_is_not_counted_twice_when_it_is_read_again():
    save()
    key = line(2).pk
    save([records()[0], records()[2]])
    (added,) = add_row(
        the_act(), an_agent(), page=3, box=a_source(row=2).box, amounts={2023: Decimal("200.00")}, operator="Retrouvée"
    )

    save()

    assert GrantLine.objects.count() == 3
    assert (line(2).pk, line(2).operator_text) == (added.pk, "Retrouvée")
    assert not GrantLine.objects.filter(pk=key).exists()


def test_part_of_a_row_that_was_lost_is_not_taken_for_the_row_when_it_is_read_again():
    save()
    key = line(2).pk
    split_row(line(2), an_agent(), [{"amount": Decimal("1.00")}, {"operator": "Part", "amount": Decimal("199.00")}])
    save([records()[0], records()[2]])

    save()

    assert (line(2).pk, line(2).amount_cents) == (key, 1_00)
    assert GrantLine.objects.filter(operator_text="Part", amount_cents=199_00).count() == 1
    assert Check.objects.get().computed_cents == 600_00


def test_corrected_fields_of_the_act_are_kept_and_a_new_number_is_told():
    save()
    correct_act(the_act(), an_agent(), title="Un objet bien écrit", number="DIPLE/2023/107")

    assert save().status == "unchanged"
    report = save(act=an_act(title="Objet lu autrement"))

    assert report.act_changes == ("objet lu, sous une correction qui reste",)
    assert (the_act().title, the_act().number) == ("Un objet bien écrit", "DIPLE/2023/107")
    assert the_act().as_read["title"] == "Objet lu autrement"


def test_act_whose_number_was_corrected_is_found_by_the_one_that_is_printed():
    save()
    correct_act(the_act(), an_agent(), number="DIPLE/2023/107", session_date=date(2023, 6, 27))

    report = save(file=OTHER_FILE)

    assert (report.status, Deliberation.objects.count()) == ("updated", 1)
    assert the_act().number == "DIPLE/2023/107"


def test_words_follow_the_same_difference_and_the_same_leftover():
    save(leftovers=(a_leftover_record(), a_leftover_record("autre")))
    acknowledge(Check.objects.get(), an_agent(), "une avance y est comptée")
    set_aside(the_act().leftovers.get(text="autre"), an_agent(), "un titre")

    rows = [*records("100.00", "200.00"), a_record(3, "Opérateur trois", "300.00")]
    save(rows, leftovers=(a_leftover_record("autre"), a_leftover_record("neuve")))

    assert Check.objects.get().acknowledgement == "une avance y est comptée"
    assert dict(the_act().leftovers.values_list("text", "set_aside")) == {"autre": "un titre", "neuve": ""}


def test_word_on_a_difference_that_changed_is_gone():
    save()
    acknowledge(Check.objects.get(), an_agent(), "une avance y est comptée")

    save(records("100.00", "200.00", "350.00"))

    assert (Check.objects.get().status, Check.objects.get().acknowledgement) == ("different", "")


def test_leftover_made_a_line_is_not_left_over_again():
    save(leftovers=(a_leftover_record(),))
    (added,) = add_a_row(leftover=the_act().leftovers.get())

    save([*records(), a_record(4, "Opérateur 4", "50.00")], leftovers=(a_leftover_record("neuve"), a_leftover_record()))

    assert list(the_act().leftovers.left().values_list("text", flat=True)) == ["neuve"]
    undo(last_batch(), an_agent())
    assert the_act().leftovers.left().count() == 2
    assert not GrantLine.objects.filter(pk=added.pk).exists()


def test_leftover_whose_line_was_taken_back_meanwhile_is_left_over_with_its_reading():
    save(leftovers=(a_leftover_record(), a_leftover_record("autre")))
    add_a_row(leftover=the_act().leftovers.get(text="autre"))
    add_a_row(leftover=the_act().leftovers.exclude(text="autre").get())
    words = words_of(the_act())
    save(leftovers=())
    undo(last_batch(), an_agent())
    save(leftovers=(a_leftover_record(), a_leftover_record("autre")))

    give_back(the_act(), words)

    assert [leftover.text for leftover in the_act().leftovers.left()] == [a_leftover_record().text]


def add_a_row(**fields):
    values = {"page": 3, "box": a_source(row=5).box, "amounts": {2023: Decimal("100.00")}, "operator": "Oubliée"}
    return add_row(the_act(), an_agent(), **(values | fields))


# ---- there and back ----------------------------------------------------------------------------------------------


def test_reading_taken_back_gives_every_line_decided_back():
    save(leftovers=(a_leftover_record(),))
    correct(line(1), an_agent(), operator="Opérateur un", amount=Decimal("110.00"))
    drop_row(line(2), an_agent(), word="non")
    split_row(line(3), an_agent(), [{"amount": Decimal("1.00")}, {"operator": "Part", "amount": Decimal("299.00")}])
    add_a_row()
    before = GrantLine.objects.order_by("pk").values_list("pk", "line", "operator_text", "amount_cents", "as_read")
    before, check = list(before), Check.objects.values("status", "computed_cents").get()

    save([a_record(1, "Nouvelle", "5.00", reference="n"), a_record(2, "Opérateur 3", "310.00", reference="2023/00003")])
    save(leftovers=(a_leftover_record(),))

    after = GrantLine.objects.order_by("pk").values_list("pk", "line", "operator_text", "amount_cents", "as_read")
    assert list(after) == before
    assert Check.objects.values("status", "computed_cents").get() == check
    assert LineEdit.objects.in_force().count() == LineEdit.objects.count()


# ---- what is masked ----------------------------------------------------------------------------------------------


def test_name_that_staff_typed_is_masked_until_it_may_be_said_and_said_whole_then():
    save()
    correct(line(1), an_agent(), operator="Mme Jeanne DUPONT")
    (added,) = add_a_row(operator="M. Paul MARTIN", action="écrire à paul.martin@exemple.fr")
    assert "DUPONT" not in line(1).operator_text
    assert "MARTIN" not in added.operator_text
    assert "paul.martin" not in added.action
    told = LineEdit.objects.values_list("before", "after")
    assert not [text for texts in told for text in texts if "DUPONT" in text or "MARTIN" in text or "@" in text]
    save()
    assert "DUPONT" not in line(1).operator_text

    the_act().personal_marks.update(status=PersonalMark.Status.PUBLIC, decided_at=timezone.now())
    save([*records(), a_record(4, "Opérateur 4", "50.00")])

    added.refresh_from_db()
    assert line(1).operator_text == "Mme Jeanne DUPONT"
    assert added.operator_text == "M. Paul MARTIN"
    undo(last_batch(), an_agent())
    assert not GrantLine.objects.filter(pk=added.pk).exists()


def test_name_masked_after_it_was_typed_is_taken_out_of_the_log_but_for_staff():
    save()
    correct(line(1), an_agent(), action="Hommage à Zoé ROUSSEL")
    drop_row(line(2), an_agent(), word="non")
    correct(line(1), an_agent(), action="Atelier")
    mask_also(the_act(), an_agent(), kind="person", page=3, box=Box(0.1, 0.1, 0.2, 0.2), text="Zoé ROUSSEL")

    first = LineEdit.objects.first()
    assert (first.after, first.unmasked) == ("Hommage à [nom masqué]", "Hommage à Zoé ROUSSEL")
    undo(last_batch(), an_agent())

    assert line(1).action == "Hommage à [nom masqué]"
