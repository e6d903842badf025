"""Layers of a file that nobody sees when it is opened are not printed."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from ingest.reader.engines import pdfium
from ingest.reader.engines.hidden.layers import without_hidden_layers
from tests.ingest.reader.drawn_pdfs import pdf, text


def with_layer(path, *, said, group=None, content="BT /F1 9 Tf 200 700 Td (99) Tj ET", packed=False):
    """The file at `path` whose page draws more in a layer. `said` gives the default state, from the layer."""
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        layer = document.make_indirect(Dictionary(Type=Name.OCG, Name="Brouillon"))
        document.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=said(layer))
        page = document.pages[0]
        named = document.make_indirect(group(layer)) if group else layer
        page.obj.Resources.Properties = Dictionary(L1=named)
        page.contents_add(f"/OC /L1 BDC /Span <</MCID 0>> BDC {content} EMC EMC".encode())
        mode = pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable
        document.save(path, object_stream_mode=mode)
    return path


def off(layer):
    return Dictionary(OFF=Array([layer]))


def off_but_none(layer):
    return Dictionary(BaseState=Name.OFF, ON=Array())


def on(layer):
    return Dictionary(ON=Array([layer]), OFF=Array())


def words(path):
    return [word.text for page in pdfium.read_pages(path) for word in page.words]


@pytest.fixture
def drawn(tmp_path):
    return pdf(tmp_path / "acte.pdf", [text(60, 100, "Attribue 12 €")])


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(("said", "seen"), [(off, []), (off_but_none, []), (on, ["99"])])
def test_text_of_a_hidden_layer_is_left_out(drawn, said, seen, packed):
    assert words(with_layer(drawn, said=said, packed=packed)) == ["Attribue", "12", "€", *seen]


@pytest.mark.parametrize(("rule", "seen"), [("/AllOn", []), ("/AnyOn", []), ("/AllOff", ["99"]), ("/AnyOff", ["99"])])
@pytest.mark.parametrize("several", [False, True])
def test_group_of_layers_is_seen_by_its_rule(drawn, rule, seen, several):
    def group(layer):
        return Dictionary(Type=Name.OCMD, OCGs=Array([layer]) if several else layer, P=Name(rule))

    assert words(with_layer(drawn, said=off, group=group)) == ["Attribue", "12", "€", *seen]


def test_what_follows_a_hidden_layer_stays_where_it_is(drawn):
    content = "BT /F1 9 Tf 200 700 Td (99) Tj ET EMC EMC BT /F1 9 Tf 60 600 Td (Total) Tj ET /P BMC /P BMC"
    assert words(with_layer(drawn, said=off, content=content)) == ["Attribue", "12", "€", "Total"]


def test_form_that_belongs_to_a_hidden_layer_is_left_out(drawn):
    path = with_layer(drawn, said=off, content="")
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        page = document.pages[0].obj
        form = document.make_stream(b"BT /F1 9 Tf 200 700 Td (77) Tj ET", Type=Name.XObject, Subtype=Name.Form)
        form.BBox, form.Resources = Array([0, 0, 600, 800]), Dictionary(Font=page.Resources.Font)
        form.OC = page.Resources.Properties.L1
        page.Resources.XObject = Dictionary(X1=form)
        document.pages[0].contents_add(b"/X1 Do")
        document.save(path)
    assert words(path) == ["Attribue", "12", "€"]


def test_file_without_hidden_layers_is_read_as_it_is(drawn):
    assert without_hidden_layers(drawn) is None
    assert without_hidden_layers(with_layer(drawn, said=on)) is None
