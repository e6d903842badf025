"""A value corrected by a person: what follows it, what is refused, how it is taken back."""

from datetime import date
from decimal import Decimal

import pytest

from grants import history
from grants.models import Change, LineEdit, SearchEntry
from ingest.desk.edits import (
    EditError,
    correct,
    correct_act,
    drop_row,
    edits_of,
    history_of,
    parse_value,
    undo,
)
from ingest.store.publishing import publish
from tests.builders import a_commune
from tests.ingest.desk.edits.edited_acts import an_act, an_agent, last_batch, state, the_check
from tests.ingest.readings import a_record

pytestmark = pytest.mark.django_db


def test_corrected_amount_closes_the_check_and_keeps_what_was_read():
    act = an_act()
    line = act.lines.get(line=3)

    line = correct(line, an_agent(), word="lu 300 pour 400", amount=Decimal("400.00"))

    assert (line.amount_cents, line.amount_text, line.as_read) == (400_00, "300.00 €", {"amount": "300.00"})
    assert line.corrected_at is not None
    assert (the_check().status, the_check().difference_cents) == ("equal", 0)
    edit = LineEdit.objects.get()
    assert (edit.kind, edit.field, edit.before, edit.after, edit.word) == (
        "corrected",
        "amount",
        "300.00",
        "400.00",
        "lu 300 pour 400",
    )


def test_undo_is_exact():
    act = an_act()
    before = state(act)
    correct(act.lines.get(line=3), an_agent(), amount=Decimal("400.00"), operator="Autre", year=2024)

    undo(last_batch(), an_agent())

    assert state(act) == before
    assert LineEdit.objects.in_force().count() == 0


def test_correction_goes_through_the_builder_and_what_follows_a_line_follows():
    a_commune("Maubeuge", code="59392")
    act = an_act()
    line = act.lines.get(line=1)

    line = correct(line, an_agent(), operator="CCAS de Maubeuge", programme="Mobilité", territory="DTA")

    assert (line.operator.name, line.programme.name, line.territory.name) == ("CCAS de Maubeuge", "Mobilité", "DTA")
    assert (line.commune_id, line.commune_found_by) == ("59392", "operator name")
    assert "mobilite" in line.search_text
    assert SearchEntry.objects.filter(kind="operator", name="CCAS de Maubeuge").exists()
    assert [edit.field for edit in edits_of(line)] == ["operator", "programme", "territory"]
    assert len({edit.batch for edit in edits_of(line)}) == 1


def test_text_printed_once_for_several_years_is_corrected_in_all_of_them():
    act = an_act(a_record(1, "AFJEI", "100.00", year=2022), a_record(1, "AFJEI", "200.00", year=2023))

    correct(act.lines.get(year=2022), an_agent(), operator="AFEJI", amount=Decimal("150.00"))

    assert list(act.lines.order_by("year").values_list("operator_text", "amount_cents")) == [
        ("AFEJI", 150_00),
        ("AFEJI", 200_00),
    ]
    undo(last_batch(), an_agent())
    assert set(act.lines.values_list("operator_text", flat=True)) == {"AFJEI"}


def test_year_that_differs_from_one_year_to_the_next_is_corrected_alone():
    act = an_act(a_record(1, action="ancien", year=2022), a_record(1, action="nouveau", year=2023))

    correct(act.lines.get(year=2022), an_agent(), action="mené en 2022")

    assert list(act.lines.order_by("year").values_list("action", flat=True)) == ["mené en 2022", "nouveau"]


def test_value_that_is_already_there_is_no_correction():
    act = an_act()
    before = state(act)

    correct(act.lines.get(line=1), an_agent(), operator="Opérateur 1", amount=Decimal("100"))

    assert state(act) == before
    assert not LineEdit.objects.exists()


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"year": 20233}, "Année"),
        ({"amount": Decimal("1e20")}, "hors de toute mesure"),
        ({"amount": Decimal("1.005")}, "deux décimales"),
        ({"amount": None}, "Un montant est attendu"),
        ({"reference": "x" * 101}, "N° de dossier"),
        ({"places": -1}, "Places"),
        ({"year": 2024}, "a déjà l’année 2024"),
    ],
)
def test_nonsense_is_refused_with_a_sentence_and_nothing_is_written(values, said):
    act = an_act(a_record(1, year=2023), a_record(1, year=2024))
    before = state(act)

    with pytest.raises(EditError, match=said):
        correct(act.lines.get(year=2023), an_agent(), **values)

    assert state(act) == before
    assert not LineEdit.objects.exists()


def test_line_that_is_gone_meanwhile_is_refused():
    act = an_act()
    line = act.lines.get(line=1)
    drop_row(line, an_agent(), word="un titre")

    with pytest.raises(EditError, match="n’est plus dans l’acte"):
        correct(line, an_agent(), operator="Autre")


def test_correction_of_a_public_line_is_in_the_journal_and_a_draft_is_not():
    act = an_act()
    version = history.current().number
    correct(act.lines.get(line=1), an_agent(), amount=Decimal("110.00"))
    assert not Change.objects.exists()
    publish(act, an_agent(), word="arrondi")

    correct(act.lines.get(line=1), an_agent(), amount=Decimal("120.00"))

    change = Change.objects.get(kind="corrected")
    assert (change.before["amount_cents"], change.after["amount_cents"]) == (110_00, 120_00)
    assert history.current().number > version


def test_earlier_correction_of_the_same_field_waits_for_the_later():
    act = an_act()
    line = act.lines.get(line=1)
    correct(line, an_agent(), operator="Un")
    first = last_batch()
    correct(line, an_agent(), operator="Deux")
    second = last_batch()
    correct(line, an_agent(), action="Autre action")

    with pytest.raises(EditError, match="annulez-la d’abord"):
        undo(first, an_agent())
    undo(second, an_agent())

    line.refresh_from_db()
    assert (line.operator_text, line.as_read["operator"]) == ("Un", "Opérateur 1")
    undo(first, an_agent())
    line.refresh_from_db()
    assert (line.operator_text, line.as_read) == ("Opérateur 1", {"action": "Chantier d’insertion"})
    with pytest.raises(EditError, match="déjà annulé"):
        undo(first, an_agent())


def test_history_tells_who_did_what_the_latest_first():
    act = an_act()
    correct(act.lines.get(line=1), an_agent(), operator="Un")
    drop_row(act.lines.get(line=2), an_agent(), word="un titre")

    told = [(edit.get_kind_display(), edit.author.username, edit.word) for edit in history_of(act)]

    assert told == [("ligne écartée", "agent", "un titre"), ("valeur corrigée", "agent", "")]


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("amount", "12\u202f500,50\u00a0€", Decimal("12500.50")),
        ("amount", "-1 450", Decimal("-1450.00")),
        ("year", "2\u202f024", 2024),
        ("year", "", None),
        ("places", "12", 12),
        ("operator", "  CCAS   de Lille ", "CCAS de Lille"),
        (
            "operator",
            "CCAS\u200b\u202e de\x00\tLille\u00ad",
            "CCAS de Lille",
        ),  # copied from elsewhere with what no page shows
    ],
)
def test_typed_text_is_understood_as_written_in_french(field, text, value):
    assert parse_value(field, text) == value


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("amount", "douze", "«\u202fdouze\u202f» n’est pas un montant"),
        ("amount", "", "Un montant est attendu"),
        ("year", "24/25", "Année\u202f: un nombre en chiffres est attendu, pas «\u202f24/25\u202f»"),
        ("year", "1789", "Année\u202f: un nombre de 1950 à 2100 est attendu, pas 1789"),
        ("places", "vingt", "Places\u202f: un nombre en chiffres est attendu, pas «\u202fvingt\u202f»"),
        ("places", "2000000", "un nombre de 0 à 1\u202f000\u202f000 est attendu, pas 2\u202f000\u202f000"),
    ],
)
def test_typed_text_that_says_no_value_is_refused(field, text, told):
    with pytest.raises(EditError, match=told):
        parse_value(field, text)


def test_corrected_act_moves_its_address_and_is_undone(client):
    act = an_act()
    publish(act, an_agent(), word="arrondi")
    before = state(act)[-1]

    correct_act(act, an_agent(), number="DIPLE/2023/107", session_date=date(2023, 6, 27))

    assert (act.slug, act.as_read) == (
        "59-diple-2023-107",
        {"number": "DIPLE/2023/101", "session_date": "2023-06-26"},
    )
    assert client.get("/deliberations/59-diple-2023-101/")["Location"] == "/deliberations/59-diple-2023-107/"
    assert "2023 107" in act.lines.first().search_text
    undo(last_batch(), an_agent())
    assert state(act)[-1] == before


def test_cost_of_a_correction_does_not_follow_the_number_of_lines(django_assert_max_num_queries):
    act = an_act(*(a_record(n, f"Opérateur {n}") for n in range(1, 301)))

    with django_assert_max_num_queries(60):
        correct(act.lines.get(line=7), an_agent(), amount=Decimal("1.00"))
