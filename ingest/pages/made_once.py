"""Files made of a stored PDF by a child process, once, and kept: page images, copies for the public.

A file that could not be made is not tried again for a while: the reason is kept beside its place.
"""

import fcntl
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from ingest.processes.child_process import ChildError

FAILURE_KEPT_SECONDS = 3600  # before what failed is tried again: the machine may only have been busy


def made_once(target: Path, make: Callable[[Path], None]) -> Path:
    """`target`, made by `make` if it is not there: that writes the file of the path that it is given.

    Of two who ask at once, the second waits and finds what the first made. Raises ChildError, as `make` may.
    """
    if target.exists():
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not target.exists():
            _make(target, make)
    return target


def _make(target: Path, make: Callable[[Path], None]) -> None:
    failure = target.with_suffix(".failed")
    if reason := _kept_failure(failure):
        raise ChildError(reason)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        made = Path(folder) / target.name
        try:
            make(made)
            if not made.exists():
                raise ChildError("nothing was made")
        except ChildError as error:
            failure.write_text(str(error))
            raise
        made.replace(target)
    failure.unlink(missing_ok=True)


def _kept_failure(failure: Path) -> str:
    """Why it could not be made a short while ago; empty where it may be tried."""
    try:
        return failure.read_text() if time.time() - failure.stat().st_mtime < FAILURE_KEPT_SECONDS else ""
    except FileNotFoundError:
        return ""
