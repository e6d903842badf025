"""The several amounts of one printed row, offered to staff beside the one that counts."""

from decimal import Decimal

import pytest

from grants.models import GrantLine
from ingest import store
from ingest.desk.columns.amounts import Choice, other_amounts, other_amounts_of
from ingest.reader.lines import grant_lines
from ingest.reader.printed_tables import printed_tables
from tests.ingest.reader.hand_built import a_table, read
from tests.ingest.readings import FILE, a_reading

pytestmark = pytest.mark.django_db

SEVERAL = """
Association | Montant demandé | Montant proposé | Montant voté | Part de l’État
Judo Club   | 12 000,00 €     | 9 500,00 €      | 9 000,00 €   | 400,00 €
Théâtre     | 4 000,00 €      |                 | 3 000,00 €   |
"""
YEARS = """
Association | Montant demandé | Montant 2024 | Montant 2025
Judo Club   | 12 000,00 €     | 5 000,00 €   | 6 000,00 €
"""


def stored_lines(rows: str) -> list[GrantLine]:
    table = read(a_table(rows))
    found = grant_lines(table, act_year=2024)
    store.save(a_reading(lines=found.lines, tables=printed_tables([table]), leftovers=found.leftovers), file=FILE)
    return list(GrantLine.objects.order_by("line", "year"))


def test_other_amounts_of_a_row_are_told_with_what_they_are():
    line, other = stored_lines(SEVERAL)

    assert other_amounts(line) == [
        Choice("12 000,00 €", Decimal(12000), "demandé", "Montant demandé"),
        Choice("9 500,00 €", Decimal(9500), "proposé", "Montant proposé"),
        Choice("400,00 €", Decimal(400), "part de l’État", "Part de l’État"),
    ]
    assert [choice.role_label for choice in other_amounts(other)] == ["demandé"]


def test_amount_that_was_voted_is_offered_once_another_one_was_chosen():
    line = stored_lines(SEVERAL)[0]
    line.amount_cents, line.amount_text = 1_200_000, "12 000,00 €"

    assert [choice.role_label for choice in other_amounts(line)] == ["proposé", "voté", "part de l’État"]


def test_amount_of_another_year_of_the_row_is_no_choice():
    first, second = stored_lines(YEARS)

    assert [choice.text for choice in other_amounts(first)] == ["12 000,00 €"]
    assert [choice.text for choice in other_amounts(second)] == ["12 000,00 €"]


def test_unit_of_the_header_counts():
    (line,) = stored_lines("Association | Demandé (en k€) | Voté (en k€)\nJudo Club | 12 | 9")

    assert [(choice.text, choice.amount) for choice in other_amounts(line)] == [("12", Decimal(12000))]


def test_places_and_numbers_are_no_choice():
    (line,) = stored_lines("N° dossier | Association | Places | Montant voté\n2024/00012 | Judo Club | 20 | 9 000,00 €")

    assert other_amounts(line) == []


def test_line_without_a_printed_table_has_no_choice():
    store.save(a_reading(), file=FILE)

    assert other_amounts(GrantLine.objects.get()) == []


def test_many_lines_cost_as_many_queries_as_one(django_assert_num_queries):
    lines = stored_lines(SEVERAL)

    with django_assert_num_queries(1):
        found = other_amounts_of(lines)
    assert {pk: len(choices) for pk, choices in found.items()} == {lines[0].pk: 3, lines[1].pk: 1}
