"""Which pages have their lines set, so that amounts are looked for in columns."""

import pytest

from ingest.reader.borderless.money_lines import money_lines
from ingest.reader.records import Box, Word

SENTENCE = "Il est proposé de verser 1 500 € en 2031 à Monsieur le Maire"


def words(*texts: tuple[float, float, str]) -> list[Word]:
    """The words of texts at places, 5 points a letter and 2 between words."""
    found = []
    for x, y, text in texts:
        for word in text.split():
            found.append(Word(word, Box(x, y, x + 5 * len(word), y + 9), 9))
            x += 5 * len(word) + 2
    return found


def column(*figures: str) -> list[tuple[float, float, str]]:
    """Rows of a name and a figure."""
    return [
        text
        for n, figure in enumerate(figures)
        for text in ((50, 100.0 + 14 * n, "Judo club"), (300, 100.0 + 14 * n, figure))
    ]


@pytest.mark.parametrize(
    "texts",
    [
        [(50, 20, SENTENCE), (50, 34, "dont 300,50 € pour l'emploi des jeunes")],
        [(50, 20, SENTENCE), (50, 34, "-"), (70, 34, "verser 1 500 € au club"), (400, 60, "Page 3")],
        [(50, 20, SENTENCE), *column("2", "7")],
        column("12", "7", "31"),
    ],
)
def test_no_line_is_set_where_sentences_alone_print_amounts(texts):
    assert money_lines(words(*texts)) == (0, [], [])


@pytest.mark.parametrize(
    "texts",
    [
        [(50, 34, "Judo club"), (300, 34, "1 500 €")],
        [(300, 34, "1 500 €")],
        [(300, 34, "1 500"), (300, 46, "€")],
        [(50, 34, "Judo club"), (300, 34, "Aide 1 500 €")],
        column("12", "7", "31"),
    ],
)
def test_all_lines_are_set_where_a_figure_stands_apart(texts):
    found = money_lines(words((50, 20, SENTENCE), *texts))
    assert found.hints
    assert found.lines[0].texts[0].string == SENTENCE
