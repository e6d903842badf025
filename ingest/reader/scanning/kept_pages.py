"""Recognised pages kept in a folder, one file a page: a scan that is read again, or taken up after a stop, is not
recognised anew. Without a folder nothing is kept; what cannot be read back is recognised again.
"""

import os
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from ingest.reader import READER_VERSION
from ingest.reader.machine.packed_records import NotRecordsError, pack_records, unpack_records
from ingest.reader.records import Page

# Names the environment variable that says where the pages of the file being read are kept.
FOLDER_VARIABLE: Final = "READER_KEPT_PAGES"


def kept_pages(numbers: Iterable[int]) -> dict[int, Page]:
    """Those of these pages that this version of the reader has recognised already, by number."""
    folder = os.environ.get(FOLDER_VARIABLE, "")
    found = {number: _opened(_file(folder, number)) for number in numbers} if folder else {}
    return {number: page for number, page in found.items() if page and page.number == number}


def keep_page(page: Page) -> None:
    """Keep a recognised page, whole or not at all. A disk that refuses costs time later, and no reading."""
    folder = os.environ.get(FOLDER_VARIABLE, "")
    if folder:
        _keep(page, folder)


def carry_pages(whole: Path, part: Path, pages: tuple[int, int]) -> None:
    """Keep in the folder `part` the pages (first and last) recognised in `whole`, numbered from 1: a file cut out of
    another is not recognised anew."""
    first, last = pages
    for number in range(first, last + 1):
        page = _opened(_file(str(whole), number))
        if page:
            _keep(replace(page, number=number - first + 1), str(part))


def _keep(page: Page, folder: str) -> None:
    target = _file(folder, page.number)
    part = target.with_suffix(f".{os.getpid()}.part")
    with suppress(OSError):
        part.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(zlib.compress(pack_records(page)))
        part.replace(target)


def _file(folder: str, number: int) -> Path:
    return Path(folder) / f"{number}-recognised-v{READER_VERSION}.page"


def _opened(file: Path) -> Page | None:
    try:
        page = unpack_records(zlib.decompress(file.read_bytes()))
    except (OSError, zlib.error, NotRecordsError):
        return None
    return page if isinstance(page, Page) else None
