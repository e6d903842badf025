"""Lines of recognised pages: sure ones among doubtful ones, and those of sentences, on words made by hand."""

from decimal import Decimal

import pytest

from ingest.reader.doubts.page_doubts import POOR_PAGE_NOTE, as_sure_as_read, doubt_poor_pages
from ingest.reader.records import UNSURE, Box, LineRecord, Page, Source, Word
from ingest.reader.scanning.scanned_pages import RECOGNISED

DOUBTFUL = (0.5, 0.4, 0.7, 0.6)


def lines(*certainties):
    place = Source(1, 1, 1, Box(0.1, 0.1, 0.9, 0.2))
    return [
        LineRecord(number, "", "Foyer rural", 2031, Decimal(500), "500 €", place, certainty=certainty)
        for number, certainty in enumerate(certainties, 1)
    ]


def page(*notes):
    return Page(1, 600, 800, (), (), notes=notes)


def test_sure_line_among_doubtful_ones_is_doubted():
    *_, last = doubt_poor_pages(lines(*DOUBTFUL, 0.97), [page(RECOGNISED)])
    assert (last.certainty < 0.9, last.notes) == (True, (POOR_PAGE_NOTE,))


@pytest.mark.parametrize(
    ("certainties", "notes"),
    [((*DOUBTFUL, 0.97), ()), ((*DOUBTFUL, 0.97, 0.98, 0.99), (RECOGNISED,)), ((0.5, 0.6, 0.7, 0.97), (RECOGNISED,))],
    ids=["set text", "most are sure", "too few"],
)
def test_other_lines_stay_as_they_are(certainties, notes):
    given = lines(*certainties)
    assert doubt_poor_pages(given, [page(*notes)]) == tuple(given)


def words(*lines):
    """Words on lines ten points apart, each with its certainty."""
    return tuple(
        Word(text, Box(50 + 60 * place, 100 + 10 * row, 100 + 60 * place, 109 + 10 * row), 9, certainty=certainty)
        for row, line in enumerate(lines)
        for place, (text, certainty) in enumerate(line)
    )


def certainty_of(*lines, table=0):
    line = LineRecord(
        line=1,
        table="decision",
        operator="Association Les Tilleuls",
        year=2024,
        amount=Decimal(2500),
        amount_text="2 500 €",
        source=Source(1, table, table, Box(0, 0, 1, 1)),
        certainty=0.9,
    )
    [found] = as_sure_as_read([line], [Page(1, 600, 800, words(*lines), ())])
    return found.certainty


NAME = [("Association", 0.98), ("Les", 0.99), ("Tilleuls", 0.97)]


def test_sentence_is_as_sure_as_its_least_sure_word():
    assert certainty_of([*NAME, ("2", 0.99), ("500", 0.6), ("€", 0.9)]) == 0.6
    assert certainty_of([*NAME, ("2", 0.99), ("500", 0.98), ("€", 0.2)]) == 0.9


def test_name_is_as_sure_as_its_letters():
    assert certainty_of([*NAME[:2], ("Tilleuls", 0.4), ("500", 0.98)]) == 0.4


def test_amount_printed_far_from_the_name_is_doubted():
    assert certainty_of(NAME, [], [("500", 0.98)]) == 0.9
    assert certainty_of(NAME, *[[]] * 9, [("500", 0.98)]) == UNSURE


def test_rows_of_tables_and_set_text_keep_their_certainty():
    assert certainty_of([*NAME, ("500", 0.6)], table=2) == 0.9
    assert certainty_of([(text, 1.0) for text, _ in NAME], *[[]] * 9, [("500", 1.0)]) == 0.9
