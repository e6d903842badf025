"""Columns under « Libellé »: who receives, or what is done, told by what their cells say."""

import pytest

from ingest.reader.lines import grant_lines
from tests.ingest.reader.hand_built import a_table, read

ROWS = """
    Libellé | {head} | Montant attribué
    {} | Bor | 500 €
    {} | Lure | 400 €
    {} | Vesoul | 300 €
    {} | Bor | 200 €
"""
BODIES = ("Judo Club", "Comité des fêtes", "Les Tréteaux", "Amicale laïque")
NAMES = ("La Ruche", "Les Tréteaux", "La Boule joyeuse", "Arpège")
WORKS = ("Réfection de l'école", "Restauration du centre", "Achat de livres", "Voirie")
BUILDINGS = ("École", "Théâtre", "Maison commune", "Cinéma")


def found(names, head="Localisation"):
    lines = grant_lines(read(a_table(ROWS.format(*names, head=head)))).lines
    return {(line.operator == name, line.commune, line.certainty) for line, name in zip(lines, names, strict=True)}


@pytest.mark.parametrize(("names", "certainty"), [(BODIES, 1), (NAMES, 0.6), (BUILDINGS, 0.6)])
def test_names_beside_where_they_are_found_receive(names, certainty):
    assert found(names) == {(True, town, certainty) for town in ("Bor", "Lure", "Vesoul")}


@pytest.mark.parametrize("head", ["Localisation", "Commune"])
def test_what_is_done_at_a_place_receives_nothing(head):
    assert found(WORKS, head) == {(False, town, 0.8) for town in ("Bor", "Lure", "Vesoul")}


def test_names_beside_communes_may_be_of_what_is_theirs():
    assert found(NAMES, "Commune") == {(False, town, 0.8) for town in ("Bor", "Lure", "Vesoul")}
