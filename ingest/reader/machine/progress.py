"""How far a reading is: the stages say it here, whoever waits listens. Without a listener nothing happens."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final, TypeVar

# What a stage is busy with.
PAGES: Final = "pages"
SCANS: Final = "scans"
TABLES: Final = "tables"

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Progress:
    """Pages done and pages in all of one step (`PAGES`, `SCANS` or `TABLES`)."""

    step: str
    done: int
    total: int


Listener = Callable[[Progress], None]
_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


@contextmanager
def told_to(listener: Listener) -> Iterator[None]:
    """Within this block, `listener` is called after each page of each step."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)


def tell(step: str, done: int, total: int) -> None:
    """Say how far `step` is."""
    listener = _listener.get()
    if listener:
        listener(Progress(step, done, total))


def counted(things: Iterable[Found], step: str, total: int) -> Iterator[Found]:
    """The same things, each told once it is there."""
    tell(step, 0, total)
    for done, thing in enumerate(things, 1):
        tell(step, done, total)
        yield thing
