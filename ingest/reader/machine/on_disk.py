"""What a long document holds, kept on disk while nobody looks at it, in a file without a name, gone with its reader.

Takes sequences of records; gives sequences equal to them, which weigh a hundred bytes and are read again each time that
they are looked into. Nothing is lost: what no disk has room for stays in memory.
"""

import os
import pickle
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from itertools import count, islice
from operator import eq
from typing import Any, BinaryIO, Final, Generic, TypeVar, overload
from weakref import WeakValueDictionary, finalize

Kept = TypeVar("Kept")

# Parts that a drawer keeps at hand once they are read again.
AT_HAND: Final = 8
# Records of a part of a sequence that is parted anywhere.
RECORDS_OF_A_PART: Final = 100

# Each drawer by its number, for what a copy of this process put in a drawer that both have.
_drawers: Final[WeakValueDictionary[int, "Drawer"]] = WeakValueDictionary()
_numbers: Final = count(1)


class Drawer:
    """One file. A copy of this process made later may look into it; only one of the two may go on putting things in.

    `filled`: a file that another process has filled, of which `loads` makes records.
    """

    def __init__(self, filled: BinaryIO | None = None, loads: Callable[[bytes], Any] = pickle.loads) -> None:
        from tempfile import TemporaryFile  # noqa: PLC0415 - short documents have no use for it, and begin at once

        with nullcontext(filled) if filled else TemporaryFile() as file:
            self._descriptor = os.dup(file.fileno())
        finalize(self, os.close, self._descriptor)
        self._end = os.fstat(self._descriptor).st_size
        self._loads = loads
        self._at_hand: dict[int, Sequence[Any]] = {}
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

    def records(self, start: int, length: int) -> Any:
        """The records that were kept at this place, made again."""
        return self._loads(self.take(start, length))

    def at_hand(self, start: int, length: int) -> Sequence[Any]:
        """The records that were kept at this place, those that were asked for last read once."""
        found = self._at_hand.pop(start, None)
        if found is None:
            found = self.records(start, length)
            if len(self._at_hand) >= AT_HAND:
                del self._at_hand[next(iter(self._at_hand))]
        self._at_hand[start] = found
        return found

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return _numbered, (self._number,)


def _numbered(number: int) -> Drawer:
    return _drawers[number]


class _Kept(Sequence[Kept], Generic[Kept]):
    """Equal to any sequence of the same records."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        # One after the other: neither is ever whole in memory.
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))


class OnDisk(_Kept[Kept]):
    """A sequence in a drawer."""

    __slots__ = ("_drawer", "_start", "_length", "_count")

    def __init__(self, drawer: Drawer, start: int, length: int, count: int) -> None:
        self._drawer, self._start, self._length, self._count = drawer, start, length, count

    @property
    def taken_out(self) -> Sequence[Kept]:
        """The very sequence that was kept, read again."""
        kept: Sequence[Kept] = self._drawer.records(self._start, self._length)
        return kept

    @property
    def at_hand(self) -> Sequence[Kept]:
        """The same, as it was read again for another a moment ago, if it was."""
        return self._drawer.at_hand(self._start, self._length)

    @property
    def content(self) -> bytes:
        """What was written of it."""
        return self._drawer.take(self._start, self._length)

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


class InParts(_Kept[Kept]):
    """A sequence of any length, that may grow: its records in a drawer part by part, a few parts at hand at a time.

    A record that is asked for twice may come as two that are equal; those of one part come together.
    """

    __slots__ = ("_drawer", "_parts", "_ends")

    def __init__(self, drawer: Drawer, parts: Iterable[Sequence[Kept]] = ()) -> None:
        self._drawer = drawer
        self._parts: list[Sequence[Kept]] = []
        self._ends = [0]
        for part in parts:
            self.add(part)

    @classmethod
    def found_in(cls, drawer: Drawer, places: Iterable[tuple[int, int, int]]) -> "InParts[Kept]":
        """The sequence whose parts another process has put in the drawer: where each begins, its bytes, its records.
        Raises ValueError where they are not there."""
        found: InParts[Kept] = cls(drawer)
        for start, length, records in places:
            part: OnDisk[Kept] = OnDisk(drawer, start, length, records)
            if not isinstance(part.at_hand, tuple | list) or len(part.at_hand) != records:
                raise ValueError(f"no {records} records")
            found._append(part)
        return found

    def add(self, part: Sequence[Kept]) -> None:
        """Keep these records after the others, together."""
        if part:
            self._append(self._drawer.keep(part))

    def _append(self, part: Sequence[Kept]) -> None:
        self._parts.append(part)
        self._ends.append(self._ends[-1] + len(part))

    @property
    def written(self) -> Iterator[tuple[bytes, int]]:
        """What is written of each part, and how many records it holds."""
        for part in self._parts:
            yield part.content if isinstance(part, OnDisk) else pickle.dumps(part, protocol=5), len(part)

    def each_part(self, change: Callable[[Sequence[Kept]], Sequence[Kept]]) -> "InParts[Kept]":
        """The sequence with each of its parts changed."""
        return InParts(self._drawer, map(change, map(_at_hand, self._parts)))

    def __len__(self) -> int:
        return self._ends[-1]

    def __iter__(self) -> Iterator[Kept]:
        for part in self._parts:
            yield from _at_hand(part)

    @overload
    def __getitem__(self, index: int) -> Kept: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Kept]: ...

    def __getitem__(self, index: int | slice) -> Kept | Sequence[Kept]:
        places = range(len(self))[index]
        if isinstance(places, range):
            return _Stretch(self, places)
        number = bisect_right(self._ends, places) - 1
        return _at_hand(self._parts[number])[places - self._ends[number]]


class _Stretch(_Kept[Kept]):
    """Some of the records of a sequence in parts, looked for when they are asked for."""

    __slots__ = ("_whole", "_places")

    def __init__(self, whole: InParts[Kept], places: range) -> None:
        self._whole, self._places = whole, places

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[Kept]:
        return map(self._whole.__getitem__, self._places)

    @overload
    def __getitem__(self, index: int) -> Kept: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Kept]: ...

    def __getitem__(self, index: int | slice) -> Kept | Sequence[Kept]:
        places = self._places[index]
        return _Stretch(self._whole, places) if isinstance(places, range) else self._whole[places]


def in_parts(records: Iterable[Kept]) -> InParts[Kept]:
    """The records in parts, one after the other, in a drawer of their own."""
    waiting = iter(records)
    return InParts(Drawer(), iter(lambda: tuple(islice(waiting, RECORDS_OF_A_PART)), ()))


def _at_hand(part: Sequence[Kept]) -> Sequence[Kept]:
    return part.at_hand if isinstance(part, OnDisk) else part
