"""The amounts that a printed row holds besides the one that counts: asked, proposed, of the State, of another year."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from grants.models import GrantLine
from ingest.desk.columns.names import AMOUNT_LABELS, UNKNOWN_AMOUNT
from ingest.desk.review.printed_cells import RowCell, printed_rows_of
from ingest.reader.grant_rows.row_amounts import in_euros
from ingest.reader.money.money_units import unit_of
from ingest.reader.records import Column
from ingest.reader.roles.column_kinds import kind_of
from ingest.reader.values.amounts import parse_amount


@dataclass(frozen=True, slots=True)
class Choice:
    """An amount printed in the row of a line: `text` as printed, `amount` in euros, negative for a sum taken back.

    `role_label`: what it is, in a French word or two; `header`: the words over its column, empty where none are.
    """

    text: str
    amount: Decimal
    role_label: str
    header: str


def other_amounts(line: GrantLine) -> list[Choice]:
    """The amounts that a person may choose instead of that of `line`, from left to right."""
    return other_amounts_of([line])[line.pk]


def other_amounts_of(lines: Iterable[GrantLine]) -> dict[int, list[Choice]]:
    """As `other_amounts`, by primary key, for many lines: one query, however many they are."""
    lines = list(lines)
    rows = printed_rows_of(lines)
    return {line.pk: _of_row(line, rows.get(line.pk, [])) for line in lines}


def _of_row(line: GrantLine, cells: Iterable[RowCell]) -> list[Choice]:
    choices = []
    for cell in cells:
        choice = None if cell.carried else _choice(cell.text, cell.column)
        if choice and not _is_counted(line, choice, cell.column):
            choices.append(choice)
    return choices


def _choice(text: str, column: Column) -> Choice | None:
    """The amount of a cell; figures that no unit nor cents tell from a count are amounts in columns of money alone."""
    amount = parse_amount(text)
    kind = kind_of(column)
    if amount is None or kind not in AMOUNT_LABELS and not amount.currency:
        return None
    value = in_euros(amount, unit_of(column.header)).amount.value
    label = AMOUNT_LABELS.get(kind, UNKNOWN_AMOUNT)
    return Choice(text, -abs(value) if column.deducted else value, label, column.header)


def _is_counted(line: GrantLine, choice: Choice, column: Column) -> bool:
    """Whether an amount is that of the line already, or that of another year of its row, which is a line of its own."""
    return choice.amount == line.amount or (column.role == "amount" and column.year not in (None, line.year))
