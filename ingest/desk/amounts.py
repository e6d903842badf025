"""The amounts that a printed row holds besides the one that counts: asked, proposed, of the State, of another year."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from grants.models import GrantLine
from ingest.desk.column_names import AMOUNT_LABELS, UNKNOWN_AMOUNT
from ingest.models import PrintedPage
from ingest.reader.records import Column
from ingest.reader.roles.column_kinds import kind_of
from ingest.reader.roles.money_columns import unit_of
from ingest.reader.roles.row_amounts import in_euros
from ingest.reader.text import parse_amount

# Page fractions: boxes are stored rounded to a tenth of this.
_SAME_PLACE = 0.001


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
    acts, numbers = {line.deliberation_id for line in lines}, {line.page for line in lines}
    pages = PrintedPage.objects.filter(table__deliberation__in=acts, page__in=numbers, table__skipped="")
    by_place: dict[tuple, list[PrintedPage]] = {}
    for page in pages.select_related("table").order_by("table__position"):
        by_place.setdefault((page.table.deliberation_id, page.table.label, page.page), []).append(page)
    return {line.pk: _choices(line, by_place.get((line.deliberation_id, line.table, line.page), [])) for line in lines}


def _choices(line: GrantLine, pages: Iterable[PrintedPage]) -> list[Choice]:
    for page in pages:
        for row in page.rows:
            if row["row"] == line.row and _is_at(row["box"], line):
                return _of_row(line, row, page.table.columns)
    return []


def _is_at(box: list[float], line: GrantLine) -> bool:
    """Whether a row stands where the line does: the halves of a list set side by side share their row numbers."""
    sides = (line.x0, line.y0, line.x1, line.y1)
    return all(abs(side - other) < _SAME_PLACE for side, other in zip(box, sides, strict=True))


def _of_row(line: GrantLine, row: dict, columns: list[dict]) -> list[Choice]:
    choices = []
    for cell in row["cells"]:
        column = column_of(columns[cell["column"]])
        choice = None if cell.get("carried") else _choice(cell["text"], column)
        if choice and not _is_counted(line, choice, column):
            choices.append(choice)
    return choices


def column_of(stored: dict) -> Column:
    """A column as the reader found it, from what is stored of it."""
    return Column(**{name: stored[name] for name in Column.__slots__ if name in stored})


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
