"""The text of a box, through the child process that may be killed."""

import pytest

from ingest.pages import area_text as module
from ingest.pages.area_text import area_text
from ingest.processes.child_process import ChildError
from ingest.reader.records import Box
from tests.ingest.reader.drawn_pdfs import pdf, text

WHOLE = Box(0, 0, 1, 1)


@pytest.fixture
def source(tmp_path):
    return pdf(tmp_path / "acte.pdf", [text(50, 50, "CCAS de Maubeuge"), text(300, 50, "12 500,00 €")])


def test_the_child_gives_the_text(source):
    assert area_text(source, 1, WHOLE) == "CCAS de Maubeuge | 12 500,00 €"


def test_a_page_that_does_not_exist_says_why_it_has_no_text(source):
    with pytest.raises(ChildError, match="NoPageError"):
        area_text(source, 2, WHOLE)


def test_a_file_that_is_no_pdf_says_why_it_has_no_text(tmp_path):
    path = tmp_path / "faux.pdf"
    path.write_bytes(b"not a PDF")

    with pytest.raises(ChildError):
        area_text(path, 1, WHOLE)


def test_a_child_that_does_not_end_is_stopped(source, monkeypatch):
    monkeypatch.setattr(module, "AREA_SECONDS", 0.01)

    with pytest.raises(ChildError, match="stopped after"):
        area_text(source, 1, WHOLE)
