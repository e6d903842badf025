"""The columns of an act's tables as staff look at them: what each was taken for, and which were not understood."""

from collections.abc import Iterator
from dataclasses import dataclass

from grants.models import Deliberation
from ingest.desk.amounts import column_of
from ingest.desk.column_names import KIND_LABELS
from ingest.models import PrintedTable
from ingest.reader.columns import BY_WEAK_WORD
from ingest.reader.records import Column
from ingest.reader.roles.column_kinds import kind_of

# Share of the filled cells of an unread column that must hold money for it to be worth a question.
_MOST = 0.5


@dataclass(frozen=True, slots=True)
class UnknownColumn:
    """A column of a table that gives lines, and why a person should say what it is: `text`, a French sentence.

    `header`: the words over it, empty where none are; `index` counts from 0.
    """

    table: PrintedTable
    index: int
    header: str
    text: str


def unknown_columns(deliberation: Deliberation) -> list[UnknownColumn]:
    """The columns whose header was not understood, or that hold money which nothing explains, in the order of the act.

    One query; a column that a person has told is none of them.
    """
    tables = deliberation.printed_tables.filter(skipped="", profile="").order_by("position")
    return [one for table in tables for one in _unknown_in(table)]


def _unknown_in(table: PrintedTable) -> Iterator[UnknownColumn]:
    for stored in table.columns:
        column = column_of(stored)
        if stored["filled"] and _is_unknown(column, stored):
            yield UnknownColumn(table, column.index, column.header, _told(column))


def _told(column: Column) -> str:
    header = f"«\u202f{column.header}\u202f»" if column.header else f"{column.index + 1}, sans titre,"
    taken_for = KIND_LABELS[kind_of(column)]
    return f"La colonne {header} n’a pas été comprise\u202f; elle est lue comme «\u202f{taken_for}\u202f»."


def _is_unknown(column: Column, stored: dict) -> bool:
    if column.role not in ("amount", "amount_other") and stored["money"] >= stored["filled"] * _MOST:
        return True
    return column.role != "other" and column.certainty < BY_WEAK_WORD
