from ingest.reader.engines.notes import DAMAGED, NO_TEXT, TOO_MUCH
from ingest.reader.incomplete_pages import incomplete_pages
from ingest.reader.records import Page


def test_page_read_in_part_is_left_over_with_its_reason():
    pages = [
        Page(1, 600, 800, (), ()),
        Page(2, 600, 800, (), (), (NO_TEXT, TOO_MUCH)),
        Page(3, 600, 800, (), (), (DAMAGED,)),
    ]
    found = incomplete_pages(pages)
    assert [one.source.page for one in found] == [2, 3]
    assert ["trop chargée" in found[0].reason, "endommagée" in found[1].reason] == [True, True]
