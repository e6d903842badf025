"""Print that stands on its side in a scan: sheets laid sideways, labels printed upwards in merged cells."""

import pytest

from ingest.reader.documents import open_document
from ingest.reader.images.scan_images import prepare
from ingest.reader.letters.recognition import Recogniser
from ingest.reader.scanning import scan_reading
from tests.ingest.reader.scanned_pdfs import HALF, scan, table_page

ROWS = [
    ("", "Bénéficiaire", "Subvention votée"),
    ("", "Association Les Tilleuls", "12 500 €"),
    ("", "CCAS de Moissac", "3 750 €"),
    ("", "Régie des Coteaux", "108 000 €"),
    ("", "Foyer rural de Golfech", "640 €"),
]
SENTENCES = (
    "Le conseil départemental, réuni le 12 février 2024,",
    "Vu le rapport de sa présidente et l'avis de la commission,",
    "Considérant l'intérêt départemental des projets présentés,",
    "Décide d'attribuer les subventions qui figurent en annexe.",
)


def airy(canvas):
    """Lines far apart, which are recognised as lines that run down once the sheet lies on its side."""
    canvas.setFont("Times-Roman", 11)
    for index in range(12):
        canvas.drawString(60, 540 - 40 * index, SENTENCES[index % 4])


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_sheet_without_rules_is_turned_until_its_lines_run_across(tmp_path, quarters):
    [page] = open_document(scan(tmp_path / "acte.pdf", airy, turned=quarters)).pages
    assert page.turned == quarters
    assert not any(word.angle for word in page.words)
    assert "départemental," in [word.text for word in page.words]


def close(canvas):
    canvas.setFont("Times-Roman", 11)
    for index in range(16):
        canvas.drawString(60, 360 - 15 * index, SENTENCES[index % 4])


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_sheet_fed_any_way_is_made_clean_and_recognised_once(tmp_path, monkeypatch, quarters):
    whole, recognised = Recogniser.words, []
    monkeypatch.setattr(Recogniser, "words", lambda *told: recognised.append(1) or whole(*told))
    monkeypatch.setattr(scan_reading, "prepare", lambda *told: cleaned.append(1) or prepare(*told))
    cleaned = []

    [page] = open_document(scan(tmp_path / "acte.pdf", close, size=HALF, turned=quarters)).pages
    assert page.turned == quarters
    assert len(recognised) == len(cleaned) == 1


def labelled(canvas):
    table_page(canvas, ROWS, (20, 220, 120))
    height = canvas._pagesize[1]
    canvas.setFillGray(1)
    canvas.rect(40.8, height - 80 - 89, 18.4, 70.4, stroke=0, fill=1)  # one cell of four rows
    canvas.setFillGray(0)
    canvas.setFont("Helvetica-Bold", 8)
    canvas.translate(53, height - 160)
    canvas.rotate(90)
    canvas.drawString(0, 0, "Insertion par")
    canvas.rotate(-90)


def test_label_printed_upwards_in_a_merged_cell_is_read_upright(tmp_path):
    [page] = open_document(scan(tmp_path / "acte.pdf", labelled, noise=4, blur=0.4)).pages
    label = [word for word in page.words if word.angle]
    assert [word.text for word in label] == ["Insertion", "par"]
    assert {word.angle for word in label} == {270}
    assert all(40 < word.box.x0 < word.box.x1 < 60 for word in label)
