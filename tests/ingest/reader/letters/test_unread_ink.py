"""Figures that recognition sets aside beside those that it reads."""

from dataclasses import replace

import cv2
import numpy as np

from ingest.reader.images.scan_images import Sheet, turned_over
from ingest.reader.letters.unread_ink import unread_ink, with_worn_figures_doubted
from ingest.reader.records import Box, Word

SCALE = 250 / 72


def sheet(*texts):
    grey = np.full((round(60 * SCALE), round(200 * SCALE)), 255, np.uint8)
    for text, x in texts:
        cv2.putText(grey, text, (round(x * SCALE), round(30 * SCALE)), cv2.FONT_HERSHEY_SIMPLEX, 1.0, 0, 3)
    return Sheet(1, grey, np.packbits(grey == 0, axis=1), SCALE, 200, 60, 0.0)


def word(text, x0, x1):
    return Word(text, Box(x0, 21, x1, 32), 9, certainty=0.99)


def test_figure_left_out_before_another_is_found():
    [found] = unread_ink(sheet(("3", 44), ("500", 56)), [word("500", 55, 74)]).figures
    assert found.place == 0
    assert found.box.x0 < 46


def test_nothing_is_missing_where_words_cover_the_ink():
    assert not any(unread_ink(sheet(("3", 44), ("500", 56)), [word("3", 43, 51), word("500", 55, 74)]))


def test_ink_far_from_figures_is_left_alone():
    assert unread_ink(sheet(("3", 20), ("500", 56)), [word("500", 55, 74)]).figures == []
    assert unread_ink(sheet(("l", 44), ("est", 56)), [word("est", 55, 74)]).figures == []


def test_words_left_out_of_a_line_are_found():
    left_out = unread_ink(sheet(("1500", 100), ("500", 20)), [word("500", 19, 38)])
    assert left_out.figures == []
    [box] = left_out.words
    assert box.x0 < 102
    assert box.x1 > 115


def test_page_on_which_nothing_was_recognised_leaves_nothing_out():
    assert not any(unread_ink(sheet(("500", 56)), []))


def test_stamp_over_the_place_of_a_figure_before_another_leaves_a_doubt():
    under = sheet(("500", 56))
    cv2.ellipse(
        under.grey, (round(30 * SCALE), round(26 * SCALE)), (round(24 * SCALE), round(22 * SCALE)), 0, 0, 360, 0, 20
    )
    assert unread_ink(under, [word("500", 55, 74)]).stained == [0]


def test_figures_that_ink_was_taken_off_are_doubted():
    ticked = replace(sheet(("609", 56)), kept=np.full((60, 200), 255, np.uint8))
    ticked.kept[20:30, 70:72] = 0
    words = [word("609", 55, 74), word("club", 55, 74), word("500", 20, 50)]
    assert [one.certainty < 0.6 for one in with_worn_figures_doubted(ticked, words)] == [True, False, False]
    assert not turned_over(ticked).kept[30:40, 128:130].any()
