"""`make demo`: everything a newcomer needs to browse the site, in one command that can be run again."""

import secrets
import socket
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.core.wsgi import get_wsgi_application
from gunicorn.app.base import BaseApplication

from grants import history
from portal.worker import LONGEST_REQUEST_LINE

SAMPLES = Path(settings.BASE_DIR) / "tests" / "data" / "samples"
FIRST_PORT, LAST_PORT = 8000, 8099
ADMIN_NAME = "admin"
# What the demonstration says on what its samples leave open, so that they can be looked at without any review.
WORD = "Démonstration\u202f: publié sans relecture."


class Command(BaseCommand):
    help = "Prépare la base, lit les documents d’exemple, crée un compte d’administration et ouvre le site."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, help="port du site (par défaut, le premier libre à partir de 8000)")
        parser.add_argument("--no-serve", action="store_true", help="prépare tout sans ouvrir le site")

    def handle(self, *, port: int | None, no_serve: bool, **options: object) -> None:
        if port and not no_serve and not is_free(port):
            raise CommandError(
                f"Le port {port} est déjà pris ou impossible\u202f; sans --port, le premier libre est choisi."
            )
        call_command("migrate", verbosity=0)
        fresh = not history.current().number
        call_command("load_communes")
        call_command("ingest", str(SAMPLES), publish=True, word=WORD)
        if fresh:  # in a database that holds other acts already, the samples are a few more
            history.mark_demonstration()
        call_command("snapshot")
        call_command("collectstatic", interactive=False, verbosity=0)
        password = reset_administrator()
        port = port or free_port()
        address = f"http://127.0.0.1:{port}/"
        self.stdout.write(f"\nSite :             {address}")
        self.stdout.write(f"Espace de travail : {address}admin/ (compte {ADMIN_NAME}, mot de passe {password})")
        self.stdout.write("Le mot de passe change à chaque lancement de la démonstration. Ctrl+C pour arrêter.\n")
        self.stdout.flush()
        if not no_serve:
            with a_worker():
                DemoServer(port).run()


@contextmanager
def a_worker() -> Iterator[subprocess.Popen]:
    """What is uploaded gets read as long as the block lasts, by a process that ends with this one.

    It is in a group of its own: Ctrl+C is for the site, which then ends it without a trace, even as it starts.
    """
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "worker", "--attached"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, process_group=0) as worker:  # noqa: S603 - our own
        try:
            yield worker
        finally:
            worker.terminate()


def reset_administrator() -> str:
    """Creates the demonstration's administrator, or gives the account a new password; returns the password."""
    password = secrets.token_urlsafe(12)
    users = get_user_model()
    user, _ = users.objects.get_or_create(username=ADMIN_NAME, defaults={"is_staff": True, "is_superuser": True})
    user.set_password(password)
    user.save()
    return password


def free_port() -> int:
    """The first port of the range on which nobody listens. Raises CommandError where all are taken."""
    port = next(filter(is_free, range(FIRST_PORT, LAST_PORT + 1)), None)
    if port is None:
        raise CommandError(f"Aucun port libre entre {FIRST_PORT} et {LAST_PORT}.")
    return port


def is_free(port: int) -> bool:
    """Whether nobody listens on this port of this machine, and it may be listened on."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError):  # a port above 65 535
            return False
    return True


class DemoServer(BaseApplication):
    """The production server, on this machine only."""

    def __init__(self, port: int) -> None:
        self.port = port
        super().__init__()

    def load_config(self) -> None:
        self.cfg.set("bind", f"127.0.0.1:{self.port}")
        self.cfg.set("workers", 2)
        self.cfg.set("worker_class", "portal.worker.FrenchWorker")
        self.cfg.set("limit_request_line", LONGEST_REQUEST_LINE)
        # With threads, a worker that waits for a long reading is not taken for dead and killed after 30 s.
        self.cfg.set("threads", 4)
        self.cfg.set("loglevel", "warning")

    def load(self):
        # Only now: the application lists the static files when it is made, and they have just been collected.
        return get_wsgi_application()
