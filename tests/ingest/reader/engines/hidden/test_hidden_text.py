"""Text that is in the file and that nobody sees on the page."""

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from ingest.reader.documents import open_document
from ingest.reader.engines import pdfium
from ingest.reader.engines.notes import INVISIBLE_TEXT
from tests.ingest.reader.drawn_pdfs import PAGE, fill, pdf, rule, text
from tests.ingest.reader.shown import words


def coloured(x, y, line, *, shade=0.0, opacity=1.0):
    def draw(canvas):
        canvas.setFillGray(shade)
        canvas.setFillAlpha(opacity)
        canvas.drawString(x, PAGE[1] - y, line)

    return draw


def test_transparent_text_is_left_out_and_said(tmp_path):
    drawn = [text(60, 100, "Attribue"), coloured(60, 300, "brouillon", opacity=0)]
    document = open_document(pdf(tmp_path / "acte.pdf", drawn))
    assert words(document) == ["Attribue"]
    assert document.pages[0].notes == ("textes invisibles sur la page laissés de côté : 1",)


def test_text_whose_transparent_shadow_comes_first_is_kept(tmp_path):
    shadowed = [coloured(60.7, 100.7, "12 500 €", opacity=0), coloured(60, 100, "12 500 €")]
    assert words(open_document(pdf(tmp_path / "acte.pdf", shadowed))) == ["12", "500", "€"]


def test_white_text_on_white_paper_is_left_out(tmp_path):
    drawn = [text(60, 100, "Attribue"), coloured(120, 108, "77", shade=1), rule(125, 90, 125, 120)]
    assert words(open_document(pdf(tmp_path / "acte.pdf", drawn))) == ["Attribue"]


def stripes(canvas):
    canvas.setFillGray(0.2)
    for step in range(10):
        canvas.rect(50, PAGE[1] - 120 + 2 * step, 200, 2, stroke=0, fill=1)


def rounded(canvas):
    canvas.setFillGray(0.2)
    canvas.roundRect(50, PAGE[1] - 120, 200, 20, 4, stroke=0, fill=1)


def thick(canvas):
    canvas.setLineWidth(20)
    canvas.line(50, PAGE[1] - 110, 250, PAGE[1] - 110)


@pytest.mark.parametrize("ground", [fill(50, 100, 250, 120, shade=0.2), stripes, rounded, thick])
def test_white_text_on_a_dark_ground_is_kept(tmp_path, ground):
    drawn = [ground, coloured(60, 113, "Bénéficiaire", shade=1)]
    assert words(open_document(pdf(tmp_path / "acte.pdf", drawn))) == ["Bénéficiaire"]


@pytest.mark.parametrize("shade", [0, 1])
def test_text_under_an_opaque_shape_is_left_out(tmp_path, shade):
    masked = [text(60, 100, "Mme Durand", "Attribue"), fill(58, 98, 140, 110, shade=shade)]
    assert words(open_document(pdf(tmp_path / "acte.pdf", masked))) == ["Attribue"]


def test_letters_that_a_shape_is_seen_through_are_kept(tmp_path):
    def window(canvas):
        line = canvas.beginText(60, PAGE[1] - 108)
        line.setTextRenderMode(7)
        line.textOut("Attribue")
        canvas.drawText(line)
        canvas.rect(0, 0, *PAGE, stroke=0, fill=1)

    assert words(open_document(pdf(tmp_path / "acte.pdf", [window]))) == ["Attribue"]


def test_text_under_a_highlighter_or_over_a_shade_is_kept(tmp_path):
    def highlighter(canvas):
        canvas.setFillAlpha(0.4)
        canvas.rect(50, PAGE[1] - 120, 200, 30, stroke=0, fill=1)

    drawn = [text(60, 100, "Attribue"), highlighter, fill(50, 200, 200, 220), text(60, 203, "Total")]
    assert words(open_document(pdf(tmp_path / "acte.pdf", drawn))) == ["Attribue", "Total"]


def test_shape_seen_through_a_narrow_window_hides_only_what_is_there(tmp_path):
    def window(canvas):
        path = canvas.beginPath()
        path.rect(50, PAGE[1] - 121, 300, 1)
        canvas.clipPath(path, stroke=0, fill=0)
        canvas.setFillGray(0)
        canvas.rect(0, 0, *PAGE, stroke=0, fill=1)

    assert words(open_document(pdf(tmp_path / "acte.pdf", [text(60, 100, "Attribue"), window]))) == ["Attribue"]


def test_text_without_ink_among_printed_text_is_left_out(tmp_path):
    def inkless(canvas):
        line = canvas.beginText(300, PAGE[1] - 108)
        line.setTextRenderMode(3)
        line.textOut("77")
        canvas.drawText(line)

    document = open_document(pdf(tmp_path / "acte.pdf", [text(60, 100, "Attribue 12 500 €"), inkless]))
    assert words(document) == ["Attribue", "12", "500", "€"]
    assert document.pages[0].notes == ("textes invisibles sur la page laissés de côté : 1",)


def test_page_outside_its_crop_box_is_read_whole(tmp_path):
    outside = [lambda canvas: canvas.setCropBox((5000, 5000, 5500, 5500)), text(60, 100, "Dedans")]
    document = open_document(pdf(tmp_path / "acte.pdf", outside))
    assert words(document) == ["Dedans"]
    assert (document.pages[0].width, document.pages[0].height) == pytest.approx(PAGE)


@pytest.mark.parametrize(("opacity", "noted"), [(255, True), (0, False)])
def test_text_under_an_image_of_the_page_is_the_layer_of_a_recognition(tmp_path, opacity, noted):
    def sheet(canvas):
        picture = ImageReader(Image.new("RGBA", (60, 80), (250, 250, 250, opacity)))
        canvas.drawImage(picture, 0, 0, *PAGE, mask="auto")

    [page] = pdfium.read_pages(pdf(tmp_path / "acte.pdf", [text(60, 100, "Attribue 12 500 €"), sheet]))
    assert [word.text for word in page.words] == ["Attribue", "12", "500", "€"]
    assert (INVISIBLE_TEXT in page.notes) == noted
