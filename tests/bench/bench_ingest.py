"""How much faster two workers of `ingest` are than one on the same files, and what each part costs.

    python -m tests.bench.bench_ingest FILE.pdf… [--workers 2] [--turns 3]

Each run saves into an empty base of its own, so that nothing is known before. One worker and several are timed in
turn, by the clock and in seconds of processor: those of the readings, in child processes, and those of the command
itself, which starts, finds the files and saves. One worker reads and saves in turn; with several, one file is saved
while others are read. The start (0.8 s of processor) and the last saving have nothing beside them: the more files, the
nearer to twice as fast two workers are. Nobody goes faster than the cores: in each turn, as many readings of the first
file that share nothing are timed too, one alone and all side by side. Not to be asked of scans: one worker recognises a
page on each core already. On a machine with other work, the clock says little. Python's bytecode is kept in a folder of
the run, as an installation keeps it: where nothing may be written beside the code, every process would compile it anew.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests.bench.second_core import times_one

ROOT = Path(__file__).resolve().parents[2]
# Run in a child: the command, then what it and its readings took.
TIMED = (
    "import json, resource, sys\n"
    "from django.core.management import execute_from_command_line as run\n"
    "try:\n    run(sys.argv)\n"
    "except SystemExit:\n    pass\n"
    "uses = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]\n"
    "print(json.dumps([use.ru_utime + use.ru_stime for use in uses]), file=sys.stderr)\n"
)


class Run(NamedTuple):
    """Seconds: by the clock, of processor in the command, of processor in its readings."""

    clock: float
    command: float
    readings: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--turns", type=int, default=3)
    options = parser.parse_args()
    ratios, most = [], []
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder, "empty")
        empty.mkdir()
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder, "bytecode"))
        _manage(empty, "migrate", "--verbosity", "0")
        _ingest(empty, options.files[:1], 1)
        for turn in range(1, options.turns + 1):
            one, several = (_ingest(empty, options.files, workers) for workers in (1, options.workers))
            ratios.append(one.clock / several.clock)
            most.append(times_one(options.files[0], options.workers))
            print(
                f"{turn}: 1 worker {_told(one)}; {options.workers} workers {_told(several)}; ratio {ratios[-1]:.2f} "
                f"where readings that share nothing reach {most[-1]:.2f}"
            )
    print(
        f"{len(options.files)} files, median ratio {statistics.median(ratios):.2f} on {os.cpu_count()} cores, "
        f"where readings that share nothing reach {statistics.median(most):.2f}"
    )


def _told(run: Run) -> str:
    return f"{run.clock:.1f} s ({run.readings:.1f} s of processor reading, {run.command:.1f} in the command)"


def _ingest(empty: Path, files: list[Path], workers: int) -> Run:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder, "data")
        shutil.copytree(empty, data)
        start = time.perf_counter()
        done = _manage(data, "ingest", "--json", "--workers", str(workers), *(str(file.resolve()) for file in files))
        clock = time.perf_counter() - start
    told = json.loads(done.stdout)
    for entry in told["files"]:
        if entry["error"]:
            print(f"not read: {entry['error']}", file=sys.stderr)
    return Run(clock, *json.loads(done.stderr.splitlines()[-1]))


def _manage(data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "DATA_DIR": str(data), "DJANGO_SETTINGS_MODULE": "portal.settings"}
    command = [sys.executable, "-c", TIMED, *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)


if __name__ == "__main__":
    main()
