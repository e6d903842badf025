"""Where the name of a beneficiary ends: one example of each kind of end, and what goes on with the name."""

import pytest

from ingest.reader.vocabulary.name_ends import NAME_END

ENDS = """
; | , pour son tournoi | . Cette aide | - tournoi | (pour son tournoi de printemps) | (62) | (art. 6574)
14 bis, rue du Val | afin de jouer | en faveur des jeunes | sur la commune | pour son tournoi | a hauteur de 20 %
a 500 € | d'une subvention | de la somme | trois acomptes | des subventions respectives | la gratuite de la salle
celle de 900 € | sous reserve | en 2031 | fixant son montant | en lui accordant | qui joue | et le versement
et de verser | et au foyer | est attribuee
"""
NAMES = """
mjc du val, section boxe | mjc du val - section boxe | union sportive (usv) | m. rey | st. martin | agir pour demain
droits pour tous | recherche sur les arbres | fil et aiguille
"""


def parted(table: str) -> list[str]:
    return [one.strip() for line in table.strip().splitlines() for one in line.split("|")]


@pytest.mark.parametrize("after", parted(ENDS))
def test_a_name_ends_before_these(after):
    assert NAME_END.search(f"judo club {after}").start() == len("judo club")


@pytest.mark.parametrize("name", parted(NAMES))
def test_a_name_goes_on_with_these(name):
    assert NAME_END.search(name) is None
