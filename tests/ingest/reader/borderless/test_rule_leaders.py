"""Rules that lead from a name to its amount, told from those that part rows and cells."""

import pytest

from ingest.reader.borderless.rule_leaders import without_rule_leaders
from ingest.reader.records import Box, Page, Rule, Word

NAME = Word("Harmonie", Box(60, 100, 110, 110), 10)
AMOUNT = Word("800", Box(400, 100, 420, 110), 10)
LEADER = Rule(113, 108, 397, 108)


def kept(rules, words=(NAME, AMOUNT)):
    return without_rule_leaders(Page(1, 600, 800, tuple(words), tuple(rules)))


def test_rule_between_two_words_of_a_line_is_a_leader():
    under = Rule(60, 112, 420, 112)
    assert kept([LEADER, under]) == (under,)


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        pytest.param([LEADER], [NAME], id="nothing behind it"),
        pytest.param([LEADER], [NAME, AMOUNT, Word("de", Box(200, 100, 215, 110), 10)], id="under a word"),
        pytest.param([LEADER, Rule(112, 60, 112, 160)], [NAME, AMOUNT], id="from a side of a cell"),
        pytest.param([Rule(113, 112, 397, 112)], [NAME, AMOUNT], id="under the line"),
        pytest.param([Rule(180, 108, 300, 108)], [NAME, AMOUNT], id="far from both"),
    ],
)
def test_other_rules_stay(rules, words):
    assert kept(rules, words) == tuple(rules)
