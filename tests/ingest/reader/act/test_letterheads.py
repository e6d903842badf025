"""Heads of acts drawn as tables: their words are those of the act, not cells."""

from ingest.reader.pipeline import read_stages
from tests.ingest.reader.drawn_pdfs import pdf, table, text

HEAD = [
    [
        "Departement du Val\nDirection de la jeunesse",
        "COMMISSION PERMANENTE\nSeance du 10 fevrier 2031\nDeliberation n° 31-041",
    ]
]
GRANTS = [["Bénéficiaire", "Objet", "Montant"], ["Judo Club", "Tournoi", "500 €"], ["Foyer rural", "Fête", "300 €"]]


def test_number_and_day_printed_in_a_box_at_the_head_are_those_of_the_act(tmp_path):
    head = [
        table(50, 60, [220, 220], HEAD),
        text(50, 130, "Conventions 2031 de la jeunesse"),
        text(50, 150, "Vu le code,"),
    ]
    stages = read_stages(pdf(tmp_path / "acte.pdf", [*head, table(50, 200, [180, 150, 90], GRANTS)]))
    assert stages.deliberation.number == "31-041"
    assert str(stages.deliberation.session_date) == "2031-02-10"
    assert [line.operator for line in stages.lines] == ["Judo Club", "Foyer rural"]
