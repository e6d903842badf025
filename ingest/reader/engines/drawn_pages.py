"""Pages as grey images, drawn by PDFium: to recognise their text, or to show what was read in them.

From a path and page numbers to arrays; it does not know what recognition is, nor which colours are print.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
import pypdfium2.raw as c

from ingest.reader.engines.lone_images import lone_image, shows_images_whole
from ingest.reader.engines.opening import load_document

GreyImage = npt.NDArray[np.uint8]
# Blue, green and red of each pixel.
Colours = npt.NDArray[np.uint8]

POINTS_PER_INCH: Final = 72  # the unit of a PDF, ISO 32000-1, 8.3.2.3
# Form objects inside one another: a scan is at most one level down.
DEPTH: Final = 3
# Dots per inch. What a page is drawn at where it holds no image, and the most that recognition gains from: above, the
# same letters only take longer.
FINEST: Final = 300
# Dots per inch. The least a page is drawn at, however coarse its images.
COARSEST: Final = 100
# Pixels of a page as drawn: a sheet of plans, A0 at the finest, has 139 million. A larger page is drawn more coarsely.
MOST_DRAWN: Final = 150_000_000
# Bits a pixel. An image of shades of grey has no more.
GREY_BITS: Final = 8
# Share of the page. A smaller image is a detail, whose resolution is not that of the scan; strips of a scan are larger.
DETAIL: Final = 0.01
# Share of the page. Of two images in shades that are both as large, one lies over the other: the colour of the ink,
# cut out by a mask whose resolution PDFium does not tell.
LAYER: Final = 0.5
# Share of a resolution, which sizes in whole pixels round.
SAME: Final = 0.01
# Dots per inch. No letter can be read on a coarser image, unless a mask cuts it out.
UNREADABLE: Final = 50


class PageImage(NamedTuple):
    """A page as displayed: `pixels` (0 black – 255 white), `resolution` in dots per inch, its size in points.

    `two_tone`: its images are of black and white alone, no finer than it is drawn. `kept`: 255 where its ink is all
    there, less where some of a colour was taken off; one pixel a point, None where none was.
    """

    number: int
    pixels: GreyImage
    resolution: float
    width: float
    height: float
    two_tone: bool = False
    kept: GreyImage | None = None


Draw = Callable[[int], PageImage]
# From colours at so many pixels a point to grey, and what was kept of the ink.
InGrey = Callable[[Colours, float], tuple[GreyImage, GreyImage | None]]


@contextmanager
def page_drawer(path: Path, resolution: float | None = None, in_grey: InGrey | None = None) -> Iterator[Draw]:
    """A function that draws the page with a number (from 1), at this many dots per inch or as scanned, 300 at most.

    `in_grey`: what makes the grey of pages whose images have colours; PDFium does where it is not said. The function
    may be called by any thread: PDFium bears one at a time, so that the others wait.
    """
    one_at_a_time = Lock()
    whole = shows_images_whole(path)
    # Opened before, by the engine.
    with pdfium.PdfDocument(load_document(path)) as document:

        def draw(number: int) -> PageImage:
            with one_at_a_time:
                page = document[number - 1]
                try:
                    return _image(page, number, resolution or _resolution(page), in_grey, whole=whole)
                finally:
                    page.close()

        yield draw


def page_images(path: Path, numbers: Iterable[int], resolution: float | None = None) -> Iterator[PageImage]:
    """The pages with these numbers (from 1), one at a time, as `page_drawer` draws them."""
    with page_drawer(path, resolution) as draw:
        yield from map(draw, numbers)


def _image(page: Any, number: int, resolution: float, in_grey: InGrey | None, *, whole: bool) -> PageImage:
    width, height = page.get_size()
    resolution = min(resolution, POINTS_PER_INCH * (MOST_DRAWN / max(1.0, width * height)) ** 0.5)
    scale = resolution / POINTS_PER_INCH
    in_grey = in_grey if in_grey and _has_colours(page) else None
    kept = None
    pixels = _own_pixels(page, resolution, colours=in_grey is not None) if whole else None
    if pixels is None:
        pixels = _drawn(page, resolution, colours=in_grey is not None)
    if in_grey:
        pixels, kept = in_grey(pixels, scale)
    return PageImage(number, pixels, resolution, width, height, _is_two_tone(page, resolution), kept)


def _own_pixels(page: Any, resolution: float, *, colours: bool) -> npt.NDArray[np.uint8] | None:
    """The pixels of the only image that the page shows, where they are as fine as it would be drawn."""
    if any(abs(_dots(image) - resolution) <= SAME * resolution for image in _images(page)):
        return lone_image(page, 3 if colours else 1)
    return None


def _drawn(page: Any, resolution: float, *, colours: bool) -> npt.NDArray[np.uint8]:
    bitmap = page.render(scale=resolution / POINTS_PER_INCH, grayscale=not colours)
    try:
        drawn = np.array(bitmap.to_numpy(), dtype=np.uint8, copy=True)
        return drawn if colours else drawn.reshape(bitmap.height, bitmap.width)
    finally:
        bitmap.close()


def _has_colours(page: Any) -> bool:
    """Whether an image of the page has more than shades of grey."""
    return any(image.get_metadata().bits_per_pixel > GREY_BITS for image in _images(page))


def _is_two_tone(page: Any, resolution: float) -> bool:
    """Whether the page shows images, each a dot of black or white where it is drawn: what is grey lies between two."""
    images = list(_images(page))
    return bool(images) and all(
        image.get_metadata().bits_per_pixel == 1 and _dots(image) <= (1 + SAME) * resolution for image in images
    )


def _images(page: Any) -> Iterator[Any]:
    found: Iterator[Any] = page.get_objects(filter=[c.FPDF_PAGEOBJ_IMAGE], max_depth=DEPTH)
    return found


def _dots(image: Any) -> float:
    """The dots per inch of an image as its page shows it."""
    across, down = image.get_px_size()
    # Areas, not sides: a turned page swaps them.
    dots: float = POINTS_PER_INCH * (across * down / max(_area(image), 1e-9)) ** 0.5
    return dots


def _area(image: Any) -> float:
    left, bottom, right, top = image.get_bounds()
    return float(abs((right - left) * (top - bottom)))


def _resolution(page: Any) -> float:
    """That of the finest image of the page that is more than a detail; of layers, the finest one there is."""
    width, height = page.get_size()
    found: list[float] = []
    layers = 0
    for item in _images(page):
        area = _area(item)
        if area >= DETAIL * width * height:
            found.append(_dots(item))
            layers += area >= LAYER * width * height and item.get_metadata().bits_per_pixel > 1
    if layers > 1 or max(found, default=0) < UNREADABLE:
        return FINEST
    return min(max([*found, COARSEST]), FINEST)
