"""Text objects cut by the window through which they are drawn: cells of spreadsheets, frames, pages set in pages.

Takes the text objects of an open page; gives which lie wholly out of their windows, the windows of those that stick out
of theirs, and whether two share one. Those that lie out of the page as well are left to `page_edges`, which tells what
the page lacks beside them. It reads no text. Points of the page as displayed.
"""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from ingest.reader.engines.pdfium_calls import (
    argument,
    bounds_of,
    clip_of,
    corner_address,
    corners_of,
    count_corners,
    count_windows,
)
from ingest.reader.engines.placement import Placement
from ingest.reader.records import Box

# Points. Text that sticks out of its window by less loses no letter: windows are drawn along the text.
STICKS_OUT: Final = 1.0
# Points. White between the side of a cell and its text; by how much text that fills its cell at least sticks out.
PADDING: Final = 0.5
WRITTEN: Final = 0.1
# Heights of itself. A text as wide holds several letters: one figure, or a word turned upright, fills no cell.
SEVERAL_LETTERS: Final = 3
# Share of the width of the page. A window wider than that is no cell but the page inside its margins, past which the
# last letters of justified lines reach by a fraction of a point.
WHOLE_PAGE: Final = 2 / 3
# Corners looked at of one window: a larger one is the outline of a drawing.
MOST_CORNERS: Final = 1_000

_Corners = dict[int, Box | None]


class Windows(NamedTuple):
    """Places among the text objects: `hidden` nothing of which is seen; `cut`, with the window of each; `trimmed`,
    those that fill what is left of a cell: spreadsheets write no letter that it would not show."""

    hidden: list[int]
    cut: dict[int, Box]
    trimmed: set[int]


def windows_of(texts: Sequence[tuple[int, Placement]], width: float, height: float) -> Windows:
    """Which of these text objects, given with the maps of what holds them, are cut by their windows; of a page of this
    size."""
    found = Windows([], {}, set())
    known: _Corners = {}
    sheet = Box(0, 0, width, height)
    for index, (item, placement) in enumerate(texts):
        clip = clip_of(argument(item))
        count = count_windows(clip)
        if count <= 0:
            continue
        shown = _shown(clip, count, known)
        if shown is None:
            continue
        window, text = placement.box(*shown), bounds_of(argument(item), placement)
        if not window.meets(text):
            if sheet.meets(text):
                found.hidden.append(index)
            continue
        trimmed = _is_trimmed(text, window) and window.x1 - window.x0 <= WHOLE_PAGE * width
        if trimmed or _sticks_out(text, window):
            found.cut[index] = window
        if trimmed:
            found.trimmed.add(index)
    if found.trimmed:
        _add_full_cells(found, texts)
    return found


def _add_full_cells(found: Windows, texts: Sequence[tuple[int, Placement]]) -> None:
    """Add the texts that end with the last word for which their cell has room, in columns where other texts lost their
    end: a spreadsheet leaves out whole words too, and nothing of these shows."""
    bounds = [bounds_of(argument(item), placement) for item, placement in texts]
    columns = {(round(bounds[at].x0), found.cut[at].x1) for at in found.trimmed if _holds_letters(bounds[at])}
    for index, text in enumerate(bounds):
        if index in found.cut or not _holds_letters(text):
            continue
        for x0, x1 in columns:
            if abs(text.x0 - x0) <= STICKS_OUT and 0 <= x1 + WRITTEN - text.x1 < text.y1 - text.y0:
                found.cut[index] = text._replace(x1=x1 + WRITTEN)
                found.trimmed.add(index)


def share_window(item: int, other: int) -> bool:
    """Whether two text objects, by address, are seen through the same window, as those of one cell are."""
    known: _Corners = {}
    clips = [clip_of(argument(one)) for one in (item, other)]
    return len({_shown(clip, max(0, count_windows(clip)), known) for clip in clips}) == 1


def _sticks_out(text: Box, window: Box) -> bool:
    return (
        text.x0 < window.x0 - STICKS_OUT
        or text.x1 > window.x1 + STICKS_OUT
        or text.y0 < window.y0 - STICKS_OUT
        or text.y1 > window.y1 + STICKS_OUT
    )


def _is_trimmed(text: Box, window: Box) -> bool:
    return text.x0 > window.x0 + PADDING and text.x1 > window.x1 + WRITTEN


def _holds_letters(text: Box) -> bool:
    return text.x1 - text.x0 > SEVERAL_LETTERS * (text.y1 - text.y0)


def _shown(clip: Any, count: int, known: _Corners) -> Box | None:
    """What is seen through all the windows of a clip path, in the space of its object; None where that is not known.

    Objects share their windows: each is looked at once, known by the address of its first corner.
    """
    x0 = y0 = float("-inf")
    x1 = y1 = float("inf")
    for window in range(count):
        first = corner_address(clip, window, 0)
        if first not in known:
            known[first] = _around(clip, window)
        box = known[first]
        if box is not None:
            x0, y0, x1, y1 = max(x0, box.x0), max(y0, box.y0), min(x1, box.x1), min(y1, box.y1)
    return Box(x0, y0, x1, y1) if x0 > float("-inf") else None


def _around(clip: Any, window: int) -> Box | None:
    corners = count_corners(clip, window)
    if not 0 < corners <= MOST_CORNERS:
        return None
    points = corners_of(clip, window, corners)
    across, up = [x for x, _ in points], [y for _, y in points]
    return Box(min(across), min(up), max(across), max(up))
