"""Names of columns that end a page, over the columns of the table on the next."""

from ingest.reader.borderless.orphan_headers import header_at_foot
from ingest.reader.records import Box, Page, Word

SIDES = (40.0, 140.0, 240.0, 340.0)


def page(*names: tuple[float, float, str]) -> Page:
    """A page with these words in bold, each at its place across and down, five points a letter."""
    words = tuple(Word(text, Box(x, y, x + 5 * len(text), y + 9), 9, bold=True) for x, y, text in names)
    return Page(1, 600.0, 800.0, words, ())


def test_name_that_leans_over_the_column_of_another_heads_its_own():
    names = [(60.0, 700.0, "Nom"), (160.0, 700.0, "Rappel"), (250.0, 700.0, "Demande")]
    second = [(170.0, 711.0, "2021"), (225.0, 711.0, "del\u2019association")]
    assert header_at_foot(page(*names, *second), (), SIDES) is not None


def test_texts_over_the_same_columns_are_no_names():
    names = [(60.0, 700.0, "Un"), (120.0, 700.0, "deux-trois-quatre-cinq-six"), (262.0, 700.0, "sept-huit")]
    assert header_at_foot(page((60.0, 711.0, "Un-deux-trois-quatre-cinq"), *names), (), SIDES) is None
