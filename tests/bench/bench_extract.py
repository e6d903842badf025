"""How many times faster than pdfplumber's `extract_tables` alone a whole `extract` is, and what else it costs.

    python -m tests.bench.bench_extract FILE.pdf … [--turns 3] [--pages 50 1000]

For each file, in turn: `extract` from the path to the CSV lines, with the second process that it begins where a core
is free, and `extract_tables` on every page. Ratios by the clock and in CPU seconds, those of both processes, medians
of the turns; where a machine has other work, the clock says little. What two readings that share nothing reach side by
side is as much as a second process can bring. Then the cells of pdfplumber that ours print alike on the same page. At
the end, the start of the command up to the first page, and pages a second on the pages of the first file set one after
the other up to fifty and to a thousand: the two rates are one where the cost follows the pages.
"""

import argparse
import io
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pdfplumber
import pypdfium2

from ingest import extraction
from ingest.reader.documents import open_document
from ingest.reader.layout.pages.page_tables import page_tables
from tests.bench.second_core import times_one

ROOT = Path(__file__).resolve().parents[2]


class Cost(NamedTuple):
    clock: float
    processor: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE.pdf")
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--pages", type=int, nargs="*", default=[50, 1000], help="sizes of the files made longer")
    options = parser.parse_args()
    for file in options.files:
        _compare(file, options.turns)
    _start(options.turns)
    _lengthen(options.files[0], options.pages, options.turns)


# ---- against pdfplumber --------------------------------------------------------------------------------------------


def _compare(file: Path, turns: int) -> None:
    ours, theirs = [], []
    for _ in range(turns):
        ours.append(_timed(lambda: _extract(file)))
        theirs.append(_timed(lambda: _plumbed_cells(file)))
    most = statistics.median(times_one(file) for _ in range(turns))
    ratios = [
        Cost(their.clock / our.clock, their.processor / our.processor) for our, their in zip(ours, theirs, strict=True)
    ]
    clock, processor = (statistics.median(one) for one in zip(*ratios, strict=True))
    pages, alike, printed = _cells_alike(file)
    print(
        f"{file.name}: {pages} pages, extract {_median(ours)}, extract_tables {_median(theirs)}; "
        f"ratio {clock:.1f} by the clock, {processor:.1f} CPU; two processes at most {most:.2f} times one; "
        f"{alike} of {printed} cells alike"
    )


def _extract(file: Path) -> None:
    if extraction.run(extraction.Asked(str(file)), io.StringIO()) != extraction.DONE:
        sys.exit(f"{file}: nothing was extracted")


def _plumbed_cells(file: Path) -> list[Counter[str]]:
    """What the cells of each page print in tables of several columns, white space left out."""
    with pdfplumber.open(file) as document:
        cells = []
        for page in document.pages:
            # A column alone is a frame around prose, which is no table here.
            tables = [table for table in page.extract_tables() if len(table[0]) > 1]
            texts = (text for table in tables for row in table for text in row)
            cells.append(Counter("".join(text.split()) for text in texts if text and text.strip()))
            page.close()
        return cells


def _own_cells(file: Path) -> list[Counter[str]]:
    return [
        Counter(
            "".join(piece.text.split())
            for table in tables
            for row in range(len(table.rows))
            for piece in table.row_pieces(row)
            if piece.text
        )
        for tables in page_tables(open_document(file).pages)
    ]


def _cells_alike(file: Path) -> tuple[int, int, int]:
    """Pages, cells of pdfplumber that one of ours prints too on the same page, and all of its cells."""
    ours, theirs = _own_cells(file), _plumbed_cells(file)
    alike = sum((mine & other).total() for mine, other in zip(ours, theirs, strict=True))
    return len(ours), alike, sum(other.total() for other in theirs)


# ---- start and length ----------------------------------------------------------------------------------------------


def _start(turns: int) -> None:
    """A file that is no PDF is refused before any page: what is left is the start."""
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder, "empty.pdf")
        empty.touch()
        command = [sys.executable, str(ROOT / "manage.py"), "extract", str(empty)]
        costs = [_timed(lambda: subprocess.run(command, capture_output=True)) for _ in range(turns)]
    print(f"start of the command: {_median(costs)}")


def _lengthen(file: Path, sizes: list[int], turns: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder, f"{size}.pdf")
            _repeat_pages(file, size, path)
            cost = min(_timed(lambda path=path: _extract(path)) for _ in range(turns))
            rates = f"{size / cost.clock:.0f} pages a second by the clock, {size / cost.processor:.0f} CPU"
            print(f"{size} pages of {file.name}: {rates}")


def _repeat_pages(file: Path, size: int, path: Path) -> None:
    with pypdfium2.PdfDocument(file) as source, pypdfium2.PdfDocument.new() as longer:
        for start in range(0, size, len(source)):
            longer.import_pages(source, list(range(min(len(source), size - start))))
        longer.save(path)


def _timed(work: Callable[[], object]) -> Cost:
    clock, processor = time.perf_counter(), _processor()
    work()
    return Cost(time.perf_counter() - clock, _processor() - processor)


def _processor() -> float:
    """Seconds of the processor so far, children included."""
    uses = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(use.ru_utime + use.ru_stime for use in uses)


def _median(costs: list[Cost]) -> str:
    clock, processor = (statistics.median(one) for one in zip(*costs, strict=True))
    return f"{clock:.2f} s ({processor:.2f} CPU)"


if __name__ == "__main__":
    main()
