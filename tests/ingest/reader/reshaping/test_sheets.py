"""Lists whose headings stand down the left side, a column for each beneficiary."""

import pytest

from ingest.reader.lines import grant_lines
from ingest.reader.reshaping.sheets import turn_sheets
from tests.ingest.reader.hand_built import a_table, read

EACH = """
     | {} | {}
    Budget total | 9 000 € | 7 000 €
    Demande 2031 | 1 000 € | 800 €
    {} | 900 € | 700 €
"""


def test_beneficiaries_with_a_column_each_are_rows():
    table = turn_sheets(a_table(EACH.format("Club alpin", "La Ruche", "Subvention votée 2031")))
    lines = grant_lines(read(table, act_year=2031)).lines
    assert [(line.operator, line.amount, line.certainty) for line in lines] == [
        ("Club alpin", 900, 1),
        ("La Ruche", 700, 1),
    ]


def test_pairs_side_by_side_are_one_sheet():
    rows = """
        N° de dossier | 31-014 | Service | Culture
        Bénéficiaire | Club alpin | Commune | Bor
        Objet | Tournoi | < | <
        Aide sollicitée | 1 000 € | Aide proposée | 900 €
    """
    lines = grant_lines(read(turn_sheets(a_table(rows, header_rows=0)), act_year=2031)).lines
    assert [(line.reference, line.operator, line.commune, line.action, line.amount) for line in lines] == [
        ("31-014", "Club alpin", "Bor", "Tournoi", 900)
    ]


def test_sheets_alike_that_were_joined_over_pages_are_rows_of_one_list():
    rows = """
        Bénéficiaire | Club alpin | < | <
        Coût | 4 000 € | Aide proposée | 900 €
        Bénéficiaire | La Ruche | < | <
        Coût | 5 000 € | Aide proposée | 700 €
    """
    lines = grant_lines(read(turn_sheets(a_table(rows, header_rows=0)), act_year=2031)).lines
    assert [(line.operator, line.amount) for line in lines] == [("Club alpin", 900), ("La Ruche", 700)]


def test_a_sheet_opens_with_the_aid_that_it_is_asked_under():
    rows = """
        DOSSIER N° 31-014 | <
        Dispositif | Aide aux projets culturels
        Bénéficiaire | Club alpin
        Dépenses éligibles | 3 000 €
        Montant de la subvention | 900 €
    """
    lines = grant_lines(read(turn_sheets(a_table(rows)), act_year=2031)).lines
    assert [(line.operator, line.amount, line.programme) for line in lines] == [
        ("Club alpin", 900, "Aide aux projets culturels")
    ]


def test_a_sheet_whose_values_are_words_of_headers_too_is_one():
    rows = """
        Dispositif | Aide aux projets culturels
        Bénéficiaire | Club alpin
        Commune | Bor
        Statut juridique | Association
        Objet du projet | Festival jeune public
        Dépenses éligibles | 3 000 €
        Taux d’intervention | 30 %
        Montant de la subvention | 900 €
    """
    lines = grant_lines(read(turn_sheets(a_table(rows, header_rows=0)), act_year=2031)).lines
    assert [(line.operator, line.amount) for line in lines] == [("Club alpin", 900)]


def test_names_over_two_columns_are_no_sheet_though_most_names_head_columns():
    table = a_table("Bénéficiaire | Montant voté\nCentre social | 900 €\nCollège | 700 €", header_rows=1)
    assert turn_sheets(table) is table


def test_cells_of_several_amounts_under_the_name_of_a_column_are_amounts():
    rows = (
        "Association | Aide votée\nMission locale de Bor | 60700 2500\nJudo club | 1900 1650\nTotal des aides | 66750"
    )
    table = a_table(rows, header_rows=1)
    assert turn_sheets(table) is table


def test_names_of_columns_over_a_total_alone_are_no_pairs():
    rows = (
        "Avenant | Budget | Demandé | Accordé | Bénéficiaire | Code tiers\nTotal | 37 600 € | 11 750 € | 9 400 € | | "
    )
    table = a_table(rows, header_rows=1)
    assert turn_sheets(table) is table


def test_two_lists_side_by_side_are_no_sheet():
    table = a_table("Association | Aide | Association | Aide\nClub alpin | 900 € | La Ruche | 700 €")
    assert turn_sheets(table) is table


@pytest.mark.parametrize(
    "words",
    [
        ("Fonctionnement", "Investissement", "Subventions votées"),
        ("Club alpin", "La Ruche", "Recettes"),
        ("Culture", "Sport", "Subventions 2031"),
    ],
)
def test_sums_of_other_kinds_stay_as_they_are(words):
    table = a_table(EACH.format(*words))
    assert turn_sheets(table) is table
