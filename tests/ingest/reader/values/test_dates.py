"""Printed years and dates."""

from datetime import date

import pytest

from ingest.reader.values.dates import find_years, parse_date, parse_year


def test_year_is_the_only_one_named():
    assert parse_year("Nombre de places pour 2022") == 2022
    assert parse_year("Montant 2022") == 2022
    assert parse_year("appel à projets 2022-2025") is None
    assert parse_year("2023 et 2024") is None
    assert parse_year("du 01/01/2023 au 31/12/2023") is None
    assert parse_year("2 022 €") is None
    assert parse_year("2000 €") is None
    assert find_years("voté en 2023, versé en 2024 et 2023") == (2023, 2024)


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("27 juin 2022", date(2022, 6, 27)),
        ("SEANCE DU LUNDI 27 JUIN 2022", date(2022, 6, 27)),
        ("1er juillet 2023", date(2023, 7, 1)),
        ("le 3 août 2024", date(2024, 8, 3)),
        ("10juin 2023", date(2023, 6, 10)),
        ("1erjuillet2023", date(2023, 7, 1)),
        ("27/06/2022", date(2022, 6, 27)),
        ("27.06.22", date(2022, 6, 27)),
        ("27-06-1998", date(1998, 6, 27)),
        ("2022-06-27", date(2022, 6, 27)),
        ("31/02/2022", None),
        ("15 mai 0001", None),
        ("", None),
        ("juin 2022", None),
    ],
)
def test_date_reads_what_is_printed(printed, day):
    assert parse_date(printed) == day


def test_years_are_those_of_budgets():
    assert find_years("association loi 1901, 1900 aidés, 1985 et 2031") == (1985, 2031)
