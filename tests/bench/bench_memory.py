"""The most memory that `extract` takes, and its time a page, on one file and on the same set end to end to many pages.

    python -m tests.bench.bench_memory FILE.pdf [--pages 50 1000]

Each length is read by a child process of its own; the peak is what the system says of it (`ru_maxrss`).
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pypdfium2

ROOT = Path(__file__).resolve().parents[2]


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
                f"{pages} pages: peak {peak:.0f} MB, {1000 * processor / pages:.1f} ms of processor a page, "
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
    start = time.perf_counter()
    command = [sys.executable, "manage.py", "extract", str(path), "--output", os.devnull]
    with subprocess.Popen(command, cwd=ROOT) as child:
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"extract ended with status {child.returncode}")
    return time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / 1e6


if __name__ == "__main__":
    main()
