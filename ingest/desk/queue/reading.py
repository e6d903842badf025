"""One job from its file to its act: read in a child process, saved in one transaction, while the claim on it holds."""

import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from django.conf import settings
from django.contrib.admin.models import ADDITION, LogEntry
from django.db import OperationalError, connection, transaction

from grants.models import Deliberation
from ingest import store
from ingest.desk.files.pruning import COPIES
from ingest.desk.queue import claims
from ingest.desk.queue.claims import Claim, ClaimLostError
from ingest.desk.rereading import replacing
from ingest.desk.rereading.replacing import RereadingError
from ingest.models import Job
from ingest.processes import isolation
from ingest.reader.errors import NoGrantError, ReadingError, SeveralActsError
from ingest.reader.machine.progress import Progress
from ingest.reader.records import Reading
from ingest.store.bundles import is_part
from ingest.store.profiles import profiles_for_reader

TOLD_SECONDS = 1  # between two notes of how far a reading is: as often as a page asks, and no more writes than that
BEATS = 6  # signs of life in the time after which a worker is taken for dead
SAVING = Progress(Job.Step.SAVING, 0, 0)
READ = "Lue et gardée comme brouillon."
TABLES_ALONE = (
    "Gardée comme brouillon, mais aucune subvention n’y a été comprise\u202f: dites ce que sont les colonnes de ses "
    "tableaux, ou supprimez ce brouillon."
)
SEVERAL = (
    "Ce fichier contient {count} délibérations\u202f: rien n’en est enregistré avant que vous n’ayez dit où chacune "
    "commence."
)
ONE_MORE = " Regardez aussi ces pages, où une autre commence peut-être\u202f: {pages}."
TO_COMPARE = "Cette délibération est déjà là\u202f: rien n’est remplacé avant que vous n’ayez vu ce qui change."
MISSING = "{name}\u202f: le fichier déposé est introuvable\u202f; déposez-le de nouveau."
UNEXPECTED = (
    "{name}\u202f: une erreur imprévue a arrêté la lecture\u202f; rien n’a été enregistré et le fichier est gardé. "
    "Relancez-la\u202f; si elle échoue encore, prévenez l’administrateur du site."
)


def read_job(pk: int, enqueue: Callable[[int], None]) -> None:
    """Read a waiting job and save what it leads to, or say on it why not. Nothing where another worker has it.

    Stopped in the middle (SIGTERM, Ctrl-C), it gives the job back, and `enqueue` hands it out again; killed, it
    leaves it to `upkeep`.
    """
    held = claims.claim(pk)
    if held is None:
        return
    job = Job.objects.select_related("replaces", "author").get(pk=pk)
    with suppress(ClaimLostError):
        try:
            _read_and_save(held, job)
        except SeveralActsError as error:
            claims.find_several(held, _several(error), error.acts)
        except NoGrantError as error:
            tell = claims.find_nothing if is_part(job.sha256) else claims.fail
            tell(held, str(error))
        except (ReadingError, RereadingError) as error:
            claims.fail(held, str(error), "\n".join(getattr(error, "__notes__", ())))
        except (KeyboardInterrupt, SystemExit):
            claims.give_back(held, enqueue)
            raise
        except FileNotFoundError:
            claims.fail(held, MISSING.format(name=job.name), traceback.format_exc())
        except ClaimLostError:
            raise
        except Exception:  # noqa: BLE001 - whatever happens, who asked gets a word about it
            claims.fail(held, UNEXPECTED.format(name=job.name), traceback.format_exc())


def _read_and_save(held: Claim, job: Job) -> None:
    with copy_of(job) as path:
        profiles = profiles_for_reader(job.replaces)
        department = job.replaces.department_id if job.replaces else job.department
        reader = {"reader": isolation.READER_OF_ONE_ACT} if _is_one_act(job) else {}
        reading = isolation.read(path, watch=_Watch(held), profiles=profiles, department=department, **reader)
        claims.beat(held, SAVING)
        with transaction.atomic():
            # Until the end of the transaction nobody else can take the job, nor cancel it.
            claims.beat(held)
            _save(held, job, reading, path)


def _several(error: SeveralActsError) -> str:
    pages = ", ".join(map(str, error.doubtful))
    return SEVERAL.format(count=len(error.acts)) + (ONE_MORE.format(pages=pages) if pages else "")


def _is_one_act(job: Job) -> bool:
    """Whether a person said so: of this file, or by cutting it out of another."""
    return is_part(job.sha256) or Job.objects.filter(sha256=job.sha256, is_one_act=True).exists()


@contextmanager
def copy_of(job: Job) -> Iterator[Path]:
    """The file under the name that it came under, on this machine, wherever files are kept."""
    with tempfile.TemporaryDirectory(prefix=COPIES) as folder:
        path = Path(folder) / job.name
        with job.file.open("rb") as stored, path.open("wb") as copy:
            copy.writelines(stored.chunks())
        yield path


class _Watch:
    """Called while a file is read: notes how far it is and that it lives, stops it where nobody wants it any more."""

    def __init__(self, held: Claim) -> None:
        self.held = held
        self.told: Progress | None = None
        self.wrote = self.looked = time.monotonic()

    def __call__(self, progress: Progress | None) -> None:
        now, beat = time.monotonic(), settings.WORKER_STALE_SECONDS / BEATS
        try:
            if now - self.wrote >= (beat if progress == self.told else min(beat, TOLD_SECONDS)):
                claims.beat(self.held, progress)
                self.told, self.wrote, self.looked = progress, now, now
            elif now - self.looked >= isolation.WATCH_SECONDS:
                claims.require(self.held)
                self.looked = now
        except OperationalError:
            connection.close()  # the database is away for a moment: the next look asks again


# ---- what a reading leads to -------------------------------------------------------------------------------------


def _save(held: Claim, job: Job, reading: Reading, path: Path) -> None:
    act, is_new = (job.replaces, False) if job.replaces else _stored(job, reading, path)
    if is_new:
        if job.author:
            told = f"Lue dans «\u202f{job.name}\u202f»."
            LogEntry.objects.log_actions(job.author_id, [act], ADDITION, told, single_object=True)
        claims.finish(held, act, READ if reading.lines or reading.totals or reading.leftovers else TABLES_ALONE)
    else:
        # Replacing an act without showing the difference first would change public figures unseen.
        replacing.propose(act, reading, path, job.author)
        claims.finish(held, act, TO_COMPARE, compared=True)
    if job.upload:
        transaction.on_commit(partial(job.upload.storage.delete, job.upload.name))


def _stored(job: Job, reading: Reading, path: Path) -> tuple[Deliberation, bool]:
    """The act of this reading, and whether it has just become a draft; one that is here already is left as it is.

    Saved first and looked at afterwards: of two files of one act that are read at once, one finds the other.
    """
    with transaction.atomic():
        told = store.Told(department=job.department, author=job.author, tables_alone=True)
        report = store.save(reading, file=path, told=told)
        is_new = report.status == "new"
        transaction.set_rollback(not is_new)
    return Deliberation.objects.get(pk=report.deliberation_id), is_new
