"""Grants set as sheets of labels, one a line."""

from decimal import Decimal

import pytest

from ingest.reader.sentences.clauses.granted_sums import stated_sums
from ingest.reader.sentences.granted.sheet_sums import SHEET_NOTE
from ingest.reader.sentences.names.listed_entries import find_entry
from tests.ingest.reader.sentences.municipal_acts import read


def test_entry_of_a_list_is_no_label_of_a_sheet():
    listed = "- Club cycliste : 280,00 €\n- Aide à domicile : 500,00 €"
    assert [line.table for line in read(f"- d’adopter le rapport.\n{listed}")[0] if line.table == "fiche"] == []


def test_label_of_an_amount_names_nobody():
    assert find_entry("Aide départementale : 500 €", 22) is None
    assert find_entry("Aide à domicile : 500 €", 18) is not None


def test_letterhead_over_other_words_heads_no_sheet():
    told = "SYNDICAT DES RIVIÈRES\nLe comité s’est réuni.\nParticipation proposée : 18 470,00 €"
    assert [line.table for line in read(f"- d’adopter le rapport.\n{told}")[0] if line.table == "fiche"] == []


SHEETS = """
- d’attribuer les subventions décrites dans les fiches jointes, pour un montant total de 13 500 €.
Fait et délibéré en séance.
RAPPORT DU PRÉSIDENT
Bénéficiaire : Ligue de judo
Objet : Stages
Base subventionnable : 40 000,00 €
Subvention demandée : 9 000,00 €
Montant de la subvention proposée : 8 500,00 €
Bénéficiaire : Club alpin
Participation de la commune : 700 €
Aide proposée : 5 000 €
"""


def test_sheets_set_in_lines_are_grants_and_their_total_is_checked():
    lines, totals, leftovers = read(SHEETS)
    assert [(line.operator, line.action, line.amount, line.table, line.notes) for line in lines] == [
        ("Ligue de judo", "Stages", Decimal("8500.00"), "fiche", (SHEET_NOTE,)),
        ("Club alpin", "", Decimal(5000), "fiche", (SHEET_NOTE,)),
    ]
    assert ([total.amount for total in totals], leftovers) == ([Decimal(13500)], ())


@pytest.mark.parametrize("label", ["Montant sollicité", "Aide demandée en 2030", "Rappel 2030"])
def test_what_a_sheet_says_of_requests_and_of_the_past_is_no_sum_of_the_act(label):
    assert not list(stated_sums(f"{label} : 9 000,00 €"))


def test_column_of_amounts_states_no_sum():
    column = "Montant demandé Montant voté 3 320,00 € 2 520,00 € 39 750,00 € 2 750,00 €"
    lines, totals, _ = read(f"- d’attribuer les subventions du tableau ci-après.\n{column}\n14 000,00 € 7 000,00 €")
    assert (lines, totals) == ((), ())


def test_sheet_that_names_no_currency_nor_stands_apart_from_the_act_is_one():
    [line] = read("""
        - d’attribuer les subventions suivantes.
        Bénéficiaire : Ligue de judo
        Commune : Bor
        Objet : Stages
        Coût de l’opération : 4 000
        Montant de la subvention : 850
    """)[0]
    assert (line.operator, line.commune, line.action, line.amount) == ("Ligue de judo", "Bor", "Stages", 850)


def test_heading_of_a_sheet_names_its_beneficiary():
    lines = read("""
        - d’attribuer les subventions décrites ci-après.
        COMMUNE DE BOR
        Nature des travaux : Toiture de la mairie
        Montant de la dépense HT : 18 450,60 €
        Subvention proposée : 4 612,65 €
        COMMUNE DE LURE
        Nature des travaux : Préau
        Subvention proposée : 900,00 €
        CRÉDITS
        Montant déjà affecté : 112 430,20 €
    """)[0]
    assert [(line.operator, line.action, line.amount) for line in lines] == [
        ("COMMUNE DE BOR", "Toiture de la mairie", Decimal("4612.65")),
        ("COMMUNE DE LURE", "Préau", 900),
    ]


def test_heading_right_over_labels_names_its_sheet_and_a_refusal_grants_nothing():
    told = """
- d’adopter le rapport.
Fait et délibéré en séance.
RAPPORT DU PRÉSIDENT
# • Radio Val FM
Objet : fonctionnement
Aide 2030 : 8 000 €
Aide sollicitée : 12 000 €
Aide proposée : 9 000 €
# • Club des supporters
Objet : déplacements
Aide 2030 : 3 000 €
Aide proposée : rejet
"""
    assert [(line.operator, line.amount) for line in read(told)[0] if line.table == "fiche"] == [("Radio Val FM", 9000)]


def test_title_of_grants_heads_no_sheet():
    told = "- d’adopter le rapport.\n# Subventions aux clubs de Bor\nObjet : fonctionnement\nAide proposée : 9 000 €"
    assert [line for line in read(told)[0] if line.table == "fiche"] == []
