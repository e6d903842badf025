"""Where the pages of a document may be parted, each part looked at alone for its tables."""

import pytest

from ingest.reader.layout.pages.page_grids import calm_place
from ingest.reader.records import Box, Page, Rule, Word

PROSE = ("Le conseil a examiné le rapport", "et il en a débattu longuement")
AMOUNTS = ("Les Hirondelles", "1200,00€")


def a_page(number, texts, rules=()):
    words = [
        Word(word, Box(50 + 60 * place, 100 + 20 * row, 100 + 60 * place, 110 + 20 * row), 10.0)
        for row, text in enumerate(texts)
        for place, word in enumerate(text.split(" "))
    ]
    return Page(number, 595.0, 842.0, tuple(words), rules)


def pages_of(*texts):
    return [a_page(number, own) for number, own in enumerate(texts, 1)]


def test_pages_of_prose_are_parted_in_the_middle():
    assert calm_place(pages_of(*[PROSE] * 8)) == 3


def test_a_table_without_sides_is_not_parted():
    place = calm_place(pages_of(PROSE, PROSE, AMOUNTS, AMOUNTS, AMOUNTS, PROSE, PROSE, PROSE))
    assert place in (1, 5, 6, 7)


@pytest.mark.parametrize("texts", [[AMOUNTS] * 8, [PROSE] * 3])
def test_nothing_is_parted_where_amounts_are_everywhere_or_pages_few(texts):
    assert calm_place(pages_of(*texts)) == 0


def test_levels_that_may_go_on_are_not_parted():
    levels = tuple(Rule(50.0, y, 400.0, y) for y in (90.0, 115.0, 135.0, 160.0))
    pages = [a_page(number, PROSE, levels) for number in range(1, 9)]
    assert calm_place(pages) == 0
