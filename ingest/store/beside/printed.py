"""What the tables of an act print, for staff: written again, whole, where it differs from what is stored."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby, islice, pairwise, zip_longest

from grants.models import Deliberation
from ingest.models import PrintedPage, PrintedTable
from ingest.reader.headers.cell_profiles import has_unit_or_cents
from ingest.reader.records import Box, PrintedCell, PrintedRow, TableRecord
from ingest.reader.roles.column_profiles import signature_of
from ingest.reader.values.amounts import parse_amount
from ingest.store.profiles import key_of
from ingest.store.values import columns, cut_to_fit, storable, values

_TABLE_FIELDS = columns(PrintedTable, but=("deliberation",))
# Decimals of page fractions: a tenth of a millimetre on A4.
_DECIMALS = 4
_DIGITS = 2  # of a certainty
# Euros. Under it, two decimals without a unit are as often hours or full-time equivalents as cents.
_LEAST_BARE = 100
# Pages compared and written together.
_AT_ONCE = 20


def replace_tables(act: Deliberation, records: Sequence[TableRecord]) -> None:
    """Write the tables of an act in place of those stored. Nothing public depends on them."""
    tables = [_table(act, record) for record in records]
    if _are_stored(act, tables, records):
        return
    act.printed_tables.all().delete()
    PrintedTable.objects.bulk_create(tables)
    pages = (
        PrintedPage(table=table, page=page, rows=rows)
        for table, record in zip(tables, records, strict=True)
        for page, rows in _pages(record.rows)
    )
    while batch := list(islice(pages, _AT_ONCE)):
        PrintedPage.objects.bulk_create(batch)


def _are_stored(act: Deliberation, tables: Sequence[PrintedTable], records: Sequence[TableRecord]) -> bool:
    stored = act.printed_tables.order_by("position")
    if [values(table, _TABLE_FIELDS) for table in stored] != [values(table, _TABLE_FIELDS) for table in tables]:
        return False
    pages = PrintedPage.objects.filter(table__in=stored).order_by("table__position", "page")
    before = pages.values_list("table__position", "page", "rows").iterator(_AT_ONCE)
    fresh = ((record.position, *page) for record in records for page in _pages(record.rows))
    return all(old == new for old, new in zip_longest(before, fresh))


def _table(act: Deliberation, record: TableRecord) -> PrintedTable:
    table = PrintedTable(
        deliberation=act,
        position=record.position,
        number=record.number,
        label=record.label,
        title=record.title,
        header=[list(levels) for levels in record.header],
        header_rows=record.header_rows,
        columns=_columns(record),
        row_count=len(record.rows),
        skipped=record.skipped,
        key=key_of(signature_of(record.header)),
        profile=record.profile,
    )
    cut_to_fit(table)
    return table


def _columns(record: TableRecord) -> list[dict]:
    """Each column with how many cells of the body are filled, and how many of these hold money."""
    filled: Counter[int] = Counter()
    money: Counter[int] = Counter()
    for row in record.rows:
        for cell in row.cells if row.kind == "line" else ():
            if cell.colspan == 1 and not cell.carried:
                filled[cell.column] += 1
                money[cell.column] += _is_money(cell.text)
    counts = ({"filled": filled[column.index], "money": money[column.index]} for column in record.columns)
    return [asdict(column) | count for column, count in zip(record.columns, counts, strict=True)]


def _is_money(text: str) -> bool:
    amount = parse_amount(text)
    return amount is not None and (amount.currency or (has_unit_or_cents(text) and abs(amount.value) >= _LEAST_BARE))


def _pages(rows: Sequence[PrintedRow]) -> Iterator[tuple[int, list[dict]]]:
    """The rows of a table page by page: told of all its pages at once they weigh ten times what is stored."""
    in_order = all(one <= other for one, other in pairwise(map(_page, rows)))
    for page, printed in groupby(rows if in_order else sorted(rows, key=_page), key=_page):
        yield page, [_row(row) for row in printed]


def _page(row: PrintedRow) -> int:
    return row.source.page


def _row(row: PrintedRow) -> dict:
    return {
        "row": row.source.row,
        "kind": row.kind,
        "box": _sides(row.source.box),
        "cells": [_cell(cell) for cell in row.cells],
    }


def _cell(cell: PrintedCell) -> dict:
    # The store cleans dataclasses; a named tuple passes through it as it is.
    told = {"text": storable(cell.text), "column": cell.column, "colspan": cell.colspan, "box": _sides(cell.box)}
    told |= {"carried": True} if cell.carried else {}
    return told | ({"certainty": round(cell.certainty, _DIGITS)} if cell.certainty < 1 else {})


def _sides(box: Box) -> list[float]:
    return [round(side, _DECIMALS) for side in box]
