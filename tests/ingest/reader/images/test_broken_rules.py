"""Pieces of rules: which are one rule."""

from ingest.reader.images.broken_rules import mended
from ingest.reader.records import Rule

SIDES = [Rule(x, 10, x, 90) for x in (20, 120, 220)]


def across(rules):
    return [(rule.x0, rule.x1) for rule in mended(rules) if not rule.vertical]


def test_hole_that_no_crossing_rule_explains_is_filled():
    assert across([*SIDES, Rule(20, 50, 70, 50), Rule(95, 50, 220, 50)]) == [(20, 220)]
    assert across([*SIDES, Rule(20, 50, 70, 50), Rule(120, 50, 220, 50)]) == [(20, 220)]


def test_pieces_inside_one_cell_are_of_the_rule_that_goes_on_beside_it():
    pieces = [Rule(20, 50, 113, 50), Rule(135, 50, 155, 50), Rule(160, 50, 180, 50), Rule(190, 50, 212, 50)]
    assert across([*SIDES, *pieces]) == [(20, 212)]


def test_merged_cell_between_two_sides_stays_open():
    sides = [*SIDES, Rule(320, 10, 320, 90)]
    assert across([*sides, Rule(20, 50, 120, 50), Rule(220, 50, 320, 50)]) == [(20, 120), (220, 320)]


def test_pieces_outside_a_table_stay_apart():
    edges = [Rule(5, 0, 5, 400), Rule(300, 0, 300, 400)]
    assert across([*edges, Rule(20, 50, 70, 50), Rule(95, 50, 220, 50)]) == [(20, 70), (95, 220)]
    assert across([Rule(20, 50, 70, 50), Rule(95, 50, 220, 50)]) == [(20, 70), (95, 220)]


def test_side_broken_between_two_rows_is_whole():
    rows = [Rule(20, y, 120, y) for y in (10, 50, 90)]
    rules = mended([*rows, Rule(20, 10, 20, 60), Rule(20, 75, 20, 90)])
    assert [(rule.y0, rule.y1) for rule in rules if rule.vertical] == [(10, 90)]


def test_band_without_toner_is_bridged():
    rows = [Rule(20, y, 180 + y % 7, y) for y in range(10, 100, 10)]
    rows += [Rule(220 + y % 11, y, 400, y) for y in range(10, 100, 10)]
    assert across(rows) == [(20, 400)] * 9


def test_tables_side_by_side_stay_apart():
    rows = [Rule(20, y, 180, y) for y in range(10, 100, 10)] + [Rule(220, y, 400, y) for y in range(10, 100, 10)]
    assert across(rows) == [(20, 180), (220, 400)] * 9
