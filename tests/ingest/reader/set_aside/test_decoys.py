"""Tables of money that an act prints beside its grants, told by the sentence over them."""

from dataclasses import replace

import pytest

from ingest.reader.grant_tables import read_tables
from ingest.reader.records import Box
from ingest.reader.set_aside.announced_decoys import OTHER_POINT_REASON
from tests.ingest.reader.acts import paragraphs
from tests.ingest.reader.hand_built import a_table, read

LOANS = """
    Bénéficiaire | Opération | Montant du prêt | Montant garanti
    Office de l'habitat | 8 logements à Nantelle | 1 150 000 € | 575 000 €
    Office de l'habitat | 4 logements à Varsigny | 350 000 € | 175 000 €
"""
PRICES = """
    Utilisateur | Journée | Week-end
    Associations de la commune | gratuit | 50 €
    Particuliers | 150 € | 250 €
"""
FEES = """
    Organisme | {}
    Agence d'urbanisme | 6 200 €
    Association des maires | 1 350 €
"""


SHARES = """
    Commune | Population | Participation 2024
    Varsigny | 412 | 5 765,20 €
    Nantelle | 1 204 | 25 526,35 €
"""


GIVEN = """
    Commune | Nature des travaux | Taux | Subvention
    Varsigny | Toiture | 30 % | 7 200,00 €
    Nantelle | Aire de jeux | 40 % | 5 100,00 €
"""
EXTENDED = """
    Bénéficiaire | Subvention | Date de décision | {}
    Commune de Mirmont | 180 000,00 € | 24/03/2022 | 24/03/2026
    Commune de Varsigny | 12 500,00 € | 17/10/2022 | 31/12/2026
"""

BALANCES = """
     | Fonctionnement | Investissement
    Dépenses | 412 356,18 | 187 204,77
    Recettes | 498 120,44 | 142 877,02
    Résultat de l'exercice | 85 764,26 | - 44 327,75
    Report 2022 | 112 540,09 | 18 650,30
"""
FUNDS = """
    Organisme | Montant
    DETR (40 %) | 18 792,00 €
    Département – amendes de police | 9 396,00 €
    Autofinancement | 18 792,00 €
"""


LOTS = """
    Lot | Titulaire | Montant
    Lot 1 – Maçonnerie | SARL Bor | 58 000 €
    Lot n° 2 – Toiture | Sore et Fils | 31 000 €
"""


PAID = """
    Nom et prénom | {}
    ROY Anne | 2 169,00 €
    BON Luc | 1 937,00 €
"""


AMENDED = """
    Entreprise | Montant du marché HT | Avenant n° 1
    SARL Bor | 58 000 € | 1 650 €
    Sore et Fils | 31 000 € | 900 €
"""


@pytest.mark.parametrize(
    ("rows", "title", "reason"),
    [
        (BALANCES, "La doyenne présente le compte administratif :", "comptes ou budget"),
        (FUNDS, "Le plan de financement est arrêté comme suit :", "plan de cofinancement"),
        (SHARES.replace("Participation", "AC"), "Rapport de la CLECT", "reversements"),
        (EXTENDED.format("Nouvelle échéance"), "", "délais prolongés"),
        (EXTENDED.format("Nouvelle durée"), "", "délais prolongés"),
        (GIVEN, "Considérant que les attributions suivantes ont été décidées lors de la réunion de mars :", "rappel"),
        (GIVEN, "Les aides de la première tranche (pour mémoire) :", "rappel"),
        (EXTENDED.format("Date"), "de proroger le délai de validité des subventions suivantes :", "délais prolongés"),
        (GIVEN, "Liste des subventions annulées", "annulation"),
        (GIVEN, "d’annuler les subventions suivantes, devenues sans objet :", "annulation"),
        (SHARES, "les attributions de compensation sont arrêtées comme suit :", "reversements"),
        (SHARES, "La dotation de solidarité communautaire est répartie ainsi", "reversements"),
        (SHARES, "les participations des communes membres pour 2024 sont arrêtées comme suit :", "sommes dues"),
        (LOANS, "d’accorder la garantie du Département aux emprunts suivants :", "garanties d’emprunt"),
        (LOANS, "", "coûts, prix ou budgets, aucune subvention"),
        (LOTS, "", "marchés publics"),
        (AMENDED, "", "marchés publics"),
        (PAID.format("Indemnité brute mensuelle"), "", "indemnités d’élus"),
        (PAID.format("Montant"), "Indemnités de fonction des élus", "indemnités d’élus"),
        (FEES.format("Montant"), "Cotisations 2024 aux organismes :", "cotisations"),
        (FEES.format("Montant"), "Remises gracieuses accordées :", "créances abandonnées"),
        (FEES.format("Montant"), "Sont acquises les parcelles suivantes :", "biens achetés ou vendus"),
        (PRICES, "2. Tarifs de la salle polyvalente", "liste de prix"),
        (FEES.format("Montant"), "renouvelle l’adhésion aux organismes et leurs cotisations :", "cotisations"),
        (FEES.format("Cotisation 2024"), "Cotisations aux organismes d’adhésion", "cotisations"),
    ],
)
def test_money_that_is_no_grant_gives_no_line(rows, title, reason):
    assert read(a_table(rows, title=title)).skipped.startswith(reason)


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        (AMENDED.replace("Avenant n° 1", "Subvention"), ""),
        (PAID.replace("€", "€ | 900 €").format("Rémunération annuelle | Aide"), ""),
        (PAID.replace("€", "€ | 900 €").format("Salaire annuel | Montant accordé"), ""),
        (PAID.format("Indemnité"), "Indemnités aux exploitants dont les récoltes sont perdues"),
        (FEES.format("Subvention"), "renouvelle l’adhésion aux organismes et leurs cotisations :"),
        (FEES.format("Montant"), "Subventions pour la baisse des tarifs des cantines"),
        (FEES.format("Montant accordé"), "Tarifs et aides"),
        (FEES.format("Montant"), "Participation à l’acquisition de terrains et d’immeubles"),
        (SHARES, "Participations aux communes"),
        (GIVEN, "Pour mémoire, des aides ont été votées le 12 mars. Il est proposé d’attribuer les suivantes :"),
        (GIVEN, "Les aides qui ne seraient pas employées sont annulées. Aides attribuées :"),
        (GIVEN, "Après rappel des aides déjà votées, décide d’attribuer pour mémoire :"),
        (SHARES.replace("Participation", "Subvention"), "avec la participation des communes :"),
    ],
)
def test_grants_beside_the_same_words_are_read(rows, title):
    assert read(a_table(rows, title=title)).skipped == ""


def test_table_at_a_point_of_minutes_that_is_not_about_grants_gives_no_line():
    text = paragraphs(
        "Compte rendu du conseil\n1. Fermages\nFixés.\n2. Vie associative\nUn forum.\n3. Subventions\nVotées."
    )
    rows = FEES.format("Montant")
    read_at = [
        read_tables([replace(a_table(rows), boxes={1: Box(0.1, one.source.box.y0, 0.9, 1.0)})], text)[0].skipped
        for one in text
    ]
    assert [reason == OTHER_POINT_REASON for reason in read_at] == [False, True, True, True, True, False, False]


@pytest.mark.parametrize(
    "rows",
    [
        """
        Commune | Projet | Aide votée | CP 2024 | CP 2025
        Varsigny | Toiture | 7 200,00 € | 3 600,00 € | 3 600,00 €
        Nantelle | Aire de jeux | 5 100,00 € | 2 550,00 € | 2 550,00 €
        """,
        """
        Commune | Places | Coût unitaire | Aide votée
        Varsigny | 12 | 100,00 € | 1 200,00 €
        Nantelle | 8 | 100,00 € | 800,00 €
        """,
        """
        Commune | Projet | Dépenses prévues | Région | Conseil départemental | Autofinancement
        Varsigny | Toiture | 9 600,00 € | 960,00 € | 2 400,00 € | 6 240,00 €
        Nantelle | Aire de jeux | 3 000,00 € | 300,00 € | 750,00 € | 1 950,00 €
        """,
        """
        Commune | Emploi de l'aide | Fonctionnement | Investissement | Total
        Varsigny | Toiture | 200,00 € | 7 000,00 € | 7 200,00 €
        Nantelle | Aire de jeux | 100,00 € | 5 000,00 € | 5 100,00 €
        """,
    ],
)
def test_grants_to_towns_are_read_beside_words_of_budgets(rows):
    assert read(a_table(rows)).skipped == ""


def test_what_towns_spend_with_the_help_of_others_is_their_budget():
    rows = """
        Commune | Projet | Dépenses prévues | Région | Autofinancement
        Varsigny | Toiture | 9 600,00 € | 960,00 € | 8 640,00 €
        Nantelle | Aire de jeux | 3 000,00 € | 300,00 € | 2 700,00 €
    """
    assert read(a_table(rows)).skipped


def test_ticks_beside_what_is_granted_are_no_grid_of_ticks():
    rows = """
        Association | 1re demande | Renouvellement | Convention | Subvention
        Judo Club | X | | ☒ | 600 €
        La Ruche | | X | ☐ | 700 €
        Le Bief | | X | ☐ | {}
    """
    assert read(a_table(rows.format("900 €"))).skipped == ""
    assert (
        read(a_table(rows.format("X").replace("600 €", "X").replace("700 €", ""))).skipped == "grille de cases cochées"
    )
