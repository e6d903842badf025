"""How many euros the unit of a column of money is, as its header or a line over the table says it; amounts in it."""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from ingest.reader.records import Table
from ingest.reader.values.amount_parts import granted_sum
from ingest.reader.values.amounts import Amount, parse_amount
from ingest.reader.vocabulary.money import UNITS
from ingest.reader.vocabulary.phrases import phrase
from portal.french import fold, squeeze

# « (en milliers d'euros) », « Montants en k€ », « exprimé en M€ »: said of all that the table prints.
_SAID = re.compile(
    r"\ben\s+(?:k\s?(?:€|eur(?:os?)?\b)|m\s?(?:€|eur\b)|(?:millier|million)s?\s+d['’]\s?euros?\b)", re.IGNORECASE
)
# The same where a narrow column cuts words: « en millie / rs d'euros ».
_CUT = re.compile(r"milli(?P<size>er|on)sd?euros?")
_TENTH = Decimal("0.1")
# Figures with one decimal, and their share, that show that a unit is missing: most amounts are round.
_FEWEST_TENTHS, _TENTHS = 3, 0.3


def unit_over(texts: Iterable[str]) -> str:
    """The words that say the unit of every amount of a table, as printed: in its titles, or over columns of words.

    Over a column of money, a unit is that of this column alone.
    """
    return next((match[0] for text in texts if (match := _SAID.search(text))), "")


def is_only_unit(header: str) -> bool:
    """Whether a header says the unit of the table and nothing of its column: « (en milliers d'euros) » over names."""
    said = _SAID.search(header)
    return said is not None and not re.sub(r"\W", "", header.replace(said[0], ""))


@lru_cache(maxsize=500)
def unit_of(header: str) -> int:
    """How many euros one unit of the column is, where its header says so: 1 000 for « en milliers d'euros », « k€ »."""
    words = f" {phrase(header.replace('€', ' eur ').replace('k eur', 'keur').replace('M eur', 'meur'))} "
    said = next((size for unit, size in UNITS.items() if f" {unit} " in words), 1)
    if said > 1:
        return said
    cut = _CUT.search(fold(header).replace(" ", ""))
    return 1 if cut is None else 1_000 if cut["size"] == "er" else 1_000_000


def is_in_tenths(amounts: Collection[Amount]) -> bool:
    """Whether figures print one decimal and no currency: euros have two, or none, so that some unit is not said."""
    tenths = sum(not amount.currency and amount.precision == _TENTH for amount in amounts)
    return tenths >= _FEWEST_TENTHS and tenths >= _TENTHS * len(amounts)


def parse_cell(text: str, unit: int) -> Amount | None:
    """The amount that a cell states, in the unit of its column: all that it prints, the sum that it says is granted, or
    a figure of thousands or millions."""
    amount = parse_amount(text) or granted_sum(text)
    return amount or (_parse_in_unit(text, unit) if unit > 1 else None)


def amounts_of(table: Table, column: int, first_row: int, unit: int = 1) -> dict[int, Amount]:
    """The amounts that can be read in one column, by row of the grid, in its `unit`."""
    cells = ((row, cells[column]) for row, cells in enumerate(table.grid) if row >= first_row)
    return {row: amount for row, cell in cells if cell and (amount := parse_cell(cell.text, unit))}


def _parse_in_unit(text: str, unit: int) -> Amount | None:
    """The figure that a cell prints under a unit of thousands or millions, not yet in euros: `3,119` under M€ is no
    three thousand."""
    amount = parse_amount(f"{text} {'M€' if unit == 1_000_000 else 'k€'}")
    if amount is None:
        return None
    return replace(
        amount, value=amount.value / unit, precision=amount.precision / unit, text=squeeze(text), currency=False
    )
