"""What printed territories cover: names made of known ones, and nothing else."""

import pytest

from grants.covering import split_name

KNOWN = {"arrageois", "artois", "lens lievin", "calaisis"}


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("arrageois", ("arrageois",)),
        ("arrageois lens lievin", ("arrageois", "lens lievin")),
        ("artois et calaisis", ("artois", "calaisis")),
        ("sud artois", ()),
        ("calais", ()),
        ("artois nord", ()),
        ("", ()),
    ],
)
def test_a_name_is_split_into_known_ones_or_not_at_all(printed, names):
    assert split_name(printed, KNOWN) == names
