"""Sheets that lie on their side are told by where their lines run, and by what a small part of them reads."""

import cv2
import numpy as np
import pytest

from ingest.reader.engines.drawn_pages import PageImage
from ingest.reader.records import Box, Word
from ingest.reader.scanning.scan_turns import LINES, quarters_to_turn

DPI = 150


def page(*, down):
    """A sheet of 500 by 700 points whose upper part is printed with 30 lines of text, across it or down it."""
    pixels = np.full((round(700 / 72 * DPI), round(500 / 72 * DPI)), 235, np.uint8)
    printed = np.full((600, 960), 235, np.uint8)
    for level in range(30, 600, 19):
        cv2.putText(printed, "Subventions votees par le conseil municipal " * 3, (10, level), 3, 0.5, 30, 1)
    printed = np.rot90(printed, 3) if down else printed
    height, width = printed.shape
    pixels[20 : 20 + height, 30 : 30 + width] = printed
    return PageImage(1, pixels, DPI, 500, 700)


class Reader:
    """Reads well the image that it is shown at one try, keeps what it was shown."""

    def __init__(self, reads_at: int) -> None:
        self.reads_at, self.shown = reads_at, []

    def band_words(self, grey, scale):
        self.shown.append((grey, scale))
        return [
            Word("subventions" * 4, Box(0, 0, 90, 10), 10, certainty=0.9 if len(self.shown) == self.reads_at else 0.2)
        ]


def test_page_whose_lines_run_down_it_is_read_in_a_small_part_that_is_full_of_text():
    reader = Reader(reads_at=1)

    assert quarters_to_turn(page(down=True), reader) == 1

    [(grey, scale)] = reader.shown
    assert grey.shape == pytest.approx((LINES[0] * scale, LINES[1] * scale), abs=3)
    assert (grey < 128).mean() > 0.05
    assert np.median(grey) == 255  # its paper made white


@pytest.mark.parametrize(("reads_at", "quarters"), [(2, 3), (9, 0)])
def test_page_is_turned_the_way_that_reads_if_any_does(reads_at, quarters):
    assert quarters_to_turn(page(down=True), Reader(reads_at)) == quarters


def test_page_whose_lines_run_across_it_is_shown_to_nobody():
    reader = Reader(reads_at=1)

    assert quarters_to_turn(page(down=False), reader) == 0
    assert not reader.shown
