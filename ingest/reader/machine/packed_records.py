"""Records as bytes and back, where they go from one process to another: nothing but records ever comes out.

Takes what a process that a hostile file has had in its hands may have written. It is no format to keep for years.
"""

import io
import pickle
from collections.abc import Callable
from typing import Any, BinaryIO

from ingest.reader.machine.on_disk import Drawer, InParts

# The only classes that the bytes may be made of.
_MODULES = (
    *(
        f"ingest.reader.records.{name}"
        for name in ("acts", "money", "pages", "personal", "printed", "reading", "tables")
    ),
    "ingest.reader.errors",
)
# Bytes that tell the length of what a file ends with.
_LENGTH = 8
_CLASSES = {("datetime", "date"), ("decimal", "Decimal")}


class NotRecordsError(Exception):
    """Bytes that are no records, or that hold something else."""


def pack_records(found: object) -> bytes:
    """Any record, error of the reader, text or number."""
    return pickle.dumps(found, protocol=5)


def unpack_records(content: bytes) -> Any:
    """What was packed. Raises NotRecordsError."""
    try:
        return _Records(io.BytesIO(content)).load()
    except (pickle.UnpicklingError, EOFError) as error:
        raise NotRecordsError(str(error)) from error


def write_records(found: object, write: Callable[[bytes], object]) -> None:
    """The same in a file, by `write`: first the parts of each sequence that waits on disk, as they stand there; then
    the rest, and its length."""
    content = io.BytesIO()
    _Written(content, write).dump(found)
    write(content.getvalue())
    write(len(content.getvalue()).to_bytes(_LENGTH))


def read_records(file: BinaryIO) -> Any:
    """What was written in a file; its sequences in parts wait there. Raises NotRecordsError."""
    try:
        end = file.seek(-_LENGTH, io.SEEK_END)
        file.seek(end - int.from_bytes(file.read(_LENGTH)))
        return _Records(file, Drawer(file, unpack_records)).load()
    except (pickle.UnpicklingError, EOFError, ValueError, TypeError, OSError) as error:
        raise NotRecordsError(str(error)) from error


class _Written(pickle.Pickler):
    def __init__(self, content: io.BytesIO, write: Callable[[bytes], object]) -> None:
        super().__init__(content, protocol=5)
        self._write, self._end = write, 0

    def persistent_id(self, one: object) -> list[tuple[int, int, int]] | None:
        if not isinstance(one, InParts):
            return None
        places = []
        for content, count in one.written:
            self._write(content)
            places.append((self._end, len(content), count))
            self._end += len(content)
        return places


class _Records(pickle.Unpickler):
    """A pickle that can hold nothing but what a reading is made of; its sequences in parts are in the drawer."""

    def __init__(self, content: BinaryIO, drawer: Drawer | None = None) -> None:
        super().__init__(content)
        self._drawer = drawer

    def persistent_load(self, places: Any) -> InParts[Any]:
        if self._drawer is None:
            raise pickle.UnpicklingError("parts without a drawer")
        return InParts.found_in(self._drawer, places)

    def find_class(self, module: str, name: str) -> object:
        if module in _MODULES or (module, name) in _CLASSES:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")
