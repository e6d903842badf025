"""Straight runs of ink: those that are long enough, whole, across and down."""

import cv2
import numpy as np
import pytest

from ingest.reader.images.straight_runs import straight_runs


@pytest.mark.parametrize("across", [True, False])
def test_run_is_kept_whole_from_the_least_length_on(across):
    ink = np.zeros((40, 90), np.uint8)
    ink[5, 3:24] = 255  # 21 pixels
    ink[9, 30:50] = 255  # 20
    ink[13:17, 60:83] = 255  # thick
    expected = (ink > 0).astype(np.uint8)
    expected[9] = 0

    ink, expected = (ink, expected) if across else (ink.T.copy(), expected.T)

    assert np.array_equal(straight_runs(ink, 21, across=across), expected)


@pytest.mark.parametrize(("hole", "found"), [(3, 0), (4, 43)])
def test_pieces_make_one_run_over_holes_that_are_narrow_enough(hole, found):
    ink = np.zeros((9, 80), np.uint8)
    ink[4, 10:30] = ink[4, 33:53] = 1
    ink[4, 54:56] = 1  # no piece: an end of a letter

    assert straight_runs(ink, 40, across=True, piece=5, hole=hole).sum() == found


@pytest.mark.parametrize("across", [True, False])
def test_runs_are_those_of_morphology(across):
    ink = (np.random.default_rng(3).random((300, 333)) < 0.8).astype(np.uint8)
    bar = np.ones((1, 9) if across else (9, 1), np.uint8)

    found = straight_runs(ink, 9, across=across)

    inside = np.s_[9:-9, 9:-9]  # at the edges OpenCV supposes ink beyond
    assert 0 < found.sum() < ink.sum()
    assert np.array_equal(found[inside], cv2.morphologyEx(ink, cv2.MORPH_OPEN, bar)[inside])
