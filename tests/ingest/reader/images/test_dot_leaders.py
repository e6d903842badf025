"""Leaders in page images: dots taken out before recognition, and set among the words again."""

import numpy as np
import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from ingest.reader.engines.drawn_pages import page_images
from ingest.reader.images.dot_leaders import Leader, find_leaders, with_leaders
from ingest.reader.images.scan_images import Sheet, prepare
from ingest.reader.pipeline import read
from ingest.reader.records import Box, Word
from tests.ingest.reader.scanned_pdfs import needs_tesseract, scan, table_page

PAGE = (595, 842)
LEFT, RIGHT, SIZE = 60, 500, 10
NAMES = [
    ("Association des parents", "1 500,00 €"),
    ("Foyer rural de Moissac", "800,00 €"),
    ("Harmonie de Caussade", "12 000,00 €"),
    ("Mission locale du Quercy", "27 915,50 €"),
    ("Club nautique de Golfech", "1 980,00 €"),
]
HEAD = (
    "Délibération du conseil départemental du 12 février 2024",
    "Article 1 : les subventions suivantes sont attribuées au titre de l'exercice 2024.",
)


def led(unit):
    def drawing(canvas):
        canvas.setFont("Helvetica", SIZE)
        for index, line in enumerate(HEAD):
            canvas.drawString(LEFT, 780 - 18 * index, line)
        for index, (name, amount) in enumerate(NAMES):
            level = 720 - 18 * index
            start, end = LEFT + stringWidth(name, "Helvetica", SIZE) + 3, RIGHT - stringWidth(amount, "Helvetica", SIZE)
            canvas.drawString(LEFT, level, name)
            canvas.drawRightString(RIGHT, level, amount)
            if unit == "dashes":
                canvas.setDash(1, 2)
                canvas.line(start, level, end - 3, level)
            else:
                count = int((end - start - 3) / stringWidth(unit, "Helvetica", SIZE))
                canvas.drawString(start, level, unit * count)

    return drawing


def sheet(path):
    [image] = page_images(path, [1])
    return prepare(image)


@pytest.mark.parametrize("unit", [".", ". ", "·"])
def test_each_row_of_dots_is_found_and_erased(tmp_path, unit):
    page = sheet(scan(tmp_path / "acte.pdf", led(unit), size=PAGE, noise=6, blur=0.5))
    leaders, clean = find_leaders(page)
    assert len(leaders) == len(NAMES)
    box = leaders[0].box
    left, top, right, bottom = (round(edge * page.scale) for edge in box)
    assert page.grey[top:bottom, left:right].min() < 120
    assert clean.grey[top:bottom, left:right].min() > 180


def test_text_and_tables_have_no_leader(tmp_path):
    rows = [("Initiative citoyenne", "Illiers", "1 500 €"), ("Utilité publique, site", "Ivry", "... 800 €")]
    page = sheet(scan(tmp_path / "acte.pdf", lambda canvas: table_page(canvas, rows, (190, 130, 100)), noise=6))
    leaders, clean = find_leaders(page)
    assert leaders == ()
    assert clean is page


@pytest.mark.parametrize(("stems", "found"), [(255, 1), (205, 0)])
def test_feet_of_faint_letters_are_no_leader(stems, found):
    """Of the letters of a faint copy, nothing but their feet is as dark as print."""
    scale = 4
    grey = np.full((80, 400), 255, np.uint8)
    grey[20:44, 20:32] = 60  # a letter, at the head of the row
    for x in range(40, 160, 12):
        grey[30:40, x : x + 3] = stems
        grey[40:44, x : x + 3] = 60
    page = Sheet(1, grey, np.packbits(grey < 128, axis=1), scale, 100, 20, 0)
    assert len(find_leaders(page)[0]) == found


def test_leader_stands_behind_the_word_that_it_leads_from():
    words = (Word("Foyer", Box(60, 100, 90, 110), 10), Word("800", Box(400, 100, 420, 110), 10))
    below = Word("Harmonie", Box(60, 120, 110, 130), 10)
    leader = Leader(Box(95, 107, 390, 109), 40)
    found = with_leaders((*words, below), [leader])
    assert [word.text for word in found] == ["Foyer", "." * 40, "800", "Harmonie"]
    assert found[1].box == Box(95, 100, 390, 110)


@needs_tesseract
@pytest.mark.parametrize("unit", [".", ". ", "-", "_", "dashes"])
def test_lists_of_leaders_are_read_on_scans(tmp_path, unit):
    reading = read(scan(tmp_path / "acte.pdf", led(unit), size=PAGE, skew=0.4, noise=6, blur=0.5))
    assert [(line.operator, line.amount_text) for line in reading.lines] == NAMES
