"""Money that the tables of a document already count → which lines a sum of the prose states again.

What enters: the lines of the tables. What leaves, for an amount: the lines that it repeats or adds up. This stage
changes no line and guesses nothing: a round amount that happens to stand elsewhere is no repetition.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ingest.reader.records import LineRecord
from portal.french import fold, fold_name

# Euros: an amount that is no multiple of this is hardly printed twice by chance.
ROUND = 100
# Share of the words of the shorter of two names that the other repeats, where they name one organisation. Lower, two
# bodies of one département, unlike by their first word alone, would be one.
ALIKE = 0.8

Numbers = tuple[int, ...]


@dataclass(slots=True)
class CountedMoney:
    """The lines, and the sums of every group of them that an act may state."""

    lines: Sequence[LineRecord]
    sums: dict[Decimal, Numbers] = field(default_factory=dict)
    by_amount: dict[Decimal, list[LineRecord]] = field(default_factory=dict)

    def lines_of(self, amount: Decimal, beneficiary: str) -> Numbers:
        """The lines of this amount whose operator is the beneficiary; of any operator where the amount is not round."""
        same = self.by_amount.get(amount, [])
        named = [line for line in same if beneficiary and is_alike(line.operator, beneficiary)]
        if named:
            return tuple(dict.fromkeys(line.line for line in named))
        return tuple(dict.fromkeys(line.line for line in same)) if amount % ROUND else ()

    def lines_adding_up_to(self, amount: Decimal) -> Numbers:
        """The lines of a group (all, a table, a heading, an operator, of a year or of all) whose sum this is."""
        return self.sums.get(amount, ())


def counted_money(lines: Sequence[LineRecord]) -> CountedMoney:
    """What the tables count."""
    counted = CountedMoney(lines)
    for line in lines:
        counted.by_amount.setdefault(line.amount, []).append(line)
    for group in _groups(lines):
        if len(group) > 1:
            numbers = tuple(dict.fromkeys([line.line for line in group]))
            counted.sums.setdefault(sum([line.amount for line in group], Decimal(0)), numbers)
    return counted


def _groups(lines: Sequence[LineRecord]) -> Iterable[list[LineRecord]]:
    groups: defaultdict[tuple[str, ...], list[LineRecord]] = defaultdict(list)
    for line in lines:
        name = fold_name(line.operator)
        for year in ("", str(line.year)):
            groups["all", year].append(line)
            groups["table", line.table, year].append(line)
            groups["operator", name, year].append(line)
            if line.programme:
                groups["programme", line.programme, year].append(line)
            if line.subprogramme:
                groups["subprogramme", line.programme, line.subprogramme, year].append(line)
    return groups.values()


def is_alike(name: str, other: str) -> bool:
    """Two spellings of one organisation: one holds the words of the other, most of them at least."""
    first, second = set(fold(name).split()) - _SMALL, set(fold(other).split()) - _SMALL
    if not first or not second:
        return False
    return len(first & second) / min(len(first), len(second)) >= ALIKE


_SMALL = frozenset(("de", "du", "des", "d", "l", "la", "le", "les", "et", "en", "pour", "association"))
