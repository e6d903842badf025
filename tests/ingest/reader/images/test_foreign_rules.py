"""Boxes stamped over tables."""

from ingest.reader.images.foreign_rules import without_foreign_rules
from ingest.reader.records import Rule

TABLE = (
    *(Rule(40, y, 400, y) for y in range(100, 201, 20)),
    *(Rule(x, 100, x, 200) for x in (40, 200, 300, 400)),
)


def box(x0, y0, x1, y1):
    return Rule(x0, y0, x1, y0), Rule(x0, y1, x1, y1), Rule(x0, y0, x0, y1), Rule(x1, y0, x1, y1)


def test_box_stamped_over_rows_goes():
    assert without_foreign_rules([*TABLE, *box(150, 112, 260, 149)]) == TABLE
    assert without_foreign_rules([*TABLE, *box(350, 128, 470, 165)]) == TABLE


def test_table_and_its_cells_stay():
    assert without_foreign_rules(TABLE) == TABLE
    nested = (*TABLE, *box(210, 103, 290, 117))
    assert without_foreign_rules(nested) == nested


def test_box_beside_a_table_stays():
    beside = (*TABLE, *box(420, 100, 500, 160))
    assert without_foreign_rules(beside) == beside


def test_side_of_a_leaning_stamp_goes():
    assert without_foreign_rules([*TABLE, Rule(150, 107, 150, 152)]) == TABLE


def test_columns_without_head_or_foot_stay():
    open_ended = (
        *(Rule(40, y, 400, y) for y in (120, 140, 160)),
        *(Rule(x, 108, x, 172) for x in (120, 200, 300)),
    )
    assert without_foreign_rules(open_ended) == open_ended


def test_side_of_a_round_stamp_goes_though_it_ends_near_a_rule_of_the_table():
    assert without_foreign_rules([*TABLE, Rule(150, 127, 150, 142)]) == TABLE
    assert without_foreign_rules([*TABLE, Rule(150, 118, 150, 147)]) == TABLE


def test_side_of_one_row_and_pieces_of_a_broken_side_stay():
    cell = (*TABLE, Rule(150, 120, 150, 140))
    assert without_foreign_rules(cell) == cell
    broken = (*TABLE, Rule(150, 100, 150, 128), Rule(150, 152, 150, 200))
    assert without_foreign_rules(broken) == broken
