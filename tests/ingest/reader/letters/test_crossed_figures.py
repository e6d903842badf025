"""Figures that a pen has crossed or struck through are in doubt, however surely they were read."""

import numpy as np
import pytest

from ingest.reader.images.scan_images import Sheet
from ingest.reader.letters.crossed_figures import with_crossed_figures_doubted
from ingest.reader.letters.second_readings import CONTESTED
from ingest.reader.records import Box, Word

SCALE = 250 / 72


def word(text, x0, x1, *, y1=32.0, size=8.0, angle=0):
    return Word(text, Box(x0, y1 - size, x1, y1), size, angle=angle, certainty=0.99)


def sheet(*rules):
    """White paper, from which rules were erased that its ink still has, each with its level and its ends in points."""
    ink = np.zeros((round(60 * SCALE), round(200 * SCALE)), np.uint8)
    for level, x0, x1 in rules:
        ink[round(level * SCALE) : round((level + 0.8) * SCALE), round(x0 * SCALE) : round(x1 * SCALE)] = 1
    return Sheet(1, np.full(ink.shape, 255, np.uint8), np.packbits(ink, axis=1), SCALE, 200, 60, 0.0)


def doubted(shown, *words):
    return [one.text for one in with_crossed_figures_doubted(shown, words) if one.certainty == CONTESTED]


def test_figure_higher_than_the_print_beside_it_is_doubted():
    name, others = word("Sauveteurs", 20, 60), [word("500", 100, 120, y1=one) for one in (52, 72)]
    assert doubted(sheet(), name, *others, word("32586", 100, 130, size=13.5)) == ["32586"]
    assert doubted(sheet(), name, *others, word("32586", 100, 130, size=8.4)) == []
    assert doubted(sheet(), *others, word("2025", 100, 130, size=13.5)) == []  # a title
    assert doubted(sheet(), word("Cirque", 20, 60), *others, word("Azur", 100, 130, size=13.5)) == []


def test_column_of_which_all_lines_are_made_too_high_is_as_sure_as_it_was():
    lines = [
        one for y1 in (32, 52, 72) for one in (word("Foyer", 20, 60, y1=y1), word("500", 100, 120, size=13.5, y1=y1))
    ]
    assert doubted(sheet(), *lines) == []


@pytest.mark.parametrize(
    ("rule", "struck"),
    [
        ((28, 95, 140), ["3910"]),
        ((28, 110, 140), ["3910"]),  # through the half of it
        ((33, 95, 140), []),  # under it
        ((23.2, 95, 140), []),  # over it
        ((28, 140, 180), []),  # behind it
    ],
)
def test_figure_that_an_erased_rule_ran_through_is_doubted(rule, struck):
    assert doubted(sheet(rule), word("Chorale", 20, 60), word("3910", 100, 130)) == struck


def test_text_that_a_rule_ran_through_and_figures_on_their_side_stay_as_they_were_read():
    assert doubted(sheet((28, 10, 180)), word("Chorale", 20, 60), word("910", 100, 130, angle=90)) == []
