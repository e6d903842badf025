"""Reading a file in a child process that can be killed: a PDF of 756 bytes is enough to eat a machine's memory.

Takes a path, gives the `Reading`, or raises one `ReadingError` for whatever the file did. Nothing here opens a PDF.
"""

import contextlib
import io
import json
import os
import re
import selectors
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings

from ingest.pages.page_images import pages_folder
from ingest.processes.child_process import bare_environment
from ingest.processes.reading_process import MEBIBYTE, Task
from ingest.reader.errors import ReadingError, TooLargeError, ended_by
from ingest.reader.machine.packed_records import NotRecordsError, read_records
from ingest.reader.machine.progress import Progress
from ingest.reader.records import ProfileRecord, Reading
from ingest.reader.scanning.scan_threads import THREADS_VARIABLE
from portal.prints import print_of

READER = "ingest.reader.pipeline:read_for_staff"
READER_OF_ONE_ACT = "ingest.reader.pipeline:read_as_one_act"
WATCH_SECONDS = 0.5  # how long a reading may go on that nobody wants any more
CHECK_SECONDS = 20  # to open a file and count its pages; the heaviest of the real acts takes 0.3 s
EXIT_SECONDS = 60  # for a child that has answered to give a gigabyte back, on a busy machine
CHUNK = 1024 * 1024  # bytes read at once from a pipe
# Variables that a reading heeds: where letters are learnt from, how many pages at once, where long documents wait.
INHERITED = ("TESSDATA_PREFIX", "OMP_THREAD_LIMIT", THREADS_VARIABLE, "TMPDIR")

Watch = Callable[[Progress | None], None]

_running: set[subprocess.Popen] = set()
_ROOT = Path(__file__).resolve().parent.parent.parent


def _unwatched(progress: Progress | None) -> None:
    """Nobody looks at how far the reading is."""


def read(
    path: Path,
    *,
    reader: str = READER,
    threads: int = 0,
    watch: Watch = _unwatched,
    profiles: Sequence[ProfileRecord] = (),
    department: str = "",
) -> Reading:
    """Read the file at `path` within the limits of the settings (`READER_MAX_…`, `UPLOAD_MAX_BYTES`).

    `threads`: how many pages of a scan are recognised at once, 0 for as many as the machine has cores. `watch` is
    called at each page and every WATCH_SECONDS with how far the reading is (None at first); what it raises stops the
    reading. `profiles` and `department` are for the reader (`pipeline.read`). The pages of the reading come without
    their words and rules. Raises `ReadingError`: what the reader says of the file, `TooLargeError` where a limit was
    passed, the class itself where the reader failed (`__notes__`: its trace).
    """
    _refuse_at_sight(path)
    task = _task(path, reader, settings.READER_MAX_SECONDS, threads)
    task = replace(task, kept=str(pages_folder(print_of(path))))
    if not profiles:
        return _outcome(task, path.name, watch)
    # A file and not an argument: the profiles of a hundred councils are longer than a command line may be.
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".json") as known:
        json.dump({"profiles": [asdict(one) for one in profiles], "department": department}, known)
        known.flush()
        return _outcome(replace(task, known=known.name), path.name, watch)


def count_pages(path: Path) -> int:
    """How many pages the file has, none of them read: what can be refused at sight is, within CHECK_SECONDS.

    Raises `ReadingError` as `read` does: empty, not a PDF, damaged, encrypted, too heavy, too many pages.
    """
    _refuse_at_sight(path)
    return _outcome(_task(path, "", CHECK_SECONDS, 1), path.name, _unwatched)


def _task(path: Path, reader: str, seconds: int, threads: int) -> Task:
    return Task(
        path=str(path.resolve()),
        reader=reader,
        seconds=seconds,
        memory=settings.READER_MAX_MEMORY_BYTES,
        pages=settings.READER_MAX_PAGES,
        threads=threads,
    )


def _outcome(task: Task, name: str, watch: Watch) -> Any:
    with tempfile.TemporaryFile() as answer:
        code = _run(task, name, watch, answer)
        if code != 0:
            raise ended_by(name, -code)
        try:
            outcome = read_records(answer)
        except NotRecordsError as error:
            raise ended_by(name, -code) from error
    if isinstance(outcome, ReadingError):
        raise outcome
    if isinstance(outcome, str):
        raise _failure(name, outcome)
    return outcome


def stop_all() -> None:
    """Kill the readings under way, in whatever thread they were asked for."""
    for child in list(_running):
        _kill(child)


def _refuse_at_sight(path: Path) -> None:
    if not path.is_file():
        raise ReadingError(path.name, reason="le fichier n’existe pas.")
    if not os.access(path, os.R_OK):
        raise ReadingError(path.name, reason="le fichier ne peut pas être ouvert\u202f: droits insuffisants.")
    size, limit = path.stat().st_size, settings.UPLOAD_MAX_BYTES
    if size > limit:
        reason = f"le fichier pèse {-(-size // MEBIBYTE)} Mo, la limite est de {limit // MEBIBYTE} Mo."
        raise TooLargeError(path.name, reason=reason)


def _run(task: Task, name: str, watch: Watch, answer: BinaryIO) -> int:
    """The status of the child, which holds the other end of its standard input as long as we live; it has given its
    `answer`."""
    told, telling = os.pipe()
    with open(told, "rb", buffering=0) as progress:  # noqa: PTH123 - a descriptor has no path
        try:
            child = _start(replace(task, progress=telling))
        finally:
            os.close(telling)
        with child:
            _running.add(child)
            try:
                _listen(child, progress, task.seconds, watch, answer)
                child.wait(timeout=EXIT_SECONDS)
            except subprocess.TimeoutExpired:
                raise TooLargeError(name, reason=f"la lecture a dépassé {task.seconds} secondes.") from None
            finally:
                _running.discard(child)
                if child.poll() is None:
                    _kill(child)
    return child.returncode


def _start(task: Task) -> subprocess.Popen:
    return subprocess.Popen(  # noqa: S603 - our own module, the path as one argument
        task.command(),
        cwd=_ROOT,
        env=bare_environment(INHERITED),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        pass_fds=(task.progress,),
        start_new_session=True,
    )


def _listen(child: subprocess.Popen, progress: io.FileIO, seconds: int, watch: Watch, answer: BinaryIO) -> None:
    """Write the whole answer of the child. Raises `subprocess.TimeoutExpired` where it does not come in time."""
    deadline, far = time.monotonic() + seconds, None
    with selectors.DefaultSelector() as pipes:
        pipes.register(child.stdout, selectors.EVENT_READ)
        pipes.register(progress, selectors.EVENT_READ)
        while time.monotonic() < deadline:
            for pipe in (key.fileobj for key, _ in pipes.select(WATCH_SECONDS)):
                content = os.read(pipe.fileno(), CHUNK)
                if pipe is progress:
                    far = _last_told(content) or far
                elif content:
                    answer.write(content)
                else:
                    return
                if not content:
                    pipes.unregister(pipe)
            watch(far)
    raise subprocess.TimeoutExpired(child.args, seconds)


def _last_told(content: bytes) -> Progress | None:
    """The last whole line `step done total`; what a file may have made the child write instead is nothing."""
    for line in reversed(content.splitlines()):
        told = re.fullmatch(rb"(pages|scans|tables) (\d{1,6}) (\d{1,6})", line)
        if told:
            return Progress(told[1].decode(), int(told[2]), int(told[3]))
    return None


def _kill(child: subprocess.Popen) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)


def _failure(name: str, trace: str) -> ReadingError:
    last = trace.strip().splitlines()[-1]
    error = ReadingError(name, reason=f"le lecteur a rencontré une erreur imprévue ({last[:200]}).")
    error.add_note(trace)
    return error
