"""Checks computed again from the stored lines: the rules of the reader, the words of staff kept while they hold."""

from decimal import Decimal
from pathlib import Path

import pytest

from grants.models import Check, Deliberation
from ingest import store
from ingest.desk.edits import correct, undo
from ingest.desk.rechecks import recheck
from ingest.reader.pipeline import read
from ingest.reader.reconcile import NO_LINES
from ingest.store.explanations import acknowledge
from ingest.store.lines.changes import amend
from ingest.store.lines.drafts import draft_of
from tests.builders import a_check, a_deliberation, a_line, a_total
from tests.ingest.desk.edits.edited_acts import an_agent, last_batch

pytestmark = pytest.mark.django_db
SAMPLES = sorted((Path(__file__).parents[2] / "data" / "samples").glob("*.pdf"))


def rechecked(**fields) -> Check:
    """A total of 25 000 € of 2023 over the lines 1 and 2 of 12 500 € each, checked again."""
    act = fields.pop("deliberation", None) or a_deliberation()
    a_line(deliberation=act, line=1)
    a_line(deliberation=act, line=2)
    values = {"amount": "25000", "line_numbers": [1, 2]} | fields
    check = a_check(total=a_total(deliberation=act, **values), computed=None, note=NO_LINES)
    recheck(act)
    check.refresh_from_db()
    return check


def test_equal_sum_is_equal_and_the_note_that_said_otherwise_goes():
    check = rechecked()

    assert (check.status, check.computed_cents, check.difference_cents, check.note) == ("equal", 25_000_00, 0, "")


def test_difference_is_computed_minus_stated():
    check = rechecked(amount="26000")

    assert (check.status, check.difference_cents) == ("different", -1_000_00)


@pytest.mark.parametrize(("stated", "precision", "status"), [("25000.40", 100, "rounded"), ("25001", 100, "different")])
def test_sum_is_compared_at_the_printed_precision(stated, precision, status):
    assert rechecked(amount=stated, precision_cents=precision).status == status


def test_total_of_a_year_adds_up_its_lines_and_those_without_year():
    act = a_deliberation()
    a_line(deliberation=act, line=3, year=2022)
    a_line(deliberation=act, line=4, year=None)

    assert rechecked(deliberation=act, amount="37500", line_numbers=[1, 2, 3, 4]).status == "equal"


def test_total_without_year_adds_up_all():
    act = a_deliberation()
    a_line(deliberation=act, line=3, year=2022)

    assert rechecked(deliberation=act, amount="37500", year=None, line_numbers=[1, 2, 3]).status == "equal"


@pytest.mark.parametrize("told", [{"line_numbers": []}, {"line_numbers": [7]}, {"year": 1999}])
def test_total_whose_lines_are_not_known_stays_not_comparable(told):
    check = rechecked(**told)

    assert (check.status, check.computed_cents, check.note) == ("not comparable", None, NO_LINES)


def test_note_on_how_lines_were_found_stays():
    act = a_deliberation()
    a_line(deliberation=act, line=1)
    check = a_check(total=a_total(deliberation=act, line_numbers=[1]), note="rapproché par le montant seul")
    a_line(deliberation=act, line=2)

    correct(act.lines.get(line=1), an_agent(), year=2022)
    assert Check.objects.get().status == "not comparable"
    undo(last_batch(), an_agent())

    check.refresh_from_db()
    assert (check.status, check.note) == ("equal", "rapproché par le montant seul")


def test_word_stays_while_the_difference_is_the_same_and_goes_when_it_changes():
    check = rechecked(amount="26000")
    act = check.total.deliberation
    acknowledge(check, an_agent(), "une avance y est comptée")

    correct(act.lines.get(line=1), an_agent(), operator="Autre")
    check.refresh_from_db()
    assert (check.acknowledgement, check.acknowledged_by) == ("une avance y est comptée", an_agent())

    correct(act.lines.get(line=1), an_agent(), amount=Decimal("1.00"))
    check.refresh_from_db()
    assert (check.acknowledgement, check.acknowledged_by, check.acknowledged_at) == ("", None, None)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_act_as_read_is_checked_the_same_again_and_its_lines_build_the_same(path):
    store.save(read(path), file=path)
    act = Deliberation.objects.get()

    assert act.stated_totals.exists()
    assert recheck(act) == []
    assert not amend(act, map(draft_of, act.lines.select_related("department")))
