"""Which totals another total adds up again."""

from ingest.reader.sums.total_spans import TotalSpan, inner_totals


def test_a_total_inside_a_longer_one_is_added_up_again():
    first, second, whole = TotalSpan(2, (0, 1), True), TotalSpan(5, (3, 4), True), TotalSpan(6, (0, 1, 3, 4), True)
    assert inner_totals([first, second, whole]) == {2, 5}


def test_of_two_totals_of_the_same_lines_the_later_one_is_the_outer_one():
    assert inner_totals([TotalSpan(2, (0, 1), True), TotalSpan(3, (0, 1), True)]) == {2}


def test_a_total_of_no_line_is_added_up_by_none():
    assert inner_totals([TotalSpan(0, (), False), TotalSpan(3, (1, 2), True)]) == set()
