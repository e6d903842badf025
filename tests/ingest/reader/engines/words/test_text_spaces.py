"""Text set in unusual spaces: slanted by its matrix, upside down twice."""

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from ingest.reader.documents import open_document
from ingest.reader.layout.cells.setting import set_lines
from ingest.reader.records import Box
from tests.ingest.reader.drawn_pdfs import PAGE, pdf

LINE = "Festival des fiertés et des flots"


def set_in(matrix, size):
    def draw(canvas):
        line = canvas.beginText()
        line.setFont("Helvetica", size)
        line.setTextTransform(*matrix, 60, PAGE[1] - 108)
        line.textOut(LINE)
        canvas.drawText(line)

    return draw


@pytest.mark.parametrize("slope", [0.33, -0.2])
@pytest.mark.parametrize("turn", [0, 90])
def test_words_slanted_by_their_matrix_keep_their_spaces_and_places(tmp_path, slope, turn):
    def page(canvas):
        if turn:
            canvas.setPageRotation(90)
            canvas.translate(PAGE[1], 0)
            canvas.rotate(90)
        set_in((1, 0, slope, 1), 9)(canvas)

    [page_read] = open_document(pdf(tmp_path / "acte.pdf", [page])).pages
    [line] = set_lines(page_read.words, Box(0, 0, *PAGE))
    assert line.text == LINE
    assert [word.size for word in page_read.words] == pytest.approx([9] * 6)
    first = page_read.words[0]
    assert first.box == pytest.approx((60, 100.8, 60 + stringWidth("Festival", "Helvetica", 9), 109.8), abs=0.6)


def test_text_upside_down_in_a_space_upside_down_is_upright(tmp_path):
    [page] = open_document(pdf(tmp_path / "acte.pdf", [set_in((-1, 0, 0, -1), -9)])).pages
    assert [word.text for word in page.words] == LINE.split()
    assert {word.angle for word in page.words} == {0}
    assert [word.size for word in page.words] == pytest.approx([9] * 6)
