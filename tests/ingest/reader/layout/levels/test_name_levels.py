"""Names of columns in two levels on one band, or between two rules, with nothing drawn between the levels."""

from ingest.reader.layout.levels.name_levels import find_name_levels
from ingest.reader.records import Box, Word

SIDES = (50.0, 200.0, 300.0, 400.0)
NAMES = ((60, 116, "Ville"), (210, 122, "Demandé"), (310, 122, "Proposé"))


def row(*texts):
    """Words of nine points, five a letter, each text at its place across and down."""
    words = []
    for x, y, text in texts:
        for word in text.split():
            words.append(Word(word, Box(x, y, x + 5 * len(word), y + 9), 9))
            x += 5 * len(word) + 3
    return words


def test_text_over_several_columns_with_a_name_in_each_is_a_level_of_names():
    found = find_name_levels([row((260, 100, "Aide du Val bleu"), *NAMES)], SIDES)
    assert list(found.items()) == [(115.5, range(1, 3))]


def test_title_over_both_levels_ends_a_level_too():
    rows = [row((120, 80, "Aides aux projets locaux du département"), (260, 100, "Aide du Val bleu"), *NAMES)]
    assert list(find_name_levels(rows, SIDES).values()) == [range(3), range(1, 3)]


def test_names_of_several_lines_are_one_level():
    names = row((60, 100, "Ville"), (60, 111, "du siège"), (210, 100, "Montant"), (210, 111, "demandé"))
    assert find_name_levels([names], SIDES) == {}
    assert find_name_levels([row((260, 100, "Aide du Val bleu"), (210, 122, "Demandé"))], SIDES) == {}


def test_rows_of_figures_have_no_names():
    rows = [row((60, 80, "Ville")), row((260, 100, "Aide du Val bleu"), *NAMES, (60, 130, "1 250,00"))]
    assert find_name_levels(rows, SIDES) == {}
