"""Names of columns of money, told by the words that head columns of money in any table."""

import pytest

from ingest.reader.borderless.money_names import line_names_money
from ingest.reader.borderless.money_texts import printed_lines
from ingest.reader.records import Box, Word


@pytest.mark.parametrize(
    ("name", "money"),
    [
        ("Montants attribués", True),
        ("Bourse 2031", True),
        ("Aide (€)", True),
        ("Nombre de subventions", False),
        ("Total", False),
        ("CP", False),
        ("Association", False),
    ],
)
def test_a_name_of_money_holds_a_word_that_heads_money(name, money):
    words = [Word(word, Box(50 + 50 * n, 100, 98 + 50 * n, 109), 9) for n, word in enumerate(name.split())]
    [line] = printed_lines(words)
    assert line_names_money(line) is money
