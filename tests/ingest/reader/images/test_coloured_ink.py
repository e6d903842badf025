"""Stamps and signatures over print, highlighters and print in colour, on images made by hand."""

import cv2
import numpy as np

from ingest.reader.images.coloured_ink import in_grey as in_grey_and_kept

SCALE = 200 / 72
BLUE, RED, GREEN, YELLOW = (170, 60, 50), (60, 50, 190), (60, 140, 50), (70, 245, 255)
BLACK = (10, 10, 10)


def in_grey(colours, scale):
    grey, _ = in_grey_and_kept(colours, scale)
    return grey


def a_page():
    """White paper with a line of black print, as blue, green and red."""
    page = np.full((600, 900, 3), 252, np.uint8)
    cv2.putText(page, "Foyer rural du Bief  12 500,00", (60, 300), cv2.FONT_HERSHEY_DUPLEX, 1.2, BLACK, 3)
    return page


def a_stamped_page():
    page = a_page()
    cv2.circle(page, (450, 300), 130, RED, 5)
    cv2.putText(page, "MAIRIE", (380, 290), cv2.FONT_HERSHEY_DUPLEX, 1.2, RED, 3)
    return np.minimum(page, a_page())


def test_stamp_over_print_goes_and_the_print_stays():
    stamped = a_stamped_page()
    bare, stamp = in_grey(a_page(), SCALE), in_grey(stamped, SCALE)
    assert (np.abs(stamp.astype(int) - bare) > 60).mean() < 0.001
    assert (cv2.cvtColor(stamped, cv2.COLOR_BGR2GRAY) < 150).sum() > 1.5 * (stamp < 150).sum()


def test_print_in_colour_beside_black_print_stays():
    page = a_page()
    cv2.putText(page, "Attribution des aides", (60, 200), cv2.FONT_HERSHEY_DUPLEX, 1.2, BLUE, 3)
    assert np.array_equal(in_grey(page, SCALE), cv2.cvtColor(page, cv2.COLOR_BGR2GRAY))


def test_coloured_rules_around_black_print_stay():
    page = a_page()
    for level in range(60, 560, 40):
        cv2.line(page, (40, level), (860, level), GREEN, 3)
    for left in (40, 480, 860):
        cv2.line(page, (left, 60), (left, 540), GREEN, 3)
    assert (in_grey(page, SCALE)[98:103, 100:400] < 150).any(axis=0).mean() > 0.9


def test_light_of_a_highlighter_is_paper():
    page = a_page()
    page[260:320, 40:700] = np.minimum(page[260:320, 40:700], np.array(YELLOW, np.uint8))
    assert in_grey(page, SCALE)[262:270, 40:700].min() > 240


def test_letters_on_a_coloured_shade_stay():
    page = cv2.blur(np.minimum(a_page(), np.array((237, 219, 204), np.uint8)), (3, 3))
    assert np.array_equal(in_grey(page, SCALE), cv2.cvtColor(page, cv2.COLOR_BGR2GRAY))


def test_coloured_paper_keeps_its_shade():
    page = np.minimum(a_page(), np.array(YELLOW, np.uint8))
    assert np.array_equal(in_grey(page, SCALE), cv2.cvtColor(page, cv2.COLOR_BGR2GRAY))


def test_dark_blue_print_whose_colours_jpeg_blurred_stays():
    page = np.full((900, 900, 3), 252, np.uint8)
    for line in range(25):
        where, ink = (60, 60 + 32 * line), BLACK if line % 3 else (120, 50, 20)
        cv2.putText(page, "Attribution de subventions", where, cv2.FONT_HERSHEY_DUPLEX, 0.6, ink, 1, cv2.LINE_AA)
    page = cv2.imdecode(cv2.imencode(".jpg", page, [cv2.IMWRITE_JPEG_QUALITY, 60])[1], cv2.IMREAD_COLOR)
    assert np.array_equal(in_grey(page, SCALE), cv2.cvtColor(page, cv2.COLOR_BGR2GRAY))


def test_thin_rules_under_a_stamp_stay():
    page = a_page()
    cv2.line(page, (20, 330), (880, 334), (90, 90, 90), 1)
    stamped = page.copy()
    cv2.circle(stamped, (450, 300), 130, RED, 5)
    cv2.putText(stamped, "MAIRIE", (380, 330), cv2.FONT_HERSHEY_DUPLEX, 1.5, RED, 3)
    grey = in_grey(np.minimum(stamped, page), SCALE)
    assert (grey[326:338, 20:880] < 190).any(axis=0).mean() > 0.97


def test_where_ink_was_taken_off_is_said_and_nowhere_else():
    _, kept = in_grey_and_kept(a_stamped_page(), SCALE)
    assert kept.shape == (216, 324)
    assert kept[55:66, 155:170].min() < 128  # the top of the stamp, at one pixel a point
    assert kept[:, :100].min() == 255
    assert in_grey_and_kept(a_page(), SCALE)[1] is None
