"""Rows at the ends of a table that no level closes: which words are a total."""

import pytest

from ingest.reader.layout.levels.open_rows import states_total
from ingest.reader.records import Box, Word


@pytest.mark.parametrize(
    ("printed", "total"),
    [
        ("Total P318 (7 dossiers) 278 767,00", True),
        ("Ensemble du canton 900,00", True),
        ("Ensemble vocal Arpège 900,00", False),
        ("Ensemble de 3 clubs, 900 €.", False),
        ("Total", False),
    ],
)
def test_a_total_opens_with_its_label_and_ends_with_a_figure(printed, total):
    words = [Word(word, Box(50 + 60 * n, 100, 105 + 60 * n, 109), 9) for n, word in enumerate(printed.split())]
    assert states_total(words[::-1]) is total
