"""Why a stated total may differ from the sum of its lines: the lines to look at first, and rows that are missing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from grants.line_fields import amount_read
from grants.models import Check, GrantLine, Leftover
from grants.templatetags.french import CENTS, euros
from ingest.reader.doubts.proposals import parse_proposal
from ingest.reader.sums.rounding import compare
from ingest.reader.values.amounts import parse_amount
from ingest.reader.values.amounts_in_text import find_amounts
from ingest.store.values import cents

MOST_SUSPECTS = 5  # of one total: beyond, one reads the table
LEAST_SURE = 3  # lines shown for no other reason than the reader's hesitation


@dataclass(frozen=True, slots=True)
class Suspect:
    """One line or one row not read that may explain a difference. `why`: a French sentence; `choice`: another amount
    of the line, as it is to be typed, empty where there is none; `closes`: with it, without the line or with the row,
    the total closes."""

    why: str
    line: GrantLine | None = None
    leftover: Leftover | None = None
    choice: str = ""
    closes: bool = False

    @property
    def place(self) -> GrantLine | Leftover:
        """Where it is printed."""
        return self.line or self.leftover


def suspects_of(
    check: Check, lines: Iterable[GrantLine], leftovers: Sequence[Leftover], stated: dict[int, str]
) -> list[Suspect]:
    """The likely reasons of a difference, the likeliest first, MOST_SUSPECTS at most.

    `lines` and `leftovers` are those of the act; `stated`: the amounts in cents that its totals state → their scope.
    """
    added = [line for line in lines if check.total.adds_up(line)]
    excess = check.difference_cents or 0
    found = [
        *_corrected(added, check),
        *_proposals(added, excess),
        *_leftovers(leftovers, -excess),
        *_superfluous(added, excess),
        *_totals_read_as_grants(added, stated),
        *_least_sure(added),
    ]
    once: dict[int, Suspect] = {}
    for suspect in found:
        once.setdefault(id(suspect.place), suspect)
    return list(once.values())[:MOST_SUSPECTS]


def _corrected(lines: Iterable[GrantLine], check: Check) -> Iterable[Suspect]:
    """Lines whose amount a person corrected, where the total closed with what was read."""
    total = check.total
    stated, precision = Decimal(total.amount_cents) / CENTS, Decimal(total.precision_cents) / CENTS
    for line in lines:
        read = amount_read(line)
        if read is None:
            continue
        computed = Decimal(check.computed_cents or 0) / CENTS - line.amount + read
        if compare(stated, computed, precision) != "different":
            amount = euros(cents(read))
            why = f"Son montant a été corrigé\u202f: avec celui qui a été lu, {amount}, ce total ne diffère pas."
            yield Suspect(why, line, choice=amount, closes=True)


def _proposals(lines: Iterable[GrantLine], excess: int) -> Iterable[Suspect]:
    """Lines of which another reading would close the total first, then those that have another reading at all."""
    others = []
    for line in lines:
        for proposal in filter(None, map(parse_proposal, line.notes.splitlines())):
            amount = parse_amount(proposal.value) if proposal.field == "amount" else None
            if amount is None:
                continue
            if line.amount_cents - cents(amount.value) == excess:
                why = f"Avec {proposal.value} au lieu de {euros(line.amount_cents)}, le total tombe juste."
                yield Suspect(why, line, choice=proposal.value, closes=True)
            else:
                others.append(
                    Suspect(f"Peut-être {proposal.value}\u202f: {proposal.why}.", line, choice=proposal.value)
                )
    yield from others


def _leftovers(leftovers: Iterable[Leftover], missing: int) -> Iterable[Suspect]:
    for leftover in leftovers:
        if missing > 0 and missing in {cents(found.amount.value) for found in find_amounts(leftover.text)}:
            yield Suspect(
                "Cette ligne n’a pas été lue, et son montant est exactement celui qui manque.",
                leftover=leftover,
                closes=True,
            )


def _superfluous(lines: Iterable[GrantLine], excess: int) -> Iterable[Suspect]:
    for line in lines:
        if excess and line.amount_cents == excess:
            yield Suspect("Sans cette ligne, le total tombe juste.", line, closes=True)


def _totals_read_as_grants(lines: Iterable[GrantLine], stated: dict[int, str]) -> Iterable[Suspect]:
    for line in lines:
        if line.amount_cents in stated and not line.operator_id:
            scope = stated[line.amount_cents]
            yield Suspect(
                f"Sans opérateur, et du même montant que le total «\u202f{scope}\u202f»\u202f: un total\u202f?", line
            )


def _least_sure(lines: Iterable[GrantLine]) -> list[Suspect]:
    unsure = sorted((line for line in lines if not line.is_sure), key=lambda line: line.certainty)
    return [Suspect("L’impression est peu nette\u202f: comparez le montant.", line) for line in unsure[:LEAST_SURE]]
