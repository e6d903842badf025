"""What a reading holds that the database does not: refused, left over, cut and said."""

import pytest

from grants.models import (
    Deliberation,
    GrantLine,
    StatedTotal,
)
from ingest import store
from ingest.reader.errors import NoGrantError
from ingest.store import StoreError
from tests.ingest.readings import (
    a_check_record,
    a_leftover_record,
    a_reading,
    a_record,
    a_total_record,
    a_vote_record,
    an_act,
)
from tests.ingest.store.saving import OTHER_FILE, save, stored_files

pytestmark = pytest.mark.django_db


def test_reading_without_line_nor_total_is_refused():
    with pytest.raises(NoGrantError, match="aucune subvention"):
        save(a_reading(lines=()))

    assert not Deliberation.objects.exists()


def test_reading_with_leftovers_alone_is_stored():
    assert save(a_reading(lines=(), leftovers=(a_leftover_record(),))).leftovers == 1


def test_reading_with_stated_totals_alone_is_stored():
    assert save(a_reading(lines=(), totals=(a_total_record(),))).rows == 0


@pytest.mark.parametrize("printed", ["", "Flandre"])
def test_unknown_department_is_refused_and_nothing_is_left(printed):
    with pytest.raises(StoreError, match=r"deliberation\.pdf.+département.+indiquez lequel") as caught:
        save(a_reading(act=an_act(department=printed)))

    assert printed in str(caught.value)
    assert not Deliberation.objects.exists()
    assert stored_files() == []


def test_department_can_be_told_where_none_is_printed():
    save(a_reading(act=an_act(department="")), told=store.Told(department="62"))

    assert Deliberation.objects.get().department.name == "Pas-de-Calais"


def test_printed_department_goes_before_the_one_told():
    save(a_reading(), told=store.Told(department="62"))

    assert Deliberation.objects.get().department.name == "Nord"


def test_another_file_than_the_one_read_is_refused():
    with pytest.raises(StoreError, match="n’est pas celui qui a été lu"):
        save(a_reading(), file=OTHER_FILE)


def test_second_amount_for_the_same_row_and_year_is_left_over():
    report = save(a_reading(a_record(1, amount="100.00"), a_record(1, amount="200.00")))

    assert GrantLine.objects.get().amount == 100
    assert "200.00 €" in Deliberation.objects.get().leftovers.get().text
    assert report.leftovers == 1


def test_amount_beyond_any_measure_is_left_over():
    save(a_reading(a_record(1), a_record(2, amount="1234567890123456789012.00")))

    assert GrantLine.objects.count() == 1
    assert Deliberation.objects.get().leftovers.get().reason == "montant hors de toute mesure"


def test_total_beyond_any_measure_is_left_over():
    total = a_total_record("1234567890123456789012.00", text="12345 67890")

    save(a_reading(totals=(total,), checks=(a_check_record(total, "12500.00"),)))

    assert not StatedTotal.objects.exists()
    assert "12345 67890" in Deliberation.objects.get().leftovers.get().text


def test_numbers_that_no_column_holds_are_left_empty_and_said():
    record = a_record(places=10**12, places_text="1000 000 000 000")

    save(a_reading(record, act=an_act(votes=(a_vote_record(votes_for=20_230_626),))))

    line = GrantLine.objects.get()
    assert (line.places, line.places_text) == (None, "1000 000 000 000")
    assert "places" in line.notes
    vote = Deliberation.objects.get().votes.get()
    assert (vote.votes_for, vote.against) == (None, 30)


def test_text_longer_than_its_column_is_cut_and_said():
    save(a_reading(a_record(operator="Association " + "très " * 200)))

    line = GrantLine.objects.get()
    assert line.operator_text.endswith("…")
    assert "opérateur imprimé" in line.notes


def test_characters_that_no_database_takes_are_replaced():
    save(a_reading(a_record(operator="Le\x00 Relais", action="Atelier \ud800")))

    line = GrantLine.objects.get()
    assert (line.operator_text, line.action) == ("Le\ufffd Relais", "Atelier \ufffd")
