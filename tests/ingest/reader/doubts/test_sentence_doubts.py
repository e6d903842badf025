"""Grants of sentences on recognised pages, on words made by hand."""

from decimal import Decimal

from ingest.reader.doubts.sentence_doubts import as_sure_as_read
from ingest.reader.records import UNSURE, Box, LineRecord, Page, Source, Word


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
