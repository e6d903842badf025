"""Images of the printed pages: enters a stored PDF and a page number, leaves a WebP file kept under `DATA_DIR/pages`.

An image is made once, by the hash of the PDF, and in a child process that can be killed: a page of 756 bytes is enough
to make PDFium eat the memory of the machine, and no exception stops it. Does not decide who may see a page.
"""

import hashlib
import sys
import tempfile
from collections.abc import Iterable, Sequence
from functools import partial
from io import BytesIO
from math import ceil, floor
from pathlib import Path

from django.conf import settings
from PIL import Image, ImageDraw

from ingest.pages.made_once import made_once
from ingest.processes.child_process import ChildError, run_module, within
from ingest.reader.records import Box

NORMAL_WIDTH = 1240  # pixels: A4 at 150 dpi, read at arm's length on a screen
LARGE_WIDTH = 2480  # pixels: A4 at 300 dpi, for a row looked at closely
WEBP_QUALITY = 80  # of 100: 7 pt type shows no halo, a page of 1240 px weighs about 250 kB
WEBP_METHOD = 2  # of 6: half the time of the default 4, files 3 % larger
MAX_PIXELS = 40_000_000  # a strip of 1 × 1 000 points stays below; A4 at LARGE_WIDTH takes 8.7 million
MAX_SIDE = 16_383  # pixels: the format allows no more
RENDER_SECONDS = 15  # the slowest page of the real acts takes 0.3 s; a web worker is stopped after 30
RENDER_MEMORY = 1024**3  # bytes of address space for the child; a real page takes under 0.3 GiB
CROP_MARGIN = 0.006  # of the page's width, around a crop: the rules of the row show


class PageImageError(Exception):
    """A page of which no image could be made. `str(error)` says why, for the log."""


def page_image(source: Path, sha256: str, page: int, *, large: bool = False) -> Path:
    """The image of page `page` (from 1) of `source`, whose bytes hash to `sha256`; made now if it was not yet.

    Raises PageImageError where the file is missing, the page does not exist, or it asks too much of the machine.
    """
    width = LARGE_WIDTH if large else NORMAL_WIDTH
    try:
        return made_once(image_path(sha256, page, large=large), partial(_render_in_child, source, page, width))
    except ChildError as error:
        raise PageImageError(str(error)) from error


def masked_page_image(source: Path, sha256: str, page: int, boxes: Sequence[Box], *, large: bool = False) -> Path:
    """The image of a page as the public sees it: black over `boxes` (page fractions). Raises as `page_image` does."""
    target = image_path(sha256, page, large=large, boxes=boxes)
    if target.exists():
        return target
    with Image.open(page_image(source, sha256, page, large=large)) as image:
        shown = covered(image.convert("RGB"), boxes)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        made = Path(folder) / "page.webp"
        shown.save(made, "WEBP", quality=WEBP_QUALITY, method=WEBP_METHOD)
        made.replace(target)
    return target


def covered(image: Image.Image, boxes: Iterable[Box]) -> Image.Image:
    """The image with black over these boxes, in fractions of it: whole pixels, none of what is under them left."""
    width, height = image.size
    pen = ImageDraw.Draw(image)
    for x0, y0, x1, y1 in boxes:
        if x0 < x1 and y0 < y1:
            pen.rectangle((floor(x0 * width), floor(y0 * height), ceil(x1 * width), ceil(y1 * height)), fill="black")
    return image


def crop(source: Path, sha256: str, page: int, box: Box) -> bytes:
    """The part of a page that `box` (page fractions) frames, with a little around it, as WebP.

    Raises PageImageError as `page_image` does, and where the box holds nothing.
    """
    with Image.open(page_image(source, sha256, page, large=True)) as image:
        width, height = image.size
        margin = CROP_MARGIN * width
        area = (
            max(0, round(box.x0 * width - margin)),
            max(0, round(box.y0 * height - margin)),
            min(width, round(box.x1 * width + margin)),
            min(height, round(box.y1 * height + margin)),
        )
        if area[0] >= area[2] or area[1] >= area[3]:
            raise PageImageError(f"nothing in {box}")
        content = BytesIO()
        image.crop(area).save(content, "WEBP", quality=WEBP_QUALITY, method=WEBP_METHOD)
    return content.getvalue()


def image_path(sha256: str, page: int, *, large: bool = False, boxes: Iterable[Box] = ()) -> Path:
    """Where the image of a page is kept, with black over `boxes`. What the image looks like is in the name: other
    constants, other masks, other file."""
    width = LARGE_WIDTH if large else NORMAL_WIDTH
    told = sorted(tuple(box) for box in boxes)
    masks = f"-m{hashlib.sha256(str(told).encode()).hexdigest()[:16]}" if told else ""
    return pages_folder(sha256) / f"{page}-{width}-q{WEBP_QUALITY}{masks}.webp"


def pages_folder(sha256: str) -> Path:
    """Where all that is made of the pages of a file is kept, and deleted with it: images, what scans show."""
    return settings.DATA_DIR / "pages" / sha256[:2] / sha256


def _render_in_child(source: Path, page: int, width: int, target: Path) -> None:
    arguments = (str(source.resolve()), str(page), str(width), str(target))
    run_module("ingest.pages.page_images", *arguments, seconds=RENDER_SECONDS)


# ---- the child's side --------------------------------------------------------------------------------------------


def render(source: Path, page: int, width: int, target: Path) -> None:
    """Write page `page` (from 1) of the PDF `source` to `target` as WebP, `width` pixels wide.

    A page so long that it would pass MAX_PIXELS or MAX_SIDE is made narrower. Only for a process that may be killed.
    """
    import pypdfium2

    with pypdfium2.PdfDocument(source) as document:
        document.init_forms()
        sheet = document[page - 1]
        page_width, page_height = sheet.get_size()
        if page_width <= 0 or page_height <= 0:
            raise ValueError(f"page of {page_width} × {page_height} points")
        scale = min(
            width / page_width,
            (MAX_PIXELS / (page_width * page_height)) ** 0.5,
            MAX_SIDE / max(page_width, page_height),
        )
        image = sheet.render(scale=scale).to_pil()
    image.save(target, "WEBP", quality=WEBP_QUALITY, method=WEBP_METHOD)


def main(source: str, page: str, width: str, target: str) -> None:
    """The child's work: one page drawn into `target`."""
    within(RENDER_MEMORY, RENDER_SECONDS, lambda answer: render(Path(source), int(page), int(width), Path(target)))


if __name__ == "__main__":
    main(*sys.argv[1:])
