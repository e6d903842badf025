"""Which columns of an act were not understood."""

from dataclasses import replace

import pytest

from grants.models import Deliberation
from ingest import store
from ingest.desk.columns.shown import unknown_columns
from ingest.reader.printed_tables import printed_tables
from tests.ingest.reader.hand_built import a_table, read
from tests.ingest.readings import FILE, a_reading

pytestmark = pytest.mark.django_db


def an_act(*tables: str, profile: str = "") -> Deliberation:
    reads = [read(a_table(rows, number=number)) for number, rows in enumerate(tables, 1)]
    records = [replace(record, profile=profile) for record in printed_tables(reads)]
    store.save(a_reading(tables=tuple(records)), file=FILE)
    return Deliberation.objects.get()


UNKNOWN = """
Colonne A     | Colonne B | Σ           | Δ
Judo Club     | Lens      | 12 000,00 € | 9 500,00 €
Amicale Nord  | Lille     | 4 000,00 €  | 3 000,00 €
"""
KNOWN = """
Association  | Commune | Montant demandé | Montant voté
Judo Club    | Lens    | 12 000,00 €     | 9 500,00 €
"""
UNKNOWN_PRICES = "Quoi | Prix unitaire\nLocation d’une salle | 120,00 €\nLocation d’un car | 80,00 €"


def test_columns_that_nothing_explains_are_told():
    found = unknown_columns(an_act(KNOWN, UNKNOWN))

    assert {one.table.position for one in found} == {2}
    assert [one.header for one in found] == ["Colonne A", "Colonne B", "Σ", "Δ"]
    assert found[1].text == (
        "La colonne «\u202fColonne B\u202f» n’a pas été comprise\u202f; elle est lue comme"
        " «\u202fComplément d’information\u202f»."
    )


def test_money_in_a_column_that_is_not_read_is_told():
    rows = "Association | Montant voté | Code\nJudo Club | 9 500,00 € | 12 000,00 €\nThéâtre | 500,00 € | 400,00 €"

    assert [one.header for one in unknown_columns(an_act(rows))] == ["Code"]


def test_figures_that_are_no_money_are_left_alone():
    assert unknown_columns(an_act("Association | Montant voté | Nombre d’ETP\nJudo Club | 9 500,00 € | 12,25")) == []


def test_header_that_is_understood_is_not_asked_about():
    assert unknown_columns(an_act(KNOWN)) == []


def test_table_set_aside_is_not_asked_about():
    assert unknown_columns(an_act(KNOWN, UNKNOWN_PRICES)) == []


def test_tables_set_aside_are_asked_about_where_nothing_else_was_read():
    assert [one.header for one in unknown_columns(an_act(UNKNOWN_PRICES))] == ["Quoi"]


def test_columns_that_a_person_told_are_not_asked_about_again():
    assert unknown_columns(an_act(UNKNOWN, profile="Colonnes lues selon le profil enregistré le 2 avril 2031")) == []


def test_column_without_header_is_named_by_its_place():
    found = unknown_columns(an_act("Association | | Montant voté\nJudo Club | Section loisirs | 9 500,00 €"))

    assert [one.text[:24] for one in found] == ["La colonne 2, sans titre"]


def test_one_query_however_many_tables(django_assert_num_queries):
    act = an_act(KNOWN, UNKNOWN, UNKNOWN)

    with django_assert_num_queries(1):
        assert unknown_columns(act)
