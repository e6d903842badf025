"""Tables pasted as pictures into pages of set text, and pictures that print nothing to read."""

import io

import cv2
import numpy as np
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.reader.documents import open_document
from ingest.reader.pipeline import read
from ingest.reader.records import Box, Page, Word
from ingest.reader.scanning.bare_pictures import bare_pictures
from ingest.reader.scanning.scanned_pages import PICTURES_READ
from tests.ingest.reader.scanned_pdfs import drawn, needs_tesseract, table_page

PAGE = (595, 842)
ROWS = [
    ("Bénéficiaire", "Commune", "Montant 2024"),
    ("Association Les Tilleuls", "Montauban", "12 500 €"),
    ("Régie des Coteaux", "Caussade", "108 000 €"),
    ("Club nautique de Golfech", "Golfech", "1 980 €"),
]
WIDTHS = (200, 150, 100)
PROSE = (
    "LE CONSEIL DÉPARTEMENTAL, réuni le 12 février 2024 sous la présidence de madame Aline Perrot,",
    "Vu le code général des collectivités territoriales, notamment ses articles L. 3211-1 et suivants,",
    "Vu le rapport de sa présidente, considérant l'intérêt des actions conduites par les associations,",
    "Après en avoir délibéré, à l'unanimité, DÉCIDE",
    "Article 1 : d'attribuer les subventions de fonctionnement figurant au tableau ci-dessous,",
    "Article 2 : d'autoriser la présidente à signer tous les actes nécessaires à l'exécution,",
)
FULL = Box(0, 0, *PAGE)


def picture(pixels):
    return ImageReader(io.BytesIO(cv2.imencode(".png", pixels)[1].tobytes()))


def table_picture():
    return picture(drawn(lambda canvas: table_page(canvas, ROWS, WIDTHS, left=10, top=10), (470, 100), 150))


def waves():
    """A photograph, for all that a reader can tell."""
    across, down = np.meshgrid(np.linspace(0, 9, 900), np.linspace(0, 5, 500))
    return picture((127 + 120 * np.sin(across) * np.cos(down)).astype(np.uint8))


def act(path, image, box):
    canvas = Canvas(str(path), pagesize=PAGE)
    canvas.setFont("Helvetica", 10)
    for index, line in enumerate(PROSE):
        canvas.drawString(60, 780 - 16 * index, line)
    canvas.drawImage(image, *box)
    canvas.save()
    return path


@needs_tesseract
def test_table_pasted_as_a_picture_is_read_beside_the_text(tmp_path):
    reading = read(act(tmp_path / "acte.pdf", table_picture(), (60, 500, 470, 100)))
    assert [(line.operator, line.amount) for line in reading.lines] == [
        ("Association Les Tilleuls", 12500),
        ("Régie des Coteaux", 108000),
        ("Club nautique de Golfech", 1980),
    ]
    assert all(line.certainty < 1 for line in reading.lines)
    assert PICTURES_READ in reading.notes
    [page] = reading.document.pages
    assert " ".join(PROSE) == " ".join(word.text for word in page.words if word.certainty == 1)


@needs_tesseract
def test_photograph_leaves_its_page_as_it_is(tmp_path):
    path = act(tmp_path / "acte.pdf", waves(), (60, 300, 470, 260))
    [page] = open_document(path).pages
    assert page.notes == ()
    assert {word.certainty for word in page.words} == {1.0}


@pytest.mark.parametrize(
    ("pictures", "pictured", "bare"),
    [
        pytest.param((Box(60, 400, 530, 540),), 0.13, True, id="below the words"),
        pytest.param((Box(60, 70, 530, 210),), 0.13, False, id="under the words"),
        pytest.param((Box(60, 400, 140, 480),), 0.01, False, id="a logo"),
        pytest.param(tuple(Box(60, 400 + 10 * n, 530, 410 + 10 * n) for n in range(14)), 0.13, True, id="in strips"),
        pytest.param((FULL,), 1.0, True, id="a full page with words at its head"),
        pytest.param((), 1.0, True, id="letters drawn"),
    ],
)
def test_pictures_are_bare_where_no_word_stands(pictures, pictured, bare):
    places = [Box(80 * place, 60 + 14 * row, 80 * place + 60, 70 + 14 * row) for place in range(8) for row in range(11)]
    words = tuple(Word("mot", place, 10) for place in places)
    page = Page(1, *PAGE, words, (), pictured=pictured, pictures=pictures)
    assert bool(bare_pictures(page)) is bare
