"""Leaders of dots in a page image, found and erased: recognition makes letters of them, and loses the words beside.

Takes an upright sheet; gives the leaders and the sheet without them; then sets them among the words of the page, as the
dots that a program would have typed. It does not tell what they lead to.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

import numpy as np

from ingest.reader.images.scan_images import LETTER_HEIGHT, Sheet, pieces_of_ink
from ingest.reader.records import Box, Word, box_around

# Points. Dots and the hyphens of a leader are no larger; what is smaller is a speck.
HIGHEST, WIDEST, LEAST = 2.6, 6.0, 0.35
# Dots of one page: as many stand on forty full lines. More are the dots of a shade.
MOST_DOTS: Final = 12000
# Points. White between two dots of one leader, and how far one stands off the level of the one before.
GAP, STRAY = 7.0, 0.8
# Dots, and points. Fewer, or shorter, are an ellipsis.
FEWEST: Final = 5
SHORTEST: Final = 10.0
# Share of the gaps that are near the usual one, and how near: dots are set evenly, specks and the dots of i are not.
EVEN: Final = 0.7
NEAR: Final = 0.5
# Times. Dots of one leader have one size, but for a pixel; told where they are not many.
ALIKE: Final = 1.7
MANY: Final = 10
# Points. A letter stands this near one end of a leader.
REACH: Final = 14.0
# Points. How far over the feet of letters the rest of them is, and the share of the dots of a leader with ink there.
OVER: Final = (0.5, 4.0)
MOST_UNDER: Final = 0.3
# 0–255. Darker ink is print: rules are erased before.
PRINTED: Final = 180
# 0–255. Paper is lighter; the thin strokes of a faint copy are not, whose letters break into dots.
FAINT: Final = 215
# Points. What ink spreads around a dot, erased with it.
SPREAD: Final = 0.4


class Leader(NamedTuple):
    """A row of dots, in points: where it is, and how many of them."""

    box: Box
    dots: int


def find_leaders(sheet: Sheet) -> tuple[tuple[Leader, ...], Sheet]:
    """The leaders of the page, and the page with the shade of its paper in their place."""
    ink = ((sheet.ink() > 0) & (sheet.grey < PRINTED)).astype(np.uint8)
    left, top, across, down = np.array(pieces_of_ink(ink), dtype=np.int32).reshape(-1, 4).T
    boxes = np.column_stack((left, top, left + across, top + down))
    width, height = across / sheet.scale, down / sheet.scale
    small = (height <= HIGHEST) & (width <= WIDEST) & (np.minimum(width, height) >= LEAST)
    if not FEWEST <= np.count_nonzero(small) <= MOST_DOTS:
        return (), sheet
    letters = boxes[height >= LETTER_HEIGHT] / sheet.scale
    dots = [Box(*box) for box in (boxes[small] / sheet.scale).tolist()]
    rows = [row for row in _rows(sorted(dots)) if _is_leader(row) and _stands_by(row, letters)]
    rows = [row for row in rows if not _is_pieces(row, sheet.grey < FAINT, sheet.scale)]
    if not rows:
        return (), sheet
    return tuple(map(_leader, rows)), replace(sheet, grey=_erased(sheet, rows))


def _rows(dots: Sequence[Box]) -> Iterator[list[Box]]:
    """Dots one after the other on one level."""
    open_rows: dict[int, list[list[Box]]] = defaultdict(list)
    for dot in dots:
        level = _level(dot)
        band = int(level / STRAY)
        near = [
            row
            for place in (band - 1, band, band + 1)
            for row in open_rows[place]
            if abs(_level(row[-1]) - level) <= STRAY and 0 <= dot.x0 - row[-1].x1 <= GAP
        ]
        if near:
            row = max(near, key=lambda row: row[-1].x1)
            open_rows[int(_level(row[-1]) / STRAY)].remove(row)
            row.append(dot)
        else:
            row = [dot]
        open_rows[band].append(row)
    for rows in open_rows.values():
        yield from rows


def _level(dot: Box) -> float:
    return (dot.y0 + dot.y1) / 2


def _is_leader(row: Sequence[Box]) -> bool:
    if len(row) < FEWEST or row[-1].x1 - row[0].x0 < SHORTEST:
        return False
    steps = [after.x0 - before.x0 for before, after in pairwise(row)]
    usual = median(steps)
    if sum(abs(step - usual) <= NEAR * usual for step in steps) < EVEN * len(steps):
        return False
    areas = [(dot.x1 - dot.x0) * (dot.y1 - dot.y0) for dot in row]
    alike = sum(median(areas) / ALIKE <= area <= median(areas) * ALIKE for area in areas)
    return len(row) >= MANY or alike >= EVEN * len(row)


def _is_pieces(row: Sequence[Box], ink: np.ndarray, scale: float) -> bool:
    """Whether ink stands over the dots as near as letters are high: they are pieces of faint letters."""
    low, high = round(OVER[0] * scale), round(OVER[1] * scale)
    under = 0
    for dot in row:
        top, left, right = round(dot.y0 * scale), round(dot.x0 * scale), round(dot.x1 * scale) + 1
        under += bool(ink[max(0, top - high) : max(0, top - low), left:right].any())
    return under > MOST_UNDER * len(row)


def _stands_by(row: Sequence[Box], letters: np.ndarray) -> bool:
    """Whether a letter stands at one end of the row, on its line."""
    level = _level(row[0])
    on_line = letters[(letters[:, 1] < level) & (level <= letters[:, 3] + HIGHEST)]
    before, after = row[0].x0 - on_line[:, 2], on_line[:, 0] - row[-1].x1
    return bool(np.any((before >= -1) & (before <= REACH)) or np.any((after >= -1) & (after <= REACH)))


def _leader(row: Sequence[Box]) -> Leader:
    return Leader(box_around(row), len(row))


def _erased(sheet: Sheet, rows: Sequence[Sequence[Box]]) -> np.ndarray:
    grey = sheet.grey.copy()
    for dot in (dot for row in rows for dot in row):
        left, top, right, bottom = (
            max(0, round(edge * sheet.scale))
            for edge in (dot.x0 - SPREAD, dot.y0 - SPREAD, dot.x1 + SPREAD, dot.y1 + SPREAD)
        )
        around = grey[max(0, top - 2) : bottom + 2, left:right]
        grey[top:bottom, left:right] = around.max() if around.size else 255
    return grey


def with_leaders(words: Sequence[Word], leaders: Sequence[Leader]) -> tuple[Word, ...]:
    """The words with each leader set behind the one that it leads from, or before the one that it leads to."""
    found = list(words)
    for leader in leaders:
        place, like = _neighbour(found, leader.box)
        if like is not None:
            box = like.box._replace(x0=leader.box.x0, x1=leader.box.x1)
            found.insert(place, Word("." * leader.dots, box, like.size))
    return tuple(found)


def _neighbour(words: Sequence[Word], box: Box) -> tuple[int, Word | None]:
    """Where a leader goes among the words, and the word beside it, None where there is none on its line."""
    level = (box.y0 + box.y1) / 2
    on_line = [
        (place, word) for place, word in enumerate(words) if word.angle == 0 and word.box.y0 < level <= word.box.y1
    ]
    before = [one for one in on_line if one[1].box.x1 <= box.x0 + REACH / 2]
    after = [one for one in on_line if one[1].box.x0 >= box.x1 - REACH / 2]
    if before:
        place, word = max(before, key=lambda one: one[1].box.x1)
        return place + 1, word
    return min(after, key=lambda one: one[1].box.x0, default=(0, None))
