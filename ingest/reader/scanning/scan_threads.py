"""How many pages are recognised at once, each by one thread."""

import os
from typing import Final

# Names the environment variable that says how many, where that is not one a core.
THREADS_VARIABLE: Final = "READER_THREADS"


# Tells the algebra of NumPy how many threads to start as it is loaded.
ALGEBRA_VARIABLE: Final = "OPENBLAS_NUM_THREADS"


def start_no_others() -> None:
    """NumPy is about to be loaded: no threads of its own, which wait at full speed for work that images do not give
    them, a twentieth of the time of a page; where nothing else is said."""
    os.environ.setdefault(ALGEBRA_VARIABLE, "1")


def threads_for(pages: int) -> int:
    """How many of so many `pages`: as many as `READER_THREADS` says, or as this process has cores."""
    said = os.environ.get(THREADS_VARIABLE, "")
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(int(said) if said.isdecimal() else cores, pages))
