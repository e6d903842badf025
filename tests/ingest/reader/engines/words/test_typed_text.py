"""Values of form fields and figures typed over a page are read where they stand; signatures and comments are not."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from ingest.reader.documents import open_document
from tests.ingest.reader.drawn_pdfs import PAGE, pdf, text


def words(path):
    [page] = open_document(path).pages
    return [(word.text, round(word.box.x0), round(word.box.y1)) for word in page.words]


def with_annotation(path, drawn=True, **entries):
    """The file at `path` with one annotation in the box that begins 200 points right and 92 down."""
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        helvetica = Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
        )
        annotation = Dictionary(Type=Name.Annot, Rect=Array([200, PAGE[1] - 112, 300, PAGE[1] - 98]), F=4, **entries)
        if drawn:
            shown = document.make_stream(b"BT /Helv 9 Tf 2 4 Td (750,00 \x80) Tj ET")
            shown.Type, shown.Subtype, shown.BBox = Name.XObject, Name.Form, Array([0, 0, 100, 14])
            shown.Resources = Dictionary(Font=Dictionary(Helv=helvetica))
            annotation.AP = Dictionary(N=shown)
        held = document.make_indirect(annotation)
        document.pages[0].obj.Annots = Array([held])
        document.Root.AcroForm = Dictionary(
            Fields=Array([held]), DR=Dictionary(Font=Dictionary(Helv=helvetica)), NeedAppearances=not drawn
        )
        document.save(path)
    return path


@pytest.fixture
def act(tmp_path):
    return pdf(tmp_path / "acte.pdf", [text(60, 100, "Amicale")])


FIELD = {"Subtype": Name.Widget, "T": String("montant"), "V": String("750,00 €"), "DA": String("/Helv 9 Tf 0 g")}


@pytest.mark.parametrize("drawn", [True, False])
def test_value_of_a_field_is_read_where_it_stands(act, drawn):
    found = words(with_annotation(act, drawn, FT=Name.Tx, **FIELD))
    assert [word for word, _, _ in found] == ["Amicale", "750,00", "€"]
    assert found[1][1:] == (pytest.approx(202, abs=2), pytest.approx(110, abs=3))


def test_figure_typed_over_the_page_is_read(act):
    typed = with_annotation(act, Subtype=Name.FreeText, Contents=String("750,00 €"), DA=String("/Helv 9 Tf"))
    assert [word for word, _, _ in words(typed)] == ["Amicale", "750,00", "€"]


@pytest.mark.parametrize(
    "entries",
    [
        {"Subtype": Name.Widget, "FT": Name.Sig, "T": String("signature")},
        {"Subtype": Name.FreeText, "Contents": String("Vu le président"), "DA": String("/Helv 9 Tf")},
        {"Subtype": Name.Stamp, "Contents": String("Reçu le 3 mai")},
        {"Subtype": Name.Text, "Contents": String("à vérifier")},
    ],
)
def test_signatures_stamps_and_comments_are_no_text(act, entries):
    assert [word for word, _, _ in words(with_annotation(act, **entries))] == ["Amicale"]
