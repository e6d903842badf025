"""Totals printed under a table and not in it."""

from decimal import Decimal

import pytest

from ingest.reader.records import Box, Leftover, LineRecord, Source
from ingest.reader.sentences.clauses.decision_records import Act
from ingest.reader.sentences.left_over.totals_under_tables import totals_under_tables
from ingest.reader.sums.counted_money import counted_money

HERE = Source(1, 0, 0, Box(0, 0, 1, 1))
LINES = [
    LineRecord(number, table, operator, 2031, Decimal(amount), f"{amount} €", HERE)
    for number, (table, operator, amount) in enumerate(
        [("a", "Judo club", 500), ("a", "Chorale", 300), ("b", "Les Archers", 70), ("b", "Aviron", 40)], 1
    )
]


def found(text):
    act = Act("", 2031, counted_money(LINES), "département")
    totals, left = totals_under_tables([Leftover(text, "", HERE)], act)
    return [(one.scope, one.amount, one.lines) for one in totals], [one.text for one in left]


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("Total du canton : 800 €", ("Total du canton", 800, (1, 2))),
        ("Sous-total Sport : 110,00 €", ("Sous-total Sport", 110, (3, 4))),
        ("TOTAL 910 €", ("TOTAL", 910, (1, 2, 3, 4))),
    ],
)
def test_total_under_the_table_that_it_adds_up_is_a_total(text, total):
    assert found(text) == ([total], [])


@pytest.mark.parametrize("text", ["Total du canton : 900 €", "Aide totale : 800 €", "Total des crédits ouverts : NC"])
def test_other_sums_stay_left_over(text):
    assert found(text) == ([], [text])
