"""Figures printed small and high beside a word: calls for notes and cents."""

import pytest

from ingest.reader.documents import open_document
from ingest.reader.pipeline import read
from tests.ingest.reader.drawn_pdfs import PAGE, pdf, table, text


def pieces(x, y, *parts):
    """Texts one after the other, each (text, size, rise)."""

    def draw(canvas):
        at = x
        for part, size, rise in parts:
            canvas.setFont("Helvetica", size)
            canvas.drawString(at, PAGE[1] - y + rise, part)
            at += canvas.stringWidth(part, "Helvetica", size)

    return draw


@pytest.mark.parametrize(
    ("parts", "printed"),
    [
        ([("1 500", 9, 0), ("1", 5.5, 3)], ["1", "500¹"]),
        ([("1", 5.5, 3), ("750", 9, 0)], ["¹750"]),
        ([("1 500", 9, 0), ("00", 6, 3), (" €", 9, 0)], ["1", "500⁰⁰", "€"]),
        ([("1 500", 9, 0), ("00", 6, 3), ("€", 9, 0)], ["1", "500⁰⁰€"]),
        ([("1 500", 9, 0), (",00", 6, 0)], ["1", "500,00"]),
        ([("Amicale", 9, 0), ("2", 5.5, 3)], ["Amicale²"]),
        ([("le 1", 9, 0), ("er", 5.5, 3)], ["le", "1er"]),
        ([("CO", 9, 0), ("2", 5.5, -2)], ["CO2"]),
    ],
)
def test_raised_figures_are_no_digits_of_the_word(tmp_path, parts, printed):
    [page] = open_document(pdf(tmp_path / "acte.pdf", [pieces(60, 100, *parts)])).pages
    assert [word.text for word in page.words] == printed
    assert {round(word.box.y1 - word.box.y0, 1) for word in page.words} == {9.0}


def test_amounts_with_calls_for_notes_and_raised_cents_are_read(tmp_path):
    rows = [["Bénéficiaire", "Commune", "Subvention (€)"], *([f"Club {name}", "Bor", ""] for name in "ABC")]
    amounts = [
        pieces(352, 87, ("1 300", 9, 0), ("1", 5.5, 3)),
        pieces(352, 103, ("1 400", 9, 0), ("50", 5.5, 3)),
        pieces(352, 119, ("2", 5.5, 3), ("750", 9, 0)),
    ]
    lines = read(
        pdf(tmp_path / "acte.pdf", [table(50, 60, [200, 100, 80], rows), text(60, 200, "1 Sous réserve"), *amounts])
    ).lines
    assert [(f"{line.amount:.2f}", line.amount_text) for line in lines] == [
        ("1300.00", "1 300¹"),
        ("1400.50", "1 400⁵⁰"),
        ("750.00", "²750"),
    ]
