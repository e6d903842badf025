"""How many pages are recognised at once."""

import os
from typing import Final

# Names the environment variable that says how many, where that is not one a core.
THREADS_VARIABLE: Final = "READER_THREADS"


def threads_for(pages: int) -> int:
    """How many of so many `pages`: as many as `READER_THREADS` says, or as this process has cores."""
    said = os.environ.get(THREADS_VARIABLE, "")
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(int(said) if said.isdecimal() else cores, pages))
