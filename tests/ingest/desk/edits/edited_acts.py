"""An act to correct, and all that a gesture may change in it."""

from django.contrib.auth.models import User

from grants.models import Check, Deliberation, LineEdit
from ingest import store
from ingest.reader.reconcile import reconcile
from ingest.reader.records import Box, Reading
from tests.ingest.readings import FILE, a_reading, a_record, a_total_record

BOX = Box(0.1, 0.085, 0.9, 0.089)


def an_agent() -> User:
    return User.objects.get_or_create(username="agent")[0]


def an_act(*records, **fields) -> Deliberation:
    """An act with three rows of 100, 200 and 300 €, and a total of 700 € that adds them up."""
    report = store.save(the_reading(*records, **fields), file=FILE)
    return Deliberation.objects.get(pk=report.deliberation_id)


def the_reading(*records, **fields) -> Reading:
    """What `an_act` stores."""
    records = records or tuple(a_record(n, f"Opérateur {n}", f"{n}00.00") for n in (1, 2, 3))
    total = a_total_record("700.00", lines=tuple(dict.fromkeys(record.line for record in records)))
    return a_reading(*records, totals=(total,), checks=reconcile(records, [total]), **fields)


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


def the_check() -> Check:
    return Check.objects.get()
