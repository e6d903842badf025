"""Tables without a grant, as staff read of them."""

from ingest.reader.records import SkippedTable
from ingest.store.beside.skipped import skipped_notes


def test_tables_of_one_reason_are_one_sentence_with_their_pages():
    tables = [SkippedTable(number, "", "indicateurs", page) for number, page in enumerate((3, 4, 4, 5, 9, 11, 12), 1)]
    assert skipped_notes(tables) == ["7 tableaux laissés de côté, pages\u00a03 à 5, 9, 11 et 12\u202f: indicateurs"]


def test_a_table_alone_is_named_where_it_has_a_title():
    told = skipped_notes([SkippedTable(1, "RIB", "coordonnées bancaires", 2), SkippedTable(2, "", "liste de prix", 2)])
    assert told == [
        "Tableau laissé de côté «\u202fRIB\u202f», page\u00a02\u202f: coordonnées bancaires",
        "Tableau laissé de côté, page\u00a02\u202f: liste de prix",
    ]
