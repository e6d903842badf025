"""Ink of a scanned page that is neither letter nor rule: signatures, stamps, drawings.

Takes an upright sheet with the words and rules found on it; gives boxes in points. It does not tell what was drawn.
"""

from collections.abc import Iterable
from statistics import median
from typing import Final

import cv2
import numpy as np

from ingest.reader.images.scan_images import Sheet
from ingest.reader.images.shades import shrunk
from ingest.reader.records import Box, Rule, Word

# 0–255. Mean ink of a square point from which something is drawn there: a pen's stroke covers a third of it.
DRAWN: Final = 50
# Points. What the letters and the rules leave around their boxes.
AROUND_WORD, AROUND_RULE = 2.0, 2.5
# Points. Strokes of one hand are no further from one another.
STROKE_GAP: Final = 9
# Square points. Less ink is specks.
LEAST_INK: Final = 90
# Recognition makes words of a signature too: higher than the print, and it is not sure of them.
UNSURE: Final = 0.5
HIGHER: Final = 1.8


def stray_ink(sheet: Sheet, words: Iterable[Word], rules: Iterable[Rule]) -> tuple[Box, ...]:
    """Boxes around what is drawn by hand or stamped, as far as it stands clear of the print."""
    size = (round(sheet.width), round(sheet.height))
    drawn = (shrunk(255 * sheet.ink(), size) >= DRAWN).astype(np.uint8)
    words = tuple(words)
    usual = median([word.box.y1 - word.box.y0 for word in words]) if words else 0.0
    for word in words:
        if word.certainty >= UNSURE or word.box.y1 - word.box.y0 < HIGHER * usual:
            _erase(drawn, word.box, AROUND_WORD)
    for rule in rules:
        _erase(drawn, rule.box, AROUND_RULE)
    joined = np.asarray(cv2.dilate(drawn, np.ones((STROKE_GAP, STROKE_GAP), np.uint8)), dtype=np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined)
    ink = np.bincount(labels[drawn > 0].ravel(), minlength=count)
    half = STROKE_GAP // 2
    return tuple(
        Box(float(left + half), float(top + half), float(left + width - half), float(top + height - half))
        for label, (left, top, width, height, _) in enumerate(stats.tolist())
        if label and ink[label] >= LEAST_INK
    )


def _erase(drawn: np.ndarray, box: Box, around: float) -> None:
    x0, y0 = max(0, int(box.x0 - around)), max(0, int(box.y0 - around))
    drawn[y0 : int(box.y1 + around) + 1, x0 : int(box.x1 + around) + 1] = 0
