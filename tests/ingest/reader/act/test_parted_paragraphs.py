"""Paragraphs cut where the act means them to be."""

from ingest.reader.act.parted_paragraphs import entry_apart


def test_an_act_that_is_all_tables_has_no_entry_to_part():
    assert entry_apart([]) == []
