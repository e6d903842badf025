"""Heights at which rows begin and end, as drawn on a page; what boxes hold is left to the white between its lines."""

from ingest.reader.layout.levels.page_levels import levels_of
from ingest.reader.records import Box, Page, Rule, Word


def across(y):
    return Rule(50, y, 550, y)


def down(x, top=100, foot=220):
    return Rule(x, top, x, foot)


def page(*rules, rows=2):
    words = []
    for row in range(rows):
        y = 110 + 30 * row
        texts = ((60, "Judo"), (400, "1"), (410, "300,00"), (445, "€"))
        words += [Word(text, Box(x, y, x + 5 * len(text), y + 9), 9) for x, text in texts]
    return Page(1, 600, 800, tuple(words), rules)


def heights(*rules, rows=2):
    return [level.y for level in levels_of(page(*rules, rows=rows), ())]


def test_box_around_rows_of_money_begins_and_ends_no_row_of_the_table_under_it():
    under = [across(y) for y in (270, 290, 310)]
    assert heights(across(100), across(220), down(50), down(550), *under) == [270, 290, 310]


def test_rules_over_and_under_rows_without_sides_stay():
    assert heights(across(100), across(220)) == [100, 220]
    assert heights(across(100), across(220), down(50)) == [100, 220]
    assert heights(across(100), across(220), down(50, foot=150), down(550, foot=150)) == [100, 220]


def test_box_around_one_row_is_a_row():
    assert heights(across(100), across(220), down(50), down(550), rows=1) == [100, 220]


def test_sides_of_a_whole_table_make_no_box_of_the_rows_under_its_header():
    header = across(60)
    assert heights(header, across(100), across(220), down(50, top=60), down(550, top=60)) == [60, 100, 220]
