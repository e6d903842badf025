"""Real deliberations: grant lines, stated totals and decoys, against rows checked by hand."""

import csv
import importlib.util
import io
from collections import Counter
from decimal import Decimal
from functools import cache

import pytest

from ingest.reader.output import LINE_COLUMNS, line_records, write_csv
from tests.conftest import CORPUS
from tests.corpus.readings import reading, stages

pytestmark = pytest.mark.corpus

# What each act must reach: shares, of the exact values where a field is named.
FLOORS = {
    "nord-2022-273": {
        "lines": 0.999,
        "amounts": 1.0,
        "places": 0.999,
        "operator": 0.99,
        "commune": 0.99,
        "action": 0.99,
        "reference": 0.99,
        "territory": 0.99,
        "programme": 0.99,
        "subprogramme": 0.99,
    },
    "pdc-2025-237": {"lines": 0.995, "amounts": 0.998, "operator": 0.98, "places": 0.98, "detail": 0.98},
    "pdc-2023-259": {"lines": 0.98, "amounts": 0.99, "operator": 0.98, "programme": 0.98, "subprogramme": 0.98},
    "nord-2023-177": {"lines": 0.8, "amounts": 0.8, "operator": 0.8},
    "nord-2024-161": {"lines": 0.8, "amounts": 0.8, "action": 0.8},
}
# Share of the totals printed in table rows that are found and checked.
TOTALS_FLOOR = 0.95


@cache
def scoring():
    spec = importlib.util.spec_from_file_location("score", CORPUS / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def score_of(name, tmp_path):
    found = tmp_path / f"{name}.csv"
    with found.open("w", encoding="utf-8", newline="") as file:
        write_csv(line_records(reading(name).lines), LINE_COLUMNS, file)
    score = scoring()
    result, _, missing, extra = score.score(score.read(CORPUS / "expected" / f"{name}.lines.csv"), score.read(found))
    told = [f"missing {line.fields['operator']} {line.amounts}" for line in missing]
    told += [f"extra {line.fields['operator']} {line.amounts}" for line in extra]
    return result, told


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("scores")


@pytest.mark.parametrize(
    ("name", "field", "floor"), [(n, f, v) for n, floors in FLOORS.items() for f, v in floors.items()]
)
def test_lines_reach_their_floor(name, field, floor, folder):
    result, told = score_of(name, folder)
    reached = result[field]["exact"] if isinstance(result[field], dict) else result[field]
    assert reached >= floor, told[:20]


def test_negative_amounts_are_read_as_negative():
    negative = [line for line in reading("pdc-2023-259").lines if line.amount < 0]
    assert [(line.operator, line.amount, line.places) for line in negative] == [
        ("SIVOM de la Communauté du Bruaysis", Decimal("-54000.00"), -450),
        ("SIVOM de la Communauté du Bruaysis", Decimal("-33750.00"), -180),
    ]


def test_sums_of_all_lines_are_the_printed_ones():
    for name in ("nord-2022-273", "pdc-2023-259", "pdc-2025-237"):
        with (CORPUS / "expected" / f"{name}.lines.csv").open(encoding="utf-8", newline="") as file:
            expected = sum(Decimal(row["amount"]) for row in csv.DictReader(file))
        assert sum(line.amount for line in reading(name).lines) == expected


@pytest.mark.parametrize("name", FLOORS)
def test_totals_of_tables_are_found_and_checked(name):
    with (CORPUS / "expected" / f"{name}.totals.csv").open(encoding="utf-8", newline="") as file:
        printed = [row for row in csv.DictReader(file) if row["where"] == "table row"]
    checked = Counter(
        (str(check.total.year or ""), f"{check.total.amount:.2f}")
        for check in reading(name).checks
        if check.total.where == "table row" and check.status != "not comparable"
    )
    wanted = Counter((row["year"], row["amount"]) for row in printed)
    found = sum((wanted & checked).values())
    assert found >= len(printed) * TOTALS_FLOOR, wanted - checked


def test_sum_that_the_table_lacks_is_a_difference():
    short = [check for check in reading("pdc-2025-237").checks if check.total.amount == Decimal("194133.34")]
    assert short
    assert any(check.status == "different" and check.difference == Decimal("-54000.00") for check in short)


def test_totals_of_tables_all_add_up():
    for name in ("pdc-2023-259", "pdc-2025-237", "nord-2024-161"):
        checks = [check for check in reading(name).checks if check.total.where == "table row"]
        assert {check.status for check in checks} == {"equal"}, name


def test_tables_that_are_no_grants_say_why_and_give_no_line():
    for name in FLOORS:
        skipped = {one.table: one.reason for one in reading(name).skipped_tables}
        assert all(skipped.values())
        assert not {line.source.table for line in reading(name).lines} & set(skipped)


@pytest.mark.parametrize("name", FLOORS)
def test_every_row_is_a_line_a_total_a_heading_a_header_or_listed(name):
    found = reading(name)
    taken = {(line.source.table, line.source.row) for line in found.lines}
    taken |= {(leftover.source.table, leftover.source.row) for leftover in found.leftovers}
    for table in stages(name).reads:
        assert len(table.rows) == len(table.table.grid)
        if not table.skipped:
            missed = [
                row for row in table.rows if row.kind == "line" and (row.source.table, row.source.row) not in taken
            ]
            assert missed == []


def test_rows_without_a_readable_amount_are_left_over():
    reasons = [leftover.reason for leftover in reading("nord-2024-161").leftovers if leftover.source.table]
    assert reasons == ["montant non chiffré : « NC »"] * 3


def test_csv_of_the_lines_holds_every_line_and_its_place():
    file = io.StringIO()
    write_csv(line_records(reading("nord-2022-273").lines), LINE_COLUMNS, file)
    rows = list(csv.DictReader(io.StringIO(file.getvalue())))
    assert len(rows) == 980
    assert {row["page"] for row in rows} == {str(page) for page in range(4, 25)}
    assert all(len(row["box"].split()) == 4 for row in rows)
