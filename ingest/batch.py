"""Many files, read side by side in child processes and saved one after the other.

Takes files and folders; gives one `Outcome` for each PDF, in order. A bad file stops nothing but itself. One worker
does one thing at a time: it reads a file and saves it before the next. With several, files are read while one is saved.
"""

import os
import tempfile
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from django.db import DatabaseError, transaction

from ingest import store
from ingest.pages.cutting import cut
from ingest.processes import isolation
from ingest.reader.errors import NoGrantError, ReadingError, SeveralActsError
from ingest.reader.records import BoundAct, ProfileRecord, Reading
from ingest.store import StoreReport
from ingest.store.bundles import keep_bundle, keep_part
from ingest.store.profiles import profiles_for_file
from portal.files import shown_name
from portal.prints import print_of

PARTS_FAILED = "{name}\u202f: lecture incomplète, il manque {failed} de ses {parts} délibérations."
PARTS_WAIT = "Tirée d’un recueil\u202f: vérifiez qu’elle a toutes ses pages, puis publiez-la dans l’espace de travail."


@dataclass(frozen=True, slots=True)
class Options:
    """How a batch is run. `again`: read also the files that this reader has read already; `word`: what is said, in
    public, on what differs or was not read in acts to publish; `whole`: each file is one act, however it looks."""

    workers: int = 1
    dry_run: bool = False
    publish: bool = False
    word: str = ""
    again: bool = False
    department: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file: its report, or the French sentence that says why not, with the trace where the reader failed.

    A file of several acts has no report of its own: `parts` are those of its acts, and `error` says if some failed.
    """

    path: Path
    seconds: float
    report: StoreReport | None = None
    error: str = ""
    trace: str = ""
    parts: tuple["Outcome", ...] = ()
    states_no_grant: bool = False


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
    known = None if options.again else _known(publish=options.publish)
    for read in _read_side_by_side(files, options, known):
        yield _saved(read, options)


def _known(*, publish: bool):
    """Says of a file whether it is read and saved already; asked in the main thread, which has the database."""

    def report(path: Path) -> StoreReport | None:
        try:
            found = store.known(print_of(path))
        except OSError:
            return None
        return None if found and publish and not found.published else found

    return report


def _read_side_by_side(files: Iterable[Path], options: Options, known) -> Iterator[_Read]:
    waiting: deque[Future[_Read]] = deque()
    # No more readings in memory than twice the workers, however many files there are.
    ahead = 2 * options.workers if options.workers > 1 else 0
    with ThreadPoolExecutor(max_workers=options.workers) as pool:
        try:
            for path in files:
                report = known(path) if known else None
                if report:
                    future: Future[_Read] = Future()
                    future.set_result(_Read(path, 0.0, report=report))
                else:
                    future = pool.submit(_read, path, _threads(options), profiles_for_file(path), options)
                waiting.append(future)
                while len(waiting) > ahead:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            # Stopped half-way (Ctrl-C): nobody waits for what is being read.
            pool.shutdown(wait=False, cancel_futures=True)
            isolation.stop_all()


def _threads(options: Options) -> int:
    """Readings side by side share the cores: two that recognise two pages each would fight for them."""
    return max(1, (os.cpu_count() or 1) // options.workers)


def _read(path: Path, threads: int, profiles: Sequence[ProfileRecord], options: Options) -> _Read:
    start = time.monotonic()
    reader = {"reader": isolation.READER_OF_ONE_ACT} if options.whole else {}
    try:
        reading = isolation.read(path, threads=threads, profiles=profiles, department=options.department, **reader)
    except ReadingError as error:
        return _Read(path, time.monotonic() - start, error=error)
    return _Read(path, time.monotonic() - start, reading=reading)


def _saved(read: _Read, options: Options) -> Outcome:
    if read.report:
        return Outcome(read.path, read.seconds, read.report)
    if isinstance(read.error, SeveralActsError):
        return _saved_apart(read, read.error.acts, options)
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
            told=store.Told(department=options.department),
        )
    except ReadingError as error:
        trace = "\n".join(getattr(error, "__notes__", ()))
        empty = isinstance(error, NoGrantError)
        return Outcome(read.path, read.seconds, error=str(error), trace=trace, states_no_grant=empty)
    except (DatabaseError, OSError) as error:
        sentence = (
            f"{shown_name(read.path.name)}\u202f: l’enregistrement a échoué ({type(error).__name__}\u202f: {error})."
        )
        return Outcome(read.path, read.seconds, error=sentence)
    return Outcome(read.path, read.seconds + time.monotonic() - start, report)


# ---- a file of several acts --------------------------------------------------------------------------------------


def _saved_apart(read: _Read, acts: Sequence[BoundAct], options: Options) -> Outcome:
    """Each act of a file read in a PDF of its own pages and saved; the file is kept whole.

    None is published at once: where each begins is for a person to see first.
    """
    start = time.monotonic()
    ranges = [(act.first_page, act.last_page) for act in acts]
    alone = replace(options, whole=True, publish=False)
    with tempfile.TemporaryDirectory() as folder:
        try:
            files = cut(read.path, ranges, Path(folder))
            if not options.dry_run:
                _keep_whole(read.path, ranges, files)
        except (ReadingError, DatabaseError, OSError) as error:
            return Outcome(read.path, read.seconds, error=str(error))
        parts = tuple(_held_back(_part(file, alone), options) for file in files)
    failed = sum(not part.report and not part.states_no_grant for part in parts)
    error = PARTS_FAILED.format(name=shown_name(read.path.name), failed=failed, parts=len(parts)) if failed else ""
    return Outcome(read.path, read.seconds + time.monotonic() - start, error=error, parts=parts)


def _part(file: Path, options: Options) -> Outcome:
    report = None if options.again else _known(publish=False)(file)
    if report:
        return Outcome(file, 0.0, report)
    return _saved(_read(file, _threads(options), profiles_for_file(file), options), options)


@transaction.atomic
def _keep_whole(path: Path, ranges: Sequence[tuple[int, int]], files: Sequence[Path]) -> None:
    bundle = keep_bundle(path, max(last for _, last in ranges))
    for pages, file in zip(ranges, files, strict=True):
        keep_part(bundle, pages, print_of(file))


def _held_back(part: Outcome, options: Options) -> Outcome:
    """The part, which says why it is a draft where it was to be published."""
    if not options.publish or part.report is None or part.report.published:
        return part
    return replace(part, report=replace(part.report, held_back=PARTS_WAIT))
