"""Two lines of one cell beside one line of the next: each text is read by itself."""

import cv2
import numpy as np

from ingest.reader.documents import open_document
from ingest.reader.images.scan_images import Sheet
from ingest.reader.letters.poor_texts import poor_texts
from ingest.reader.records import Box, Word
from tests.ingest.reader.scanned_pdfs import needs_tesseract, scan

ROWS = [
    (("Club de tir",), ("Achat de deux tatamis",), "1 400,02 €"),
    (("Gymnastique volontaire", "de Bourg-Thézan"), ("Remplacement de la chaudière",), "139 000,00 €"),
    (("Les Restos du lac",), ("Actions de prévention auprès", "des jeunes"), "18 174,21 €"),
    (("Foyer rural",), ("Fête patronale",), "5 250,00 €"),
    (("Jeunes sapeurs-pompiers", "de Wimbrecht"), ("Projet de lecture",), "76 000,00 €"),
]
SENTENCE = "Monsieur le maire rappelle que la commission des associations s'est réunie pour examiner"
LEFT, MIDDLE, RIGHT, LINE, SIZE = 60, 230, 434, 14, 10.5


def table(canvas):
    """Rules between the rows alone; what takes one line stands in the middle of its row."""
    canvas.setFont("Times-Roman", SIZE)
    canvas.setLineWidth(0.5)
    for index in range(4):
        canvas.drawString(LEFT, 540 - LINE * index, SENTENCE)
    top = 480
    for name, purpose, amount in ROWS:
        height = LINE * max(len(name), len(purpose)) + 6
        canvas.line(LEFT, top, RIGHT, top)
        for left, lines in ((LEFT + 4, name), (MIDDLE, purpose)):
            first = top - height / 2 + LINE * len(lines) / 2 - SIZE
            for index, line in enumerate(lines):
                canvas.drawString(left, first - LINE * index, line)
        canvas.drawRightString(RIGHT - 4, top - height / 2 - 3.5, amount)
        top -= height
    canvas.line(LEFT, top, RIGHT, top)


@needs_tesseract
def test_lines_that_stand_half_a_line_lower_in_the_next_column_are_not_read_as_one(tmp_path):
    path = scan(tmp_path / "scan.pdf", table, size=(595, 842), skew=1.7, noise=4, blur=0.5)
    [page] = open_document(path).pages
    read = "".join(word.text for word in page.words)
    for name, purpose, amount in ROWS:
        for line in (*name, *purpose, amount):
            assert line.replace(" ", "") in read


def word(text, left, top, right, certainty):
    return Word(text, Box(left, top, right, top + 10), 10, certainty=certainty)


def sheet():
    """A page of 300 by 200 points, rules at 40 and 80 erased from its image but not from its ink."""
    grey = np.full((600, 900), 255, np.uint8)
    ink = np.zeros_like(grey)
    for level in (40, 80):
        cv2.line(ink, (30, 3 * level), (870, 3 * level), (1,), 2)
    return Sheet(1, grey, np.packbits(ink, axis=1), 3.0, 300, 200, 0)


def test_text_that_reads_badly_stands_between_the_rules_and_words_around_it():
    words = [
        word("Tir", 20, 28, 40, 0.99),
        word("nn", 20, 54, 30, 0.1),
        word("ane", 32, 54, 50, 0.2),
        word("Thézan", 30, 60, 60, 0.97),  # of the same lines, set lower
        word("Chaudière", 100, 55, 140, 0.99),
    ]
    [text] = poor_texts(sheet(), words)
    assert {one.text for one in text.words} == {"nn", "ane", "Thézan"}
    assert 40 < text.box.y0 < 50 and 70 < text.box.y1 < 80
    assert text.box.x1 <= 100


def test_texts_that_read_well_are_left_alone():
    assert not list(poor_texts(sheet(), [word("Tir", 20, 28, 40, 0.99), word("de", 42, 28, 50, 0.6)]))
