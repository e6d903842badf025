"""Roles of columns: header words of many councils, what cells hold, which amount counts."""

from dataclasses import replace
from decimal import Decimal

import pytest

from ingest.reader.columns import read_columns
from ingest.reader.headers.header_words import head_role
from ingest.reader.money.money_roles import REPLACES_NOTE, RIVAL_NOTE
from ingest.reader.records import SURE
from tests.ingest.reader.hand_built import a_table


def roles(rows, **asked):
    header_rows = asked.pop("header_rows", 1)
    columns = read_columns(a_table(rows, header_rows=header_rows), **{"act_year": 2024, **asked})
    return [f"{column.role} {column.year}" if column.year else column.role for column in columns]


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Nom de l'opérateur", "operator"),
        ("Bénéficiaire(s)", "operator"),
        ("RAISON SOCIALE", "operator"),
        ("Libellé tiers", "operator"),
        ("Association bénéficiaire", "operator"),
        ("Porteur du projet", "operator"),
        ("Maître d'ouvrage", "operator"),
        ("Autorité organisatrice", "operator"),
        ("Institution", "operator"),
        ("Entreprise à but d'emploi", "operator"),
        ("Destinataire", "operator"),
        ("Entité bénéficiaire", "operator"),
        ("Commune siège de l'opérateur", "commune"),
        ("Siège social", "commune"),
        ("Localité", "commune"),
        ("Nom de l'action", "action"),
        ("Intitulé du projet", "action"),
        ("Objet de la subvention", "action"),
        ("Nature de l'opération", "action"),
        ("Affectation de la subvention", "action"),
        ("DT", "territory"),
        ("Canton", "territory"),
        ("TERRITOIRE(S)", "territory"),
        ("Arrondissement", "territory"),
        ("Maison des solidarités", "territory"),
        ("Secteur d'activité", "programme"),
        ("Type de Parcours ou de Booster", "programme"),
        ("Axes de la contractualisation", "programme"),
        ("Dispositif", "programme"),
        ("Sous type de Parcours", "subprogramme"),
        ("N° de dossier", "reference"),
        ("N°", "reference"),
        ("Réf.", "reference"),
        ("Nombre de places pour 2022", "places"),
        ("Effectif", "places"),
        ("Nombre de bénéficiaires", "places"),
        ("Nombre de licenciés", "other"),
        ("Montant de la subvention", "amount"),
        ("Subvention votée", "amount"),
        ("Participation départementale", "amount"),
        ("Proposition de la commission", "amount"),
        ("Crédits affectés", "amount"),
        ("Avenant/convention", "agreement"),
        ("Complément d'information", "detail"),
        ("Précisions sur le financement", "remark"),
        ("Observations", "remark"),
        ("N° SIRET", "other"),
        ("Nombre d'ETP", "other"),
        ("Date de dépôt", "other"),
    ],
)
def test_header_words_give_the_role(header, role):
    assert head_role(header)[0] == role


def test_letters_set_apart_and_words_cut_by_hyphens_are_header_words():
    table = a_table("""
        O R G A N I S M E S | Aide sollici- | Aide propo-
        Les Joutes | 1 500 € | 1 000 €
    """)
    first, asked, given = table.grid[0]
    asked = asked._replace(text="Aide sollici-tée", lines=("Aide sollici-", "tée"))
    given = given._replace(text="Aide propo-sée", lines=("Aide propo-", "sée"))
    columns = read_columns(replace(table, grid=((first, asked, given), *table.grid[1:])), act_year=2024)
    assert [column.role for column in columns] == ["operator", "amount_other", "amount"]


def test_words_of_a_header_put_together_by_a_narrow_column_are_parted_before_a_unit():
    table = a_table("""
        Association | Montantvoté en k€
        Les Joutes | 1,5
        La Ruche | 12
    """)
    first, given = table.grid[0]
    given = given._replace(lines=("Montant", "voté en", "k€"))
    columns = read_columns(replace(table, grid=((first, given), *table.grid[1:])), act_year=2024)
    assert [column.role for column in columns] == ["operator", "amount"]


def test_unit_over_the_names_says_what_the_figures_under_years_are():
    assert roles("""
        En milliers d’euros | BP 2023 | BP 2024
        Agence du Tourisme | 1 450,0 | 1 475,5
        Syndicat du Lac | 312,5 | 300,0
        Les Gîtes réunis | - | 42,5
    """) == ["operator", "amount_other 2023", "amount 2024"]


def test_funds_of_one_payer_are_two_votes_of_one_row():
    rows = """
        Maître d'ouvrage | Travaux HT | DETR 2024 | DSIL 2024
        Bor | 90 000 € | 27 000 € |
        Lure | 50 000 € | | 10 000 €
        Mers | 60 000 € | 18 000 € | 12 000 €
    """
    assert roles(rows, payer="state")[2:] == ["amount 2024", "amount 2024"]


@pytest.mark.parametrize(
    ("title", "role"), [("Le Conseil décide de programmer :", "amount"), ("Financements obtenus :", "amount_other")]
)
def test_money_of_a_fund_that_the_act_hands_on_is_a_doubtful_amount(title, role):
    table = a_table(
        """
        Porteur | Projet | Coût total | Montant FSE
        Les Tréteaux | Atelier | 90 000,00 | 45 000,00
        La Ruche | Chantier | 50 000,00 | 25 000,00
        """,
        title=title,
    )
    last = read_columns(table, act_year=2024)[-1]
    assert (last.role, last.certainty < 0.6) == (role, role == "amount")


def test_twelfth_of_a_grant_is_how_it_is_paid():
    assert roles("""
        Organisme | Dotation globale 2024 | Douzième mensuel
        Les Tilleuls | 1 200 000,00 € | 100 000,00 €
    """)[1:] == ["amount 2024", "amount_other"]


def test_head_noun_decides_before_its_complement():
    assert head_role("Montant versé à l'association")[0] == "amount"
    assert head_role("Association porteuse du projet")[0] == "operator"
    assert head_role("Bilan 2024")[0] is None


def test_table_of_a_department_reads_whole():
    found = roles("""
        Commission | Canton | Association | Objet | Subvention 2023 | Demande 2024 | Proposition 2024
        Sport | Dax-1 | Les Joutes | Tournoi | 800 € | 1 500 € | 1 000 €
        Sport | Dax-2 | La Pelote | École de pelote | 500 € | 900 € | 700 €
    """)
    assert found[1:] == [
        "territory",
        "operator",
        "action",
        "amount_other 2023",
        "amount_other 2024",
        "amount 2024",
    ]


def test_table_of_a_region_counts_what_the_region_pays():
    rows = """
        Dossier | Bénéficiaire | Projet | Coût total | Région | Département | Autres
        23-00412 | SCIC Halle Haute | Tiers-lieu | 120 000 € | 30 000 € | 20 000 € | 70 000 €
        23-00413 | Cie du Pont | Création | 80 000 € | 15 000 € | 5 000 € | 60 000 €
    """
    assert roles(rows, payer="region") == [
        "reference",
        "operator",
        "action",
        "amount_other",
        "amount",
        "amount_other",
        "amount_other",
    ]
    assert roles(rows, payer="department")[4:6] == ["amount_other", "amount"]


@pytest.mark.parametrize("name", ["Bénéficiaire", "Intitulé de la structure", "Nom du club"])
def test_last_words_of_a_header_name_the_column_under_a_title_set_into_it(name):
    rows = f"""
        Aides aux projets locaux {name} | Crédits attribués
        Les Joutes de Bor | 1 500 €
        La Ruche de Lure | 700 €
    """
    assert roles(rows) == ["operator", "amount"]


def test_town_beside_an_address_under_the_beneficiary_is_the_town():
    rows = """
        Bénéficiaire | < | < | Subvention
        Nom | Adresse | Commune | ^
        Les Joutes | 3 rue du Moulin | Bor | 1 500 €
        La Ruche | Le Bourg | Lure | 700 €
    """
    assert roles(rows, header_rows=2) == ["operator", "other", "commune", "amount"]


def test_year_that_one_column_alone_names_is_that_of_the_others():
    rows = """
        Tiers | Montant proposé | Montant voté 2024 | Reste à mandater
        Les Joutes | 1 500,00 | 1 200,00 | 1 200,00
        La Ruche | 700,00 | 700,00 | 0,00
    """
    assert roles(rows, act_year=None)[1:] == ["amount_other", "amount 2024", "amount_other"]


def test_operation_said_again_under_several_towns_is_what_is_done():
    rows = """
        Maître d'ouvrage | Opération | Subvention votée
        Bor | Réfection de la toiture | 9 000 €
        Lure | Réfection de la toiture | 4 000 €
        Mers | Réfection de la toiture | 6 000 €
    """
    assert roles(rows)[1] == "action"


def test_unknown_word_over_names_beside_what_is_done_says_not_that_they_receive():
    rows = """
        {head} | Motif | Montant
        MORAND Éric | Poursuites sans effet | 369,00 €
        DURAND Lucie | Poursuites sans effet | 309,00 €
    """
    assert roles(rows.format(head="Débiteur"))[0] == "detail"
    assert roles(rows.format(head="Intitulé"))[0] == "operator"


def test_unknown_column_whose_words_come_again_names_nobody():
    rows = """
        N° | Pôle | Commune | Nature des travaux | Subvention
        1 | Nord | Bor | Voirie | 9 000 €
        2 | Nord | Lure | Toiture | 4 000 €
        3 | Nord | Mers | Clocher | 6 000 €
        4 | Sud | Dax | Voirie | 6 000 €
        5 | Sud | Val | Voirie | 6 000 €
    """
    assert roles(rows)[1:3] == ["detail", "commune"]


def test_several_years_side_by_side_all_count():
    assert roles("""
        Structure | Places 2024 | Places 2025 | Montant 2024 | Montant 2025 | Total
        Le Tremplin | 12 | 14 | 6 000 € | 7 000 € | 13 000 €
        L'Étape | 10 | 10 | 5 000 € | 5 000 € | 10 000 €
    """) == ["operator", "places 2024", "places 2025", "amount 2024", "amount 2025", "amount_other"]


def test_two_level_header_brings_the_year_down():
    rows = """
        Organisme | Année 2024 | < | Année 2025 | <
        ^ | Places | Montant | Places | Montant
        Le Tremplin | 12 | 6 000 € | 14 | 7 000 €
        L'Étape | 10 | 5 000 € | 10 | 5 000 €
    """
    assert roles(rows, header_rows=2) == ["operator", "places 2024", "amount 2024", "places 2025", "amount 2025"]


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


def test_voted_beats_proposed_and_asked():
    assert roles("""
        Association | Montant sollicité | Avis de la commission | Montant voté
        Les Amis du Lavoir | 900 € | 600 € | 500 €
    """)[1:] == ["amount_other", "amount_other", "amount"]


def test_total_that_adds_up_its_parts_is_the_amount():
    assert roles("""
        Association | Fonctionnement | Investissement | Total
        Les Amis du Lavoir | 900 € | 600 € | 1 500 €
        Chœur de la Vallée | 300 € | 200 € | 500 €
    """)[1:] == ["amount_other", "amount_other", "amount"]


def test_named_total_of_parts_is_the_amount_whatever_they_are_called():
    rows = """
        Structure | Dotation complémentaire (a) | Aide exceptionnelle (b) | TOTAL (a) + (b)
        Vivre chez soi | 9 800 € | 2 100 € | 11 900 €
        Domicile Services | 61 390 € | 4 500 € | 65 890 €
        Aide aux aînés | 21 850 € | | 21 850 €
    """
    assert roles(rows) == ["operator", "amount_other", "amount_other", "amount"]


def test_accounts_under_the_name_of_their_columns_are_no_aim():
    rows = """
        Club | Subvention | Imputation budgétaire | < | <
        ^ | ^ | Chapitre | Fonction | Nature
        Judo Club | 500 € | 65 | 326 | 65748
        Moto Club | 700 € | 65 | 326 | 65748
    """
    assert roles(rows, header_rows=2) == ["operator", "amount", "other", "other", "other"]


def test_figures_that_a_total_adds_up_are_money_whatever_their_header():
    rows = """
        Collège | Dotation principale | Dotation complémentaire | Projets | Dotation totale 2025
        Prévert | 61 230 | 8 400 | 1 500 | 71 130
        Le Colombier | 39 955 | 12 310 | 2 000 | 54 265
        George-Sand | 48 700 | 7 150 | | 55 850
    """
    assert roles(rows) == ["operator", "amount_other", "amount_other", "amount_other", "amount 2025"]
    counted = rows.replace("71 130", "69 630").replace("54 265", "52 265")
    assert roles(counted)[3] == "action"


def test_money_taken_back_is_what_the_act_decides():
    rows = """
        Bénéficiaire | Subvention votée | Montant versé | Montant annulé
        Commune de Beyrac | 54 000,00 € | 0,00 € | 54 000,00 €
        L'Épicerie | 12 000,00 € | 7 611,60 € | 4 388,40 €
    """
    columns = read_columns(a_table(rows), act_year=2024)
    assert [column.role for column in columns] == ["operator", "amount_other", "amount_other", "amount"]
    assert columns[3].deducted


def test_money_taken_back_beside_another_vote_leaves_a_doubt():
    rows = """
        Bénéficiaire | Subvention votée | Reliquat à annuler
        Commune de Beyrac | 54 000,00 € | 1 200,00 €
        L'Épicerie | 12 000,00 € | 300,00 €
    """
    columns = read_columns(a_table(rows), act_year=2024)
    assert [column.role for column in columns] == ["operator", "amount", "amount_other"]
    assert columns[1].certainty <= 0.5


def test_authorisation_is_a_doubtful_amount_where_no_other_money_is_granted():
    rows = """
        Bénéficiaire | Opération | Coût HT | Autorisation de programme
        Habitat du Val | 24 logements | 3 120 000 € | 96 000 €
        Commune de Beyrac | Salle omnisports | 2 240 000 € | 224 000 €
    """
    columns = read_columns(a_table(rows), act_year=2024)
    assert [column.role for column in columns] == ["operator", "action", "amount_other", "amount"]
    assert columns[3].certainty <= 0.5 and columns[3].note
    beside = read_columns(a_table(rows.replace("Coût HT", "Subvention votée")), act_year=2024)
    assert [column.role for column in beside[2:]] == ["amount", "amount_other"]


def test_what_is_left_to_pay_is_no_amount_and_the_assembly_no_credit():
    rows = """
        Association | Demandé 2024 | Proposé CP 2024 | Acompte déjà versé | Reste à verser
        Banque alimentaire | 45 000 € | 43 000 € | 21 500 € | 21 500 €
        Secours du Val | 8 000 € | 8 000 € | 0 € | 8 000 €
    """
    assert roles(rows)[1:] == ["amount_other 2024", "amount 2024", "amount_other", "amount_other"]


def test_share_of_the_author_in_a_plan_of_financing_is_the_amount():
    rows = """
        Maître d'ouvrage | Coût HT | Plan de financement | < | <
        ^ | ^ | État | Département | Autofinancement
        Commune de Beyrac | 90 000 € | 30 000 € | 20 000 € | 40 000 €
        SIVOM du Val | 60 000 € | 10 000 € | 15 000 € | 35 000 €
    """
    assert roles(rows, header_rows=2) == ["operator", "amount_other", "amount_other", "amount", "amount_other"]


def test_header_that_names_two_funders_tells_which_amount_of_the_cells_counts():
    rows = """
        Demandeur | Aide accordée Département / FEADER (pour information)
        GAEC du Bosc | 1 000,00 €
        EARL des Vents | 2 000,00 €
    """
    assert read_columns(a_table(rows))[1].stacked == (0, 2)
    assert read_columns(a_table(rows), payer="region")[1].stacked is None
    swapped = rows.replace("Département / FEADER (pour information)", "FEADER / Département")
    assert read_columns(a_table(swapped))[1].stacked == (1, 2)


@pytest.mark.parametrize(
    "names",
    [
        "Subvention de fonctionnement | Subvention d'investissement",
        "Aide au fonctionnement | Aide à l'investissement",
        "Subvention de fonctionnement | Investissement",
    ],
)
def test_two_parts_without_a_total_both_count(names):
    assert roles(f"""
        Association | {names}
        Les Amis du Lavoir | 900 € | 600 €
        Chœur de la Vallée | 300 € | 200 €
    """)[1:] == ["amount", "amount"]


def test_amounts_that_nothing_tells_apart_are_in_doubt():
    columns = read_columns(
        a_table("""
        Association | Montant A | Montant B
        Les Amis du Lavoir | 900 € | 600 €
        Chœur de la Vallée | 300 € | 250 €
    """)
    )
    assert [column.role for column in columns[1:]] == ["amount", "amount_other"]
    assert columns[1].certainty < 0.8
    assert "plusieurs colonnes" in columns[1].note


def test_last_year_is_a_reminder():
    assert roles(
        """
        Club | 2023 | 2024
        Union cycliste | 1 000 € | 1 200 €
        """,
        act_year=2024,
    )[1:] == ["amount_other 2023", "amount 2024"]


@pytest.mark.parametrize("voted", ["Exercice 2024", "Exercice 2024 (a)"])
def test_last_year_is_a_reminder_beside_a_year_that_calls_a_note(voted):
    rows = f"""
        Attributaire | Subvention 2023 | {voted}
        Foyer rural  | 100,00          | 200,00
        Chorale      | 300,00          | 400,00
    """
    assert roles(rows) == ["operator", "amount_other 2023", "amount 2024"]


def test_aid_to_communes_is_not_money_of_the_communes():
    assert roles("""
        Commune | Travaux | Montant de l'aide aux communes
        Sore | Réfection du toit | 12 000 €
    """) == ["commune", "action", "amount"]


def test_money_that_goes_back_is_deducted():
    columns = read_columns(
        a_table("""
        Structure | Montant versé 2023 | Trop-perçu 2023
        Le Tremplin | 8 000 € | 500 €
        """),
        act_year=2024,
    )
    assert [column.role for column in columns] == ["operator", "amount_other", "amount"]
    assert columns[2].deducted
    assert columns[2].year is None


def test_money_that_goes_back_is_not_counted_beside_the_net_amount():
    columns = read_columns(
        a_table("""
        Structure | Subvention 2024 | Trop-perçu 2023 | Montant net à engager voté
        Le Tremplin | 8 000 € | 500 € | 7 500 €
        """),
        act_year=2024,
    )
    assert [column.role for column in columns] == ["operator", "amount_other", "amount_other", "amount"]
    assert columns[2].deducted


def test_column_without_header_is_known_from_another_table():
    table = a_table("""
        Opération | | Structure | Montant retenu
        Accueil | Marais | CCAS de Mont-Clair | 1 000 €
        Accueil | Plaine | Foyer Jean-Vilar | 2 000 €
    """)
    columns = read_columns(table, known={"territory": frozenset({"marais", "plaine", "vallons"})})
    assert columns[1].role == "territory"
    assert columns[1].certainty < 0.8
    assert columns[1].note == "colonne sans titre, reconnue par son contenu : territoire"


def test_table_without_header_is_read_by_its_cells_and_in_doubt():
    columns = read_columns(
        a_table(
            """
            2024-00123 | Association Les Amis du Lavoir | 1 500 €
            2024-00124 | Club nautique de la Rade | 2 500 €
            """,
            header_rows=0,
        )
    )
    assert [column.role for column in columns] == ["reference", "operator", "amount"]
    assert columns[1].certainty < 0.8
    assert columns[1].note


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


def test_row_numbers_are_no_file_numbers():
    assert roles("""
        N° | Association | Subvention
        1 | Les Amis du Lavoir | 900 €
        2 | Chœur de la Vallée | 300 €
    """) == ["other", "operator", "amount"]


def test_full_time_equivalents_are_no_money():
    assert roles("""
        Structure | ETP conventionnés | Montant
        Le Tremplin | 50,06 | 157 103,96 €
        L'Étape | 31,99 | 95 715,41 €
    """) == ["operator", "other", "amount"]


def test_operation_after_the_beneficiary_is_what_is_done():
    assert roles("""
        Programme | Bénéficiaire | Opération | Subvention
        Routes | Commune de Sore | Rue du Lavoir | 900 €
        Routes | Commune de Luxey | Place de l'Église | 300 €
    """) == ["programme", "operator", "action", "amount"]


def test_header_over_words_that_are_no_amounts_is_doubted():
    columns = read_columns(
        a_table("""
        Association | Aide | Montant
        Les Amis du Lavoir | Matériel | 900 €
        Chœur de la Vallée | Partitions | 300 €
    """)
    )
    assert columns[1].role == "detail"
    assert columns[1].certainty < 0.8
    assert "Aide" in columns[1].note


def test_title_that_speaks_of_money_over_a_name_of_column_leaves_it_its_role():
    table = """
        Programmation des aides {header} | Montant
        Les Amis du Lavoir | 900 €
        Chœur de la Vallée | 300 €
    """
    assert roles(table.format(header="Bénéficiaire")) == ["operator", "amount"]
    assert roles(table.format(header="aux bénéficiaires")) == ["detail", "amount"]


def test_schedule_of_payments_is_not_voted_again():
    assert roles(
        """
        Porteur | Projet | Subvention votée | Échéancier des crédits de paiement | <
        ^ | ^ | ^ | 2024 | 2025
        Union cycliste | Critérium | 9 000 € | 3 000 € | 6 000 €
        """,
        header_rows=2,
    )[2:] == ["amount", "amount_other 2024", "amount_other 2025"]
    assert roles("""
        Porteur | Subvention votée | 2024 | 2025
        Union cycliste | 9 000 € | 3 000 € | 6 000 €
        La Pelote | 900 € | 500 € | 400 €
    """)[1:] == ["amount", "amount_other 2024", "amount_other 2025"]


def test_header_cut_over_two_cells_is_one_header():
    assert roles(
        """
        Association | Budget de | Subvention
        ^ | l'action | ^
        Union cycliste | 9 000 € | 3 000 €
        """,
        header_rows=2,
    ) == ["operator", "amount_other", "amount"]


def test_policy_named_after_a_funder_is_no_funder():
    assert roles("""
        Association | Action | Subvention politique de la ville
        Union cycliste | Critérium | 9 000 €
    """) == ["operator", "action", "amount"]


def test_names_of_funders_over_bare_figures_head_money():
    found = roles(
        """
        Porteur | Action | Coût total | Etat (ANCT) | CA du Val d'Ombre | Département | CAF
        Centre Les Tilleuls | Atelier parents-enfants | 18 000 | 5 000 | 3 000 | 2 000 | 4 000
        Régie de quartier | Chantiers jeunes | 42 500 | 12 000 | 8 000 | 5 000 | -
        """,
        payer="group",
    )
    assert found == ["operator", "action", "amount_other", "amount_other", "amount", "amount_other", "amount_other"]


def test_aid_of_the_author_over_the_shares_of_all_leaves_its_own_share_to_be_counted():
    columns = read_columns(
        a_table(
            """
            Structure | Aide départementale | Aide départementale | Aide départementale
            Structure | Autofinancement | Part Région | Part départementale
            Les Amis du Lavoir | 100 € | 200 € | 400 €
            Chœur de la Vallée | 300 € | 100 € | 700 €
            """,
            header_rows=2,
        )
    )
    assert [column.role for column in columns] == ["operator", "amount_other", "amount_other", "amount"]


def test_fonds_de_concours_is_the_money_of_a_group_of_towns():
    rows = """
        Communes | Projet | Coût HT | Subventions | Reste à charge | Fonds de concours
        Aubry | Rénovation de l'école | 120 000,00 € | 60 000,00 € | 60 000,00 € | 25 000,00 €
        Bellerive | Aménagement de la place | 85 400,00 € | 42 700,00 € | 42 700,00 € | 21 350,00 €
        """
    assert roles(rows, payer="group")[2:] == ["amount_other", "amount_other", "amount_other", "amount"]


def test_financial_years_over_money_are_amounts_of_these_years():
    table = """
        Bénéficiaire | Subvention     | <
        ^            | Exercice 2024  | Exercice 2025
        Club A       | 1 000,00 euros | 1 200,00 euros
        Club B       | 500,00 euros   | 300,00 euros
        """
    assert roles(table, header_rows=2) == ["operator", "amount 2024", "amount 2025"]


def test_amount_to_be_voted_beats_the_proposal():
    table = """
        Bénéficiaire | Aide sollicitée | Subvention proposée | Montant à voter
        Club A       | 1 000 €         | 800 €               | 700 €
        """
    assert roles(table) == ["operator", "amount_other", "amount_other", "amount"]


@pytest.mark.parametrize("reminder", ["N-1", "Année N-1", "N°"])
def test_money_under_the_sign_of_last_year_is_no_file_number(reminder):
    table = f"""
        Association | {reminder} | Subvention votée
        Club A      | 19 300,00  | 20 000,00
        Club B      | 450,00     | 500,00
        """
    assert roles(table) == ["operator", "amount_other", "amount"]


def test_money_of_other_funders_is_no_remark():
    table = """
        Association | Autres financeurs | Région     | EPCI   | Département
        Club A      | 4 000,00 €        | 1 000,00 € | 100,00 | 2 000,00 €
        Club B      | 300,00 €          | 500,00 €   | 250,00 | 450,00 €
        """
    assert roles(table) == ["operator", *["amount_other"] * 3, "amount"]


def test_numbers_of_rows_and_sentences_are_no_grants():
    story = "Une offre de logements adaptés est proposée aux jeunes avec les bailleurs et les missions locales. " * 2
    rows = f"| Dispositif | \n43 | Logement | {story}1\n44 | Mobilité | {story}2\n45 | Santé | {story}3"

    assert roles(rows) == ["other", "programme", "detail"]


def test_last_of_untitled_figures_is_what_is_voted_in_doubt():
    table = a_table(
        """
        Association La Cité des Sons | Festival de jazz | 210 000 € | 15 000 € | 12 000 €
        Union des Clubs Nautiques | Régates d'automne | 48 000 € | 8 000 € | 5 000 €
        """,
        header_rows=0,
    )
    money = read_columns(table, act_year=2024)[2:]
    assert [column.role for column in money] == ["amount_other", "amount_other", "amount"]
    assert money[-1].certainty <= 0.5 and "dernière" in money[-1].note


@pytest.mark.parametrize(
    ("initial", "added", "new"),
    [
        ("Montant initial", "Avenant", "Nouveau montant"),
        ("Subvention initiale", "Montant de l’avenant", "Montant après avenant"),
        ("Montant initial", "Complément à voter", "Total après avenant"),
    ],
)
def test_what_an_amendment_adds_is_what_the_act_votes(initial, added, new):
    assert roles(f"""
        Bénéficiaire | {initial} | {added} | {new}
        CCAS de Roquebrac | 10 000,00 € | 2 500,00 € | 12 500,00 €
        Foyer rural de Beyrac | 4 000,00 € | 1 000,00 € | 5 000,00 €
    """) == ["operator", "amount_other", "amount", "amount_other"]


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


def test_part_that_is_blank_on_most_rows_does_not_make_the_other_part_the_whole():
    columns = read_columns(
        a_table("""
        Associations | Fonctionnement | Fonctionnement | Total 2024
        Les Hirondelles | 800 € | | 800 €
        La Ruche | 500 € | | 500 €
        L'Étape | 300 € | | 300 €
        Le Réveil | 400 € | | 400 €
        Horizon | 200 € | 100 € | 300 €
        """),
        act_year=2024,
    )
    assert [column.header for column in columns if column.role == "amount"] == ["Total 2024"]


def test_figures_under_a_word_that_stands_under_a_name_of_money_are_money():
    rows = """
        Association | Pour mémoire 2023 | Attribution 2024 | < | < | Convention
        ^ | ^ | Fonctionnement | Projet | Total | ^
        Les Hirondelles | 300 | 350 | 12 000 | 12 350 | oui
        La Ruche | 200 | 200 | | 200 | non
        L'Étape | | 500 | 80 | 580 | oui
    """
    columns = read_columns(a_table(rows, header_rows=2), act_year=2024)
    assert [column.header for column in columns if column.role == "amount"] == ["Attribution 2024 – Total"]


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


def test_money_that_an_adjustment_adds_is_the_vote():
    assert roles("""
        Bénéficiaire | AP initiale | Montant ajusté | Ajustement proposé
        SIVOM de l'Aure | 80 502,00 | 100 627,50 | 20 125,50
        Commune de Nantelle | 17 056,35 | 15 350,72 | (1 705,63)
    """) == ["operator", "amount_other", "amount_other", "amount"]


def test_operation_beside_a_town_is_what_is_done():
    assert roles("""
        Commune | Opération | Subvention attribuée
        Varsigny | Voirie | 80 000 €
        Nantelle | École | 20 000 €
    """) == ["commune", "action", "amount"]


def test_years_that_come_to_the_amount_beside_them_are_the_amounts():
    table = """
        Association      | 2024  | 2025  | Montant total
        Union cycliste   | 500   | 510   | 1 010
        Foyer rural      | 900   | {year}   | 1 810
        """
    found = read_columns(a_table(table.format(year=910)))
    assert [(one.role, one.year) for one in found[1:]] == [("amount", 2024), ("amount", 2025), ("amount_other", None)]
    assert [one.role for one in read_columns(a_table(table.format(year=17)))[1:]] == ["other", "other", "amount"]


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


def test_streets_postcodes_and_commitments_give_way_to_towns_and_files():
    found = roles("""
        N° dossier | Organisme | Adresse | CP | Ville | N° engagement | Montant voté
        24D01205 | Les Amis du Lavoir | 3 rue Haute | 40430 | Sore | E24000871 | 900,00
        24D01208 | Chœur de la Vallée | 12 place Basse | 40430 | Luxey | E24000872 | 100,00
    """)
    assert found == ["reference", "operator", "other", "other", "commune", "other", "amount"]


def test_groups_of_communes_give_way_to_those_who_receive():
    rows = """
        EPCI | {second} | Opération | Subvention
        CC du Haut-Bor | Sore | Toiture | 900,00
        CC du Haut-Bor | Luxey | Voirie | 100,00
    """
    assert roles(rows.format(second="Bénéficiaire")) == ["territory", "operator", "action", "amount"]
    assert roles(rows.format(second="Objet"))[0] == "operator"


def test_operation_that_changes_from_row_to_row_is_what_is_done():
    found = roles("""
        Bénéficiaire | Opération | Subvention
        Sore | Voirie | 900,00
        Luxey | Toiture | 100,00
        Bor | Voirie | 200,00
        Dax | Toiture | 300,00
    """)
    assert found == ["operator", "action", "amount"]


def test_parts_of_the_amount_beside_are_not_counted():
    rows = """
        Organisme | Forfait 2024 | dont 1er versement (80 %) | dont solde (20 %)
        Les Amis du Lavoir | 900,00 | 720,00 | 180,00
        Chœur de la Vallée | 100,00 | 80,00 | 20,00
    """
    columns = read_columns(a_table(rows), act_year=2024)
    assert [column.role for column in columns] == ["operator", "amount", "amount_other", "amount_other"]
    assert columns[1].note == ""


def test_sum_so_far_is_no_amount_of_its_row():
    columns = read_columns(
        a_table("""
            Organisme | Proposé | Voté | Cumul voté
            Les Amis du Lavoir | 900,00 | 800,00 | 800,00
            Chœur de la Vallée | 100,00 | 100,00 | 900,00
            Harmonie | 200,00 | 150,00 | 1 050,00
            Union cycliste | 200,00 | 200,00 | 1 250,00
        """),
        act_year=2024,
    )
    assert [column.role for column in columns[1:]] == ["amount_other", "amount", "amount_other"]
    assert columns[2].certainty == 1.0


def test_amounts_under_a_header_that_ends_with_them_are_counted():
    found = roles("""
        Structure | Actions et montants votés | <
        Les Amis du Lavoir | Tournoi | 900,00 €
        Chœur de la Vallée | Concert | 100,00 €
    """)
    assert found == ["operator", "action", "amount"]


def test_an_address_is_a_town_where_there_is_no_other():
    found = roles("""
        Organisme | Adresse | Montant voté
        Les Amis du Lavoir | 3 rue Haute 40430 Sore | 900,00
        Chœur de la Vallée | 12 place Basse 40430 Luxey | 100,00
    """)
    assert found == ["operator", "commune", "amount"]


def test_numbers_of_rows_leave_the_reference_to_the_numbers_of_files():
    found = read_columns(
        a_table("""
        N° d'ordre | N° de dossier | Association    | Montant
        1          | 2024-05112    | Union cycliste | 500 €
        2          | 2024-00711    | Foyer rural    | 900 €
        """)
    )
    assert [one.role for one in found[:2]] == ["other", "reference"]


def test_abbreviated_names_say_who_asked_and_what_is_proposed():
    assert roles("""
        N° tiers | Nom tiers | Subv. N-1 | Subv. dde N | Subv. prop. N | Obs.
        412 | Les Hirondelles | 300 | 500 | 450 | reporté
        87 | La Ruche | 200 | 400 | 250 |
    """)[1:] == ["operator", "amount_other", "amount_other", "amount", "remark"]


def test_help_in_kind_is_no_money_voted():
    rows = """
        Association | Aides directes | < | Aides en nature (valorisation) | <
        ^ | 2023 | 2024 | Locaux | Matériel
        Les Hirondelles | 300 € | 350 € | 1 200 € | 80 €
        La Ruche | 200 € | 200 € | 900 € | 50 €
    """
    columns = read_columns(a_table(rows, header_rows=2), act_year=2024)
    assert [(column.header, column.certainty) for column in columns if column.role == "amount"] == [
        ("Aides directes – 2024", 1.0)
    ]


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


def test_names_of_parts_make_a_header():
    assert roles(
        """
        Associations | Fonctionnement | Exceptionnelle | Total 2024
        Les Hirondelles | 350 € | 100 € | 450 €
        La Ruche | 200 € | | 200 €
    """,
        header_rows=0,
    ) == ["operator", "amount_other", "amount_other", "amount 2024"]


def test_what_is_called_a_grant_goes_before_other_money():
    assert roles(
        """
        Coopérative | Effectif | Montant | Classes | Subvention 2031
        Les Lutins | 84 | 1 008,00 | 4 | 1 608,00
        Paul-Bert | 132 | 1 584,00 | 6 | 2 484,00
    """
    )[::2] == ["operator", "amount_other", "amount 2031"]


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


def test_new_amount_takes_the_place_of_the_one_voted_before():
    assert roles(
        """
        Association | Subvention votée le 25/03 | Nouvelle attribution | Écart
        Aviron Club | 3 200 € | 2 300 € | - 900 €
        Surf Club | 1 000 € | 1 200 € | + 200 €
    """
    )[:3] == ["operator", "amount_other", "amount"]


def test_advance_is_the_amount_where_nothing_else_is_but_a_total():
    found = read_columns(
        a_table(
            """
            Association | Subvention 2023 | Acompte 2024 | Total secteur
            US Bor | 84 000 € | 21 000 € | 28 500 €
            Dojo | 30 000 € | 7 500 € | 28 500 €
            """
        ),
        act_year=2024,
    )
    assert [one.role for one in found] == ["operator", "amount_other", "amount", "amount_other"]
    assert found[2].certainty < 0.8 and found[2].note


def test_total_that_is_paid_in_parts_is_the_amount():
    assert roles(
        """
        Association | Total | Acompte 70 % | Solde
        US Bor | 1 000 € | 700 € | 300 €
        Dojo | 500 € | 350 € | 150 €
        """
    ) == ["operator", "amount", "amount_other", "amount_other"]


def test_names_of_organisations_tell_the_beneficiaries_where_nothing_names_the_columns():
    found = read_columns(
        a_table(
            """
            Tournoi        | Les Amis du moulin | 900 €
            Saison d'été   | Radio Lac FM       | 500 €
            Achat de pupitres | Orchestre du Pays | 300 €
            """,
            header_rows=0,
        )
    )
    assert [one.role for one in found] == ["detail", "operator", "amount"]


def test_budget_of_the_year_is_the_vote_where_no_other_money_is_printed_and_in_doubt():
    rows = """
        Associations subventionnées | Budget 2023 | Budget 2024 | Évolution
        Les Hirondelles | 300 | 350 | 50
        La Ruche | 200 | 200 | 0
    """
    columns = read_columns(a_table(rows), act_year=2024)
    assert [(one.header, one.certainty) for one in columns if one.role == "amount"] == [("Budget 2024", 0.5)]
    beside = rows.replace("Évolution", "Subvention")
    assert [one.header for one in read_columns(a_table(beside), act_year=2024) if one.role == "amount"] == [
        "Subvention"
    ]


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


def test_numbers_and_letters_that_stand_for_who_and_what_name_neither():
    assert roles("""
        Tiers n° | Nom de la structure | Type | Canton | Territoire | Montant
        28794 | Union cycliste | F | 3 | Plateau nord | 500 €
        45012 | Foyer rural | I | 12 | Causse sud | 900 €
        40877 | Chorale | F | 3 | Plateau nord | 200 €
    """)[:3] == ["other", "operator", "other"]


def test_names_of_territories_go_before_their_numbers():
    found = roles("""
        Nom de la structure | Canton | Territoire | Montant
        Union cycliste | 3 | Plateau nord | 500 €
        Foyer rural | 12 | Causse sud | 900 €
    """)
    assert found[2] == "territory"
    assert found[1] != "territory"


@pytest.mark.parametrize("numbers", [("18006541", "18005877"), ("2031/0112", "2031/0113")])
def test_long_numbers_under_operation_are_those_of_files(numbers):
    rows = """
        Bénéficiaire | Opération | Objet | Montant proposé
        Commune de Bor | {} | Gymnase | 600 000,00
        Commune de Lure | {} | École | 250 000,00
    """
    assert roles(rows.format(*numbers)) == ["operator", "reference", "action", "amount"]


def test_what_is_to_be_read_in_the_place_of_another_amount_is_the_amount():
    rows = """
        Bénéficiaire | Au lieu de | Lire
        Foyer rural de Bor | 1 200 € | 2 100 €
        Chorale de Lure | 500 € | 550 €
    """
    assert roles(rows) == ["operator", "amount_other", "amount"]
    assert read_columns(a_table(rows))[2].note == REPLACES_NOTE


def test_sum_that_a_decision_grants_tells_which_money_is_given():
    rows = """
        Lycée | Objet | Montant TTC
        Jean-Moulin | Tours numériques | 38 400,00 €
        Marie-Curie | Viabilisation | 12 750,40 €
        TOTAL | | 51 150,40 €
    """
    assert roles(rows) == ["operator", "action", "amount_other"]
    assert roles(rows, granted={Decimal("51150.40")}) == ["operator", "action", "amount"]


def test_sum_that_a_decision_grants_tells_the_parts_of_what_is_given():
    rows = """
        Association | Subvention 2031 – Spectacles | Subvention 2031 – Instruments
        Harmonie de Bor | 6 400,00 € | 1 200,00 €
        Chorale de Lure | | 850,00 €
    """
    assert roles(rows) == ["operator", "amount 2031", "amount_other 2031"]
    assert roles(rows, granted={Decimal("8450.00")}) == ["operator", "amount 2031", "amount 2031"]


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


def test_amount_said_to_be_voted_goes_before_the_bare_name_of_an_authority_in_doubt():
    rows = """
        Porteur | Crédits 2024 accordés | Ville | Département
        Le Bief | 8 300 € | 4 000 € | 1 000 €
        La Ruche | 12 000 € | 12 000 € | 2 500 €
    """
    columns = read_columns(a_table(rows), act_year=2024)
    assert [column.role for column in columns] == ["operator", "amount", "amount_other", "amount_other"]
    assert columns[1].note == RIVAL_NOTE
    assert columns[1].certainty < SURE


def test_amount_voted_under_the_name_of_the_author_has_no_rival():
    rows = """
        Porteur | Trop-perçu du Département | Montant voté par le Département
        Le Bief | 1 000 € | 8 300 €
        La Ruche | 2 500 € | 12 000 €
    """
    columns = read_columns(a_table(rows), act_year=2024)
    assert not any(column.note == RIVAL_NOTE or column.certainty < SURE for column in columns)


def test_amount_said_to_be_voted_that_adds_up_the_shares_leaves_that_of_the_author():
    rows = """
        Porteur | Subvention accordée | Ville | Département
        Le Bief | 5 000 € | 4 000 € | 1 000 €
        La Ruche | 14 500 € | 12 000 € | 2 500 €
    """
    assert roles(rows) == ["operator", "amount_other", "amount_other", "amount"]


def test_amount_of_the_season_before_is_a_reminder():
    rows = """
        Club | Subvention 2023-2024 (€) | Subvention 2024-2025 (€)
        Judo de Bor | 1 400 | 1 500
        Tennis de Sore | – | 2 300
    """
    assert roles(rows) == ["operator", "amount_other", "amount"]


def test_years_with_a_word_beside_them_head_columns():
    rows = """
        Club | Subvention | Subvention
        | 2023 (rappel) | 2024 (proposition)
        Judo de Bor | 1 400 € | 1 500 €
        Tennis de Sore | 2 000 € | 2 300 €
    """
    assert roles(rows, header_rows=2) == ["operator", "amount_other 2023", "amount 2024"]


def test_days_are_no_places():
    rows = """
        Association | Nombre de places | Nb de jours | Montant
        Le Bief | 12 | 365 | 111 690 €
        La Ruche | 18 | 365 | 262 800 €
    """
    assert roles(rows) == ["operator", "places", "other", "amount"]


def test_one_figure_on_every_row_is_the_price_of_one():
    rows = """
        Organisme | Nb de ménages | Forfait | Montant annuel
        Le Bief | 15 | 450,00 € | 6 750,00 €
        La Ruche | 45 | 450,00 € | 20 250,00 €
        Le Relais | 46 | 450,00 € | 20 700,00 €
    """
    assert roles(rows) == ["operator", "places", "amount_other", "amount"]


def test_money_under_a_header_of_programmes_is_money():
    rows = """
        Porteur | Coût total | Crédits programmés | Taux
        Le Bief | 15 000,00 | 6 750,00 | 45 %
        La Ruche | 45 000,00 | 20 250,50 | 45 %
    """
    assert roles(rows) == ["operator", "amount_other", "amount", "other"]


@pytest.mark.parametrize(
    ("heads", "money"),
    [
        ("Engagé | Mandaté | Proposition", ["amount_other", "amount_other", "amount"]),
        ("Aide à l'ha | Montant | Observations", ["amount_other", "amount", "remark"]),
        ("Montant par mesure | Financement | Observations", ["amount_other", "amount", "remark"]),
        ("Subvention de base | Demande | Observations", ["amount", "amount_other", "remark"]),
        ("Prix attribué | Demande | Observations", ["amount", "amount_other", "remark"]),
        ("Année N-2 | Année N-1 | Année N", ["amount_other", "amount_other", "amount"]),
        ("Proposition du service | Arbitrage | Observations", ["amount_other", "amount", "remark"]),
        ("Proposition du service | Proposition de la commission | Observations", ["amount_other", "amount", "remark"]),
        ("Montant prévisionnel | Montant définitif | Observations", ["amount_other", "amount", "remark"]),
        ("Voté BP | Proposition BS | Observations", ["amount_other", "amount", "remark"]),
        ("Dotation 2024 | Dotation 2025 proposée | Observations", ["amount_other 2024", "amount 2025", "remark"]),
        ("Fonctionnement | Projet | Exceptionnelle", ["amount", "amount", "amount"]),
        ("Proposition du Département | Vote | Observations", ["amount_other", "amount", "remark"]),
        ("Aide par contrat | Participation | Observations", ["amount_other", "amount", "remark"]),
    ],
)
def test_amount_among_others_that_stand_beside_it(heads, money):
    last = "" if money[-1] == "remark" else "700 €"
    rows = f"""
        Association | {heads}
        Judo de Bor | 1 450 € | 900 € | {last or "Néant"}
        Chorale de Sore | 2 300 € | 1 750 € | {last or "Convention"}
        Foyer rural | 300 € | 450 € | {last or "Néant"}
    """
    assert roles(rows) == ["operator", *money]


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
