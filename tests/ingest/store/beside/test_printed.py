"""The printed tables of an act: stored with it, replaced when it is read again, staff only."""

import pytest

from grants.models import Deliberation, GrantLine
from ingest import store
from ingest.models import PrintedPage, PrintedTable
from ingest.reader.printed_tables import printed_tables
from tests.ingest.reader.hand_built import a_table, read
from tests.ingest.readings import FILE, a_reading

pytestmark = pytest.mark.django_db

FUNDED = """
Association | Montant demandé | Montant voté
Judo Club   | 12 000,00 €     | 9 500,00 €
"""


def a_reading_of(*tables: str):
    read_tables = [read(a_table(rows, number=number)) for number, rows in enumerate(tables, 1)]
    return a_reading(tables=printed_tables(read_tables))


def save(reading, **options):
    return store.save(reading, file=FILE, **options)


def test_tables_are_stored_with_their_columns_and_all_their_cells():
    save(a_reading_of(FUNDED))

    table = PrintedTable.objects.get()
    assert table.deliberation == Deliberation.objects.get()
    assert table.header == [["Association"], ["Montant demandé"], ["Montant voté"]]
    assert [column["role"] for column in table.columns] == ["operator", "amount_other", "amount"]
    assert table.columns[1]["note"] == "montant demandé"
    (page,) = table.printed_pages.all()
    assert (page.page, [row["kind"] for row in page.rows]) == (1, ["header", "line"])
    row = page.rows[1]
    assert [cell["text"] for cell in row["cells"]] == ["Judo Club", "12 000,00 €", "9 500,00 €"]
    assert row["row"] == 2
    assert row["cells"][0]["box"] == pytest.approx([0.1, 0.5, 0.3667, 0.9])


def test_same_tables_are_not_written_again_and_others_replace_them():
    save(a_reading_of(FUNDED))
    first = PrintedTable.objects.get()

    save(a_reading_of(FUNDED))
    assert PrintedTable.objects.get() == first

    save(a_reading_of(FUNDED, FUNDED.replace("9 500", "8 000")))
    assert PrintedTable.objects.count() == 2
    assert not PrintedPage.objects.filter(table=first.pk).exists()
    assert PrintedPage.objects.count() == 2


def test_tables_do_not_make_an_act_changed():
    save(a_reading())

    report = save(a_reading_of(FUNDED))

    assert report.status == "unchanged"
    assert PrintedTable.objects.count() == 1


def test_trial_writes_no_table():
    save(a_reading_of(FUNDED), dry_run=True)

    assert not PrintedTable.objects.exists()


def test_crash_in_the_middle_leaves_the_former_tables(monkeypatch):
    save(a_reading_of(FUNDED))
    monkeypatch.setattr(PrintedPage.objects, "bulk_create", None)

    with pytest.raises(TypeError):
        save(a_reading_of(FUNDED.replace("9 500", "8 000")))

    assert PrintedPage.objects.get().rows[1]["cells"][2]["text"] == "9 500,00 €"
    assert GrantLine.objects.count() == 1


def test_characters_that_no_database_takes_are_replaced():
    save(a_reading_of(FUNDED.replace("Judo", "Ju\x00do")))

    assert PrintedPage.objects.get().rows[1]["cells"][0]["text"] == "Ju\ufffddo Club"
