"""The queue in tests: its jobs read here and now, as a worker would."""

from ingest.models import Job
from ingest.tasks import read_job


def read_queue() -> None:
    """Read what waits, in its order, in this process."""
    for pk in Job.objects.filter(state=Job.State.WAITING).order_by("pk").values_list("pk", flat=True):
        read_job.call(pk)
