"""Boxes whose lines open with labels: each is the row of a list."""

from ingest.reader.lines import grant_lines
from ingest.reader.reshaping.labelled_cells import part_labels
from tests.ingest.reader.hand_built import a_table, read

BOXES = """
    Dossier n° 24-01 ⏎ Bénéficiaire : Judo club ⏎ Objet : Tournoi des jeunes ⏎ et aînés | Commune : Bor ⏎ Aide : 500 €
    |
    Bénéficiaire : Chorale ⏎ Coût : 900 € | Commune : Lure ⏎ Aide : 300 €
"""


def test_each_box_is_a_row_under_the_labels_of_all():
    found = grant_lines(read(part_labels(a_table(BOXES, header_rows=0))))
    assert [(line.operator, line.commune, line.action, int(line.amount)) for line in found.lines] == [
        ("Judo club", "Bor", "Tournoi des jeunes et aînés", 500),
        ("Chorale", "Lure", "", 300),
    ]


def test_boxes_that_pay_nobody_are_no_list():
    rows = """
        Président : M. Blanc ⏎ Adresse : Le Bourg ⏎ Téléphone : 05 00 00 00 00 | Commune : Bor ⏎ Aide : 500 €
    """
    table = a_table(rows, header_rows=0)
    assert part_labels(table) is table


def test_labels_in_one_column_of_a_list_leave_the_amounts_of_the_others():
    rows = """
        Structure | Action | Éléments financiers | Subvention accordée
        Judo club | Tournoi | Budget : 9 000 € ⏎ Demande : 900 € ⏎ Part : 10 % | 500 €
        Chorale | Concert | Budget : 4 000 € ⏎ Demande : 400 € ⏎ Part : 10 % | 300 €
    """
    found = grant_lines(read(part_labels(a_table(rows))))
    assert [(line.operator, int(line.amount)) for line in found.lines] == [("Judo club", 500), ("Chorale", 300)]


def test_labels_over_each_amount_make_columns_under_a_name_of_them_all():
    rows = """
        Club | Discipline | Subvention
        Judo club ⏎ Président : M. Bon | Judo | Demandé : 900 € ⏎ Accordé : 500 €
        Chorale ⏎ Président : M. Sol | Chant | Demandé : 400 € ⏎ Accordé : 300 €
    """
    found = grant_lines(read(part_labels(a_table(rows))))
    assert [int(line.amount) for line in found.lines] == [500, 300]


def test_each_cell_is_a_box_that_a_name_may_open():
    rows = """
        Judo club ⏎ Commune : Bor ⏎ Objet : Tournoi ⏎ Aide : 500 € | La Ruche ⏎ Objet : Fête ⏎ Aide : 90 €
        Chorale ⏎ Commune : Bor ⏎ Objet : Concert ⏎ Aide : 300 € |
    """
    found = grant_lines(read(part_labels(a_table(rows, header_rows=0)))).lines
    assert [(line.operator, line.commune, int(line.amount)) for line in found] == [
        ("Judo club", "Bor", 500),
        ("La Ruche", "", 90),
        ("Chorale", "Bor", 300),
    ]
    assert all(line.certainty < 0.9 for line in found)


def test_boxes_of_two_grants_in_one_row_are_two_rows():
    rows = """
        Judo club ⏎ Objet : Tournoi ⏎ Aide : 500 € |
         | La Ruche ⏎ Objet : Fête ⏎ Aide : 90 €
        Chorale de Bor- ⏎ sur-Lure ⏎ Objet : Concert ⏎ Aide : 300 € | Le Nid ⏎ Objet : Gala ⏎ Aide : 70 €
    """
    found = grant_lines(read(part_labels(a_table(rows, header_rows=0)))).lines
    assert [line.operator for line in found] == ["Judo club", "La Ruche", "Chorale de Bor-sur-Lure", "Le Nid"]


def test_a_line_of_several_labels_is_parted_behind_figures():
    rows = """
        Bénéficiaire : Judo club ⏎ Base : 2 000,00 € HT Taux : 25 % Montant voté : 500 €
        Bénéficiaire : Chorale : voix d'hommes ⏎ Base : 900 € Taux : 33 % Montant voté : 300 €
    """
    found = grant_lines(read(part_labels(a_table(rows, header_rows=0)))).lines
    assert [(line.operator, int(line.amount)) for line in found] == [
        ("Judo club", 500),
        ("Chorale : voix d'hommes", 300),
    ]
