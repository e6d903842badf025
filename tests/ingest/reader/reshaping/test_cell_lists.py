"""Lists set inside a cell of a table."""

import pytest

from ingest.reader.lines import grant_lines
from ingest.reader.reshaping.cell_lists import part_lists
from tests.ingest.reader.hand_built import a_table, read

LISTS = """
    Domaine | Bénéficiaires et montants | Total
    Sport | - Judo de Bor : 500 € - Tennis – Sore : 1 300 € | 1 800 €
    Culture | Chorale : 200 € ; Harmonie : 80 €. | 280 €
"""


def test_each_entry_of_a_list_is_a_line_under_its_theme():
    lines = grant_lines(read(part_lists(a_table(LISTS)))).lines
    assert [(line.programme, line.operator, line.amount) for line in lines] == [
        ("Sport", "Judo de Bor", 500),
        ("Sport", "Tennis – Sore", 1300),
        ("Culture", "Chorale", 200),
        ("Culture", "Harmonie", 80),
    ]


def test_row_without_a_list_stays_beside_those_that_have_one():
    rows = LISTS + "    Mémoire | Anciens combattants | 90 €\n"
    found = part_lists(a_table(rows))
    assert [cell and cell.text for cell in found.grid[-1]] == ["Mémoire", "Anciens combattants", "90 €", None]
    assert [cell.row for cell in found.grid[-1] if cell] == [5, 5, 5]


@pytest.mark.parametrize(
    "rows",
    [
        """
        Association | Montants
        Judo de Bor | Fonctionnement : 500 € - Projet : 300 €
        Tennis | Fonctionnement : 200 € - Projet : 100 €
        """,
        """
        Association | Détail
        Judo de Bor | Deux actions : 500 €
        Tennis | Rencontre : 200 € sous réserve - Fête : 100 €
        """,
    ],
)
def test_other_cells_stay_as_printed(rows):
    table = a_table(rows)
    assert part_lists(table) is table


def test_lists_under_a_header_of_money_name_who_receives_and_one_entry_is_a_list_too():
    table = part_lists(
        a_table(
            """
            Quartier | Subventions attribuées | Total
            Picasso | Les Racines : 2 500 € Femmes relais : 4 000 € | 6 500 €
            Courtilles | Amicale : 1 000 € Mômes en scène : 3 200 € | 4 200 €
            Gare | La Passerelle : 5 000 € | 5 000 €
            TOTAL | < | 15 700 €
            """
        )
    )
    texts = [[cell.text if cell else "" for cell in row] for row in table.grid]
    assert texts[0][1:] == ["Bénéficiaire", "Total", "Montant"]
    assert [(row[0], row[1], row[3]) for row in texts[1:6]] == [
        ("Picasso", "Les Racines", "2 500 €"),
        ("Picasso", "Femmes relais", "4 000 €"),
        ("Courtilles", "Amicale", "1 000 €"),
        ("Courtilles", "Mômes en scène", "3 200 €"),
        ("Gare", "La Passerelle", "5 000 €"),
    ]
    assert table.grid[6][0] is table.grid[6][1]


def test_list_of_other_funders_beside_the_name_and_its_amount_is_no_list_of_grants():
    table = a_table(
        """
        Bénéficiaire | Subvention | Autres financeurs
        Judo de Bor | 10 000 € | Commune : 4 400 € Région : 2 600 €
        Tennis de Sore | 7 500 € | État : 1 800 € LEADER : 900 €
        """
    )
    assert part_lists(table) is table
