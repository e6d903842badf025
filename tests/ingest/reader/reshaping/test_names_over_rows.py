"""Names of beneficiaries set alone over what each is given for, in a column that is blank else."""

from ingest.reader.lines import grant_lines
from ingest.reader.reshaping.names_over_rows import name_rows
from ingest.reader.totals import stated_totals
from tests.ingest.reader.hand_built import a_table, read

ROWS = """
    Association | Objet | Subvention
    La Ruche | < | <
     | Fonctionnement | 500 €
     | Fête du miel | 300 €
     | Sous-total | 800 €
    Judo club | |
     | Stage | 400 €
     | TOTAL | 1 200 €
"""


def test_names_over_rows_are_those_of_each_row():
    table = read(name_rows(a_table(ROWS)), act_year=2031)
    lines = grant_lines(table, act_year=2031).lines
    assert [(line.operator, line.action, line.amount, line.programme, line.certainty) for line in lines] == [
        ("La Ruche", "Fonctionnement", 500, "", 1),
        ("La Ruche", "Fête du miel", 300, "", 1),
        ("Judo club", "Stage", 400, "", 1),
    ]
    assert [total.lines for total in stated_totals([table], lines, act_year=2031)] == [(1, 2), (1, 2, 3)]


def test_rows_that_name_somebody_keep_their_headings():
    for row in (" | Fonctionnement | 500 €", " | Stage | 400 €"):
        table = a_table(ROWS.replace(row, row.replace(" |", "Chorale |", 1)))
        assert name_rows(table) is table


def test_one_name_or_one_after_the_first_row_is_no_list_of_names():
    for text in ("Judo club | |", "La Ruche | < | <"):
        table = a_table(ROWS.replace(f"    {text}\n", ""))
        assert name_rows(table) is table


def test_themes_over_rows_that_name_bodies_receive_nothing():
    table = a_table("""
        Association | Objet | Subvention
        Sport | |
         | Gala du Judo Club | 500 €
         | Tournoi du Tennis Club | 300 €
        Musique | |
         | Concert de la Chorale | 400 €
    """)
    assert name_rows(table) is table
