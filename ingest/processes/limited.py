"""Work done in a copy of this process that may not take more than so much memory, and that dies with it.

A PDF of ten kilobytes can ask for all the memory of a machine; where there is a limit, PDFium ends its process, and
somebody must be left to say why. No Django here: `extract` starts at once.
"""

import ctypes
import os
import resource
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn

_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of Linux's prctl(2)


def limit_process(memory: int, seconds: int = 0) -> None:
    """From now on, this process may take at most `memory` bytes of address space and, but for 0, so many `seconds` of
    processor, and leaves no image of its memory behind."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    if seconds:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))


def limited(work: Callable[[], int], memory: int) -> int:
    """The exit status of `work`, done in a copy of this process with at most `memory` bytes of address space; where a
    signal ended that, its number below 0. The copy writes to the same outputs."""
    child = os.fork()
    if not child:
        _die_with_parent()
        limit_process(memory)
        _end(work())
    interrupted = signal.signal(signal.SIGINT, signal.SIG_IGN)  # the copy hears it too, and ends
    try:
        _, status = os.waitpid(child, 0)
    finally:
        signal.signal(signal.SIGINT, interrupted)
    return os.waitstatus_to_exitcode(status)


def _end(status: int) -> NoReturn:
    """End at once: taking apart what was read, record by record, takes a twentieth of the time of a reading."""
    for output in (sys.stdout, sys.stderr):
        with suppress(OSError):  # `work` has said that nobody listens
            output.flush()
    os._exit(status)


def _die_with_parent() -> None:
    # No thread that waits, as `lifeline` starts: the copy may be copied again. Elsewhere than under Linux, a copy whose
    # parent was killed ends its file first.
    if hasattr(ctypes.CDLL(None), "prctl"):
        ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)
