"""Work that a second process does while this one does another part of it, for a command that has the machine to itself.

Takes functions; gives what they return. A second process that fails says nothing: the work is done again here, so that
errors are those of one process. Files that others read at the same time are read in one process each.
"""

import fcntl
import os
import pickle
import signal
import sys
import threading
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from typing import Any, BinaryIO, Final, NoReturn, TypeVar

# Bytes, the most that Linux gives to anybody: what was found in a hundred pages is told before the listener asks.
LARGE_PIPE: Final = 1 << 20
# Items that are worth a copy of this process: tables, of which it reads two in a millisecond.
FEWEST_SHARED: Final = 20

# How a function is asked of each thing alone: as by `map`, or by two processes.
Share = Callable[..., Iterable[Any]]

Given = TypeVar("Given")
Found = TypeVar("Found")


@contextmanager
def beside(works: Sequence[Callable[[], Any]], processes: int) -> Iterator[list[Callable[[], Any]]]:
    """`works`, done one after the other by a copy of this process; gives for each the function that waits for what it
    found, to be asked in the same order.

    They are done when that is asked for, in this process, where there may be but one of the `processes`, or where a
    copy would be no safe one, because threads run here.
    """
    if processes < 2 or threading.active_count() > 1:
        yield list(works)
        return
    told, telling = os.pipe()
    with suppress(OSError, AttributeError):  # Linux alone; a process may not have many
        fcntl.fcntl(telling, fcntl.F_SETPIPE_SZ, LARGE_PIPE)
    child = os.fork()
    if not child:
        _tell(works, telling)
    os.close(telling)
    answers = os.fdopen(told, "rb")
    try:
        yield [partial(_heard, answers, work) for work in works]
    finally:
        answers.close()
        os.kill(child, signal.SIGKILL)  # it has answered, or nobody waits for it any more
        os.waitpid(child, 0)


def shared_by_two(work: Callable[[Given], Found], items: Sequence[Given]) -> list[Found]:
    """What `work` gives for each of the items, in order; each of many is done by whichever of this process and a copy
    of it is the first to be free."""
    with _parted(work, items) as (found, _):
        return found


@contextmanager
def shared_then(then: Callable[[], Found]) -> Iterator[tuple[Share, Callable[[], Found]]]:
    """`shared_by_two`, to be asked once, and the function that waits for what the copy of this process finds by `then`
    once no item is left: one copy for both."""
    with ExitStack() as copies:
        later = then

        def share(work: Callable[[Any], Any], items: Sequence[Any]) -> list[Any]:
            nonlocal later
            found, (later,) = copies.enter_context(_parted(work, items, then))
            return found

        yield share, lambda: later()


@contextmanager
def _parted(
    work: Callable[[Given], Found], items: Sequence[Given], *then: Callable[[], Any]
) -> Iterator[tuple[list[Found], list[Callable[[], Any]]]]:
    with shared_numbers(len(items)) as numbers:

        def taken() -> dict[int, Found]:
            return {number: work(items[number - 1]) for number in numbers}

        with beside([taken, *then], processes=2 if len(items) >= FEWEST_SHARED else 1) as (others, *later):
            found = taken()
            found |= others()
            # What the copy took and did not tell is done here.
            yield [found[number] if number in found else work(one) for number, one in enumerate(items, 1)], later


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


def _tell(works: Iterable[Callable[[], object]], telling: int) -> NoReturn:
    """The whole life of the second process: nothing of what the first one began is ended or written by it."""
    try:
        with os.fdopen(telling, "wb") as answers:
            for work in works:
                # Made before it is written: the first process may not listen yet.
                answers.write(pickle.dumps(work(), protocol=5))
                answers.flush()
    finally:
        os._exit(0)


def _heard(answers: BinaryIO, work: Callable[[], Any]) -> Any:
    try:
        return pickle.load(answers)  # noqa: S301 - written by a copy of this process, which has read no more
    except (pickle.UnpicklingError, EOFError):
        return work()
