"""Photographs of sheets seen from aside, made here: seen straight again; other images stay as they are."""

import cv2
import numpy as np
import pytest

from ingest.reader.engines.drawn_pages import PageImage
from ingest.reader.images.photographs import flattened

WIDTH, HEIGHT, DPI = 595, 842, 144
TABLE = 90


def photograph(*moves, around=70, shadow=False):
    """A page with a ruled square, its corners moved (points, from the top left one clockwise), on something dark."""
    scale = DPI / 72
    width, height = round(WIDTH * scale), round(HEIGHT * scale)
    sheet = np.full((height, width), 235, np.uint8)
    side = round(TABLE * scale)
    cv2.rectangle(sheet, (side, side), (width - side, height - side), 0, 2)
    if shadow:
        sheet[: height // 2] = (sheet[: height // 2] * 0.6).astype(np.uint8)
    corners = np.float32([[0, 0], [width, 0], [width, height], [0, height]])
    inset = np.float32([[40, 40], [-40, 40], [-40, -40], [40, -40]])
    turn = cv2.getPerspectiveTransform(corners, corners + (inset + np.float32(moves)) * scale)
    pixels = cv2.warpPerspective(sheet, turn, (width, height), borderValue=float(around))
    return PageImage(1, pixels, DPI, WIDTH, HEIGHT)


def slopes(image):
    """How far the sides of the square are from straight, in points: the spread of each side's place."""
    ink = image.pixels < 60
    left = [int(np.argmax(row)) for row in ink[400:1200:100]]
    top = [int(np.argmax(column)) for column in ink[:, 300:900:100].T]
    return max(max(left) - min(left), max(top) - min(top)) / 2


ASIDE = ((0, 0), (-18, 12), (10, -8), (-14, 10))


@pytest.mark.parametrize("shadow", [False, True])
def test_sheet_seen_from_aside_is_seen_straight(shadow):
    seen = photograph(*ASIDE, shadow=shadow)
    assert slopes(seen) > 4
    assert slopes(flattened(seen)) <= 1


def test_nothing_of_what_is_around_the_sheet_is_left():
    assert flattened(photograph(*ASIDE)).pixels[:60].min() > 200


@pytest.mark.parametrize(
    "image",
    [photograph((0, 0), (0, 0), (0, 0), (0, 0)), photograph(*ASIDE, around=255)],
    ids=["seen straight, dark edges", "nothing around it"],
)
def test_other_images_stay_as_they_are(image):
    assert flattened(image) is image


def test_leaning_sheet_is_left_to_what_makes_pages_upright():
    turn = cv2.getRotationMatrix2D((595, 842), 2, 0.9)
    sheet = np.full((1684, 1190), 240, np.uint8)
    pixels = cv2.warpAffine(sheet, turn, (1190, 1684), borderValue=50.0)
    image = PageImage(1, pixels, DPI, WIDTH, HEIGHT)
    assert flattened(image) is image
