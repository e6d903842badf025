"""Whole numbers in French words and in Roman figures."""

import pytest

from ingest.reader.values.number_words import parse_number_words, parse_roman


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("trente-quatre", 34),
        ("vingt et un", 21),
        ("soixante et onze", 71),
        ("quatre-vingts", 80),
        ("quatre-vingt-dix-sept", 97),
        ("mille cinq cents", 1500),
        ("deux cent quatre-vingt mille", 280_000),
        ("deux mille vingt-quatre", 2024),
        ("trois millions deux cent mille", 3_200_000),
        ("vingt et deux", None),
        ("vingt associations", None),
        ("un million", 1_000_000),
        ("millions", None),
        ("cent", 100),
        ("cents", None),  # the end of a number whose beginning is misprinted
    ],
)
def test_numbers_in_words(words, number):
    assert parse_number_words(words) == number


@pytest.mark.parametrize(
    ("figures", "number"), [("i", 1), ("iv", 4), ("xiv", 14), ("xxix", 29), ("un", None), ("vil", None)]
)
def test_roman_figures(figures, number):
    assert parse_roman(figures) == number
