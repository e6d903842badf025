"""Tables of shaded cells side by side, told apart by the heights of their rows."""

import pytest

from ingest.reader.layout.levels.rule_levels import Level, told_apart
from ingest.reader.layout.ruled.rule_spans import Span
from ingest.reader.records import Box, Word
from tests.ingest.reader.drawn_pdfs import fill, text

LEFT, RIGHT = (50.0, 280.0), (305.0, 550.0)


def level(y, *sides):
    return Level(y, tuple(Span(y, *side) for side in sides), tuple(end for side in sides for end in side))


def levels(*, left, right):
    heights = {y: [side for side, ys in ((LEFT, left), (RIGHT, right)) if y in ys] for y in {*left, *right}}
    return [level(y, *heights[y]) for y in sorted(heights)]


def test_levels_of_two_tables_with_rows_of_their_own_are_told_apart():
    left, right = range(100, 220, 20), (100, *range(136, 240, 20))
    found = told_apart(levels(left=left, right=right), ())
    assert [[one.y for one in side] for side in found] == [list(left), list(right)]
    assert [(side[0].start, side[0].end) for side in found] == [LEFT, RIGHT]


def test_levels_of_one_table_whose_columns_are_apart_stay_together():
    rows = range(100, 220, 20)
    assert told_apart(levels(left=rows, right=rows), ()) == [levels(left=rows, right=rows)]


@pytest.mark.parametrize("right", ["Bénéficiaires", "Dénomination"])
def test_levels_of_two_tables_that_both_name_who_receives_are_told_apart(right):
    rows = levels(left=range(100, 220, 20), right=range(100, 220, 20))
    heads = [Word(text, Box(x, 123, x + 50, 132), 9) for x, text in ((60, "Destinataire"), (320, right))]
    assert [(side[0].start, side[0].end) for side in told_apart(rows, heads)] == [LEFT, RIGHT]
    assert told_apart(rows, heads[:1]) == [rows]


def test_a_merged_cell_makes_no_table_of_its_own():
    rows = levels(left=(100, 120, 160, 200), right=range(100, 220, 20))
    assert told_apart(rows, ()) == [rows]


def shaded(left, top, rows, heights):
    drawn = []
    for row, height in zip(rows, heights, strict=True):
        for cell, (x0, x1) in zip(row, ((0, 158), (160, 230)), strict=True):
            drawn += [fill(left + x0, top, left + x1, top + height - 1.5), text(left + x0 + 3, top + 3, cell)]
        top += height
    return drawn


def test_two_shaded_tables_side_by_side_are_two_tables(found):
    sports = [("Association", "Montant"), ("Judo Club", "500 €"), ("Les Archers", "700 €"), ("Hand-ball", "900 €")]
    sports += [("Aviron", "650 €"), ("Total", "2 750 €")]
    arts = [("Structure", "Aide"), ("Chorale", "1 500 €"), ("Harmonie", "2 000 €"), ("Ciné-club", "350 €")]
    page = [*shaded(50, 100, sports, [18] * 6), *shaded(310, 100, arts, [30, 18, 18, 18])]
    tables = found(page)
    printed = [[tuple(cell.text if cell else "" for cell in row) for row in table.grid] for table in tables]
    assert printed == [sports, arts]
