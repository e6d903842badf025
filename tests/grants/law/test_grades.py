"""The grade of a year: each threshold, what would raise it, and no grade without the figure of the accounts."""

import pytest

from grants.law.grades import SCALE, grade

BUDGET = 1_000_000_00


@pytest.mark.parametrize(
    ("published", "letter"),
    [
        (0, "E"),
        (-500_00, "E"),
        (1, "D"),
        (250_000_00, "D"),
        (250_000_01, "C"),
        (500_000_00, "C"),
        (500_000_01, "B"),
        (950_000_00, "B"),
        (950_000_01, "A"),
        (1_000_000_00, "A"),
        (1_050_000_00, "A"),
        (1_050_000_01, "B"),
        (9_000_000_00, "B"),
    ],
)
def test_each_threshold_belongs_to_the_grade_under_it(published, letter):
    assert grade(published, BUDGET).letter == letter


@pytest.mark.parametrize(
    "published", [-1, 0, 1, 123_456_78, 250_000_00, 499_999_99, 500_000_00, 949_999_99, 950_000_00]
)
def test_what_is_missing_gives_the_next_grade_and_no_cent_too_many(published):
    found = grade(published, BUDGET)
    start = max(published, 0)

    assert grade(start + found.missing_cents, BUDGET).letter == found.next_letter
    assert grade(start + found.missing_cents - 1, BUDGET).letter == found.letter


def test_thresholds_of_a_budget_that_no_percentage_divides_are_exact():
    assert grade(33, 33).letter == "A"
    assert grade(1, 3).letter == "C"
    assert grade(grade(1, 3).missing_cents + 1, 3).letter == "B"


def test_the_best_grade_lacks_nothing_and_an_excess_is_told():
    assert grade(BUDGET, BUDGET).next_letter is None
    assert grade(BUDGET, BUDGET).missing_cents == 0
    over = grade(1_060_000_00, BUDGET)
    assert (over.letter, over.next_letter, over.excess_cents) == ("B", "A", 10_000_00)


@pytest.mark.parametrize("budget", [0, -1])
def test_no_grade_is_made_up_without_a_budget(budget):
    with pytest.raises(ValueError, match="accounts"):
        grade(100, budget)


def test_the_scale_rises():
    assert [most for most, _ in SCALE] == sorted(most for most, _ in SCALE)
