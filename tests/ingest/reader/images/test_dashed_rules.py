"""Rules of scans that are printed as dashes or dots, or of which a copier left pieces."""

import numpy as np
import pytest

from ingest.reader.documents import open_document
from ingest.reader.images.dashed_rules import find_dashed
from ingest.reader.images.scan_images import Sheet
from ingest.reader.images.scan_rules import find_rules
from ingest.reader.layout.ruled.grids import find_grids
from ingest.reader.pipeline import read
from tests.ingest.reader.scanned_pdfs import GRANT_WIDTHS, GRANTS, HALF, LANDSCAPE, scan, table_page


def dashed(*pattern):
    def table(canvas):
        canvas.setDash(*pattern)
        table_page(canvas, GRANTS, GRANT_WIDTHS)

    return table


@pytest.mark.parametrize(("pattern", "skew"), [((3, 2), 0.9), ((5, 1.5), 0.0), ((1.2, 1.4), 0.9), ((6, 3), 0.0)])
def test_dashes_draw_the_grid_and_leave_the_letters_alone(tmp_path, pattern, skew):
    reading = read(scan(tmp_path / "acte.pdf", dashed(pattern), size=HALF, skew=skew, noise=5, blur=0.5))
    [grid] = find_grids(reading.document.pages[0])
    assert (grid.width, grid.height) == (3, 5)
    assert [(line.operator, line.amount) for line in reading.lines][:2] == [
        ("Association Les Tilleuls", 12500),
        ("CCAS de Moissac", 3750),
    ]


def test_leading_dots_are_no_rule(tmp_path):
    def led(canvas):
        canvas.setFont("Helvetica", 9)
        for index, (name, _, amount) in enumerate(GRANTS[1:]):
            level = LANDSCAPE[1] - 100 - 16 * index
            canvas.drawString(60, level, name + " " + "." * 120)
            canvas.drawRightString(560, level, amount)

    assert open_document(scan(tmp_path / "acte.pdf", led)).pages[0].rules == ()


def test_stems_in_a_column_of_lines_are_no_rule():
    ink = np.zeros((300, 300), np.uint8)
    for row in range(20, 280, 18):
        ink[row : row + 13, 100:103] = 255  # l
        ink[row : row + 13, 106:114] = 255  # another letter
    assert list(find_dashed(ink, 2.0)) == []


def test_ones_of_a_column_of_small_figures_are_no_rule(tmp_path):
    def small(canvas):
        canvas.setFont("Helvetica", 5)
        for index in range(12):
            canvas.drawString(60, LANDSCAPE[1] - 100 - 8 * index, f"1 {100 + 50 * index}   Bâtiment de la régie")

    assert open_document(scan(tmp_path / "acte.pdf", small, dpi=300)).pages[0].rules == ()


def test_tails_of_letters_over_a_dashed_rule_stay():
    page = np.full((200, 1400), 255, np.uint8)
    for dash in range(60, 1300, 20):
        page[100:103, dash : dash + 12] = 0
    page[98:104, 480:492] = 0  # a dash on which toner ran
    page[70:100, 700:705] = 0  # the tail of a letter
    sheet = Sheet(1, page, np.packbits(page == 0, axis=1), 250 / 72, 1400 * 72 / 250, 200 * 72 / 250, 0.0)
    rules, clean = find_rules(sheet)
    assert len(rules) == 1
    assert (clean.grey[70:99, 700:705] == 0).all()
    assert (clean.grey[100:103, 800:1200] == 255).all()
