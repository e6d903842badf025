"""What the header of one column of money says that its money is, beside those of the other columns.

Takes a column and its table; gives its role: counted until something better is found, or not, with the reason. It looks
at no cell.
"""

from collections.abc import Sequence

from ingest.reader.money.money_roles import (
    ASKED_NOTE,
    COST_NOTE,
    FUNDER_NOTE,
    PREVIOUS_NOTE,
    SCHEDULE_NOTE,
    WHOLE_NOTE,
    MoneyRole,
)
from ingest.reader.money.money_table import MoneyTable
from ingest.reader.money.money_words import MoneyColumn, holds, is_added, is_of_other_funder, names_earlier_year
from ingest.reader.vocabulary.money import (
    ASKED,
    COMMITTED,
    COST,
    CREDITS,
    DEDUCTED,
    FORECAST,
    GRANTS,
    NOT_COST,
    PAID_OUT,
    PREVIOUS,
    PROPOSED,
    REVISED,
    SCHEDULE,
    SCHEDULE_EXPECTED,
    VOTED,
)
from ingest.reader.vocabulary.payers import FUNDERS, PAYERS
from ingest.reader.vocabulary.phrases import phrase


def role_by_header(column: MoneyColumn, table: MoneyTable) -> MoneyRole:
    """What one header says on its own: counted until something better is found, or not at all."""
    if holds(column.words, DEDUCTED):
        return MoneyRole(True, None, deducted=True)
    note = _why_not_counted(column, table)
    return MoneyRole(not note, column.year, note=note)


def _why_not_counted(column: MoneyColumn, table: MoneyTable) -> str:
    """The first reason of these why a column is not what this act votes, empty where there is none."""
    words, columns = column.words, table.columns
    voted, revised = holds(words, VOTED), holds(words, REVISED)
    if revised and any(is_added(other) for other in columns if other is not column):
        return WHOLE_NOTE
    if is_added(column):
        return ""
    if not revised and holds(words, VOTED | GRANTS) and is_revised(column, columns):
        return PREVIOUS_NOTE
    if holds(words, ASKED) and not voted:
        return ASKED_NOTE
    if holds(words, PREVIOUS) or names_earlier_year(column, table.act_year, columns) or _is_spent(words, columns):
        return PREVIOUS_NOTE
    if holds(words, FORECAST) and not voted and any(_is_before(other, column) for other in columns):
        return PREVIOUS_NOTE
    if holds(words, SCHEDULE_EXPECTED) or (holds(words, SCHEDULE) and not holds(words, VOTED | PROPOSED)):
        return SCHEDULE_NOTE
    if _is_cost(column, table.payer) or (holds(words, CREDITS) and not voted):
        return COST_NOTE
    return FUNDER_NOTE if is_of_other_funder(words, table.payer) else ""


def _is_before(other: MoneyColumn, column: MoneyColumn) -> bool:
    """« Proposition 2031 | Prévision 2032 »: whether another column is what is voted for a year before."""
    of_before = other.year is not None and column.year is not None and other.year < column.year
    return of_before and holds(other.words, VOTED | PROPOSED | GRANTS)


def _is_spent(words: str, columns: Sequence[MoneyColumn]) -> bool:
    """« Engagé | Mandaté | Proposition »: what was committed, beside what was paid of it, is not what is voted now."""
    return holds(words, COMMITTED) and any(holds(other.words, PAID_OUT) for other in columns)


def is_revised(column: MoneyColumn, columns: Sequence[MoneyColumn]) -> bool:
    """« Subvention votée le 25/03 | Nouvelle attribution »: whether another column says what takes its place."""
    others = (other.words for other in columns if other is not column)
    return any(
        holds(words, REVISED) and holds(words, VOTED | GRANTS) and not holds(words, ASKED | PROPOSED)
        for words in others
    )


def _is_cost(column: MoneyColumn, payer: str) -> bool:
    """Whether a header speaks of costs; « Département », « FSE », and what is under it, under « Plan de financement »,
    is the share of the author, or of another funder."""
    if not holds(column.words, COST) or holds(column.words, NOT_COST):
        return False
    shares = [words for words in map(phrase, column.levels) if not holds(words, COST)]
    return holds(column.head, COST) or not any(holds(words, FUNDERS | PAYERS[payer]) for words in shares)
