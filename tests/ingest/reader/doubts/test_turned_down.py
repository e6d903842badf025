"""Lines of tables, in acts of a made-up commune that are outvoted, put off or adopted."""

from decimal import Decimal

import pytest

from ingest.reader.doubts.turned_down import NOTE, doubt_turned_down
from tests.ingest.reader.acts import paragraphs
from tests.ingest.reader.sentences.municipal_acts import HEAD, a_line

DECIDED = HEAD + "- d’attribuer les subventions du tableau ci-dessous.\n"


@pytest.mark.parametrize("verdict", ["Pour : 5\nContre : 12", "La délibération est ajournée.", "REJETÉ à l’unanimité"])
def test_lines_of_a_table_that_the_assembly_turns_down_are_in_doubt(verdict):
    [line] = doubt_turned_down([a_line("Ruche", "900")], paragraphs(DECIDED + verdict))
    assert (line.amount, line.certainty < 0.6, line.notes) == (Decimal(900), True, (NOTE,))


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
