"""Words printed over others: pages set twice, watermarks."""

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from ingest.reader.documents import open_document
from tests.ingest.reader.drawn_pdfs import PAGE, SIZE, pdf, text
from tests.ingest.reader.shown import words

ENGINES = ["pdfium", "pdfplumber"]


@pytest.mark.parametrize("engine", ENGINES)
def test_page_printed_twice_is_read_once(tmp_path, engine):
    lines = [text(60, 100 + 20 * number, f"Association {number} attribue") for number in range(3)]
    document = open_document(pdf(tmp_path / "acte.pdf", [*lines, *lines]), engine=engine)
    assert words(document) == [word for number in range(3) for word in ("Association", str(number), "attribue")]


@pytest.mark.parametrize("aside", [0.25, 0.9])
def test_page_printed_twice_hardly_aside_to_look_bold_is_read_once(tmp_path, aside):
    """Set again word by word: PDFium itself drops a line that is printed again as it was."""
    said = ["Association", "attribue", "au"]
    starts = [60 + stringWidth(" ".join([*said[:n], ""]), "Helvetica", SIZE) for n in range(3)]
    ys = [100, 120, 140]
    again = [text(x + aside, y, word) for y in ys for x, word in zip(starts, said, strict=True)]
    document = open_document(pdf(tmp_path / "acte.pdf", [*(text(60, y, " ".join(said)) for y in ys), *again]))
    assert words(document) == said * 3


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("degrees", [0, 90])
def test_large_word_across_the_text_is_a_watermark(tmp_path, engine, degrees):
    def watermark(canvas):
        canvas.setFillGray(0.85)
        canvas.setFont("Helvetica-Bold", 60)
        canvas.translate(200, PAGE[1] - 200)
        canvas.rotate(degrees)
        canvas.drawString(0, 0, "PROJET")

    lines = [
        text(60, 40 + 14 * row, "Association Les Tilleuls, subvention de fonctionnement, 12 500 €") for row in range(15)
    ]
    document = open_document(pdf(tmp_path / "acte.pdf", [watermark, *lines]), engine=engine)
    assert "PROJET" not in words(document)
    assert len(words(document)) == 15 * 9
    assert "texte en filigrane laissé de côté : « PROJET »" in document.pages[0].notes


@pytest.mark.parametrize("engine", ENGINES)
def test_large_title_alone_on_its_line_is_text(tmp_path, engine):
    title = text(60, 60, "DELIBERATION", size=30)
    document = open_document(pdf(tmp_path / "acte.pdf", [title, text(60, 120, "Attribue 500 €")]), engine=engine)
    assert words(document) == ["DELIBERATION", "Attribue", "500", "€"]
