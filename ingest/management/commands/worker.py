"""`manage.py worker`: reads the files of the queue, one after the other, until it is stopped."""

import logging
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from django.core.management.base import BaseCommand
from django.db import DatabaseError, InterfaceError, OperationalError, close_old_connections, connection
from django.utils.crypto import get_random_string
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS, DEFAULT_TASK_QUEUE_NAME
from django_tasks_db.management.commands import db_worker

from grants.operators import duplicates
from ingest.database import require_ready_database
from ingest.desk.files.pruning import prune
from ingest.desk.queue import upkeep
from ingest.processes.lifeline import die_with_parent

INTERVAL = 1.0  # seconds between two looks at an empty queue
PRUNE_SECONDS = 3600  # between two looks for files that nobody needs any more

logger = logging.getLogger(__name__)


class Worker(db_worker.Worker):
    """The worker of django-tasks-db, which stops at once: what it was reading goes back to the queue."""

    def shutdown(self, signum: int, frame: FrameType | None) -> None:
        self.running = False
        self.reset_signals()
        # The task that is cut short would be reported as failed, with a trace; its file is only read later.
        logging.getLogger("django_tasks").disabled = True
        sys.exit(0)


class Command(BaseCommand):
    help = (
        "Lit les fichiers de la file d’attente, l’un après l’autre. Plusieurs programmes peuvent tourner, sur "
        "plusieurs machines\u202f: un fichier n’est lu que par un. Ce que lisait un programme arrêté brutalement "
        "est repris par un autre."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--batch", action="store_true", help="s’arrête quand la file est vide")
        parser.add_argument(
            "--attached", action="store_true", help="s’arrête avec le programme qui l’a lancé (entrée standard fermée)"
        )

    def handle(self, *, batch: bool, attached: bool, **options: object) -> None:
        if attached:
            die_with_parent()
        require_ready_database()
        worker = a_worker()
        worker.configure_signals()
        try:
            _read_the_queue(worker, batch=batch)
        except (DatabaseError, InterfaceError):
            if worker.running:
                raise
            # Stopped in the middle of a query: what that broke goes with its connection.


def _read_the_queue(worker: Worker, *, batch: bool) -> None:
    """Read what waits, again and again; once where `batch`."""
    pruned = None
    while worker.running:
        with database_may_be_away():
            upkeep.take_up()
            worker.run()
            duplicates.search_again()
        if batch:
            return
        if pruned is None or time.monotonic() - pruned > PRUNE_SECONDS:
            with database_may_be_away():
                upkeep.forget_tasks()
                prune()
            pruned = time.monotonic()
        time.sleep(INTERVAL)


@contextmanager
def database_may_be_away() -> Iterator[None]:
    """The database is locked or restarts, a disk does not answer: the next round asks again."""
    try:
        close_old_connections()
        yield
    except (OSError, OperationalError):
        logger.warning("the queue could not be looked at", exc_info=True)
        connection.close()


def a_worker() -> Worker:
    """A worker that reads until the queue is empty each time it is run."""
    return Worker(
        queue_names=[DEFAULT_TASK_QUEUE_NAME],
        excluded_queue_names=[],
        interval=INTERVAL,
        batch=True,
        backend_name=DEFAULT_TASK_BACKEND_ALIAS,
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
    )
