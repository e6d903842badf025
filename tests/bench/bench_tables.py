"""How many times faster than pdfplumber's `extract_tables` a PDF is opened and its tables are found.

    python -m tests.bench.bench_tables FILE.pdf [--turns 3]

Both run in turn in one process and are timed in CPU seconds; the ratio of each turn and the median are printed.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pdfplumber

from ingest.reader.documents import open_document
from ingest.reader.tables import find_tables

Result = TypeVar("Result")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--turns", type=int, default=3)
    options = parser.parse_args()

    pages = len(open_document(options.file).pages)
    ratios = []
    for turn in range(1, options.turns + 1):
        opened, document = _timed(lambda: open_document(options.file))
        found, tables = _timed(lambda document=document: find_tables(document))
        theirs, _ = _timed(lambda: _extract_tables(options.file))
        ratios.append(theirs / (opened + found))
        print(
            f"{turn}: open {1000 * opened / pages:.2f} + tables {1000 * found / pages:.2f} ms a page, "
            f"{pages / (opened + found):.0f} pages a second, {len(tables)} tables; "
            f"pdfplumber {1000 * theirs / pages:.0f} ms a page; ratio {ratios[-1]:.1f}"
        )
    print(f"median ratio {statistics.median(ratios):.1f}")


def _timed(work: Callable[[], Result]) -> tuple[float, Result]:
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def _extract_tables(path: Path) -> int:
    with pdfplumber.open(path) as document:
        count = 0
        for page in document.pages:
            count += len(page.extract_tables())
            page.close()
        return count


if __name__ == "__main__":
    main()
