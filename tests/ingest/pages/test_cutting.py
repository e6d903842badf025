"""Pages cut out of a file: the same bytes each time, nothing of the other pages, a sentence where it cannot be done."""

import pikepdf
import pytest

from ingest.pages.cutting import CutError, cut, part_name
from ingest.reader.documents import open_document
from tests.bundles import short_acts


@pytest.fixture
def whole(tmp_path):
    return short_acts(tmp_path / "recueil.pdf", "31-07", "31-08", "31-09")


def folder(tmp_path, name="parts"):
    made = tmp_path / name
    made.mkdir()
    return made


def words(path) -> str:
    return " ".join(word.text for page in open_document(path).pages for word in page.words)


def test_each_range_becomes_a_file_of_its_pages_alone(whole, tmp_path):
    first, second = cut(whole, [(1, 2), (5, 5)], folder(tmp_path))

    assert [len(open_document(one).pages) for one in (first, second)] == [2, 1]
    assert "31-07" in words(first)
    assert "31-08" not in words(first)
    assert "31-09" in words(second)
    assert [one.name for one in (first, second)] == ["recueil (pages 1 à 2).pdf", "recueil (page 5).pdf"]
    assert b"Moulin C" not in first.read_bytes()


def test_the_same_pages_give_the_same_bytes(whole, tmp_path):
    [one] = cut(whole, [(3, 4)], folder(tmp_path))
    _, again = cut(whole, [(1, 2), (3, 4)], folder(tmp_path, "again"))

    assert one.read_bytes() == again.read_bytes()


def test_pages_turned_stay_turned(whole, tmp_path):
    with pikepdf.open(whole, allow_overwriting_input=True) as document:
        document.pages[2].Rotate = 90
        document.save()

    [part] = cut(whole, [(3, 4)], folder(tmp_path))

    with pikepdf.open(part) as document:
        assert [page.get("/Rotate", 0) for page in document.pages] == [90, 0]


@pytest.mark.parametrize("ranges", [[(1, 9)], [(7, 7)]])
def test_pages_that_are_not_in_the_file_are_refused(whole, tmp_path, ranges):
    with pytest.raises(CutError, match="n’a pas pu être découpé"):
        cut(whole, ranges, folder(tmp_path))


def test_a_file_that_cannot_be_opened_is_refused_in_french(tmp_path):
    broken = tmp_path / "abîmé.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing more")

    with pytest.raises(CutError, match="^abîmé.pdf\u202f: ce fichier n’a pas pu être découpé"):
        cut(broken, [(1, 1)], folder(tmp_path))


def test_a_part_is_named_after_its_pages(tmp_path):
    assert part_name(tmp_path / "séance de juin.pdf", (12, 18)) == "séance de juin (pages 12 à 18).pdf"
