"""Columns of rates → which columns of money are the base that a rate is taken of, and which are what it gives.

« Montant retenu | Taux | Montant de l'aide »: whatever the words, what is granted is the base times the rate.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Protocol

from ingest.reader.records import Table
from ingest.reader.values.amounts import Amount
from ingest.reader.vocabulary.money import RATES
from ingest.reader.vocabulary.phrases import phrase

# Share of the rows on which base × rate must be the amount, and how many rows at least.
_ROWS_THAT_AGREE, _FEWEST_ROWS = 0.8, 2
# Rates are printed rounded (33,33 %) and grants are often cut to a round sum: relative, and in euros.
_NEAR, _NEAR_EUROS = Decimal("0.02"), Decimal(1)
_RATE = re.compile(r"(\d{1,3}(?:[.,]\d{1,4})?)\s*%")
_BARE_RATE = re.compile(r"\d{1,3}(?:[.,]\d{1,4})?")
_HUNDRED = Decimal(100)

Rates = Mapping[int, Decimal]


class Money(Protocol):
    """A column of money: its amounts by row of the grid."""

    @property
    def index(self) -> int: ...
    @property
    def amounts(self) -> Mapping[int, Amount]: ...


def read_rates(table: Table, column: int, header: str, first_row: int) -> Rates:
    """The rates of a column by row of the grid, empty where it prints none. `first_row`: the first under the header."""
    headed = any(word in RATES for word in phrase(header).split()) or "%" in header
    read = {
        row: parse_rate(cell.text, headed=headed)
        for row, cells in enumerate(table.grid)
        if row >= first_row and (cell := cells[column])
    }
    return {row: rate for row, rate in read.items() if rate is not None}


def parse_rate(text: str, *, headed: bool = False) -> Decimal | None:
    """`20 %`, `33,33%` → 0.2, 0.3333; a bare `50` or `0,5` too where the header says a rate (`headed`)."""
    match = _RATE.fullmatch(text.strip())
    if match:
        return _decimal(match[1]) / _HUNDRED
    if headed and _BARE_RATE.fullmatch(text.strip()):
        value = _decimal(text.strip())
        return value if value < 1 else value / _HUNDRED
    return None


def base_of(amount: Money, columns: Sequence[Money], rates: Sequence[Rates]) -> Money | None:
    """The column of which `amount` is a rate that the table prints; None where no rate tells."""
    return next(
        (base for base in columns if base is not amount and any(_gives(base, rate, amount) for rate in rates)), None
    )


def _gives(base: Money, rate: Rates, amount: Money) -> bool:
    rows = [row for row in amount.amounts if row in base.amounts and rate.get(row)]
    # A rate of 100 % says nothing: base and grant are the same.
    told = [row for row in rows if rate[row] != 1 and amount.amounts[row].value]
    if len(told) < _FEWEST_ROWS:
        return False
    good = sum(_near(base.amounts[row].value * rate[row], amount.amounts[row].value) for row in told)
    return good >= len(told) * _ROWS_THAT_AGREE


def _near(value: Decimal, printed: Decimal) -> bool:
    return abs(value - printed) <= max(abs(printed) * _NEAR, _NEAR_EUROS)


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))
