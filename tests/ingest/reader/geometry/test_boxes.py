"""How boxes stand to one another: one in another, level with it, beside it, over it."""

from ingest.reader.geometry.alignment import share_width
from ingest.reader.records import Box

CELL = Box(10, 10, 50, 30)


def test_a_box_holds_what_has_its_middle_there_and_contains_what_is_there_whole():
    runs_over = Box(40, 15, 58, 25)

    assert CELL.holds(runs_over)
    assert not CELL.contains(runs_over)
    assert CELL.contains(Box(10, 15, 50, 25))
    assert not CELL.holds(Box(45, 15, 65, 25))


def test_a_box_is_level_with_what_has_its_middle_between_head_and_foot():
    assert CELL.is_level(Box(200, 20, 210, 38))
    assert not CELL.is_level(Box(20, 24, 30, 40))


def test_the_white_between_boxes_is_the_same_from_either_side():
    beside = Box(54, 0, 60, 5)

    assert CELL.white_beside(beside) == beside.white_beside(CELL) == 4
    assert CELL.white_beside(Box(45, 0, 60, 5)) == -5


def test_boxes_that_touch_share_no_width():
    assert share_width(CELL, Box(49, 200, 90, 210))
    assert not share_width(CELL, Box(50, 10, 90, 30))
