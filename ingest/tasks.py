"""What runs in the background, through Django's tasks: `manage.py worker` takes these from the database."""

from django.db import transaction
from django_tasks import task

from ingest.desk.queue import reading
from ingest.models import Job


@task()
def read_job(job: int) -> None:
    """Read one job of the queue; nothing where it is not waiting any more."""
    reading.read_job(job, enqueue)


def enqueue(job: int) -> None:
    """Hand a waiting job to the next worker that is free."""
    with transaction.atomic():
        Job.objects.filter(pk=job).update(task=read_job.enqueue(job).id)
