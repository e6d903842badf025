"""What a printed rate tells of the columns of money around it."""

from decimal import Decimal

import pytest

from ingest.reader.columns import read_columns
from ingest.reader.money.rates import parse_rate
from tests.ingest.reader.hand_built import a_table


def amounts_of(rows, **asked):
    columns = read_columns(a_table(rows), act_year=2024, **asked)
    return [column.header for column in columns if column.role == "amount"]


def test_rate_of_a_base_gives_the_grant_whatever_the_base_is_called():
    assert amounts_of("""
        Maître d'ouvrage | Opération | Montant retenu | Taux | Montant
        SIVOM de l'Aure | Étude | 80 000 | 50% | 40 000
        Commune de Nantelle | Réseaux | 30 000 | 70% | 21 000
    """) == ["Montant"]


def test_bare_figures_under_a_header_of_rates_are_rates():
    assert amounts_of("""
        Bénéficiaire | Montant voté des travaux | Taux (%) | Montant
        SIVOM de l'Aure | 80 000 | 50 | 40 000
        Commune de Nantelle | 30 000 | 70 | 21 000
    """) == ["Montant"]


def test_rate_that_is_of_no_column_changes_nothing():
    assert amounts_of("""
        Bénéficiaire | Montant retenu | Taux | Montant
        SIVOM de l'Aure | 80 000 | 50% | 12 000
        Commune de Nantelle | 30 000 | 70% | 7 000
    """) == ["Montant retenu"]


def test_what_is_retained_is_no_grant_beside_a_column_that_grants():
    rows = """
        Bénéficiaire | {} | Montant de l'aide
        SIVOM de l'Aure | 80 000 | 12 000
        Commune de Nantelle | 30 000 | 7 000
    """
    assert amounts_of(rows.format("Montant retenu")) == ["Montant de l'aide"]
    assert amounts_of(rows.format("Subvention retenue")) == ["Subvention retenue"]


def test_what_is_retained_goes_before_what_is_proposed():
    assert amounts_of("""
        Bénéficiaire | Subvention proposée | Montant retenu
        Les Hirondelles | 900 € | 800 €
        La Ruche | 500 € | 500 €
    """) == ["Montant retenu"]


def test_letters_for_kinds_of_aid_are_no_money():
    columns = read_columns(
        a_table("""
        Bénéficiaire | Aide (S : subvention, A : avance) | Montant de l'aide
        SIVOM de l'Aure | S | 12 000
        Commune de Nantelle | A | 7 000
    """)
    )
    assert [column.role for column in columns] == ["operator", "other", "amount"]


@pytest.mark.parametrize(
    ("text", "headed", "rate"),
    [("20 %", False, "0.2"), ("33,33%", False, "0.3333"), ("50", True, "0.5"), ("0,5", True, "0.5")],
)
def test_rates_are_read(text, headed, rate):
    assert parse_rate(text, headed=headed) == Decimal(rate)


@pytest.mark.parametrize("text", ["50", "20 % HT", "2 000", "", "20 % à 30 %"])
def test_what_is_no_rate(text):
    assert parse_rate(text) is None
