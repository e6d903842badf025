"""What runs in the background, through Django's tasks: `manage.py worker` takes these from the database."""

from django_tasks import task

from ingest.desk.queue import reading


@task()
def read_job(job: int) -> None:
    """Read one job of the queue; nothing where it is not waiting any more."""
    reading.read_job(job)
