"""The second PDF engine: the same `Page`s from pdfplumber, which shares no code with PDFium for text.

Slower; it reads what PDFium refuses and is the witness in comparisons. Raises the `ReadingError` that says why it
cannot read.
"""

import logging
import math
import struct
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from ingest.reader.engines.hidden.overprint import without_repeats, without_watermarks
from ingest.reader.engines.notes import NO_TEXT, watermark_note
from ingest.reader.engines.rules.drawing import RULE_THICKNESS, Drawing
from ingest.reader.engines.words.glyphs import is_bold_name, line_box, printed
from ingest.reader.errors import DamagedFileError, EncryptedFileError, ReadingError
from ingest.reader.geometry.word_lines import SAME_LINE
from ingest.reader.layout.cells.setting import OVERPRINT, upright
from ingest.reader.records import Box, Page, Word

# Its English words on a damaged file would stand on the screen beside the French sentence that says the same.
logging.getLogger("pdfminer").addHandler(logging.NullHandler())

# What pdfminer is seen to raise on malformed files, beside its own exceptions.
MALFORMED: Final = (
    PdfminerException,
    MalformedPDFException,
    PDFException,
    PSException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
# Share of the type size between two glyphs that makes two words: a thin space is a fifth of the size, letters that a
# justified line spreads apart stay under a tenth.
WORD_GAP: Final = 0.15
# 0–1. A fill at least this light is the white of the paper.
PAPER_WHITE: Final = 0.98


def read_pages(path: Path, only: Collection[int] | None = None) -> Iterator[Page]:
    """The pages of the file, or those whose numbers are in `only`, each closed before the next one is opened."""
    try:
        # Opened here: it leaves a file open of which a page cannot be read.
        with (
            path.open("rb") as file,
            pdfplumber.open(file, pages=sorted(only) if only is not None else None) as document,
        ):
            for page in document.pages:
                yield _read_page(page)
                page.close()
    except MALFORMED as error:
        raise _refusal(path.name, error) from error


def count_pages(path: Path) -> int:
    """How many pages the file has, none of them read; raises as `read_pages` does."""
    try:
        with path.open("rb") as file, pdfplumber.open(file) as document:
            return len(document.pages)
    except MALFORMED as error:
        raise _refusal(path.name, error) from error


def _refusal(name: str, error: Exception) -> ReadingError:
    cause = error.args[0] if isinstance(error, PdfminerException) and error.args else error
    return EncryptedFileError(name) if isinstance(cause, PDFPasswordIncorrect) else DamagedFileError(name)


def _read_page(page: Any) -> Page:
    left, top, right, bottom = page.cropbox
    drawing = Drawing(right - left, bottom - top)
    for item in page.lines:
        drawing.add_segment(item["x0"] - left, item["top"] - top, item["x1"] - left, item["bottom"] - top)
    for item in page.rects:
        _add_rectangle(drawing, item, left, top)
    for item in page.curves:
        points = [(x - left, y - top) for x, y in item["pts"]]
        for start, end in zip(points, points[1:], strict=False):
            drawing.add_segment(*start, *end)
    pictures: list[Box] = []
    for item in page.images:
        box = Box(item["x0"] - left, item["top"] - top, item["x1"] - left, item["bottom"] - top)
        if min(box.x1 - box.x0, box.y1 - box.y0) <= RULE_THICKNESS:
            drawing.add_thin(box)  # a rule drawn as pictures of dashes
        else:
            pictures.append(box)
    words, watermark = without_watermarks(without_repeats(tuple(_words(page, left, top))))
    notes = (NO_TEXT,) if page.images and not words else ()
    if watermark:
        notes = (*notes, watermark_note(watermark))
    pictured = sum((item["x1"] - item["x0"]) * (item["bottom"] - item["top"]) for item in page.images)
    return Page(
        page.page_number,
        drawing.width,
        drawing.height,
        tuple(words),
        tuple(drawing.rules),
        notes,
        tuple(drawing.fills),
        min(1.0, pictured / (drawing.width * drawing.height)),
        pictures=tuple(pictures),
    )


def _add_rectangle(drawing: Drawing, item: dict[str, Any], left: float, top: float) -> None:
    box = Box(item["x0"] - left, item["top"] - top, item["x1"] - left, item["bottom"] - top)
    if item["fill"]:
        drawing.add_surface(box, coloured=_is_coloured(item["non_stroking_color"]))
    if item["stroke"]:
        drawing.add_outline(box)


def _is_coloured(colour: Any) -> bool:
    parts = colour if isinstance(colour, (tuple, list)) else (colour,)
    if not parts or not all(isinstance(part, (int, float)) for part in parts):
        return True  # a pattern, or black by default: seen, so coloured
    if len(parts) == 4:
        return bool(max(parts) > 1 - PAPER_WHITE)  # inks, where nothing is white
    return bool(min(parts) < PAPER_WHITE)


def _words(page: Any, left: float, top: float) -> Iterator[Word]:
    """The words of the page in the order of its characters, those cut off by the crop box left out."""
    for characters in _runs(page.dedupe_chars().chars):
        first = characters[0]
        text = printed("".join(character["text"] for character in characters))
        angle, size = _angle(first["matrix"]), first["size"]
        extent = _around(characters, left, top)
        origin_x, origin_y = first["matrix"][4] - left, page.height - first["matrix"][5] + page.mediabox[1] - top
        box = line_box(extent, origin_x, origin_y, size, angle)
        if text and box.x1 > 0 and box.y1 > 0:
            yield Word(text, box, size, is_bold_name(first["fontname"]), angle)


def _runs(characters: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Characters that follow one another in the file and on the page, cut at spaces and gaps."""
    run: list[dict[str, Any]] = []
    for character in characters:
        blank = not character["text"].strip()
        if run and (blank or not _follows(run[-1], character)):
            yield run
            run = []
        if not blank:
            run.append(character)
    if run:
        yield run


def _follows(before: dict[str, Any], after: dict[str, Any]) -> bool:
    """Whether a character is the next of the same word: same direction, same line, no gap."""
    angle, size = _angle(before["matrix"]), before["size"]
    if _angle(after["matrix"]) != angle:
        return False
    one, other = upright(_around([before], 0, 0), angle), upright(_around([after], 0, 0), angle)
    level = abs((one.y0 + one.y1) - (other.y0 + other.y1)) / 2 <= SAME_LINE * size
    return level and bool(-OVERPRINT * size <= other.x0 - one.x1 <= WORD_GAP * size)


def _around(characters: Sequence[dict[str, Any]], left: float, top: float) -> Box:
    return Box(
        min(character["x0"] for character in characters) - left,
        min(character["top"] for character in characters) - top,
        max(character["x1"] for character in characters) - left,
        max(character["bottom"] for character in characters) - top,
    )


def _angle(matrix: tuple[float, ...]) -> int:
    """Degrees clockwise, to the nearest quarter turn."""
    return round(-math.degrees(math.atan2(matrix[1], matrix[0])) / 90) * 90 % 360
