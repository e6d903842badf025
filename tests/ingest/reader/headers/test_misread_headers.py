"""Headers of recognised pages: words misread, columns whose header cannot be read at all."""

from dataclasses import replace

import pytest

from ingest.reader.columns import read_columns
from ingest.reader.grant_tables import read_tables
from ingest.reader.headers.misread_headers import is_word_of_headers, understood
from tests.ingest.reader.hand_built import a_table


def recognised(rows, *, certainty, header_certainty):
    table = a_table(rows)
    grid = tuple(
        tuple(cell and cell._replace(certainty=header_certainty if cell.row == 0 else certainty) for cell in row)
        for row in table.grid
    )
    return replace(table, grid=grid)


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Maère d'ouvrage", "maître d'ouvrage"),
        ("Bénéfic1aire", "bénéficiaire"),
        ("Communc", "commune"),
        ("N° de dossicr", "n de dossier"),
        ("Montant demundé", "montant demande"),
        ("lBénéficiaire", "bénéficiaire"),  # behind a border
    ],
)
def test_misread_header_is_understood(read, meant):
    assert understood(read) == meant


@pytest.mark.parametrize(
    "header",
    [
        *("Nature juridique", "Conseil départemental", "Fonctionnement", "Clubs sportifs", "Compétition", "de", "2024"),
        *("Charges prévisionnelles", "Frais de personnel"),
    ],
)
def test_other_words_stay_as_they_were_read(header):
    assert understood(header) == header


def test_letters_of_a_scribble_are_no_header():
    assert not is_word_of_headers("arr br 2018")
    assert is_word_of_headers("Montant vu")
    assert is_word_of_headers("2018")


MISREAD = """
    Maère d'ouvrage | Somme aioube
    Foyer rural du Bief | 1 500
    Les Amis du moulin | 2 500
"""


def test_column_under_a_misread_header_is_found_and_never_sure():
    operator, amount = read_columns(recognised(MISREAD, certainty=0.98, header_certainty=0.3), act_year=2024)
    assert (operator.role, amount.role) == ("operator", "amount")
    assert operator.certainty < 0.9
    assert "Maère d'ouvrage" in operator.note


def test_words_of_a_program_are_never_taken_for_others():
    operator, _ = read_columns(a_table(MISREAD), act_year=2024)
    assert operator.header == "Maère d'ouvrage"
    assert "mal lu" not in operator.note


def test_columns_under_scribbles_are_known_by_what_they_hold():
    rows = """
        z2 % | Bénéficiaire | arr br 2018 | de
        1 | Foyer rural du Bief | 1 620 | 1 800
        2 | Les Amis du moulin | 1 125 | 1 250
        3 | École de musique | 585 | 650
    """
    number, operator, before, voted = read_columns(
        recognised(rows, certainty=0.98, header_certainty=0.2), act_year=2024
    )
    assert (number.role, operator.role) == ("other", "operator")
    assert (before.role, voted.role) == ("amount_other", "amount")
    assert voted.certainty < 0.9


UNREAD = """
    z2 % | rn ii | l l
    Vitrac | Atelier | 1 500,00
    Lure | Concert | 2 500,00
    Bor | Concert | 800,00
    | | 4 800,00
"""


def test_list_under_a_header_that_cannot_be_read_is_read_with_doubt():
    name, _, amount = read_columns(recognised(UNREAD, certainty=0.98, header_certainty=0.2), act_year=2024)
    assert (name.role, amount.role) == ("operator", "amount")
    assert max(name.certainty, amount.certainty) < 0.9


def test_table_that_no_total_closes_is_no_list():
    table = recognised(UNREAD.replace("4 800", "4 900"), certainty=0.98, header_certainty=0.2)
    assert "operator" not in [column.role for column in read_columns(table, act_year=2024)]


AIDED_WORKS = """
    Maère d'ouvrage | Canton | Nature de l'opération | Dépense subventionnable | Taux | Subvention attribuée
    Commune de Vaucreuse | Bief | réfection du lavoir | 10 000,00 | 15 % | 1 500,00
    Commune de Sauveluse | Bief | aire de jeux | 5 000,00 | 20 % | 1 000,00
"""


def test_table_whose_beneficiaries_stand_under_a_misread_header_is_no_account():
    table = recognised(AIDED_WORKS, certainty=0.98, header_certainty=0.46)
    [read] = read_tables([table], [], act_year=2024)
    assert (read.skipped, len([row for row in read.rows if row.kind == "line"])) == ("", 2)
