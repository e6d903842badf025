"""A process that must not outlive the one that started it, which holds the other end of its standard input.

However the parent ends, SIGKILL included, the system closes that end; no library and no signal of one system is needed.
"""

import contextlib
import os
import signal
from threading import Thread


def die_with_parent() -> None:
    """From now on, this process is killed as soon as its standard input ends. Nothing else may read it."""
    Thread(target=_wait_for_the_end, daemon=True).start()


def _wait_for_the_end() -> None:
    with contextlib.suppress(OSError):
        while os.read(0, 1024):
            pass
    os.kill(os.getpid(), signal.SIGKILL)
