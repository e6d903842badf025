"""Names that run over into the next cell: which of its words go back to the cell in which they begin."""

import pytest

from ingest.reader.layout.cells.overflows import give_words_back
from ingest.reader.records import Box, Word

SIZE, SPACE = 10.0, 2.7
SIDES = (0.0, 100.0, 200.0)


def line(x: float, text: str, y: float = 0.0, space: float = SPACE) -> list[Word]:
    """The words of a text from x on, five points a letter."""
    words = []
    for part in text.split():
        words.append(Word(part, Box(x, y, x + 5 * len(part), y + SIZE), SIZE))
        x += 5 * len(part) + space
    return words


def given(*words: Word) -> list[str]:
    """The texts of both cells, words placed by their middles, after those that run over are given back."""
    cells = [[word for word in words if (word.box.x0 + word.box.x1 < 200) == left] for left in (True, False)]
    held = [cells]
    give_words_back(SIDES, held)
    return [" ".join(word.text for word in cell) for cell in held[0]]


def test_end_of_a_name_before_an_amount_goes_back():
    # « soutien » ends just before the side, « RSA » stands right of it.
    assert given(*line(30, "Atelier soutien RSA"), *line(150, "1 500,00 €")) == ["Atelier soutien RSA", "1 500,00 €"]


def test_word_across_the_side_goes_back_where_its_cell_is_else_empty():
    assert given(*line(20, "Association du patrimoine")) == ["Association du patrimoine", ""]


@pytest.mark.parametrize(
    "right",
    [
        line(108, "dont 500 €"),  # the padding of two cells lies between
        line(150, "Beyrac"),
        [*line(101, "Beyrac"), *line(101, "Vire", y=12.0)],  # a cell of two lines
    ],
)
def test_text_of_the_next_cell_stays(right):
    cells = given(*line(30, "Foyer de Vire"), *right)
    assert cells == ["Foyer de Vire", " ".join(word.text for word in right)]


def test_figures_that_are_an_amount_with_those_before_them_stay():
    assert given(*line(62, "Atelier"), *line(101, "12 500")) == ["Atelier", "12 500"]


@pytest.mark.parametrize(("others", "kept"), [((138.1, 138.1), ["Bor"]), ((105, 110), [])])
def test_text_that_begins_where_those_of_its_column_do_stays(others, kept):
    canton, town = line(20, "Association du Minervois"), line(138.1, "Bor")
    held = [[canton, town], *([[], line(x, "Luxey", 20 * row)] for row, x in enumerate(others, 1))]
    give_words_back(SIDES, held)
    assert [word.text for word in held[0][1]] == kept
