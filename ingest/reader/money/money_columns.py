"""Several columns of money side by side → which of them is voted by the payer of this act, and for which year.

It reads header words and sums of rows. A column that is asked, of another year, of another funder, a cost or a total of
its neighbours is kept as printed (`amount_other`) and its note says why.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.reader.money.column_sums import is_what_is_left
from ingest.reader.money.money_alone import advances_alone, money_alone
from ingest.reader.money.money_rivals import keep_voted_over_names
from ingest.reader.money.money_roles import (
    ADDED_NOTE,
    ASKED_NOTE,
    CANCELLED_NOTE,
    COST_NOTE,
    DEDUCTED_NOTE,
    FUNDER_NOTE,
    PART_NOTE,
    PLAIN,
    PREVIOUS_NOTE,
    REPLACES_NOTE,
    SCHEDULE_NOTE,
    SECOND_NOTE,
    SURE,
    UNSURE,
    WHOLE_NOTE,
    MoneyRole,
)
from ingest.reader.money.money_wholes import (
    keep_named_whole,
    keep_one_a_year,
    keep_voted_whole,
    leave_running_sums,
    leave_unit_prices,
)
from ingest.reader.money.money_words import (
    MoneyColumn,
    holds,
    is_added,
    is_of_other_funder,
    is_whole,
    names_earlier_year,
    rank,
    says_grant,
)
from ingest.reader.money.rates import Rates, base_of
from ingest.reader.vocabulary.money import (
    ASKED,
    CANCELLED,
    COMMITTED,
    COST,
    CREDITS,
    DEDUCTED,
    GRANTS,
    NOT_COST,
    PAID_OUT,
    PREVIOUS,
    PROPOSED,
    REPLACED,
    RETAINED,
    REVISED,
    SCHEDULE,
    VOTED,
)
from ingest.reader.vocabulary.payers import OWN_GRANTS, PAYERS


def choose_amounts(
    columns: Sequence[MoneyColumn],
    *,
    payer: str = "department",
    act_year: int | None = None,
    rates: Sequence[Rates] = (),
    granted: Collection[Decimal] = (),
    announced: bool = False,
) -> dict[int, MoneyRole]:
    """The role of each column of money, by index. `payer`: a key of `PAYERS`; `act_year`: the year of the act; `rates`:
    the columns of rates, row by row; `granted`: the sums that the decisions of the act grant; `announced`: the sentence
    over the table decides what it lists."""
    if act_year is None:
        # What is proposed for a year is voted that year: earlier ones are reminders.
        act_year = max((one.year for one in columns if one.year and holds(one.words, PROPOSED)), default=None)
    roles = {column.index: _set_aside(column, payer, act_year, columns) for column in columns}
    if not any(role.counted for role in roles.values()):
        roles |= money_alone(columns, act_year, granted, roles, announced=announced)
    roles |= _parts_said(columns, payer)
    roles |= _taken_back(columns)
    roles |= advances_alone(columns, roles)
    left = _leave_bases([column for column in columns if roles[column.index].counted], columns, rates, roles)
    left = leave_unit_prices(leave_running_sums(_keep_filled(left, roles), roles), roles)
    left = keep_voted_over_names(left, columns, payer, roles)
    left = _keep_payer(left, payer, roles)
    left = keep_voted_whole(left, roles)
    left = keep_named_whole(left, roles)
    left = _keep_best_rank(left, act_year, roles)
    left = keep_one_a_year(left, roles, granted)
    if any(not roles[column.index].deducted for column in left):
        for column in [column for column in left if roles[column.index].deducted]:
            roles[column.index] = MoneyRole(False, None, deducted=True, note=DEDUCTED_NOTE)
    for column in left:
        if roles[column.index].certainty == SURE and not says_grant(column, payer):
            roles[column.index] = replace(roles[column.index], certainty=PLAIN)
    if any(_is_replaced(column, columns, roles) for column in columns):
        for column in (one for one in left if not is_added(one)):
            roles[column.index] = replace(roles[column.index], certainty=UNSURE, note=REPLACES_NOTE)
    return roles


def _taken_back(columns: Sequence[MoneyColumn]) -> dict[int, MoneyRole]:
    """« Subvention votée | Montant versé | Montant annulé »: what is taken back is what this act decides, where the
    first is the sum of both; a doubt on the first where nothing says so."""
    cancelled = next((one for one in columns if one.amounts and holds(one.words, CANCELLED)), None)
    if cancelled is None:
        return {}
    others = [one for one in columns if one is not cancelled]
    paid = [one for one in others if holds(one.words, PREVIOUS)]
    voted = [one for one in others if one not in paid]
    if voted and not any(is_what_is_left(one, paid, cancelled) for one in voted):
        return {cancelled.index: MoneyRole(False, cancelled.year, note=CANCELLED_NOTE)} | {
            one.index: MoneyRole(True, one.year, UNSURE, note=CANCELLED_NOTE) for one in voted[:1]
        }
    return {one.index: MoneyRole(False, one.year, note=PREVIOUS_NOTE) for one in others} | {
        cancelled.index: MoneyRole(True, cancelled.year, deducted=True)
    }


def _set_aside(column: MoneyColumn, payer: str, act_year: int | None, columns: Sequence[MoneyColumn]) -> MoneyRole:
    """What one header says on its own: counted until something better is found, or not at all."""
    words = column.words
    if holds(words, DEDUCTED):
        return MoneyRole(True, None, deducted=True)
    if holds(words, REVISED) and any(is_added(other) for other in columns if other is not column):
        return MoneyRole(False, column.year, note=WHOLE_NOTE)
    if is_added(column):
        return MoneyRole(True, column.year)
    if not holds(words, REVISED) and holds(words, VOTED | GRANTS) and _is_revised(column, columns):
        return MoneyRole(False, column.year, note=PREVIOUS_NOTE)
    if holds(words, ASKED) and not holds(words, VOTED):
        return MoneyRole(False, column.year, note=ASKED_NOTE)
    if holds(words, PREVIOUS) or names_earlier_year(column, act_year, columns) or _is_spent(words, columns):
        return MoneyRole(False, column.year, note=PREVIOUS_NOTE)
    if holds(words, SCHEDULE) and not holds(words, VOTED | PROPOSED):
        return MoneyRole(False, column.year, note=SCHEDULE_NOTE)
    if _is_cost(column, payer) or (holds(words, CREDITS) and not holds(words, VOTED)):
        return MoneyRole(False, column.year, note=COST_NOTE)
    if is_of_other_funder(words, payer):
        return MoneyRole(False, column.year, note=FUNDER_NOTE)
    return MoneyRole(True, column.year)


def _is_spent(words: str, columns: Sequence[MoneyColumn]) -> bool:
    """« Engagé | Mandaté | Proposition »: what was committed, beside what was paid of it, is not what is voted now."""
    return holds(words, COMMITTED) and any(holds(other.words, PAID_OUT) for other in columns)


def _parts_said(columns: Sequence[MoneyColumn], payer: str) -> dict[int, MoneyRole]:
    """« Montant | dont acompte | dont solde »: parts of the amount beside, but for that of the author of the act."""
    parts = [one for one in columns if one.head.startswith("dont ") and not holds(one.words, PAYERS[payer])]
    return {one.index: MoneyRole(False, one.year, note=PART_NOTE) for one in parts if len(parts) < len(columns)}


def _is_replaced(column: MoneyColumn, columns: Sequence[MoneyColumn], roles: Mapping[int, MoneyRole]) -> bool:
    """« Montant initial | Montant ramené à », « Au lieu de | Lire »: whether what is counted beside a column takes its
    place, in a vote that was counted on another day."""
    before = roles[column.index].note == PREVIOUS_NOTE and not holds(column.words, ASKED | COST)
    return before and (holds(column.words, REPLACED) or _is_revised(column, columns))


def _is_revised(column: MoneyColumn, columns: Sequence[MoneyColumn]) -> bool:
    """« Subvention votée le 25/03 | Nouvelle attribution »: whether another column says what takes its place."""
    others = (other.words for other in columns if other is not column)
    return any(
        holds(words, REVISED) and holds(words, VOTED | GRANTS) and not holds(words, ASKED | PROPOSED)
        for words in others
    )


def _is_cost(column: MoneyColumn, payer: str) -> bool:
    """Whether a header speaks of costs; « Département » under « Plan de financement » is the share of the author."""
    if not holds(column.words, COST) or holds(column.words, NOT_COST):
        return False
    return holds(column.head, COST) or not holds(column.head, PAYERS[payer])


def _leave_bases(
    counted: list[MoneyColumn], columns: Sequence[MoneyColumn], rates: Sequence[Rates], roles: dict[int, MoneyRole]
) -> list[MoneyColumn]:
    """What a rate is taken of is no grant; nor is what is only « retenu », where another column says that it grants."""
    bases = {base.index for column in counted if (base := base_of(column, columns, rates))}
    grants = [column for column in counted if column.amounts and holds(column.words, GRANTS)]
    for column in counted:
        retained = holds(column.words, RETAINED) and not holds(column.words, GRANTS | VOTED - RETAINED)
        given = [other for other in grants if other is not column and not holds(other.words, PROPOSED)]
        if (column.index in bases and not holds(column.words, GRANTS)) or (retained and given):
            roles[column.index] = MoneyRole(False, column.year, note=COST_NOTE)
    return [column for column in counted if roles[column.index].counted]


def _keep_filled(columns: list[MoneyColumn], roles: dict[int, MoneyRole]) -> list[MoneyColumn]:
    """« Nature de la subvention » over words holds no money; an empty « Montant voté » may be voted later, but for one
    that is only the name over others: « Aides accordées » over « Bénéficiaire » and « Montant »."""
    filled = [column for column in columns if column.amounts]
    for column in columns if filled else ():
        over = any(other.levels[: len(column.levels)] == column.levels for other in filled)
        if not column.amounts and (over or not holds(column.words, VOTED | PROPOSED)):
            roles[column.index] = MoneyRole(False, column.year, note=SECOND_NOTE)
    return [column for column in columns if roles[column.index].counted]


def _keep_payer(columns: list[MoneyColumn], payer: str, roles: dict[int, MoneyRole]) -> list[MoneyColumn]:
    """Where some columns name the payer of the act, or its kind of grant, the others are not its money, or totals."""
    own = PAYERS[payer] | OWN_GRANTS.get(payer, frozenset())
    paid = [column for column in columns if holds(column.words, own)]
    if not paid:
        return columns
    for column in columns:
        if column not in paid and not roles[column.index].deducted:
            roles[column.index] = MoneyRole(False, column.year, note=WHOLE_NOTE if is_whole(column) else SECOND_NOTE)
    return [column for column in columns if roles[column.index].counted]


def _keep_best_rank(columns: list[MoneyColumn], act_year: int | None, roles: dict[int, MoneyRole]) -> list[MoneyColumn]:
    """Of the columns of one year: voted before proposed before plain. Those that name none are of the year of the act,
    or of the only one that others name."""
    best: dict[int | None, int] = {}
    years = {column.year for column in columns if column.year}
    act_year = act_year or (years.pop() if len(years) == 1 else None)
    for column in columns:
        year = column.year or act_year
        best[year] = max(best.get(year, 0), rank(column))
    left = [one for one in columns if rank(one) < best[one.year or act_year] and not roles[one.index].deducted]
    for column in left:
        roles[column.index] = MoneyRole(False, column.year, note=SECOND_NOTE)
    kept = [column for column in columns if roles[column.index].counted]
    # « Dotation principale | Dotation complémentaire »: nothing says that the first was voted on another day.
    beside = {one.year or act_year for one in left if rank(one) == 1 and holds(one.words, GRANTS)}
    for column in kept:
        if is_added(column) and (column.year or act_year) in beside:
            roles[column.index] = MoneyRole(True, column.year, UNSURE, note=ADDED_NOTE)
    return kept
