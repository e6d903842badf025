"""Rows that print the sum of the rows under them, level in level, as pivot tables do → headings of these rows.

Takes the rows of a table as they are classified, with the amounts read in them; gives them with such rows told. Nothing
but the sums tells: they are believed where the stated total closes only without the rows that add up others, or where
nearly every line stands under one of several such rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from ingest.reader.geometry.grid_cells import own_cells
from ingest.reader.grant_rows.row_amounts import RowAmounts
from ingest.reader.grant_rows.total_labels import is_carried, tells_part
from ingest.reader.records import Column, Row

# Headings of two lines or more that tell themselves, where no total does.
FEWEST_HEADINGS: Final = 2
# Share of the lines that must then be headings or stand under one: in a plain list, few amounts add up others.
HELD_SHARE: Final = 0.8

_Sums = Mapping[int, Decimal]


def with_nested_sums(rows: tuple[Row, ...], columns: tuple[Column, ...], amounts: RowAmounts) -> tuple[Row, ...]:
    """The rows, those that add up the rows under them as subtotals with their label."""
    money = next((column.index for column in columns if column.role == "amount"), None)
    if money is None or any(row.kind in ("subtotal", "group") for row in rows):
        return rows
    sums = {row.index: amounts[row.index, money].amount.value for row in rows if (row.index, money) in amounts}
    lines = [row for row in rows if row.kind == "line" and row.index in sums and not tells_part(row)]
    names = {row.index: label for row in lines if (label := _lone_name(row, columns))}
    totals = [sums[row.index] for row in rows if row.kind == "total" and row.index in sums and not is_carried(row)]
    places = [row.index for row in lines]
    # The only row under a heading prints its amount again, as two grants may: a total alone tells them apart.
    for lone_child in (False, True) if totals else (False,):
        ends = _ends_of_headings(places, sums, names, lone_child=lone_child)
        if ends and _is_believed(places, sums, ends, totals[-1] if totals else None):
            depths = {place: _depth(place, places, ends) for place in ends}
            return tuple(
                replace(row, kind="subtotal", label=names[row.index], depth=depths[row.index])
                if row.index in depths
                else row
                for row in rows
            )
    return rows


def _depth(heading: int, places: Sequence[int], ends: Mapping[int, int]) -> int:
    """How many other headings a heading stands under."""
    at = places.index(heading)
    return sum(places.index(start) < at < end for start, end in ends.items())


def _ends_of_headings(
    places: Sequence[int], sums: _Sums, names: Mapping[int, str], *, lone_child: bool
) -> dict[int, int]:
    """For each row that adds up the rows after it, headings among them counted once, how far they go in `places`."""
    ends: dict[int, int] = {}
    for start in range(len(places) - 2, -1, -1):
        whole = sums[places[start]]
        if places[start] not in names or whole <= 0:
            continue
        after, children, added = start + 1, 0, Decimal(0)
        while after < len(places) and added < whole:
            added += sums[places[after]]
            children += 1
            after = ends.get(places[after], after + 1)
        if added == whole and (children > 1 or lone_child):
            ends[places[start]] = after
    return ends


def _is_believed(places: Sequence[int], sums: _Sums, ends: Mapping[int, int], total: Decimal | None) -> bool:
    leaves = sum((sums[place] for place in places if place not in ends), Decimal(0))
    if total is not None:
        return leaves == total != sum((sums[place] for place in places), Decimal(0))
    spans = [(places.index(start), end) for start, end in ends.items()]
    held = {place for start, end in spans for place in range(start, end)}
    several = sum(end - start > FEWEST_HEADINGS for start, end in spans)
    return places[0] in ends and several >= FEWEST_HEADINGS and len(held) >= HELD_SHARE * len(places)


def _lone_name(row: Row, columns: tuple[Column, ...]) -> str:
    """The only text that a row prints outside its columns of money."""
    own = own_cells(row.cells, row.index)
    names = [cell.text for cell in own if not columns[cell.column].holds_money]
    return names[0] if len(names) == 1 else ""
