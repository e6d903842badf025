"""Lines of decisions → those kept, and the sums of others that were read as lines.

« d'ouvrir une enveloppe de 900 € en faveur de l'aide alimentaire », then « 500 € à la Ruche, 400 € à l'Étal »: what one
decision sets aside for nobody by name, and others share out exactly, is their total. It looks at these lines alone.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from ingest.reader.records import LineRecord, TotalRecord
from ingest.reader.sentences.names.printed_names import COMMON_NOTE


def part_pooled(lines: Sequence[LineRecord]) -> tuple[list[LineRecord], list[TotalRecord]]:
    """(lines, totals): the lines but for those without a proper name whose sum all the named ones add up to."""
    nameless = [line for line in lines if COMMON_NOTE in line.notes]
    named = [line for line in lines if COMMON_NOTE not in line.notes]
    if not nameless or len(named) < 2:
        return list(lines), []
    shared = _sum(named)
    pooled = [line for line in nameless if line.amount == shared]
    return [line for line in lines if line not in pooled], [_total(line, named) for line in pooled]


def _sum(lines: Iterable[LineRecord]) -> Decimal:
    return sum((line.amount for line in lines), Decimal(0))


def _total(pooled: LineRecord, named: Sequence[LineRecord]) -> TotalRecord:
    return TotalRecord(
        scope=pooled.operator,
        table="",
        year=pooled.year,
        amount=pooled.amount,
        text=pooled.amount_text,
        where="decision",
        source=pooled.source,
        lines=tuple(line.line for line in named),
    )
