"""Names of columns that end a page, over the columns of the table on the next."""

import pytest

from ingest.reader.borderless.orphan_headers import header_at_foot, with_orphan_headers
from ingest.reader.geometry.grid_places import Grid, Place
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


@pytest.mark.parametrize(
    ("heading", "bold", "top"),
    [("Sports", True, 48.0), ("Sports", False, 60.0), ("4 200 €", True, 60.0)],
    ids=["heads the rows", "not in bold", "a sum"],
)
def test_heading_over_rows_whose_header_ends_the_page_before_is_theirs(heading, bold, top):
    header = page((60.0, 700.0, "Nom"), (160.0, 700.0, "Objet"), (250.0, 700.0, "Montant"))
    words = tuple(
        Word(text, Box(45.0 + 30 * place, 49, 70.0 + 30 * place, 58), 9, bold=bold)
        for place, text in enumerate(heading.split())
    )
    places = tuple(Place(0, column, 1, 1, False) for column in range(3))
    rows = Grid(SIDES, (60.0, 80.0), places, sided=False)
    [before], [after] = with_orphan_headers([header, Page(2, 600.0, 800.0, words, ())], [(), (rows,)])
    assert before.header == before.height == 1
    assert (after.ys[0], after.height) == (top, 2 if top < 60 else 1)
    assert after.places[-3:] == tuple(place._replace(row=after.height - 1) for place in places)
