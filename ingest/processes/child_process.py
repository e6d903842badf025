"""Work on a stored PDF in a child process that can be killed: a page of 756 bytes is enough to eat a machine's memory.

The parent runs one of our modules with `run_module`; the module's `main` goes through `within` first. Readings of whole
documents, which can be followed and stopped, are `ingest.processes.isolation`'s.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

from ingest.processes.limited import limit_process

_ROOT = Path(__file__).resolve().parent.parent.parent
_TOLD = 500  # characters of the last words of a child, for the log


class ChildError(Exception):
    """A child that did not do its work within its limits. `str(error)` says why, for the log."""


def bare_environment(inherited: Iterable[str] = ()) -> dict[str, str]:
    """The environment of a child that opens files of strangers: none of the secrets of the site, nothing but
    `inherited`. Modules that it compiles are kept, so that the next child begins in half the time."""
    own = {"PATH": os.defpath, "PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1"}
    return own | {name: os.environ[name] for name in inherited if name in os.environ}


def run_module(
    module: str, *arguments: str, seconds: int, said: bytes | None = None, inherited: Iterable[str] = ()
) -> bytes:
    """What `python -m module arguments…` answers, `said` on its input, with nothing of the environment but
    `inherited`. Raises ChildError where it takes more than `seconds` by the clock, dies, or gives up."""
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-m", module, *arguments],
            cwd=_ROOT,
            env=bare_environment(inherited),
            input=said or b"",
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise ChildError(f"stopped after {seconds} s") from None
    if done.returncode < 0:
        raise ChildError(f"ended by signal {-done.returncode}")
    if done.returncode:
        told = done.stderr.decode(errors="replace").strip()[-_TOLD:]
        raise ChildError(told or f"ended with status {done.returncode}")
    return done.stdout


def within(memory: int, seconds: int, work: Callable[[BinaryIO], None]) -> None:
    """The child's side: `work` within `memory` bytes of address space and `seconds` of processor, writing its answer
    on what it is given. Whatever a hostile file makes it raise, the parent gets one line of it."""
    limit_process(memory, seconds)
    # What a C library prints must not mix with the answer.
    answer = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    try:
        with answer:
            work(answer)
    except Exception as error:  # noqa: BLE001 - as said
        sys.exit(f"{type(error).__name__}: {error}")
