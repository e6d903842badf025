"""Cantons read in place of a beneficiary."""

from decimal import Decimal

import pytest

from ingest.reader.doubts.territory_names import NOTE, doubt_territories
from ingest.reader.records import DOUBTFUL, Box, LineRecord, Source


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
    assert (read.certainty, read.notes) == ((DOUBTFUL, (NOTE,)) if doubted else (1.0, ()))
