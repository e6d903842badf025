"""Names of columns printed again over each part of a list, with headings."""

import pytest

from ingest.reader.lines import grant_lines
from ingest.reader.reshaping.headed_parts import head_parts
from tests.ingest.reader.hand_built import a_table, read

BY_NAME = """
    Bénéficiaire : 004512 JUDO CLUB DE BOR | |
    Adresse | : 12 rue du Moulin 46000 BOR |
    Objet | Imputation | Montant
    Tournoi | 65748 | 500,00
    Stage | 65748 | 200,00
    | Total | 700,00
    Bénéficiaire : 004513 CHORALE DE SORE | |
    Adresse | : 3 place Haute 46100 SORE |
    Objet | Imputation | Montant
    Concert | 65748 | 90,00
"""


def test_headings_that_name_a_beneficiary_are_a_column():
    lines = grant_lines(read(head_parts(a_table(BY_NAME, header_rows=0)))).lines
    assert [(line.operator, line.commune, line.action, line.amount) for line in lines] == [
        ("JUDO CLUB DE BOR", "BOR", "Tournoi", 500),
        ("JUDO CLUB DE BOR", "BOR", "Stage", 200),
        ("CHORALE DE SORE", "SORE", "Concert", 90),
    ]


def test_other_headings_stay_rows_under_the_names_of_the_columns():
    table = head_parts(
        a_table(
            """
            Canton de Bor | |
            Association | Objet | Subvention
            Judo club | Tournoi | 500,00
            Canton de Sore | |
            Association | Objet | Subvention
            Chorale | Concert | 90,00
            """,
            header_rows=0,
        )
    )
    assert [row[0].text for row in table.grid if row[0]] == [
        "Association",
        "Canton de Bor",
        "Judo club",
        "Canton de Sore",
        "Chorale",
    ]
    lines = grant_lines(read(table)).lines
    assert [(line.operator, line.territory) for line in lines] == [
        ("Judo club", "Canton de Bor"),
        ("Chorale", "Canton de Sore"),
    ]


def test_beneficiaries_over_parts_without_names_of_columns_are_a_column_too():
    table = head_parts(
        a_table(
            """
            Objet | N° dossier | Montant voté
            Tiers : Judo club de Bor | |
            Tournoi | 2024-0012 | 500,00
            Tiers : Chorale de Sore | |
            Concert | 2024-0013 | 90,00
            """
        )
    )
    lines = grant_lines(read(table)).lines
    assert [(line.operator, line.reference) for line in lines] == [
        ("Judo club de Bor", "2024-0012"),
        ("Chorale de Sore", "2024-0013"),
    ]


def test_a_list_whose_header_stands_once_is_given_back():
    table = a_table(
        """
        Association | Objet | Subvention
        Sport : clubs | |
        Judo club | Tournoi | 500,00
        """
    )
    assert head_parts(table) is table


def test_line_over_a_table_that_names_the_beneficiary_is_a_column():
    rows = """
        N° dossier | Objet | Montant voté
        2024-0012 | Tournoi | 500,00
        2024-0013 | Stage | 200,00
    """
    lines = grant_lines(read(head_parts(a_table(rows, title="Bénéficiaire : Judo club de Bor")))).lines
    assert [(line.operator, line.action) for line in lines] == [
        ("Judo club de Bor", "Tournoi"),
        ("Judo club de Bor", "Stage"),
    ]
    announced = "Le Comité syndical, à l’unanimité : Article 1 : attribue les aides suivantes :"
    for title in ("Subventions : liste des dossiers", announced, "Le comité attribue : Article 1"):
        table = a_table(rows, title=title)
        assert head_parts(table) is table


def test_services_over_parts_of_a_list_head_their_rows():
    lines = grant_lines(
        read(
            head_parts(
                a_table(
                    """
                    Bénéficiaire | Objet | Montant voté
                    Service : | CULTURE | ^
                    Harmonie | Concert | 500,00
                    Service : | ACTION SOCIALE | ^
                    Entraide | Colis | 200,00
                    """.replace("^", "")
                )
            )
        )
    ).lines
    assert [(line.operator, line.programme) for line in lines] == [
        ("Harmonie", "Service : CULTURE"),
        ("Entraide", "Service : ACTION SOCIALE"),
    ]


def test_second_row_of_names_printed_again_is_header():
    table = head_parts(
        a_table(
            """
            Commune : Bor | | |
            Dossier | Travaux | Coût | Subvention
            | | HT | votée
            2024-0012 | Toiture | 900,00 | 90,00
            Commune : Sore | | |
            Dossier | Travaux | Coût | Subvention
            | | HT | votée
            2024-0013 | Voirie | 500,00 | 50,00
            """,
            header_rows=0,
        )
    )
    found = grant_lines(read(table))
    assert [(line.operator, line.reference, line.amount) for line in found.lines] == [
        ("Bor", "2024-0012", 90),
        ("Sore", "2024-0013", 50),
    ]
    assert found.leftovers == ()


UNDER_NAMES = """
    Action | Places | Montant 2030
    {} | |
    Accueil | 12 | 500,00
    Atelier | 5 | 200,00
    Total {} | | 700,00
    {} | |
    Chantier | 9 | 90,00
"""


def test_bare_names_of_organisations_over_their_actions_are_beneficiaries_in_doubt():
    named = UNDER_NAMES.format("Club alpin", "Club alpin", "La Ruche")
    lines = grant_lines(read(head_parts(a_table(named.replace("La Ruche", "Centre social de Bor"))))).lines
    assert [(line.operator, line.action, line.certainty) for line in lines] == [
        ("Club alpin", "Accueil", 0.6),
        ("Club alpin", "Atelier", 0.6),
        ("Centre social de Bor", "Chantier", 0.6),
    ]


OVER_ROWS = """
    {} | Objet | Montant voté
    Club alpin | |
    Bor | Tournoi | 300 €
    Les Hirondelles | |
    Lure | Concert | 400 €
    {} | |
    Bor | Bal | 100 €
"""


@pytest.mark.parametrize("place", ["Commune", "Intervenant / Localisation"])
def test_bare_names_over_a_row_of_a_place_each_are_beneficiaries_in_doubt(place):
    lines = grant_lines(read(head_parts(a_table(OVER_ROWS.format(place, "Comité des fêtes"))))).lines
    assert [(line.operator, line.action, line.certainty) for line in lines] == [
        ("Club alpin", "Tournoi", 0.6),
        ("Les Hirondelles", "Concert", 0.6),
        ("Comité des fêtes", "Bal", 0.6),
    ]


def test_bare_names_over_rows_of_beneficiaries_head_them():
    table = a_table(OVER_ROWS.format("Bénéficiaire", "Comité des fêtes"))
    assert head_parts(table) == table


def test_bare_headings_of_kinds_or_of_places_name_no_beneficiary():
    for first, second in (("Clubs", "Écoles"), ("Canton de Bor", "Canton de Sore"), ("Culture", "Club alpin")):
        table = a_table(UNDER_NAMES.format(first, first, second))
        assert head_parts(table) == table
