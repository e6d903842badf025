"""Pages made to exhaust a reader: they are left unread in part, and it is said; what they hold beside is read."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image
from reportlab.lib.utils import ImageReader

from ingest.reader.documents import open_document
from ingest.reader.engines import pdfium
from ingest.reader.engines.hidden.marks import MOST_ANNOTATIONS
from ingest.reader.engines.notes import TOO_MUCH
from ingest.reader.errors import NoTextError
from tests.ingest.reader.drawn_pdfs import PAGE, fill, pdf, text


@pytest.fixture
def counted(monkeypatch):
    monkeypatch.setattr("ingest.reader.engines.rules.paths.MOST_PIXELS", 100)
    monkeypatch.setattr(pdfium, "MOST_PIXELS", 100)


def pictures(canvas):
    for _ in range(5):
        canvas.drawImage(ImageReader(Image.new("L", (8, 8))), 0, 0, *PAGE)


def test_page_of_images_too_large_to_be_drawn_is_not_looked_at(tmp_path, counted):
    path = pdf(tmp_path / "acte.pdf", [pictures])
    [page] = pdfium.read_pages(path)
    assert (page.pictured, page.pictures) == (0, ())
    assert TOO_MUCH in page.notes
    with pytest.raises(NoTextError):
        open_document(path)


def test_page_larger_than_the_format_allows_is_not_drawn(tmp_path):
    side = 1_000_000

    def sheet(canvas):
        canvas.drawImage(ImageReader(Image.new("L", (8, 8))), 0, 0, side, side)

    [page] = pdfium.read_pages(pdf(tmp_path / "acte.pdf", [sheet], size=(side, side)))
    assert page.pictured == 0


def test_page_of_which_nothing_is_seen_is_not_read_by_the_second_engine(tmp_path):
    path = pdf(
        tmp_path / "acte.pdf", [text(60, 100, "Mme Durand"), fill(50, 90, 200, 120, shade=0)], [text(60, 100, "x")]
    )
    hidden, _ = open_document(path).pages
    assert list(hidden.words) == []
    assert hidden.notes == ("textes invisibles sur la page laissés de côté : 1",)


def test_thousands_of_annotations_are_left_alone(tmp_path):
    path = pdf(tmp_path / "acte.pdf", [text(60, 100, "Attribue")])
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        typed = document.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name.FreeText, Rect=Array([60, 500, 160, 520]), Contents="1 500 €")
        )
        document.pages[0].obj.Annots = Array([typed] * (MOST_ANNOTATIONS + 1))
        document.save(path)
    assert [word.text for word in open_document(path).pages[0].words] == ["Attribue"]
