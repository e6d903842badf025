"""Memory freed: what the C library keeps of it to be used again, and Python's search for cycles.

Only how much memory the process holds and how long it takes depend on these, never what is read. Only glibc is told
what to keep.
"""

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

# Of `mallopt`, in <malloc.h>.
_M_TRIM_THRESHOLD: Final = -1
_M_MMAP_THRESHOLD: Final = -3
_M_ARENA_MAX: Final = -8
# Bytes. The largest block that may come from the heap. Where each page image of 6 MB is asked of the system, clearing
# 600 MB a page takes a fifth of the time in which Tesseract reads it.
LARGEST_BLOCK: Final = 32 << 20
# Bytes. More than this free at the end of the heap goes back at once: three images of a page at work wait there.
KEPT_FREE: Final = 16 << 20


def give_back() -> None:
    """Return what is free now: after a thousand pages, PDFium leaves 12 MB."""
    trim = _found("malloc_trim")
    if trim:
        trim(0)


def share_blocks() -> None:
    """From now on, threads take all blocks, those of page images too, from one heap, and leave them to one another.

    By default glibc keeps some for each thread: 60 MB of page images that nobody looks at any more.
    """
    tune = _found("mallopt")
    if tune:
        tune(_M_MMAP_THRESHOLD, LARGEST_BLOCK)
        tune(_M_TRIM_THRESHOLD, KEPT_FREE)
        tune(_M_ARENA_MAX, 1)


def _found(name: str) -> Any:
    return getattr(ctypes.CDLL(None), name, None)


@contextmanager
def collection_paused() -> Iterator[None]:
    """No cycle is looked for inside the `with` block, or the decorated function; what nothing refers to goes at once.

    The reader makes hundreds of thousands of small tuples and no cycle; looking for some took a sixth of its time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            # Set among the old objects at once: a single collection would look at all of them.
            gc.freeze()
            gc.unfreeze()
            gc.enable()
