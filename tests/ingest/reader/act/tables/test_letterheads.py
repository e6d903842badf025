"""Heads of acts drawn as tables: their words are those of the act, not cells."""

import pytest

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


@pytest.mark.parametrize(
    "head",
    [
        [["N° de dossier", "31-041"], ["Date", "10 février 2031"], ["Titre", "Aides aux clubs du pays"]],
        [["Séance du", "Délibération n°", "Objet"], ["10 février 2031", "31-041", "Aides aux clubs du pays"]],
    ],
)
def test_labels_beside_or_over_what_they_say_in_a_table_at_the_head(tmp_path, head):
    drawn = [
        text(50, 40, "CONSEIL DEPARTEMENTAL DU VAL"),
        table(50, 60, [130, 130, 180][: len(head[0])], head),
        text(50, 150, "Vu le code,"),
    ]
    act = read_stages(pdf(tmp_path / "acte.pdf", [*drawn, table(50, 200, [180, 150, 90], GRANTS)])).deliberation
    assert (act.number, act.title) == ("31-041", "Aides aux clubs du pays")
    assert str(act.session_date) == "2031-02-10"


def test_members_who_stand_aside_in_a_column_of_the_grants_and_in_a_table_at_the_head(tmp_path):
    head = [["Présents", "M. BLANC, Mme ROY, M. NOIR"], ["Déport", "M. Jean NOIR – trésorier du Judo Club"]]
    rows = [["Association", "Montant", "Élus ne prenant pas part au vote"], ["Foyer rural", "300 €", "Mme Lise ROY"]]
    rows += [["Judo Club", "500 €", ""]]
    drawn = [text(50, 40, "CONSEIL MUNICIPAL"), table(50, 60, [90, 300], head), text(50, 150, "Vu le code,")]
    act = read_stages(pdf(tmp_path / "acte.pdf", [*drawn, table(50, 200, [150, 90, 200], rows)])).deliberation
    assert [(one.person, one.function, one.organisation) for one in act.recusals] == [
        ("Jean NOIR", "trésorier", "Judo Club"),
        ("Lise ROY", "", "Foyer rural"),
    ]


def test_decision_of_a_bureau_in_a_table_at_the_head(tmp_path):
    head = [["BOR METROPOLE", "BUREAU METROPOLITAIN\ndu 10 février 2031", "Décision n° B-2031-41"]]
    drawn = [table(50, 60, [150, 150, 120], head), text(50, 150, "Vu le code,")]
    act = read_stages(pdf(tmp_path / "acte.pdf", [*drawn, table(50, 200, [180, 150, 90], GRANTS)])).deliberation
    assert (act.number, act.body, str(act.session_date)) == ("B-2031-41", "Bureau métropolitain", "2031-02-10")


def test_lines_of_a_cell_of_the_head_are_joined_to_each_other_not_to_those_beside(tmp_path):
    head = [["VILLE DE LURE\nService des sports", "CONSEIL MUNICIPAL\nSéance du 10\nfévrier 2031", "N° 31-041"]]
    drawn = [table(50, 60, [150, 150, 120], head), text(50, 150, "Vu le code,")]
    act = read_stages(pdf(tmp_path / "acte.pdf", [*drawn, table(50, 200, [180, 150, 90], GRANTS)])).deliberation
    assert (act.number, str(act.session_date)) == ("31-041", "2031-02-10")
