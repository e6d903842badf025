"""Columns of money side by side: which is the amount that this act votes."""

from decimal import Decimal

import pytest

from ingest.reader.columns import read_columns
from ingest.reader.money.money_roles import REPLACES_NOTE, RIVAL_NOTE, UNTITLED_NOTE, YEAR_NOTE
from ingest.reader.records import SURE
from tests.ingest.reader.hand_built import a_table, roles


def test_voted_beats_proposed_and_asked():
    assert roles("""
        Association | Montant sollicité | Avis de la commission | Montant voté
        Les Amis du Lavoir | 900 € | 600 € | 500 €
    """)[1:] == ["amount_other", "amount_other", "amount"]


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


@pytest.mark.parametrize(("said", "noted"), [("Enveloppe", YEAR_NOTE), ("Demandé", YEAR_NOTE), ("Subvention", "")])
def test_year_alone_after_what_is_not_voted_leaves_a_doubt(said, noted):
    rows = f"""
        Association | {said} 2031 | 2032
        Les Amis du Lavoir | 900 € | 500 €
        L'Épicerie | 700 € | 600 €
    """
    columns = read_columns(a_table(rows), act_year=2032)
    assert [column.role for column in columns] == ["operator", "amount_other", "amount"]
    assert (columns[2].certainty <= 0.5, columns[2].note) == (bool(noted), noted)


def test_money_without_a_title_beside_money_that_has_one_is_in_doubt():
    rows = """
        Association | Budget Aide | | Demande
        Les Amis du Lavoir | 9 000 € | 500 € | 600 €
        L'Épicerie | 7 000 € | 600 € | 900 €
    """
    columns = read_columns(a_table(rows))
    assert [column.role for column in columns[1:]] == ["amount_other", "amount", "amount_other"]
    assert (columns[2].certainty, columns[2].note) == (0.5, UNTITLED_NOTE)


def test_what_is_left_to_pay_is_no_amount_and_the_assembly_no_credit():
    rows = """
        Association | Demandé 2024 | Proposé CP 2024 | Acompte déjà versé | Reste à verser
        Banque alimentaire | 45 000 € | 43 000 € | 21 500 € | 21 500 €
        Secours du Val | 8 000 € | 8 000 € | 0 € | 8 000 €
    """
    assert roles(rows)[1:] == ["amount_other 2024", "amount 2024", "amount_other", "amount_other"]


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


def test_amount_to_be_voted_beats_the_proposal():
    table = """
        Bénéficiaire | Aide sollicitée | Subvention proposée | Montant à voter
        Club A       | 1 000 €         | 800 €               | 700 €
        """
    assert roles(table) == ["operator", "amount_other", "amount_other", "amount"]


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
        ("Montant initial", "Complément proposé", "Montant après avenant"),
    ],
)
def test_what_an_amendment_adds_is_what_the_act_votes(initial, added, new):
    assert roles(f"""
        Bénéficiaire | {initial} | {added} | {new}
        CCAS de Roquebrac | 10 000,00 € | 2 500,00 € | 12 500,00 €
        Foyer rural de Beyrac | 4 000,00 € | 1 000,00 € | 5 000,00 €
    """) == ["operator", "amount_other", "amount", "amount_other"]


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


def test_money_that_an_adjustment_adds_is_the_vote():
    assert roles("""
        Bénéficiaire | AP initiale | Montant ajusté | Ajustement proposé
        SIVOM de l'Aure | 80 502,00 | 100 627,50 | 20 125,50
        Commune de Nantelle | 17 056,35 | 15 350,72 | (1 705,63)
    """) == ["operator", "amount_other", "amount_other", "amount"]


def test_amounts_under_a_header_that_ends_with_them_are_counted():
    found = roles("""
        Structure | Actions et montants votés | <
        Les Amis du Lavoir | Tournoi | 900,00 €
        Chœur de la Vallée | Concert | 100,00 €
    """)
    assert found == ["operator", "action", "amount"]


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


def test_what_is_called_a_grant_goes_before_other_money():
    assert roles(
        """
        Coopérative | Effectif | Montant | Classes | Subvention 2031
        Les Lutins | 84 | 1 008,00 | 4 | 1 608,00
        Paul-Bert | 132 | 1 584,00 | 6 | 2 484,00
    """
    )[::2] == ["operator", "amount_other", "amount 2031"]


def test_new_amount_takes_the_place_of_the_one_voted_before():
    assert roles(
        """
        Association | Subvention votée le 25/03 | Nouvelle attribution | Écart
        Aviron Club | 3 200 € | 2 300 € | - 900 €
        Surf Club | 1 000 € | 1 200 € | + 200 €
    """
    )[:3] == ["operator", "amount_other", "amount"]


def test_grants_of_the_past_are_told_by_a_feminine_word_too():
    assert roles("""
        Commune | Subvention | Subventions antérieures
        Beyrac | 4 000 € | 1 000 €
        Lure | 3 000 € |
    """) == ["commune", "amount", "amount_other"]


def test_monthly_advance_is_paid_of_the_amount_beside_it():
    assert roles("""
        Établissement | Dotation globale 2024 | Acompte mensuel
        Foyer des Ormes | 120 000 € | 10 000 €
        Foyer du Bois | 60 000 € | 5 000 €
    """) == ["operator", "amount 2024", "amount_other"]


def test_what_is_given_of_an_envelope_is_the_amount():
    assert roles("""
        Bénéficiaire | Enveloppe votée | Déjà affecté | Présente affectation | Solde disponible
        Commune de Beyrac | 40 000 € | 10 000 € | 12 000 € | 18 000 €
        L'Épicerie | 9 000 € | 2 000 € | 3 000 € | 4 000 €
    """) == ["operator", "amount_other", "amount_other", "amount", "amount_other"]


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


def test_balance_said_to_be_voted_is_a_doubtful_amount_where_no_other_money_is():
    rows = """
        Association | Subvention 2023 | Acompte 2024 déjà voté | Solde 2024 {}
        La Ruche | 900 € | 300 € | 600 €
        Les Tréteaux | 500 € | 200 € | 300 €
    """
    last = read_columns(a_table(rows.format("proposé")), act_year=2024)[-1]
    assert (last.role, last.certainty < 0.6) == ("amount", True)
    assert read_columns(a_table(rows.format("versé")), act_year=2024)[-1].role == "amount_other"


def test_votes_counted_under_a_head_that_speaks_of_a_vote_are_no_money():
    rows = """
        Association | Proposition du bureau | {}
        La Ruche | 600 € | 25 / 0 / 2
        Les Tréteaux | 300 € | 27 / 0 / 0
    """
    assert roles(rows.format("Vote (P / C / A)"))[1:] == ["amount", "detail"]


def test_cost_of_works_is_no_aim_of_a_grant():
    rows = """
        Commune | Nature | Travaux HT | Subvention
        Bor | Toiture | 6 000 € | 1 500 €
        Lure | Chemin | 9 000 € | 2 000 €
    """
    assert roles(rows) == ["commune", "action", "amount_other", "amount"]


def test_what_is_retained_or_foreseen_goes_before_plain_money():
    assert roles("""
        Commune | Dépense retenue | Taux appliqué | Aide de base | Aide retenue
        Bor | 10 000 € | 20 % | 1 500 € | 2 000 €
        Lure | 8 000 € | 30 % | 2 100 € | 2 400 €
    """) == ["commune", "amount_other", "other", "amount_other", "amount"]
