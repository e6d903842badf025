"""`ingest` killed at random moments, over real files and a real database: what is found after each, as JSON lines.

`python -m tests.ingest.ingest_trial KILLS SEED`. Two workers read the files. In turn, the command itself is killed, or
one of its readers, each time a little later in the work; then the same command is run again, to the end.
"""

import io
import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402 - once Django is ready
from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402

from grants.models import Deliberation  # noqa: E402
from ingest.desk.files.deletion import delete_draft  # noqa: E402
from ingest.management.commands.ingest import ALL_WELL, SOME_FAILED  # noqa: E402
from tests.ingest.worker_trial import SAMPLES, end, facts, is_reading, readers_of, start, wait_for  # noqa: E402

FILES = [str(sample) for sample in SAMPLES[:3]]
Facts = dict[str, list[int]]


def ingest() -> None:
    call_command("ingest", *FILES, workers=2, stdout=io.StringIO(), stderr=io.StringIO())


def status_of(pid: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def stored() -> Facts:
    """What each act of the database has, by its number."""
    return {act.number: facts(act) for act in Deliberation.objects.all()}


def files_kept() -> set[str]:
    """The PDFs in the folder of uploads."""
    root = Path(settings.MEDIA_ROOT)
    return {str(file.relative_to(root)) for file in root.rglob("*.pdf")}


def delete_all(author: User) -> None:
    for act in Deliberation.objects.all():
        delete_draft(act, author)


def kill_the_command(doomed: int) -> list[str]:
    """Kill it; gives what was wrong."""
    readers = readers_of(doomed)
    end(doomed, signal.SIGKILL)
    gone = wait_for(lambda: not any(is_reading(pid) for pid in readers))
    return [] if gone else ["a reader outlives its command"]


def kill_a_reader(doomed: int, chance: random.Random) -> list[str]:
    """Kill one of its readers, if there is any, and let it go on; gives what was wrong."""
    readers = [pid for pid in readers_of(doomed) if is_reading(pid)]
    if readers:
        os.kill(chance.choice(readers), signal.SIGKILL)
    status = status_of(doomed)
    return [] if status in (ALL_WELL, SOME_FAILED) else [f"the command ended with status {status}"]


def one_round(whole: Facts, delay: float, kill: Callable[[int], list[str]], author: User) -> dict:
    """The command run, something of it killed after `delay` seconds, the same command again; what was wrong."""
    doomed = start(ingest)
    time.sleep(delay)
    faults = kill(doomed)
    found = stored()
    faults += [f"half an act: {number}" for number, one in found.items() if one != whole.get(number)]

    status = status_of(start(ingest))
    if status != ALL_WELL:
        faults.append(f"the next run ended with status {status}")
    if stored() != whole:
        faults.append(f"not the same acts: {stored()}")
    named = {act.source.name for act in Deliberation.objects.all()}
    if files_kept() != named:
        faults.append(f"other files than those of the acts: {sorted(files_kept() ^ named)}")
    delete_all(author)
    return {"delay": delay, "acts": len(found), "faults": faults}


def main(kills: int, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    call_command("migrate", verbosity=0)
    author = User.objects.create_user("agent")
    begun = time.monotonic()
    status_of(start(ingest))
    seconds, whole = time.monotonic() - begun, stored()
    delete_all(author)
    print(json.dumps({"acts": len(whole), "files": sorted(files_kept())}), flush=True)
    for number in range(kills):
        kill = partial(kill_a_reader, chance=chance) if number % 2 else kill_the_command
        delay = seconds * (number + chance.random()) / kills
        print(json.dumps(one_round(whole, delay, kill, author)), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
