"""The paper of page images: shades, shadows, dark cells with text in white."""

import cv2
import numpy as np
import pytest

from ingest.reader.documents import open_document
from ingest.reader.images.paper import on_white
from ingest.reader.images.shades import reduced
from ingest.reader.pipeline import read
from tests.ingest.reader.scanned_pdfs import drawn, scan, table_page

SCALE = 2.0
HEADER = ("Bénéficiaire", "Commune", "Subvention votée")
ROWS = [
    HEADER,
    ("Association Les Tilleuls", "MONTAUBAN", "12 500 €"),
    ("CCAS de Moissac", "MOISSAC", "3 750 €"),
    ("Régie des Coteaux", "CAUSSADE", "108 000 €"),
    ("Foyer rural de Golfech", "GOLFECH", "640 €"),
]
WIDTHS = (220, 150, 120)
READ = [("Association Les Tilleuls", 12500), ("CCAS de Moissac", 3750), ("Régie des Coteaux", 108000)]


def written(pixels, text, level, shade):
    cv2.putText(pixels, text, (60, level), cv2.FONT_HERSHEY_SIMPLEX, 0.6, (shade,), 1, cv2.LINE_AA)


def test_shadow_over_a_page_ends_as_white_paper():
    page = np.full((400, 600), 255, np.uint8)
    written(page, "Association Les Tilleuls", 200, 0)
    shadow = np.linspace(0.45, 1, 600)[None, :]
    shaded = (page * shadow).astype(np.uint8)

    clean = on_white(shaded, reduced(shaded, SCALE))
    assert np.median(clean[:, :100]) >= 250
    assert clean[190:202, 60:300].min() < 80


def test_text_in_white_on_a_dark_cell_ends_as_ink_within_an_outline():
    page = np.full((400, 600), 255, np.uint8)
    page[180:220, 40:560] = 55
    written(page, "Association Les Tilleuls", 206, 255)
    clean = on_white(page, reduced(page, SCALE))
    assert np.median(clean[184:216, 44:556]) >= 240
    assert clean[190:206, 60:300].min() < 60
    assert (clean[178:184, 100:500].min(axis=0) == 0).all()
    assert (clean[217:223, 100:500].min(axis=0) == 0).all()


def test_dark_edge_of_the_glass_is_no_outline():
    page = np.full((400, 600), 255, np.uint8)
    page[:, 580:] = 20
    assert on_white(page, reduced(page, SCALE))[:, 585:].min() >= 240


def table(canvas):
    canvas.setFillGray(0.2)
    canvas.rect(40, canvas._pagesize[1] - 98, sum(WIDTHS), 18, stroke=0, fill=1)
    canvas.setFillGray(0)
    table_page(canvas, [("", "", ""), *ROWS[1:]], WIDTHS)
    canvas.setFillGray(1)
    canvas.setFont("Helvetica-Bold", 8)
    for column, name in enumerate(HEADER):
        canvas.drawString(43 + sum(WIDTHS[:column]), canvas._pagesize[1] - 92, name)


@pytest.mark.parametrize("skew", [-0.8, 1.1])
def test_header_in_white_on_a_dark_band_names_its_columns(tmp_path, skew):
    reading = read(scan(tmp_path / "acte.pdf", table, skew=skew, noise=6, blur=0.5))
    assert [(line.operator, line.amount) for line in reading.lines][:3] == READ


def test_pen_that_crosses_a_table_makes_no_column(tmp_path):
    def scribbled(canvas):
        table_page(canvas, ROWS, WIDTHS)
        canvas.setLineWidth(1.2)
        path = canvas.beginPath()
        path.moveTo(150, 470)
        path.curveTo(160, 440, 350, 475, 340, 450)
        path.curveTo(330, 430, 150, 460, 190, 430)
        canvas.drawPath(path)

    [page] = open_document(scan(tmp_path / "acte.pdf", scribbled)).pages
    assert len({round(rule.x0) for rule in page.rules if rule.vertical}) == len(WIDTHS) + 1


def test_page_that_is_white_stays_as_it_is():
    page = drawn(lambda canvas: table_page(canvas, ROWS, WIDTHS), (842, 595), 144)
    assert np.abs(on_white(page, reduced(page, SCALE)).astype(int) - page).mean() < 1
