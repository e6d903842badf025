"""Real deliberations as scans: an image alone, and an image under a poor layer of text, against rows checked by hand.

One test a document: each is recognised once, the longest work of the whole suite. Of the longer one, pages that grant
nothing and are like others that stay are left out; with their text, all are read in `test_lines_score.py`.
"""

import csv
import importlib.util
import json
import re
from decimal import Decimal

import pytest

from ingest.reader.output import LINE_COLUMNS, line_records, write_csv
from ingest.reader.pipeline import read
from ingest.reader.scanning.scanned_pages import RECOGNISED, RULES_ONLY
from portal.french import fold
from tests.conftest import CORPUS
from tests.excerpts import excerpt_of

pytestmark = [pytest.mark.corpus, pytest.mark.long]

# 0–1. Under this, the desk shows a line as doubtful.
SURE = 0.9
# Share of the amounts that may be wrong without being marked as doubtful.
UNMARKED = 0.003
# Of the image alone: what is decided, the reports that state sums, the whole list of grants, and a few pages of each
# kind that grants nothing: accounts of the year before, models of conventions and of amendments, the end of the report.
OF_IMAGES = (*range(1, 9), *range(15, 49), 51, 58, 69, 81, *range(82, 86))


def scores(reading, name, folder):
    """What score.py says of a reading, and the pairs of lines (expected, found) that it aligned."""
    spec = importlib.util.spec_from_file_location("score", CORPUS / "score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    found = folder / f"{name}.csv"
    with found.open("w", encoding="utf-8", newline="") as file:
        write_csv(line_records(reading.lines), LINE_COLUMNS, file)
    result, pairs, _, _ = score.score(score.read(CORPUS / "expected" / f"{name}.lines.csv"), score.read(found))
    return result, pairs


def wrong_and_unmarked(reading, pairs):
    """The amounts that differ from those printed on lines without a note and thought sure."""
    sure = {
        (str(line.line), str(line.year), line.amount)
        for line in reading.lines
        if line.certainty >= SURE and not line.notes
    }
    return [
        (line.number, year, amount)
        for expected, line in pairs
        for year, amount in line.amounts.items()
        if expected.amounts.get(year) != amount and (line.number, year, amount) in sure
    ]


def expected_act(name):
    return json.loads((CORPUS / "expected" / f"{name}.meta.json").read_text(encoding="utf-8"))


def recused(recusals):
    """Persons who stand aside, by their last names, for letters of first names are read less well."""
    return {fold(re.split(r"\s+", person)[-1]) for person in recusals}


def test_image_only_scan_is_read_as_its_text_would_be(tmp_path):
    name = "pdc-2025-237"
    reading = read(excerpt_of(CORPUS / "pdf" / f"{name}.scan.pdf", OF_IMAGES, tmp_path))
    result, pairs = scores(reading, name, tmp_path)
    assert result["lines"] >= 0.98
    assert result["amounts"] >= 0.97
    assert result["operator"]["folded"] >= 0.93
    assert len(wrong_and_unmarked(reading, pairs)) <= UNMARKED * len(reading.lines)
    assert all(page.notes == (RECOGNISED,) for page in reading.document.pages)

    act, printed = reading.deliberation, expected_act(name)
    assert (act.department, act.body, act.number) == (printed["department"], printed["body"], printed["number"])
    assert act.session_date.isoformat() == printed["session_date"]
    votes = [(vote.votes_for, vote.against, vote.abstentions, tuple(vote.articles)) for vote in act.votes]
    assert votes == [
        (group["for"], group["against"], group["abstentions"], tuple(group["articles"]))
        for group in printed["vote"]["groups"]
    ]
    people = recused(one["person"] for one in printed["recusals"])
    assert len(people & recused(one.person for one in act.recusals)) >= 0.9 * len(people)


def test_layer_of_text_is_kept_where_it_is_good_and_replaced_where_it_is_not(tmp_path):
    name = "nord-2022-273"
    reading = read(CORPUS / "pdf" / f"{name}.ocr-layer.pdf")
    result, pairs = scores(reading, name, tmp_path)
    assert result["lines"] >= 0.99
    assert result["amounts"] >= 0.99
    assert result["operator"]["folded"] >= 0.95
    assert len(wrong_and_unmarked(reading, pairs)) <= UNMARKED * len(reading.lines)

    # Pages 4 to 24 hold the table, whose layer is garbage; the prose around it was recognised well, but for page 37,
    # of which a line that stands on the image is missing.
    kept = [page.number for page in reading.document.pages if RULES_ONLY in page.notes]
    assert kept == [1, 2, 3, *range(25, 37), 38, 39, 40]

    act, printed = reading.deliberation, expected_act(name)
    assert (act.department, act.number) == (printed["department"], printed["number"])
    assert act.session_date.isoformat() == printed["session_date"]
    with (CORPUS / "expected" / f"{name}.lines.csv").open(encoding="utf-8", newline="") as file:
        assert sum(line.amount for line in reading.lines) == sum(Decimal(row["amount"]) for row in csv.DictReader(file))
