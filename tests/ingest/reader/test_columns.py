"""Roles of columns: header words of many councils, and what cells hold."""

import pytest

from ingest.reader.columns import read_columns
from ingest.reader.lines import grant_lines
from tests.ingest.reader.hand_built import a_table, read, roles


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


def test_towns_under_the_name_of_their_canton_are_those_who_receive():
    rows = """
        Canton / Commune | Opération | Coût HT | Subvention
        DIE | | 150 000 € | 19 000 €
        Bor | Réfection de la toiture | 90 000 € | 9 000 €
        Lure | Cour de l’école | 60 000 € | 10 000 €
    """
    assert roles(rows) == ["commune", "action", "amount_other", "amount"]


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


@pytest.mark.parametrize(
    ("names", "certainty"),
    [(("Judo Club de Bor", "Le Nid", "Vie libre"), 1.0), (("Sport", "Culture", "Jeunesse"), 0.6)],
)
def test_names_and_sums_alone_under_a_sentence_that_grants_need_no_header(names, certainty):
    rows = "\n".join(f"{name} | {sum_} €" for name, sum_ in zip(names, (75, 300, 160), strict=True))
    table = a_table(rows, header_rows=0, title="Le Conseil municipal vote les subventions suivantes :")
    columns = read_columns(table)
    assert (columns[0].role, columns[0].certainty) == ("operator", certainty)


@pytest.mark.parametrize(
    ("said", "role"), [("vote les subventions suivantes :", "operator"), ("se réunit :", "detail")]
)
def test_amounts_first_under_a_sentence_that_grants_go_to_the_names_of_a_few_bodies(said, role):
    rows = """
        75 € | Club alpin | Achat de matériel
        300 € | La Ruche | Tournoi de Pâques
        160 € | Les Semis | Fête de la musique
    """
    columns = read_columns(a_table(rows, header_rows=0, title=f"Le Conseil municipal {said}"))
    assert [column.role for column in columns] == ["amount", role, "detail"]
    assert columns[1].certainty < 0.9


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


def test_numbers_of_departements_under_their_name_leave_no_doubt():
    columns = read_columns(
        a_table("""
        Bénéficiaire | Dépt | Aide régionale
        Commune de Bor | 19 | 900,00 €
        Commune de Lure | 87 | 300,00 €
    """)
    )
    assert (columns[1].role, columns[1].certainty) == ("territory", 1.0)


def test_words_under_a_header_of_costs_or_credits_leave_no_doubt_on_the_grant():
    for header in ("AP de rattachement", "Libellé de la base subventionnable"):
        columns = read_columns(
            a_table(f"""
            Association | {header} | Subvention
            Les Amis du Lavoir | TERR-04 travaux | 900 €
            Chœur de la Vallée | TERR-05 études | 300 €
        """)
        )
        assert (columns[1].role, columns[1].certainty, columns[1].note) == ("detail", 1.0, "")


def test_numbers_of_rows_and_sentences_are_no_grants():
    story = "Une offre de logements adaptés est proposée aux jeunes avec les bailleurs et les missions locales. " * 2
    rows = f"| Dispositif | \n43 | Logement | {story}1\n44 | Mobilité | {story}2\n45 | Santé | {story}3"

    assert roles(rows) == ["other", "programme", "detail"]


def test_operation_beside_a_town_is_what_is_done():
    assert roles("""
        Commune | Opération | Subvention attribuée
        Varsigny | Voirie | 80 000 €
        Nantelle | École | 20 000 €
    """) == ["commune", "action", "amount"]


def test_second_word_of_a_header_names_who_receives_where_no_other_column_does():
    rows = """
        Opération / bénéficiaire | {}Subvention
        Commune de Beyrac | {}12 000 €
        Syndicat des eaux de Lure | {}3 000 €
    """
    assert roles(rows.format("", "", "")) == ["operator", "amount"]
    beside = rows.format("Association | ", "L'Épicerie | ", "Judo club | ")
    assert roles(beside)[:2] != ["operator", "operator"]


@pytest.mark.parametrize("head", ["Adresse", "Adresse du logement"])
def test_streets_postcodes_and_commitments_give_way_to_towns_and_files(head):
    found = roles(f"""
        N° dossier | Organisme | {head} | CP | Ville | N° engagement | Montant voté
        24D01205 | Les Amis du Lavoir | 3 rue Haute | 40430 | Sore | E24000871 | 900,00
        24D01208 | Chœur de la Vallée | 12 place Basse | 40430 | Luxey | E24000872 | 100,00
    """)
    assert found == ["reference", "operator", "other", "other", "commune", "other", "amount"]


def test_addresses_with_their_town_are_where_who_receives_is():
    assert (
        roles("""
        Association | Adresse et commune | Communes concernées | Subvention
        Amis du Lavoir | 3 rue Haute, Sore | Luxey | 900 €
        Chœur de la Vallée | 12 place Basse, Luxey | Sore | 700 €
    """)[1]
        == "commune"
    )


def test_groups_that_come_again_beside_their_towns_are_where_these_are_found():
    assert roles("""
        EPCI | Commune | Travaux | Subvention
        CC des Monts | Bor | Toiture | 900 €
        CC des Monts | Lure | Voirie | 700 €
        CC des Monts | Sore | Lavoir | 300 €
        CC du Lac | Beyrac | Place | 400 €
        CC du Lac | Mers | Pont | 200 €
    """) == ["territory", "commune", "action", "amount"]


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


def test_numbers_and_letters_that_stand_for_who_and_what_name_neither():
    assert roles("""
        Tiers n° | Nom de la structure | Type | Canton | Territoire | Montant
        28794 | Union cycliste | F | 3 | Plateau nord | 500 €
        45012 | Foyer rural | I | 12 | Causse sud | 900 €
        40877 | Chorale | F | 3 | Plateau nord | 200 €
    """)[:3] == ["other", "operator", "other"]
    rows = "Structure | Type | Montant voté\nEnvie | EI | 500 €\nLes Jardins | Chantier | 900 €"
    assert roles(rows)[1] == "detail"
    assert grant_lines(read(a_table(rows))).lines[0].certainty == 1


def test_how_many_voted_so_is_no_amount_voted():
    rows = """
        Associations | Subvention | Vote | < | < | Ne prend pas part au vote
        ^ | ^ | Pour | Contre | Abst. | ^
        Union cycliste | 500 € | 27 | 0 | 0 |
        Foyer rural | 900 € | 25 | 0 | 2 | M. ROUX
        Chorale | 300 € | 26 | 1 | 0 | Mme BRUN
    """
    assert roles(rows, header_rows=2) == ["operator", "amount", "other", "other", "other", "remark"]
    assert roles("Association | Pour\nUnion cycliste | 500 €\nFoyer rural | 900 €") == ["operator", "amount"]


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


def test_days_are_no_places():
    rows = """
        Association | Nombre de places | Nb de jours | Montant
        Le Bief | 12 | 365 | 111 690 €
        La Ruche | 18 | 365 | 262 800 €
    """
    assert roles(rows) == ["operator", "places", "other", "amount"]


@pytest.mark.parametrize(
    ("rows", "sure"),
    [
        ("Nom | Nature | Montant\nJudo club de Bor | Tournoi | 300 €\nAmicale de Sore | Fête | 200 €", True),
        ("Nom | Nature | Montant\nLe Tremplin | Tournoi | 300 €\nL'Étape | Fête | 200 €", False),
        ("Association | Intitulé | Montant\nLe Tremplin | Tournoi | 300 €\nL'Étape | Fête | 200 €", True),
    ],
)
def test_weak_words_that_the_other_columns_bear_out_leave_no_doubt(rows, sure):
    columns = read_columns(a_table(rows))
    assert [column.role for column in columns] == ["operator", "action", "amount"]
    assert (min(column.certainty for column in columns) >= 0.9) == sure


def test_places_of_operations_do_not_receive():
    rows = """
        Projet / Lieu | Coût | Subvention votée
        Réfection du toit – Bor | 9 000 € | 900 €
        Achat de tatamis – Lure | 4 000 € | 400 €
    """
    assert "commune" not in roles(rows)
