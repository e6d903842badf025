"""One job read: to a draft, to an act that is here already, to a sentence that says why not; nothing by halves."""

from functools import partial

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.db import OperationalError
from django.utils import timezone

from grants.models import Deliberation, GrantLine
from ingest import store
from ingest.desk.queue import jobs, reading
from ingest.models import ColumnProfile, Job, KeptReading, PendingReading
from ingest.processes import isolation
from ingest.reader.machine.progress import SCANS, Progress
from ingest.tasks import read_job
from tests.builders import a_deliberation
from tests.ingest.jobs import PDF, a_job, stored_files
from tests.ingest.readings import a_reading, an_act

pytestmark = pytest.mark.django_db
State = Job.State


@pytest.fixture
def reader(monkeypatch):
    """A reader that finds one line in any file, without opening it; what its `watch` raises goes through."""
    told = {"number": "2023/114", "department": "Nord", "progress": []}

    def read(path, watch, **known):
        told["known"] = known
        for progress in told["progress"]:
            watch(progress)
        act = an_act(number=told["number"], department=told["department"])
        return a_reading(file=path.read_bytes(), name=path.name, act=act)

    monkeypatch.setattr(isolation, "read", read)
    return told


def read(job: Job) -> Job:
    read_job.call(job.pk)
    job.refresh_from_db()
    return job


def test_profiles_of_columns_reach_the_reader(reader):
    act = a_deliberation(published=False)
    a_profile = {"department": act.department, "signature": [], "headers": [], "kinds": [], "years": []}
    for key, of_act in (("all", None), ("alone", act)):
        ColumnProfile.objects.create(**a_profile, key=key, deliberation=of_act, at=timezone.now())

    read(a_job(department="59"))
    assert (len(reader["known"]["profiles"]), reader["known"]["department"]) == (1, "59")

    read(a_job(content=b"%PDF another", replaces=act))
    assert len(reader["known"]["profiles"]) == 2


def test_a_new_act_becomes_a_draft_and_takes_the_file_over(reader, settings, django_capture_on_commit_callbacks):
    agent = User.objects.create_user("agent")

    with django_capture_on_commit_callbacks(execute=True):
        job = read(a_job(author=agent))

    act = Deliberation.objects.get()
    assert (job.state, job.deliberation, job.upload.name) == (State.READ, act, "")
    assert act.status == Deliberation.Status.DRAFT
    assert act.source_name == job.name
    with act.source.open() as source:
        assert source.read() == PDF
    assert stored_files(settings) == [act.source.name]
    assert GrantLine.objects.get().amount == 12_500
    entry = LogEntry.objects.get()
    assert (entry.user, entry.is_addition(), entry.object_id) == (agent, True, str(act.pk))
    assert KeptReading.objects.get().author == agent


def test_an_act_that_is_here_in_another_file_is_not_replaced_but_compared(
    reader, settings, django_capture_on_commit_callbacks
):
    agent = User.objects.create_user("agent")
    with django_capture_on_commit_callbacks(execute=True):
        first = read(a_job()).deliberation
        job = read(a_job(content=b"%PDF-1.7 another version", author=agent))

    pending = PendingReading.objects.get()
    assert (job.state, job.deliberation, job.upload.name) == (State.READ, first, "")
    assert "rien n’est remplacé" in job.message
    assert Deliberation.objects.get().sha256 == first.sha256
    assert (pending.deliberation, pending.author, pending.sha256) == (first, agent, job.sha256)
    assert stored_files(settings) == sorted([first.source.name, pending.source])


def test_an_act_asked_to_be_read_again_is_compared_whatever_number_is_read(reader, settings):
    act = read(a_job()).deliberation
    act.number = "DIPLE/2023/999"
    act.save()

    job = read(jobs.ask_again(act, None))

    assert (job.state, job.deliberation) == (State.READ, act)
    assert PendingReading.objects.get().deliberation == act
    assert Deliberation.objects.count() == 1


def test_the_file_of_another_act_given_for_this_one_is_refused(reader):
    act, other = read(a_job()).deliberation, a_deliberation(published=False, content=b"%PDF other")

    job = read(a_job(content=b"%PDF other", replaces=act))

    assert job.state == State.FAILED
    assert str(other) in job.message
    assert not PendingReading.objects.exists()


def test_the_departement_that_staff_name_serves_where_the_act_names_none(reader):
    reader["department"] = ""

    refused = read(a_job())
    jobs.retry(refused, department="62")
    job = read(refused)

    assert job.state == State.READ
    assert job.deliberation.department_id == "62"


def test_what_the_reader_says_of_a_file_is_said_of_the_job_and_the_file_stays(monkeypatch, settings):
    monkeypatch.setattr(isolation, "read", partial(isolation.read, reader="tests.ingest.unruly_readers:encrypted"))

    job = read(a_job())

    assert (job.state, job.message) == (
        State.FAILED,
        "délibération 12.pdf\u202f: le fichier PDF est protégé par un mot de passe.",
    )
    assert stored_files(settings) == [job.upload.name]


def test_a_mistake_of_the_reader_keeps_its_trace_for_administrators(monkeypatch):
    monkeypatch.setattr(isolation, "read", partial(isolation.read, reader="tests.ingest.unruly_readers:mistaken"))

    job = read(a_job())

    assert "erreur imprévue" in job.message
    assert "unruly_readers.py" in job.trace


def test_a_mistake_of_ours_is_a_sentence_and_no_half_act(reader, monkeypatch, settings):
    def broken(*arguments, **options):
        raise ZeroDivisionError

    monkeypatch.setattr(store.acts.kept, "keep", broken)

    job = read(a_job())

    assert job.state == State.FAILED
    assert "erreur imprévue" in job.message
    assert "ZeroDivisionError" in job.trace
    assert not Deliberation.objects.exists()
    assert stored_files(settings) == [job.upload.name]


def test_a_file_that_is_lost_is_said(reader):
    job = a_job()
    job.upload.storage.delete(job.upload.name)

    assert "introuvable" in read(job).message


def test_a_job_cancelled_while_it_is_read_saves_nothing(reader, monkeypatch):
    job = a_job()
    monkeypatch.setattr(isolation, "WATCH_SECONDS", 0)
    monkeypatch.setattr(isolation, "read", lambda path, watch, **known: jobs.cancel(job) and watch(None))

    assert read(job).state == State.CANCELLED
    assert not Deliberation.objects.exists()


def test_a_job_cancelled_after_it_is_read_saves_nothing(reader, monkeypatch):
    job, real = a_job(), isolation.read
    monkeypatch.setattr(isolation, "read", lambda path, watch, **known: (real(path, watch), jobs.cancel(job))[0])

    assert read(job).state == State.CANCELLED
    assert not Deliberation.objects.exists()


def test_cancelling_kills_the_process_that_reads(monkeypatch):
    job = a_job()
    children = []
    start = isolation._start
    monkeypatch.setattr(isolation, "_start", lambda task: children.append(start(task)) or children[0])
    monkeypatch.setattr(isolation, "read", partial(isolation.read, reader="tests.ingest.unruly_readers:sleeping"))
    monkeypatch.setattr(reading.claims, "require", lambda held: jobs.cancel(job) and require(held))
    require = reading.claims.require

    assert read(job).state == State.CANCELLED
    assert children[0].poll() is not None


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
def test_a_worker_that_is_stopped_gives_the_job_back(monkeypatch, stop):
    def stopped(path, watch, **known):
        raise stop

    job = a_job()
    monkeypatch.setattr(isolation, "read", stopped)

    with pytest.raises(stop):
        read_job.call(job.pk)

    job.refresh_from_db()
    assert (job.state, job.attempts) == (State.WAITING, 0)


def test_a_database_that_is_away_for_a_moment_stops_no_reading(reader, monkeypatch):
    beats = []

    def away(held):
        beats.append(held)
        raise OperationalError("database is locked")

    monkeypatch.setattr(reading.connection, "close", lambda: None)
    monkeypatch.setattr(reading.claims, "require", away)
    monkeypatch.setattr(isolation, "WATCH_SECONDS", 0)
    reader["progress"] = [None, None]

    assert read(a_job()).state == State.READ
    assert len(beats) == 2


def test_a_job_that_another_worker_reads_is_left_alone(reader):
    job = a_job(state=State.READING)

    assert read(job).state == State.READING
    assert not Deliberation.objects.exists()


def test_progress_is_written_no_more_than_a_page_can_show(reader, monkeypatch):
    written = []
    beat = reading.claims.beat
    monkeypatch.setattr(reading.claims, "beat", lambda held, *told: written.extend(told) or beat(held, *told))
    reader["progress"] = [Progress(SCANS, page, 500) for page in range(500)]

    read(a_job())

    assert 1 <= len(written) < 50
    assert written[-1] == reading.SAVING
