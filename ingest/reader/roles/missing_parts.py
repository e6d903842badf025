"""Bare figures under a word such as « Projets », which a total beside them adds up → a part of the money.

Takes the drafts of the columns and the table; gives them with such columns as amounts. A column whose figures no total
needs stays what it was.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from ingest.reader.headers.column_drafts import BY_WEAK_WORD, MOST, Draft
from ingest.reader.money.column_sums import ROWS_THAT_ADD_UP
from ingest.reader.money.money_units import amounts_of
from ingest.reader.money.money_words import holds
from ingest.reader.records import Role, Table
from ingest.reader.values.amounts import Amount
from ingest.reader.vocabulary.money import WHOLE
from ingest.reader.vocabulary.phrases import phrase

# Rows on which the total must need the figures.
FEWEST_ROWS: Final = 2
# Roles that a header may suggest, and that a column of bare figures belies.
_SUGGESTED: Final[tuple[Role | None, ...]] = ("action", "programme", "subprogramme", "detail", None)


def with_missing_parts(drafts: list[Draft], table: Table, header_rows: int) -> list[Draft]:
    """The drafts, those as amounts that a column headed as a total adds up with the money to its left."""
    found: dict[int, Draft] = {}
    for place, whole in enumerate(drafts):
        if whole.role != "amount" or not holds(phrase(whole.header), WHOLE):
            continue
        left = _beside(drafts[:place])
        missing = [draft for draft in left if draft.role != "amount"]
        if len(missing) == 1 and _adds_up(whole, left, missing[0], table, header_rows):
            found[missing[0].index] = replace(missing[0], role="amount", certainty=BY_WEAK_WORD)
    return [found.get(draft.index, draft) for draft in drafts]


def _beside(before: Sequence[Draft]) -> list[Draft]:
    """The columns of figures that end just before the total."""
    beside: list[Draft] = []
    for draft in reversed(before):
        figures = draft.role in _SUGGESTED and draft.profile.amounts >= MOST and not draft.profile.names
        if draft.role != "amount" and not figures:
            break
        beside.append(draft)
    return beside


def _adds_up(whole: Draft, parts: Sequence[Draft], missing: Draft, table: Table, header_rows: int) -> bool:
    sums = amounts_of(table, whole.index, header_rows)
    figures: Mapping[int, Mapping[int, Amount]] = {
        part.index: amounts_of(table, part.index, header_rows) for part in parts
    }
    needed = [row for row, amount in figures[missing.index].items() if amount.value and row in sums]
    good = [
        row
        for row in sums
        if sums[row].value == sum((read[row].value for read in figures.values() if row in read), Decimal(0))
    ]
    return len(needed) >= FEWEST_ROWS and len(good) >= len(sums) * ROWS_THAT_ADD_UP and set(needed) <= set(good)
