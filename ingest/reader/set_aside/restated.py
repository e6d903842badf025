"""Tables that print again the money of another table → set aside, with the reason: the same money counts once.

Held together by beneficiary and amount. A table that prints what a surer one prints, wholly or, where its own columns
had to be guessed, by half, is the same money told twice (an example in the report, an annex and its convention).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.reader.geometry.grid_cells import cell_text
from ingest.reader.grant_rows.row_amounts import read_amounts
from ingest.reader.headers.column_drafts import BY_WEAK_WORD
from ingest.reader.records import ReadTable, Role
from ingest.reader.set_aside.reasons import RESTATED_REASON
from portal.french import fold_name

# Share of the lines of a table that stand in another one for the table to be a repetition: of a table whose header
# names its beneficiaries, and of one whose beneficiaries were told by their look.
_MOST_LINES, _HALF_THE_LINES = 0.8, 0.5


def set_restated_aside(reads: Sequence[ReadTable]) -> tuple[ReadTable, ...]:
    """The same tables, those that repeat a surer or an earlier one skipped."""
    lines = {place: _named_amounts(read) for place, read in enumerate(reads) if not read.skipped}
    sure = [_certainty(read) for read in reads]
    # The surest first, then the longest, then the first: what is kept of two that print the same.
    kept: list[int] = []
    settled = list(reads)
    for place in sorted(lines, key=lambda place: (-sure[place], -len(lines[place]), place)):
        needed = _MOST_LINES if sure[place] >= BY_WEAK_WORD else _HALF_THE_LINES
        original = next((other for other in kept if _shared(lines[place], lines[other]) >= needed), None)
        if original is None:
            kept.append(place)
        else:
            settled[place] = replace(reads[place], skipped=RESTATED_REASON.format(label=reads[original].label))
    return tuple(settled)


def _certainty(read: ReadTable) -> float:
    names: tuple[Role, ...] = ("operator", "amount")
    return min((column.certainty for column in read.columns if column.role in names), default=0.0)


def _named_amounts(read: ReadTable) -> list[tuple[str, Decimal]]:
    """(folded beneficiary or action, amount) of each line."""
    amounts = read_amounts(read.rows, read.columns)
    roles: tuple[Role, ...] = ("operator", "action", "commune")
    naming = [column for role in roles for column in read.columns if column.role == role]
    counted = [column.index for column in read.columns if column.role == "amount"]
    found = []
    for row in read.rows:
        name = next((text for column in naming if (text := fold_name(cell_text(row, column)))), "")
        name = fold_name(read.sheet.get("operator", "")) or name
        for index in counted if row.kind == "line" and name else ():
            if (row.index, index) in amounts:
                found.append((name, amounts[row.index, index].amount.value))
    return found


def _shared(lines: Sequence[tuple[str, Decimal]], others: Iterable[tuple[str, Decimal]]) -> float:
    """Share of the lines that stand among the others: the same amount beside a name that opens alike."""
    by_amount: dict[Decimal, list[str]] = {}
    for name, amount in others:
        by_amount.setdefault(amount, []).append(name)
    same = sum(any(_alike(name, other) for other in by_amount.get(amount, [])) for name, amount in lines if amount)
    return same / len(lines) if lines else 0.0


def _alike(name: str, other: str) -> bool:
    return name.startswith(other) or other.startswith(name)
