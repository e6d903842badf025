"""Pages that show nothing but one image, as scanners make them → the pixels of that image, as they are in the file.

Drawing such a page gives the same pixels, a little blurred, in six times the time. It scales nothing: a page that shows
its image cut, masked, leaning or otherwise changed has no lone image, nor has one in black and white alone.
"""

from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as c

# Points by which an image may miss the edges of its page: less than a pixel of the coarsest scan.
EDGE: Final = 0.5
# Of the matrix of an image: how far from level it may be set, in points.
LEVEL: Final = 0.01
# What the dictionary of an image says where a part of it is shown, or where it is not always: PDFium does not tell.
PARTLY_SHOWN: Final = (b"/SMask", b"/Mask", b"/OC ")
# Bytes of a file that are looked at at once.
BLOCK: Final = 1 << 20
# Bits of a pixel. Images of fewer, of black and white, are drawn: in a sixth of the time of others, and their edges
# come out smoother, which reads better.
GREY_BITS: Final = 8
# What an image of a device or calibrated colour space is told as. A mask has none: only what it cuts out is shown.
UNKNOWN: Final = c.FPDF_COLORSPACE_UNKNOWN

Pixels = npt.NDArray[np.uint8]


def shows_images_whole(path: Path) -> bool:
    """Whether no image of a file is masked or in a layer: dictionaries of images are neither compressed nor ciphered,
    ISO 32000-1, 7.5.7 and 7.6.1."""
    with path.open("rb") as file:
        end = b""
        while block := file.read(BLOCK):
            if any(said in end + block for said in PARTLY_SHOWN):
                return False
            end = block[-max(map(len, PARTLY_SHOWN)) :]
    return True


def lone_image(page: Any, channels: int) -> Pixels | None:
    """The pixels of the only thing that a page of PDFium shows, as it is displayed; None where there is anything else,
    or where they have not so many `channels`: 1 grey, 3 blue, green and red.

    For files that show images whole.
    """
    if c.FPDFPage_CountObjects(page) != 1 or c.FPDFPage_GetAnnotCount(page):
        return None
    [shown] = page.get_objects(max_depth=1)
    if shown.type != c.FPDF_PAGEOBJ_IMAGE or not _is_plain(shown) or not _covers(shown, page):
        return None
    bitmap = shown.get_bitmap()
    if bitmap.n_channels != channels:
        return None
    shape = (bitmap.height, bitmap.width, channels)[: 3 if channels > 1 else 2]
    pixels = np.array(bitmap.to_numpy(), dtype=np.uint8, copy=True).reshape(shape)
    return np.ascontiguousarray(np.rot90(pixels, -page.get_rotation() // 90))


def _is_plain(image: Any) -> bool:
    """Whether all of an image is shown, on no layer that a reader may switch off."""
    clipped = c.FPDFClipPath_CountPaths(c.FPDFPageObj_GetClipPath(image)) > 0
    told = image.get_metadata()
    return not (
        clipped
        or c.FPDFPageObj_HasTransparency(image)
        or c.FPDFPageObj_CountMarks(image)
        or told.colorspace == UNKNOWN
        or told.bits_per_pixel < GREY_BITS
    )


def _covers(image: Any, page: Any) -> bool:
    """Whether an image is set upright from edge to edge of its page."""
    across, lean, slant, down, *_ = image.get_matrix().get()
    upright = across > 0 and down > 0 and max(abs(lean), abs(slant)) <= LEVEL
    edges = zip(image.get_bounds(), page.get_bbox(), strict=True)
    return upright and all(abs(one - other) <= EDGE for one, other in edges)
