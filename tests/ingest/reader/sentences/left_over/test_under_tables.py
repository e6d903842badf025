"""Notes under a table that its cells call, and totals printed under it and not in it."""

from decimal import Decimal

import pytest

from ingest.reader.records import Box, Leftover, LineRecord, Paragraph, Source
from ingest.reader.sentences.clauses.decision_records import Act
from ingest.reader.sentences.left_over.under_tables import notes_of, totals_under_tables
from ingest.reader.sums.counted_money import counted_money
from tests.ingest.reader.hand_built import a_table

TABLE = a_table(
    """
    Association | Subvention
    Les Hirondelles (1) | 500 €
    La Ruche | 300 € *
    """,
    page=3,
)


def a_paragraph(text, page=3):
    return Paragraph(text, Source(page, 0, 0, Box(0, 0, 1, 1)))


def test_mark_that_a_cell_calls_opens_a_note_under_the_table_or_on_the_next_page():
    is_note = notes_of([TABLE])
    assert is_note(a_paragraph("(1) bilan de 12 450 €"))
    assert is_note(a_paragraph("* avait reçu 1 000 € en 2023", page=4))


def test_other_paragraphs_are_no_notes():
    is_note = notes_of([TABLE])
    assert not is_note(a_paragraph("(2) à La Ruche : 300 €"))
    assert not is_note(a_paragraph("(1) bilan de 12 450 €", page=5))
    assert not is_note(a_paragraph("Les Hirondelles (1)"))
    assert not notes_of([])(a_paragraph("* La Ruche : 300 €"))


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
