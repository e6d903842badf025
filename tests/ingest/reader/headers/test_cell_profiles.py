"""What the cells of a column hold."""

import pytest

from ingest.reader.headers.cell_profiles import Profile, is_reference


@pytest.mark.parametrize(
    "text", ["2022/01256", "D23-0456", "EX012345", "24D01205", "2024-SUB-0012", "SUB/2024/00123", "P033O001-0012"]
)
def test_numbers_of_files_are_references(text):
    assert is_reference(text)


@pytest.mark.parametrize("text", ["12/03/2024", "1 234,50", "2024", "Judo club 2000", "2024 Varsigny", "46450 Bor"])
def test_dates_amounts_names_and_postcodes_are_none(text):
    assert not is_reference(text)


@pytest.mark.parametrize("said", ["idem", "maintien", "NC", "="])
def test_what_stands_for_an_amount_makes_a_column_of_money_no_less_one(said):
    assert Profile(["250 €", said, said, "120 €", ""]).money == 1
    assert Profile(["Judo", said]).amounts == 0
    assert Profile(["250 €", "convention", "à verser", said]).money == pytest.approx(1 / 3)
