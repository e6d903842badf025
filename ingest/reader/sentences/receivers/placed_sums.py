"""One sum of a clause between its neighbours: what is asked of it to know whose it is."""

from dataclasses import dataclass

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import LineRecord, Paragraph
from ingest.reader.sentences.clauses.granted_sums import is_total
from ingest.reader.sentences.clauses.sentence_years import parts_by_year
from ingest.reader.sentences.names.beneficiaries import announced_beneficiary, purpose_at
from ingest.reader.sentences.names.listed_entries import find_inline_entry
from ingest.reader.sentences.names.printed_names import Beneficiary
from ingest.reader.sentences.receivers.sum_bounds import Order
from ingest.reader.values.amounts_in_text import FoundAmount


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a decision. `opening`: what the decision opens with, where the clause stands further down;
    `listed`: the decision has its beneficiaries in a list or an annex; `under`: the name that heads it in its list."""

    paragraph: Paragraph
    text: str
    opening: str = ""
    listed: bool = False
    under: str = ""


@dataclass(frozen=True, slots=True)
class GrantedSum:
    """One amount of a clause between its neighbours, from `low` to `high`. `order`: of names and amounts, where there
    are several; `first`: where the first amount of the clause stands; `entry`: where the figures of an entry begin,
    « Voyage : 30 € par élève, soit 540 € »; `meant`: whom the clause speaks of without its name; `since`: the end of
    the sum granted before it; `payer`: a key of `PAYERS`; `last`: the line of the sum before it."""

    clause: Clause
    found: FoundAmount
    low: int
    high: int
    order: Order
    first: int = 0
    entry: int = 0
    meant: Beneficiary | None = None
    since: int = 0
    payer: str = "department"
    last: LineRecord | None = None

    @property
    def text(self) -> str:
        """All of the clause."""
        return self.clause.text

    @property
    def is_total(self) -> bool:
        """Whether it is said to be the sum of others, but for the years of one grant."""
        return is_total(plain(self.text), self.found, self.low) and not parts_by_year(self.text, self.found)

    @property
    def announced(self) -> str:
        """Who the name over it or the opening of its list says receives what stands in it, which no total is."""
        if self.is_total or not self.clause.opening:
            return ""
        return self.clause.under or announced_beneficiary(self.clause.opening)

    @property
    def purpose(self) -> str:
        """What the words after it say that it is for."""
        return purpose_at(self.text, self.found.end, self.high)

    @property
    def is_in_list(self) -> bool:
        """Whether it is a sum of a list whose names stand before their amounts, on one line."""
        after = self.clause.listed and not self.is_total and self.found.start > self.first
        return after and find_inline_entry(self.text, self.first, 0, self.first) is not None


def alone(clause: Clause, found: FoundAmount) -> GrantedSum:
    """An amount that has its clause to itself."""
    return GrantedSum(clause, found, 0, len(clause.text), "amounts first")
