import cv2
import numpy as np

from ingest.reader.images.scan_images import Sheet
from ingest.reader.images.stray_ink import stray_ink
from ingest.reader.records import Box, Rule, Word

SCALE = 2.0


def a_sheet(*, scrawl: bool) -> Sheet:
    """A page of 300 × 400 points: two printed words, a rule, and what a pen left under them."""
    ink = np.zeros((800, 600), np.uint8)
    for left in (100, 220):
        cv2.putText(ink, "Signe", (left, 120), cv2.FONT_HERSHEY_SIMPLEX, 1.0, 255, 3)
    cv2.line(ink, (40, 200), (560, 200), 255, 4)
    if scrawl:
        points = [(200 + 20 * n, 320 + (50 if n % 2 else -50)) for n in range(10)]
        cv2.polylines(ink, [np.array(points)], False, 255, 4)
    return Sheet(1, 255 - ink, np.packbits(ink, axis=1), SCALE, 300, 400, 0.0)


def words(certainty: float = 0.95) -> list[Word]:
    return [Word("Signé", Box(left / SCALE, 45, left / SCALE + 50, 65), 16, certainty=certainty) for left in (100, 220)]


RULES = [Rule(20, 100, 280, 100)]


def test_what_a_pen_drew_is_found_and_print_is_not():
    (box,) = stray_ink(a_sheet(scrawl=True), words(), RULES)
    assert 95 <= box.x0 <= 105
    assert 185 <= box.x1 <= 195
    assert 130 <= box.y0 <= 140
    assert 180 <= box.y1 <= 190


def test_a_page_of_print_has_none():
    assert stray_ink(a_sheet(scrawl=False), words(), RULES) == ()
    assert stray_ink(a_sheet(scrawl=False), words(certainty=0.2), RULES) == ()


def test_a_word_made_of_a_signature_does_not_hide_it():
    misread = Word("nAWN", Box(98, 130, 195, 190), 50, certainty=0.2)
    assert len(stray_ink(a_sheet(scrawl=True), [*words(), *words(), misread], RULES)) == 1
