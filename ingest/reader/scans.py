"""Pages that are images of text, or hold some → the same pages once they are read.

Found out page by page: no text at all, a few words (a stamp) over a full image, a hidden layer of text that an earlier
recognition left, letters that the file does not name, or pictures of text among words. Nothing heavy is loaded for a
document that has none.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ingest.reader.errors import NoRecognitionError
from ingest.reader.machine.on_disk import Drawer
from ingest.reader.machine.packed_words import put_away
from ingest.reader.machine.progress import SCANS, counted
from ingest.reader.records import Page
from ingest.reader.scanning.bare_pictures import bare_pictures
from ingest.reader.scanning.kept_pages import keep_page, kept_pages
from ingest.reader.scanning.scan_threads import start_no_others
from ingest.reader.scanning.scanned_pages import NOT_NAMED, NOT_RECOGNISED, is_scanned
from ingest.reader.scanning.text_layers import is_unreadable


def with_scans_read(path: Path, pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages of the file at `path`, those that are images read by eye: words with their certainty, rules, notes.

    Raises `NoRecognitionError` where this machine cannot recognise letters and no page has any text; where some have,
    the others say so in their notes.
    """
    scanned = [page for page in pages if is_scanned(page) or is_unreadable(page) or bare_pictures(page)]
    scanned = _without_bare_paper(path, scanned)
    # On disk, however few: what that costs is nothing beside a page that is recognised.
    drawer = Drawer()
    found = {number: put_away(page, drawer) for number, page in kept_pages(page.number for page in scanned).items()}
    scanned = [page for page in scanned if page.number not in found]
    if not scanned:
        return tuple(found.get(page.number, page) for page in pages)
    start_no_others()
    # Here and not above: NumPy and OpenCV take longer to load than a PDF with text takes to read.
    from ingest.reader.letters.tesseract import find_data  # noqa: PLC0415
    from ingest.reader.scanning.scan_reading import read_scans  # noqa: PLC0415

    data = find_data()
    if data is not None:
        read = counted(read_scans(path, scanned, data), SCANS, len(scanned))
        for page in read:
            keep_page(page)
            found[page.number] = put_away(page, drawer)
    elif found or any(page.words for page in pages):
        found |= {page.number: _unread(page) for page in scanned if is_scanned(page) or is_unreadable(page)}
    else:
        raise NoRecognitionError(path.name)
    return tuple(found.get(page.number, page) for page in pages)


def _without_bare_paper(path: Path, pages: Sequence[Page]) -> list[Page]:
    """The pages without those whose pictures print nothing beside the words, found at little cost."""
    pictured = [page for page in pages if not is_scanned(page) and not is_unreadable(page)]
    if not pictured:
        return list(pages)
    start_no_others()
    # Here and not above: NumPy and OpenCV take longer to load than a PDF with text takes to read.
    from ingest.reader.scanning.pictured_print import with_pictured_print  # noqa: PLC0415

    left = {page.number for page in pictured} - {page.number for page in with_pictured_print(path, pictured)}
    return [page for page in pages if page.number not in left]


def _unread(page: Page) -> Page:
    return replace(page, notes=(*page.notes, NOT_RECOGNISED if is_scanned(page) else NOT_NAMED))
