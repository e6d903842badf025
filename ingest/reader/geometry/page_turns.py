"""Pages turned by quarters to be read upright, and what was found on turned pages placed back as it is displayed.

Points or page fractions, as the owner of a box says. It does not judge which way up a page is.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import partial
from typing import Any

from ingest.reader.machine.on_disk import InParts
from ingest.reader.records import Box, Page, PrintedRow, Reading, Rule, Source, Word


def turned_box(box: Box, width: float, height: float, quarters: int) -> Box:
    """A box of a page of this size once the page is turned anticlockwise by `quarters`."""
    for _ in range(quarters % 4):
        box = Box(box.y0, width - box.x1, box.y1, width - box.x0)
        width, height = height, width
    return box


def turned_page(page: Page, quarters: int) -> Page:
    """The page turned anticlockwise by `quarters`, all that it holds with it; `turned` tells the sum of its turns."""
    width, height = (page.height, page.width) if quarters % 2 else (page.width, page.height)

    def placed(box: Box) -> Box:
        return turned_box(box, page.width, page.height, quarters)

    def placed_word(word: Word) -> Word:
        return word._replace(box=placed(word.box), angle=(word.angle - 90 * quarters) % 360)

    return replace(
        page,
        width=width,
        height=height,
        words=tuple(map(placed_word, page.words)),
        rules=tuple(Rule(*placed(rule.box)) for rule in page.rules),
        fills=tuple(map(placed, page.fills)),
        pictures=tuple(map(placed, page.pictures)),
        doubts=tuple(doubt._replace(box=placed(doubt.box)) for doubt in page.doubts),
        turned=(page.turned + quarters) % 4,
    )


def as_displayed(reading: Reading) -> Reading:
    """The reading with every place on a page that was turned, by quarters or a little, told on that page as it is
    displayed. What the pages themselves hold stays straight where they are set askew."""
    pages = reading.document.pages
    turned = {page.number: partial(_box_displayed, page=page) for page in pages if page.turned or page.tilt}
    if not turned:
        return reading
    upright = tuple(turned_page(page, -page.turned) for page in pages)
    found: Reading = _placed_back(replace(reading, document=replace(reading.document, pages=())), turned)
    return replace(found, document=replace(reading.document, pages=upright))


def _box_displayed(box: Box, page: Page) -> Box:
    """The upright box, in fractions of the page as displayed, around one found on the page as it was read."""
    width, height = (page.height, page.width) if page.turned % 2 else (page.width, page.height)
    box = turned_box(box, 1, 1, -page.turned)
    if not page.tilt:
        return box
    across, down = math.cos(math.radians(page.tilt)), math.sin(math.radians(page.tilt))
    corners = [((x - 0.5) * width, (y - 0.5) * height) for x in (box.x0, box.x1) for y in (box.y0, box.y1)]
    xs = [0.5 + (across * x - down * y) / width for x, y in corners]
    ys = [0.5 + (down * x + across * y) / height for x, y in corners]
    return Box(max(0, min(xs)), max(0, min(ys)), min(1, max(xs)), min(1, max(ys)))


def _placed_back(found: Any, turned: Mapping[int, Callable[[Box], Box]]) -> Any:
    """The same records, each `Source` on a turned page placed back."""
    if isinstance(found, Source):
        return replace(found, box=turned[found.page](found.box)) if found.page in turned else found
    if isinstance(found, PrintedRow):
        back = turned.get(found.source.page)
        cells = tuple(cell._replace(box=back(cell.box)) for cell in found.cells) if back else found.cells
        return replace(found, source=_placed_back(found.source, turned), cells=cells)
    if isinstance(found, InParts):
        return found.each_part(lambda part: tuple(_placed_back(one, turned) for one in part))
    if isinstance(found, tuple) and type(found) is tuple:
        return tuple(_placed_back(one, turned) for one in found)
    if is_dataclass(found) and not isinstance(found, type):
        return replace(found, **{one.name: _placed_back(getattr(found, one.name), turned) for one in fields(found)})
    return found
