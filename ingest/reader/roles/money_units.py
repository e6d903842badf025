"""How many euros the unit of a column of money is, as its header or a line over the table says it."""

import re
from collections.abc import Iterable
from dataclasses import replace

from ingest.reader.text import Amount, parse_amount
from ingest.reader.vocabulary import UNITS, phrase
from portal.french import squeeze

# « (en milliers d'euros) », « Montants en k€ », « exprimé en M€ »: said of all that the table prints.
_SAID = re.compile(
    r"\ben\s+(?:k\s?(?:€|eur(?:os?)?\b)|m\s?(?:€|eur\b)|(?:millier|million)s?\s+d['’]\s?euros?\b)", re.IGNORECASE
)


def unit_over(texts: Iterable[str]) -> str:
    """The words that say the unit of every amount of a table, as printed: in its titles, or over columns of words.

    Over a column of money, a unit is that of this column alone.
    """
    return next((match[0] for text in texts if (match := _SAID.search(text))), "")


def unit_of(header: str) -> int:
    """How many euros one unit of the column is, where its header says so: 1 000 for « en milliers d'euros », « k€ »."""
    words = f" {phrase(header.replace('€', ' eur ').replace('k eur', 'keur').replace('M eur', 'meur'))} "
    return next((size for unit, size in UNITS.items() if f" {unit} " in words), 1)


def parse_in_unit(text: str, unit: int) -> Amount | None:
    """The figure that a cell prints under a unit of thousands or millions, not yet in euros: `3,119` under M€ is no
    three thousand."""
    amount = parse_amount(f"{text} {'M€' if unit == 1_000_000 else 'k€'}")
    if amount is None:
        return None
    return replace(
        amount, value=amount.value / unit, precision=amount.precision / unit, text=squeeze(text), currency=False
    )
