"""Rows under a sentence that grants a list are left over, however few and bare."""

import pytest

from ingest.reader.pipeline import read_stages
from ingest.reader.unread.announced_rows import REASON
from tests.ingest.reader.drawn_pdfs import pdf, text

GRANTED = text(60, 60, "Le conseil municipal attribue au Judo club une subvention de 500 €.")
ROWS = ("Foyer rural de Bor", "950"), ("Chorale de Lure", "1 250")


@pytest.fixture
def left(tmp_path):
    def read(*sentence, rows=ROWS):
        drawn = [GRANTED, text(60, 100, *sentence)]
        drawn += [text(60, 130 + 14 * place, name) for place, (name, _) in enumerate(rows)]
        drawn += [text(400, 130 + 14 * place, figure) for place, (_, figure) in enumerate(rows)]
        return [one.text for one in read_stages(pdf(tmp_path / "acte.pdf", drawn)).leftovers if one.reason == REASON]

    return read


def test_rows_under_a_sentence_that_grants_a_list_are_left_over(left):
    assert left("Il décide d'attribuer les subventions suivantes :") == [
        "Foyer rural de Bor | 950",
        "Chorale de Lure | 1 250",
    ]


def test_sentence_may_go_over_two_lines_and_rows_print_none(left):
    rows = (*ROWS[:1], ("Judo club de Bor", "néant"), *ROWS[1:])
    assert len(left("Il décide d'attribuer les subventions", "suivantes pour l'année 2031 :", rows=rows)) == 2


def test_one_row_or_rows_of_another_list_are_not(left):
    assert left("Il décide d'attribuer les subventions suivantes :", rows=ROWS[:1]) == []
    assert left("Il constate les effectifs suivants :") == []
