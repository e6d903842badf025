"""Sums that the prose of the five real deliberations states: found by amount and year, few that are none."""

import csv
from collections import Counter
from decimal import Decimal

import pytest

from tests.conftest import CORPUS
from tests.corpus.readings import ACTS, reading

pytestmark = pytest.mark.corpus

# Share of the sums of each act that are found, and of the sums found in all acts that the facts know.
FOUND, TRUE = 0.8, 0.9
# What the facts call sums that stand in tables of the budget, not in prose.
BUDGET_TABLES = ("grand-angle", "engagements", "imputation")

Sum = tuple[Decimal, int | None, str]


def found(name: str) -> Counter[Sum]:
    prose = [total for total in reading(name).totals if total.where != "table row" and not total.table]
    return Counter((total.amount, total.year, total.where) for total in prose)


def expected(name: str) -> Counter[Sum]:
    with (CORPUS / "expected" / f"{name}.totals.csv").open(encoding="utf-8", newline="") as opened:
        rows = [row for row in csv.DictReader(opened) if row["where"] != "table row"]
    prose = [row for row in rows if not any(word in row["table"] + row["scope"] for word in BUDGET_TABLES)]
    return Counter((Decimal(row["amount"]), int(row["year"]) if row["year"] else None, row["where"]) for row in prose)


@pytest.mark.parametrize("name", ACTS)
def test_sums_of_the_prose_are_found(name):
    missing = expected(name) - found(name)
    assert missing.total() <= (1 - FOUND) * expected(name).total(), missing


def test_few_sums_are_found_that_are_none():
    known = {name: {(amount, year) for amount, year, _ in expected(name)} for name in ACTS}
    sums = [(name, amount, year) for name in ACTS for amount, year, _ in found(name).elements()]
    false = [one for one in sums if one[1:] not in known[one[0]]]
    assert len(false) <= (1 - TRUE) * len(sums), false


def test_grant_stated_in_prose_alone_is_a_line_and_the_net_of_a_table_is_not():
    lines = [line for line in reading("nord-2023-177").lines if line.table == "decision"]
    assert [(line.operator, line.amount, line.year) for line in lines] == [
        ("Région des Hauts-de-France", Decimal(60000), 2023)
    ]


@pytest.mark.parametrize("name", [name for name in ACTS if name != "nord-2023-177"])
def test_acts_whose_grants_stand_in_tables_give_no_line_of_prose(name):
    assert [line for line in reading(name).lines if line.table == "decision"] == []


def test_money_outside_the_budget_is_told_apart():
    outside = [total for total in reading("pdc-2025-237").totals if total.outside_budget and total.where == "report"]
    assert [total.amount for total in outside] == [Decimal("2165033.66")]


def test_renewal_without_a_beneficiary_is_left_to_staff():
    assert [left for left in reading("nord-2023-177").leftovers if "100 000 €" in left.text]
