"""Pages read in part, or badly recognised and not read, are left over."""

import pytest

from ingest.reader.engines.notes import DAMAGED, MONEY_OUTSIDE, NO_TEXT, TOO_MUCH
from ingest.reader.errors import NoGrantError
from ingest.reader.records import Box, Document, Page, Source, Word
from ingest.reader.scanning.scanned_pages import BADLY, RECOGNISED
from ingest.reader.stages import Stages, reading_of
from ingest.reader.unread.incomplete_pages import incomplete_pages, unread_pages


def test_page_read_in_part_is_left_over_with_its_reason():
    pages = [
        Page(1, 600, 800, (), ()),
        Page(2, 600, 800, (), (), (NO_TEXT, TOO_MUCH)),
        Page(3, 600, 800, (), (), (DAMAGED,)),
        Page(4, 600, 800, (), (), (MONEY_OUTSIDE,)),
    ]
    found = incomplete_pages(pages)
    assert [one.source.page for one in found] == [2, 3, 4]
    told = ("trop chargée", "endommagée", "hors de cette page")
    assert [word in one.reason for word, one in zip(told, found, strict=True)] == [True] * 3


def page(number, texts, *notes):
    words = tuple(Word(text, Box(60, 100 + 20 * n, 120, 110 + 20 * n), 10) for n, text in enumerate(texts))
    return Page(number, 600, 800, words, (), notes=(RECOGNISED, *notes))


AMOUNTS = ("500,00€", "700,00€", "900,00€", "1.000,00€")


def test_badly_recognised_page_of_which_nothing_was_read_is_left_over():
    pages = [page(n, AMOUNTS, BADLY.format(number=n)) for n in (1, 2)] + [page(3, AMOUNTS)]
    [left] = unread_pages(pages, [Source(1, 1, 1, Box(0, 0, 1, 1))])
    assert (left.source.page, left.text) == (2, "Page 2")


def test_badly_recognised_page_without_amounts_is_not():
    assert unread_pages([page(1, ("Vu", "le", "rapport", "annexé"), BADLY.format(number=1))], []) == ()


def test_refusal_of_a_file_says_which_pages_could_not_be_read():
    pages = (page(1, ("Objet",)), page(2, AMOUNTS, BADLY.format(number=2)), page(3, AMOUNTS))
    stages = Stages(Document("acte.pdf", "", pages, "pdfium"), (), (), None, (), (), (), (), (), None)
    with pytest.raises(NoGrantError, match="mal reconnu\u202f: page\u00a02\\."):
        reading_of(stages)
