"""What the tables of an act print, for staff: written again, whole, where it differs from what is stored."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from grants.models import Deliberation
from ingest.models import PrintedPage, PrintedTable
from ingest.reader.records import Box, PrintedCell, PrintedRow, TableRecord
from ingest.reader.roles.column_profiles import signature_of
from ingest.reader.roles.profiles import is_money
from ingest.reader.text import parse_amount
from ingest.store.profiles import key_of
from ingest.store.values import columns, cut_to_fit, storable, values

_TABLE_FIELDS = columns(PrintedTable, but=("deliberation",))
# Decimals of page fractions: a tenth of a millimetre on A4.
_DECIMALS = 4
_DIGITS = 2  # of a certainty
# Euros. Under it, two decimals without a unit are as often hours or full-time equivalents as cents.
_LEAST_BARE = 100

Pages = dict[int, list[dict]]


def replace_tables(act: Deliberation, records: Sequence[TableRecord]) -> None:
    """Write the tables of an act in place of those stored. Nothing public depends on them."""
    fresh = [(_table(act, record), _pages(record.rows)) for record in records]
    stored = act.printed_tables.order_by("position").prefetch_related("printed_pages")
    if [_told(table, _stored_pages(table)) for table in stored] == [_told(*both) for both in fresh]:
        return
    act.printed_tables.all().delete()
    PrintedTable.objects.bulk_create([table for table, _ in fresh])
    PrintedPage.objects.bulk_create(
        (PrintedPage(table=table, page=page, rows=rows) for table, pages in fresh for page, rows in pages.items()),
        batch_size=100,
    )


def _told(table: PrintedTable, pages: Pages) -> tuple:
    return values(table, _TABLE_FIELDS), pages


def _stored_pages(table: PrintedTable) -> Pages:
    return {one.page: one.rows for one in table.printed_pages.all()}


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
    return amount is not None and (amount.currency or (is_money(text) and abs(amount.value) >= _LEAST_BARE))


def _pages(rows: Iterable[PrintedRow]) -> Pages:
    pages: Pages = {}
    for row in rows:
        told = {
            "row": row.source.row,
            "kind": row.kind,
            "box": _sides(row.source.box),
            "cells": [_cell(cell) for cell in row.cells],
        }
        pages.setdefault(row.source.page, []).append(told)
    return pages


def _cell(cell: PrintedCell) -> dict:
    # The store cleans dataclasses; a named tuple passes through it as it is.
    told = {"text": storable(cell.text), "column": cell.column, "colspan": cell.colspan, "box": _sides(cell.box)}
    told |= {"carried": True} if cell.carried else {}
    return told | ({"certainty": round(cell.certainty, _DIGITS)} if cell.certainty < 1 else {})


def _sides(box: Box) -> list[float]:
    return [round(side, _DECIMALS) for side in box]
