"""Rows of budgets, plans and prices that nothing draws: no grant, whatever the decision above them."""

from dataclasses import replace

import pytest

from ingest.reader.decisions import read_decisions
from ingest.reader.metadata import read_metadata
from tests.ingest.reader.acts import paragraphs

DECIDED = """
CONSEIL MUNICIPAL
Séance du 3 mars 2031
Objet : Soutien aux associations
Après en avoir délibéré,
DÉCIDE :
D’attribuer les subventions suivantes :
Judo Club des Ormes 1 200 €
{heading}
Ressources Montant Taux
Mécénat 16 499,00 € 5 %
Fonds propres 8 227,00 € 12 %
"""


def granted(text: str, *headings: str) -> list[str]:
    told = [replace(one, kind="heading") if one.text in headings else one for one in paragraphs(text)]
    return [line.operator for line in read_decisions(told, read_metadata(told), (), ())[0]]


@pytest.mark.parametrize("heading", ["Plan de financement prévisionnel", "Budget prévisionnel 2031", "Tarifs"])
def test_rows_under_a_heading_of_other_money_are_no_grants(heading):
    assert granted(DECIDED.format(heading=heading), heading, "Ressources Montant Taux") == ["Judo Club des Ormes"]


def test_entries_after_a_sentence_are_read_again():
    text = (
        DECIDED.format(heading="Budget prévisionnel") + "Le conseil attribue aussi les aides suivantes :\nLe Bief 900 €"
    )
    assert granted(text, "Budget prévisionnel", "Ressources Montant Taux")[-1] == "Le Bief"


def test_decision_right_under_a_heading_of_other_money_is_read():
    act = "CONSEIL MUNICIPAL\nVu le code,\nDÉCIDE :\nTarifs\n- d’attribuer 500 € au Judo Club"
    assert granted(act, "Tarifs") == ["Judo Club"]


def test_entries_under_another_heading_are_grants():
    assert "Mécénat" in granted(DECIDED.format(heading="Culture"), "Culture", "Ressources Montant Taux")
