"""What staff ask of the queue: a file once, again, no more."""

from hashlib import sha256

import pytest
from django.contrib.auth.models import User
from django_tasks_db.models import DBTaskResult

from ingest.desk.queue import jobs
from ingest.models import Job
from tests.builders import a_deliberation
from tests.ingest.jobs import PDF, a_job, stored_files

pytestmark = pytest.mark.django_db
State = Job.State


def test_ask_writes_the_file_the_job_and_its_task(settings):
    job = a_job()

    assert job.upload.read() == PDF
    job.upload.close()
    assert stored_files(settings) == [f"depots/{sha256(PDF).hexdigest()}-{job.pk}.pdf"]
    task = DBTaskResult.objects.get()
    assert (task.args_kwargs["args"], Job.objects.get().task) == ([job.pk], task.pk)


def test_ask_gives_the_job_that_holds_the_same_bytes(settings):
    first = a_job()

    assert a_job(name="autre nom.pdf").pk == first.pk
    assert Job.objects.count() == len(stored_files(settings)) == DBTaskResult.objects.count() == 1


def test_ask_puts_a_file_back_that_was_lost(settings):
    job = a_job(state=State.FAILED)
    job.upload.storage.delete(job.upload.name)

    again = a_job()

    assert (again.pk, again.state) == (job.pk, State.WAITING)
    with again.file.open() as file:
        assert file.read() == PDF


def test_ask_at_the_same_moment_gives_one_job_and_one_file(settings, monkeypatch):
    """As for two uploads that both looked before either wrote: the database refuses the second job."""
    first = a_job()
    looked = Job.objects.none()
    monkeypatch.setattr(Job.objects, "filter", lambda **asked: monkeypatch.undo() or looked)

    second = a_job()

    assert second.pk == first.pk
    assert Job.objects.count() == len(stored_files(settings)) == DBTaskResult.objects.count() == 1


def test_ask_keeps_no_file_where_the_task_cannot_be_written(settings, monkeypatch):
    def broken(pk):
        raise OSError("disk full")

    monkeypatch.setattr(jobs, "enqueue", broken)

    with pytest.raises(OSError, match="disk full"):
        a_job()

    assert not Job.objects.exists()
    assert stored_files(settings) == []


def test_ask_again_reads_the_file_of_the_act():
    act, agent = a_deliberation(content=PDF), User.objects.create_user("agent")

    job = jobs.ask_again(act, agent)

    assert (job.replaces, job.author, job.name, job.upload.name) == (act, agent, act.source_name, "")
    with job.file.open() as file:
        assert file.read() == PDF
    assert jobs.ask_again(act, agent) == job


def test_retry_begins_again_as_asked_now():
    job = a_job(state=State.FAILED, attempts=3, message="Non lue.", trace="…")

    assert jobs.retry(job, department="62")

    job.refresh_from_db()
    assert (job.state, job.attempts, job.message, job.trace, job.department) == (State.WAITING, 0, "", "", "62")
    assert DBTaskResult.objects.count() == 2


@pytest.mark.parametrize("state", [State.WAITING, State.READING, State.READ])
def test_retry_is_for_what_failed_or_was_cancelled(state):
    assert not jobs.retry(a_job(state=state))


def test_retry_of_a_file_that_came_again_meanwhile_is_refused():
    old = a_job(state=State.FAILED)
    Job.objects.filter(pk=old.pk).update(upload="")
    a_job()

    assert not jobs.retry(old)
    assert Job.objects.live().count() == 1


@pytest.mark.parametrize(
    ("state", "stopped"), [(State.WAITING, True), (State.READING, True), (State.READ, False), (State.FAILED, False)]
)
def test_cancel_stops_what_has_not_ended(state, stopped):
    job = a_job(state=state)

    assert jobs.cancel(job) is stopped

    job.refresh_from_db()
    assert job.state == (State.CANCELLED if stopped else state)


def test_forget_deletes_the_job_and_its_file(settings, django_capture_on_commit_callbacks):
    job = a_job(content=PDF, state=State.FAILED)

    with django_capture_on_commit_callbacks(execute=True):
        assert jobs.forget(job)

    assert not Job.objects.exists()
    assert stored_files(settings) == []


def test_forget_leaves_what_is_under_way(settings):
    assert not jobs.forget(a_job(state=State.READING))
    assert Job.objects.count() == len(stored_files(settings)) == 1
