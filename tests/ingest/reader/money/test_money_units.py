"""Units said once for all the amounts of a table."""

from decimal import Decimal

import pytest

from ingest.reader.lines import grant_lines
from tests.ingest.reader.hand_built import a_table, read

ROWS = """
    Maître d'ouvrage{} | Travaux | Coût | Subvention votée{}
    SIVOM de l'Aure | Étude | 160,0 | 40,5
    Commune de Nantelle | Réseaux | 90,0 | 21,0
"""


def voted(rows, title=""):
    return [line.amount for line in grant_lines(read(a_table(rows, title=title))).lines]


@pytest.mark.parametrize(
    "title",
    [
        "Subventions d’investissement (en milliers d’euros)",
        "Aides 2024 – montants en k€",
        "Aides, en milliers d' euros",
    ],
)
def test_unit_in_the_title_counts_for_all_amounts(title):
    assert voted(ROWS.format("", ""), title) == [Decimal(40_500), Decimal(21_000)]


def test_unit_over_a_column_of_words_counts_for_all_amounts():
    assert voted(ROWS.format(" (en k€)", "")) == [Decimal(40_500), Decimal(21_000)]


def test_unit_is_told_in_the_notes():
    line = grant_lines(read(a_table(ROWS.format("", ""), title="en milliers d'euros"))).lines[0]
    assert any("1000" in note for note in line.notes)


def test_unit_over_one_column_of_money_is_its_own():
    rows = ROWS.format("", "").replace("Coût", "Coût en k€")
    assert voted(rows) == [Decimal("40.5"), Decimal("21")]


@pytest.mark.parametrize("title", ["Une enveloppe de 3 millions d’euros", "Aide en 2024 à la K danse", "En mairie"])
def test_titles_that_say_no_unit(title):
    assert voted(ROWS.format("", ""), title) == [Decimal("40.5"), Decimal("21")]


def test_thousandths_under_millions_are_read():
    rows = """
    Maître d'ouvrage | Subvention votée
    SIVOM de l'Aure | 1,250
    Commune de Nantelle | 0,419
    """
    assert voted(rows, "en M€") == [Decimal(1_250_000), Decimal(419_000)]
    assert voted(rows) == [Decimal("0.419")]


def test_unit_whose_words_a_narrow_column_cuts_is_read():
    rows = "Association | Montant attribué en millie rs d’euros\nLa Ruche | 40,5\nLe Bief | 21"
    assert voted(rows) == [Decimal(40_500), Decimal(21_000)]


def test_figures_with_one_decimal_and_no_unit_are_in_doubt():
    rows = "Association | Subvention votée\nLa Ruche | 40,5\nLe Bief | 21\nLe Tremplin | 3,9\nL’Étape | 1,4"
    lines = grant_lines(read(a_table(rows))).lines
    assert {line.certainty for line in lines} == {0.5}
    assert all("décimale" in " ".join(line.notes) for line in lines)
    euros = grant_lines(read(a_table(rows.replace(",5", ",50").replace(",9", ",90").replace(",4", ",40")))).lines
    assert {line.certainty for line in euros} == {1.0}
