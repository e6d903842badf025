"""White between columns, as the rows that were read for sure tell it."""

import pytest

from ingest.reader.borderless.corridors import find_corridors
from ingest.reader.records import Box, Word

TEXTS = (("Foyer", 10, 60), ("Fête", 100, 140), ("750 €", 180, 200))


def rows(stamped):
    """Twelve rows of three columns; the ink of a stamp runs from the first to the second on so many of them."""
    found = []
    for index in range(12):
        level = 20 * index
        words = [Word(text, Box(x0, level, x1, level + 8), 8) for text, x0, x1 in TEXTS]
        if index < stamped:
            words.append(Word("REÇU", Box(50, level, 110, level + 8), 8, certainty=0.2))
        found.append(words)
    return found


def test_ink_of_a_stamp_over_some_rows_does_not_join_two_columns():
    assert len(find_corridors(rows(stamped=4), 0, 210)) == 2


def test_where_most_rows_read_badly_all_of_them_tell():
    assert len(find_corridors(rows(stamped=9), 0, 210)) == 1


@pytest.mark.parametrize(("behind", "columns"), [("euros", 2), ("EUR", 2), ("Vesoul", 3)])
def test_words_behind_figures_that_end_at_one_place_are_a_column_but_for_a_currency(behind, columns):
    found = []
    for index, figure in enumerate(("800", "90", "750", "12000", "40", "300", "150", "2500")):
        level = 15 * index
        words = [("Harmonie", 50, 90), (figure, 375 - 5 * len(figure), 375), (behind, 377.5, 400)]
        found.append([Word(text, Box(x0, level, x1, level + 9), 9) for text, x0, x1 in words])
    assert len(find_corridors(found, 40, 410)) == columns - 1
