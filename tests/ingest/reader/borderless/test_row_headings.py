"""Lines between the rows of a list without rules: which of them head rows, and which are the beginning of a name."""

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from ingest.reader.borderless.money_runs import MoneyRun
from ingest.reader.borderless.money_texts import printed_lines
from ingest.reader.borderless.row_headings import headings_among
from ingest.reader.records import Box, Word
from tests.ingest.reader.borderless.test_borderless_tables import set_rows
from tests.ingest.reader.drawn_pdfs import SIZE
from tests.ingest.reader.shown import texts

COLUMNS = (52.0, 150.0, 300.0, 450.0)
NAMES = ["Lieu", "Organisme", "Projet", "Aide"]
ROWS = [
    ["Bor", "Foyer rural", "Stage", "750,00 €"],
    ["Trois-Fontanes", "Union sportive du plateau", "Animation du réseau", "2 000,00 €"],
    ["Lussanges", "Club de lecture", "Lecture", "300,00 €"],
    ["Bor", "Les Amis du lac de Bor", "Concert", "90,00 €"],
]


def headings(*rows: dict[int, str]) -> set[int]:
    """The lines that head rows, each given by its texts: the number of their column, and what they print."""
    words = []
    for number, row in enumerate(rows):
        for column, printed in row.items():
            x = COLUMNS[column]
            for word in printed.split(" "):
                words.append(Word(word, Box(x, 12.0 * number, x + 4 * len(word), 12.0 * number + 9), 9))
                x = words[-1].box.x1 + 2.5
    run = MoneyRun([], sides=[x - 2 for x in (*COLUMNS, 520.0)])
    return headings_among(run, printed_lines(words))


def rows_of(*places: int) -> list[dict[int, str]]:
    return [dict(enumerate(ROWS[place])) for place in places]


def test_short_line_over_rows_heads_them():
    assert headings(*rows_of(0, 1, 0), {0: "Sport"}, *rows_of(0, 1)) == {3}


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ({1: "Lilas"}, {0: "Roquebrac", 1: "Roquebrac", 3: "90,00 €"}),
        ({1: "Harmonie de"}, {1: "Roquebrac", 3: "90,00 €"}),
    ],
    ids=["beside the same town", "cut"],
)
def test_line_over_the_end_of_a_name_is_no_heading(first, last):
    assert headings(*rows_of(0, 1, 0), first, last) == set()


def test_text_that_runs_into_the_next_column_leaves_no_room_on_other_lines():
    long = {1: "Association des parents d’élèves de la vallée basse"}
    over, under = {1: "Orchestre symphonique"}, {1: "International", 3: "90,00 €"}
    assert headings(*rows_of(0, 1, 0), over, under, long, {0: "Bor", 3: "60,00 €"}) == set()


@pytest.mark.parametrize(("last", "heads"), [({0: "Sport"}, True), ({1: "de la vallée"}, False)])
def test_last_line_heads_the_rows_of_the_next_page_where_all_rows_are_of_one_line(last, heads):
    assert headings({0: "Culture"}, *rows_of(0, 1, 2, 3, 0), last) == ({0, 6} if heads else {0})
    assert headings(*rows_of(0, 1), {1: "de la vallée"}, *rows_of(2, 3, 0), last) == set()


def test_words_of_two_cells_on_a_line_of_their_own_are_parted_where_more_than_a_space_is_between(found):
    first = "Maison des jeunes et de Beyrac"
    beside = COLUMNS[1] + stringWidth(first, "Helvetica", SIZE) + 0.45 * SIZE
    wide = ["Beyrac", f"{first}\nla culture", "Poste\nd’animateur", "400,00 €"]
    columns = (*COLUMNS[:2], beside, COLUMNS[3])
    [read] = found(set_rows([NAMES, *ROWS, wide, *ROWS], 100, padding=2, setting="bottom", columns=columns))
    assert texts(read)[5] == [cell.replace("\n", " ") for cell in wide]
