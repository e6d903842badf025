"""Tables drawn with bars and dashes in a typewriter's face."""

import pytest

from ingest.reader.documents import open_document
from ingest.reader.pipeline import read
from tests.ingest.reader.drawn_pdfs import PAGE, pdf, text

WIDTHS = (28, 14, 16)
ROWS = [
    ("Bénéficiaire", "Commune", "Subvention"),
    *((f"Club sportif {name}", "Bor", f"{n} 300,00") for n, name in enumerate("ABCDE", 1)),
]


def typed(*lines):
    def draw(canvas):
        canvas.setFont("Courier", 8)
        for index, line in enumerate(lines):
            canvas.drawString(50, PAGE[1] - 100 - 10 * index, line)

    return draw


def framed(bar, corner, dash, white=" "):
    """The lines of the table, its cells between bars, with a row of dashes between two lines where there is one."""
    row = corner + corner.join(dash * width for width in WIDTHS) + corner
    lines = [
        bar + bar.join((white + cell).ljust(width) for cell, width in zip(cells, WIDTHS, strict=True)) + bar
        for cells in ROWS
    ]
    return [one for line in lines for one in ((row, line) if dash else (line,))] + ([row] if dash else [])


@pytest.mark.parametrize(
    ("bar", "corner", "dash", "white"),
    [("|", "+", "-", " "), ("|", "|", "=", ""), ("!", "!", "-", " "), (":", ":", ".", " "), ("|", "", "", " ")],
)
def test_table_drawn_with_signs_is_read(tmp_path, bar, corner, dash, white):
    reading = read(pdf(tmp_path / "acte.pdf", [typed(*framed(bar, corner, dash, white))]))
    assert [(line.operator, line.commune, line.amount) for line in reading.lines] == [
        (f"Club sportif {name}", "Bor", 1000 * n + 300) for n, name in enumerate("ABCDE", 1)
    ]


def test_bars_and_dashes_of_prose_are_text(tmp_path):
    prose = text(
        60, 100, "Tél. 01 02 | Fax 03 04 | www.bor.fr", "Date : 3 juin", "Lieu : Bor", "Objet : aide", "--------"
    )
    [page] = open_document(pdf(tmp_path / "acte.pdf", [prose])).pages
    assert [word.text for word in page.words].count("|") == 2
    assert page.words[-1].text == "--------"
    assert page.rules == ()


def test_names_that_go_on_on_a_line_of_their_own_are_whole(tmp_path):
    rows = [("N", "Bénéficiaire", "Commune", "Subvention")]
    for n in range(1, 7):
        # A name that fills its column touches the bar, and the town behind it.
        rows += [(f"000{n}", f"CLUB SPORTIF N°{n}", "VARSIGNY-LES-BAI", f"{n} 300,00"), ("", "VARSIGNY", "", "")]
    lines = ["|" + "|".join(cell.ljust(16) for cell in cells) + "|" for cells in rows]
    reading = read(pdf(tmp_path / "acte.pdf", [typed("=" * 69, lines[0], "=" * 69, *lines[1:], "=" * 69)]))
    assert [(line.reference, line.amount) for line in reading.lines] == [
        (f"000{n}", 1000 * n + 300) for n in range(1, 7)
    ]
    assert {line.operator.split()[-1] for line in reading.lines} == {"VARSIGNY"}
    assert {line.commune for line in reading.lines} == {"VARSIGNY-LES-BAI"}


def test_colons_of_labels_one_under_the_other_are_text(tmp_path):
    line = "Base : 9 000,00    Taux : 10 %    Aide : 900,00    Solde : 0,00"
    [page] = open_document(pdf(tmp_path / "acte.pdf", [typed(*[line] * 5)])).pages
    assert [word.text for word in page.words].count(":") == 20
    assert page.rules == ()
