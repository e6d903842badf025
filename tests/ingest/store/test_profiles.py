"""Profiles of columns: kept by council or by table, given to the reader, told in French."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User

from grants.models import Deliberation
from ingest import store
from ingest.models import ColumnProfile, PrintedTable
from ingest.reader.printed_tables import printed_tables
from ingest.store.profiles import acts_read_with, keep_profile, profiles_for_reader, profiles_of_tables
from tests.ingest.reader.hand_built import a_table, read
from tests.ingest.readings import a_reading, an_act

pytestmark = pytest.mark.django_db

ROWS = "Colonne A | Σ 2023 | Δ 2024\nJudo Club | 12 000,00 € | 9 500,00 €"
KINDS, YEARS = ["operator", "amount_asked", "amount"], ["", "printed", "printed"]


def a_stored_table(rows: str = ROWS, *, number: str = "2024-1", department: str = "Nord", **fields) -> PrintedTable:
    file = f"%PDF-1.7 {number} {department}".encode()
    (table,) = printed_tables([read(a_table(rows))])
    table = replace(table, **fields)
    reading = a_reading(file=file, act=an_act(number=number, department=department), tables=(table,))
    report = store.save(reading, file=file)
    return PrintedTable.objects.get(deliberation=report.deliberation_id)


def keep(table: PrintedTable, *, kinds=KINDS, listing=None, alone=False, name="jeanne") -> ColumnProfile:
    author, _ = User.objects.get_or_create(username=name, defaults={"first_name": "Jeanne", "last_name": "Martin"})
    return keep_profile(table, kinds, YEARS, listing=listing, author=author, alone=alone)


def test_profile_is_given_to_the_reader_with_its_day_and_author():
    profile = keep(a_stored_table())
    ColumnProfile.objects.filter(pk=profile.pk).update(at=datetime(2024, 4, 2, 10, tzinfo=UTC))

    (record,) = profiles_for_reader()

    assert (record.department, record.kinds, record.years) == ("59", tuple(KINDS), tuple(YEARS))
    assert record.signature == ("colonne a", "annee0", "annee1")
    assert record.position == 0
    assert record.told == "Colonnes lues selon le profil enregistré le 2 avril 2024 par Jeanne Martin"


def test_profile_said_again_takes_the_place_of_the_former():
    table = a_stored_table()
    keep(table)

    keep(table, kinds=["operator", "amount", "amount_asked"])

    (record,) = profiles_for_reader()
    assert record.kinds == ("operator", "amount", "amount_asked")


def test_profile_of_one_table_is_given_for_its_act_only_and_goes_first():
    table = a_stored_table()
    keep(table)
    alone = keep(table, kinds=["operator", "amount", "amount_asked"], alone=True)
    twin = a_stored_table(number="2024-2")

    assert len(profiles_for_reader()) == 1
    assert len(profiles_for_reader(table.deliberation)) == 2
    assert len(profiles_for_reader(twin.deliberation)) == 1
    assert profiles_of_tables(table.deliberation, [table]) == {table.pk: alone}
    assert profiles_of_tables(twin.deliberation, [twin]) != {twin.pk: alone}


def test_profile_for_all_takes_the_place_of_that_of_the_table():
    table = a_stored_table()
    keep(table, alone=True)

    profile = keep(table)

    assert ColumnProfile.objects.get() == profile


def test_profile_of_another_council_is_another_one():
    keep(a_stored_table())
    keep(a_stored_table(department="Pas-de-Calais", number="9"))

    assert sorted(record.department for record in profiles_for_reader()) == ["59", "62"]


def test_acts_read_with_a_profile_are_counted_once_each():
    profile = keep(a_stored_table())
    assert acts_read_with([profile]) == {profile.pk: 0}

    a_stored_table(number="2024-2", profile="Colonnes lues selon le profil enregistré le 2 avril 2024")
    a_stored_table(number="2024-3", department="Pas-de-Calais", profile="Colonnes lues selon le profil")

    assert acts_read_with([profile]) == {profile.pk: 1}


def test_profile_outlives_the_act_it_was_made_on():
    table = a_stored_table()
    keep(table)

    Deliberation.objects.all().delete()

    assert len(profiles_for_reader()) == 1
