"""Readers that behave as the reader does on hostile files: each is run by `isolation.read` in a child process."""

import hashlib
import os
import time
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from ingest.reader.errors import EncryptedFileError
from ingest.reader.machine.progress import SCANS, counted
from ingest.reader.records import Box, DeliberationRecord, Document, LineRecord, Page, Reading, Rule, Source, Word
from ingest.reader.scanning.kept_pages import keep_page, kept_pages

BOX = Box(0.1, 0.2, 0.9, 0.25)


def well(path: Path) -> Reading:
    """One line, two pages, and noise on standard output."""
    os.write(1, b"a library that prints")
    page = Page(1, 595, 842, (Word("Subvention", BOX, 9),), (Rule(0, 0, 10, 0),))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    source = Source(1, 1, 1, BOX)
    line = LineRecord(1, "annexe-1", "CCAS de Lens", 2024, Decimal("1500.50"), "1 500,50 €", source)
    act = DeliberationRecord(department="Pas-de-Calais", number="2024-12", session_date=date(2024, 3, 4))
    return Reading(Document(path.name, digest, (page, page)), act, (line,), (), ())


def telling(path: Path) -> Reading:
    """Says how far it is, page after page."""
    return well(path) if [*counted([1, 2], SCANS, 2)] else None


def curious(path: Path) -> Reading:
    """Tells the environment that it sees."""
    return replace(well(path), notes=tuple(sorted(os.environ)))


def encrypted(path: Path) -> Reading:
    raise EncryptedFileError(path.name)


def mistaken(path: Path) -> Reading:
    raise IndexError("list index out of range")


def sleeping(path: Path) -> Reading:
    time.sleep(60)
    raise AssertionError("not reached")


def busy(path: Path) -> Reading:
    while True:
        pass


def greedy(path: Path) -> Reading:
    bytearray(8 * 1024**3)
    raise AssertionError("not reached")


def aborting(path: Path) -> Reading:
    os.abort()


def crashing(path: Path) -> Reading:
    os.kill(os.getpid(), 11)
    raise AssertionError("not reached")


def told(path: Path, *, profiles, department: str) -> Reading:
    """Says in its notes what it was told."""
    return replace(
        well(path), notes=(department, *(f"{one.department} {one.signature} {one.told}" for one in profiles))
    )


def recognising(path: Path) -> Reading:
    """Says in its notes whether its page was recognised now or kept before."""
    reading = well(path)
    kept = kept_pages([1])
    keep_page(reading.document.pages[0])
    return replace(reading, notes=("kept" if kept else "recognised",))
