"""Marks → one PNG a page: the page in grey, what was found drawn over it in colours, a legend and the roles under it.

Takes a path and its `Stages`; writes files. It knows no PDF library: pages come as grey arrays.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from textwrap import wrap
from typing import Final, NamedTuple

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from ingest.reader.engines.drawn_pages import POINTS_PER_INCH, page_images
from ingest.reader.inspection.marks import MEANINGS, Kind, Mark, PageMarks, page_marks
from ingest.reader.records import Box, Page
from ingest.reader.scanning.scanned_pages import was_recognised
from ingest.reader.stages import Stages
from portal.french import fold

# Dots per inch: 7 pt type is legible, a page of A4 stays under a megabyte.
RESOLUTION: Final = 130
# Pixels: white around the page, where rows are labelled on the left, and what separates the legend's lines.
LEFT, TOP, RIGHT, PADDING = 190, 40, 30, 6
# Pixels: 7 and 8 pt at this resolution.
TYPE_SIZE: Final = 13
LEGEND_SIZE: Final = 15
# Pixels of white round the letters of a label.
HALO: Final = 2
# The first that the machine has; without any, letters lose their accents.
FACES: Final = ("DejaVuSans.ttf", "LiberationSans-Regular.ttf", "Arial.ttf", "Helvetica.ttc")
# Levels over a table at which the labels of neighbouring columns stand, so that long ones do not meet.
TIERS: Final = 3

Colour = tuple[int, int, int]


class _Style(NamedTuple):
    """How a kind of mark is drawn: colour, width of its line in pixels, share of the colour inside, 0 to 1."""

    colour: Colour
    width: int = 1
    tint: float = 0.0


STYLES: Final[dict[Kind, _Style]] = {
    "fill": _Style((200, 150, 0), 1, 0.12),
    "word": _Style((90, 170, 230)),
    "doubt": _Style((230, 0, 160), 2, 0.2),
    "rule": _Style((220, 30, 30), 2),
    "paragraph": _Style((140, 90, 200)),
    "cell": _Style((20, 140, 60), 2),
    "header": _Style((20, 80, 200), 2, 0.15),
    "skipped": _Style((110, 110, 110), 2, 0.15),
    "table": _Style((0, 60, 0), 3),
    "column": _Style((10, 60, 170)),
    "row": _Style((0, 110, 50)),
    "leftover": _Style((230, 90, 0), 3, 0.15),
}
# Their labels say it all; their boxes are those of cells.
_LABEL_ONLY: Final[frozenset[Kind]] = frozenset({"column", "row"})


def draw_pages(path: Path, stages: Stages, folder: Path) -> list[Path]:
    """Write `page-0001.png`… in `folder`, made where it is missing; gives their paths, one for each page of the file.

    Raises OSError where the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    marks = page_marks(stages)
    written = []
    for page, background in _backgrounds(path, stages.document.pages):
        target = folder / f"page-{page.number:04d}.png"
        _drawn(page, background, marks[page.number]).save(target, compress_level=4)
        written.append(target)
    return written


def _backgrounds(path: Path, pages: Sequence[Page]) -> Iterator[tuple[Page, Image.Image]]:
    """Each page as it was read: scans upright, sheets laid sideways turned."""
    for page in pages:
        if was_recognised(page):
            from ingest.reader.images.scan_images import prepare  # noqa: PLC0415 - OpenCV, for scans only

            [image] = page_images(path, [page.number])
            pixels = prepare(image).grey
        else:
            [image] = page_images(path, [page.number], RESOLUTION)
            pixels = image.pixels
        grey = Image.fromarray(np.ascontiguousarray(np.rot90(pixels, page.turned)))
        size = round(page.width * RESOLUTION / POINTS_PER_INCH), round(page.height * RESOLUTION / POINTS_PER_INCH)
        yield page, grey.resize(size, Image.Resampling.BOX).convert("RGB")


def _drawn(page: Page, background: Image.Image, on_page: PageMarks) -> Image.Image:
    width, height = background.size
    said = _legend_lines(page, on_page.said, LEFT + width)
    under = (len(said) + 2) * (LEGEND_SIZE + PADDING)
    canvas = Image.new("RGB", (LEFT + width + RIGHT, TOP + height + under), "white")
    canvas.paste(background, (LEFT, TOP))
    pen = ImageDraw.Draw(canvas, "RGBA")
    pen.rectangle((LEFT - 1, TOP - 1, LEFT + width, TOP + height), outline=(160, 160, 160))
    for mark in on_page.marks:
        _draw_box(pen, mark, _pixels(mark.box, width, height))
    tier = 0
    for mark in on_page.marks:
        tier = (tier + 1) % TIERS if mark.kind == "column" else 0
        _draw_label(pen, mark, _pixels(mark.box, width, height), tier)
    _draw_legend(pen, said, TOP + height + PADDING)
    return canvas


def _pixels(box: Box, width: int, height: int) -> Box:
    return Box(LEFT + box.x0 * width, TOP + box.y0 * height, LEFT + box.x1 * width, TOP + box.y1 * height)


def _draw_box(pen: ImageDraw.ImageDraw, mark: Mark, box: Box) -> None:
    if mark.kind in _LABEL_ONLY:
        return
    colour, width, tint = STYLES[mark.kind]
    if mark.kind == "rule":
        pen.line(box, fill=colour, width=width)
    else:
        pen.rectangle(box, outline=colour, width=width, fill=(*colour, round(255 * tint)) if tint else None)


def _draw_label(pen: ImageDraw.ImageDraw, mark: Mark, box: Box, tier: int) -> None:
    """Labels of rows and paragraphs stand left of the page, those of columns and tables over their table."""
    if not mark.label:
        return
    x, y = box.x0, box.y0 - (TYPE_SIZE + 3) * (tier + 1)
    if mark.kind in ("row", "leftover"):
        x, y = 2, (box.y0 + box.y1 - TYPE_SIZE) / 2
    elif mark.kind == "paragraph":
        x, y = LEFT - 2 - pen.textlength(mark.label, font=_face(TYPE_SIZE)), box.y0
    elif mark.kind == "table":
        x, y = box.x1 - pen.textlength(mark.label, font=_face(TYPE_SIZE)), box.y1 + 2
    _write(pen, (x, y), mark.label, TYPE_SIZE, STYLES[mark.kind].colour)


def _legend_lines(page: Page, said: Sequence[str], width: int) -> list[str]:
    characters = max(40, round(width / (LEGEND_SIZE * 0.55)))
    head = f"page {page.number} · {page.width:.0f} × {page.height:.0f} points · {len(page.words)} mots"
    return [line for text in (head, *said) for line in wrap(text, characters, subsequent_indent="        ")]


def _draw_legend(pen: ImageDraw.ImageDraw, said: Sequence[str], top: float) -> None:
    x = float(PADDING)
    for kind, meaning in MEANINGS.items():
        colour = STYLES[kind].colour
        pen.rectangle((x, top, x + LEGEND_SIZE, top + LEGEND_SIZE), outline=colour, width=3, fill=(*colour, 60))
        _write(pen, (x + LEGEND_SIZE + 4, top), meaning, TYPE_SIZE, (0, 0, 0))
        x += LEGEND_SIZE + 14 + pen.textlength(_printable(meaning), font=_face(TYPE_SIZE))
    for number, line in enumerate(said, start=1):
        _write(pen, (PADDING, top + number * (LEGEND_SIZE + PADDING)), line, LEGEND_SIZE, (0, 0, 0))


def _write(pen: ImageDraw.ImageDraw, place: tuple[float, float], text: str, size: int, colour: Colour) -> None:
    text = _printable(text)
    # A white edge round each letter, and not a white ground: what is printed under a label is still seen.
    pen.text(place, text, fill=colour, font=_face(size), stroke_width=HALO, stroke_fill=(255, 255, 255))


def _printable(text: str) -> str:
    """The text as the face can show it: without accents where the machine has no face for them."""
    return text if _found_face() else fold(text)


@cache
def _found_face() -> str | None:
    for name in FACES:
        try:
            ImageFont.truetype(name, TYPE_SIZE)
        except OSError:
            continue
        return name
    return None


@cache
def _face(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    name = _found_face()
    return ImageFont.truetype(name, size) if name else ImageFont.load_default(size)
