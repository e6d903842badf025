"""Narrow columns taken for lines of text running down the page."""

from ingest.reader.letters.fallen_columns import BESIDE, fallen_columns
from ingest.reader.records import Box, Word


def down(text, left, row, *, wide=5, certainty=0.4):
    """A word of a line that runs down the page, on the level of a row of the table."""
    return Word(text, Box(left, 20 * row, left + wide, 20 * row + 9), 6, angle=90, certainty=certainty)


def across(text, left, row):
    return Word(text, Box(left, 20 * row, left + 4 * len(text), 20 * row + 9), 9, certainty=0.98)


NAMES = [across("Tilleuls", 66, row) for row in range(6)]


def test_numbers_of_rows_are_one_column_however_many_lines_run_down_it():
    tens = [down("DNERR", 51, 4, wide=8), down("U", 51, 5, wide=8, certainty=0.0)]
    [column] = fallen_columns([*NAMES, *(down("N°", 56, row, wide=6) for row in range(6)), *tens])
    assert (len(column.words), column.of_figures) == (8, False)
    # Its first letters may be missing; the names beside it are not of it.
    assert (column.box.x0, column.box.x1) == (51 - BESIDE * 9, 64)


def test_currency_behind_figures_is_read_with_them():
    figures = [across("2 168", 500, row) for row in range(6)]
    [column] = fallen_columns([*NAMES, *figures, *(down("OM", 527, row) for row in range(6))])
    assert column.of_figures


def test_label_printed_upwards_that_reads_well_is_none():
    assert not list(fallen_columns([*NAMES, down("CULTURE", 40, 2, certainty=0.93)]))


def test_thousands_set_apart_by_the_spaces_of_a_typewriter_are_read_with_their_hundreds():
    hundreds = [across("168,00", 500, row) for row in range(6)]
    thousands = [down("N°", 490, row) for row in range(6)]
    [column] = fallen_columns([*NAMES, *hundreds, *thousands])
    assert column.of_figures
    towns = [down("NET", 460, row, wide=35) for row in range(6)]
    [column] = fallen_columns([*NAMES, *hundreds, *towns])
    assert not column.of_figures
    assert column.box.x1 <= 500
