"""Amounts cut at the end of their column are one, on the line of the other cells of their row."""

from collections.abc import Iterator

import pytest

from ingest.reader.borderless.bare_amounts import with_bare_amounts
from ingest.reader.borderless.money_texts import printed_lines
from ingest.reader.records import Box, Word
from tests.ingest.reader.borderless.test_borderless_tables import set_rows
from tests.ingest.reader.shown import texts


def money(*lines: list[tuple[float, str]]) -> list[list[str]]:
    """The amounts of each of these lines of texts, with their places across."""
    words = [
        Word(piece, Box(x + start, y, x + start + 5 * len(piece), y + 9), 9)
        for y, line in zip(range(20, 20 + 11 * len(lines), 11), lines, strict=True)
        for x, printed in line
        for start, piece in _pieces(printed)
    ]
    return [[text.string for text in line.money] for line in with_bare_amounts(printed_lines(words))]


def _pieces(printed: str) -> Iterator[tuple[float, str]]:
    start = 0.0
    for piece in printed.split(" "):
        yield start, piece
        start += 5 * len(piece) + 2.5


@pytest.mark.parametrize(
    ("over", "under", "whole"),
    [("€ 26", "000", "€ 26"), ("26", "000 €", "26 000 €"), ("26 000", "€", "26 000 €")],
)
def test_cut_figure_is_one_amount_on_the_line_of_the_other_cells(over, under, whole):
    top = money([(20, "Foyer"), (100, "Bor"), (200, over)], [(20, "rural"), (200, under)])
    assert top == [[whole], []]
    bottom = money([(20, "Foyer"), (200, over)], [(20, "rural"), (100, "Bor"), (150, "Fête"), (200, under)])
    assert [len(line) for line in bottom] == [0, 1]


def test_year_over_an_amount_is_no_beginning_of_it():
    assert money([(20, "Foyer"), (200, "2030")], [(20, "Club"), (200, "500,00 €")]) == [[], ["500,00 €"]]


def test_amount_under_another_one_that_bears_its_own_currency_is_no_rest():
    assert money([(20, "Foyer"), (200, "€ 26")], [(20, "Club"), (200, "€ 300")]) == [["€ 26"], ["€ 300"]]


@pytest.mark.parametrize(("over", "under", "others"), [("500", "300 €", "€ 15"), ("€ 500", "300", "15")])
def test_amounts_as_near_one_another_as_the_other_rows_are_of_a_row_each(found, over, under, others):
    rows = [["Association", "Ville", "Montant (€)"], ["Foyer rural", "", over], ["Judo", "Bor", under]]
    rows += [[f"Club {n}", "Bor", f"{others}{n}"] for n in range(2, 6)]
    [read] = found(set_rows(rows, 100, padding=1, columns=(52, 190, 290)))
    assert texts(read) == rows


def test_rows_set_at_the_bottom_keep_their_names_beside_cut_figures(found):
    columns = (52.0, 190.0, 290.0, 380.0)
    rows = [["Nom", "Ville", "Demande", "Aide"]]
    rows += [[f"Foyer rural\nde Bor {n}", "Bor", f"€ 1{n}\n000", f"€ {n} 000"] for n in range(2, 8)]
    [read] = found(set_rows(rows, 100, padding=8, setting="bottom", columns=columns))
    assert texts(read)[1:] == [[cell.replace("\n", " ") for cell in row] for row in rows[1:]]


@pytest.mark.parametrize("first", [0, 1], ids=["in figures first", "in words first"])
def test_amount_said_again_under_itself_is_one_row(found, first):
    amounts = [("500 €", "Cinq cents euros"), ("200 €", "Deux cents euros"), ("300 €", "Trois cents euros")]
    said = [pair[first] + "\n" + pair[1 - first] for pair in amounts]
    rows = [
        ["Nom", "Montant"],
        *([name, both] for name, both in zip(("Foyer", "Aviron", "Chorale"), said, strict=True)),
    ]
    [read] = found(set_rows(rows, 100, padding=3, columns=(52.0, 300.0)))
    assert texts(read) == [[cell.replace("\n", " ") for cell in row] for row in rows]


def test_amounts_in_figures_and_in_words_that_differ_are_two():
    assert money([(20, "Foyer"), (200, "500 €")], [(200, "deux cents euros")]) == [["500 €"], ["deux cents euros"]]
