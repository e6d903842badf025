"""Figures that recognition sets aside beside those that it reads."""

import cv2
import numpy as np

from ingest.reader.records import Box, Word
from ingest.reader.scanning.scan_images import Sheet
from ingest.reader.scanning.unread_ink import unread_figures

SCALE = 250 / 72


def sheet(*texts):
    grey = np.full((round(60 * SCALE), round(200 * SCALE)), 255, np.uint8)
    for text, x in texts:
        cv2.putText(grey, text, (round(x * SCALE), round(30 * SCALE)), cv2.FONT_HERSHEY_SIMPLEX, 1.0, 0, 3)
    return Sheet(1, grey, np.packbits(grey == 0, axis=1), SCALE, 200, 60, 0.0)


def word(text, x0, x1):
    return Word(text, Box(x0, 21, x1, 32), 9, certainty=0.99)


def test_figure_left_out_before_another_is_found():
    [found] = unread_figures(sheet(("3", 44), ("500", 56)), [word("500", 55, 74)])
    assert found.place == 0
    assert found.box.x0 < 46


def test_nothing_is_missing_where_words_cover_the_ink():
    assert unread_figures(sheet(("3", 44), ("500", 56)), [word("3", 43, 51), word("500", 55, 74)]) == []


def test_ink_far_from_figures_is_left_alone():
    assert unread_figures(sheet(("3", 20), ("500", 56)), [word("500", 55, 74)]) == []
    assert unread_figures(sheet(("l", 44), ("est", 56)), [word("est", 55, 74)]) == []
