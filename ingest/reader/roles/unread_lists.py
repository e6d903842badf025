"""Tables of recognised pages whose header cannot be read, and that are lists of grants all the same.

Takes a table with the drafts of its columns; says whether names, amounts and a total make it a list. It gives no role.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from ingest.reader.headers.cell_profiles import column_texts
from ingest.reader.headers.column_drafts import MOST, Draft
from ingest.reader.headers.column_headers import Header
from ingest.reader.records import Table
from ingest.reader.values.amounts import parse_amount
from ingest.reader.vocabulary.phrases import phrase
from ingest.reader.vocabulary.rows import TOTAL_LABELS

# Rows over the total. Fewer are no list.
_FEWEST: Final = 3


def is_unread_list(table: Table, header: Header, drafts: Sequence[Draft]) -> bool:
    """Whether a recognised table without any word over its columns holds names, and money over a total: its last row
    says so, or adds it up."""
    recognised = any(cell.certainty < 1 for row in table.grid for cell in row if cell)
    if not recognised or any(draft.levels for draft in drafts):
        return False
    named = any(draft.profile.names >= MOST for draft in drafts)
    money = [draft.index for draft in drafts if draft.profile.money >= MOST]
    last = [phrase(cell.text) for cell in table.grid[-1] if cell]
    totalled = any(text in TOTAL_LABELS for text in last) and len(table.grid) - header.rows > _FEWEST
    return named and bool(money) and (totalled or any(_closes(column_texts(table, one, header.rows)) for one in money))


def _closes(texts: Iterable[str]) -> bool:
    """Whether the last figure of a column is the sum of those over it."""
    amounts = [amount.value for text in texts if (amount := parse_amount(text))]
    return len(amounts) > _FEWEST and amounts[-1] == sum(amounts[:-1], Decimal(0))
