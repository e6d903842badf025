"""The child process that reads one file, under limits that the machine enforces.

It is run as `python -m ingest.processes.reading_process`.

Takes on the command line a `Task` as JSON; gives on standard output, pickled, a `Reading`, a number of pages, a
`ReadingError` or the text of an unexpected error. Dies with its parent. No Django here: it starts in a tenth of a
second. Run by `ingest.processes.isolation` only.
"""

import importlib
import json
import os
import sys
import traceback
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from ingest.processes.lifeline import die_with_parent
from ingest.processes.limited import limit_process
from ingest.reader.errors import ReadingError, TooLargeError, too_many_pages
from ingest.reader.machine.memory import collection_paused
from ingest.reader.machine.on_disk import in_parts
from ingest.reader.machine.packed_records import write_records
from ingest.reader.machine.progress import Progress, told_to
from ingest.reader.records import ProfileRecord, Reading
from ingest.reader.scanning.kept_pages import FOLDER_VARIABLE
from ingest.reader.scanning.scan_threads import THREADS_VARIABLE

MEBIBYTE = 1024 * 1024
# Fewer go as they are: two megabytes.
MANY_LINES = 1000


@dataclass(frozen=True, slots=True)
class Task:
    """What to read and within what: seconds of processor, bytes of address space, pages, pages recognised at once.

    `reader` names a function that takes a path: `module:function`; empty, the pages are counted and nothing is read.
    `progress` is the descriptor to which a line `step done total` goes as each page is read, 0 for none. `known` is a
    file that says in JSON what is known of the columns (`profiles`) and of the council (`department`), `kept` the
    folder of the pages of this file that were recognised already, or will be; empty for none.
    """

    path: str
    reader: str
    seconds: int
    memory: int
    pages: int
    threads: int = 0
    progress: int = 0
    known: str = ""
    kept: str = ""

    def command(self) -> list[str]:
        """The command that runs this task."""
        return [sys.executable, "-m", "ingest.processes.reading_process", json.dumps(asdict(self))]


def main() -> None:
    """The child's work: the task of the command line, done within its limits, answered on standard output."""
    die_with_parent()
    task = Task(**json.loads(sys.argv[1]))
    # What a C library prints must not mix with the answer.
    answer = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    limit_process(task.memory, task.seconds)
    if task.threads:
        os.environ[THREADS_VARIABLE] = str(task.threads)
    os.environ[FOLDER_VARIABLE] = task.kept
    with answer, told_to(partial(_tell, task.progress)) if task.progress else nullcontext():
        _answer(task, answer.write)


def _tell(descriptor: int, progress: Progress) -> None:
    os.write(descriptor, f"{progress.step} {progress.done} {progress.total}\n".encode())


@collection_paused()
def _answer(task: Task, write: Callable[[bytes], object]) -> None:
    try:
        write_records(_outcome(task), write)
    except MemoryError:
        write_records(TooLargeError(Path(task.path).name), write)


def _outcome(task: Task) -> Reading | ReadingError | str | int:
    path = Path(task.path)
    try:
        # Here and not above: the parent imports this module, and has no use for a PDF library.
        documents: Any = importlib.import_module("ingest.reader.documents")
        pages: int = documents.count_pages(path) if task.reader else documents.require_pages(path)
        if pages > task.pages:
            return too_many_pages(path.name, pages, task.pages)
        if not task.reader:
            return pages
        module, function = task.reader.split(":")
        read: Any = getattr(importlib.import_module(module), function)
        reading: Reading = read(path, **_known(task))
    except ReadingError as error:
        return error
    except (MemoryError, RecursionError):
        return TooLargeError(path.name)
    except Exception:  # noqa: BLE001 - whatever a file makes the reader do, the parent gets a word about it
        return traceback.format_exc()
    if len(reading.document.pages) > task.pages:
        return too_many_pages(path.name, len(reading.document.pages), task.pages)
    return _light(reading)


def _known(task: Task) -> dict[str, Any]:
    """What the reader is given besides the path; nothing for a reader that is told nothing."""
    if not task.known:
        return {}
    told = json.loads(Path(task.known).read_text(encoding="utf-8"))
    return {"profiles": [_profile(one) for one in told["profiles"]], "department": told["department"]}


def _profile(told: dict[str, Any]) -> ProfileRecord:
    return ProfileRecord(**{name: tuple(one) if isinstance(one, list) else one for name, one in told.items()})


def _light(reading: Reading) -> Reading:
    """Without the words and rules of the pages: tens of megabytes that nobody needs after the stages. Many lines go in
    parts."""
    pages = tuple(replace(page, words=(), rules=()) for page in reading.document.pages)
    lines = in_parts(reading.lines) if len(reading.lines) > MANY_LINES else reading.lines
    return replace(reading, document=replace(reading.document, pages=pages), lines=lines)


if __name__ == "__main__":
    main()
    # At once: taking apart what was read, record by record, takes a twentieth of the time of a reading.
    os._exit(0)
