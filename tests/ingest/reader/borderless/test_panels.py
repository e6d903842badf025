"""Tables that stand side by side, or beside a column of prose, told from the columns of one table."""

import pytest

from ingest.reader.borderless.bare_amounts import money_lines
from ingest.reader.borderless.panels import find_panels
from ingest.reader.records import Box, Page, Word


def page(left: list[str]) -> Page:
    """Lines of text, and beside them rows of a name and an amount, half a line off the texts."""
    texts = [(40.0, 100 + 11.0 * n, text) for n, text in enumerate(left)]
    for n in range(len(left) // 2):
        texts += [(300.0, 105.5 + 22 * n, "Harmonie"), (450.0, 105.5 + 22 * n, "500,00")]
    words = [Word(text, Box(x, y, x + 5 * len(text), y + 9), 9) for x, y, text in texts]
    return Page(1, 600.0, 800.0, tuple(words), ())


@pytest.mark.parametrize(
    ("left", "panels"),
    [
        (["Insertion-par-le", "retour-a-l-emploi"] * 5, 0),
        ([f"Une-phrase-du-rapport-{n:02d}" for n in range(10)], 2),
    ],
)
def test_words_printed_again_beside_each_row_are_no_column_of_prose(left, panels):
    drawn = page(left)
    assert len(find_panels(drawn, money_lines(drawn.words))) == panels
