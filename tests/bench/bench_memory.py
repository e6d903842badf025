"""The most memory that `extract`, or `ingest`, takes, and its time a page, on files of many pages.

    python -m tests.bench.bench_memory [FILE.pdf] [--pages 50 1000 3000] [--rows 25000] [--ingest]

Files are made of the pages of FILE set end to end up to each number of pages, and of one table of each number of rows,
no two alike. Each is read by a process of its own; with `--ingest` it is saved too, in an empty base (that of
DATABASE_URL where it is set, which is emptied: PostgreSQL). The peak is that of what the command and all the processes
that it begins hold together (Linux, `Pss`: what they share counts once), looked at several times a second; then those
of each of them, as the system counted them (`VmHWM`).
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

ROOT = Path(__file__).resolve().parents[2]
# Seconds between two looks at the memory.
BETWEEN = 0.2

# Of the made-up table, in points.
PAGE, LEFT, TOP, ROW, SIZE = (842, 595), 50, 560, 12.5, 8
WIDTHS = (70, 200, 130, 240, 90)
ROWS_A_PAGE = 40
HEADER = ("N° dossier", "Bénéficiaire", "Commune", "Objet", "Montant voté")
KINDS = ("Amicale", "Club", "Union", "Comité", "Foyer", "Atelier", "Chorale", "Ligue", "Groupe", "Maison")
TOWNS = ("Bor", "Varsigny", "Le Thil", "Aumont", "Clercy", "Vaux", "Mesnil", "Roncourt", "Hautebelle", "Serville")
OPENING = (
    "DÉPARTEMENT DU NORD",
    "CONSEIL DÉPARTEMENTAL",
    "RÉUNION DU 12 JUIN 2023",
    "Délibération n° 2023-114",
    "Objet : Subventions aux associations – exercice 2023",
    "Le Conseil départemental, réuni le 12 juin 2023, décide :",
    "d'attribuer les subventions dont la liste est annexée à la présente délibération.",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--pages", type=int, nargs="*", default=[50, 1000, 3000])
    parser.add_argument("--rows", type=int, nargs="*", default=[])
    parser.add_argument("--ingest", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "long.pdf")
        for pages in options.pages if options.file else ():
            _repeat(options.file, pages, path)
            _measure(path, f"{pages} pages", pages, ingest=options.ingest)
        for rows in options.rows:
            pages = _list(rows, path)
            _measure(path, f"{rows} rows on {pages} pages", pages, ingest=options.ingest)


def _measure(path: Path, told: str, pages: int, *, ingest: bool) -> None:
    with tempfile.TemporaryDirectory() as data:
        environment = os.environ | {"DATA_DIR": data}
        if ingest:
            subprocess.run([sys.executable, "manage.py", "migrate", "-v0"], cwd=ROOT, env=environment, check=True)
            if "DATABASE_URL" in environment:
                subprocess.run(
                    [sys.executable, "manage.py", "flush", "--no-input"], cwd=ROOT, env=environment, check=True
                )
        command = ["ingest", str(path)] if ingest else ["extract", str(path), "--output", os.devnull]
        clock, processor, peak, peaks = _run([sys.executable, "manage.py", *command], environment)
    each = " + ".join(f"{one:.0f}" for one in peaks)
    print(
        f"{told}: peak {peak:.0f} MB in all ({each}), {1000 * processor / pages:.1f} ms of processor a page, "
        f"{clock:.1f} s by the clock",
        flush=True,
    )


def _run(command: Sequence[str], environment: dict[str, str]) -> tuple[float, float, float, list[float]]:
    """Seconds by the clock and of the processor, and megabytes at the peak, of all the processes and of each."""
    before = _processor()
    start = time.perf_counter()
    peak = 0.0
    peaks: dict[int, float] = {}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as child:
        while child.poll() is None:
            family = list(_family(child.pid))
            peak = max(peak, sum(_megabytes(process, "smaps_rollup", "Pss:") for process in family))
            for process in family:
                peaks[process] = max(peaks.get(process, 0), _megabytes(process, "status", "VmHWM:"))
            time.sleep(BETWEEN)
    if child.returncode:
        sys.exit(f"{command[2]} ended with status {child.returncode}")
    return time.perf_counter() - start, _processor() - before, peak, list(peaks.values())


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _family(process: int) -> Iterator[int]:
    """A process and all that it began, and they."""
    yield process
    try:
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        children = [child for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _megabytes(process: int, file: str, name: str) -> float:
    """What this file of the system tells under this name; 0 for a process that has ended."""
    try:
        told = Path(f"/proc/{process}/{file}").read_text()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) * 1024 / 1e6 for line in told.splitlines() if line.startswith(name))


# ---- files of many pages -------------------------------------------------------------------------------------------


def _repeat(file: Path, pages: int, path: Path) -> None:
    """A PDF of this many pages: those of the file, again and again."""
    with pypdfium2.PdfDocument(file) as source, pypdfium2.PdfDocument.new() as made:
        while len(made) < pages:
            made.import_pages(source, list(range(min(len(source), pages - len(made)))))
        made.save(path)


def _list(rows: int, path: Path) -> int:
    """A PDF of an act and one list of this many grants, ruled; gives its number of pages."""
    canvas = Canvas(str(path), pagesize=PAGE)
    for place, line in enumerate(OPENING):
        canvas.drawString(LEFT, TOP - 20 * place, line)
    canvas.showPage()
    for first in range(1, rows + 1, ROWS_A_PAGE):
        last = min(rows, first + ROWS_A_PAGE - 1)
        _table(canvas, [HEADER, *map(_grant, range(first, last + 1))])
        canvas.showPage()
    canvas.save()
    return canvas.getPageNumber() - 1


def _grant(number: int) -> tuple[str, ...]:
    kind, town = KINDS[number % len(KINDS)], TOWNS[number // 7 % len(TOWNS)]
    amount = f"{100 + number * 37 % 9000:,}".replace(",", " ")
    return f"2023-{number:05d}", f"{kind} n° {number} de {town}", town, f"Saison sportive {number}", f"{amount},00 €"


def _table(canvas: Canvas, rows: Sequence[Sequence[str]]) -> None:
    sides = [LEFT + sum(WIDTHS[:count]) for count in range(len(WIDTHS) + 1)]
    for place, row in enumerate(rows):
        canvas.setFont("Helvetica" if place else "Helvetica-Bold", SIZE)
        for x, text in zip(sides, row, strict=False):
            canvas.drawString(x + 3, TOP - ROW * place - 9, text)
    foot = TOP - ROW * len(rows)
    for place in range(len(rows) + 1):
        canvas.line(sides[0], TOP - ROW * place, sides[-1], TOP - ROW * place)
    for x in sides:
        canvas.line(x, TOP, x, foot)


if __name__ == "__main__":
    main()
