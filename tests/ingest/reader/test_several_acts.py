"""A file of several deliberations: each act is read on its own pages, and nothing of one is added to another."""

import json
from pathlib import Path

import pytest

from ingest import extraction
from ingest.reader.errors import SeveralActsError
from ingest.reader.machine.packed_records import pack_records, unpack_records
from ingest.reader.pipeline import read, read_as_one_act, read_for_staff
from tests.bundles import a_bundle, short_acts

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
FIRST, SECOND = SAMPLES / "pdc-2023-259.pdf", SAMPLES / "pdc-2025-237.pdf"


@pytest.fixture(scope="module")
def bundle(tmp_path_factory):
    return a_bundle(tmp_path_factory.mktemp("recueil") / "recueil.pdf", FIRST, SECOND)


@pytest.fixture(scope="module")
def readings(bundle):
    return read(bundle), read(FIRST), read(SECOND)


def _amounts(reading, first=1, last=10_000):
    return [(line.operator, line.amount) for line in reading.lines if first <= line.source.page <= last]


def test_each_act_gives_the_lines_that_it_gives_alone(readings):
    both, one, other = readings
    after = len(one.document.pages) + 1

    assert _amounts(both, last=after - 1) == _amounts(one)
    assert _amounts(both, first=after) == _amounts(other)
    assert [line.line for line in both.lines] == sorted(line.line for line in both.lines)
    assert max(line.line for line in both.lines) == max(line.line for line in one.lines) + max(
        line.line for line in other.lines
    )


def test_totals_add_up_the_lines_of_their_own_act(readings):
    both, one, other = readings

    assert [check.status for check in both.checks] == [check.status for check in (*one.checks, *other.checks)]
    pages = {line.line: line.source.page for line in both.lines}
    limit = len(one.document.pages)
    assert any(check.total.lines for check in both.checks)
    for check in both.checks:
        of_first = check.total.source.page <= limit
        assert all((pages[line] <= limit) == of_first for line in check.total.lines)


def test_each_act_says_what_it_says_of_itself_alone(readings):
    both, one, other = readings

    assert [act.deliberation.number for act in both.acts] == [one.deliberation.number, other.deliberation.number]
    assert [act.deliberation.votes for act in both.acts][1] != both.deliberation.votes
    assert both.deliberation.number == one.deliberation.number
    assert one.acts == ()


def test_a_table_never_goes_on_in_another_act(readings):
    both, one, other = readings
    limit = len(one.document.pages)

    tables = {line.source.table for line in both.lines if line.source.page <= limit and line.source.table}
    assert tables
    assert not tables & {line.source.table for line in both.lines if line.source.page > limit}


def test_the_file_is_said_to_hold_several(bundle, capsys):
    assert extraction.run(extraction.Asked(str(bundle), format="json")) == 0

    found = json.loads(capsys.readouterr().out)
    assert [(act["number"], act["first_page"]) for act in found["acts"]] == [("2023-259", 1), ("2025-237", 7)]
    assert found["notes"][0].startswith(
        "le fichier contient 2 délibérations\u202f: n°\u00a02023-259, pages\u00a01 à 6\u202f; n°\u00a02025-237, pages"
    )


def test_the_stage_of_the_act_lists_each_of_them(bundle, capsys):
    assert extraction.run(extraction.Asked(str(bundle), stage="act", format="json")) == 0

    facts = [(one["fact"], one["value"]) for one in json.loads(capsys.readouterr().out)]
    assert [value for fact, value in facts if fact in ("pages", "number")] == ["1-6", "2023-259", "7-25", "2025-237"]


def test_staff_are_told_before_anything_is_read_of_it(bundle):
    with pytest.raises(SeveralActsError, match="le fichier contient 2 délibérations") as told:
        read_for_staff(bundle)

    assert unpack_records(pack_records(told.value)).acts == told.value.acts
    assert [act.first_page for act in told.value.acts] == [1, 7]


def test_where_one_more_act_may_begin_is_a_leftover_and_never_silence(tmp_path):
    path = short_acts(tmp_path / "seance.pdf", "31-07", "31-08", "31-09", annexes=0, decides_last=False)

    reading = read(path)

    assert [act.number for act in reading.acts] == ["31-07", "31-08"]
    [doubt] = [one for one in reading.leftovers if "une autre délibération commence peut-être ici" in one.reason]
    assert (doubt.text, doubt.source.page) == ("Délibération n° 31-09", 3)
    with pytest.raises(SeveralActsError) as told:
        read_for_staff(path)
    assert told.value.doubtful == (3,)


def test_a_file_that_somebody_says_is_one_act_is_read_as_one(bundle):
    reading = read_as_one_act(bundle)

    assert reading.acts == ()
    assert not any("délibérations" in note for note in reading.notes)
