"""Columns of figures without a currency beside others that print it on every row."""

import pytest

from ingest.reader.lines import grant_lines
from ingest.reader.records import SURE
from tests.ingest.reader.hand_built import a_table, read

ROWS = """
    Association | Aide 2031 | Aide 2032
    Foyer rural | {} | {}
    Union cycliste | {} | {}
"""


@pytest.mark.parametrize(
    ("figures", "sure"),
    [
        (("318", "150 €", "580", "90 €"), [False, True]),
        (("318,00", "150 €", "580,00", "90 €"), [True, True]),
        (("318", "150", "580", "90 €"), [True, True]),
        (("318 €", "150 €", "580 €", "90 €"), [True, True]),
    ],
    ids=["all beside it", "to the cents", "one beside it", "in both"],
)
def test_whole_figures_beside_amounts_that_all_bear_their_currency_are_in_doubt(figures, sure):
    lines = grant_lines(read(a_table(ROWS.format(*figures)), act_year=2031)).lines
    found = {line.year: line.certainty >= SURE for line in lines}
    assert found == dict(zip((2031, 2032), sure, strict=True))
