"""Where a text is printed in a stored PDF, found by a child process that can be killed: `python -m ingest.text_places`.

Staff mask a text by drawing it once; it is masked on the other pages too. Pages that are images of text are not read
again here: they say so by being left out.
"""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from ingest.reader.records import Box

PLACES_SECONDS = 20  # 121 dense pages take 1; a web worker is stopped after 30
PLACES_MEMORY = 1024**3  # bytes of address space


class PlacesError(Exception):
    """A file that could not be searched. `str(error)` says why, for the log."""


def text_places(source: Path, text: str) -> dict[int, list[Box]]:
    """The places of `text` in page fractions, by page from 1: its words one after another, whatever their case.

    Raises PlacesError where the file cannot be read within the limits.
    """
    project = Path(__file__).resolve().parent.parent
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-m", "ingest.text_places", str(source.resolve())],
            cwd=project,
            env={"PATH": os.defpath, "PYTHONPATH": str(project), "PYTHONUTF8": "1"},
            input=text.encode(),
            capture_output=True,
            timeout=PLACES_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise PlacesError(f"stopped after {PLACES_SECONDS} s") from None
    if done.returncode:
        raise PlacesError(done.stderr.decode(errors="replace").strip()[-500:] or f"status {done.returncode}")
    try:
        found = json.loads(done.stdout)
        return {int(page): [Box(*map(float, box)) for box in boxes] for page, boxes in found.items()}
    except (ValueError, TypeError, AttributeError) as error:
        raise PlacesError(str(error)) from error


# ---- the child's side --------------------------------------------------------------------------------------------


def places(source: Path, text: str) -> Iterator[tuple[int, list[Box]]]:
    """The pages that print the text, with its places."""
    from ingest.reader.engines import pdfium
    from ingest.reader.private.printed_places import page_text, runs_of, sources_of
    from portal.french import fold

    names = fold(text).split()
    for page in pdfium.read_pages(source) if names else ():
        boxes = [place.box for run in runs_of(page_text(page), names) for place in sources_of(page, run)]
        if boxes:
            yield page.number, boxes


def main(source: str) -> None:
    """Limits first, then the file."""
    resource.setrlimit(resource.RLIMIT_AS, (PLACES_MEMORY, PLACES_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PLACES_SECONDS, PLACES_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # What a C library prints must not mix with the answer.
    answer = os.fdopen(os.dup(sys.stdout.fileno()), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    try:
        found = dict(places(Path(source), sys.stdin.read()))
    except Exception as error:  # noqa: BLE001 - whatever a hostile file raises, the parent gets one line of it
        sys.exit(f"{type(error).__name__}: {error}")
    with answer:
        json.dump(found, answer)


if __name__ == "__main__":
    main(*sys.argv[1:])
