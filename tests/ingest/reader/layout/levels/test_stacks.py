"""Levels of one table, on pages made by hand."""

from ingest.reader.layout.levels.stacks import find_stacks
from ingest.reader.records import Box, Page, Rule, Word


def test_word_that_runs_over_every_level_above_it_is_of_the_row_of_its_middle():
    """What a scan shows over several rows may be recognised as one word, as high as they are."""
    rules = tuple(Rule(50, y, 550, y) for y in (158, 172, 186, 200, 213))
    texts = ((60, "Chorale", 161), (450, "700", 161), (60, "Judo", 175), (450, "900", 175), (60, "Foyer", 189))
    words = [Word(text, Box(x, y, x + 5 * len(text), y + 9), 8.5) for x, text, y in (*texts, (60, "Union", 203))]
    high = Word("NET", Box(300, 149, 340, 236), 35)
    [stack] = find_stacks(Page(1, 600, 800, (high, *words), rules), ())
    assert [level.y for level in stack.levels] == [158, 172, 186, 200, 213]
