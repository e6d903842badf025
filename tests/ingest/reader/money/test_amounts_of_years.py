"""Years over columns of money: which are amounts of this act, and of which year."""

import pytest

from ingest.reader.columns import read_columns
from tests.ingest.reader.hand_built import a_table, roles


def test_unit_over_the_names_says_what_the_figures_under_years_are():
    assert roles("""
        En milliers d’euros | BP 2023 | BP 2024
        Agence du Tourisme | 1 450,0 | 1 475,5
        Syndicat du Lac | 312,5 | 300,0
        Les Gîtes réunis | - | 42,5
    """) == ["operator", "amount_other 2023", "amount 2024"]


def test_year_that_one_column_alone_names_is_that_of_the_others():
    rows = """
        Tiers | Montant proposé | Montant voté 2024 | Reste à mandater
        Les Joutes | 1 500,00 | 1 200,00 | 1 200,00
        La Ruche | 700,00 | 700,00 | 0,00
    """
    assert roles(rows, act_year=None)[1:] == ["amount_other", "amount 2024", "amount_other"]


def test_several_years_side_by_side_all_count():
    assert roles("""
        Structure | Places 2024 | Places 2025 | Montant 2024 | Montant 2025 | Total
        Le Tremplin | 12 | 14 | 6 000 € | 7 000 € | 13 000 €
        L'Étape | 10 | 10 | 5 000 € | 5 000 € | 10 000 €
    """) == ["operator", "places 2024", "places 2025", "amount 2024", "amount 2025", "amount_other"]


def test_what_is_foreseen_for_later_years_is_not_voted_but_a_year_of_the_vote_is():
    rows = """
        Structure | Proposition 2031 | {word} 2032 | {word} 2033
        Le Tremplin | 6 000 € | 6 000 € | 6 500 €
        La Ruche | 700 € | 700 € | 800 €
    """
    forecast = roles(rows.format(word="Prévision"), act_year=2031)
    assert forecast[1:] == ["amount 2031", "amount_other 2032", "amount_other 2033"]
    proposed = roles(rows.format(word="Proposition"), act_year=2031)
    assert proposed[1:] == ["amount 2031", "amount 2032", "amount 2033"]


def test_last_year_is_a_reminder():
    assert roles(
        """
        Club | 2023 | 2024
        Union cycliste | 1 000 € | 1 200 €
        """,
        act_year=2024,
    )[1:] == ["amount_other 2023", "amount 2024"]


@pytest.mark.parametrize("said", ["idem", "reconduction"])
def test_last_year_is_a_reminder_beside_a_year_that_repeats_its_sums_in_words(said):
    rows = f"""
        Club | 2023 | 2024
        Union cycliste | 1 000 € | {said}
        Foyer rural | 300 € | 350 €
        Chorale | 200 € | {said}
    """
    assert roles(rows, act_year=2024)[1:] == ["amount_other 2023", "amount 2024"]


def test_the_new_amount_is_read_beside_the_old_one():
    rows = """
        Bénéficiaire | Ancien montant | Nouveau montant
        Foyer rural | 3 000 € | 1 500 €
    """
    assert roles(rows) == ["operator", "amount_other", "amount"]


@pytest.mark.parametrize("voted", ["Exercice 2024", "Exercice 2024 (a)"])
def test_last_year_is_a_reminder_beside_a_year_that_calls_a_note(voted):
    rows = f"""
        Attributaire | Subvention 2023 | {voted}
        Foyer rural  | 100,00          | 200,00
        Chorale      | 300,00          | 400,00
    """
    assert roles(rows) == ["operator", "amount_other 2023", "amount 2024"]


def test_financial_years_over_money_are_amounts_of_these_years():
    table = """
        Bénéficiaire | Subvention     | <
        ^            | Exercice 2024  | Exercice 2025
        Club A       | 1 000,00 euros | 1 200,00 euros
        Club B       | 500,00 euros   | 300,00 euros
        """
    assert roles(table, header_rows=2) == ["operator", "amount 2024", "amount 2025"]


@pytest.mark.parametrize("reminder", ["N-1", "Année N-1", "N°"])
def test_money_under_the_sign_of_last_year_is_no_file_number(reminder):
    table = f"""
        Association | {reminder} | Subvention votée
        Club A      | 19 300,00  | 20 000,00
        Club B      | 450,00     | 500,00
        """
    assert roles(table) == ["operator", "amount_other", "amount"]


def test_whole_numbers_under_years_are_grants_where_the_title_says_so():
    rows = """
        Clubs | BP 2030 | BP 2031
        Aïkido | 400 | 420
        Badminton | 1 150 | 1 200
    """
    titled = read_columns(a_table(rows, title="décide d’allouer les subventions suivantes :"), act_year=2031)
    assert [column.role for column in titled] == ["operator", "amount_other", "amount"]
    counted = read_columns(a_table(rows, title="Nombre de licenciés"), act_year=2031)
    assert [column.role for column in counted] == ["operator", "other", "other"]


def test_years_that_come_to_the_amount_beside_them_are_the_amounts():
    table = """
        Association      | 2024  | 2025  | Montant total
        Union cycliste   | 500   | 510   | 1 010
        Foyer rural      | 900   | {year}   | 1 810
        """
    found = read_columns(a_table(table.format(year=910)))
    assert [(one.role, one.year) for one in found[1:]] == [("amount", 2024), ("amount", 2025), ("amount_other", None)]
    assert [one.role for one in read_columns(a_table(table.format(year=17)))[1:]] == ["other", "other", "amount"]


def test_an_amount_of_any_name_that_its_years_come_to_is_not_counted_with_them():
    table = """
        Commune         | Participation départementale | 2024   | 2025
        Bor             | 1 010,00                     | 500,00 | 510,00
        Lure            | {whole}                      | 900,00 | 910,00
        """
    found = read_columns(a_table(table.format(whole="1 810,00")))
    assert [one.role for one in found[1:]] == ["amount_other", "amount", "amount"]
    found = read_columns(a_table(table.format(whole="2 400,00")))
    assert found[1].role == "amount"


def test_years_come_to_the_amount_beside_rows_that_wait_for_theirs():
    table = """
        Association      | Exercice 2024 | Exercice 2025 | Total des deux années
        Union cycliste   | 60.100        | 60.110        | 120.210
        Foyer rural      | 44.200        | 44.210        | 88.410
        Chorale          | en attente    | en attente    | en attente
        Ciné-club        | en attente    | en attente    | en attente
        Boxe             | refusé        | refusé        | refusé
        Judo Club        | 41.600        | 41.610        | 83.210
        """
    found = read_columns(a_table(table))
    assert [one.role for one in found[1:]] == ["amount", "amount", "amount_other"]


def test_year_under_a_name_of_money_says_which_year_of_bare_figures():
    found = read_columns(
        a_table(
            """
            Association    | Subvention    | <
            ^              | Exercice 2024 | Exercice 2025
            Union cycliste | 500           | 510
            Foyer rural    | 900           | 910
            """,
            header_rows=2,
        )
    )
    assert [(one.role, one.year) for one in found[1:]] == [("amount", 2024), ("amount", 2025)]


def test_years_under_a_title_that_grants_are_sure_amounts():
    rows = """
        Associations | 2023 | 2024
        Boule du Bourg | 350 | 360
        Ski-Club | 1 100 | 900
    """
    told = read_columns(a_table(rows, title="vote les subventions suivantes (en euros) :"), act_year=2024)
    untold = read_columns(a_table(rows, title="Comptes des clubs"), act_year=2024)
    assert [(one.role, one.certainty < 0.8) for one in told][2:] == [("amount", False)]
    assert all(one.certainty < 0.8 for one in untold if one.role == "amount")


def test_round_figures_under_years_are_doubtful_amounts_where_nothing_else_is_the_amount():
    table = """
        Association      | {first}      | Exercice 2024
        Union cycliste   | 500 €        | {figure}
        Foyer rural      | 900 €        | 950
        Harmonie         | 300 €        | 1 200
        """
    found = read_columns(a_table(table.format(first="Montant 2023", figure=700)), act_year=2024)
    assert [(one.role, one.year) for one in found[1:]] == [("amount_other", 2023), ("amount", 2024)]
    assert found[2].certainty < 0.9
    assert read_columns(a_table(table.format(first="Montant 2023", figure=17)))[2].role == "other"
    assert read_columns(a_table(table.format(first="Montant", figure=700)))[2].role == "other"


def test_amount_of_the_season_before_is_a_reminder():
    rows = """
        Club | Subvention 2023-2024 (€) | Subvention 2024-2025 (€)
        Judo de Bor | 1 400 | 1 500
        Tennis de Sore | – | 2 300
    """
    assert roles(rows) == ["operator", "amount_other", "amount"]


def test_year_that_is_asked_for_is_that_of_an_act_that_prints_none():
    rows = """
        Association | Attribué 2029 | Attribué 2030 | Demandé 2031 | Attribué 2031
        La Ruche | 500 € | 600 € | 900 € | 700 €
        Judo Club | 300 € | 300 € | 400 € | 350 €
    """
    assert roles(rows, act_year=None)[1:] == [
        "amount_other 2029",
        "amount_other 2030",
        "amount_other 2031",
        "amount 2031",
    ]


def test_votes_of_several_years_in_a_list_without_a_date_are_in_doubt_but_for_the_last():
    rows = """
        Association | Attribué 2030 | Attribué 2031
        La Ruche | 500 € | 600 €
        Judo Club | 300 € | 350 €
    """
    undated = read_columns(a_table(rows), act_year=None)[1:]
    assert [(column.role, column.year, column.certainty) for column in undated] == [
        ("amount", 2030, 0.5),
        ("amount", 2031, 1),
    ]
    assert [column.certainty for column in read_columns(a_table(rows), act_year=2030)[1:]] == [1, 1]


def test_names_of_two_columns_in_one_cell_leave_the_last_in_doubt():
    rows = """
        Bénéficiaire | Montants Année N-1 Crédits attribués | <
        La Ruche | 450 € | 500 €
        Judo club | 300 € | 400 €
    """
    columns = read_columns(a_table(rows), act_year=2031)
    assert [(column.role, column.certainty) for column in columns[1:]] == [("amount_other", 1), ("amount", 0.5)]
    assert columns[2].note == "un seul titre pour plusieurs colonnes de montants\u202f: la dernière est retenue"
