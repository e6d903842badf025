"""The corrections of staff: each gesture, what follows it, and how it is taken back."""

from decimal import Decimal

import pytest
from django.contrib.auth.models import User

from grants.models import Check, Deliberation, LineEdit
from ingest import store
from ingest.desk.edits import (
    correct,
    undo,
)
from ingest.reader.records import Box
from tests.ingest.readings import (
    FILE,
    a_check_record,
    a_reading,
    a_record,
    a_total_record,
)

pytestmark = pytest.mark.django_db
BOX = Box(0.1, 0.085, 0.9, 0.089)


def an_agent() -> User:
    return User.objects.get_or_create(username="agent")[0]


def an_act(*records, **fields) -> Deliberation:
    """An act with three rows of 100, 200 and 300 €, and a total of 700 € that adds them up."""
    records = records or tuple(a_record(n, f"Opérateur {n}", f"{n}00.00") for n in (1, 2, 3))
    total = a_total_record("700.00", lines=tuple(dict.fromkeys(record.line for record in records)))
    computed = str(sum(record.amount for record in records))
    reading = a_reading(*records, totals=(total,), checks=(a_check_record(total, computed),), **fields)
    report = store.save(reading, file=FILE)
    return Deliberation.objects.get(pk=report.deliberation_id)


def state(act: Deliberation):
    """All that a gesture may change, ids and dates included."""
    checks = Check.objects.filter(total__deliberation=act).order_by("total__position")
    return (
        list(act.lines.order_by("pk").values()),
        list(checks.values("pk", "status", "computed_cents", "difference_cents", "note")),
        list(act.stated_totals.order_by("pk").values()),
        list(act.leftovers.order_by("pk").values()),
        list(act.gone_lines.order_by("pk").values()),
        Deliberation.objects.filter(pk=act.pk).values().get(),
    )


def last_batch():
    return LineEdit.objects.last().batch


def a_check() -> Check:
    return Check.objects.get()


# ---- a value -----------------------------------------------------------------------------------------------------


def test_corrected_amount_closes_the_check_and_keeps_what_was_read():
    act = an_act()
    line = act.lines.get(line=3)

    line = correct(line, an_agent(), word="lu 300 pour 400", amount=Decimal("400.00"))

    assert (line.amount_cents, line.amount_text, line.as_read) == (400_00, "300.00 €", {"amount": "300.00"})
    assert line.corrected_at is not None
    assert (a_check().status, a_check().difference_cents) == ("equal", 0)
    edit = LineEdit.objects.get()
    assert (edit.kind, edit.field, edit.before, edit.after, edit.word) == (
        "corrected",
        "amount",
        "300.00",
        "400.00",
        "lu 300 pour 400",
    )


def test_undo_is_exact():
    act = an_act()
    before = state(act)
    correct(act.lines.get(line=3), an_agent(), amount=Decimal("400.00"), operator="Autre", year=2024)

    undo(last_batch(), an_agent())

    assert state(act) == before
    assert LineEdit.objects.in_force().count() == 0
