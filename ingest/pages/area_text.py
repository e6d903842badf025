"""The text inside a box of a stored page, read by a child that can be killed: `python -m ingest.pages.area_text`.

A person draws a box on a page; what is printed there is proposed to them. Nothing is kept.
"""

import sys
from pathlib import Path
from typing import BinaryIO

from ingest.processes.child_process import run_module, within
from ingest.reader.records import Box

AREA_SECONDS = 25  # a scanned page of the real acts takes 2; a web worker is stopped after 30
AREA_MEMORY = 2 * 1024**3  # bytes of address space: the recognition of letters maps its data


def area_text(source: Path, page: int, box: Box) -> str:
    """What is printed inside `box` (page fractions) of page `page` (from 1), its cells apart by « | ».

    Raises ChildError where the page cannot be read within the limits.
    """
    answer = run_module(
        "ingest.pages.area_text",
        *(str(source.resolve()), str(page), *map(str, box)),
        seconds=AREA_SECONDS,
        inherited=("TESSDATA_PREFIX",),
    )
    return answer.decode(errors="replace")


# ---- the child's side --------------------------------------------------------------------------------------------


def main(source: str, page: str, *sides: str) -> None:
    """The child's work: the text of the box whose `sides` are given, in shares of the page, on standard output."""

    def read(answer: BinaryIO) -> None:
        from ingest.reader.areas import read_area  # noqa: PLC0415 - after the limits

        answer.write(read_area(Path(source), int(page), Box(*map(float, sides))).encode(errors="replace"))

    within(AREA_MEMORY, AREA_SECONDS, read)


if __name__ == "__main__":
    main(*sys.argv[1:])
