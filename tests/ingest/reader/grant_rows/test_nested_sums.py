"""Rows that add up the rows under them, level in level, as a pivot table prints them."""

from ingest.reader.lines import grant_lines
from ingest.reader.reshaping.sheets import turn_sheets
from tests.ingest.reader.hand_built import a_table, read

HEADER = "Étiquettes de lignes | Somme de Montant voté\n"
PIVOT = """
    Culture | 1 200,00
    Canton de Bor | 700,00
    Chorale de Lure | 300,00
    Harmonie de Bor | 400,00
    Canton de Lure | 500,00
    Théâtre du Val | 500,00
    Sport | 900,00
    Judo de Bor | 900,00
"""


def lines(rows):
    found = grant_lines(read(a_table(HEADER + rows)))
    return [(line.operator, int(line.amount), line.programme, line.territory) for line in found.lines]


def test_total_that_closes_only_without_them_tells_headings_at_any_depth():
    assert lines(PIVOT + "Total général | 2 100,00") == [
        ("Chorale de Lure", 300, "Culture", "Canton de Bor"),
        ("Harmonie de Bor", 400, "Culture", "Canton de Bor"),
        ("Théâtre du Val", 500, "Culture", "Canton de Lure"),
        ("Judo de Bor", 900, "Sport", "Canton de Lure"),
    ]


def test_rows_that_all_stand_under_sums_need_no_total():
    rows = """
        Culture | 700,00
        Chorale de Lure | 300,00
        Harmonie de Bor | 400,00
        Sport | 900,00
        Judo de Bor | 200,00
        Tennis de Bor | 700,00
    """
    assert [name for name, *_ in lines(rows)] == ["Chorale de Lure", "Harmonie de Bor", "Judo de Bor", "Tennis de Bor"]


def test_total_that_counts_every_row_leaves_them_lines():
    rows = """
        Mission locale de Bor | 700,00
        Chorale de Lure | 300,00
        Harmonie de Bor | 400,00
        Judo de Bor | 200,00
        Total général | 1 600,00
    """
    assert len(lines(rows)) == 4


def test_amounts_that_are_all_one_are_lines():
    assert len(lines("\n".join(f"Club de {name} | 90,00" for name in ("Bor", "Lure", "Mers", "Val", "Dax")))) == 5


def test_two_rows_under_the_names_of_two_columns_are_no_sheet():
    table = a_table(HEADER + "Chorale de Lure | 300,00\nTotal général | 300,00")
    assert turn_sheets(table) is table
