"""Texts of several lines in the middle of rows that are too low for them."""

from ingest.reader.layout.cells.tall_texts import settle_tall_texts
from ingest.reader.records import Box, Word

SIZE, PITCH, ROW = 9.0, 9.1, 15.0
NAMES = [["Judo"], ["Cercle celtique", "du canton"], ["Centre des droits", "des femmes et", "des familles"], ["Aviron"]]


def word(text: str, top: float, left: float = 50.0) -> Word:
    return Word(text, Box(left, top, left + 40, top + SIZE), SIZE)


def set_cells(names: list[list[str]], *, down: float = 0.0) -> tuple[list[float], list[list[list[Word]]]]:
    """The heights of the rows, and the words of two columns by their middles; `down`: out of the middle."""
    held: list[list[list[Word]]] = [[[], [word("900", ROW * row + 3, 200)]] for row in range(len(names))]
    for row, lines in enumerate(names):
        first = ROW * (row + 0.5) - (PITCH * (len(lines) - 1) + SIZE) / 2 + down
        for n, text in enumerate(lines):
            top = first + n * PITCH
            held[min(len(names) - 1, max(0, int((top + SIZE / 2) // ROW)))][0].append(word(text, top))
    return [ROW * row for row in range(len(names) + 1)], held


def names_of(held: list[list[list[Word]]]) -> list[list[str]]:
    return [[one.text for one in row[0]] for row in held]


def test_lines_that_stand_in_the_next_rows_come_back_to_their_text():
    ys, held = set_cells(NAMES)
    assert names_of(held) != NAMES
    settle_tall_texts(ys, held)
    assert names_of(held) == NAMES
    assert {one.certainty for row in held for one in row[0]} == {1.0}


def test_lines_on_one_another_whose_row_nothing_tells_are_in_doubt():
    ys, held = set_cells(NAMES, down=4.0)
    before = names_of(held)
    settle_tall_texts(ys, held)
    assert names_of(held) == before
    assert any(one.certainty < 0.9 for row in held for one in row[0])


def test_words_of_one_line_at_uneven_heights_stay_as_they_are():
    ys, held = set_cells([["Judo"], ["Aviron"], ["Tennis"]])
    held[1][0] = [word("Aviron", 13.0), word("club", 14.5, 100)]
    before = [list(row) for row in held]
    settle_tall_texts(ys, held)
    assert held == before
