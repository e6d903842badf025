"""`manage.py worker`, run until the queue is empty."""

import logging
import signal
from contextlib import nullcontext

import pytest
from django.core.management import call_command
from django.db import InternalError
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from grants.models import Deliberation, Operator
from grants.operators import duplicates
from ingest.models import Job
from ingest.processes import isolation
from tests.ingest.desk.queue.test_upkeep import long_ago
from tests.ingest.jobs import a_job
from tests.ingest.readings import a_reading, an_act

pytestmark = pytest.mark.django_db(transaction=True)  # a worker closes its connections


@pytest.fixture(autouse=True)
def signals():
    """The worker's own ways of stopping are not those of the tests."""
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)
    logging.getLogger("django_tasks").disabled = False


def read(path, watch, **known):
    content = path.read_bytes()
    return a_reading(file=content, name=path.name, act=an_act(number=f"2023/{len(content)}"))


def test_worker_reads_all_that_waits_and_what_a_dead_one_left(monkeypatch):
    monkeypatch.setattr(isolation, "read", read)
    a_job(content=b"%PDF 1")
    a_job(content=b"%PDF 22")
    a_job(content=b"%PDF 333", state=Job.State.READING, heartbeat=long_ago())
    DBTaskResult.objects.order_by("-enqueued_at").filter(pk=Job.objects.first().task).update(
        status=TaskResultStatus.RUNNING, started_at=long_ago()
    )

    call_command("worker", batch=True, verbosity=0)

    assert set(Job.objects.values_list("state", flat=True)) == {Job.State.READ}
    assert Deliberation.objects.count() == 3
    assert not DBTaskResult.objects.ready().exists()
    assert Operator.objects.exists()
    assert duplicates.waiting() == 0  # the operators that came were compared with the others


def test_worker_that_is_stopped_gives_its_file_back_and_reports_no_failure(monkeypatch, caplog):
    monkeypatch.setattr(isolation, "read", lambda *args, **known: signal.raise_signal(signal.SIGTERM))
    a_job(content=b"%PDF 1")

    call_command("worker", batch=True, verbosity=0)

    assert not Deliberation.objects.exists()
    assert set(Job.objects.values_list("state", flat=True)) == {Job.State.WAITING}
    assert [record.message for record in caplog.records if record.exc_info] == []


@pytest.mark.parametrize("stopped", [True, False])
def test_worker_stopped_in_a_query_ends_well_and_one_that_goes_on_does_not(monkeypatch, stopped):
    """PostgreSQL refuses what follows a query that was cut short."""

    def cut_short():
        if stopped:
            with pytest.raises(SystemExit):
                signal.raise_signal(signal.SIGTERM)
        raise InternalError("current transaction is aborted")

    monkeypatch.setattr(duplicates, "search_again", cut_short)

    with nullcontext() if stopped else pytest.raises(InternalError):
        call_command("worker", batch=True, verbosity=0)
