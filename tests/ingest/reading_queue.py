"""The queue in tests: its jobs read here and now, as a worker would."""

from importlib import import_module
from pathlib import Path

from ingest.models import Job
from ingest.processes import isolation
from ingest.reader.records import Reading
from ingest.tasks import read_job


def read_queue() -> None:
    """Read what waits, in its order, in this process."""
    for pk in Job.objects.filter(state=Job.State.WAITING).order_by("pk").values_list("pk", flat=True):
        read_job.call(pk)


def read_here(path: Path, *, reader: str = isolation.READER, profiles=(), department: str = "", **options) -> Reading:
    """As `isolation.read`, in this process: the limits of a child are tried elsewhere, and it begins in a second."""
    module, _, function = reader.partition(":")
    return getattr(import_module(module), function)(path, profiles=profiles, department=department)
