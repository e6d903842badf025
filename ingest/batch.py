"""Many files, read side by side in child processes and saved one after the other.

Takes files and folders; gives one `Outcome` for each PDF, in order. A bad file stops nothing but itself.
"""

import os
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from django.db import DatabaseError

from ingest import isolation, store
from ingest.reader.errors import ReadingError
from ingest.reader.records import ProfileRecord, Reading
from ingest.store import StoreReport
from ingest.store.profiles import profiles_for_file


@dataclass(frozen=True, slots=True)
class Options:
    """How a batch is run. `again`: read also the files that this reader has read already; `word`: what is said, in
    public, on what differs or was not read in acts to publish."""

    workers: int = 1
    dry_run: bool = False
    publish: bool = False
    word: str = ""
    again: bool = False
    department: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file: its report, or the French sentence that says why not, with the trace where the reader failed."""

    path: Path
    seconds: float
    report: StoreReport | None = None
    error: str = ""
    trace: str = ""


@dataclass(frozen=True, slots=True)
class _Read:
    """What a worker brings back: a reading, or a report where there is nothing to do, or an error."""

    path: Path
    seconds: float
    reading: Reading | None = None
    report: StoreReport | None = None
    error: ReadingError | None = None


def find_files(paths: Iterable[Path]) -> list[Path]:
    """The files named, and the PDFs in the folders named and below, each once."""
    found = {}
    for path in paths:
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if not path.is_dir() or (file.suffix.lower() == ".pdf" and file.is_file()):
                found.setdefault(file.resolve(), file)
    return list(found.values())


def run(files: Iterable[Path], options: Options) -> Iterator[Outcome]:
    """Read and save each file; the outcomes come in the order of the files, as soon as each is saved."""
    known = None if options.again else _known(options.publish)
    for read in _read_side_by_side(files, options.workers, known, options.department):
        yield _saved(read, options)


def _known(publish: bool):
    """Says of a file whether it is read and saved already; asked in the main thread, which has the database."""

    def report(path: Path) -> StoreReport | None:
        try:
            with path.open("rb") as file:
                found = store.known(file_digest(file, "sha256").hexdigest())
        except OSError:
            return None
        return None if found and publish and not found.published else found

    return report


def _read_side_by_side(files: Iterable[Path], workers: int, known, department: str) -> Iterator[_Read]:
    waiting: deque[Future[_Read]] = deque()
    # Readings side by side share the cores: two that recognise two pages each would fight for them.
    threads = max(1, (os.cpu_count() or 1) // workers)
    with ThreadPoolExecutor(max_workers=workers) as pool:
        try:
            for path in files:
                report = known(path) if known else None
                if report:
                    future: Future[_Read] = Future()
                    future.set_result(_Read(path, 0.0, report=report))
                else:
                    future = pool.submit(_read, path, threads, profiles_for_file(path), department)
                waiting.append(future)
                # No more readings in memory than twice the workers, however many files there are.
                if len(waiting) > 2 * workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            # Stopped half-way (Ctrl-C): nobody waits for what is being read.
            pool.shutdown(wait=False, cancel_futures=True)
            isolation.stop_all()


def _read(path: Path, threads: int, profiles: Sequence[ProfileRecord], department: str) -> _Read:
    start = time.monotonic()
    try:
        reading = isolation.read(path, threads=threads, profiles=profiles, department=department)
    except ReadingError as error:
        return _Read(path, time.monotonic() - start, error=error)
    return _Read(path, time.monotonic() - start, reading=reading)


def _saved(read: _Read, options: Options) -> Outcome:
    if read.report:
        return Outcome(read.path, read.seconds, read.report)
    start = time.monotonic()
    try:
        if read.error:
            raise read.error
        report = store.save(
            read.reading,
            file=read.path,
            publish=options.publish,
            word=options.word,
            dry_run=options.dry_run,
            department=options.department,
        )
    except ReadingError as error:
        return Outcome(read.path, read.seconds, error=str(error), trace="\n".join(getattr(error, "__notes__", ())))
    except (DatabaseError, OSError) as error:
        sentence = f"{read.path.name}\u202f: l’enregistrement a échoué ({type(error).__name__}\u202f: {error})."
        return Outcome(read.path, read.seconds, error=sentence)
    return Outcome(read.path, read.seconds + time.monotonic() - start, report)
