"""The copy that the public downloads: nothing of what is masked stays in the file."""

import io

import pdfplumber
import pikepdf
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.pages import public_copies
from ingest.pages.public_copies import PublicCopyError, copy_path, public_copy
from ingest.reader.records import Box

SHA, MASKS = "7a" * 32, "0123456789ab"
IBAN = "FR76 3000 6000 0112 3456 7890 189"
BOX = Box(0.1, 0.1, 0.9, 0.2)


def a_picture(shade: int) -> ImageReader:
    picture = Image.new("RGB", (60, 40), (shade, 0, 0))
    picture.putpixel((0, 0), (1, 2, 3))
    return ImageReader(picture)


def a_pdf(path, *, author: str = "Jeanne DUPRÉ"):
    """Two pages that share their resources; the first prints an account at the place of BOX."""
    canvas = Canvas(str(path), pagesize=(500, 800), invariant=1)
    canvas.setAuthor(author)
    canvas.setTitle("Demande de Jeanne DUPRÉ")
    canvas.bookmarkPage("un")
    canvas.addOutlineEntry("Compte de Jeanne DUPRÉ", "un")
    for number in (1, 2):
        canvas.drawString(72, 680, IBAN if number == 1 else "Rien de personnel")
        canvas.drawImage(a_picture(200 + number), 72, 100, 60, 40)
        if number == 1:
            canvas.linkURL("mailto:jeanne.dupre@example.org", (72, 670, 300, 690))
        canvas.showPage()
    canvas.save()
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        first, second = document.pages
        shared = document.make_indirect(
            pikepdf.Dictionary(
                Font=first.obj.Resources.Font,
                XObject=pikepdf.Dictionary({**dict(first.obj.Resources.XObject), **dict(second.obj.Resources.XObject)}),
            )
        )
        first.obj.Resources = second.obj.Resources = shared
        document.save(path)
    return path


def everything(path) -> bytes:
    """All that the file holds, its streams opened."""
    content = b""
    with pikepdf.open(path) as document:
        for one in document.objects:
            content += one.read_bytes() if isinstance(one, pikepdf.Stream) and "/DCT" not in repr(one) else b""
            content += repr(one).encode()
        content += repr(document.trailer).encode()
    return content


def pictures(path) -> int:
    with pikepdf.open(path) as document:
        return sum(
            isinstance(one, pikepdf.Stream) and one.get("/Subtype") == pikepdf.Name.Image for one in document.objects
        )


def test_a_masked_page_is_an_image_and_the_others_stay(tmp_path):
    made = public_copy(a_pdf(tmp_path / "acte.pdf"), SHA, MASKS, {1: [BOX]})

    with pdfplumber.open(made) as document:
        first, second = document.pages
        assert first.extract_text() == ""
        assert len(first.images) == 1
        assert (first.width, first.height) == (500, 800)
        assert second.extract_text() == "Rien de personnel"
        assert document.metadata == {}


def test_nothing_of_a_masked_page_stays_in_the_file(tmp_path):
    source = a_pdf(tmp_path / "acte.pdf")
    made = public_copy(source, SHA, MASKS, {1: [BOX]})

    assert b"7890 189" in everything(source)
    assert b"Jeanne" in everything(source)
    for told in (b"7890 189", b"Jeanne", b"jeanne.dupre", b"DUPR"):
        assert told not in everything(made)
    assert pictures(source) == 2
    assert pictures(made) == 2, "the picture of the masked page stayed beside that of the page and of the other one"


def test_what_is_masked_is_black_and_what_is_not_is_seen(tmp_path):
    made = public_copy(a_pdf(tmp_path / "acte.pdf"), SHA, MASKS, {1: [BOX]})

    with pdfplumber.open(made) as document:
        image = document.pages[0].to_image(resolution=72).original.convert("L")
    width, height = image.size
    covered = image.crop((round(0.12 * width), round(0.11 * height), round(0.88 * width), round(0.19 * height)))
    assert covered.getextrema()[1] < 40
    assert image.crop((0, round(0.3 * height), width, round(0.6 * height))).getextrema()[0] > 200
    assert image.crop((72, 660, 132, 700)).getextrema()[0] < 120


def test_a_turned_page_is_covered_where_it_is_seen(tmp_path):
    path = tmp_path / "acte.pdf"
    canvas = Canvas(str(path), pagesize=(500, 800), invariant=1)
    canvas.setPageRotation(90)
    canvas.drawString(72, 680, IBAN)
    canvas.showPage()
    canvas.save()
    made = public_copy(path, SHA, MASKS, {1: [Box(0, 0, 0.5, 1)]})

    with pdfplumber.open(made) as document:
        assert (document.pages[0].width, document.pages[0].height) == (500, 800)  # reportlab turns the sheet too
        image = document.pages[0].to_image(resolution=72).original.convert("L")
    assert image.crop((10, 10, 240, 790)).getextrema()[1] < 40
    assert image.crop((260, 10, 490, 600)).getextrema()[0] > 200


def test_a_copy_is_made_once_for_each_state_of_the_masks(tmp_path):
    source = a_pdf(tmp_path / "acte.pdf")
    made = public_copy(source, SHA, MASKS, {1: [BOX]})
    other = public_copy(source, SHA, "ba9876543210", {2: [BOX]})
    source.unlink()

    assert public_copy(source, SHA, MASKS, {1: [BOX]}) == made == copy_path(SHA, MASKS)
    assert other != made


@pytest.mark.parametrize("content", [b"", b"pas un PDF"])
def test_a_broken_file_gives_no_copy(tmp_path, content):
    path = tmp_path / "acte.pdf"
    path.write_bytes(content)
    with pytest.raises(PublicCopyError):
        public_copy(path, SHA, MASKS, {1: [BOX]})
    assert not copy_path(SHA, MASKS).exists()


def test_a_copy_that_takes_too_long_is_killed(tmp_path, monkeypatch):
    monkeypatch.setattr(public_copies, "COPY_SECONDS", 0.01)
    with pytest.raises(PublicCopyError, match="stopped"):
        public_copy(a_pdf(tmp_path / "acte.pdf"), SHA, MASKS, {1: [BOX]})
    assert [path for path in copy_path(SHA, MASKS).parent.iterdir() if path.is_dir()] == []


def test_the_copy_keeps_what_drawings_need(tmp_path):
    """Fonts and pictures of the pages that stay are still there: they look as they did."""
    source = a_pdf(tmp_path / "acte.pdf")
    made = public_copy(source, SHA, MASKS, {1: [BOX]})
    seen = []
    for path in (source, made):
        with pdfplumber.open(path) as document:
            content = io.BytesIO()
            document.pages[1].to_image(resolution=50).original.save(content, "PNG")
            seen.append(content.getvalue())
    assert seen[0] == seen[1]
