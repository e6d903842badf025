"""How many euros the unit of a column of money is, as its header or a line over the table says it."""

import re
from collections.abc import Iterable

from ingest.reader.vocabulary import UNITS, phrase

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
