"""Which stored row is which fresh one: pairs by the surest rule first."""

from ingest.matching import Rule, pair

WHOLE = Rule(lambda row: row)
FIRST = Rule(lambda row: row[0])
FIRST_ALONE = Rule(lambda row: row[0], alone=True)


def test_surest_rule_pairs_before_a_looser_one():
    stored, fresh = ["a1", "a2"], ["a2", "a3"]

    assert pair(stored, fresh, [WHOLE, FIRST]) == ([("a2", "a2"), ("a1", "a3")], [], [])


def test_rows_alike_are_paired_in_order():
    stored, fresh = [("x", 1), ("x", 2)], [("x", 3), ("x", 4), ("x", 5)]

    assert pair(stored, fresh, [FIRST]) == ([(("x", 1), ("x", 3)), (("x", 2), ("x", 4))], [], [("x", 5)])


def test_rule_for_rows_alone_pairs_nothing_where_two_are_alike():
    assert pair(["a1"], ["a2", "a3"], [FIRST_ALONE]) == ([], ["a1"], ["a2", "a3"])
    assert pair(["a1", "a2"], ["a3"], [FIRST_ALONE]) == ([], ["a1", "a2"], ["a3"])
    assert pair(["a1", "b1"], ["b2", "a2"], [FIRST_ALONE]) == ([("b1", "b2"), ("a1", "a2")], [], [])


def test_empty_key_matches_nothing():
    rule = Rule(lambda row: "")

    assert pair(["a"], ["a"], [rule]) == ([], ["a"], ["a"])


def test_what_is_left_keeps_its_order():
    assert pair(["c", "a", "b"], ["z", "a", "y"], [WHOLE]) == ([("a", "a")], ["c", "b"], ["z", "y"])
