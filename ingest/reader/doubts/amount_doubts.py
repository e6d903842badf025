"""Amounts that the rest of a document contradicts: a comma that is missing, a unit price, a total that does not close.

Takes lines and checks; gives the readings that would agree. It changes no line.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from ingest.reader.letters.lookalikes import distance, shape
from ingest.reader.records import SURE, CheckRecord, LineRecord

# Share of the amounts of a table that print cents, from which one that does not has lost its comma.
WITH_CENTS: Final = 0.8
# Lines. Among more, one closes a total by chance.
MOST_LINES: Final = 60
# Lines. As many at one unit price make it the price of their group.
SAME_PRICE: Final = 3
# Share of the lines of a group that pay one price.
PRICED: Final = 0.6

_BARE: Final = re.compile(r"\D*\d[\d\s]*\D*")
_CENTS: Final = re.compile(r"[.,]\s?\d\d(?!\d)")


class Proposal(NamedTuple):
    """Another reading of one line: what to read, instead of what, and why; `amount` where it is an amount, in euros."""

    line: LineRecord
    proposal: str
    read: str
    why: str
    amount: Decimal | None = None


def amount_proposals(lines: Sequence[LineRecord], checks: Sequence[CheckRecord]) -> Iterator[Proposal]:
    """The proposals for these lines, which were all recognised in images."""
    found = [*_lost_commas(lines), *_prices(lines)]
    yield from found
    proposed = {(one.line.line, one.line.year): one.amount for one in found if one.amount is not None}
    yield from _totals(lines, checks, proposed)


def _lost_commas(lines: Sequence[LineRecord]) -> Iterator[Proposal]:
    """Amounts without cents in a table that prints them everywhere else."""
    for group in _grouped(lines, lambda line: line.table):
        cents = sum(_CENTS.search(line.amount_text) is not None for line in group)
        if cents < WITH_CENTS * len(group):
            continue
        for line in group:
            if _BARE.fullmatch(line.amount_text) and abs(line.amount) >= 1000:
                why = "tous les autres montants du tableau ont des centimes"
                yield _amount(line, line.amount / 100, why)


def _prices(lines: Sequence[LineRecord]) -> Iterator[Proposal]:
    """Lines whose amount is nearly their places at the price that the others of their group pay."""
    counted = [line for line in lines if line.places and line.amount]
    for group in _grouped(counted, _heading):
        prices = Counter(Fraction(line.amount) / (line.places or 1) for line in group)
        price, times = prices.most_common(1)[0]
        if times < SAME_PRICE or times < PRICED * len(group):
            continue
        for line in group:
            places = line.places or 0
            if line.certainty < SURE and Fraction(line.amount) != price * places:
                yield from _priced(line, places, price)


def _heading(line: LineRecord) -> Hashable:
    return line.table, shape(line.programme), shape(line.subprogramme), line.year


def _priced(line: LineRecord, places: int, price: Fraction) -> Iterator[Proposal]:
    amount = price * places
    unit = euros(Decimal(price.numerator) / price.denominator)
    if (amount * 100).denominator == 1:
        whole = Decimal(amount.numerator) / amount.denominator
        if is_near(whole, line.amount):
            why = f"{places} × {unit}, comme les lignes voisines"
            yield _amount(line, whole, why)
            return
    fitting = Fraction(line.amount) / price
    if fitting.denominator == 1 and distance(str(fitting.numerator), str(places), 1) <= 1:
        why = f"{euros(line.amount)} à {unit}, comme les lignes voisines"
        yield Proposal(line, f"{fitting.numerator} places", f"«\u202f{line.places_text}\u202f»", why)


def _totals(
    lines: Sequence[LineRecord], checks: Sequence[CheckRecord], proposed: Mapping[tuple[int, int | None], Decimal]
) -> Iterator[Proposal]:
    """The only line of a total that does not close in which one figure read otherwise would close it.

    `proposed`: amounts that something else already speaks for, by line and year; they count as if they were read.
    """
    by_number = {(line.line, line.year): line for line in lines}
    for check in checks:
        if check.status != "different" or check.difference is None or not 0 < len(check.total.lines) <= MOST_LINES:
            continue
        places = [(number, check.total.year) for number in check.total.lines]
        added = [(by_number[place], proposed.get(place)) for place in places if place in by_number]
        excess = check.difference + sum((amount - line.amount for line, amount in added if amount), Decimal(0))
        doubtful = [line for line, amount in added if not amount and line.certainty < SURE]
        closing = [line for line in doubtful if is_near(line.amount - excess, line.amount)]
        if len(closing) == 1:
            [line] = closing
            why = f"le total annoncé de {euros(check.total.amount)} tomberait juste"
            yield _amount(line, line.amount - excess, why)


def _amount(line: LineRecord, amount: Decimal, why: str) -> Proposal:
    return Proposal(line, euros(amount), f"«\u202f{line.amount_text}\u202f»", why, amount)


def _grouped(lines: Sequence[LineRecord], key: Callable[[LineRecord], Hashable]) -> list[list[LineRecord]]:
    groups: defaultdict[Hashable, list[LineRecord]] = defaultdict(list)
    for line in lines:
        groups[key(line)].append(line)
    return list(groups.values())


def is_near(amount: Decimal, read: Decimal) -> bool:
    """Whether two amounts are one figure apart: changed, lost or added."""
    return amount > 0 and read > 0 and amount != read and distance(f"{amount:.2f}", f"{read:.2f}", 1) <= 1


def euros(amount: Decimal) -> str:
    """`1 234,50 €`, with the spaces of French typography."""
    figure = f"{amount:,.2f}".replace(",", "\u202f").replace(".", ",")
    return f"{figure}\u00a0€"
