"""Reading a file in a child process that can be killed: a PDF of 756 bytes is enough to eat a machine's memory.

Takes a path, gives the `Reading`, or raises one `ReadingError` for whatever the file did. Nothing here opens a PDF.
"""

import contextlib
import io
import os
import pickle
import signal
import subprocess
from pathlib import Path

from django.conf import settings

from ingest.reader.errors import ReadingError, TooLargeError
from ingest.reader.records import Reading
from ingest.reading_process import MEBIBYTE, Task

READER = "ingest.reader.pipeline:read"

_running: set[subprocess.Popen] = set()
_ROOT = Path(__file__).resolve().parent.parent
# Started by the child itself or by the machine, when a limit is passed.
_LIMIT_SIGNALS = {signal.SIGKILL, signal.SIGXCPU, signal.SIGABRT}
# The only classes that an answer may be made of: it comes from a process that a hostile file has had in its hands.
_ANSWER_MODULES = (
    *(f"ingest.reader.records.{name}" for name in ("acts", "money", "pages", "printed", "reading", "tables")),
    "ingest.reader.errors",
)
_ANSWER_CLASSES = {("datetime", "date"), ("decimal", "Decimal")}


def read(path: Path, *, reader: str = READER, threads: int = 0) -> Reading:
    """Read the file at `path` within the limits of the settings (`READER_MAX_…`, `UPLOAD_MAX_BYTES`).

    `threads`: how many pages of a scan are recognised at once, 0 for as many as the machine has cores.
    The pages of the reading come without their words and rules. Raises `ReadingError`: what the reader says of the
    file, `TooLargeError` where a limit was passed, the class itself where the reader failed (`__notes__`: its trace).
    """
    _refuse_at_sight(path)
    task = Task(
        path=str(path.resolve()),
        reader=reader,
        seconds=settings.READER_MAX_SECONDS,
        memory=settings.READER_MAX_MEMORY_BYTES,
        pages=settings.READER_MAX_PAGES,
        threads=threads,
    )
    code, answer = _run(task, path.name)
    if code != 0:
        raise _death(path.name, code)
    try:
        outcome = _Answer(io.BytesIO(answer)).load()
    except (pickle.UnpicklingError, EOFError) as error:
        raise _death(path.name, code) from error
    if isinstance(outcome, ReadingError):
        raise outcome
    if isinstance(outcome, str):
        raise _failure(path.name, outcome)
    return outcome


def stop_all() -> None:
    """Kill the readings under way, in whatever thread they were asked for."""
    for child in list(_running):
        _kill(child)


def _refuse_at_sight(path: Path) -> None:
    if not path.is_file():
        raise ReadingError(path.name, reason="le fichier n’existe pas.")
    if not os.access(path, os.R_OK):
        raise ReadingError(path.name, reason="le fichier ne peut pas être ouvert : droits insuffisants.")
    size, limit = path.stat().st_size, settings.UPLOAD_MAX_BYTES
    if size > limit:
        reason = f"le fichier pèse {-(-size // MEBIBYTE)} Mo, la limite est de {limit // MEBIBYTE} Mo."
        raise TooLargeError(path.name, reason=reason)


def _run(task: Task, name: str) -> tuple[int, bytes]:
    with subprocess.Popen(  # noqa: S603 - our own module, the path as one argument
        task.command(),
        cwd=_ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as child:
        _running.add(child)
        try:
            answer, _ = child.communicate(timeout=settings.READER_MAX_SECONDS)
        except subprocess.TimeoutExpired:
            seconds = settings.READER_MAX_SECONDS
            raise TooLargeError(name, reason=f"la lecture a dépassé {seconds} secondes.") from None
        finally:
            _running.discard(child)
            if child.poll() is None:
                _kill(child)
    return child.returncode, answer


def _kill(child: subprocess.Popen) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)


def _death(name: str, code: int) -> ReadingError:
    if -code in _LIMIT_SIGNALS:
        return TooLargeError(name)
    return ReadingError(name, reason="la lecture s’est arrêtée brutalement\u202f; le fichier est sans doute endommagé.")


def _failure(name: str, trace: str) -> ReadingError:
    last = trace.strip().splitlines()[-1]
    error = ReadingError(name, reason=f"le lecteur a rencontré une erreur imprévue ({last[:200]}).")
    error.add_note(trace)
    return error


class _Answer(pickle.Unpickler):
    """A pickle that can hold nothing but what a reading is made of."""

    def find_class(self, module: str, name: str) -> object:
        if module in _ANSWER_MODULES or (module, name) in _ANSWER_CLASSES:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")
