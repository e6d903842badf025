"""Which lines a sum of a decision states again: those of the act so far, or those that its tables count."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate

from ingest.reader.records import LineRecord
from ingest.reader.sentences.clauses.decision_records import DecisionSums
from ingest.reader.sentences.names.printed_names import Beneficiary
from ingest.reader.sums.counted_money import ROUND, CountedMoney, Numbers, is_alike
from ingest.reader.sums.rounding import agrees
from ingest.reader.values.amounts_in_text import FoundAmount


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
