"""Letters recognised on images of pages, cell by cell."""

import cv2
import numpy as np
import pytest

from ingest.reader.geometry.grid_places import Grid
from ingest.reader.scanning import recognition
from ingest.reader.scanning.scan_images import Sheet

needs_tesseract = pytest.mark.skipif(recognition.find_data() is None, reason="tesseract-ocr-fra is not installed")
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

    recogniser = recognition.Recogniser(recognition.find_data() or "")
    try:
        words = recogniser.words(sheet, [beside, over])
    finally:
        recogniser.close()

    assert [word.text for word in words] == ["Tilleuls"]
