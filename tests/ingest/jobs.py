"""Jobs of the tests: in any state, with a file that the reader of the tests can be given."""

from hashlib import sha256

from django.core.files.base import ContentFile
from django.utils import timezone

from ingest.desk.queue import jobs
from ingest.models import Job

PDF = b"%PDF-1.7 as read by a reader of the tests"


def a_job(*, content: bytes = PDF, state: str = Job.State.WAITING, **fields) -> Job:
    """A job with its file and its task, as an upload makes it, then set as asked."""
    name = fields.pop("name", "délibération 12.pdf")
    job = jobs.ask(
        jobs.Sent(ContentFile(content), name, sha256(content).hexdigest(), page_count=2),
        author=fields.pop("author", None),
        department=fields.pop("department", ""),
        replaces=fields.pop("replaces", None),
    )
    if state == Job.State.READING:
        fields = {"heartbeat": timezone.now(), "worker": "another worker", "attempts": 1} | fields
    if state != Job.State.WAITING or fields:
        Job.objects.filter(pk=job.pk).update(state=state, **fields)
        job.refresh_from_db()
    return job


def stored_files(settings) -> list[str]:
    """Names of the files kept, under the folder of the tests."""
    root = settings.MEDIA_ROOT
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
