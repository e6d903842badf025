"""Text pages laid sideways are read as if they were turned, and told on the page as it is displayed."""

from pathlib import Path

import pikepdf
import pytest

from ingest.reader.documents import open_document
from ingest.reader.pipeline import read
from tests.ingest.reader.drawn_pdfs import PAGE, pdf, table, text

ROWS = [["Bénéficiaire", "Commune", "Subvention"], *([f"Club sportif {name}", "Bor", "300 €"] for name in "ABCDEF")]


@pytest.fixture
def laid(tmp_path: Path):
    """A file with the table, its pages turned clockwise by so many degrees as it is displayed."""

    def turned(degrees: int) -> Path:
        return laid_sideways(pdf(tmp_path / "acte.pdf", [table(50, 60, [200, 100, 100], ROWS)]), degrees)

    return turned


def laid_sideways(path: Path, degrees: int = 90) -> Path:
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        for page in file.pages:
            page.rotate(degrees, relative=True)
        file.save(path)
    return path


@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_table_laid_sideways_is_read(laid, degrees, engine):
    reading = read(laid(degrees), engine=engine)
    assert [(line.operator, line.amount) for line in reading.lines] == [(row[0], 300) for row in ROWS[1:]]


def test_rows_are_told_where_the_page_shows_them(laid):
    [upright] = {line.source.box for line in read(laid(0)).lines[:1]}
    [box] = {line.source.box for line in read(laid(90)).lines[:1]}
    # Turned clockwise, the top of the page is at its right, its left at the top.
    assert box.x1 == pytest.approx(1 - upright.y0, abs=0.01)
    assert box.y0 == pytest.approx(upright.x0, abs=0.01)
    page = read(laid(90)).document.pages[0]
    assert (page.width, page.height) == pytest.approx(PAGE[::-1])


def test_some_words_printed_upwards_turn_no_page(tmp_path):
    rows = [["Canton de Bor et de Sore"], *([""] for _ in range(6))]
    turned = table(20, 60, [30], rows, spans={(0, 0): (7, 1)}, turned={(0, 0): 90})
    path = pdf(tmp_path / "acte.pdf", [turned, table(50, 60, [200, 100, 100], ROWS), text(50, 300, "Le President")])
    assert [page.turned for page in open_document(path).pages] == [0]


def test_the_header_alone_that_ends_a_page_is_turned_with_its_rows(tmp_path):
    header, rows = (table(50, 60, [200, 100, 100], part) for part in (ROWS[:1], ROWS[1:]))
    path = laid_sideways(pdf(tmp_path / "acte.pdf", [header], [rows]))
    assert [page.turned for page in open_document(path).pages] == [1, 1]
    assert [(line.operator, line.amount) for line in read(path).lines] == [(row[0], 300) for row in ROWS[1:]]


def test_a_few_words_up_a_page_without_rules_turn_it_not(tmp_path):
    path = laid_sideways(pdf(tmp_path / "acte.pdf", [text(50, 60, "Vu pour etre annexe")]))
    assert [page.turned for page in open_document(path).pages] == [0]
