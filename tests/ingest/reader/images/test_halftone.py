"""Shades that a copier prints as dots."""

import cv2
import numpy as np

from ingest.reader.images.halftone import INK, without_dots

SCALE = 300 / 72
# Thresholds of the dots of a copier, four by four.
BAYER = 16 * np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]]) + 8


def page():
    """A sentence with its full stops, once on white and once on a shade of dots."""
    pixels = np.full((300, 900), 255, np.uint8)
    for level in (80, 220):
        cv2.putText(pixels, "Projet associatif n. 12.", (60, level), cv2.FONT_HERSHEY_SIMPLEX, 1.0, (0,), 3)
    printed = pixels.copy()
    pixels[150:290:4, 20:880:4] = 0
    pixels[152:290:4, 22:880:4] = 0
    return printed, pixels


def test_dots_of_a_shade_go_and_letters_stay():
    printed, shaded = page()
    clean = without_dots(shaded, SCALE)
    assert (clean[:120] == printed[:120]).all()
    assert ((clean[150:] < INK) != (printed[150:] < INK)).mean() < 0.02
    assert (shaded[150:] != printed[150:]).mean() > 0.08


def test_edges_of_letters_broken_into_dots_stay_and_are_smooth():
    """A copier that dithers its page leaves letters in pieces: those near to a letter are its own."""
    printed, _ = page()
    shade = np.where(printed > 0, 205.0, 60.0) + np.random.default_rng(1).normal(0, 12, printed.shape)
    dithered = np.where(shade > np.tile(BAYER, (75, 225)), 255, 0).astype(np.uint8)
    clean = without_dots(dithered, SCALE)
    wrong = ((clean < INK) != (printed < INK)).mean()
    assert wrong < ((dithered < INK) != (printed < INK)).mean() / 3


def test_dust_is_left_where_it_is():
    printed, _ = page()
    for place in range(40, 880, 90):
        printed[130, place] = 0
    assert (without_dots(printed, SCALE) == printed).all()


def test_image_with_shades_of_its_own_stays_as_it_is():
    _, shaded = page()
    grey = cv2.GaussianBlur(shaded, (0, 0), 1.5)
    assert without_dots(grey, SCALE) is grey


def test_dots_of_a_grey_rule_stay_beside_those_of_a_shade():
    _, shaded = page()
    shaded[120, 20:880:2] = 0
    shaded[20:140:2, 40] = 0
    clean = without_dots(shaded, SCALE)
    assert (clean[120, 60:840:2] == 0).mean() > 0.9
    assert (clean[40:120:2, 40] == 0).mean() > 0.9
    assert (clean[155:285] == 0).mean() < (shaded[155:285] == 0).mean() / 2


def test_dots_drawn_between_two_pixels_are_taken_for_no_grey_image():
    """A page a dot wider than its image: lone dots are spread over two pixels, strokes keep their black."""
    printed, shaded = page()
    spread = cv2.warpAffine(shaded, np.array([[1, 0, 0.45], [0, 1, 0.0]]), shaded.shape[::-1], borderValue=(255,))
    clean = without_dots(spread, SCALE, two_tone=True)
    assert ((spread[150:] < INK) != (printed[150:] < INK)).mean() > 0.08
    assert ((clean[150:] < INK) != (printed[150:] < INK)).mean() < 0.02
