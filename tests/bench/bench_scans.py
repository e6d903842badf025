"""How the time to read scanned pages compares with what Tesseract alone takes for the same images on the same cores.

    python -m tests.bench.bench_scans FILE.pdf [--pages 1 24-30] [--turns 3]

Tesseract alone: `tesseract IMAGE - -l fra`, one process a page, as many at once as there are cores, one thread each,
the images at the resolution of the scan. Both are timed by the clock and in CPU seconds; the ratios are printed.
"""

import argparse
import os
import resource
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import cv2
import pypdfium2

from ingest.reader.documents import open_document
from ingest.reader.engines.drawn_pages import page_images


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--pages", nargs="*", default=[], help="numbers or ranges such as 24-30; all by default")
    parser.add_argument("--turns", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, options.file.name)
        count = _keep(options.file, list(_numbers(options.pages)), path)
        images = _images(path, count, Path(folder))
        clocks, processors = [], []
        for turn in range(1, options.turns + 1):
            ours = _timed(lambda: open_document(path))
            alone = _timed(lambda: _tesseract(images))
            clocks.append(ours[0] / alone[0])
            processors.append(ours[1] / alone[1])
            mine, theirs = ([seconds / count for seconds in one] for one in (ours, alone))
            print(
                f"{turn}: ours {mine[0]:.2f} s a page ({mine[1]:.2f} CPU), Tesseract alone {theirs[0]:.2f} "
                f"({theirs[1]:.2f} CPU); ratio {clocks[-1]:.2f} ({processors[-1]:.2f} CPU)"
            )
    print(f"{count} pages, median ratio {statistics.median(clocks):.2f}, CPU {statistics.median(processors):.2f}")


def _numbers(ranges: list[str]) -> Iterator[int]:
    for said in ranges:
        first, _, last = said.partition("-")
        yield from range(int(first), int(last or first) + 1)


def _keep(file: Path, numbers: list[int], path: Path) -> int:
    """A PDF of these pages only; how many there are."""
    with pypdfium2.PdfDocument(file) as source, pypdfium2.PdfDocument.new() as kept:
        kept.import_pages(source, [number - 1 for number in numbers] or None)
        kept.save(path)
        return len(kept)


def _images(path: Path, count: int, folder: Path) -> list[Path]:
    written = []
    for image in page_images(path, range(1, count + 1)):
        written.append(folder / f"{image.number}.png")
        cv2.imwrite(str(written[-1]), image.pixels)
    return written


def _tesseract(images: list[Path]) -> None:
    def read(image: Path) -> None:
        command = ["tesseract", str(image), "-", "-l", "fra"]
        environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
        subprocess.run(command, env=environment, capture_output=True, check=True)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(read, images))


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock, and of the processor, children included."""
    clock, before = time.perf_counter(), _processor()
    work()
    return time.perf_counter() - clock, _processor() - before


def _processor() -> float:
    uses = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(use.ru_utime + use.ru_stime for use in uses)


if __name__ == "__main__":
    main()
