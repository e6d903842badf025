"""Characters to which a font gives no name, or one that is no character, are counted: never a hyphen, never a white."""

import pikepdf
import pytest

from ingest.reader.engines import pdfium, plumber
from ingest.reader.errors import DamagedFileError
from tests.ingest.reader.drawn_pdfs import misnamed, pdf, text


@pytest.mark.parametrize("named", [0x0000, 0xFFFE, 0xD800, 0xDC00])
def test_letter_without_a_name_is_counted_and_cuts_no_word(tmp_path, named):
    drawn = pdf(tmp_path / "acte.pdf", [text(60, 100, "Centre de presse, 1 500 euros")])
    [page] = pdfium.read_pages(misnamed(drawn, lambda code: named if code == ord("e") else code))
    words = ["C\ufffdntr\ufffd", "d\ufffd", "pr\ufffdss\ufffd,", "1", "500", "\ufffduros"]
    assert [word.text for word in page.words] == words
    assert "caractères que le fichier ne sait pas nommer : 6" in page.notes


def test_hyphen_at_the_end_of_a_line_stays_beside_letters_without_names(tmp_path):
    drawn = pdf(tmp_path / "acte.pdf", [text(60, 100, "subven-", "tions")])
    [page] = pdfium.read_pages(misnamed(drawn, lambda code: 0 if code == ord("t") else code))
    assert [word.text for word in page.words] == ["subven-", "\ufffdions"]


def test_page_whose_sides_are_no_numbers_is_said_to_be_damaged_by_the_second_engine(tmp_path):
    path = pdf(tmp_path / "acte.pdf", [text(60, 100, "Attribue")])
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        document.pages[0].obj.MediaBox = pikepdf.Array(["a", "b", 600, 800])
        document.save(path)
    with pytest.raises(DamagedFileError):
        list(plumber.read_pages(path))
