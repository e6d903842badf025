"""What saving did, or in a trial would do: plain data for the command line, the staff's desk and the tests."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal


def euros(amount: Decimal) -> str:
    """As the French write it: `12 345,67 €`, with the spaces that do not break."""
    figures = f"{amount:,.2f}".replace(",", "\u202f").replace(".", ",").replace("-", "\u2212")
    return f"{figures}\u00a0€"


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line that is new, changed or gone. `fields`: (label, before, after) of a changed one. Amounts in euros."""

    kind: Literal["new", "changed", "gone"]
    line: int
    year: int | None
    operator: str
    amount: Decimal
    fields: tuple[tuple[str, str, str], ...] = ()

    def __str__(self) -> str:
        sign = {"new": "+", "changed": "~", "gone": "−"}[self.kind]
        year = f" ({self.year})" if self.year else ""
        text = f"{sign} ligne {self.line}{year} {self.operator}\u202f: {euros(self.amount)}"
        return text + "".join(
            f"\u202f; {label}\u202f: «\u202f{before}\u202f» → «\u202f{after}\u202f»"
            for label, before, after in self.fields
        )


@dataclass(frozen=True, slots=True)
class StoreReport:
    """One act saved. `rows`: printed rows; `new`, `same`, `changed`, `gone` count lines (one per printed row and year).

    `status`: `new`, `updated`, or `unchanged` where nothing was written. `act_changes`: what else of the act changed,
    in French. `published`: whether the public sees it now; `held_back`: why it does not, where it was to be
    published. In a trial, `deliberation_id` is None for a new act.
    """

    file: str
    slug: str
    status: Literal["new", "updated", "unchanged"]
    published: bool
    deliberation_id: int | None
    rows: int
    same: int
    new: tuple[LineChange, ...] = ()
    changed: tuple[LineChange, ...] = ()
    gone: tuple[LineChange, ...] = ()
    act_changes: tuple[str, ...] = ()
    totals_equal: int = 0
    totals_rounded: int = 0
    totals_different: int = 0
    totals_not_comparable: int = 0
    leftovers: int = 0
    held_back: str = ""

    @property
    def changes(self) -> tuple[LineChange, ...]:
        """All that is not the same, in the order of the document."""
        return tuple(sorted((*self.new, *self.changed, *self.gone), key=lambda change: (change.line, change.year or 0)))
