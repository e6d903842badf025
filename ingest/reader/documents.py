"""From a file to a `Document`: words, rules, page sizes and the SHA-256 of the bytes.

PDFium reads first; pdfplumber is the second, independent engine, and takes over a file or a page that PDFium cannot.
Pages that are images of text are recognised. This stage does not know what a table is.
"""

import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from functools import partial
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Final

from ingest.reader.engines import pdfium
from ingest.reader.engines.broken_streams import damaged_pages
from ingest.reader.engines.notes import DAMAGED, TOO_MUCH, UNSEEN
from ingest.reader.engines.opening import awaits_other_software
from ingest.reader.errors import (
    DamagedFileError,
    DynamicFormError,
    EmptyFileError,
    EncryptedFileError,
    NoPageError,
    NotAPdfError,
    NoTextError,
    PartlyDamagedError,
    PortfolioError,
    ReadingError,
)
from ingest.reader.machine.memory import collection_paused
from ingest.reader.machine.on_disk import Drawer
from ingest.reader.machine.packed_words import FEW_PAGES, kept_light, packed, put_away, unpacked
from ingest.reader.machine.progress import PAGES, counted
from ingest.reader.machine.second_process import beside, shared_numbers
from ingest.reader.records import Document, Page
from ingest.reader.scanning.scanned_pages import FULL_PAGE
from ingest.reader.scanning.text_layers import FEW_WORDS, is_unreadable
from ingest.reader.scans import with_scans_read
from ingest.reader.sideways_pages import set_upright
from portal.files import refusal, shown_name

# Bytes. Where readers look for the header: ISO 32000-1, annex H.3.4.
HEADER_WINDOW: Final = 1024

_PAGE: Final = re.compile(rb"/Type\s*/Page\b")
_OBJECT: Final = re.compile(rb"\b\d+\s+\d+\s+obj\b")

# Pages. A file of fewer is read before a second process has begun.
FEWEST_SHARED: Final = 6

WHOLE_FILE_BY_SECOND_ENGINE: Final = "fichier refusé par PDFium, page lue par pdfplumber"
PAGE_BY_SECOND_ENGINE: Final = "aucun texte trouvé par PDFium, page lue par pdfplumber"


def count_pages(path: Path) -> int:
    """How many pages the file says it has, at almost no cost; 0 where that cannot be known without reading it."""
    return pdfium.count_pages(path)


def require_pages(path: Path) -> int:
    """How many pages the file has, none of them read. Raises what can be said of it at sight, as `open_document` would:
    empty, not a PDF, damaged, encrypted, without a page."""
    _checked_digest(path)
    try:
        pages = pdfium.require_pages(path)
    except (DamagedFileError, EncryptedFileError) as refusal:
        from ingest.reader.engines import plumber  # noqa: PLC0415

        try:
            pages = plumber.count_pages(path)
        except ReadingError:
            raise refusal from None
    if not pages:
        raise _without_page(path)
    return pages


@collection_paused()
def open_document(
    path: Path, *, engine: str = "pdfium", processes: int = 1, meanwhile: Callable[[], object] | None = None
) -> Document:
    """Read the file at `path` with `engine`, "pdfium" or "pdfplumber"; PDFium reads its pages in one or two processes,
    and `meanwhile` is done in this one while the other begins; not where there is but one, nor for a long document.

    Lengths are in points, origin at the top left of each page as displayed. `Document.engine` names the engine that
    read the file; a page that the second engine had to read says so in its notes. Raises a `ReadingError` that says in
    French what is wrong: empty, not a PDF, damaged, encrypted, too large, without a page, without any text.
    """
    if engine not in ("pdfium", "pdfplumber"):
        raise ValueError(f"unknown engine: {engine}")
    sha256 = _checked_digest(path)
    pages: tuple[Page, ...]
    if engine == "pdfplumber":
        pages = kept_light(_second_engine(path))
    else:
        engine, pages = _read_with_fallback(path, processes, meanwhile)
    if not pages:
        raise _without_page(path)
    if pdfium.count_pages(path):
        pages = with_scans_read(path, pages)
    if sum(len(page.words) for page in pages) < FEW_WORDS:
        _refuse_cover(path)
    damaged = damaged_pages(path, len(pages))
    if not any(page.words for page in pages):
        raise PartlyDamagedError(path.name) if damaged else NoTextError(path.name)
    pages = tuple(_noted(page, DAMAGED) if page.number in damaged else page for page in pages)
    return Document(shown_name(path.name), sha256, pages, engine)


def _without_page(path: Path) -> NoPageError | DamagedFileError:
    """What to say of a file whose list of pages names none; where one stands in it, the list is what is damaged."""
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as content:
        return DamagedFileError(path.name) if _PAGE.search(content) else NoPageError(path.name)


def _refuse_cover(path: Path) -> None:
    """Raise what can be said of a file whose few words only tell to open it with other software."""
    awaited = awaits_other_software(path)
    if awaited:
        raise PortfolioError(path.name) if awaited == "portfolio" else DynamicFormError(path.name)


def _checked_digest(path: Path) -> str:
    """The SHA-256 of the bytes, once they look like a whole PDF."""
    try:
        file = path.open("rb")
    except OSError as error:
        raise ReadingError(path.name, reason=f"le fichier ne peut pas être ouvert\u202f: {refusal(error)}.") from error
    with file:
        head = file.read(HEADER_WINDOW)
        if not head:
            raise EmptyFileError(path.name)
        if b"%PDF-" not in head:
            raise NotAPdfError(path.name)
        with mmap(file.fileno(), 0, access=ACCESS_READ) as content:
            if _is_truncated(head, content):
                raise DamagedFileError(path.name)
        file.seek(0)
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_truncated(head: bytes, content: mmap) -> bool:
    # Readers rebuild the index of a file cut short and show what is left of it: pages would be lost without a word.
    announced = re.search(rb"/Linearized\b.{0,200}?/L\s+(\d+)", head, re.DOTALL)
    if announced and int(announced[1]) > len(content):
        return True
    # From the end: some portals append an HTML page or zeros to the file, and the search stops where it finds. Objects
    # after that are an update of which the end is missing: what is read without it is the version before.
    end = max(content.rfind(b"startxref"), content.rfind(b"%%EOF"))
    return end < 0 or _OBJECT.search(content, end) is not None


def _read_with_fallback(
    path: Path, processes: int, meanwhile: Callable[[], object] | None
) -> tuple[str, tuple[Page, ...]]:
    try:
        count = pdfium.count_pages(path)
        if processes > 1 and FEWEST_SHARED <= count <= pdfium.MOST_PAGES:
            pages = _read_by_two(path, count, meanwhile)
        else:
            pages = kept_light(map(set_upright, counted(pdfium.read_pages(path), PAGES, count)), count)
    except (DamagedFileError, EncryptedFileError) as refusal:
        try:
            pages = kept_light(_second_engine(path))
        except ReadingError:
            raise refusal from None
        if not pages:
            raise
        return "pdfplumber", tuple(_noted(page, WHOLE_FILE_BY_SECOND_ENGINE) for page in pages)
    return "pdfium", _with_second_opinion(path, pages)


def _read_by_two(path: Path, count: int, meanwhile: Callable[[], object] | None) -> tuple[Page, ...]:
    """The pages, each read by whichever of two processes is the first to be free for it; those of a long document with
    what they hold put away."""
    send, receive, hold = packed, unpacked, _at_hand
    if count > FEW_PAGES:
        send, receive, hold = partial(put_away, drawer=Drawer()), _at_hand, partial(put_away, drawer=Drawer())

    def read(numbers: Iterable[int]) -> Iterator[Page]:
        return map(set_upright, pdfium.read_pages(path, numbers))

    with (
        shared_numbers(count) as numbers,
        beside([lambda: [send(page) for page in read(numbers)]], processes=2) as (others,),
    ):
        if meanwhile and count <= FEW_PAGES:
            meanwhile()
        pages = [*map(hold, read(numbers)), *map(receive, others())]
    # What the other process took and did not tell.
    left = sorted({*range(1, count + 1)} - {page.number for page in pages})
    pages += map(hold, read(left)) if left else ()
    return tuple(sorted(pages, key=lambda page: page.number))


def _at_hand(page: Page) -> Page:
    return page


def _second_engine(path: Path, only: Collection[int] | None = None) -> Iterator[Page]:
    # Here and not above: it takes longer to load than most files take to read, and 25 MB that few of them need.
    from ingest.reader.engines import plumber  # noqa: PLC0415

    return map(set_upright, plumber.read_pages(path, only=only))


def _with_second_opinion(path: Path, pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """The pages, those without a word taken from the second engine where it finds some.

    Not asked about images without any text object: it takes 25 MB, and as long as a page of text, to find none either.
    Nor about text that nobody sees, which it would read, nor about pages made to exhaust a reader. Not those whose
    letters the file does not name: it guesses them by the usual order of glyphs, and « Rênovation » for « Rénovation »
    would pass for what is printed.
    """
    wordless = frozenset(page.number for page in pages if not page.words and not _was_seen(page))
    images = frozenset(page.number for page in pages if not page.words and page.pictured >= FULL_PAGE)
    if images:
        wordless -= images - pdfium.pages_with_text(path, images)
    if not wordless:
        return pages
    try:
        found = {page.number: page for page in _second_engine(path, wordless) if _is_readable(page)}
    except ReadingError:
        return pages
    return tuple(_noted(found[page.number], PAGE_BY_SECOND_ENGINE) if page.number in found else page for page in pages)


def _was_seen(page: Page) -> bool:
    """Whether it is known why the page has no word: nobody sees them, or there is too much to read."""
    return any(note.startswith((UNSEEN, TOO_MUCH)) for note in page.notes)


def _is_readable(page: Page) -> bool:
    return bool(page.words) and not is_unreadable(page)


def _noted(page: Page, note: str) -> Page:
    return replace(page, notes=(*page.notes, note))
