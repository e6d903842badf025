"""The whole reader on the sample acts and on the made-up ones: every row, check and fact of the act, exactly."""

import csv
import json
from collections import defaultdict
from dataclasses import asdict
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from ingest.reader import pipeline
from ingest.reader.errors import NoGrantError, ReadingError
from ingest.reader.records import LineRecord, Reading

DATA = Path(__file__).resolve().parents[2] / "data"
SAMPLES = sorted(path.stem for path in (DATA / "samples").glob("*.pdf"))
VARIANTS = sorted(path.stem for path in (DATA / "variants").glob("*.pdf"))
EVERY = [f"samples/{name}" for name in SAMPLES] + [f"variants/{name}" for name in VARIANTS]
LONG = ("samples/nord-2022-273", "samples/pdc-2025-237")  # a quarter of a minute of the second engine
SHOWN = 15  # differences of each kind that a failure prints


@cache
def reading(name: str) -> Reading:
    return pipeline.read(DATA / f"{name}.pdf")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def as_row(line: LineRecord, columns: list[str]) -> dict[str, str]:
    """A line as the expected files write it."""
    printed = {"amount": f"{line.amount:.2f}", "places": "" if line.places is None else str(line.places)}
    return {**{column: str(getattr(line, column) or "") for column in columns}, **printed}


def told(row: dict[str, str]) -> str:
    return " · ".join(value for value in row.values() if value)


def differences(expected: list[dict[str, str]], found: list[dict[str, str]], key: tuple[str, ...]) -> str:
    """Missing, extra and changed rows as a text, empty where there are none. Rows of one `key` are matched in order."""
    wanted, given = defaultdict(list), defaultdict(list)
    for rows_, by_key in ((expected, wanted), (found, given)):
        for row in rows_:
            by_key[tuple(row[column] for column in key)].append(row)
    missing = [row for k, rows_ in wanted.items() for row in rows_[len(given[k]) :]]
    extra = [row for k, rows_ in given.items() for row in rows_[len(wanted[k]) :]]
    changed = [
        f"{told({c: row[c] for c in key})}: "
        + ", ".join(f"{c} « {row[c]} » read as « {other[c]} »" for c in row if row[c] != other[c])
        for k, rows_ in wanted.items()
        for row, other in zip(rows_, given[k], strict=False)
        if row != other
    ]
    parts = [("missing", [told(row) for row in missing]), ("extra", [told(row) for row in extra]), ("changed", changed)]
    return "\n".join(
        f"{len(texts)} {kind} of {len(expected)}:\n  " + "\n  ".join(texts[:SHOWN]) for kind, texts in parts if texts
    )


@pytest.mark.parametrize("name", EVERY)
def test_lines_are_the_printed_rows(name):
    expected = rows(DATA / f"{name}.lines.csv")
    found = [as_row(line, list(expected[0])) for line in reading(name).lines]

    difference = differences(expected, found, ("operator", "year", "amount"))

    assert not difference, difference


@pytest.mark.parametrize("name", EVERY)
def test_stated_totals_are_found_and_checked(name):
    expected = rows(DATA / f"{name}.totals.csv")
    found = [
        {
            "where": check.total.where,
            "year": str(check.total.year or ""),
            "amount": f"{check.total.amount:.2f}",
            "status": check.status,
            "difference": "" if check.difference is None else f"{check.difference:.2f}",
        }
        for check in reading(name).checks
        if check.total.where != "report"  # what a report repeats is no promise of the act
    ]

    difference = differences(expected, found, ("where", "amount"))

    assert not difference, difference


@pytest.mark.parametrize("name", EVERY)
def test_every_total_has_its_check(name):
    assert [check.total for check in reading(name).checks] == list(reading(name).totals)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_act_says_who_decided_what_and_when(name):
    expected = json.loads((DATA / "samples" / f"{name}.act.json").read_text(encoding="utf-8"))
    act = reading(f"samples/{name}").deliberation
    plain = {key for key, value in expected.items() if isinstance(value, str)}

    found = {key: getattr(act, key) for key in plain}
    found = {key: value.isoformat() if isinstance(value, date) else value or "" for key, value in found.items()}

    assert found == {key: expected[key] for key in plain}


@pytest.mark.parametrize("name", SAMPLES)
def test_votes_are_counted_as_printed(name):
    expected = json.loads((DATA / "samples" / f"{name}.act.json").read_text(encoding="utf-8"))["votes"]
    found = [asdict(vote) for vote in reading(f"samples/{name}").deliberation.votes]

    assert len(found) == len(expected)
    for vote, wanted in zip(found, expected, strict=True):
        assert {key: vote[key] for key in wanted} == {**wanted, "articles": tuple(wanted["articles"])}


@pytest.mark.parametrize("name", SAMPLES)
def test_members_who_stand_aside_are_named_with_their_function(name):
    expected = json.loads((DATA / "samples" / f"{name}.act.json").read_text(encoding="utf-8"))["recusals"]
    wanted = [{**one, "articles": " ".join(map(str, one["articles"]))} for one in expected]
    found = [
        {
            "person": one.person,
            "function": one.function,
            "organisation": one.organisation,
            "articles": " ".join(map(str, one.articles)),
        }
        for one in reading(f"samples/{name}").deliberation.recusals
    ]

    difference = differences(wanted, found, ("person", "organisation", "articles"))

    assert not difference, difference


@pytest.mark.parametrize("name", EVERY)
def test_every_line_shows_where_it_is_printed(name):
    for line in reading(name).lines:
        x0, y0, x1, y1 = line.source.box
        assert 1 <= line.source.page <= len(reading(name).document.pages)
        assert 0 <= x0 < x1 <= 1
        assert 0 <= y0 < y1 <= 1


@pytest.mark.parametrize("name", [name for name in EVERY if name not in LONG])
def test_the_second_engine_gives_the_same_lines(name):
    other = pipeline.read(DATA / f"{name}.pdf", engine="pdfplumber")
    columns = ["operator", "year", "amount", "programme", "subprogramme", "territory", "action"]
    expected = [as_row(line, columns) for line in reading(name).lines]

    difference = differences(expected, [as_row(line, columns) for line in other.lines], ("operator", "year", "amount"))

    assert not difference, difference


@pytest.mark.parametrize("name", ["empty", "encrypted", "image-only", "no-page", "not-a-pdf", "truncated"])
def test_odd_files_are_refused_with_a_sentence_that_names_them(name):
    with pytest.raises(ReadingError, match=f"^{name}.pdf\u202f: .+\\.$"):
        pipeline.read(DATA / "odd" / f"{name}.pdf")


def test_an_act_without_a_grant_is_refused_as_such():
    with pytest.raises(NoGrantError, match="aucune subvention"):
        pipeline.read(DATA / "odd" / "no-grant.pdf")
