"""Where a text is printed in a stored PDF, found by a child that can be killed: `python -m ingest.pages.text_places`.

Staff mask a text by drawing it once; it is masked on the other pages too. Pages that are images of text are not read
again here: they say so by being left out.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from ingest.processes.child_process import ChildError, run_module, within
from ingest.reader.records import Box

PLACES_SECONDS = 20  # 121 dense pages take 1; a web worker is stopped after 30
PLACES_MEMORY = 1024**3  # bytes of address space


def text_places(source: Path, text: str) -> dict[int, list[Box]]:
    """The places of `text` in page fractions, by page from 1: its words one after another, whatever their case.

    Raises ChildError where the file cannot be read within the limits.
    """
    answer = run_module("ingest.pages.text_places", str(source.resolve()), seconds=PLACES_SECONDS, said=text.encode())
    try:
        found = json.loads(answer)
        return {int(page): [Box(*map(float, box)) for box in boxes] for page, boxes in found.items()}
    except (ValueError, TypeError, AttributeError) as error:
        raise ChildError(str(error)) from error


# ---- the child's side --------------------------------------------------------------------------------------------


def places(source: Path, text: str) -> Iterator[tuple[int, list[Box]]]:
    """The pages that print the text, with its places."""
    from ingest.reader.engines import pdfium
    from ingest.reader.private.printed_places import PageText, runs_of, sources_of
    from portal.french import fold

    names = fold(text).split()
    for page in pdfium.read_pages(source) if names else ():
        boxes = [place.box for run in runs_of(PageText(page), names) for place in sources_of(page, run)]
        if boxes:
            yield page.number, boxes


def main(source: str) -> None:
    """The child's work: where the text on standard input is printed, as JSON."""

    def find(answer: BinaryIO) -> None:
        answer.write(json.dumps(dict(places(Path(source), sys.stdin.read()))).encode())

    within(PLACES_MEMORY, PLACES_SECONDS, find)


if __name__ == "__main__":
    main(*sys.argv[1:])
