"""Who reads a job. A worker claims it with a token of its own, shows that it lives, and saves only while it holds it.

Each claim is one UPDATE that the database makes for one worker alone, whatever machine it runs on.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import uuid4

from django.db.models import F
from django.utils import timezone

from grants.models import Deliberation
from ingest.models import Job
from ingest.models.jobs import JobQuerySet
from ingest.reader.machine.progress import Progress
from ingest.reader.records import BoundAct

State = Job.State


class ClaimLostError(Exception):
    """The job was cancelled, deleted, or taken up by another worker: nothing of this reading may be saved."""


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to read one job, until somebody takes it back."""

    job: int
    token: str


def claim(job: int) -> Claim | None:
    """The right to read this job; None where it is not waiting, or another worker was faster."""
    token, now = uuid4().hex, timezone.now()
    taken = (
        Job.objects.waiting()
        .filter(pk=job)
        .update(
            state=State.READING,
            worker=token,
            attempts=F("attempts") + 1,
            started_at=now,
            heartbeat=now,
            step="",
            step_done=0,
            step_total=0,
        )
    )
    return Claim(job, token) if taken else None


def require(held: Claim) -> None:
    """Raises ClaimLostError where the claim does not hold any more."""
    if not _held(held).exists():
        raise ClaimLostError(held.job)


def beat(held: Claim, progress: Progress | None = None) -> None:
    """Show that the reading lives, and how far it is. Raises ClaimLostError as `require` does.

    In a transaction, nobody can take the claim back until its end.
    """
    far = {"step": progress.step, "step_done": progress.done, "step_total": progress.total} if progress else {}
    if not _held(held).update(heartbeat=timezone.now(), **far):
        raise ClaimLostError(held.job)


def finish(held: Claim, act: Deliberation, message: str, *, compared: bool = False) -> None:
    """The job is done: `act` is what it led to, and what holds its file; `compared` with it, nothing is replaced yet.

    Raises ClaimLostError as `require` does.
    """
    _end(held, State.READ, message, deliberation=act, upload="", **({"replaces": act} if compared else {}))


def find_several(held: Claim, message: str, acts: Sequence[BoundAct]) -> None:
    """The file holds several acts: a person says how it is cut, or that it is one. Raises ClaimLostError as `require`
    does."""
    told = [[act.first_page, act.last_page, act.number, act.title] for act in acts]
    _end(held, State.SEVERAL, message, acts=told)


def find_nothing(held: Claim, message: str) -> None:
    """The file was read and grants nothing, as most acts of a bundle do. Raises ClaimLostError as `require` does."""
    _end(held, State.EMPTY, message)


def fail(held: Claim, message: str, trace: str = "") -> None:
    """The job cannot be done, `message` says why in French. Raises ClaimLostError as `require` does."""
    _end(held, State.FAILED, message, trace=trace)


def give_back(held: Claim, enqueue: Callable[[int], None]) -> None:
    """Somebody else may read the job, as if this worker had never begun; nothing where the claim is lost."""
    given = _held(held).update(state=State.WAITING, worker="", waiting_since=timezone.now(), attempts=F("attempts") - 1)
    if given:
        enqueue(held.job)


def _end(held: Claim, state: str, message: str, **fields) -> None:
    told = {"message": message, "trace": "", "worker": "", "ended_at": timezone.now()} | fields
    if not _held(held).update(state=state, **told):
        raise ClaimLostError(held.job)


def _held(held: Claim) -> JobQuerySet:
    return Job.objects.filter(pk=held.job, state=State.READING, worker=held.token)
