"""Towns in brackets behind the names of beneficiaries, where the header names the beneficiary alone."""

from ingest.reader.lines import grant_lines
from tests.ingest.reader.hand_built import a_table, read

NOTE = "ce qui est entre parenthèses est lu comme la commune du bénéficiaire\u202f: à vérifier"
BEHIND = """
    {} | Subvention
    Judo Club ({}) | 500
    Chorale ({}) | 90
    Les Amis du lavoir ({}) | 40
    Foyer rural | 60
    La Ruche (Lure){} | 70
"""


def found(*words):
    lines = grant_lines(read(a_table(BEHIND.format(*words)))).lines
    return [(line.operator, line.commune, line.action, line.certainty, line.notes) for line in lines]


def test_towns_in_brackets_are_parted_from_the_names():
    towns = ("Saint-Aubin", "Le Vignal", "Bor")
    assert found("Bénéficiaire", *towns, "") == [
        ("Judo Club", "Saint-Aubin", "", 1, ()),
        ("Chorale", "Le Vignal", "", 1, ()),
        ("Les Amis du lavoir", "Bor", "", 1, ()),
        ("Foyer rural", "", "", 1, ()),
        ("La Ruche", "Lure", "", 1, ()),
    ]


def test_words_in_brackets_that_are_not_spelt_as_towns_alone_are_towns_in_doubt():
    assert found("Bénéficiaire", "Vesoul", "Dole", "Bor", "")[0] == ("Judo Club", "Vesoul", "", 0.6, (NOTE,))


def test_initials_and_kinds_in_brackets_stay_in_the_name():
    assert found("Bénéficiaire", "FSGT", "ACA", "ALV", "")[0][:2] == ("Judo Club (FSGT)", "")
    assert found("Bénéficiaire", "section jeunes", "adultes", "2031", "")[0][:2] == ("Judo Club (section jeunes)", "")


def test_branches_and_legal_forms_in_brackets_stay_in_the_name():
    assert found("Bénéficiaire", "Football", "Danse", "Cyclo-cross", "")[0][:2] == ("Judo Club (Football)", "")
    assert found("Bénéficiaire", "Fonctionnement", "Bor", "Dole", "")[0][:2] == ("Judo Club (Fonctionnement)", "")
    # « Cyclo-cross » is not spelt as towns are.
    assert found("Bénéficiaire", "Patins", "Échecs", "Cyclo-cross", "")[0][3:] == (0.6, (NOTE,))


def test_towns_behind_dashes_are_parted_where_every_row_prints_one():
    rows = """
        N° dossier – Bénéficiaire | Subvention
        31000117 – Judo Club 25 – Saint-Aubin | 500
        31000124 – Chorale 70 – Lure | 90
        31000131 – La Ruche - Foyer rural – Bor | 60
    """
    lines = grant_lines(read(a_table(rows))).lines
    assert [(line.operator, line.commune, line.certainty) for line in lines] == [
        ("Judo Club", "Saint-Aubin", 1),
        ("Chorale", "Lure", 1),
        ("La Ruche - Foyer rural", "Bor", 1),
    ]
    lines = grant_lines(read(a_table(rows.replace(" – Bor", "")))).lines
    assert lines[0].operator == "Judo Club 25 – Saint-Aubin"


def test_what_stands_behind_the_town_is_what_the_header_says():
    towns = ("Saint-Aubin) Tournoi (", "Le Vignal", "Bor", "")
    rows = BEHIND.format("Bénéficiaire / manifestation", *towns).replace(" ()", "").replace("Lure)", "Lure) Fête")
    lines = grant_lines(read(a_table(rows))).lines
    assert [(line.operator, line.commune, line.action) for line in lines][::4] == [
        ("Judo Club", "Saint-Aubin", "Tournoi"),
        ("La Ruche", "Lure", "Fête"),
    ]
    assert found("Bénéficiaire", "Le Vignal", "Bor-le-Haut", "Bor", " Fête")[4][:3] == ("La Ruche (Lure) Fête", "", "")


def test_a_cell_of_several_lines_that_names_two_things_is_in_doubt():
    table = a_table("Bénéficiaire / projet | Aide\nLa Ruche Fête du miel | 900 €\nChorale | 700 €")
    both = table.grid[1][0]._replace(lines=("La Ruche", "Fête du miel"))
    cut = table.grid[:1] + ((both, table.grid[1][1]),) + table.grid[2:]
    told = [(line.certainty, line.notes) for line in grant_lines(read(type(table)(1, "", cut, 1, table.boxes))).lines]
    assert told == [(0.6, ("la case nomme aussi ce que l’aide paie\u202f: à vérifier",)), (1, ())]


def test_a_cell_that_covers_the_name_and_the_purpose_is_in_doubt():
    rows = "Bénéficiaire | Projet | Aide\nLa Ruche Fête du miel | < | 900 €\nChorale | Concert | 700 €"
    told = [(line.certainty, line.notes) for line in grant_lines(read(a_table(rows))).lines]
    assert told == [(0.6, ("la case nomme aussi ce que l’aide paie\u202f: à vérifier",)), (1, ())]


def test_names_behind_dashes_that_are_not_spelt_as_towns_stay_in_the_name():
    rows = """
        École | Participation
        Maternelle – Prévert | 500
        Élémentaire – Ferry | 90
        Primaire – Pasteur | 60
    """
    lines = grant_lines(read(a_table(rows))).lines
    assert [(line.operator, line.commune) for line in lines][:2] == [
        ("Maternelle – Prévert", ""),
        ("Élémentaire – Ferry", ""),
    ]
