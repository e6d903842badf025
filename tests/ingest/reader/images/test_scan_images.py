"""Images worked on band by band are what they would be worked on at once."""

import cv2
import numpy as np
import pytest

from ingest.reader.engines.drawn_pages import PageImage
from ingest.reader.images import bands
from ingest.reader.images.paper import on_white
from ingest.reader.images.scan_images import Sheet, ink_of, prepare, skew
from ingest.reader.images.scan_rules import find_rules, without_bare_paper
from ingest.reader.images.shades import reduced, shrunk

SCALE = 2.0


@pytest.fixture
def grey() -> np.ndarray:
    """A page of 300 × 700 points: uneven paper, letters and rules on the edges of bands too."""
    page = np.linspace(170, 245, 1400 * 600).reshape(1400, 600).astype(np.uint8)
    for level in range(40, 1400, 36):
        cv2.putText(page, f"Subvention {level}", (60, level), cv2.FONT_HERSHEY_SIMPLEX, 0.7, 40, 2)
        cv2.line(page, (40, level + 10), (560, level + 10), 60, 2)
    cv2.line(page, (40, 20), (40, 1390), 60, 2)
    return page


def cleaned(grey):
    ink = ink_of(grey, SCALE)
    rules, sheet = find_rules(Sheet(1, grey, np.packbits(ink, axis=1), SCALE, 300, 700, 0.0))
    return ink, rules, sheet.grey, without_bare_paper(sheet), on_white(grey, reduced(grey, SCALE))


def test_bands_change_no_pixel(grey, monkeypatch):
    ink, rules, *images = cleaned(grey)
    monkeypatch.setattr(bands, "BAND", len(grey))
    whole = cleaned(grey)
    assert len(rules) == 39
    assert rules == whole[1]
    for image, at_once in zip((ink, *images), (whole[0], *whole[2:]), strict=True):
        assert np.array_equal(image, at_once)


def test_ink_is_kept_in_bits(grey):
    ink = ink_of(grey, SCALE)
    sheet = Sheet(1, grey, np.packbits(ink, axis=1), SCALE, 300, 700, 0.0)
    assert np.array_equal(255 * sheet.ink(), ink)
    assert np.array_equal(255 * sheet.ink(30, 60), ink[30:60])


def test_stroke_of_a_pen_does_not_say_how_a_page_leans():
    page = np.full((1200, 900), 255, np.uint8)
    for level in range(60, 1160, 40):
        cv2.putText(page, "Subvention attribuee au titre de 2024", (60, level), cv2.FONT_HERSHEY_SIMPLEX, 1.0, 40, 2)
    cv2.line(page, (300, 600), (620, 620), 40, 4)
    assert abs(skew(page, SCALE)) < 0.3


@pytest.mark.parametrize("size", [(1, 1), (3, 400), (400, 3)])
def test_image_of_a_few_points_leans_nowhere(size):
    assert skew(np.zeros(size, np.uint8), SCALE) == 0


@pytest.mark.parametrize("size", [(61, 83), (100, 150), (250, 400)])
def test_image_made_far_smaller_keeps_its_shades_where_they_were(size):
    rows, columns = np.mgrid[0:801, 0:501]
    image = (rows // 8 + columns // 8).astype(np.uint8)

    small = shrunk(image, size)

    assert small.shape == size[::-1]
    directly = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    assert np.abs(small.astype(int) - directly).max() <= 1


@pytest.mark.parametrize(("scanned", "read"), [(100, 200), (150, 200), (168, 224), (200, 250), (300, 250)])
def test_image_that_does_not_lean_is_brought_to_its_resolution_without_being_turned(scanned, read):
    width, height = 250 * 72 / scanned, 350 * 72 / scanned
    image = PageImage(1, np.full((350, 250), 200, np.uint8), scanned, width, height)
    image.pixels[150:153, 30:220] = 20

    sheet = prepare(image)

    assert sheet.grey.shape == (round(height * read / 72), round(width * read / 72))
    level, start, end = (round(edge * read / scanned) for edge in (151.5, 40, 210))
    assert (sheet.grey[level, start:end] < 60).all()
    assert (sheet.grey[[level - 12, level + 12], start:end] > 240).all()
