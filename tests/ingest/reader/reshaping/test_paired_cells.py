"""Cells that print two things one under the other, under a header that names both."""

import pytest

from ingest.reader.lines import grant_lines
from ingest.reader.reshaping.paired_cells import part_pairs
from tests.ingest.reader.hand_built import a_table, read

PAIRS = """
    Dossier | {head} | Subvention
    2024-0012 | Judo club ⏎ Tournoi | 500,00
    2024-0013 | Chorale ⏎ Concert | 90,00
    2024-0014 | Harmonie ⏎ Achat d'instruments | 40,00
    Total | < | 630,00
"""


@pytest.mark.parametrize("head", ["Bénéficiaire / Objet", "Association – Projet"])
def test_each_line_of_a_cell_goes_under_its_name(head):
    found = grant_lines(read(part_pairs(a_table(PAIRS.format(head=head)))))
    assert [(line.operator, line.action, line.amount) for line in found.lines] == [
        ("Judo club", "Tournoi", 500),
        ("Chorale", "Concert", 90),
        ("Harmonie", "Achat d'instruments", 40),
    ]
    assert found.leftovers == ()


def test_names_of_a_header_may_stand_one_under_the_other_over_names_in_capitals():
    rows = """
        Dossier | Bénéficiaire ⏎ Intitulé de l'opération | Aide
        24-001 | SYNDICAT ⏎ DU VAL ⏎ Captage | 500,00
        24-002 | COMMUNE DE BOR ⏎ Réseau d'eau ⏎ et station | 90,00
        24-003 | CHAMBRE ⏎ Conseil | 40,00
    """
    lines = grant_lines(read(part_pairs(a_table(rows)))).lines
    assert [(line.operator, line.action, line.certainty) for line in lines] == [
        ("SYNDICAT DU VAL", "Captage", 1.0),
        ("COMMUNE DE BOR", "Réseau d'eau et station", 1.0),
        ("CHAMBRE", "Conseil", 1.0),
    ]


@pytest.mark.parametrize("head", ["Bénéficiaire", "Association / Club", "Bénéficiaire / Montant"])
def test_a_header_of_one_name_parts_nothing(head):
    table = a_table(PAIRS.format(head=head))
    assert part_pairs(table) is table


@pytest.mark.parametrize("head", ["Intitulé de ⏎ l'association", "Intitulé ⏎ de l'organisme", "Nom de ⏎ la commune"])
def test_a_name_that_goes_on_over_two_lines_is_one(head):
    table = a_table(PAIRS.format(head=head))
    assert part_pairs(table) is table


def test_where_a_longer_cell_is_cut_is_in_doubt():
    rows = PAIRS.format(head="Bénéficiaire / Objet") + "    2024-0015 | Les Amis ⏎ du moulin ⏎ Fête | 10,00\n"
    more = "".join(f"    2024-002{n} | Club {n} ⏎ Fête | 10,00\n" for n in range(3))
    lines = grant_lines(read(part_pairs(a_table(rows + more)))).lines
    assert {line.certainty for line in lines if line.operator.startswith("Les Amis")} == {0.6}
    assert {line.certainty for line in lines if line.operator.startswith("Club")} == {1.0}


def test_what_a_header_names_in_brackets_is_what_its_cells_print_in_brackets():
    rows = """
        Bénéficiaire (commune) | Objet | Aide
        Judo club (Bor) | Tournoi | 500,00
        Chorale des Ponts (Le Vignal) | Concert | 90,00
        Harmonie (Mornac) | Fanfare | 40,00
        Club sans lieu | Fête | 10,00
        Ciné-club (Bor) | Festival | 60,00
    """
    lines = grant_lines(read(part_pairs(a_table(rows)))).lines
    assert [(line.operator, line.commune) for line in lines] == [
        ("Judo club", "Bor"),
        ("Chorale des Ponts", "Le Vignal"),
        ("Harmonie", "Mornac"),
        ("Club sans lieu", ""),
        ("Ciné-club", "Bor"),
    ]


def test_two_names_of_money_stand_over_two_amounts():
    rows = """
        Bénéficiaire | Coût de l'opération ⏎ Subvention accordée
        Commune de Bor | 12 000,00 € ⏎ 3 000,00 €
        Commune de Lure | 9 000,00 € ⏎ 4 500,00 €
    """
    found = grant_lines(read(part_pairs(a_table(rows))))
    assert [(line.operator, line.amount) for line in found.lines] == [
        ("Commune de Bor", 3000),
        ("Commune de Lure", 4500),
    ]
