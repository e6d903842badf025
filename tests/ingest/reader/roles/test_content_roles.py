"""Columns under « Libellé »: who receives, or what is done, told by what their cells say."""

from dataclasses import replace

import pytest

from ingest.reader.grant_tables import read_tables
from ingest.reader.lines import grant_lines
from ingest.reader.records import LIKELY, Box
from tests.ingest.reader.acts import paragraphs
from tests.ingest.reader.hand_built import a_table, read

ROWS = """
    Libellé | {head} | Montant attribué
    {} | Bor | 500 €
    {} | Lure | 400 €
    {} | Vesoul | 300 €
    {} | Bor | 200 €
"""
BODIES = ("Judo Club", "Comité des fêtes", "Les Tréteaux", "Amicale laïque")
NAMES = ("La Ruche", "Les Tréteaux", "La Boule joyeuse", "Délégation rurale")
WORKS = ("Réfection de l'école", "Restauration du centre", "Achat de livres", "Voirie")
EVENTS = ("Festival du Club de jazz", "Gala de l'Association", "Nuit du Cercle", "Bal des Amicales")
BUILDINGS = ("École", "Théâtre", "Maison commune", "Cinéma")


def found(names, head="Localisation"):
    lines = grant_lines(read(a_table(ROWS.format(*names, head=head)))).lines
    return {(line.operator == name, line.commune, line.certainty) for line, name in zip(lines, names, strict=True)}


@pytest.mark.parametrize(("names", "certainty"), [(BODIES, 1), (NAMES, 0.6), (BUILDINGS, 0.6), (EVENTS, 0.6)])
def test_names_beside_where_they_are_found_receive(names, certainty):
    assert found(names) == {(True, town, certainty) for town in ("Bor", "Lure", "Vesoul")}


@pytest.mark.parametrize("head", ["Localisation", "Commune"])
def test_what_is_done_at_a_place_receives_nothing(head):
    assert found(WORKS, head) == {(False, town, 0.8) for town in ("Bor", "Lure", "Vesoul")}


def test_names_beside_communes_may_be_of_what_is_theirs():
    assert found(NAMES, "Commune") == {(False, town, 0.8) for town in ("Bor", "Lure", "Vesoul")}


LISTED = """
    Foyer rural | Saint-Aubin | 500 €
    Chorale de la Vallée | Le Vignal | 400 €
    Judo Club | Bor | 300 €
"""


@pytest.mark.parametrize(
    ("title", "certainty"), [("Décide d’accorder les subventions suivantes :", 0.95), ("Les élus prennent acte :", 0.6)]
)
def test_names_towns_and_sums_without_a_header_under_a_sentence_that_grants_are_sure(title, certainty):
    lines = grant_lines(read(a_table(LISTED, header_rows=0, title=title))).lines
    towns = ("Saint-Aubin", "Bor") if certainty > 0.6 else ("", "")
    assert [(line.operator, line.commune, line.certainty) for line in lines][::2] == [
        ("Foyer rural", towns[0], certainty),
        ("Judo Club", towns[1], certainty),
    ]


@pytest.mark.parametrize(
    ("title", "first", "certainty"),
    [
        ("Subventions de fonctionnement aux associations", "Foyer rural", 1),
        ("Liste des subventions 2031", "Foyer rural", 1),
        ("Subventions votées pour 2031", "Foyer rural", 1),
        ("Subventions perçues en 2031", "Foyer rural", 0.6),
        ("Budget primitif", "Foyer rural", 0.6),
        ("Liste des subventions 2031", "Réfection du foyer rural", 0.6),
    ],
)
def test_names_under_libelle_are_sure_where_the_title_lists_grants(title, first, certainty):
    rows = f"Libellé | Montant voté\n{first} | 500 €\nJudo Club | 400 €\nComité des fêtes | 300 €"
    lines = grant_lines(read(a_table(rows, title=title))).lines
    assert [line.certainty for line in lines] == [certainty] * 3


@pytest.mark.parametrize(
    ("heads", "certain"),
    [
        ("Libellé | Article | Demande | Vote", True),
        ("Sport | Article | Demande | Vote", True),
        ("Intitulé du projet | Article | Demande | Vote", False),
    ],
)
def test_codes_and_sums_with_a_title_leave_names_of_bodies_sure(heads, certain):
    rows = f"""
        {heads}
        Foyer rural | 6574/40 | 600 € | 500 €
        Judo Club | 6574/40 | 400 € | 400 €
        Comité des fêtes | 6574/33 | 500 € | 300 €
    """
    lines = grant_lines(read(a_table(rows, title="Liste des subventions 2031"))).lines
    assert [(line.operator, line.certainty > LIKELY) for line in lines] == [
        ("Foyer rural" if certain else "", certain),
        ("Judo Club" if certain else "", certain),
        ("Comité des fêtes" if certain else "", certain),
    ]


BARE = """
    Foyer rural | 1 500{unit}
    Chorale de la Vallée | 400{unit}
    Judo Club | 300{unit}
"""


def certainties(over, unit):
    """Of the names and sums of a list without a header, under headings and a sentence, one a line."""
    table = a_table(BARE.format(unit=unit), header_rows=0, title="Secteur sportif")
    (done,) = read_tables([replace(table, boxes={1: Box(0.1, 0.5, 0.9, 0.9)})], paragraphs(over))
    return [column.certainty for column in done.columns]


def test_sentence_or_title_over_the_headings_of_a_list_grants_it():
    said = "Le conseil attribue les subventions suivantes :\n"
    assert certainties(said + "# Associations\n# Secteur sportif", " €") == [1.0, 0.95]
    assert certainties("# Liste des subventions 2031\n# Secteur sportif", " €") == [1.0, 0.95]
    assert certainties("Le rapport est joint.\n# Secteur sportif", " €")[0] == 0.6
    assert certainties(said + "Le rapport est joint.\n# Secteur sportif", " €")[0] == 0.6


@pytest.mark.parametrize(("given", "certain"), [("aide au projet", True), ("Bal", False)])
def test_what_is_given_beside_the_names_leaves_them_sure(given, certain):
    rows = f"""
        Foyer rural | subvention exceptionnelle | 500 €
        Chorale de Bor | {given} | 400 €
        Judo Club | {given} | 300 €
        Tennis Club | {given} | 100 €
        Union sportive | {given} | 200 €
    """
    table = a_table(rows, header_rows=0, title="Liste des subventions accordées aux associations")
    lines = grant_lines(read(table)).lines
    assert [line.certainty > LIKELY for line in lines] == [certain] * 5
    assert {line.action for line in lines} == ({"subvention exceptionnelle", given} if certain else {""})


def test_totals_said_again_under_each_theme_leave_the_names_sure():
    rows = """
        Foyer rural | 500 €
        Chorale de Bor | 400 €
        Total | 900 €
        Judo Club | 300 €
        Total | 300 €
    """
    table = a_table(rows, header_rows=0, title="Décide d’accorder les subventions suivantes :")
    assert [line.certainty for line in grant_lines(read(table)).lines] == [0.95] * 3


@pytest.mark.parametrize("numbers", [("2031-101", "2031-102", "2031-103"), ("1", "2", "3")])
def test_numbers_of_files_or_rows_beside_bodies_leave_them_sure(numbers):
    rows = "{} | Foyer rural | 500 €\n{} | Chorale | 400 €\n{} | Judo Club | 300 €".format(*numbers)
    table = a_table(rows, header_rows=0, title="Décide d’accorder les subventions suivantes :")
    assert [(line.commune, line.certainty) for line in grant_lines(read(table)).lines] == [("", 0.95)] * 3


@pytest.mark.parametrize(
    "told",
    [
        "Le Maire rappelle les subventions accordées en 2030 :\n# Secteur sportif",
        "Les subventions suivantes ont été demandées :\n# Secteur sportif",
        "Le conseil attribue les subventions suivantes :\n# Tarifs\n# Secteur sportif",
    ],
)
def test_list_under_what_is_asked_recalled_or_sold_is_in_doubt(told):
    assert certainties(told, ",00") == [0.6, 0.6]


def test_cents_beside_bodies_under_a_sentence_that_grants_are_money():
    said = "Le conseil attribue les subventions suivantes :\n# Secteur sportif"
    assert certainties(said, ",00") == [1.0, 0.95]
    assert certainties("Le rapport est joint.\n# Secteur sportif", ",00") == [0.6, 0.6]
    assert certainties(said, "")[1] == 0.5
