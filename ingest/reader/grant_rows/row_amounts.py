"""Rows → the amounts printed in their columns of money, crowded cells settled.

A cell such as `980 157 500,00 €` may be one amount or a count beside an amount: the rows around it decide. Nothing is
settled without a sum, a unit price or a size that speaks for it.
"""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from ingest.reader.grant_rows.places import row_places
from ingest.reader.money.money_roles import PREVIOUS_NOTE
from ingest.reader.money.money_units import parse_cell, unit_of
from ingest.reader.records import Cell, Column, Row
from ingest.reader.values.amount_parts import AmountPart, added_parts, stacked_parts, whole_of, yearly_parts
from ingest.reader.values.amounts import Amount, parse_amount, split_count
from ingest.reader.values.amounts_in_text import find_amounts
from ingest.reader.vocabulary.phrases import phrase
from ingest.reader.vocabulary.rows import DITTO, SAME_AMOUNT
from portal.french import squeeze

# An amount this many times the largest other one of its column is not believed where another reading is near them.
_TOO_LARGE = 20
# Relative: two unit prices closer than this are one.
_SAME_PRICE = Decimal("0.01")
# What may stand under an amount: words, or a year or words and a colon before figures.
_REMARK = re.compile(r"\(?(?:[^\d+=]+|(?:(?:19|20)\d\d|[^\d+=:]+(?:(?:19|20)\d\d)?)\s*:\s*[^+=:]+)\)?")

# Euros. Under it, figures on a line of their own are the rest of a number, or its cents.
_SMALLEST_OF_TWO = Decimal(50)
# « 500 € (en nature) » is a room, a bus.
_IN_KIND = re.compile(r"\ben\s+nature\b", re.IGNORECASE)
# « 500 € / an »
_EACH_YEAR = re.compile(r"(?P<sum>.*(?:€|euros?))\s*(?:/|par)\s*an(?:née)?", re.IGNORECASE)
_YEARLY_NOTE = "montant de chaque année\u202f: à vérifier\u202f; imprimé : « {text} »"
_KIND_NOTE = "peut-être une aide en nature\u202f: à vérifier\u202f; imprimé : « {text} »"
_LINES_NOTE = "chiffres sur plusieurs lignes, lus comme un seul montant\u202f; imprimé : « {text} »"

CROWDED_NOTE = "case lue comme un nombre ({count}) à côté d’un montant ; imprimé : « {text} »"
REMARK_NOTE = "montant de la première ligne de la case ; imprimé : « {text} »"
STACKED_NOTE = "une des sommes de la case, celle de l’auteur de l’acte, d’après « {header} » ; imprimé : « {text} »"
SAME_NOTE = "« {text} »\u202f: montant de l’année d’avant, imprimé « {amount} », à vérifier"
UNIT_NOTE = "l’en-tête compte par {unit} € ; imprimé : « {text} »"


@dataclass(frozen=True, slots=True)
class ReadAmount:
    """The amount of one cell; `count`: the figure printed beside it in the same cell, where there is one.

    `parts`: the grants that the cell states, where it states several; `amount` is then their sum. `stacked`: they stand
    one under the other, and nothing tells which of the texts of the row each is for. `doubtful`: another amount is
    printed under it, with words.
    """

    amount: Amount
    count: int | None = None
    note: str = ""
    parts: tuple[AmountPart, ...] = ()
    stacked: bool = False
    doubtful: bool = False


RowAmounts = Mapping[tuple[int, int], ReadAmount]


def read_amounts(rows: tuple[Row, ...], columns: tuple[Column, ...]) -> RowAmounts:
    """(row index, column index) → amount, for every cell of a column of money that states one."""
    money = {column.index: column for column in columns if column.holds_money}
    plain: dict[tuple[int, int], ReadAmount] = {}
    for row in rows:
        if row.kind in ("header", "other", "group"):
            continue
        for index, column in money.items():
            cell = row.cells[index]
            read = _read(cell, column) if cell and cell.row == row.index else None
            if read:
                plain[row.index, index] = read
    plain |= _said_in_labels(rows, columns, plain)
    plain |= _as_last_year(rows, columns, plain)
    beside = _Neighbours(rows, columns, plain, _two_largest(plain, rows))
    return plain | {place: amount for place in plain if (amount := _without_count(place, beside))}


def closes(total: int, lines: tuple[int, ...], money: list[int], amounts: RowAmounts) -> bool:
    """Whether, in the first column of money where the total states an amount over some line, the sums are equal."""
    for column in money:
        stated = amounts.get((total, column))
        printed = [amounts[line, column].amount for line in lines if (line, column) in amounts]
        if stated and printed:
            exact = sum((amount.value for amount in printed), Decimal(0))
            return abs(exact - stated.amount.value) < stated.amount.precision
    return False


def _said_in_labels(
    rows: Iterable[Row], columns: Iterable[Column], read: Container[tuple[int, int]]
) -> dict[tuple[int, int], ReadAmount]:
    """« Total de la page : 1 500 € » in one cell from side to side: the one amount of its words, where the table counts
    one column."""
    counted = [column.index for column in columns if column.role == "amount"]
    said: dict[tuple[int, int], ReadAmount] = {}
    for row in rows if len(counted) == 1 else ():
        cell = row.cells[counted[0]]
        whole = cell is not None and row.label == cell.text and row.kind in ("total", "subtotal")
        found = list(find_amounts(row.label)) if whole and (row.index, counted[0]) not in read else []
        if len(found) == 1:
            said[row.index, counted[0]] = ReadAmount(found[0].amount)
    return said


def _as_last_year(
    rows: Iterable[Row], columns: Sequence[Column], read: RowAmounts
) -> dict[tuple[int, int], ReadAmount]:
    """« 800 € | idem », « 800 € | reconduction »: the sum of the year before, in the one column that prints it, in
    doubt."""
    before = [column.index for column in columns if column.note == PREVIOUS_NOTE]
    counted = [column.index for column in columns if column.role == "amount"]
    said: dict[tuple[int, int], ReadAmount] = {}
    for row in rows if len(before) == len(counted) == 1 else ():
        cell, last = row.cells[counted[0]], read.get((row.index, before[0]))
        if row.kind == "line" and cell and last and phrase(cell.text) in SAME_AMOUNT | DITTO:
            note = SAME_NOTE.format(text=squeeze(cell.text), amount=last.amount.text)
            amount = replace(last.amount, text=squeeze(cell.text))
            said[row.index, counted[0]] = ReadAmount(amount, note=note, doubtful=True)
    return said


def _read(cell: Cell, column: Column) -> ReadAmount | None:
    unit = unit_of(column.header)
    if amount := parse_cell(cell.text, unit):
        read = in_euros(amount, unit)
        doubt = _why_doubted(cell)
        return replace(read, note=doubt.format(text=squeeze(cell.text)), doubtful=True) if doubt else read
    if unit == 1 and (yearly := _EACH_YEAR.fullmatch(cell.text.strip())) and (amount := parse_amount(yearly["sum"])):
        note = _YEARLY_NOTE.format(text=squeeze(cell.text))
        return ReadAmount(replace(amount, text=squeeze(cell.text)), note=note, doubtful=True)
    added = (added_parts(cell.text, cell.lines) or yearly_parts(cell.lines)) if unit == 1 else ()
    lines = cell.text.split("/") if column.stacked and len(cell.lines) == 1 else cell.lines
    parts = added or (stacked_parts(lines) if unit == 1 else ())
    if parts and not added and column.stacked and column.stacked[1] == len(parts):
        note = STACKED_NOTE.format(header=column.header, text=squeeze(cell.text))
        return ReadAmount(parts[column.stacked[0]].amount, note=note)
    if parts:
        return ReadAmount(whole_of(parts, cell.text), parts=parts, stacked=not added)
    return _over_remark(cell) if unit == 1 else None


def _why_doubted(cell: Cell) -> str:
    """Why the one amount of a cell may be none, empty where it is plain."""
    if _is_over_lines(cell):
        return _LINES_NOTE
    return _KIND_NOTE if _IN_KIND.search(cell.text) else ""


def _is_over_lines(cell: Cell) -> bool:
    """Whether figures go on from line to line of a cell where each line may be an amount: two of them, or one."""
    amounts = [parse_amount(line) for line in cell.lines]
    return len(amounts) > 1 and all(amount is not None and amount.value >= _SMALLEST_OF_TWO for amount in amounts)


def _over_remark(cell: Cell) -> ReadAmount | None:
    """« 1 500 € » over « 2024 : 1 200 € » or « nouvelle demande »: the amount of the first line alone."""
    amount = parse_amount(cell.lines[0]) if len(cell.lines) > 1 else None
    remark = " ".join(cell.lines[1:])
    if amount is None or not amount.currency or not _REMARK.fullmatch(remark):
        return None
    note = REMARK_NOTE.format(text=squeeze(cell.text))
    figures = any(map(str.isdigit, remark))
    return ReadAmount(replace(amount, text=squeeze(cell.text)), note=note if figures else "", doubtful=figures)


class _Neighbours(NamedTuple):
    """What a crowded cell is held against: the table, what is read in its cells as they are, by column its two
    `largest` amounts of lines, each with its row."""

    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    plain: RowAmounts
    largest: Mapping[int, list[tuple[Decimal, int]]]


def _two_largest(plain: RowAmounts, rows: tuple[Row, ...]) -> dict[int, list[tuple[Decimal, int]]]:
    largest: dict[int, list[tuple[Decimal, int]]] = {}
    for (row, column), read in plain.items():
        if rows[row].kind == "line":
            sizes = [*largest.get(column, []), (abs(read.amount.value), row)]
            largest[column] = sorted(sizes, reverse=True)[:2]
    return largest


def in_euros(amount: Amount, unit: int) -> ReadAmount:
    """The amount in euros, where the header prints a unit that the cell does not."""
    if unit == 1 or amount.currency:
        return ReadAmount(amount)
    scaled = replace(amount, value=amount.value * unit, precision=amount.precision * unit)
    return ReadAmount(scaled, note=UNIT_NOTE.format(unit=unit, text=amount.text))


def _without_count(place: tuple[int, int], beside: _Neighbours) -> ReadAmount | None:
    """The amount of a cell that prints a count before it, read as one figure with it; None for any other cell."""
    row, read = beside.rows[place[0]], beside.plain[place]
    others = [size for size, other in beside.largest.get(place[1], []) if other != place[0]]
    if row.kind != "line" or not others or read.amount.value <= others[0] * _TOO_LARGE:
        return None
    ways = split_count(read.amount.text)
    if not ways or row_places(row, beside.columns).count is not None:
        return None
    near = [way for way in ways if way[1].value <= others[0]]
    priced = [way for way in near if _has_same_price(way, place, beside)]
    # A count comes from a column of counts; without one, only the price of a place can speak for it.
    chosen = priced or (near if any(column.role == "places" for column in beside.columns) else [])
    if len(chosen) != 1:
        return None
    count, amount = chosen[0]
    return ReadAmount(amount, count, CROWDED_NOTE.format(count=count, text=read.amount.text))


def _has_same_price(way: tuple[int, Amount], place: tuple[int, int], beside: _Neighbours) -> bool:
    """Whether another row of the table pays the same for one place."""
    count, amount = way
    if not count:
        return False
    price = amount.value / count
    for (index, column), other in beside.plain.items():
        of_another = column == place[1] and index != place[0]
        places = row_places(beside.rows[index], beside.columns).count if of_another else None
        if places and abs(other.amount.value / places - price) <= price * _SAME_PRICE:
            return True
    return False
