"""Raised figures of an amount: cents or calls for notes."""

import pytest

from ingest.reader.values.raised_figures import levelled


@pytest.mark.parametrize(
    ("printed", "on_the_line"),
    [
        ("12 500⁰⁰ €", "12 500,00 €"),
        ("12 500 ⁷⁵", "12 500,75"),
        ("12 500¹", "12 500¹"),
        ("12 500¹²", "12 500¹²"),
        ("¹ 12 500", "12 500"),
        ("12 500,00 €", "12 500,00 €"),
        ("40 m²", "40 m²"),
    ],
)
def test_raised_figures_are_cents_or_notes(printed, on_the_line):
    assert levelled(printed) == on_the_line
