"""Work that a second process does while this one does another part of it, for a command that has the machine to itself.

Takes a function; gives what it returns. A second process that fails says nothing: the work is done again here, so that
errors are those of one process. Files that others read at the same time are read in one process each.
"""

import os
import pickle
import signal
import sys
import threading
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Found = TypeVar("Found")


@contextmanager
def beside(work: Callable[[], Found], processes: int) -> Iterator[Callable[[], Found]]:
    """`work`, begun in a copy of this process; gives the function that waits for what it found.

    `work` is done when that is asked for, in this process, where there may be but one of the `processes`, or where a
    copy would be no safe one, because threads run here.
    """
    if processes < 2 or threading.active_count() > 1:
        yield work
        return
    told, telling = os.pipe()
    child = os.fork()
    if not child:
        _tell(work, telling)
    os.close(telling)
    answer = os.fdopen(told, "rb")
    try:
        yield lambda: _heard(answer.read(), work)
    finally:
        answer.close()
        os.kill(child, signal.SIGKILL)  # it has answered, or nobody waits for it any more
        os.waitpid(child, 0)


@contextmanager
def shared_numbers(count: int) -> Iterator[Iterator[int]]:
    """The numbers from 1 to `count`, few thousands at most, each for whichever of this process and its copies asks
    first: who is slower, or begins later, does less."""
    taken, given = os.pipe()
    with os.fdopen(given, "wb") as told:
        told.write(array("H", range(1, count + 1)).tobytes())
    try:
        yield iter(lambda: int.from_bytes(os.read(taken, 2), sys.byteorder), 0)
    finally:
        os.close(taken)


def _tell(work: Callable[[], object], telling: int) -> None:
    """The whole life of the second process: nothing of what the first one began is ended or written by it."""
    try:
        with os.fdopen(telling, "wb") as answer:
            pickle.dump(work(), answer, protocol=5)
    finally:
        os._exit(0)


def _heard(answer: bytes, work: Callable[[], Found]) -> Found:
    try:
        found: Found = pickle.loads(answer)  # noqa: S301 - written by a copy of this process, which has read no more
    except (pickle.UnpicklingError, EOFError):
        return work()
    return found
