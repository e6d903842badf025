"""The first PDF engine: pages read straight through PDFium's C interface, one at a time.

From a path to `Page`s; raises the `ReadingError` that says why PDFium refuses a file. It does not judge what a page
without text means.
"""

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import pypdfium2  # noqa: F401  (starts the library, and stops it at exit)
import pypdfium2.raw as c

from ingest.reader.engines.hidden.layers import without_hidden_layers
from ingest.reader.engines.hidden.marks import Marks, marks_of
from ingest.reader.engines.hidden.overprint import without_ink_left_out, without_repeats, without_watermarks
from ingest.reader.engines.hidden.page_edges import are_amounts, within_page
from ingest.reader.engines.hidden.struck_text import without_struck
from ingest.reader.engines.hidden.unseen_objects import Cover, hide, is_opaque_image
from ingest.reader.engines.notes import INVISIBLE_TEXT, MONEY_OUTSIDE, NO_TEXT, TOO_MUCH, UNSEEN, watermark_note
from ingest.reader.engines.opening import load_document
from ingest.reader.engines.placement import Placement, displayed
from ingest.reader.engines.rules.drawing import RULE_THICKNESS, Drawing
from ingest.reader.engines.rules.paths import DEEPEST_FORM, MOST_PIXELS, OUTLINED, OUTLINES, SHEET, PathReader
from ingest.reader.engines.rules.typed_frames import typed_frames
from ingest.reader.engines.words.text_pages import TextReader
from ingest.reader.engines.words.tilt import straightened, tilt_of
from ingest.reader.engines.words.typed_text import print_typed
from ingest.reader.errors import DamagedFileError, EncryptedFileError, too_many_pages
from ingest.reader.machine.memory import give_back
from ingest.reader.records import Box, Page, Word

# Text objects of a page without a word: a page that prints a number alone has one or two.
UNNAMED_TEXTS: Final = 10
# Square points. The largest page that the format allows, 200 inches a side; a larger one is not drawn to be looked at.
LARGEST_PAGE: Final = 14_400.0**2
# Pages of one file: the longest deliberation seen, annexes included, has under 900.
MOST_PAGES: Final = 5000


def count_pages(path: Path) -> int:
    """How many pages the file says it has, none of them opened; 0 where PDFium refuses it."""
    try:
        return require_pages(path)
    except (DamagedFileError, EncryptedFileError):
        return 0


def require_pages(path: Path) -> int:
    """The same count; raises the `ReadingError` that says why PDFium refuses the file."""
    document = load_document(path)
    if not document:
        raise _refusal(path.name)
    try:
        return int(c.FPDF_GetPageCount(document))
    finally:
        c.FPDF_CloseDocument(document)


def read_pages(path: Path, numbers: Iterable[int] | None = None) -> Iterator[Page]:
    """The pages of the file, or those of these `numbers` (from 1), without what its hidden layers draw.

    Each is closed before the next one is opened."""
    seen = without_hidden_layers(path)
    document = c.FPDF_LoadMemDocument64(seen, len(seen), None) if seen else None
    document = document or load_document(path)
    if not document:
        raise _refusal(path.name)
    try:
        count = c.FPDF_GetPageCount(document)
        if count > MOST_PAGES:
            raise too_many_pages(path.name, count, MOST_PAGES)
        for number in range(1, count + 1) if numbers is None else numbers:
            page, marks = _opened(document, number - 1)
            if not page:
                raise DamagedFileError(path.name, page=number)
            try:
                yield _read_page(document, page, number, marks)
            finally:
                c.FPDF_ClosePage(page)
    finally:
        c.FPDF_CloseDocument(document)
        give_back()


def pages_with_text(path: Path, numbers: Iterable[int]) -> frozenset[int]:
    """Those of these pages (from 1) that hold text objects, whether or not PDFium makes words of them."""
    document = load_document(path)
    try:
        return frozenset(number for number in numbers if _holds_text(document, number))
    finally:
        c.FPDF_CloseDocument(document)


def _holds_text(document: Any, number: int) -> bool:
    page = c.FPDF_LoadPage(document, number - 1)
    try:
        items = (c.FPDFPage_GetObject(page, index) for index in range(c.FPDFPage_CountObjects(page)))
        return any(_is_text(item) for item in items)
    finally:
        c.FPDF_ClosePage(page)


def _is_text(item: Any, depth: int = 0) -> bool:
    kind = c.FPDFPageObj_GetType(item)
    if kind != c.FPDF_PAGEOBJ_FORM:
        return bool(kind == c.FPDF_PAGEOBJ_TEXT)
    if depth >= DEEPEST_FORM:
        return True  # for all that is known
    inside = (c.FPDFFormObj_GetObject(item, index) for index in range(c.FPDFFormObj_CountObjects(item)))
    return any(_is_text(one, depth + 1) for one in inside)


def _opened(document: Any, index: int) -> tuple[Any, Marks]:
    """The page with what was typed on it, shown whole where the window that its file gives it opens on nothing, and
    what its annotations mark."""
    page = c.FPDF_LoadPage(document, index)
    marks = marks_of(page) if page else Marks([], [])
    if page and (_is_widened(page) or print_typed(page)):
        c.FPDF_ClosePage(page)
        page = c.FPDF_LoadPage(document, index)
    return page, marks


def _is_widened(page: Any) -> bool:
    if c.FPDF_GetPageWidthF(page) and c.FPDF_GetPageHeightF(page):
        return False
    sides = [ctypes.c_float() for _ in range(4)]
    if not c.FPDFPage_GetMediaBox(page, *sides):
        return False
    c.FPDFPage_SetCropBox(page, *(side.value for side in sides))
    return True


def _refusal(name: str) -> DamagedFileError | EncryptedFileError:
    locked = c.FPDF_GetLastError() in (c.FPDF_ERR_PASSWORD, c.FPDF_ERR_SECURITY)
    return EncryptedFileError(name) if locked else DamagedFileError(name)


def _read_page(document: Any, page: Any, number: int, marks: Marks) -> Page:
    width, height = c.FPDF_GetPageWidthF(page), c.FPDF_GetPageHeightF(page)
    quarter_turns = c.FPDFPage_GetRotation(page) % 4
    visible = c.FS_RECTF()
    c.FPDF_GetPageBoundingBox(page, visible)
    placement = displayed(visible.left, visible.bottom, visible.right, visible.top, quarter_turns)

    drawing, paths = _drawn(page, placement, width, height)
    # A scan is straightened by its image.
    tilt = 0.0 if paths.pictured >= SHEET * width * height else tilt_of(paths.texts)
    if tilt:
        placement = straightened(placement, tilt, width, height)
        drawing, paths = _drawn(page, placement, width, height)
    paths.covers.extend(Cover(len(paths.texts), placement.box(*mask)) for mask in marks.masks)
    unseen, cut_texts = hide(page, paths.texts, paths.covers, _grounds(drawing, paths), paths.shapes, (width, height))
    uprights = sorted((rule for rule in drawing.rules if rule.vertical), key=lambda rule: rule.x0)
    text = _read_text(page, TextReader(placement, quarter_turns, uprights, cut_texts))
    layer = _is_layer(text) or _is_under_a_sheet(document, page, paths)
    seen = text.words if layer else without_ink_left_out(text.words, text.invisible, paths.pictures)
    unseen += len(text.words) - len(seen)
    on_page, outside, doubts = within_page(seen, width, height)
    words, watermark = without_watermarks(without_repeats(on_page))
    # Bars that a recognition left are borders misread.
    words, typed = (words, []) if layer else typed_frames(words)
    strokes = [*drawing.slants, *(placement.box(*strike) for strike in marks.strikes)]
    words, struck = without_struck(words, drawing.rules, strokes)
    doubts += [*struck, *filter(None, (cut.doubt() for cut in cut_texts.values()))]
    notes = [*_notes(text, paths, outside, unseen + sum(len(cut.lost) for cut in cut_texts.values()))]
    if layer and text.words:
        notes.insert(0, INVISIBLE_TEXT)
    drawable = paths.pixels <= MOST_PIXELS and width * height <= LARGEST_PAGE
    return Page(
        number,
        width,
        height,
        tuple(words),
        (*drawing.rules, *typed),
        tuple([*notes, watermark_note(watermark)] if watermark else notes),
        tuple(drawing.fills),
        _pictured(paths, text, width * height) if drawable else 0.0,
        pictures=tuple(paths.pictures) if drawable else (),
        tilt=tilt,
        doubts=tuple(doubts),
    )


def _read_text(page: Any, text: TextReader) -> TextReader:
    text_page = c.FPDFText_LoadPage(page)
    if text_page:
        try:
            text.read_page(text_page)
        finally:
            c.FPDFText_ClosePage(text_page)
    return text


def _drawn(page: Any, placement: Placement, width: float, height: float) -> tuple[Drawing, PathReader]:
    drawing = Drawing(width, height)
    paths = PathReader(drawing)
    paths.read_page(page, placement)
    return drawing, paths


def _is_under_a_sheet(document: Any, page: Any, paths: PathReader) -> bool:
    """Whether most of the text is hidden by an image of the page: a recognition left its words in black under it."""
    hiding = (address for after, address in paths.sheets if 2 * after > len(paths.texts))
    return any(is_opaque_image(document, page, ctypes.cast(one, c.FPDF_PAGEOBJECT)) for one in hiding)


def _grounds(drawing: Drawing, paths: PathReader) -> Iterator[Box]:
    """What white text may be printed on; a shade may be made of stripes as thin as rules."""
    yield from drawing.fills
    yield from paths.pictures
    for rule in drawing.rules:
        if not rule.vertical:
            yield Box(rule.x0, rule.y0 - RULE_THICKNESS, rule.x1, rule.y1 + RULE_THICKNESS)


def _is_layer(text: TextReader) -> bool:
    """Whether most words are written without ink: what a recognition of the page's image left."""
    return len(text.invisible) * 2 > len(text.words)


def _pictured(paths: PathReader, text: TextReader, area: float) -> float:
    """The share of the page that is images, or letters turned into drawings, or drawn by fonts that name none."""
    drawn = paths.outlined >= OUTLINED or len(paths.texts) >= UNNAMED_TEXTS
    if paths.outlines >= OUTLINES or (drawn and not text.words):
        return 1.0
    return min(1.0, paths.pictured / area) if area else 0.0


def _notes(text: TextReader, paths: PathReader, outside: Sequence[Word], unseen: int) -> Iterator[str]:
    if not text.words and (paths.pictured or len(paths.texts) >= UNNAMED_TEXTS):
        yield NO_TEXT
    if text.leaning:
        yield f"texte en biais laissé de côté : « {' '.join(text.leaning)} »"
    if text.unmapped:
        yield f"caractères que le fichier ne sait pas nommer : {text.unmapped}"
    if outside:
        yield f"mots hors de la page laissés de côté : {len(outside)}"
        if are_amounts(outside):
            yield MONEY_OUTSIDE
    if unseen:
        yield f"{UNSEEN}{unseen}"
    if text.cut or paths.cut:
        yield TOO_MUCH
