"""The PDF that the public may download: enters a stored file and what is masked of it, leaves a copy without it.

A page that holds something masked becomes an image with black boxes; nothing of it stays in the file, neither its text
nor its fonts nor its pictures. The other pages stay as they are; what the file says of itself and of its author is
gone. Made once, beside the page images, in a child process that can be killed: `python -m ingest.pages.public_copies`.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from PIL import Image, ImageChops

from ingest.pages.made_once import made_once
from ingest.pages.page_images import MAX_PIXELS, PageImageError, covered, pages_folder
from ingest.processes.child_process import ChildError, run_module, within
from ingest.reader.records import Box

COPY_SECONDS = 25  # 59 masked pages of a scan take 5; a web worker is stopped after 30
COPY_MEMORY = 2 * 1024**3  # bytes of address space: the largest file that may be uploaded, twice, and a page
RESOLUTION = 150  # dots per inch of a page turned into an image: read at arm's length, 200 kB
JPEG_QUALITY = 75  # of 100
POINTS_PER_INCH = 72
GREY_TINT = 8  # of 255: less between two colours of a pixel is grey

Masked = Mapping[int, Sequence[Box]]


class PublicCopyError(PageImageError):
    """A copy that could not be made. `str(error)` says why, for the log."""


def public_copy(source: Path, sha256: str, masks_print: str, masked: Masked) -> Path:
    """The copy of `source`, whose bytes hash to `sha256`, without what `masked` covers: boxes in page fractions by
    page, from 1. `masks_print` changes with them.

    Raises PublicCopyError where it asks too much of the machine or the file is missing.
    """
    try:
        return made_once(copy_path(sha256, masks_print), partial(_copy_in_child, source, masked))
    except ChildError as error:
        raise PublicCopyError(str(error)) from error


def copy_path(sha256: str, masks_print: str) -> Path:
    """Where the copy is kept: with the page images, so that it goes when they go."""
    return pages_folder(sha256) / f"copy-{masks_print}-{RESOLUTION}.pdf"


def _copy_in_child(source: Path, masked: Masked, target: Path) -> None:
    told = json.dumps({page: [list(box) for box in boxes] for page, boxes in masked.items()}).encode()
    run_module("ingest.pages.public_copies", str(source.resolve()), str(target), seconds=COPY_SECONDS, said=told)


# ---- the child's side --------------------------------------------------------------------------------------------

# What a page keeps that nothing on it is masked; an author, a note or the text for screen readers may name a person.
_PAGE_KEYS = {
    *("/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents", "/Annots", "/Group"),
    "/UserUnit",
}
_ROOT_KEYS = {"/Type", "/Pages", "/Version", "/Lang", "/PageLabels", "/OCProperties"}
# Annotations that draw something on the page: notes, attached files and their pop-ups stay out.
_DRAWN = {"/Stamp", "/Widget", "/Link", "/FreeText", "/Highlight", "/Underline", "/Ink", "/Line", "/Square", "/Circle"}
_ANNOTATION_KEYS = {"/Type", "/Subtype", "/Rect", "/AP", "/AS", "/F", "/Border", "/BS", "/QuadPoints", "/OC", "/MK"}


def write_copy(source: Path, target: Path, masked: Masked) -> None:
    """Write the copy of `source` to `target`. Only for a process that may be killed."""
    import pikepdf
    import pypdfium2

    with pikepdf.open(source) as document, pypdfium2.PdfDocument(source) as drawn:
        drawn.init_forms()
        for number, page in enumerate(document.pages, 1):
            if boxes := masked.get(number) or (_hides_its_resources(page) and [Box(0, 0, 0, 0)]):
                _replace(document, page, drawn[number - 1], boxes)
            else:
                _clean(page)
        for key in set(document.Root.keys()) - _ROOT_KEYS:
            del document.Root[key]
        if "/Info" in document.trailer:
            del document.trailer["/Info"]
        # Pages may share one list of pictures and fonts: without this, those of a masked page would stay in the file.
        document.remove_unreferenced_resources()
        document.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def _replace(document: Any, page: Any, drawn: Any, boxes: Sequence[Box]) -> None:
    """The page as an image of itself, boxes over it, in place of all that it held."""
    from pikepdf import Array, Dictionary, Name, Stream

    width, height = drawn.get_size()
    scale = min(RESOLUTION / POINTS_PER_INCH, (MAX_PIXELS / (width * height)) ** 0.5)
    image = _without_colour(covered(drawn.render(scale=scale).to_pil().convert("RGB"), boxes))
    content = BytesIO()
    image.save(content, "JPEG", quality=JPEG_QUALITY)
    picture = Stream(
        document,
        content.getvalue(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=image.width,
        Height=image.height,
        ColorSpace=Name.DeviceGray if image.mode == "L" else Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=Name.DCTDecode,
    )
    for key in set(page.obj.keys()) - {"/Type", "/Parent"}:
        del page.obj[key]
    box = Array([0, 0, width, height])
    # All that a page may inherit from those above it is said here.
    page.obj.MediaBox, page.obj.CropBox, page.obj.Rotate = box, box, 0
    page.obj.Resources = Dictionary(XObject=Dictionary(Page=picture))
    page.obj.Contents = Stream(document, f"q {width:.3f} 0 0 {height:.3f} 0 0 cm /Page Do Q".encode())


def _without_colour(image: Image.Image) -> Image.Image:
    """The image in grey where it has no colour: a third lighter."""
    red, green, blue = image.split()
    tint = max(ImageChops.difference(one, green).getextrema()[1] for one in (red, blue))
    return image.convert("L") if tint <= GREY_TINT else image


def _hides_its_resources(page: Any) -> bool:
    """Whether what the page draws cannot be followed, so that nobody can say which of its pictures it needs."""
    import pikepdf

    if not page.resources.get("/XObject"):
        return False
    try:
        pikepdf.parse_content_stream(page)
    except pikepdf.PdfParsingError:
        return True
    return False


def _clean(page: Any) -> None:
    for key in set(page.obj.keys()) - _PAGE_KEYS:
        del page.obj[key]
    if "/Annots" not in page.obj:
        return
    kept = [one for one in page.obj.Annots if str(one.get("/Subtype", "")) in _DRAWN and "/AP" in one]
    for one in kept:
        for key in set(one.keys()) - _ANNOTATION_KEYS:
            del one[key]
    page.obj.Annots = kept


def main(source: str, target: str) -> None:
    """The child's work: the public copy of `source` in `target`; the boxes to mask come on standard input."""

    def copy(answer: BinaryIO) -> None:
        told = json.load(sys.stdin)
        masked = {int(page): [Box(*box) for box in boxes] for page, boxes in told.items()}
        write_copy(Path(source), Path(target), masked)

    within(COPY_MEMORY, COPY_SECONDS, copy)


if __name__ == "__main__":
    main(*sys.argv[1:])
