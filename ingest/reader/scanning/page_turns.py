"""Pages turned by quarters to be read upright, and what was found on them placed back on the page as displayed.

Points or page fractions, as the owner of a box says. It does not judge which way up a page is.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

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
        rules=tuple(Rule(*placed(Box(rule.x0, rule.y0, rule.x1, rule.y1))) for rule in page.rules),
        fills=tuple(map(placed, page.fills)),
        pictures=tuple(map(placed, page.pictures)),
        turned=(page.turned + quarters) % 4,
    )


def as_displayed(reading: Reading) -> Reading:
    """The reading with every place on a turned page told on that page as it is displayed."""
    turns = {page.number: page.turned for page in reading.document.pages if page.turned}
    if not turns:
        return reading
    pages = tuple(turned_page(page, -page.turned) for page in reading.document.pages)
    found: Reading = _placed_back(replace(reading, document=replace(reading.document, pages=())), turns)
    return replace(found, document=replace(reading.document, pages=pages))


def _placed_back(found: Any, turns: Mapping[int, int]) -> Any:
    """The same records, each `Source` on a turned page placed back."""
    if isinstance(found, Source):
        return replace(found, box=turned_box(found.box, 1, 1, -turns.get(found.page, 0)))
    if isinstance(found, PrintedRow):
        quarters = -turns.get(found.source.page, 0)
        cells = tuple(cell._replace(box=turned_box(cell.box, 1, 1, quarters)) for cell in found.cells)
        return replace(found, source=_placed_back(found.source, turns), cells=cells)
    if isinstance(found, tuple) and type(found) is tuple:
        return tuple(_placed_back(one, turns) for one in found)
    if is_dataclass(found) and not isinstance(found, type):
        return replace(found, **{one.name: _placed_back(getattr(found, one.name), turns) for one in fields(found)})
    return found
