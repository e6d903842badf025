"""Amounts of a row whose cell prints figures on several lines."""

from dataclasses import replace

import pytest

from ingest.reader.lines import grant_lines
from tests.ingest.reader.hand_built import a_table, read


def doubtful(*lines):
    """Whether the amount of a cell that prints these lines is in doubt."""
    table = a_table(f"Association | Montant\nFoyer rural de Bor | {' '.join(lines)}\nChorale de Lure | 900,00 €")
    cells = tuple(cell._replace(lines=lines) if cell.column == 1 else cell for cell in table.grid[1])
    shown = read(replace(table, grid=(table.grid[0], cells, table.grid[2])))
    return grant_lines(shown).lines[0].certainty < 0.9


def test_two_amounts_one_over_the_other_are_no_sure_amount():
    assert doubtful("2 750", "145 850")


def test_amount_whose_currency_or_cents_go_on_below_is_sure():
    assert not doubtful("2 750,50", "€")
    assert not doubtful("2 750,50 €")


SAME = """
    Association | Subvention 2030 | Subvention 2031
    Foyer rural | 700 € | 800 €
    Chorale | 500 € | idem
    Judo club | 300 € | reconduction
    Les Archers | | idem
"""


def test_sum_said_to_be_that_of_the_year_before_is_a_line_in_doubt():
    found = grant_lines(read(a_table(SAME), act_year=2031))
    assert [(line.operator, line.amount, line.amount_text, line.certainty < 0.9) for line in found.lines] == [
        ("Foyer rural", 800, "800 €", False),
        ("Chorale", 500, "idem", True),
        ("Judo club", 300, "reconduction", True),
    ]
    assert [one.text for one in found.leftovers] == ["Les Archers | idem"]


@pytest.mark.parametrize(
    ("printed", "amount", "certainty", "words"),
    [
        ("500 € / an", 500, 0.7, "chaque année"),
        ("500 euros par an", 500, 0.7, "chaque année"),
        ("(500 €)", -500, 1, ""),
        ("- 500 €", -500, 1, ""),
        ("500 € (en nature)", 500, 0.7, "en nature"),
        ("500 € (en mars)", 500, 1, ""),
    ],
)
def test_amounts_of_each_year_or_in_kind_are_in_doubt(printed, amount, certainty, words):
    rows = f"Association | Subvention votée\nLa Ruche | 300 €\nJudo Club | {printed}\nChorale | 400 €"
    line = grant_lines(read(a_table(rows))).lines[1]
    assert (line.amount, line.certainty) == (amount, certainty)
    assert words in " ".join(line.notes)
    assert bool(line.notes) == (certainty < 1)


def test_decision_in_words_is_the_amount_beside_what_was_asked():
    rows = """
        Demandeur | Montant demandé | Décision
        La Ruche | 800 € | Attribution de 500 €
        Judo club | 700 € | Rejet
        Chorale | 300 € | Attribution de 300 €
    """
    found = grant_lines(read(a_table(rows)))
    assert [(line.operator, line.amount, line.certainty) for line in found.lines] == [
        ("La Ruche", 500, 1),
        ("Chorale", 300, 1),
    ]
    assert [left.text for left in found.leftovers] == ["Judo club | 700 € | Rejet"]
