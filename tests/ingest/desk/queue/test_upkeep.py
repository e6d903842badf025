"""What workers do for each other: jobs of the dead taken up again or given up, lost tasks made anew."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from ingest.desk.queue import upkeep
from ingest.models import Job
from tests.ingest.jobs import a_job

pytestmark = pytest.mark.django_db
State = Job.State


def long_ago():
    return timezone.now() - timedelta(hours=1)


def ready_tasks() -> int:
    return DBTaskResult.objects.ready().count()


def test_the_job_of_a_dead_worker_waits_again_with_a_task():
    job = a_job(state=State.READING, heartbeat=long_ago())
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING, started_at=long_ago())

    assert upkeep.take_up() == 1

    job.refresh_from_db()
    assert (job.state, job.worker) == (State.WAITING, "")
    assert ready_tasks() == 1
    assert upkeep.take_up() == 0
    assert ready_tasks() == 1


def test_the_job_of_a_worker_that_lives_is_left_to_it():
    job = a_job(state=State.READING)

    assert upkeep.take_up() == 0

    job.refresh_from_db()
    assert (job.state, job.worker) == (State.READING, "another worker")


def test_a_file_that_kills_its_workers_is_given_up_with_a_sentence():
    job = a_job(state=State.READING, heartbeat=long_ago(), attempts=upkeep.MOST_ATTEMPTS)

    assert upkeep.take_up() == 0

    job.refresh_from_db()
    assert job.state == State.FAILED
    assert "interrompue 3 fois" in job.message
    assert "Le fichier est gardé" in job.message


@pytest.mark.parametrize("status", [TaskResultStatus.RUNNING, TaskResultStatus.FAILED, None])
def test_a_waiting_job_whose_task_is_lost_gets_another(status):
    a_job()
    if status:
        DBTaskResult.objects.update(status=status, started_at=long_ago())
    else:
        DBTaskResult.objects.all().delete()

    upkeep.take_up()
    upkeep.take_up()

    assert ready_tasks() == 1


def test_a_waiting_job_whose_task_has_just_been_taken_keeps_it():
    a_job()
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING, started_at=timezone.now())

    upkeep.take_up()

    assert ready_tasks() == 0


def test_what_tasks_leave_is_forgotten_after_a_week():
    a_job()
    a_job(content=b"%PDF another")
    done, waiting = DBTaskResult.objects.all()
    DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(days=8))
    DBTaskResult.objects.filter(pk=done.pk).update(status=TaskResultStatus.SUCCESSFUL)

    upkeep.forget_tasks()

    assert DBTaskResult.objects.get() == waiting
