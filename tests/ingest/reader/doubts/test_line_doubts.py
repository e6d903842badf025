"""Cantons in place of a beneficiary, and tables of acts that are outvoted, put off or adopted."""

from decimal import Decimal

import pytest

from ingest.reader.doubts.line_doubts import TERRITORY_NOTE, TURNED_DOWN_NOTE, doubt_territories, doubt_turned_down
from ingest.reader.records import DOUBTFUL, Box, LineRecord, Source
from tests.ingest.reader.acts import paragraphs
from tests.ingest.reader.sentences.municipal_acts import HEAD, a_line


@pytest.mark.parametrize(
    ("operator", "doubted"),
    [
        ("Canton de Bor 490", True),
        ("CANTON D'ALBAN", True),
        ("Arrondissement du Val", True),
        ("Cantonade de Bor", False),
        ("Amicale du canton de Bor", False),
        ("Canton 34 Basket", False),
    ],
)
def test_canton_in_place_of_a_name_is_in_doubt(operator, doubted):
    line = LineRecord(1, "decision", operator, 2031, Decimal(1590), "1 590 €", Source(1, 0, 0, Box(0.1, 0.2, 0.9, 0.3)))
    [read] = doubt_territories([line])
    assert (read.certainty, read.notes) == ((DOUBTFUL, (TERRITORY_NOTE,)) if doubted else (1.0, ()))


DECIDED = HEAD + "- d’attribuer les subventions du tableau ci-dessous.\n"


@pytest.mark.parametrize("verdict", ["Pour : 5\nContre : 12", "La délibération est ajournée.", "REJETÉ à l’unanimité"])
def test_lines_of_a_table_that_the_assembly_turns_down_are_in_doubt(verdict):
    [line] = doubt_turned_down([a_line("Ruche", "900")], paragraphs(DECIDED + verdict))
    assert (line.amount, line.certainty < 0.6, line.notes) == (Decimal(900), True, (TURNED_DOWN_NOTE,))


@pytest.mark.parametrize(
    "verdict",
    [
        "",
        "Pour : 12\nContre : 5",
        "Adopté à l’unanimité.",
        "L’amendement est rejeté par 12 voix contre et 5 voix pour.\nAdopté à l’unanimité.",
        "Demande refusée : Moto-club.",
        "Pour : 12\nContre : 5\nPoint suivant : vente du terrain.\nReporté.",
    ],
)
def test_lines_of_a_table_stay_as_sure_where_the_act_is_not_turned_down(verdict):
    given = a_line("Ruche", "900")
    assert doubt_turned_down([given], paragraphs(DECIDED + verdict)) == (given,)
