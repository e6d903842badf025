"""Bare figures under names: which of them are amounts of money."""

from ingest.reader.borderless.bare_amounts import with_bare_amounts
from ingest.reader.borderless.money_texts import printed_lines
from ingest.reader.records import Box, Word

NAMES, FIGURES = (50.0, 200.0), ["2500", "20422", "6574", "65748"]


def amounts(*over: tuple[float, str]) -> list[str]:
    """The figures in two columns that are taken for amounts, under these names at their places across."""
    texts = [(x, 20.0 + 14 * place, name) for place, (x, name) in enumerate(over)]
    for place, figure in enumerate(FIGURES):
        texts += [(50.0, 80.0 + 14 * place, "Harmonie"), (200.0, 80.0 + 14 * place, figure)]
    words = [Word(text, Box(x, y, x + 5 * len(text), y + 9), 9) for x, y, text in texts]
    words += [Word("Nom", Box(50, y, 65, y + 9), 9) for y in (20.0, 34.0)]
    lines = with_bare_amounts(printed_lines(words))
    return [text.string for line in lines for text in line.money]


def test_figures_under_a_name_of_money_are_amounts():
    assert amounts((200.0, "Subvention")) == FIGURES


def test_figures_under_another_name_are_none_whatever_title_stands_over_it():
    assert amounts((200.0, "Subventions"), (200.0, "Compte")) == []
