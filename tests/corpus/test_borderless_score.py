"""The act printed without any rule: the same lines as where they are ruled."""

import csv
from decimal import Decimal

import pytest

from ingest.reader.output import LINE_COLUMNS, line_records, write_csv
from tests.conftest import CORPUS
from tests.corpus.readings import reading
from tests.corpus.test_lines_score import scoring

pytestmark = pytest.mark.corpus

NAME = "nord-2022-273"
FLOORS = {
    "lines": 0.998,
    "amounts": 0.998,
    "reference": 0.99,
    "territory": 0.99,
    "programme": 0.99,
    "subprogramme": 0.99,
    "operator": 0.985,
    "commune": 0.985,
    "action": 0.985,
    "places": 0.99,
}
# Certainty from which a line is held to be right.
SURE = 0.9


def lines():
    return reading(NAME, "borderless").lines


@pytest.fixture(scope="module")
def scored(tmp_path_factory):
    found = tmp_path_factory.mktemp("scores") / "borderless.csv"
    with found.open("w", encoding="utf-8", newline="") as file:
        write_csv(line_records(lines()), LINE_COLUMNS, file)
    score = scoring()
    return score.score(score.read(CORPUS / "expected" / f"{NAME}.lines.csv"), score.read(found))


@pytest.mark.parametrize(("field", "floor"), FLOORS.items())
def test_lines_without_rules_reach_their_floor(scored, field, floor):
    result, _, missing, extra = scored
    reached = result[field]["folded"] if isinstance(result[field], dict) else result[field]
    assert reached >= floor, [line.fields["operator"] for line in (*missing, *extra)][:20]


def test_amounts_that_are_sure_are_right():
    with (CORPUS / "expected" / f"{NAME}.lines.csv").open(encoding="utf-8", newline="") as file:
        printed = {
            (row["reference"], row["operator"], row["action"], row["year"], Decimal(row["amount"]))
            for row in csv.DictReader(file)
        }
    sure = [line for line in lines() if line.certainty >= SURE and line.source.table]
    wrong = [
        line
        for line in sure
        if (line.reference, line.operator, line.action, str(line.year), line.amount) not in printed
    ]
    assert len(sure) >= 900
    assert wrong == []


def test_sum_of_the_lines_is_the_printed_one():
    with (CORPUS / "expected" / f"{NAME}.lines.csv").open(encoding="utf-8", newline="") as file:
        expected = sum(Decimal(row["amount"]) for row in csv.DictReader(file))
    assert sum(line.amount for line in lines()) == expected


def test_page_breaks_are_told():
    [table] = {line.source.table for line in lines() if line.source.table}
    assert {line.source.page for line in lines() if line.source.table == table} == set(range(4, 25))
