"""Several columns of money side by side → which of them is voted by the payer of this act, and for which year.

It reads header words and sums of rows. A column that is asked, of another year, of another funder, a cost or a total of
its neighbours is kept as printed (`amount_other`) and its note says why.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.reader.money.column_sums import is_what_is_left
from ingest.reader.money.header_roles import is_revised, role_by_header
from ingest.reader.money.money_alone import keep_advance_alone, keep_money_alone, keep_payments_alone
from ingest.reader.money.money_of_payer import keep_payer, keep_voted_over_names
from ingest.reader.money.money_roles import (
    ADDED_NOTE,
    BARE_NOTE,
    CANCELLED_NOTE,
    COST_NOTE,
    DEDUCTED_NOTE,
    PART_NOTE,
    PREVIOUS_NOTE,
    REPLACES_NOTE,
    SECOND_NOTE,
    UNDATED_NOTE,
    UNTITLED_NOTE,
    YEAR_NOTE,
    MoneyRole,
)
from ingest.reader.money.money_table import MoneyTable
from ingest.reader.money.money_wholes import (
    keep_named_whole,
    keep_one_a_year,
    keep_voted_whole,
    leave_running_sums,
    leave_unit_prices,
    leave_wholes_in_kind,
)
from ingest.reader.money.money_words import (
    MoneyColumn,
    holds,
    is_added,
    is_cut_to_year,
    rank,
    says_grant,
)
from ingest.reader.money.rates import base_of
from ingest.reader.records import CERTAIN, PLAIN, UNSURE
from ingest.reader.vocabulary.money import (
    ASKED,
    CANCELLED,
    CEILING,
    COST,
    CREDITS,
    GRANTS,
    PREVIOUS,
    PROPOSED,
    REPLACED,
    RETAINED,
    VOTED,
)
from ingest.reader.vocabulary.payers import PAYERS


def choose_amounts(told: MoneyTable) -> dict[int, MoneyRole]:
    """The role of each column of money, by index, from what is told of their table."""
    table = told if told.act_year else replace(told, act_year=_year_decided(told.columns))
    # What each header says.
    for column in table.columns:
        table.roles[column.index] = role_by_header(column, table)
    keep_money_alone(table)
    _leave_parts_said(table)
    _take_back(table)
    keep_advance_alone(table)
    # What their cells say.
    _leave_bases(table)
    _leave_unfilled(table)
    leave_running_sums(table)
    leave_unit_prices(table)
    # Which of several is the amount.
    keep_voted_over_names(table)
    keep_payer(table)
    leave_wholes_in_kind(table)
    keep_voted_whole(table)
    keep_named_whole(table)
    _keep_best_rank(table)
    keep_one_a_year(table)
    keep_payments_alone(table)
    _say_how_sure(table)
    if any(column.levels for column in table.columns):
        # « Budget Aide | | Demande »: the title of one stands over another.
        table.keep([column for column in table.counted if not column.levels], UNSURE, UNTITLED_NOTE)
    table.keep(_without_currency(table.counted), UNSURE, BARE_NOTE)
    if table.act_year is None:
        table.keep(_earlier_votes(table.counted), UNSURE, UNDATED_NOTE)
    return table.roles


def _year_decided(columns: Sequence[MoneyColumn]) -> int | None:
    """The year of an act that prints none: what is proposed for a year, or asked for that one alone, is voted that
    year, and earlier ones are reminders."""
    proposed = [one.year for one in columns if one.year and holds(one.words, PROPOSED)]
    asked = {one.year for one in columns if one.year and holds(one.words, ASKED)}
    return max(proposed) if proposed else asked.pop() if len(asked) == 1 else None


def _leave_parts_said(table: MoneyTable) -> None:
    """« Montant | dont acompte | dont solde »: parts of the amount beside, but for that of the author of the act."""
    own = PAYERS[table.payer]
    parts = [one for one in table.columns if one.head.startswith("dont ") and not holds(one.words, own)]
    if len(parts) < len(table.columns):
        table.leave(parts, PART_NOTE)


def _take_back(table: MoneyTable) -> None:
    """« Subvention votée | Montant versé | Montant annulé »: what is taken back is what this act decides, where the
    first is the sum of both; a doubt on the first where nothing says so."""
    cancelled = next((one for one in table.columns if one.amounts and holds(one.words, CANCELLED)), None)
    if cancelled is None:
        return
    others = [one for one in table.columns if one is not cancelled]
    paid = [one for one in others if holds(one.words, PREVIOUS)]
    voted = [one for one in others if one not in paid]
    if voted and not any(is_what_is_left(one, paid, cancelled) for one in voted):
        table.leave([cancelled], CANCELLED_NOTE)
        table.keep(voted[:1], UNSURE, CANCELLED_NOTE)
    else:
        table.leave(others, PREVIOUS_NOTE)
        table.roles[cancelled.index] = MoneyRole(True, cancelled.year, deducted=True)


def _leave_bases(table: MoneyTable) -> None:
    """What a rate is taken of is no grant; nor is the most that one may be, beside what is counted of it, nor what is
    only « retenu », where another column says that it grants; nor an envelope, beside what is given of it."""
    below = [column for column in table.counted if column.amounts and not holds(column.words, CEILING)]
    table.leave([column for column in table.counted if below and holds(column.words, CEILING)], COST_NOTE)
    bases = {base.index for column in table.counted if (base := base_of(column, table.columns, table.rates))}
    grants = [column for column in table.counted if column.amounts and holds(column.words, GRANTS)]
    voted = [one for one in table.counted if one.amounts and holds(one.words, VOTED) and not holds(one.words, CREDITS)]
    table.leave([one for one in table.counted if voted and holds(one.words, CREDITS)], COST_NOTE)
    for column in table.counted:
        retained = holds(column.words, RETAINED) and not holds(column.words, GRANTS | VOTED - RETAINED)
        given = [other for other in grants if other is not column and not holds(other.words, PROPOSED)]
        if (column.index in bases and not holds(column.words, GRANTS)) or (retained and given):
            table.leave([column], COST_NOTE)


def _leave_unfilled(table: MoneyTable) -> None:
    """« Nature de la subvention » over words holds no money; an empty « Montant voté » may be voted later, but for one
    that is only the name over others: « Aides accordées » over « Bénéficiaire » and « Montant »."""
    filled = [column for column in table.counted if column.amounts]
    for column in table.counted if filled else ():
        over = any(other.levels[: len(column.levels)] == column.levels for other in filled)
        if not column.amounts and (over or not holds(column.words, VOTED | PROPOSED)):
            table.leave([column], SECOND_NOTE)


def _keep_best_rank(table: MoneyTable) -> None:
    """Of the columns of one year: voted before proposed before plain. Those that name none are of the year of the act,
    or of the only one that others name."""
    columns = table.counted
    years = {column.year for column in columns if column.year}
    act_year = table.act_year or (years.pop() if len(years) == 1 else None)
    best: dict[int | None, int] = {}
    for column in columns:
        year = column.year or act_year
        best[year] = max(best.get(year, 0), rank(column))
    left = [column for column in table.added if rank(column) < best[column.year or act_year]]
    table.leave(left, SECOND_NOTE)
    # « Dotation principale | Dotation complémentaire », « Montant proposé | Complément proposé »: nothing says that the
    # first was voted on another day.
    beside = {one.year or act_year for one in left if rank(one) == 2 or (rank(one) == 1 and holds(one.words, GRANTS))}
    added = [one for one in table.counted if is_added(one) and (one.year or act_year) in beside]
    table.keep(added, UNSURE, ADDED_NOTE)


def _say_how_sure(table: MoneyTable) -> None:
    """What is taken back counts where nothing else does; what says money and nothing else is less sure; what takes the
    place of an earlier vote is in doubt."""
    counted, added = table.counted, table.added
    for column in counted if added else ():
        if column not in added:
            table.roles[column.index] = MoneyRole(False, None, deducted=True, note=DEDUCTED_NOTE)
    for column in counted:
        role = table.roles[column.index]
        if role.certainty == CERTAIN and not says_grant(column, table.payer):
            table.roles[column.index] = replace(role, certainty=PLAIN)
    for before, column in pairwise(table.columns):
        if column in counted and is_cut_to_year(column, before):
            table.keep([column], UNSURE, YEAR_NOTE)
    if any(_is_replaced(column, table) for column in table.columns):
        for column in counted:
            if not is_added(column):
                role = table.roles[column.index]
                table.roles[column.index] = replace(role, certainty=UNSURE, note=REPLACES_NOTE)


def _without_currency(columns: Sequence[MoneyColumn]) -> list[MoneyColumn]:
    """The columns of whole figures without a currency, « 318 », beside others that print it on every row: persons may
    be counted there."""
    filled = [[*column.amounts.values()] for column in columns]
    if not any(amounts and all(one.currency for one in amounts) for amounts in filled):
        return []
    return [
        column
        for column, amounts in zip(columns, filled, strict=True)
        if amounts and not any(one.currency or one.precision < 1 for one in amounts)
    ]


def _earlier_votes(columns: Sequence[MoneyColumn]) -> list[MoneyColumn]:
    """« Attribué 2030 | Attribué 2031 »: the columns of what was voted for a year before the last that they name."""
    dated = [(column, column.year) for column in columns if column.year and holds(column.words, VOTED)]
    return [column for column, year in dated if year < max(last for _, last in dated)]


def _is_replaced(column: MoneyColumn, table: MoneyTable) -> bool:
    """« Montant initial | Montant ramené à », « Au lieu de | Lire »: whether what is counted beside a column takes its
    place, in a vote that was counted on another day."""
    before = table.roles[column.index].note == PREVIOUS_NOTE and not holds(column.words, ASKED | COST)
    return before and (holds(column.words, REPLACED) or is_revised(column, table.columns))
