"""« Total du canton : 8 200 € », printed under a table and not in it → the total of the lines that it adds up.

Takes what was left over of the prose; gives totals, and what is still left over: a sum that adds up no table stays.
"""

import re
from collections.abc import Sequence
from typing import Final

from ingest.reader.records import Leftover, TotalRecord
from ingest.reader.sentences.clauses.decision_records import Act
from ingest.reader.values.amounts import parse_amount

_TOTAL: Final = re.compile(r"((?:sous[- ]?)?tota(?:l|ux)\b[^:;]{0,60}?)\s*:?\s*(\d[^:;]*?)[\s.]*", re.IGNORECASE)


def totals_under_tables(leftovers: Sequence[Leftover], act: Act) -> tuple[list[TotalRecord], list[Leftover]]:
    """(totals, leftovers): the totals that add up lines which tables count, and the other leftovers."""
    totals, left = [], []
    for one in leftovers:
        found = _TOTAL.fullmatch(one.text)
        amount = parse_amount(found[2]) if found else None
        lines = act.counted.lines_adding_up_to(amount.value) if amount else ()
        if found and amount and lines:
            totals.append(
                TotalRecord(
                    scope=found[1],
                    table="",
                    year=act.year,
                    amount=amount.value,
                    text=amount.text,
                    where="decision",
                    source=one.source,
                    precision=amount.precision,
                    lines=lines,
                )
            )
        else:
            left.append(one)
    return totals, left
