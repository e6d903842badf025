"""Workers killed at random moments, over real files and a real database: what is found after each, as JSON lines.

`python -m tests.ingest.worker_trial KILLS SEED`. Workers are forks of this process, which has Django loaded, so that
twenty of them start in the time of one. First one file is uploaded by four at once, and all samples are read at once by
three workers. Then each is read by one that lives, to know what a whole act is and how long it takes. Then each round
has one file read by a worker that dies, a little later in the work than the worker before it, and by two others
afterwards. The second dies as soon as it reads: on a busy machine, none of the others may.
"""

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path

import django

django.setup()

from django.contrib.auth.models import User  # noqa: E402 - models once Django is ready
from django.core.files.base import ContentFile  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connections  # noqa: E402
from django.utils import timezone  # noqa: E402
from django_tasks import TaskResultStatus  # noqa: E402
from django_tasks_db.models import DBTaskResult  # noqa: E402

from grants.models import Check, Deliberation  # noqa: E402
from ingest.desk.files.deletion import delete_draft  # noqa: E402
from ingest.desk.queue import jobs  # noqa: E402
from ingest.management.commands import worker as command  # noqa: E402
from ingest.models import Job, KeptReading  # noqa: E402

SAMPLES = [
    Path(__file__).resolve().parent.parent / "data" / "samples" / f"{name}.pdf"
    for name in ("nord-2023-177", "nord-2024-161", "pdc-2023-259", "pdc-2025-237")
]
INTERVAL = 0.05  # seconds: a round waits for nothing else
PATIENCE = 120  # seconds for a file to be read on a busy machine


def start(work: Callable[[], object]) -> int:
    """This work in a process of its own; gives its process id."""
    connections.close_all()
    pid = os.fork()
    if pid:
        return pid
    status = 1
    try:
        work()
        status = 0
    except SystemExit as stopped:
        status = stopped.code
    finally:
        os._exit(status)


def start_worker() -> int:
    return start(partial(call_command, "worker", verbosity=0))


def end(pid: int, how: signal.Signals) -> int:
    """Send the signal and wait for the end; gives the exit status."""
    os.kill(pid, how)
    return os.waitpid(pid, 0)[1]


def wait_for(is_so, patience: float = PATIENCE) -> bool:
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        if is_so():
            return True
        time.sleep(0.02)
    return False


def let_an_hour_pass() -> None:
    """The dead give no sign of life for an hour: nobody has to wait for it."""
    hour_ago = timezone.now() - timedelta(hours=1)
    Job.objects.filter(state=Job.State.READING).update(heartbeat=hour_ago)
    DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING).update(started_at=hour_ago)


def ask(sample: Path, author: User) -> Job:
    content = sample.read_bytes()
    sent = jobs.Sent(ContentFile(content), sample.name, sha256(content).hexdigest(), page_count=0)
    return jobs.ask(sent, author=author)


def facts(act: Deliberation) -> list[int]:
    """What a whole act has; half of one has less of something."""
    lines = list(act.lines.values_list("amount_cents", flat=True))
    checks = Check.objects.filter(total__deliberation=act).count()
    parts = (act.stated_totals, act.leftovers, act.votes, act.decisions, act.recusals, act.kept_readings)
    return [len(lines), sum(lines), checks, *(part.count() for part in parts)]


def kept(job: Job, content: bytes) -> bool:
    """Whether the file is kept byte for byte, by the job or by the act that it led to."""
    holder = job.deliberation.source if job.deliberation else job.upload
    with holder.open("rb") as file:
        return file.read() == content


def readers_of(pid: int) -> list[int]:
    """The processes that read for this worker: its children, alive."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            after_name = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if after_name[1] == str(pid) and after_name[0] != "Z":
            found.append(int(status.parent.name))
    return found


def is_reading(pid: int) -> bool:
    try:
        return b"reading_process" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


def read_calmly(sample: Path, author: User) -> tuple[list[int], float]:
    """What a whole act of this sample is, and the seconds from the start of a worker to its end."""
    job, start = ask(sample, author), time.monotonic()
    worker = start_worker()
    wait_for(lambda: not Job.objects.live().exists())
    seconds = time.monotonic() - start
    end(worker, signal.SIGTERM)
    job.refresh_from_db()
    whole = facts(job.deliberation)
    delete_draft(job.deliberation, author)
    return whole, seconds


def same_moment(author: User) -> dict:
    """One file uploaded four times at once: how each ended, how many jobs, tasks and files there are."""
    uploads = [start(partial(ask, SAMPLES[0], author)) for _ in range(4)]
    statuses = [os.waitpid(pid, 0)[1] for pid in uploads]
    job = Job.objects.get()
    files = job.upload.storage.listdir("depots")[1]
    told = {"uploads": statuses, "jobs": 1, "tasks": DBTaskResult.objects.count(), "files": len(files)}
    jobs.cancel(job)
    jobs.forget(job)
    DBTaskResult.objects.all().delete()
    return told


def race(author: User) -> dict:
    """All samples at once, more workers than two: how often each was read, and how many acts there are."""
    for sample in SAMPLES:
        ask(sample, author)
    workers = [start_worker() for _ in range(3)]
    wait_for(lambda: not Job.objects.live().exists())
    for pid in workers:
        end(pid, signal.SIGTERM)
    told = {"race": list(Job.objects.values_list("state", "attempts")), "acts": KeptReading.objects.count()}
    for act in Deliberation.objects.all():
        delete_draft(act, author)
    return told


def one_round(sample: Path, whole: list[int], delay: float | None, author: User) -> dict:
    """One file, one worker killed after `delay` seconds (None: once it reads), two that end the work; the faults."""
    content, faults = sample.read_bytes(), []
    job = ask(sample, author)
    doomed = start_worker()
    if delay is None:
        wait_for(lambda: Job.objects.filter(state=Job.State.READING).exists())
    else:
        time.sleep(delay)
    readers = readers_of(doomed)
    end(doomed, signal.SIGKILL)

    job.refresh_from_db()
    state, step = job.state, job.step
    if not kept(job, content):
        faults.append("the file is lost")
    faults += ["half an act" for act in Deliberation.objects.all() if facts(act) != whole]
    if not wait_for(lambda: not any(is_reading(pid) for pid in readers)):
        faults.append("the reader outlives its worker")

    let_an_hour_pass()
    others = [start_worker(), start_worker()]
    if not wait_for(lambda: not Job.objects.live().exists()):
        faults.append("the job is not finished")
    statuses = [end(pid, signal.SIGTERM) for pid in others]
    faults += [f"a worker ended with status {status}" for status in statuses if status not in (0, signal.SIGTERM)]

    job.refresh_from_db()
    acts = list(Deliberation.objects.all())
    if job.state != Job.State.READ:
        faults.append(f"the job is {job.state}: {job.message}")
    if [facts(act) for act in acts] != [whole] or KeptReading.objects.count() != 1:
        faults.append(f"not one whole act: {[facts(act) for act in acts]}")
    elif not kept(job, content):
        faults.append("the file is lost in the end")
    for act in acts:
        delete_draft(act, author)
    return {
        "sample": sample.stem,
        "delay": delay,
        "state": state,
        "step": step,
        "tries": job.attempts,
        "faults": faults,
    }


def main(kills: int, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    call_command("migrate", verbosity=0)
    command.INTERVAL = INTERVAL
    command.require_ready_database = lambda: None  # it is, and sixty workers would look
    author = User.objects.create_user("agent")
    print(json.dumps(same_moment(author)), flush=True)
    print(json.dumps(race(author)), flush=True)
    # the longest takes as long as the three others
    samples = [SAMPLES[-1 if number % 8 == 4 else number % 3] for number in range(kills)]
    calm = {sample: read_calmly(sample, author) for sample in dict.fromkeys(samples)}
    for number, sample in enumerate(samples):
        whole, seconds = calm[sample]
        delay = None if number == 1 else seconds * (number + chance.random()) / kills
        print(json.dumps(one_round(sample, whole, delay, author)), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
