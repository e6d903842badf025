"""What workers do for each other between readings: jobs of dead workers are taken up again, lost tasks made anew."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from ingest.models import Job
from ingest.tasks import enqueue

MOST_ATTEMPTS = 3  # readings of one file that may die: a file that kills its workers must not kill them all day long
TASK_KEPT_DAYS = 7  # what tasks leave once done serves nobody: the job says all
GIVEN_UP = (
    "{name}\u202f: la lecture s’est interrompue {attempts} fois sans donner de raison. Le fichier est gardé\u202f: "
    "relancez-la, ou prévenez l’administrateur du site."
)


def take_up() -> int:
    """Put the jobs of dead workers back in the queue, or give up those that died too often; how many were put back.

    Also hands out again the waiting jobs whose task is lost, because a worker died with it in hand. Several workers may
    do this at once.
    """
    given_up = Job.objects.stale().filter(attempts__gte=MOST_ATTEMPTS)
    for pk, name, attempts in given_up.values_list("pk", "name", "attempts"):
        Job.objects.stale().filter(pk=pk).update(
            state=Job.State.FAILED,
            worker="",
            ended_at=timezone.now(),
            message=GIVEN_UP.format(name=name, attempts=attempts),
        )
    back = sum(_put_back(pk) for pk in Job.objects.stale().values_list("pk", flat=True))
    for pk, task in _without_task().values_list("pk", "task"):
        _hand_out(pk, task)
    return back


def forget_tasks() -> None:
    """Delete what tasks left behind: those that ended long ago, and those that died with their worker."""
    limit = timezone.now() - timedelta(days=TASK_KEPT_DAYS)
    DBTaskResult.objects.exclude(status=TaskResultStatus.READY).filter(enqueued_at__lt=limit).delete()


def _put_back(pk: int) -> bool:
    with transaction.atomic():
        back = Job.objects.stale().filter(pk=pk)
        if not back.update(state=Job.State.WAITING, worker="", waiting_since=timezone.now()):
            return False
        enqueue(pk)
    return True


def _without_task():
    """Waiting jobs that no task will read: it is done, or its worker has had it in hand for too long to be alive."""
    lately = timezone.now() - timedelta(seconds=settings.WORKER_STALE_SECONDS)
    alive = Q(status=TaskResultStatus.READY) | Q(status=TaskResultStatus.RUNNING, started_at__gt=lately)
    return Job.objects.waiting().exclude(task__in=DBTaskResult.objects.filter(alive).order_by().values("pk"))


def _hand_out(pk: int, lost) -> None:
    with transaction.atomic():
        # Of two workers that see it, one finds the task still to be the lost one.
        if Job.objects.waiting().filter(pk=pk, task=lost).update(task=None):
            enqueue(pk)
