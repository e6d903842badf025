"""The columns of money of one table, what is known of its act, and what each column is found to be so far.

Each step of `money_columns.choose_amounts` takes it, and leaves or keeps some of the columns that are still counted.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ingest.reader.money.money_roles import MoneyRole
from ingest.reader.money.money_words import MoneyColumn
from ingest.reader.money.rates import Rates
from ingest.reader.records import CERTAIN


@dataclass(frozen=True, slots=True)
class MoneyTable:
    """`payer`: a key of `PAYERS`; `act_year`: the year of the act; `rates`: the columns of rates, row by row;
    `granted`: the sums that the decisions of the act grant; `announced`: the sentence over the table decides what it
    lists. `roles`: what each column is found to be, by index."""

    columns: Sequence[MoneyColumn]
    payer: str
    act_year: int | None
    rates: Sequence[Rates]
    granted: Collection[Decimal]
    announced: bool
    roles: dict[int, MoneyRole] = field(default_factory=dict)

    @property
    def counted(self) -> list[MoneyColumn]:
        """The columns still counted, from left to right."""
        return [one for one in self.columns if self.roles[one.index].counted]

    @property
    def added(self) -> list[MoneyColumn]:
        """Those still counted that are not taken back."""
        return [one for one in self.counted if not self.roles[one.index].deducted]

    def keep(self, columns: Iterable[MoneyColumn], certainty: float = CERTAIN, note: str = "") -> None:
        """Count these columns; `note` says what is in doubt."""
        for one in columns:
            self.roles[one.index] = MoneyRole(True, one.year, certainty, note=note)

    def leave(self, columns: Iterable[MoneyColumn], note: str, certainty: float = CERTAIN) -> None:
        """Count these columns no more; `note` says why."""
        for one in columns:
            self.roles[one.index] = MoneyRole(False, one.year, certainty, note=note)
