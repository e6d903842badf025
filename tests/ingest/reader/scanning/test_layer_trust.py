"""Hidden layers of text that say something else than their image: read on the image, or doubted."""

import re

import numpy as np
import pytest

from ingest.reader.documents import open_document
from ingest.reader.engines.notes import INVISIBLE_TEXT
from ingest.reader.images.scan_images import Sheet
from ingest.reader.pipeline import read
from ingest.reader.records import Box, Page, Word
from ingest.reader.scanning.layer_trust import believed
from ingest.reader.scanning.scanned_pages import RECOGNISED, RULES_ONLY
from ingest.reader.scanning.text_layers import has_poor_layer
from tests.ingest.reader.scanned_pdfs import needs_tesseract, scan, table_layer, table_page

pytestmark = needs_tesseract

WIDTHS = (190, 130, 220, 100)
ROWS = [
    ("Bénéficiaire", "Commune", "Objet", "Montant 2024"),
    ("Association Les Tilleuls", "Montauban", "Chantier d'insertion", "12 500 €"),
    ("Centre social de Moissac", "Moissac", "Accueil de jour", "3 750 €"),
    ("Régie des Coteaux", "Caussade", "Ateliers vélo et mobilité", "108 000 €"),
    ("Foyer rural de Lafrançaise", "Lafrançaise", "Fête des familles", "640 €"),
    ("Mission locale du Quercy", "Caylus", "Parrainage vers l'emploi", "27 915 €"),
    ("Club nautique de Golfech", "Golfech", "Matériel de sécurité", "1 980 €"),
]


LOW = (842, 300)  # a sheet of which the table fills most


def table(canvas):
    table_page(canvas, ROWS, WIDTHS)


def opened(tmp_path, rows):
    [page] = open_document(scan(tmp_path / "acte.pdf", table, size=LOW, over=table_layer(rows, WIDTHS))).pages
    return page


def changed(change):
    return [ROWS[0], *(tuple(map(change, row)) for row in ROWS[1:])]


def test_layer_that_says_what_the_image_shows_is_believed(tmp_path):
    page = opened(tmp_path, ROWS)
    assert page.notes == (INVISIBLE_TEXT, RULES_ONLY)
    assert {word.certainty for word in page.words} == {1.0}


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(changed(lambda cell: cell.replace("0 €", "8 €")), id="figures taken for others"),
        pytest.param(changed(lambda cell: cell.replace("50", "5O").replace("1", "l")), id="letters for figures"),
        pytest.param([*ROWS[:3], *ROWS[4:5], ("",) * 4, *ROWS[5:]], id="rows of another version"),
        pytest.param(ROWS[:5], id="rows left out"),
        pytest.param([row[:3] for row in ROWS], id="a column left out"),
        pytest.param([row[:2] for row in ROWS], id="two columns left out"),
        pytest.param(changed(lambda cell: cell.replace(" ", "")), id="words that run together"),
        pytest.param(changed(lambda cell: " ".join(cell)), id="letters apart"),
    ],
)
def test_layer_that_says_something_else_is_replaced(tmp_path, rows):
    page = opened(tmp_path, rows)
    assert page.notes == (RECOGNISED,)
    assert {"Tilleuls", "Régie", "108"} <= {word.text for word in page.words}


@pytest.mark.parametrize(
    ("said", "shown", "kept"),
    [
        ("sectionde", "section de", False),
        ("etfils", "et fils", False),
        ("desécurité", "de sécurité", False),
        ("d'insertion", "d 'insertion", True),
        ("section", "section", True),
    ],
)
def test_layer_of_words_that_the_image_parts_is_not_believed(said, shown, kept):
    class Eye:
        def lines_at(self, sheet, boxes):
            return [[Word(text, Box(0, 0, 9, 9), 9) for text in shown.split()] for _ in boxes]

    blank = np.full((100, 100), 255, np.uint8)
    sheet = Sheet(1, blank, np.zeros((100, 13), np.uint8), 1, 100, 100, 0)
    words = [Word(said, Box(10, 10 * row, 60, 10 * row + 9), 9) for row in range(9)]
    assert bool(believed(words, sheet, Eye()).words) == kept


def test_figure_that_the_image_contradicts_is_doubted(tmp_path):
    page = opened(tmp_path, changed(lambda cell: cell.replace("3 750", "3 150")))
    assert page.notes[:2] == (INVISIBLE_TEXT, RULES_ONLY)
    [note] = page.notes[2:]
    said, seen = (re.sub(r"\s", "", one) for one in re.findall("«\u202f(.*?)\u202f»", note))
    assert (said, seen) == ("3150€", "3750€")
    assert [word.text for word in page.words if word.certainty < 1] == ["3", "150", "€"]


def test_line_of_a_figure_that_the_image_contradicts_is_in_doubt(tmp_path):
    rows = changed(lambda cell: cell.replace("3 750", "3 150"))
    reading = read(scan(tmp_path / "acte.pdf", table, size=LOW, over=table_layer(rows, WIDTHS)))
    assert [line.amount for line in reading.lines if line.certainty <= 0.5] == [3150]
    assert len(reading.lines) == len(ROWS) - 1


@pytest.mark.parametrize(
    ("text", "poor"),
    [
        ("l’école élémentaire reçoit une subvention pour la réfection de ses façades " * 6, False),
        ("l’ecole elementaire recoit une subvention pour la refection de ses facades " * 6, True),
        ("LA SUBVENTION DE LA COMMUNE POUR LES FAMILLES " * 9, False),
        ("X X X X X X " * 9, False),
        ("s u b v e n t i o n attribuée à la commune " * 9, True),
    ],
)
def test_layer_without_accents_or_in_letters_is_poor(text, poor):
    words = tuple(Word(one, Box(0, 0, 9, 9), 9) for one in text.split())
    assert has_poor_layer(Page(1, 600, 800, words, (), (INVISIBLE_TEXT,))) is poor
