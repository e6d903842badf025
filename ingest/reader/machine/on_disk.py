"""What a long document holds, kept on disk while nobody looks at it, in a file without a name, gone with its reader.

Takes sequences of records; gives sequences equal to them, which weigh a hundred bytes and are read again each time that
they are looked into. Nothing is lost: what no disk has room for stays in memory.
"""

import os
import pickle
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Final, Generic, TypeVar, overload
from weakref import WeakValueDictionary, finalize

Kept = TypeVar("Kept")

# Each drawer by its number, for what a copy of this process put in a drawer that both have.
_drawers: Final[WeakValueDictionary[int, "Drawer"]] = WeakValueDictionary()
_numbers: Final = count(1)


class Drawer:
    """One file. A copy of this process made later may look into it; only one of the two may go on putting things in."""

    def __init__(self) -> None:
        from tempfile import TemporaryFile  # noqa: PLC0415 - short documents have no use for it, and begin at once

        with TemporaryFile() as file:
            self._descriptor = os.dup(file.fileno())
        finalize(self, os.close, self._descriptor)
        self._end = 0
        self._number = next(_numbers)
        _drawers[self._number] = self

    def keep(self, records: Sequence[Kept]) -> Sequence[Kept]:
        """The same records, kept in this drawer; themselves where there are none, or where the disk is full."""
        if not records:
            return records
        content, start = pickle.dumps(records, protocol=5), self._end
        try:
            while self._end < start + len(content):
                self._end += os.pwrite(self._descriptor, content[self._end - start :], self._end)
        except OSError:
            self._end = start
            return records
        return OnDisk(self, start, len(content), len(records))

    def take(self, start: int, length: int) -> bytes:
        """What was put at this place."""
        return os.pread(self._descriptor, length, start)

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return _numbered, (self._number,)


def _numbered(number: int) -> Drawer:
    return _drawers[number]


class OnDisk(Sequence[Kept], Generic[Kept]):
    """A sequence in a drawer, equal to any sequence of the same records."""

    __slots__ = ("_drawer", "_start", "_length", "_count")

    def __init__(self, drawer: Drawer, start: int, length: int, count: int) -> None:
        self._drawer, self._start, self._length, self._count = drawer, start, length, count

    @property
    def taken_out(self) -> Sequence[Kept]:
        """The very sequence that was kept, read again."""
        kept: Sequence[Kept] = pickle.loads(self._drawer.take(self._start, self._length))  # noqa: S301 - our own file
        return kept

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Kept]:
        return iter(self.taken_out)

    @overload
    def __getitem__(self, index: int) -> Kept: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Kept]: ...

    def __getitem__(self, index: int | slice) -> Kept | Sequence[Kept]:
        return self.taken_out[index]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))
