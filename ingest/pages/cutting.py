"""Pages of a stored PDF as PDFs of their own: enters a file and ranges of pages, leaves one file a range.

The same pages of the same file give the same bytes, so that what is cut twice is known by its print. Done in a child
process that can be killed: `python -m ingest.pages.cutting`. Does not say which pages belong together.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from ingest.processes.child_process import ChildError, run_module, within
from ingest.reader.errors import ReadingError
from portal.french import page_range, squeeze

CUT_SECONDS = 25  # a web worker is stopped after 30; 221 pages in three files take 0.5
CUT_MEMORY = 2 * 1024**3  # bytes of address space: the largest file that may be uploaded, several times

Pages = tuple[int, int]


class CutError(ReadingError):
    """A file of which no pages could be taken."""

    reason = "ce fichier n’a pas pu être découpé\u202f; découpez-le vous-même, puis déposez chaque délibération."


def cut(source: Path, ranges: Sequence[Pages], folder: Path) -> list[Path]:
    """The pages of each range (first and last, from 1) of `source` as a PDF in `folder`, named after the file and its
    pages. Raises `CutError`."""
    told = json.dumps([list(pages) for pages in ranges]).encode()
    try:
        run_module("ingest.pages.cutting", str(source.resolve()), str(folder.resolve()), seconds=CUT_SECONDS, said=told)
    except ChildError as error:
        refusal = CutError(source.name)
        refusal.add_note(str(error))
        raise refusal from error
    return [folder / part_name(source, pages) for pages in ranges]


def part_name(source: Path, pages: Pages) -> str:
    """« recueil de juin (pages 12 à 18).pdf »."""
    return f"{source.stem} ({squeeze(page_range(*pages))}).pdf"


# ---- the child's side --------------------------------------------------------------------------------------------


def write_parts(source: Path, ranges: Sequence[Pages], folder: Path) -> None:
    """Write the parts of `source` into `folder`. Only for a process that may be killed."""
    import pikepdf

    with pikepdf.open(source) as whole:
        if ranges and max(last for _, last in ranges) > len(whole.pages):
            raise ValueError(f"the file has {len(whole.pages)} pages")
        for first, last in ranges:
            with pikepdf.new() as part:
                part.pages.extend(whole.pages[first - 1 : last])
                # Pages may share one list of pictures and fonts: without this, each part would weigh as the whole.
                part.remove_unreferenced_resources()
                part.save(folder / part_name(source, (first, last)), deterministic_id=True)


def main(source: str, folder: str) -> None:
    """The child's work: one PDF for each range of pages told on standard input, in `folder`."""

    def write(answer: BinaryIO) -> None:
        write_parts(Path(source), [(first, last) for first, last in json.load(sys.stdin)], Path(folder))

    within(CUT_MEMORY, CUT_SECONDS, write)


if __name__ == "__main__":
    main(*sys.argv[1:])
