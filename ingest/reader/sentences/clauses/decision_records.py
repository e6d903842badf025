"""What the sums of an act have in common, and what one decision of it states: the records of `sentences/`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from ingest.reader.records import Leftover, LineRecord, Paragraph, TotalRecord
from ingest.reader.sums.counted_money import CountedMoney
from ingest.reader.values.amounts_in_text import FoundAmount


@dataclass(frozen=True, slots=True)
class Repeated:
    """A sum that a signature or an agreement states: it should be counted elsewhere. `clause`: of a decision, the one
    that states it; `found`: where in it."""

    amount: Decimal
    text: str
    paragraph: Paragraph
    clause: str = ""
    found: FoundAmount | None = None


class Unplaced(NamedTuple):
    """A sum that could not be placed, and the amounts that it is about."""

    leftover: Leftover
    amounts: frozenset[Decimal]


@dataclass(slots=True)
class DecisionSums:
    """What one decision states. `first_line`: number of its first line; `before`: the lines of those before it;
    `unplaced`: what was left over of it."""

    first_line: int = 1
    before: Sequence[LineRecord] = ()
    lines: list[LineRecord] = field(default_factory=list)
    totals: list[TotalRecord] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    repeated: list[Repeated] = field(default_factory=list)

    @property
    def next_line(self) -> int:
        return self.lines[-1].line + 1 if self.lines else self.first_line

    def leave(self, leftover: Leftover, amounts: Iterable[FoundAmount]) -> None:
        """Keep what could not be placed, with the amounts that it is about."""
        self.unplaced.append(Unplaced(leftover, frozenset(one.amount.value for one in amounts)))


@dataclass(frozen=True, slots=True)
class Act:
    """What the sums of an act have in common."""

    department: str
    year: int | None
    counted: CountedMoney
    payer: str = "department"


@dataclass(frozen=True, slots=True)
class Above:
    """What stands before a decision: the texts after the head, the title, the lines granted, the heading over it."""

    texts: Sequence[str] = ()
    title: str = ""
    lines: Sequence[LineRecord] = ()
    heading: str = ""
