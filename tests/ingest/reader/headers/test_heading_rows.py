"""Headings of several rows, set wrongly or not where they are looked for."""

from dataclasses import replace

import pytest

from ingest.reader.columns import read_columns
from ingest.reader.grant_tables import titles_of
from ingest.reader.headers.column_headers import find_header
from ingest.reader.lines import grant_lines
from ingest.reader.reshaping.sections import split_sections
from tests.ingest.reader.hand_built import a_table, read, roles


def test_town_beside_an_address_under_the_beneficiary_is_the_town():
    rows = """
        Bénéficiaire | < | < | Subvention
        Nom | Adresse | Commune | ^
        Les Joutes | 3 rue du Moulin | Bor | 1 500 €
        La Ruche | Le Bourg | Lure | 700 €
    """
    assert roles(rows, header_rows=2) == ["operator", "other", "commune", "amount"]


def test_two_level_header_brings_the_year_down():
    rows = """
        Organisme | Année 2024 | < | Année 2025 | <
        ^ | Places | Montant | Places | Montant
        Le Tremplin | 12 | 6 000 € | 14 | 7 000 €
        L'Étape | 10 | 5 000 € | 10 | 5 000 €
    """
    assert roles(rows, header_rows=2) == ["operator", "places 2024", "amount 2024", "places 2025", "amount 2025"]


def test_heading_that_runs_over_names_of_columns_heads_rows():
    rows = """
        Communes | Libellé des travaux | Subvention
        ARRONDISSEMENT DE MONTFERRAND | < |
        Bor | Réfection du lavoir | 4 000 €
        Lure | Passage piéton | 3 000 €
    """
    table = read(a_table(rows, header_rows=2))
    assert [column.header for column in table.columns] == ["Communes", "Libellé des travaux", "Subvention"]
    assert [row.kind for row in table.rows] == ["header", "group", "line", "line"]


def test_name_under_several_names_of_which_one_is_blank_stays_in_the_header():
    rows = """
        Communes | | Subvention
        Travaux de voirie prévus | < |
        Bor | Réfection du lavoir | 4 000 €
    """
    assert find_header(a_table(rows, header_rows=2)).rows == 2


def test_sentences_that_ran_into_a_header_name_no_column():
    rows = """
        Vu le règlement des aides | < | et que les demandes reçues
        des cantons ; | | ont été instruites ;
        Opérateur | Objet | Montant
        La Ruche | Fête | 500 €
        Judo club | Tournoi | 400 €
    """
    assert roles(rows, header_rows=3) == ["operator", "action", "amount"]
    broken = """
        Association | Objet (achat ; | Subvention
         | location) | votée
        La Ruche | Fête | 500 €
        Judo club | Tournoi | 400 €
    """
    assert roles(broken, header_rows=2) == ["operator", "action", "amount"]


def test_rest_of_a_name_of_money_on_a_level_of_its_own_hides_no_money():
    rows = """
        Bénéficiaire | Subvention sollicitée | Proposition du
        ^ | Président | <
        Judo club | 1 250 € | 1 000 €
        Chorale | 900 € | 700 €
    """
    assert roles(rows, header_rows=2) == ["operator", "amount_other", "amount"]


def test_total_of_what_is_counted_is_no_money():
    rows = """
        Bailleur | Nombre de logements | < | < | Subvention | < | <
        ^ | PLUS | PLAI | Total | PLUS | PLAI | Total
        Le Toit | 3 | 4 | 7 | 6 000 € | 16 000 € | 22 000 €
        Habitat 21 | 19 | 1 | 20 | 38 000 € | 4 000 € | 42 000 €
    """
    places, money = ["places"] * 3, ["amount_other", "amount_other", "amount"]
    assert roles(rows, header_rows=2) == ["operator", *places, *money]


def test_second_level_of_the_header_is_found_where_the_grid_says_one():
    columns = read_columns(
        a_table(
            """
            Organisme | Subvention | <
            ^ | Montant demandé | Montant accordé
            Le Tremplin | 8 000 € | 6 000 €
            """,
            header_rows=1,
        )
    )
    assert [column.role for column in columns] == ["operator", "amount_other", "amount"]
    assert columns[1].note == "montant demandé"


def test_accounts_under_the_name_of_their_columns_are_no_aim():
    rows = """
        Club | Subvention | Imputation budgétaire | < | <
        ^ | ^ | Chapitre | Fonction | Nature
        Judo Club | 500 € | 65 | 326 | 65748
        Moto Club | 700 € | 65 | 326 | 65748
    """
    assert roles(rows, header_rows=2) == ["operator", "amount", "other", "other", "other"]


def test_header_that_the_grid_missed_is_found():
    columns = read_columns(
        a_table(
            """
            Bénéficiaire | Objet | Montant accordé
            Les Amis du Lavoir | Fête de l'eau | 1 500 €
            """,
            header_rows=0,
        )
    )
    assert [column.role for column in columns] == ["operator", "action", "amount"]
    assert all(column.certainty > 0.9 for column in columns)


def test_title_that_speaks_of_money_over_a_name_of_column_leaves_it_its_role():
    table = """
        Programmation des aides {header} | Montant
        Les Amis du Lavoir | 900 €
        Chœur de la Vallée | 300 €
    """
    assert roles(table.format(header="Bénéficiaire")) == ["operator", "amount"]
    assert roles(table.format(header="aux bénéficiaires")) == ["detail", "amount"]


def test_header_cut_over_two_cells_is_one_header():
    assert roles(
        """
        Association | Budget de | Subvention
        ^ | l'action | ^
        Union cycliste | 9 000 € | 3 000 €
        """,
        header_rows=2,
    ) == ["operator", "amount_other", "amount"]


def test_name_over_other_names_is_no_column_of_money():
    assert roles(
        """
        Thème | Aides accordées | < | <
        ^ | | Bénéficiaire | Montant
        Sport | | Les Hirondelles | 300 €
        ^ | | La Ruche | 200 €
    """,
        header_rows=2,
    )[2:] == ["operator", "amount"]


def test_names_of_parts_make_a_header():
    assert roles(
        """
        Associations | Fonctionnement | Exceptionnelle | Total 2024
        Les Hirondelles | 350 € | 100 € | 450 €
        La Ruche | 200 € | | 200 €
    """,
        header_rows=0,
    ) == ["operator", "amount_other", "amount_other", "amount 2024"]


def test_heading_of_the_first_rows_alone_is_no_header():
    rows = """
        Insertion par l'activité |
        Harmonie municipale de Grisolet | 2 150,00 €
        Association des parents | 59 900,00 €
        Union sportive de Beyrac | 700,00 €
    """
    assert roles(rows) == ["operator", "amount"]


def test_year_that_calls_a_note_heads_its_column():
    rows = """
        Association | Crédits | < | <
        ^ | 2024 | 2025 | 2026 (1)
        Foyer rural de Bor | 2 300 € | 2 310 € | 2 320 €
        Chorale de Lure | 800 € | 810 € | 820 €
    """
    assert roles(rows, header_rows=2)[1:] == ["amount 2024", "amount 2025", "amount 2026"]


def test_years_with_a_word_beside_them_head_columns():
    rows = """
        Club | Subvention | Subvention
        | 2023 (rappel) | 2024 (proposition)
        Judo de Bor | 1 400 € | 1 500 €
        Tennis de Sore | 2 000 € | 2 300 €
    """
    assert roles(rows, header_rows=2) == ["operator", "amount_other 2023", "amount 2024"]


def test_first_row_whose_sum_may_be_a_year_is_no_second_row_of_headings():
    rows = """
        Association | Subvention
        Foyer rural de Bor | 2000
        Judo de Sore | 1300
        Radio Saulx | 2400
    """
    assert roles(rows, header_rows=2) == ["operator", "amount"]


def test_years_under_one_name_are_headings_beside_a_name_without_another_under_it():
    rows = """
        Association | Subvention | Subvention
        Association | 2023 | 2024
        Foyer rural de Bor | 1000 | 2000
        Judo de Sore | 1100 | 1300
    """
    assert roles(rows, header_rows=2) == ["operator", "amount_other 2023", "amount 2024"]


def test_name_over_several_columns_that_stands_over_the_streets_leaves_who_receives_to_the_names():
    rows = """
        Nom | Bénéficiaire Adresse | Projet | Subvention
        Foyer rural de Bor | 12 rue du Moulin | Bal | 1 000 €
        Judo de Sore | 3 bis place de la Mairie | Tournoi | 1 300 €
        Radio Saulx | 40 chemin des Prés | Antenne | 2 400 €
    """
    assert roles(rows) == ["operator", "other", "action", "amount"]


def test_header_is_looked_for_once_in_a_table_and_again_in_a_changed_copy():
    table = a_table("""
        Organisme | Montant
        Le Tremplin | 8 000 €
    """)
    assert find_header(table) is find_header(table)
    assert find_header(replace(table, grid=table.grid[1:], header_rows=0)).rows == 0


@pytest.mark.parametrize("money", ["500 € / 400 €", "Projet : 300 € Matériel : 200 €"])
def test_row_that_prints_sums_is_no_header_though_none_is_one_amount(money):
    rows = f"""
        Association | Objet | Montant
        La Ruche | Concert | 200 €
        Groupement Sport | Festival | {money}
    """
    assert [row.kind for row in read(a_table(rows)).rows] == ["header", "line", "line"]
    assert len(split_sections(a_table(rows))) == 1


@pytest.mark.parametrize(("over", "programme"), [("Crédits", ""), ("Culture", "Culture")])
def test_name_of_money_over_all_columns_is_no_programme(over, programme):
    rows = f"""
        {over} | < | < | <
        Intitulé du projet | Organisme | Crédits 2026 | Crédits 2027
        Fête | La Ruche | 500 € | 600 €
        Stage | Judo club | 400 € | 300 €
    """
    lines = grant_lines(read(a_table(rows, header_rows=2), act_year=2026)).lines
    assert {line.programme for line in lines} == {programme}


def test_row_that_a_name_covers_is_of_the_header_under_two_titles():
    rows = """
        Annexe 2 à la délibération 2031-06 | < | <
        Subventions culturelles | < | <
        Nom de la structure | Demande | Montant attribué
        ^ | 2031 | 2031
        ^ | (en €) | (en €)
        La Ruche | 1 500 | 700
        Le Bief | 900 | 800
    """
    table = a_table(rows, header_rows=0)
    assert find_header(table).rows == 5
    assert [column.role for column in read_columns(table)] == ["operator", "amount_other", "amount"]
    assert titles_of(table) == ("Subventions culturelles",)


def test_row_of_data_that_a_name_covers_is_no_header():
    rows = "Association | Commune | Montant voté\n^ | Bor | 500 €\nLa Ruche | Lure | 700 €"
    assert find_header(a_table(rows, header_rows=0)).rows == 1


@pytest.mark.parametrize("rows", ["Bénéficiaire | Objet | Montant", "Bénéficiaire | Objet | Montant\n^ | ^ | voté"])
def test_rows_whose_texts_might_head_columns_are_lines_where_bare_figures_stand_under_theirs(rows):
    table = a_table(
        f"""
        {rows}
        Association sportive du collège | Fonctionnement | 150
        Judo Club | Tournoi annuel | 900
        Commune nouvelle | Subvention annuelle | 1 200
        """
    )
    lines = [row.cells[0].text for row in read(table).rows if row.kind == "line"]
    assert lines == ["Association sportive du collège", "Judo Club", "Commune nouvelle"]


def test_numbers_of_accounts_under_names_head_columns():
    accounts = a_table(
        """
        Bénéficiaire | Fonctionnement | Investissement
        ^ | 6574 | 20422
        Judo Club | 900 | 1 200
        """
    )
    assert [row.kind for row in read(accounts).rows] == ["header", "header", "line"]


def test_cell_over_several_columns_that_names_each_names_them():
    rows = """
        Association | Montant de la subvention Région EPCI Part départementale | < | <
        Les Joutes | 900 € | 300 € | 1 500 €
        La Ruche | 400 € | 200 € | 700 €
    """
    assert roles(rows) == ["operator", "amount_other", "amount_other", "amount"]
