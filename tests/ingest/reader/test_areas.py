"""The text inside a box of a page: its words, the cells that white parts, the lines of each."""

import pytest

from ingest.reader.areas import cells_of, read_area, text_in_order, words_inside
from ingest.reader.errors import NoPageError
from ingest.reader.records import Box, Page, Word
from tests.ingest.reader.drawn_pdfs import pdf, text
from tests.ingest.reader.scanned_pdfs import LANDSCAPE, scan


def word(text: str, x0: float, y0: float, width: float = 40) -> Word:
    return Word(text, Box(x0, y0, x0 + width, y0 + 10), 10)


def test_words_are_inside_by_their_middle():
    page = Page(1, 200, 100, (word("dans", 90, 40), word("dehors", 140, 40), word("dessus", 90, 2)), ())

    assert [one.text for one in words_inside(page, Box(0.4, 0.3, 0.7, 0.6))] == ["dans"]


def test_cells_are_parted_by_the_white_that_runs_through_all_their_lines():
    words = [word("CCAS", 0, 0), word("de", 43, 0, 10), word("Maubeuge", 0, 12), word("12", 100, 6, 10)]

    assert [text_in_order(cell) for cell in cells_of(words)] == ["CCAS de Maubeuge", "12"]


def test_words_of_a_line_are_read_from_the_left_whatever_their_order_in_the_file():
    assert text_in_order([word("Maubeuge", 50, 0.5), word("CCAS", 0, 0)]) == "CCAS Maubeuge"


def test_nothing_in_the_box_is_no_cell():
    assert cells_of([]) == []


def test_the_text_of_a_box_is_read_from_the_file(tmp_path):
    path = pdf(
        tmp_path / "a.pdf", [text(50, 50, "Page une")], [text(50, 50, "CCAS de", "Maubeuge"), text(300, 50, "12 €")]
    )

    assert read_area(path, 2, Box(0, 0, 1, 0.5)) == "CCAS de Maubeuge | 12 €"
    assert read_area(path, 2, Box(0, 0, 0.4, 0.5)) == "CCAS de Maubeuge"
    assert read_area(path, 2, Box(0, 0.5, 1, 1)) == ""


def test_a_page_that_does_not_exist_is_said(tmp_path):
    path = pdf(tmp_path / "a.pdf", [text(50, 50, "Page une")])

    with pytest.raises(NoPageError):
        read_area(path, 2, Box(0, 0, 1, 1))


def test_a_box_on_a_scanned_page_is_recognised(tmp_path):
    width, height = LANDSCAPE

    def draw(canvas):
        canvas.setFont("Helvetica", 12)
        canvas.drawString(60, height - 100, "Mission locale de Lens")
        canvas.drawString(500, height - 100, "6 250,00 €")

    path = scan(tmp_path / "scan.pdf", draw)

    assert read_area(path, 1, Box(0, 0, 1, 0.5)) == "Mission locale de Lens | 6 250,00 €"
