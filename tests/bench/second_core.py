"""What the cores of this machine are worth together at this hour, for whoever reads a ratio measured on it.

Virtual cores may be halves of one, or lent to others meanwhile: two processes that share nothing may then take longer
side by side than each alone, and nothing that is measured beside them can do better.
"""

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
READING = "import pathlib, sys; from ingest.reader.pipeline import read_stages; read_stages(pathlib.Path(sys.argv[1]))"


def times_one(file: Path, processes: int = 2) -> float:
    """How many times as fast as one after the other so many readings of `file` are side by side, each in a process of
    its own: at most as many as there are processes."""
    alone = _seconds(file, 1)
    return processes * alone / _seconds(file, processes)


def _seconds(file: Path, processes: int) -> float:
    start = time.perf_counter()
    command = [sys.executable, "-c", READING, str(file.resolve())]
    readings = [subprocess.Popen(command, cwd=ROOT) for _ in range(processes)]
    if sum(abs(reading.wait()) for reading in readings):
        sys.exit(f"{file}: not read")
    return time.perf_counter() - start
