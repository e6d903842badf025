"""Which spelling of an operator or a heading is shown."""

import pytest

from ingest.store.names.spelling import most_readable


@pytest.mark.parametrize(
    ("spellings", "shown"),
    [
        ({"REUSSIR EN SAMBRE": 9, "Réussir en Sambre": 1}, "Réussir en Sambre"),
        ({"Reussir en Sambre": 9, "Réussir en Sambre": 1}, "Réussir en Sambre"),
        ({"parcours IAE": 9, "Parcours IAE": 1}, "Parcours IAE"),
        ({"le coin familial": 9, "LE COIN FAMILIAL": 1}, "LE COIN FAMILIAL"),
        ({"Droit au Travail": 2, "Droit au travail": 3}, "Droit au travail"),
        ({"AFEJI": 1}, "AFEJI"),
    ],
)
def test_most_readable_spelling_is_shown(spellings, shown):
    assert most_readable(spellings) == shown


def test_order_of_the_spellings_does_not_matter():
    assert most_readable({"El Fouad": 1, "El FOUAD": 1}) == most_readable({"El FOUAD": 1, "El Fouad": 1})
