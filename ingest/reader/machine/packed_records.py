"""Records as bytes and back, where they go from one process to another: nothing but records ever comes out.

Takes what a process that a hostile file has had in its hands may have written. It is no format to keep for years.
"""

import io
import pickle
from typing import Any

# The only classes that the bytes may be made of.
_MODULES = (
    *(
        f"ingest.reader.records.{name}"
        for name in ("acts", "money", "pages", "personal", "printed", "reading", "tables")
    ),
    "ingest.reader.errors",
)
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


class _Records(pickle.Unpickler):
    """A pickle that can hold nothing but what a reading is made of."""

    def find_class(self, module: str, name: str) -> object:
        if module in _MODULES or (module, name) in _CLASSES:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name}")
