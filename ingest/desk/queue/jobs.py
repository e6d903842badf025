"""What staff may ask of the queue: read a file, read an act again, stop, begin again, forget.

A job and the task that will read it are written in one transaction: none is ever without the other.
"""

from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from django.contrib.auth.models import User
from django.core.files import File
from django.db import IntegrityError, transaction
from django.utils import timezone

from grants.models import Deliberation
from ingest.desk.files.pruning import forget_files
from ingest.models import Job
from ingest.tasks import enqueue

State = Job.State
AGAIN = (State.FAILED, State.CANCELLED, State.EMPTY)  # ended without an act: may begin again


@dataclass(frozen=True, slots=True)
class Sent:
    """A file as it was sent: its bytes, what it is called, its print, how many pages it has."""

    content: File
    name: str
    sha256: str
    page_count: int


def ask(sent: Sent, *, author: User, department: str = "", replaces: Deliberation | None = None) -> Job:
    """The job that reads this file, kept byte for byte: a new one, or the one that holds the same bytes already.

    Two that ask at the same moment get the same job. One that failed or was cancelled begins again as asked now.
    """
    asked = {"author": author, "department": department, "replaces": replaces}
    earlier = Job.objects.filter(sha256=sent.sha256).exclude(upload="").first()
    if earlier:
        if not earlier.upload.storage.exists(earlier.upload.name):  # lost since: here it is again
            earlier.upload.storage.save(earlier.upload.name, sent.content)
        retry(earlier, **asked)
        earlier.refresh_from_db()
        return earlier
    told = {"name": sent.name, "sha256": sent.sha256, "page_count": sent.page_count}
    job = Job(**told, waiting_since=timezone.now(), **asked)
    try:
        with transaction.atomic():
            job.save(force_insert=True)
            job.upload.save(f"{sent.sha256}-{job.pk}.pdf", sent.content)
            enqueue(job.pk)
    except BaseException as error:
        _delete_upload(job)
        if not isinstance(error, IntegrityError):
            raise
        return Job.objects.filter(sha256=sent.sha256).latest("pk")
    return job


def ask_again(act: Deliberation, author: User) -> Job:
    """The job that reads the file of an act again, to be compared with what is stored."""
    job = Job(
        name=act.source_name,
        sha256=act.sha256,
        page_count=act.page_count,
        author=author,
        replaces=act,
        waiting_since=timezone.now(),
    )
    try:
        with transaction.atomic():
            job.save(force_insert=True)
            enqueue(job.pk)
    except IntegrityError:
        return Job.objects.live().get(sha256=act.sha256)
    return job


def retry(job: Job, **asked) -> bool:
    """Begin a job again that ended without an act, as `asked` (author, department, replaces); False for another."""
    with suppress(IntegrityError), transaction.atomic():
        again = Job.objects.filter(pk=job.pk, state__in=AGAIN).update(
            state=State.WAITING, attempts=0, message="", trace="", ended_at=None, waiting_since=timezone.now(), **asked
        )
        if again:
            enqueue(job.pk)
            return True
    return False


def cancel(job: Job) -> bool:
    """Stop a job: its worker kills the reading at its next look. False where it had ended already."""
    stopped = Job.objects.filter(pk=job.pk).live()
    return bool(stopped.update(state=State.CANCELLED, worker="", message="", ended_at=timezone.now()))


def forget(job: Job) -> bool:
    """Delete a job that has ended, and its file unless an act holds it. False where it has not ended."""
    with transaction.atomic():
        if not Job.objects.filter(pk=job.pk).ended().delete()[0]:
            return False
        transaction.on_commit(partial(forget_files, [job.upload.name] if job.upload else [], [job.sha256]))
    return True


def _delete_upload(job: Job) -> None:
    if job.upload:
        job.upload.storage.delete(job.upload.name)
