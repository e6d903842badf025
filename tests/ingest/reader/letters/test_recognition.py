"""Letters recognised on images of pages, cell by cell."""

from types import SimpleNamespace

import cv2
import numpy as np
import pytest

from ingest.reader.geometry.grid_places import Grid
from ingest.reader.images.scan_images import Sheet
from ingest.reader.letters import recognition, tesseract
from ingest.reader.letters.sheet_areas import Area, closed_up
from ingest.reader.records import Box, Word
from tests.ingest.reader.scanned_pdfs import needs_tesseract

SCALE = 3.0


@needs_tesseract
def test_cells_drawn_beside_the_page_are_not_looked_for_on_it():
    """A file may rule a table that runs over the edge of its page, or stands outside it altogether."""
    grey = np.full((600, 900), 255, np.uint8)
    cv2.putText(grey, "Tilleuls", (500, 300), cv2.FONT_HERSHEY_SIMPLEX, 1.5, (0,), 3, cv2.LINE_AA)
    bits = np.packbits(grey < 128, axis=1)
    sheet = Sheet(1, grey, bits, SCALE, 300, 200, 0)
    places = ((0, 0, 1, 1, ()), (0, 1, 1, 1, ()))
    beside = Grid((-120.0, -60.0, -5.0), (-40.0, 120.0), places)
    over = Grid((150.0, 280.0, 420.0), (60.0, 260.0), places)

    recogniser = recognition.Recogniser(tesseract.find_data() or "")
    try:
        words = recogniser.words(sheet, [beside, over])
    finally:
        recogniser.close()

    assert [word.text for word in words] == ["Tilleuls"]


def test_columns_read_down_the_page_are_read_again_line_by_line():
    """A lone figure a row is taken for letters on their side; what an area of it reads as is that of its rows."""

    def word(text, top, angle=0, certainty=0.98):
        return Word(text, Box(20, top, 26, top + 9), 9, angle=angle, certainty=certainty)

    printed, blank = np.full((600, 900), 250, np.uint8), np.full((600, 900), 255, np.uint8)
    sheet = Sheet(1, printed, np.packbits(printed < 128, axis=1), SCALE, 300, 200, 0)
    again = [word("1", 20), word("2", 40)]
    recogniser = recognition.Recogniser.__new__(recognition.Recogniser)
    shown = []
    recogniser._tesseract = SimpleNamespace(show=lambda image, _: shown.append(image), words=lambda *_: again)

    name = word("Tilleuls", 60)
    sideways = [word("R", 20, 90, 0.2), word("OO", 40, 90, 0.4)]
    assert recogniser._with_columns_read_across(sheet, blank, [name, *sideways]) == [name, *again]
    again[:] = [word("J", 20, certainty=0.3)]
    assert recogniser._with_columns_read_across(sheet, blank, [name, *sideways]) == [name, *sideways]
    assert all(image is blank for image in shown), "noise around a grid is a column that runs through its cells"


def test_line_that_gives_nothing_is_read_as_one_word():
    """Small print set in a row of its own is no line to Tesseract, and reads well as if it were one word."""
    name = Word("Entraide", Box(20, 20, 60, 29), 9, certainty=0.99)
    read = {"SINGLE_LINE": [], "SINGLE_WORD": [name]}
    blank = np.full((600, 900), 255, np.uint8)
    sheet = Sheet(1, blank, np.packbits(blank < 128, axis=1), SCALE, 300, 200, 0)
    recogniser = recognition.Recogniser.__new__(recognition.Recogniser)
    recogniser._tesseract = SimpleNamespace(show=lambda *_: None, words=lambda mode, _: read[mode], clear=lambda: None)
    assert recogniser.lines_at(sheet, [name.box]) == [[name]]


def test_white_around_texts_is_not_shown_and_words_stand_where_they_are():
    shown = []
    read = [Word("Entraide", Box(8, 8, 40, 17), 9, certainty=0.99)]
    recogniser = recognition.Recogniser.__new__(recognition.Recogniser)
    recogniser._tesseract = SimpleNamespace(show=lambda image, _: shown.append(image.shape), words=lambda _: read)
    page = np.full((600, 900), 255, np.uint8)
    assert recogniser._texts(page, SCALE) == []
    assert not shown

    page[300:330, 450:540] = 0
    assert [word.box for word in recogniser._texts(page, SCALE)] == [Box(150, 100, 182, 109)]
    assert shown == [(78, 138)]


@needs_tesseract
def test_image_that_is_shown_already_is_read_whole_again_after_an_area_of_it():
    page = np.full((300, 900), 255, np.uint8)
    for text, left in (("Entraide", 30), ("Tilleuls", 500)):
        cv2.putText(page, text, (left, 150), cv2.FONT_HERSHEY_SIMPLEX, 1.5, (0,), 3, cv2.LINE_AA)
    reads = tesseract.Tesseract(tesseract.find_data() or "")
    try:
        reads.show(page, SCALE)
        part = [word.text for word in reads.words("SINGLE_BLOCK", Area(450, 60, 880, 240))]
        reads.show(page, SCALE)
        whole = [word.text for word in reads.words("SINGLE_BLOCK")]
    finally:
        reads.close()
    assert (part, whole) == (["Tilleuls"], ["Entraide", "Tilleuls"])


class Letters:
    """A word as Tesseract gives it: its letters one after the other, with the confidence in each."""

    def __init__(self, text, whole, confidences):
        self.text, self.whole, self.confidences, self.place = text, whole, confidences, 0

    def Confidence(self, level):  # noqa: N802 - as in Tesseract
        return self.whole if level == "word" else self.confidences[self.place]

    def GetUTF8Text(self, level):  # noqa: N802
        return self.text[self.place]

    def IsAtFinalElement(self, level, element):  # noqa: N802
        return self.place == len(self.text) - 1

    def Next(self, level):  # noqa: N802
        self.place += 1
        return True


@pytest.mark.parametrize(
    ("text", "confidences", "sure"),
    [
        ("d'Us", (99.5, 94, 99.5, 99.4), True),  # straight or curved: the letters are sure
        ("d'Us", (99.5, 94, 93, 99.4), False),
        ("dtUs", (99.5, 94, 99.5, 99.4), False),
        ("‘", (58,), False),  # alone, it is a speck
    ],
)
def test_apostrophe_alone_makes_no_word_doubtful(text, confidences, sure):
    levels = SimpleNamespace(WORD="word", SYMBOL="letter")
    assert (tesseract.word_confidence(Letters(text, 58.0, confidences), levels, text) > 90) == sure


def test_texts_over_and_under_a_table_are_shown_without_the_white_between_them():
    image = np.full((1800, 600), 255, np.uint8)
    image[90:120, 60:300] = image[1500:1530, 60:300] = 0  # lines at 30 and 500 points
    shown, rows = closed_up(image, SCALE)
    assert len(shown) == len(rows) < 900
    assert (shown == image[rows]).all()

    seen = []

    def words(mode):
        tops = np.flatnonzero((seen[-1] == 0).any(axis=1))
        return [Word("line", Box(20, top / SCALE, 100, (top + 30) / SCALE), 9) for top in (tops[0], tops[-30])]

    recogniser = recognition.Recogniser.__new__(recognition.Recogniser)
    recogniser._tesseract = SimpleNamespace(show=lambda image, _: seen.append(image), words=words)
    assert [round(word.box.y0) for word in recogniser._texts(image, SCALE)] == [30, 500]
    assert closed_up(image[:300], SCALE)[0].shape == (300, 600)
