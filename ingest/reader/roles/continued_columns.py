"""A table without names of columns right after one that has them, in the same columns → the columns of that one.

What parts a table in two (a rule that stops, a white row, a page break) takes nothing from the names over it. Takes
tables as read so far; gives columns. It joins no rows.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import Final

from ingest.reader.headers.cell_profiles import column_texts, has_unit_or_cents
from ingest.reader.headers.column_headers import find_header
from ingest.reader.records import CERTAIN, CLOUDED, DOUBTFUL, Column, Table
from ingest.reader.values.amounts import parse_amount
from ingest.reader.vocabulary.phrases import phrase
from ingest.reader.vocabulary.rows import NO_AMOUNT

# Share of the width of the page: the sides of a column differ by less on both sides of a break; more, it is in doubt.
SAME_SIDE: Final = 0.012
SURE_SIDE: Final = 0.004
# Columns. Fewer may be of the same kinds by chance.
FEWEST_ALIKE: Final = 4
# Share of the texts under a column of money that are amounts.
AMOUNTS_SHARE: Final = 0.7


def continued_columns(
    tables: Sequence[Table],
    found: Sequence[tuple[Column, ...]],
    read: Callable[[Table, int], tuple[Column, ...]],
) -> list[tuple[Column, ...]]:
    """The columns of each table; those of the table before where a table goes on from it without names of its own.

    `read`: the columns of a table and of its place among the others, for rows whose names stand alone before them.
    """
    settled = list(found[:1])
    named = [bool(find_header(table).rows) for table in tables[:1]]
    for place, ((before, table), columns) in enumerate(zip(pairwise(tables), found[1:], strict=True), 1):
        own = bool(find_header(table).rows)
        continued = None
        if named[-1] and not own:
            lent = read(_under(before, table), place) if _is_header_alone(before, table) else settled[-1]
            continued = _columns_of(before, lent, table)
        settled.append(continued or columns)
        named.append(own or continued is not None)
    return settled


def _is_header_alone(before: Table, table: Table) -> bool:
    """Whether a table is nothing but names for as many columns: without rows, it cannot tell which of them count."""
    return before.width == table.width and find_header(before).rows == len(before.grid)


def _under(before: Table, table: Table) -> Table:
    return replace(table, title=before.title, grid=(*before.grid, *table.grid), header_rows=before.header_rows)


def _columns_of(before: Table, columns: tuple[Column, ...], table: Table) -> tuple[Column, ...] | None:
    if len(columns) != table.width:
        return None
    apart = _farthest(_sides(before), _sides(table))
    if not _follows(before, table) or apart is None or not _holds_money(table, columns):
        return None
    if apart > SAME_SIDE and not _holds_the_same(before, table):
        return None
    # Where its columns are set elsewhere, only what its own cells hold tells.
    certainty = CERTAIN if apart <= SURE_SIDE else CLOUDED if apart <= SAME_SIDE else DOUBTFUL
    return tuple(replace(column, certainty=min(column.certainty, certainty)) for column in columns)


def _follows(before: Table, table: Table) -> bool:
    """Whether a table begins under another one, or on the page after its last."""
    first = min(table.boxes, default=0)
    if first in before.boxes:
        above, below = before.boxes[first], table.boxes[first]
        # Rules broken at one height make two grids that share a row.
        return above.y0 < below.y0 and above.y1 < below.y1
    return first == max(before.boxes, default=0) + 1


def _sides(table: Table) -> list[float | None]:
    """Where each column begins, as its cells of one column tell, in page fractions."""
    starts: list[list[float]] = [[] for _ in range(table.width)]
    for row in table.grid:
        for cell in row:
            if cell and cell.colspan == 1:
                starts[cell.column].append(cell.source.box.x0)
    return [median(found) if found else None for found in starts]


def _farthest(before: Sequence[float | None], after: Sequence[float | None]) -> float | None:
    """The most by which two sides of one column differ; None where too few can be compared."""
    apart = [abs(a - b) for a, b in zip(before, after, strict=True) if a is not None and b is not None]
    return max(apart) if len(apart) > 1 else None


def _holds_the_same(before: Table, table: Table) -> bool:
    """Whether the columns of a table are of the kinds of those before, one by one, money among them: each is as wide
    as its own texts ask, under another title or on the next page."""
    if table.width < FEWEST_ALIKE:
        return False
    first = find_header(before).rows
    pairs = [(_kind(before, index, first), _kind(table, index, 0)) for index in range(table.width)]
    kinds = {one for one, other in pairs if one == other}
    # A column may be empty in one of them.
    alike = all(one == other or not (one and other) for one, other in pairs)
    return alike and "words" in kinds and not kinds.isdisjoint(("money", "figures"))


def _kind(table: Table, column: int, first_row: int) -> str:
    """What most cells of a column are: `money`, `figures` without unit, `rate`, `words`, empty where there are none or
    nothing is most."""
    texts = [text.strip() for text in column_texts(table, column, first_row) if text.strip()]
    shares = {
        "money": sum(has_unit_or_cents(text) for text in texts),
        "figures": sum(not has_unit_or_cents(text) and parse_amount(text) is not None for text in texts),
        "rate": sum(text.endswith("%") for text in texts),
        "words": sum(any(map(str.isalpha, text)) and not has_unit_or_cents(text) for text in texts),
    }
    kind = max(shares, key=shares.__getitem__)
    return kind if texts and shares[kind] >= AMOUNTS_SHARE * len(texts) else ""


def _holds_money(table: Table, columns: Sequence[Column]) -> bool:
    """Whether what stands in the columns of money are amounts."""
    money = [column.index for column in columns if column.holds_money]
    printed = [text for index in money for text in column_texts(table, index, 0) if text.strip()]
    texts = [text for text in printed if phrase(text) not in NO_AMOUNT]
    return bool(texts) and sum(parse_amount(text) is not None for text in texts) >= AMOUNTS_SHARE * len(texts)
