"""What the pages of the queue say of jobs, and when it is worth saying aloud. Changes nothing."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.models import Job

State = Job.State


@dataclass(frozen=True, slots=True)
class Shown:
    """A job as its page shows it. `before`: how many are read first; `is_stuck`: nobody seems to read anything."""

    job: Job
    before: int
    is_stuck: bool


@dataclass(frozen=True, slots=True)
class Announcement:
    """One sentence for those who do not see the bars, and the key of what it says: the same key is not said twice."""

    key: str
    sentence: str


def shown(jobs: Sequence[Job]) -> list[Shown]:
    """These jobs with what depends on the others, in three queries at most."""
    waiting = list(Job.objects.waiting().order_by("waiting_since", "pk").values_list("pk", flat=True))
    stuck = set(Job.objects.stuck().values_list("pk", flat=True)) if waiting else set()
    place = {pk: number for number, pk in enumerate(waiting)}
    return [Shown(job, place.get(job.pk, 0), job.pk in stuck) for job in jobs]


def announcement(jobs: Sequence[Job]) -> Announcement:
    """How far these jobs are. Of one, each step and its half; of several, how many are in each state."""
    if len(jobs) == 1:
        job = jobs[0]
        half = 2 * job.step_done // job.step_total if job.step_total else 0
        return Announcement(f"{job.state}.{job.step}.{half}", _sentence(job))
    counts = Counter(job.state for job in jobs)
    said = [f"{label}\u202f: {counts[state]}" for state, label in State.choices if counts[state]]
    return Announcement(".".join(str(counts[state]) for state in State.values), ", ".join(said))


def _sentence(job: Job) -> str:
    if job.state != State.READING:
        return f"{job.name}\u202f: {job.get_state_display()}. {job.message}".strip()
    if not job.step:
        return f"{job.name}\u202f: la lecture commence."
    pages = f", {job.step_done} sur {job.step_total} pages" if job.step_total else ""
    return f"{job.name}\u202f: {job.get_step_display()}{pages}."
