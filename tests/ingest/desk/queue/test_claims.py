"""The claim on a job: one worker holds it, and nobody saves without it."""

import pytest

from ingest.desk.queue import claims, jobs
from ingest.models import Job
from ingest.reader.machine.progress import SCANS, Progress
from tests.builders import a_deliberation
from tests.ingest.jobs import a_job

pytestmark = pytest.mark.django_db
State = Job.State


def test_claim_is_given_to_one_worker_alone():
    job = a_job()

    assert claims.claim(job.pk)
    assert claims.claim(job.pk) is None
    assert Job.objects.get().attempts == 1


@pytest.mark.parametrize(
    "state", [State.READING, State.READ, State.FAILED, State.CANCELLED, State.SEVERAL, State.CUT, State.EMPTY]
)
def test_claim_is_refused_where_the_job_does_not_wait(state):
    assert claims.claim(a_job(state=state).pk) is None


def test_beat_notes_how_far_the_reading_is():
    held = claims.claim(a_job().pk)

    claims.beat(held, Progress(SCANS, 3, 12))

    job = Job.objects.get()
    assert (job.step, job.step_done, job.step_total) == ("scans", 3, 12)
    assert not job.is_stale


def test_a_worker_that_lost_its_claim_changes_nothing():
    job = a_job()
    lost = claims.claim(job.pk)
    jobs.cancel(job)
    jobs.retry(job)
    again = claims.claim(job.pk)

    for attempt in (
        lambda: claims.require(lost),
        lambda: claims.beat(lost, Progress(SCANS, 9, 9)),
        lambda: claims.finish(lost, a_deliberation(), "Lue."),
        lambda: claims.fail(lost, "Non lue."),
    ):
        with pytest.raises(claims.ClaimLostError):
            attempt()
    claims.give_back(lost, lambda pk: pytest.fail("nothing to hand out"))

    job.refresh_from_db()
    assert (job.state, job.worker, job.step) == (State.READING, again.token, "")


def test_give_back_counts_no_attempt_and_hands_the_job_out_again():
    job, handed = a_job(), []

    claims.give_back(claims.claim(job.pk), handed.append)

    job.refresh_from_db()
    assert (job.state, job.attempts, job.worker, handed) == (State.WAITING, 0, "", [job.pk])
