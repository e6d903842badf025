"""Lines and totals in `Decimal` euros, as printed and as understood, and the checks of one against the other."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from ingest.reader.records.pages import Source


@dataclass(frozen=True, slots=True)
class LineRecord:
    """One printed row for one year. All texts as printed on one line; `amount` in euros, negative where so printed.

    `line` numbers printed rows from 1 in the order of the document and is shared by the several years of one row;
    `table` is a label such as `annexe-1` or `decision`. `amount_text` and `places_text` keep the cells as printed;
    `places_unit` is what they count, in the singular (`place`, `mesure`, `DSF`), empty where that is not printed.
    """

    line: int
    table: str
    operator: str
    year: int | None
    amount: Decimal
    amount_text: str
    source: Source
    reference: str = ""
    department: str = ""
    territory: str = ""
    programme: str = ""
    subprogramme: str = ""
    commune: str = ""
    action: str = ""
    detail: str = ""
    places: int | None = None
    places_text: str = ""
    places_unit: str = ""
    agreement: str = ""
    certainty: float = 1.0
    notes: tuple[str, ...] = ()

    def doubted(self, certainty: float, *notes: str) -> "LineRecord":
        """The same line, no surer than `certainty` (0–1), with the notes that say why; itself without any."""
        if not notes:
            return self
        return replace(self, certainty=min(self.certainty, certainty), notes=(*self.notes, *dict.fromkeys(notes)))


Where = Literal["table row", "decision", "report"]


@dataclass(frozen=True, slots=True)
class TotalRecord:
    """A total that the document states. `lines`: the `LineRecord.line`s that it should add up, where that is known.

    `precision` is the last printed unit in euros: 0.01 for `5 234 159,10 €`, 1 for `115 069 €`, 1 000 for `1,925 M€`,
    1 000 000 for `7 M€`; a sum is compared at that precision. `outside_budget`: money not paid from the budget of the
    département, where the text says so.
    """

    scope: str
    table: str
    year: int | None
    amount: Decimal
    text: str
    where: Where
    source: Source
    precision: Decimal = Decimal("0.01")
    lines: tuple[int, ...] = ()
    outside_budget: bool = False
    certainty: float = 1.0
    # What it adds up where that is no grant of this act: another funder's column beside the grants.
    addends: tuple[Decimal, ...] = ()


CheckStatus = Literal["equal", "rounded", "different", "not comparable"]


@dataclass(frozen=True, slots=True)
class CheckRecord:
    """A stated total against the exact sum of its lines. `difference` is computed minus stated, in euros.

    `rounded`: equal at the precision at which the total is printed. `not comparable`: the lines it adds up are not in
    this document, or which they are is not known; `computed` is then None.
    """

    total: TotalRecord
    status: CheckStatus
    computed: Decimal | None
    difference: Decimal | None
    note: str = ""
