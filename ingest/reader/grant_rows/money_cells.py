"""Cells of a row in columns of money: those that stand over one, state an amount of one, or print a figure.

Takes a cell and the columns of its table. It reads no amount in its unit: see `row_amounts`.
"""

from ingest.reader.records import Cell, Column
from ingest.reader.values.amounts import parse_amount
from ingest.reader.values.figures import parse_count


def is_over_money(cell: Cell, columns: tuple[Column, ...]) -> bool:
    """Whether a cell covers a column of money."""
    return any(column.holds_money for column in columns[cell.column : cell.column + cell.colspan])


def states_amount_of(cell: Cell, columns: tuple[Column, ...]) -> bool:
    """Whether a cell begins in a column of money and states an amount."""
    return _begins_in_money(cell, columns) and parse_amount(cell.text) is not None


def prints_figure(cell: Cell, columns: tuple[Column, ...]) -> bool:
    """Whether a cell prints a figure: a sum, a count, or what a scan let be read of a sum in a column of money."""
    in_money = _begins_in_money(cell, columns) and any(map(str.isdigit, cell.text))
    return in_money or parse_count(cell.text) is not None


def _begins_in_money(cell: Cell, columns: tuple[Column, ...]) -> bool:
    return cell.column < len(columns) and columns[cell.column].holds_money
