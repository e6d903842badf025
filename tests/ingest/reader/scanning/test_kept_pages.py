"""Pages of a scan that were recognised once are not recognised again."""

import pytest

from ingest.reader import scans
from ingest.reader.letters import tesseract
from ingest.reader.records import Box, Page, Word
from ingest.reader.scanning import kept_pages as kept
from ingest.reader.scanning import scan_reading
from ingest.reader.scanning.kept_pages import FOLDER_VARIABLE, carry_pages, keep_page, kept_pages

BOX = Box(0.0, 0.0, 10.0, 9.0)


def a_page(number: int, *words: str, pictured: float = 0.0) -> Page:
    return Page(number, 595, 842, tuple(Word(word, BOX, 9, certainty=0.8) for word in words), (), pictured=pictured)


SCANNED = (a_page(1, "texte"), a_page(2, pictured=1.0), a_page(3, pictured=1.0))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    folder = tmp_path / "pages" / "ab"
    monkeypatch.setenv(FOLDER_VARIABLE, str(folder))
    return folder


@pytest.fixture
def recognised(monkeypatch):
    """Numbers of the pages that were recognised, in order."""
    numbers = []

    def read_scans(path, pages, data):
        for page in pages:
            numbers.append(page.number)
            yield a_page(page.number, "reconnu", pictured=1.0)

    monkeypatch.setattr(tesseract, "find_data", lambda: "/usr/share/tessdata")
    monkeypatch.setattr(scan_reading, "read_scans", read_scans)
    return numbers


def test_scan_is_recognised_once(folder, recognised, tmp_path):
    first = scans.with_scans_read(tmp_path / "a.pdf", SCANNED)
    again = scans.with_scans_read(tmp_path / "a.pdf", SCANNED)

    assert recognised == [2, 3]
    assert first == again
    assert [page.words[0].text for page in again] == ["texte", "reconnu", "reconnu"]


def test_recognition_that_was_stopped_goes_on_where_it_was(folder, recognised, tmp_path):
    keep_page(a_page(2, "déjà", pictured=1.0))

    pages = scans.with_scans_read(tmp_path / "a.pdf", SCANNED)

    assert recognised == [3]
    assert [page.words[0].text for page in pages] == ["texte", "déjà", "reconnu"]


def test_nothing_is_kept_where_no_folder_is_told(recognised, tmp_path, monkeypatch):
    monkeypatch.delenv(FOLDER_VARIABLE, raising=False)

    scans.with_scans_read(tmp_path / "a.pdf", SCANNED)
    scans.with_scans_read(tmp_path / "a.pdf", SCANNED)

    assert recognised == [2, 3, 2, 3]
    assert not list(tmp_path.rglob("*.page"))


@pytest.mark.parametrize("content", [b"", b"cut short", None])
def test_page_that_cannot_be_read_back_is_recognised_again(folder, recognised, tmp_path, content):
    keep_page(a_page(3, "autre", pictured=1.0))
    keep_page(a_page(2, "déjà", pictured=1.0))
    three = next(folder.glob("3-*"))
    three.write_bytes(next(folder.glob("2-*")).read_bytes() if content is None else content)

    scans.with_scans_read(tmp_path / "a.pdf", SCANNED)

    assert recognised == [3]


def test_another_version_of_the_reader_recognises_again(folder, monkeypatch):
    keep_page(a_page(2, "déjà"))
    assert list(kept_pages([2])) == [2]

    monkeypatch.setattr(kept, "READER_VERSION", "another")

    assert kept_pages([2]) == {}


def test_disk_that_refuses_stops_nothing(folder, recognised, tmp_path):
    folder.parent.mkdir()
    folder.write_bytes(b"a file where the folder should be")

    pages = scans.with_scans_read(tmp_path / "a.pdf", SCANNED)

    assert pages[2].words[0].text == "reconnu"


def test_pages_cut_out_of_a_file_are_known_under_their_new_numbers(tmp_path, monkeypatch):
    whole, part = tmp_path / "whole", tmp_path / "part"
    monkeypatch.setenv(FOLDER_VARIABLE, str(whole))
    for number in (11, 12, 13):
        keep_page(a_page(number, f"page-{number}"))

    carry_pages(whole, part, (12, 14))

    monkeypatch.setenv(FOLDER_VARIABLE, str(part))
    found = kept_pages(range(1, 20))
    assert {number: page.words[0].text for number, page in found.items()} == {1: "page-12", 2: "page-13"}
