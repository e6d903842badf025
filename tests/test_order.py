"""The order of the tests: each worker begins with its part of those that are long, and none is left out."""

import pytest

from tests.conftest import dealt


@pytest.mark.parametrize(("workers", "heads"), [(1, ["ABCD"]), (2, ["AC", "BD"]), (3, ["AD", "B", "C"])])
def test_each_share_begins_with_long_tests(workers, heads):
    order = dealt(list("ABCD"), list("0123456789abcdefghij"), workers)

    size = len(order) // workers
    shares = ["".join(order[size * worker : size * (worker + 1)]) for worker in range(workers)]
    assert [share.rstrip("0123456789abcdefghij") for share in shares] == heads
    assert "".join(shares).translate(dict.fromkeys(map(ord, "ABCD"))) == "0123456789abcdefghij"


@pytest.mark.parametrize("others", [[], ["1"], ["1", "2"]])
def test_few_tests_are_all_there(others):
    assert sorted(dealt(["A", "B", "C"], others, 2)) == sorted(["A", "B", "C", *others])
