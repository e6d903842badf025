"""Tables whose cells are shaded, with nothing but white between them."""

import numpy as np
import pytest

from ingest.reader.documents import open_document
from ingest.reader.images.white_rules import has_cells
from ingest.reader.layout.ruled.grids import find_grids
from ingest.reader.pipeline import read
from tests.ingest.reader.scanned_pdfs import GRANT_WIDTHS, GRANTS, HALF, ROW, scan, table_page


def shaded(shade, gap):
    def table(canvas):
        top = canvas._pagesize[1] - 80
        canvas.setFillGray(shade)
        for index in range(len(GRANTS)):
            for column, width in enumerate(GRANT_WIDTHS):
                left = 40 + sum(GRANT_WIDTHS[:column])
                canvas.rect(left, top - ROW * (index + 1), width - gap, ROW - gap, stroke=0, fill=1)
        canvas.setFillGray(0)
        table_page(canvas, GRANTS, GRANT_WIDTHS, ruled=False)

    return table


@pytest.mark.parametrize(("shade", "gap", "skew"), [(0.92, 1.0, 0.8), (0.8, 0.6, -0.5), (0.95, 1.2, 0.0)])
def test_white_between_shaded_cells_draws_the_grid(tmp_path, shade, gap, skew):
    reading = read(scan(tmp_path / "acte.pdf", shaded(shade, gap), size=HALF, skew=skew, noise=4, blur=0.5))
    [grid] = find_grids(reading.document.pages[0])
    assert (grid.width, grid.height) == (3, 5)
    assert [(line.operator, line.amount) for line in reading.lines] == [
        ("Association Les Tilleuls", 12500),
        ("CCAS de Moissac", 3750),
        ("Régie des Coteaux", 108000),
        ("Foyer rural de Golfech", 640),
    ]


def test_light_that_falls_off_across_a_page_hides_no_shaded_cells_and_is_none():
    light = np.linspace(250, 190, 1190)[None, :] * np.ones((1684, 1))
    assert not has_cells(light.astype(np.uint8))
    for row in range(12):
        light[300 + 60 * row : 357 + 60 * row, 100:1090] -= 30
    assert has_cells(light.astype(np.uint8))


def test_lines_of_text_on_a_shaded_surface_leave_no_rule_between_them(tmp_path):
    def notice(canvas):
        canvas.setFillGray(0.9)
        canvas.rect(40, 100, 600, 400, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.setFont("Helvetica-Bold", 12)
        text = "Le conseil départemental décide d'attribuer les subventions de l'annexe "
        for index in range(20):
            canvas.drawString(50, 480 - 15 * index, text[7 * index % 60 :] + text[: 7 * index % 60])

    [page] = open_document(scan(tmp_path / "acte.pdf", notice, noise=4, blur=0.5)).pages
    assert page.rules == ()
