"""What the C library keeps of freed memory, given back to the system. Without effect where it is not glibc.

Only how much memory the process holds depends on it, never what is read.
"""

import ctypes
from typing import Any, Final

# Of `mallopt`, in <malloc.h>.
_M_MMAP_THRESHOLD: Final = -3
_M_ARENA_MAX: Final = -8
# Bytes. Page images are larger, what is allocated by thousands is smaller.
LARGE_BLOCK: Final = 1 << 20


def give_back() -> None:
    """Return what is free now: after a thousand pages, PDFium leaves 12 MB."""
    trim = _found("malloc_trim")
    if trim:
        trim(0)


def return_large_blocks() -> None:
    """From now on, return each large block as soon as it is freed, and share small ones between threads.

    By default glibc keeps blocks up to 32 MB for later, some for each thread: 60 MB of page images that nobody looks
    at any more.
    """
    tune = _found("mallopt")
    if tune:
        tune(_M_MMAP_THRESHOLD, LARGE_BLOCK)
        tune(_M_ARENA_MAX, 1)


def _found(name: str) -> Any:
    return getattr(ctypes.CDLL(None), name, None)
