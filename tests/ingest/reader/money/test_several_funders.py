"""Money of several funders side by side: which is that of the author of the act."""

import pytest

from ingest.reader.columns import read_columns
from ingest.reader.grant_rows.row_amounts import read_amounts
from ingest.reader.money.money_roles import RIVAL_NOTE
from ingest.reader.records import SURE
from tests.ingest.reader.hand_built import a_table, read, roles


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


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Il est proposé de programmer les opérations suivantes :", "amount"),
        ("Plans de financement :", "amount_other"),
        ("Il est proposé de solliciter les aides suivantes :", "amount_other"),
        ("Le Conseil décide de solliciter les aides suivantes :", "amount_other"),
    ],
)
def test_european_fund_of_a_plan_of_financing_is_what_the_act_hands_on(title, role):
    rows = """
        Porteur | Coût total | Plan de financement | < | <
        ^ | ^ | FSE+ | État | Autofinancement
        Les Tréteaux | 90 000 € | 45 000 € | 20 000 € | 25 000 €
        La Ruche | 50 000 € | 25 000 € | 15 000 € | 10 000 €
    """
    table = a_table(rows, title=title)
    found = read_columns(table, act_year=2024)
    assert [column.role for column in found[2:]] == [role, "amount_other", "amount_other"]
    assert found[2].certainty < 0.6 or role == "amount_other"


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


def test_share_of_the_author_in_a_plan_of_financing_is_the_amount():
    rows = """
        Maître d'ouvrage | Coût HT | Plan de financement | < | <
        ^ | ^ | État | Département | Autofinancement
        Commune de Beyrac | 90 000 € | 30 000 € | 20 000 € | 40 000 €
        SIVOM du Val | 60 000 € | 10 000 € | 15 000 € | 35 000 €
    """
    assert roles(rows, header_rows=2) == ["operator", "amount_other", "amount_other", "amount", "amount_other"]


def test_amount_under_the_author_in_a_plan_of_financing_is_the_amount():
    rows = """
        Maître d'ouvrage | Coût HT | Plan de financement | < | < | <
        ^ | ^ | État | < | Département | <
        ^ | ^ | Taux | Montant | Taux | Montant
        Commune de Beyrac | 90 000 € | 30 % | 27 000 € | 20 % | 18 000 €
        SIVOM du Val | 60 000 € | 10 % | 6 000 € | 20 % | 12 000 €
    """
    assert roles(rows, header_rows=3)[3:] == ["amount_other", "other", "amount"]


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


def test_aid_to_communes_is_not_money_of_the_communes():
    assert roles("""
        Commune | Travaux | Montant de l'aide aux communes
        Sore | Réfection du toit | 12 000 €
    """) == ["commune", "action", "amount"]


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


def test_money_of_other_funders_is_no_remark():
    table = """
        Association | Autres financeurs | Région     | EPCI   | Département
        Club A      | 4 000,00 €        | 1 000,00 € | 100,00 | 2 000,00 €
        Club B      | 300,00 €          | 500,00 €   | 250,00 | 450,00 €
        """
    assert roles(table) == ["operator", *["amount_other"] * 3, "amount"]


def test_amount_voted_under_the_name_of_the_author_has_no_rival():
    rows = """
        Porteur | Trop-perçu du Département | Montant voté par le Département
        Le Bief | 1 000 € | 8 300 €
        La Ruche | 2 500 € | 12 000 €
    """
    columns = read_columns(a_table(rows), act_year=2024)
    assert not any(column.note == RIVAL_NOTE or column.certainty < SURE for column in columns)


def test_what_is_given_is_told_from_what_was_asked_in_one_cell():
    rows = """
        Association | Objet | Demandé / Accordé
        La Ruche | Concert | 500 € / 400 €
        Les Tréteaux | Atelier | 900 €/750 €
    """
    reads = read(a_table(rows))
    amounts = read_amounts(reads.rows, reads.columns)
    assert [int(one.amount.value) for one in amounts.values()] == [400, 750]


def test_numbers_of_departments_are_no_money_of_theirs():
    rows = """
        Bénéficiaire | Département | Subvention
        La Ruche | {} | 4 000 €
        Les Tréteaux | {} | 7 500 €
    """
    assert roles(rows.format("59", "2A"))[1:] == ["territory", "amount"]
    assert roles(rows.format("1 500", "2 000"), payer="region")[1:] == ["amount_other", "amount"]


def test_funds_of_the_state_are_parts_of_what_it_gives():
    columns = read_columns(
        a_table("""
        Collectivité | Coût HT | DETR | FNADT | Total État
        Bor | 90 000 € | 27 000 € | | 27 000 €
        Lure | 50 000 € | 10 000 € | 5 000 € | 15 000 €
        Sore | 40 000 € | | 8 000 € | 8 000 €
    """),
        payer="state",
        act_year=2024,
    )
    assert [one.role for one in columns[2:]] == ["amount_other", "amount_other", "amount"]


def test_participation_of_another_assembly_is_not_that_of_the_author():
    rows = """
        Commune | Coût par élève | Participation communale | Aide régionale | Participation départementale
        Bor | 100 € | 400 € | 50 € | 600 €
        Lure | 100 € | 800 € | 90 € | 1 200 €
    """
    own = {"department": 3, "region": 2, "commune": 1}
    for payer, place in own.items():
        found = roles(rows, payer=payer)[1:]
        assert [index for index, role in enumerate(found) if role == "amount"] == [place]
