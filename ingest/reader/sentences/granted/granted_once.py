"""What is granted once and said twice: sums that state again what lines grant or tables count, and lines that grant as
much to one beneficiary.

Where two lines are for other things, or entries of one list, both stay, the second in doubt.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from ingest.reader.records import UNSURE, LineRecord, Source
from ingest.reader.sentences.clauses.decision_records import DecisionSums
from ingest.reader.sentences.names.printed_names import Beneficiary
from ingest.reader.sums.counted_money import ROUND, CountedMoney, Numbers, is_alike
from ingest.reader.sums.rounding import agrees
from ingest.reader.values.amounts_in_text import FoundAmount
from portal.french import fold, fold_name

TWICE_NOTE = "même bénéficiaire et même somme qu’une autre ligne\u202f: à vérifier"
# Letters: shorter words of a purpose do not tell it from another.
_SHORTEST_WORD = 4
# The lines so far by beneficiary, amount and year.
Granted = defaultdict[tuple[str, Decimal, int | None], list[LineRecord]]


def lines_adding_up_to(found: FoundAmount, out: DecisionSums) -> Sequence[LineRecord]:
    """« Les sommes des articles 1 à 3, soit un total de 900 € », « soit un sous-total de 500 € »: all the lines so far,
    or the last of them, where they add up to it."""
    lines = (*out.before, *out.lines)
    sums = tuple(accumulate(line.amount for line in reversed(lines)))
    for count in range(len(lines), 0, -1):
        if agrees(found.amount, sums[count - 1]):
            return lines[-count:]
    return ()


def lines_counted(value: Decimal, receives: Beneficiary | None, counted: CountedMoney) -> Numbers | None:
    """The lines that the sum states again: empty where the check is to say which, None where no table counts it."""
    single = counted.lines_of(value, receives.name if receives else "")
    if single:
        return single
    several = counted.lines_adding_up_to(value)
    if not several:
        return None
    if receives and value % ROUND == 0:
        # A round sum may equal that of strangers: it must be of lines of this beneficiary.
        operators = {line.operator for line in counted.lines if line.line in several}
        return several if any(is_alike(operator, receives.name) for operator in operators) else None
    return several if value % ROUND else ()


def granted_once(lines: Iterable[LineRecord], granted: Granted, opening: Source) -> Iterator[LineRecord]:
    """The lines of a decision that is `opening`, then its list, but for those that are `granted`, which takes them
    in."""
    entries: list[LineRecord] = []
    for line in lines:
        same = granted[fold_name(line.operator), line.amount, line.year]
        listed = line.source != opening
        if all(_is_for_else(line, one) or (listed and one in entries and one.source != line.source) for one in same):
            same.append(line)
            entries += [line] if listed else []
            yield line.doubted(UNSURE, TWICE_NOTE) if len(same) > 1 else line


def _is_for_else(line: LineRecord, other: LineRecord) -> bool:
    """« pour son gala », « pour son tournoi »: both say what they are for, without a word in common."""
    first, second = _words(line.action), _words(other.action)
    return bool(first and second and not first & second)


def _words(purpose: str) -> set[str]:
    return {word for word in fold(purpose).split() if len(word) >= _SHORTEST_WORD}
