"""The prefecture's stamp over a table: neither its words nor its frame are the table's."""

import pytest

from ingest.reader.documents import open_document
from ingest.reader.layout.pages.page_tables import page_tables
from ingest.reader.layout.pages.stamps import without_stamps
from ingest.reader.pipeline import read_stages
from tests.ingest.reader.drawn_pdfs import PAGE, pdf, table, text

ROWS = [
    ["Bénéficiaire", "Commune", "Montant voté 2025"],
    ["Association Les Tilleuls", "Montauban", "12 500 €"],
    ["Comité des fêtes", "Moissac", "3 750 €"],
    ["Foyer rural des Coteaux", "Caussade", "640 €"],
]
STAMP = [
    "Envoyé en préfecture le 20/06/2025",
    "Reçu en préfecture le 20/06/2025",
    "Publié le",
    "ID : 082-228200010-20250616-2025_118-DE",
]


RECEIPT = [
    "Accusé de réception en préfecture",
    "082-228200010-20250616-2025-118-DE",
    "Date de télétransmission : 20/06/2025",
    "Date de réception préfecture : 20/06/2025",
]
OF_MINISTRY = [
    "Accusé de réception - Ministère de l'Intérieur",
    "082-228200010-20250616-2025-118-DE",
    "Accusé certifié exécutoire",
    "Réception par le préfet : 20/06/2025",
    "Publication : 20/06/2025",
]
SHORT = ["AR Prefecture", "082-228200010-20250616-118-DE", "Reçu le 20/06/2025", "Publié le 20/06/2025"]
CAPITALS = [
    "REÇU EN PREFECTURE",
    "le 20/06/2025",
    "Application agréée E-legalite.com",
    "99_DE-082-228200010-20250616-1",
]


def framed_stamp(x, y, said=STAMP):
    def draw(canvas):
        canvas.rect(x - 4, PAGE[1] - y - 11 * len(said) - 6, 190, 11 * len(said) + 10)
        text(x, y, *said, size=8)(canvas)

    return draw


def cells(path):
    [tables] = page_tables(open_document(path).pages)
    return [[piece.text for piece in found.row_pieces(row)] for found in tables for row in range(len(found.rows))]


@pytest.mark.parametrize("first", [True, False])
def test_stamp_over_a_table_is_not_in_its_cells(tmp_path, first):
    drawn = [table(60, 100, [220, 120, 110], ROWS), framed_stamp(330, 118)]
    path = pdf(tmp_path / "acte.pdf", drawn[::-1] if first else drawn)
    assert cells(path) == ROWS


@pytest.mark.parametrize("said", [RECEIPT, OF_MINISTRY, SHORT, CAPITALS])
def test_receipt_over_a_table_is_not_in_its_cells(tmp_path, said):
    drawn = [table(60, 100, [220, 120, 110], ROWS), framed_stamp(330, 118, said)]
    assert cells(pdf(tmp_path / "acte.pdf", drawn)) == ROWS


def test_stamp_still_tells_when_the_act_was_received(tmp_path):
    head = text(60, 40, "Délibération n° 2025-118")
    stages = read_stages(
        pdf(tmp_path / "acte.pdf", [head, framed_stamp(380, 20), table(60, 100, [220, 120, 110], ROWS)])
    )
    assert any("Reçu en préfecture le 20/06/2025" in paragraph.text for paragraph in stages.paragraphs)
    assert len(stages.lines) == 3


def test_prefecture_named_in_a_row_is_no_stamp(tmp_path):
    rows = [*ROWS, ["Préfecture de Tarn-et-Garonne", "Montauban", "800 €"]]
    [page] = open_document(pdf(tmp_path / "acte.pdf", [table(60, 100, [220, 120, 110], rows)])).pages
    assert without_stamps(page) is page


def test_rule_of_a_table_close_under_the_frame_of_a_stamp_stays_the_table_s(tmp_path):
    [page] = open_document(
        pdf(tmp_path / "acte.pdf", [framed_stamp(364, 44), table(60, 96.5, [200, 100, 190], ROWS)])
    ).pages
    bare = [rule for rule in without_stamps(page).rules if not rule.vertical]
    assert sum(abs(rule.y0 - 96.5) < 1 for rule in bare) == 3
    assert all(rule.y0 > 95 for rule in bare)
