"""Sizes, weights, spaces and certainty of recognised words, on words and pixels made by hand."""

import cv2
import numpy as np
import pytest

from ingest.reader.letters.recognised_print import calibrated, in_print
from ingest.reader.records import Box, Word

SCALE = 4.0


def page(*boxes, stroke=1):
    """White paper with upright strokes, `stroke` pixels wide, a point apart, inside each box."""
    pixels = np.full((400, 1600), 255, np.uint8)
    for box in boxes:
        left, top, right, bottom = (round(edge * SCALE) for edge in box)
        for offset in range(stroke):
            pixels[top:bottom, left + offset : right : 8] = 0
    return pixels


def word(text, x0, x1, *, size=8.0, y1=50.0):
    return Word(text, Box(x0, y1 - size, x1, y1), size, certainty=0.9)


def texts(*words):
    return [one.text for one in in_print(words, page(), SCALE)]


def test_certainty_grows_with_confidence_and_doubts_what_is_half_sure():
    shares = [calibrated(confidence) for confidence in (0, 0.3, 0.6, 0.8, 0.9, 0.97, 1)]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0, 1)
    assert calibrated(0.8) < 0.9 < calibrated(0.85)


def test_lost_thin_space_is_set_again_where_the_next_group_shows_it():
    assert texts(word("1272", 10, 30), word("125,00", 32, 60), word("€", 62, 66)) == ["1", "272", "125,00", "€"]


def test_cents_that_the_white_after_a_comma_sets_apart_are_of_the_figure():
    assert texts(word("45", 10, 20), word("069,", 25, 42), word("84", 46, 56), word("€", 60, 65)) == [
        "45",
        "069,84",
        "€",
    ]
    assert texts(word("84", 46, 56, y1=70), word("45", 10, 20), word("069,", 25, 42), word("84", 46, 56)) == [
        "84",
        "45",
        "069,84",
    ]
    assert texts(word("300,", 25, 42), word("38", 46, 56), word("€", 60, 65)) == ["300,38", "€"]


@pytest.mark.parametrize(
    "words",
    [
        (word("articles", 0, 22), word("110,", 25, 42), word("12", 46, 56)),  # nothing says that it is money
        (word("45", 10, 20), word("069,", 25, 42), word("84", 56, 66)),
        (word("10,", 25, 42), word("12", 46, 56), word("et", 60, 65)),
    ],
)
def test_figures_of_an_enumeration_stay_apart(words):
    assert texts(*words) == [one.text for one in words]


@pytest.mark.parametrize(
    "words",
    [
        (word("1272", 10, 30), word("125,00", 40, 66)),  # too far: a count beside an amount
        (word("1272", 10, 30), word("1250", 32, 52)),  # no group of three
        (word("1272", 10, 30), word("125", 32, 50, y1=62)),  # another line
        (word("12720", 10, 34), word("€", 36, 40)),
    ],
)
def test_figures_that_are_no_group_of_thousands_are_left_alone(words):
    assert texts(*words) == [one.text for one in words]


def test_heights_measured_on_few_letters_become_the_usual_size():
    words = (word("Bénéficiaire", 10, 60), word("11", 70, 76, size=8.9), word("Titre", 80, 120, size=12))
    sizes = [one.size for one in in_print(words, page(), SCALE)]
    assert sizes == [8.0, 8.0, 12]


def test_words_with_thicker_strokes_are_bold():
    words = (word("accompagnement", 10, 60), word("insertion", 70, 110), word("TOTAL", 120, 150))
    pixels = np.minimum(page(words[0].box, words[1].box, stroke=2), page(words[2].box, stroke=3))
    assert [one.bold for one in in_print(words, pixels, SCALE)] == [False, False, True]


@pytest.mark.parametrize(
    ("width", "read", "text"), [(4.0, "O", "0"), (4.0, "O0", "0"), (6.4, "O", "O"), (9.0, "O0", "O0"), (4.0, "8", "8")]
)
def test_lone_round_letter_is_told_from_a_nought_by_its_width(width, read, text):
    pixels = np.full((400, 1600), 255, np.uint8)
    pixels[round(42.4 * SCALE) : round(48.2 * SCALE), 40 : 40 + round(width * SCALE)] = 0
    [found] = in_print([word(read, 10, 20)], pixels, SCALE)
    assert found.text == text


def test_box_that_takes_in_the_space_before_its_word_begins_with_its_ink():
    clean = page((10, 40, 30, 50), (36, 40, 42, 50))
    _, figure = in_print([word("Axe", 10, 30), word("4", 29.5, 42)], clean, SCALE)
    assert figure.box.x0 == 36


@pytest.mark.parametrize(("read", "text"), [("£", "€"), ("£€", "€"), ("900€£", "900€"), ("€", "€")])
def test_sign_of_the_pound_is_a_euro_sign_misread(read, text):
    assert texts(word("9", 10, 14), word(read, 20, 26))[-1] == text


@pytest.mark.parametrize(("height", "filled", "read"), [(3, True, "•"), (3, False, "e"), (0.5, True, "e")])
def test_lone_letter_that_is_a_disc_is_a_bullet(height, filled, read):
    """Not a ring, nor a speck."""
    pixels = page()
    radius = round(height * SCALE / 2)
    cv2.circle(pixels, (44, 188), radius, (0,), cv2.FILLED if filled else 1)
    found = list(in_print([word("e", 9, 13), word("Club", 18, 40)], pixels, SCALE))
    assert [one.text for one in found] == [read, "Club"]


def test_speck_before_an_amount_is_no_minus():
    assert texts(word("-", 10, 10.8), word("400", 14, 30)) == ["400"]
    assert texts(word("-", 10, 12.4), word("400", 14, 30)) == ["-", "400"]


@pytest.mark.parametrize(
    ("text", "certainty", "high", "kept"),
    [
        ("oo", 0.2, 0.5, False),  # specks
        ("oo", 0.2, 3.6, True),  # as high as letters
        ("oo", 0.9, 0.5, True),  # sure
        ("—", 0.2, 0.5, True),  # as low as it is printed
    ],
)
def test_words_in_doubt_that_are_nowhere_as_high_as_letters_are_specks(text, certainty, high, kept):
    place = Box(100, 42, 120, 50)
    shown = page(Box(10, 43, 60, 48), place._replace(y0=47 - high, y1=47.0))
    dubious = Word(text, place, 8.0, certainty=certainty)

    found = [one.text for one in in_print([word("Chorale", 10, 60), dubious], shown, SCALE)]

    assert found == (["Chorale", text] if kept else ["Chorale"])


def test_word_whose_box_takes_in_the_next_one_ends_with_its_own_ink():
    amount, euro = word("850,00", 10, 52), word("€", 46, 53)

    cut, after = in_print([amount, euro], page(Box(10, 43, 40, 48), Box(47, 43, 52, 48)), SCALE)

    assert cut.box.x1 == pytest.approx(39, abs=2)
    assert after.box.x0 == 46
