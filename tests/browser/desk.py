"""A whole desk for the browser tests: the site and a reading worker as processes, on an empty folder of data."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "mot-de-passe-1"  # noqa: S105 - of accounts that last as long as the test
AGENT, EDITOR = "agathe", "edith"
SECONDS_TO_LISTEN = 120
SECONDS_TO_ANSWER = 120
ACCOUNTS = f"""
from django.contrib.auth.models import Group, User
for name, group in (({AGENT!r}, "Agent"), ({EDITOR!r}, "Éditeur")):
    user = User.objects.create_user(name, password={PASSWORD!r}, is_staff=True)
    user.groups.add(Group.objects.get(name=group))
"""


def prepare_desk(folder: Path) -> None:
    """Put in `folder` the data of a site that has no act yet: towns, static files, an agent and an editor."""
    for command in (["migrate"], ["load_communes"], ["collectstatic", "--noinput"], ["shell", "-c", ACCOUNTS]):
        subprocess.run(  # noqa: S603 - our own commands
            [sys.executable, "manage.py", *command, "-v0"], cwd=ROOT, env=_environment(folder), check=True
        )


@contextmanager
def running_desk(folder: Path) -> Iterator[str]:
    """The address of a site whose data are in `folder`, with a worker that reads; both stop at the end."""
    environment = _environment(folder)
    port = _free_port()
    commands = (["runserver", "--noreload", "--insecure", f"127.0.0.1:{port}"], ["worker"])
    processes = [_start(environment, folder / f"{command[0]}.log", *command) for command in commands]
    try:
        _wait_for(f"http://127.0.0.1:{port}/")
        yield f"http://127.0.0.1:{port}"
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait(timeout=SECONDS_TO_ANSWER)


def _start(environment: dict[str, str], log: Path, *command: str) -> subprocess.Popen:
    with log.open("wb") as written:
        return subprocess.Popen(
            [sys.executable, "manage.py", *command], cwd=ROOT, env=environment, stdout=written, stderr=subprocess.STDOUT
        )


def _environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "DATA_DIR": str(folder), "DATABASE_URL": f"sqlite:///{folder / 'portal.sqlite3'}"}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(address: str) -> None:
    deadline = time.monotonic() + SECONDS_TO_LISTEN
    while True:
        try:
            urlopen(address, timeout=SECONDS_TO_ANSWER).close()  # noqa: S310 - our own server
        except URLError as error:
            if not isinstance(error.reason, ConnectionRefusedError) or time.monotonic() > deadline:
                raise
            time.sleep(0.2)
        else:
            return
