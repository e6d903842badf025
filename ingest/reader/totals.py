"""Total rows → what the document says it adds up to, and the lines that each total covers.

Every column of money of a total row states a total of its own. Tables that list no grant still state money of the act:
the lines of a budget table that this act spends, and the summary of an amount. It compares nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.reader.geometry.grid_cells import printed_texts
from ingest.reader.grant_rows.row_amounts import RowAmounts, read_amounts
from ingest.reader.headers.column_headers import find_header
from ingest.reader.money.money_roles import RUNNING_NOTE
from ingest.reader.money.money_words import say_over_amounts
from ingest.reader.records import Column, LineRecord, ReadTable, Row, TotalRecord
from ingest.reader.set_aside.reasons import BUDGET_REASON, NO_ROW_REASON, NOBODY_REASON
from ingest.reader.sums.line_groups import is_outside_budget
from ingest.reader.sums.total_spans import find_spans
from ingest.reader.values.amounts import Amount, parse_amount
from ingest.reader.vocabulary.decoys import BUDGET_ACT
from ingest.reader.vocabulary.money import GRANTS, VOTED
from ingest.reader.vocabulary.phrases import phrase
from ingest.reader.vocabulary.rows import TOTAL_LABELS
from portal.french import squeeze

# Lines by the number of their table and their year.
_ByTable = dict[tuple[int, int | None], list[LineRecord]]


def stated_totals(
    tables: Iterable[ReadTable], lines: Sequence[LineRecord], *, act_year: int | None = None
) -> tuple[TotalRecord, ...]:
    """Every total that the tables state, in order. `act_year`: the year of a total whose column names none."""
    totals: list[TotalRecord] = []
    before: list[ReadTable] = []
    by_table: _ByTable = {}
    for line in lines:
        by_table.setdefault((line.source.table, line.year), []).append(line)
    for read in tables:
        if not read.skipped:
            of_grants = _totals_of_grants(read, lines, act_year)
            totals += [_with_tables_before(one, read, before, by_table) for one in of_grants]
            before.append(read)
        elif read.skipped == NO_ROW_REASON:
            alone = (
                _with_tables_before(one, read, before, by_table) for one in _totals_of_grants(read, lines, act_year)
            )
            totals += [one for one in alone if one.lines]
        elif read.skipped == BUDGET_REASON:
            totals += _totals_of_budget(read, act_year)
        elif read.skipped == NOBODY_REASON:
            totals += _totals_of_summary(read, act_year)
    return tuple(totals)


def _with_tables_before(
    total: TotalRecord, read: ReadTable, before: Sequence[ReadTable], by_table: _ByTable
) -> TotalRecord:
    """A list set in several tables of one header, whose total stands under the last: it covers those before that add up
    to it with the lines of its own."""
    covered = by_table.get((read.table.number, total.year), [])
    if len(total.lines) != len(covered) or total.lines != tuple(line.line for line in covered):
        return total
    if total.amount <= sum(line.amount for line in covered):
        return total
    for other in reversed(before):
        if [phrase(column.header) for column in other.columns] != [phrase(column.header) for column in read.columns]:
            break
        covered = [*by_table.get((other.table.number, total.year), []), *covered]
        if total.amount == sum(line.amount for line in covered):
            return replace(total, lines=tuple(line.line for line in covered))
    return total


# ---- totals of grant tables --------------------------------------------------------------------------------------


def _totals_of_grants(read: ReadTable, lines: Sequence[LineRecord], act_year: int | None) -> Iterable[TotalRecord]:
    if not any(row.kind in ("total", "subtotal") for row in read.rows):
        return
    amounts = read_amounts(read.rows, read.columns)
    spans = find_spans(read.rows, read.columns, amounts)
    by_row: dict[int, list[LineRecord]] = {}
    for line in lines:
        if line.source.table == read.table.number:
            by_row.setdefault(line.source.row, []).append(line)
    for index, span in spans.items():
        row = read.rows[index]
        covered = [line for place in span.lines for line in _lines_of(read.rows[place], by_row)]
        stated = [one for one in read.columns if (index, one.index) in amounts and one.note != RUNNING_NOTE]
        for column in stated:
            amount = amounts[index, column.index].amount
            year = column.year or act_year
            under = [line for place in span.lines for line in _under(column, read, read.rows[place], amounts, by_row)]
            summed = [line for line in under if line.year == year] if column.role == "amount" else []
            scope = " – ".join(filter(None, (_scope(read, row, covered), column.header if len(stated) > 1 else "")))
            yield replace(
                _stated(read, row, column, amount, act_year, scope),
                lines=tuple(dict.fromkeys(line.line for line in summed)),
                outside_budget=bool(summed) and all(map(is_outside_budget, summed)),
                certainty=row.certainty,
                addends=_addends(amounts, span.lines, column) if column.role == "amount_other" else (),
            )


def _lines_of(row: Row, by_row: Mapping[int, Sequence[LineRecord]]) -> Sequence[LineRecord]:
    """The lines that a row gave. The halves of a list set side by side print theirs on one row."""
    lines, box = by_row.get(row.source.row, ()), row.source.box
    return [line for line in lines if line.source.box.x0 < box.x1 and line.source.box.x1 > box.x0]


def _under(
    column: Column, read: ReadTable, row: Row, amounts: RowAmounts, by_row: Mapping[int, Sequence[LineRecord]]
) -> Sequence[LineRecord]:
    """The lines of a row that one column gave, « Fonctionnement | Exceptionnelle »; all where that cannot be told."""
    lines = _lines_of(row, by_row)
    filled = [one.index for one in read.columns if one.role == "amount" and (row.index, one.index) in amounts]
    if len(lines) != len(filled):
        return lines
    return [line for line, index in zip(lines, filled, strict=True) if index == column.index]


def _addends(amounts: RowAmounts, rows: Iterable[int], column: Column) -> tuple[Decimal, ...]:
    return tuple(amounts[row, column.index].amount.value for row in rows if (row, column.index) in amounts)


def _scope(read: ReadTable, row: Row, covered: Sequence[LineRecord]) -> str:
    """What the total is of: its own label where it says more than « total », and the headings that its lines share."""
    label = "" if phrase(row.label) in TOTAL_LABELS else row.label
    programme = _shared([line.programme for line in covered])
    subprogramme = _shared([line.subprogramme for line in covered]) if programme else ""
    parts = [programme, subprogramme]
    if label and phrase(label) not in map(phrase, parts):
        parts = [label, *parts]
    return " / ".join(part for part in parts if part) or read.table.title or row.label


def _shared(texts: Sequence[str]) -> str:
    """The one text of all lines, or the one that opens all the others: « Opération 3 », « Opération 3 – volet 2 »."""
    shortest = min(texts, key=len, default="")
    return shortest if all(text.startswith(shortest) for text in texts) else ""


# ---- money stated by tables that list no grant -------------------------------------------------------------------


def _totals_of_budget(read: ReadTable, act_year: int | None) -> Iterable[TotalRecord]:
    """In a budget table, the column of what this act spends; the credits around it are not of this act."""
    levels = find_header(read.table).levels
    spent = [column for column in read.columns if levels[column.index] and _is_spent(levels[column.index][-1])]
    for row in read.rows:
        for column in spent if row.kind == "line" else ():
            cell = row.cells[column.index]
            amount = parse_amount(cell.text) if cell else None
            if amount and amount.value:
                names = [text for text in printed_texts(row.cells) if parse_amount(text) is None]
                scope = f"{squeeze(' '.join(names))}, {column.header}"
                yield replace(_stated(read, row, column, amount, act_year, scope), where=read.where)


def _is_spent(head: str) -> bool:
    words = phrase(head)
    return any(words == one or words.startswith(f"{one} ") for one in BUDGET_ACT)


def _totals_of_summary(read: ReadTable, act_year: int | None) -> Iterable[TotalRecord]:
    """A table without any name but with the voted amount: a summary of money that stands elsewhere line by line."""
    if not say_over_amounts(read.columns, VOTED | GRANTS):
        return
    for row in read.rows:
        for column in read.columns:
            cell = row.cells[column.index]
            if row.kind == "header" or not column.holds_money or not cell:
                continue
            amount = parse_amount(cell.text)
            if amount:
                yield _stated(read, row, column, amount, act_year, column.header)


def _stated(read: ReadTable, row: Row, column: Column, amount: Amount, act_year: int | None, scope: str) -> TotalRecord:
    return TotalRecord(
        scope=scope,
        table=read.label,
        year=column.year or act_year,
        amount=-abs(amount.value) if column.deducted else amount.value,
        text=amount.text,
        where="table row",
        source=row.source,
        precision=amount.precision,
    )
