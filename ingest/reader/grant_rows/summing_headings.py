"""Headings that print the sum of the rows under them, told from beneficiaries in bold, or doubted where nothing tells.

Takes the rows of a table as they are classified, with the amounts read in them; gives them with these settled.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from ingest.reader.geometry.grid_cells import full_width_text, own_cells
from ingest.reader.grant_rows.money_cells import prints_figure
from ingest.reader.grant_rows.row_amounts import RowAmounts, closes
from ingest.reader.grant_rows.total_labels import is_carried, tells_part
from ingest.reader.records import DOUBTFUL, Column, Row
from ingest.reader.values.amounts_in_text import find_amounts

# Bold or merged, alone beside a sum that is not that of the lines below: a heading whose total differs, or a name.
_TITLE_NOTE = "intitulé ou bénéficiaire\u202f: la somme n’est pas celle des lignes qui suivent"
# Lines. The sum of fewer may be the amount of another one by chance.
_FEWEST_SUMMED = 4
_SUM_NOTE = "montant égal à la somme des lignes voisines\u202f: peut-être un total"
# Share of the lines: more than these are names in bold, not titles among them.
_MOST_TITLES = 0.4


def with_summing_headings(rows: tuple[Row, ...], columns: tuple[Column, ...], amounts: RowAmounts) -> tuple[Row, ...]:
    """A bold or merged text beside the exact sum of the lines below it heads them: its money would count twice. Beside
    another sum it may be a beneficiary, which is said; where most lines look like it, nothing is."""
    titles = {row.index: title for row in rows if row.kind == "line" and (title := _lone_title(row, columns))}
    money = [column.index for column in columns if column.role == "amount"]
    stand_out = len(titles) <= sum(row.kind == "line" for row in rows) * _MOST_TITLES
    mended = list(rows)
    for index, title in titles.items():
        blocks = list(_blocks_below(index, rows, titles))
        block = blocks[0] if blocks else ()
        if any(closes(index, each, money, amounts) for each in blocks):
            mended[index] = replace(rows[index], kind="subtotal", label=title)
        elif len(block) > 1 and stand_out and any((index, column) in amounts for column in money):
            mended[index] = rows[index].doubted(DOUBTFUL, _TITLE_NOTE)
    return _doubted_sums(_over_unparted(tuple(mended), columns), money, amounts)


def _doubted_sums(rows: tuple[Row, ...], money: Sequence[int], amounts: RowAmounts) -> tuple[Row, ...]:
    """The rows. A line is in doubt where its amount is the exact sum of all lines over it, or under it, as far as the
    next heading or total: it may be a total whose label says something else."""
    orders = rows, rows[::-1]
    sums = {index for column in money for one in orders for index in _sums_of_neighbours(one, column, amounts)}
    return tuple(row.doubted(DOUBTFUL, _SUM_NOTE) if row.index in sums else row for row in rows)


def _sums_of_neighbours(rows: Sequence[Row], column: int, amounts: RowAmounts) -> set[int]:
    """The lines that state in a column the sum of the lines before them, from the last total or heading on."""
    found = set()
    since_total: tuple[int, Decimal] = (0, Decimal(0))
    since_heading = since_total
    for row in rows:
        if row.kind in ("total", "subtotal"):
            since_total = (0, Decimal(0))
        if row.kind in ("total", "subtotal", "group"):
            since_heading = (0, Decimal(0))
        if row.kind != "line" or tells_part(row) or (row.index, column) not in amounts:
            continue
        read = amounts[row.index, column].amount
        if any(count >= _FEWEST_SUMMED and read.value == added for count, added in (since_total, since_heading)):
            found |= {row.index} if read.value else set()
        since_total = (since_total[0] + 1, since_total[1] + read.value)
        since_heading = (since_heading[0] + 1, since_heading[1] + read.value)
    return found


def _over_unparted(rows: tuple[Row, ...], columns: tuple[Column, ...]) -> tuple[Row, ...]:
    """The rows, in doubt those that may head the rows under them, which nothing parts."""
    mended = list(rows)
    for above, below in pairwise(rows):
        over_rows = above.kind == below.kind == "line" and holds_rows(full_width_text(below.cells))
        if over_rows and _lone_title(above, columns):
            mended[above.index] = above.doubted(DOUBTFUL, _TITLE_NOTE)
    return tuple(mended)


def _blocks_below(index: int, rows: tuple[Row, ...], titles: Container[int]) -> Iterator[tuple[int, ...]]:
    """The lines under a row, down to the next heading or, as headings may stand under it, to one of those after it; no
    further than the next title or total. Notes, votes and sums carried over a page between lines part nothing."""
    block: list[int] = []
    for later in rows[index + 1 :]:
        ends = (later.kind in ("total", "subtotal") and not is_carried(later)) or later.index in titles
        if block and (ends or later.kind == "group"):
            yield tuple(block)
        if ends:
            return
        if later.kind == "line" and not tells_part(later):
            block.append(later.index)
    if block:
        yield tuple(block)


def _lone_title(row: Row, columns: tuple[Column, ...]) -> str:
    """The only text of a row beside its figures, where it is bold or covers several columns."""
    own = own_cells(row.cells, row.index)
    texts = [cell for cell in own if not prints_figure(cell, columns)]
    return texts[0].text if len(texts) == 1 and (texts[0].bold or texts[0].colspan > 1) else ""


def holds_rows(spread: str) -> bool:
    """Whether a full-width text prints several amounts: rows that nothing parts, to be left over and not lost."""
    return len(list(find_amounts(spread))) > 1
