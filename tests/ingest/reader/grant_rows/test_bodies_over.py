"""Headings of rows that name who receives, in a table without any column of names."""

import pytest

from ingest.reader.lines import grant_lines
from tests.ingest.reader.hand_built import a_table, read

ROWS = """
    Objet de la demande | Budget | Montant accordé
    {} | < | <
    Fonctionnement | 9 000 € | 900 €
    {} | < | <
    Tournoi | 5 000 € | 500 €
    Achat de matériel | 2 000 € | 400 €
"""


def found(*heads):
    return [
        (line.operator, line.commune, line.programme, line.certainty)
        for line in grant_lines(read(a_table(ROWS.format(*heads)))).lines
    ]


def test_bodies_that_head_rows_receive_what_these_say_in_doubt():
    first, *others = found("1. Foyer rural – Saint-Aubin (dossier n° 2031-12)", "2. Judo Club")
    assert first == ("Foyer rural", "Saint-Aubin", "", 0.6)
    assert others == [("Judo Club", "", "", 0.6)] * 2


@pytest.mark.parametrize("heads", [("Sport", "Culture"), ("Judo Club", "Judo Club"), ("Clubs", "Écoles")])
def test_themes_and_a_title_that_head_rows_name_nobody(heads):
    assert {name for name, *_ in found(*heads)} == {""}
