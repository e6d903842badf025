"""Two ruled tables drawn right under one another, with columns of other widths."""

import pytest

from tests.ingest.reader.drawn_pdfs import table

SPORT = [["Associations sportives", "Montant"], ["Judo Club", "4 200"], ["Club nautique", "7 500"], ["Total", "11 700"]]
CULTURE = [["Associations culturelles", "Montant"], ["Bagad", "1 500"], ["Chorale", "300"], ["Total", "1 800"]]


@pytest.fixture
def found(found):
    def read(*drawn):
        read = found(drawn)
        return [[[cell.text if cell else None for cell in row] for row in one.grid] for one in read]

    return read


def test_tables_whose_sides_are_elsewhere_are_two(found):
    assert found(table(60, 100, [180, 80], SPORT), table(60, 164, [195, 65], CULTURE)) == [SPORT, CULTURE]


def test_row_set_over_columns_of_its_own_parts_nothing(found):
    title = [["Ville", "2031"]]
    [read] = found(table(60, 84, [120, 140], title), table(60, 100, [180, 80], SPORT))
    assert len(read) == 5


def test_columns_that_go_on_under_new_ones_are_one_table(found):
    wide = [["Chorale", "300", "saison"], ["Bagad", "1 500", "tournée"]]
    assert len(found(table(60, 100, [180, 80], SPORT), table(60, 164, [180, 40, 40], wide))) == 1
