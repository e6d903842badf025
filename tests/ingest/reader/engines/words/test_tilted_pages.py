"""Pages whose text leans by a little, as pages that were turned and assembled again do, are read as if straight."""

import math

import pikepdf
import pytest

from ingest.reader.documents import open_document
from ingest.reader.pipeline import read
from tests.ingest.reader.drawn_pdfs import PAGE, pdf, table, text

ROWS = [
    ["Bénéficiaire", "Objet", "Commune", "Subvention"],
    *(
        [f"Club sportif {name}", f"Tournoi {name}", "Bor", f"{300 + 10 * ord(name)} €"]
        for name in "ABCDEFGHIJKLMNOPQRST"
    ),
]
TABLE = table(40, 60, [180, 150, 100, 90], ROWS)


def askew(degrees, *drawn):
    """All of it turned clockwise by so many degrees about the middle of the page."""

    def draw(canvas):
        canvas.translate(PAGE[0] / 2, PAGE[1] / 2)
        canvas.rotate(-degrees)
        canvas.translate(-PAGE[0] / 2, -PAGE[1] / 2)
        for one in drawn:
            one(canvas)

    return draw


@pytest.mark.parametrize("degrees", [0.3, 1, -1.5, 3])
@pytest.mark.parametrize("quarters", [0, 1])
def test_table_of_a_page_set_askew_is_read_row_by_row(tmp_path, degrees, quarters):
    path = pdf(tmp_path / "acte.pdf", [askew(degrees, TABLE)])
    with pikepdf.open(path, allow_overwriting_input=True) as file:
        file.pages[0].rotate(90 * quarters, relative=True)
        file.save(path)
    reading = read(path)
    assert [(line.operator, line.action, line.amount_text) for line in reading.lines] == [
        (row[0], row[1], row[3]) for row in ROWS[1:]
    ]
    assert {line.certainty for line in reading.lines} == {line.certainty for line in read_straight(tmp_path).lines}
    assert reading.document.pages[0].tilt == pytest.approx(degrees, abs=0.01)


def read_straight(tmp_path):
    return read(pdf(tmp_path / "droit.pdf", [TABLE]))


def test_rows_are_told_where_the_page_shows_them(tmp_path):
    straight, leaning = (read(pdf(tmp_path / "acte.pdf", [askew(degrees, TABLE)])) for degrees in (0, 2))
    for upright, shown in zip(straight.lines, leaning.lines, strict=True):
        middle = [sum(side) / 2 for side in zip(upright.source.box[:2], upright.source.box[2:], strict=True)]
        away = [(at - 0.5) * length for at, length in zip(middle, PAGE, strict=True)]
        turn = math.radians(2)
        x = away[0] * math.cos(turn) - away[1] * math.sin(turn)
        y = away[0] * math.sin(turn) + away[1] * math.cos(turn)
        box = shown.source.box
        assert (box.x0 + box.x1) / 2 == pytest.approx(0.5 + x / PAGE[0], abs=0.004)
        assert (box.y0 + box.y1) / 2 == pytest.approx(0.5 + y / PAGE[1], abs=0.004)


def test_some_leaning_text_does_not_turn_a_page(tmp_path):
    stamp = askew(5, text(300, 700, "Certifié exécutoire"))
    [page] = open_document(pdf(tmp_path / "acte.pdf", [TABLE, stamp])).pages
    assert page.tilt == 0
