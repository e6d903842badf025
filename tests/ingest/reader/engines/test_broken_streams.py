"""Files damaged inside: PDFium reads what is left of a page without a word, we say which pages are not whole."""

import re
import zlib
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from ingest.reader.documents import open_document
from ingest.reader.engines.broken_streams import damaged_pages
from ingest.reader.engines.notes import DAMAGED
from ingest.reader.errors import NoGrantError, PartlyDamagedError
from ingest.reader.pipeline import read
from tests.ingest.reader.drawn_pdfs import pdf, table, text

ROWS = [["Bénéficiaire", "Subvention 2024"], *([f"Association {name}", "1 500,00 €"] for name in "ABCDEFGHIJKL")]
HEADS = [text(60, 60, "Le conseil décide d’attribuer les subventions suivantes :"), table(60, 90, [250, 120], ROWS)]
LAST = [text(60, 100, "La dépense sera imputée au budget.")]


@pytest.fixture
def act(tmp_path):
    return pdf(tmp_path / "acte.pdf", HEADS, LAST, pageCompression=1)


def streams(path):
    """Where the packed content of each page stands, the longest first."""
    content = path.read_bytes()
    places = [(one.end(), content.index(b"endstream", one.end())) for one in re.finditer(rb"\bstream\r?\n", content)]
    return sorted(places, key=lambda place: place[0] - place[1])


def damaged(path, change):
    """The file with the packed content of its fullest page changed."""
    path.write_bytes(unpacked_by_zlib(path))
    (start, end), *_ = streams(path)
    content = path.read_bytes()
    path.write_bytes(content[:start] + change(content[start:end]) + content[end:])
    return path


def unpacked_by_zlib(path):
    # Without the text coding that reportlab adds, as every other program writes.
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        document.save(path, recompress_flate=True, stream_decode_level=pikepdf.StreamDecodeLevel.generalized)
    return path.read_bytes()


def zeroed(content):
    return content[: len(content) // 2] + bytes(len(content) - len(content) // 2)


def other_figure(content):
    """One figure changed and the sum of control left, as a bit that turned in the middle does."""
    plain = zlib.decompress(content).replace(b"1 500,00", b"7 500,00", 1)
    packed = zlib.compress(plain)[:-4] + content.rstrip()[-4:]
    return packed.ljust(len(content))


@pytest.mark.parametrize("change", [zeroed, other_figure])
def test_page_whose_content_is_damaged_is_found(act, change):
    assert damaged_pages(damaged(act, change), 2) == {1}


def test_damage_in_an_object_that_the_file_has_lost_may_be_that_of_any_page(act):
    lost = b"99 0 obj\n<< /Filter /FlateDecode /Length 30 >>\nstream\n" + b"x" * 30 + b"\nendstream\nendobj\n"
    act.write_bytes(act.read_bytes() + lost)
    assert damaged_pages(act, 2) == {1, 2}


def test_whole_file_has_no_damaged_page(act):
    assert damaged_pages(damaged(act, lambda content: content), 2) == frozenset()


def test_sum_of_control_that_is_missing_takes_nothing_away(act):
    assert damaged_pages(damaged(act, lambda content: content.rstrip()[:-4] + b"\n"), 2) == frozenset()


def test_form_inside_a_form_counts_for_the_page_that_draws_it(act):
    with pikepdf.open(act, allow_overwriting_input=True) as document:
        form = document.make_stream(b"0 0 10 10 re f " * 400, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9])
        outer = document.make_stream(b"/F Do", Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9])
        outer.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form, Own=outer))
        document.pages[1].obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=outer))
        number = form.objgen[0]
        document.save(act, compress_streams=True)
    content = act.read_bytes()
    packed = re.search(rb"\b%d 0 obj.*?stream\r?\n(.*?)endstream" % number, content, re.DOTALL)
    assert packed
    act.write_bytes(content[: packed.start(1)] + zeroed(packed[1]) + content[packed.end(1) :])
    assert damaged_pages(act, 2) == {2}


def test_photograph_that_is_cut_short_is_damaged(act):
    drawn = BytesIO()
    Image.effect_noise((200, 200), 90).save(drawn, "JPEG")
    with pikepdf.open(act, allow_overwriting_input=True) as document:
        image = document.make_stream(b"", Subtype=pikepdf.Name.Image, Width=200, Height=200)
        image.write(drawn.getvalue(), filter=pikepdf.Name.DCTDecode)
        document.pages[1].obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=image))
        document.save(act)
    content = act.read_bytes()
    assert damaged_pages(act, 2) == frozenset()
    end = content.rindex(b"\xff\xd9")
    act.write_bytes(content[: end - 500] + bytes(502) + content[end + 2 :])
    assert damaged_pages(act, 2) == {2}


def test_encrypted_file_tells_nothing(act):
    with pikepdf.open(act, allow_overwriting_input=True) as document:
        document.save(act, encryption=pikepdf.Encryption(owner="secret", user=""))
    assert damaged_pages(act, 2) == frozenset()


def test_lines_of_a_damaged_page_are_in_doubt_and_the_page_waits_for_staff(act):
    reading = read(damaged(act, other_figure))
    assert len(reading.lines) == len(ROWS) - 1
    assert all(line.certainty <= 0.5 and DAMAGED in line.notes for line in reading.lines)
    assert [(one.text, one.source.page) for one in reading.leftovers] == [("Page 1", 1)]
    assert DAMAGED in reading.notes


def test_damaged_file_in_which_nothing_is_found_is_no_act_without_grants(act):
    whole = pdf(act.with_name("autre.pdf"), LAST, pageCompression=1)
    with pytest.raises(NoGrantError):
        read(whole)
    with pytest.raises(PartlyDamagedError):
        read(damaged(act, lambda content: bytes(len(content))))


def test_other_pages_of_a_damaged_file_are_told_as_they_are(act):
    first, last = open_document(damaged(act, zeroed)).pages
    assert (DAMAGED in first.notes, DAMAGED in last.notes) == (True, False)
