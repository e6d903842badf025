"""The most memory that `extract` takes, and its time a page, on one file and on the same set end to end to many pages.

    python -m tests.bench.bench_memory FILE.pdf [--pages 50 1000]

Each length is read by a child process of its own. `extract` begins a second process now and then, which shares most of
its pages with the first: the peak is that of what both hold together (Linux, `Pss`), looked at every few milliseconds.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pypdfium2

ROOT = Path(__file__).resolve().parents[2]
# Seconds between two looks at the memory.
BETWEEN = 0.02


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--pages", type=int, nargs="*", default=[50, 1000])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for pages in options.pages:
            path = Path(folder, f"{pages}.pdf")
            _repeat(options.file, pages, path)
            clock, processor, peak = _extract(path)
            print(
                f"{pages} pages: peak {peak:.0f} MB in all, {1000 * processor / pages:.1f} ms of processor a page, "
                f"{clock:.1f} s by the clock"
            )


def _repeat(file: Path, pages: int, path: Path) -> None:
    """A PDF of this many pages: those of the file, again and again."""
    with pypdfium2.PdfDocument(file) as source, pypdfium2.PdfDocument.new() as made:
        while len(made) < pages:
            made.import_pages(source, list(range(min(len(source), pages - len(made)))))
        made.save(path)


def _extract(path: Path) -> tuple[float, float, float]:
    """Seconds by the clock and of the processor, and megabytes at the peak, of one run of the command."""
    before = _processor()
    start = time.perf_counter()
    command = [sys.executable, "manage.py", "extract", str(path), "--output", os.devnull]
    peak = 0.0
    with subprocess.Popen(command, cwd=ROOT) as child:
        while child.poll() is None:
            peak = max(peak, sum(map(_held, (child.pid, *_children(child.pid)))))
            time.sleep(BETWEEN)
    if child.returncode:
        sys.exit(f"extract ended with status {child.returncode}")
    return time.perf_counter() - start, _processor() - before, peak


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _children(process: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


def _held(process: int) -> float:
    """Megabytes of a process, what it shares with another counted by half; 0 for one that has ended."""
    try:
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) * 1024 / 1e6 for line in rollup.splitlines() if line.startswith("Pss:"))


if __name__ == "__main__":
    main()
