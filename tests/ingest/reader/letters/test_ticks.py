"""Ticks of a pen beside figures, and strokes that touch them."""

from dataclasses import replace

from ingest.reader.letters.edge_strokes import without_strokes
from ingest.reader.letters.ticks import TOUCHED, without_ticks
from ingest.reader.records import Box, Word
from tests.ingest.reader.hand_built import a_table


def words(*texts):
    return [Word(text, Box(x, 20, x + 4 * len(text), 28), 8, certainty=0.98) for text, x in texts]


def told(found):
    return [(word.text, word.certainty) for word in found]


def test_tick_after_a_currency_goes_and_leaves_no_doubt():
    found = without_ticks(words(("400,00", 20), ("Euros", 48), ("VŸ", 74)))
    assert told(found) == [("400,00", 0.98), ("Euros", 0.98)]
    assert told(without_ticks(words(("EurosŸ", 48)))) == [("Euros", 0.98)]
    assert told(without_ticks(words(("16,00", 20), ("€", 44), ("M", 50)))) == [("16,00", 0.98), ("€", 0.98)]


def test_stroke_beside_digits_leaves_a_doubt():
    assert told(without_ticks(words(("1620", 20), ("V", 37)))) == [("1620", TOUCHED)]
    assert told(without_ticks(words(("[57", 20), ("500", 36)))) == [("57", TOUCHED), ("500", 0.98)]


def test_currencies_read_as_a_line_down_the_page_are_read_once():
    amount, currency = words(("16,00", 20), ("€", 44))
    down = Word("M", Box(45, 21, 52, 27), 8, angle=90, certainty=0.8)
    assert list(without_ticks([amount, currency, down])) == [amount, currency]


def test_letters_that_go_on_are_print():
    text = words(("2019", 20), ("y", 40), ("compris", 48))
    assert list(without_ticks(text)) == text
    notes = words(("500", 20), ("(1)", 36), ("12/05/2024", 80), ("€", 200))
    assert list(without_ticks(notes)) == notes


def test_strokes_around_a_figure_of_a_cell_go():
    table = a_table(
        "Bénéficiaire | Montant\nLe Bief | 1620:\nLe Moulin | ?8 800\nLa Gaule | 12."
        "\nLe Gué | A 62 249,00 €\nLe Pré | A 622"
    )
    grid = tuple(tuple(cell._replace(certainty=0.98) for cell in row) for row in table.grid)
    [freed] = without_strokes([replace(table, grid=grid)])
    amounts = [row[1] for row in freed.grid[1:]]
    assert [cell.text for cell in amounts] == ["1620", "?8 800", "12.", "62 249,00 €", "A 622"]
    assert [cell.certainty for cell in amounts] == [TOUCHED, 0.98, 0.98, TOUCHED, 0.98]


def test_cells_of_a_program_stay():
    table = a_table("Bénéficiaire | Montant\nLe Bief | 1620:")
    assert without_strokes([table]) == (table,)
