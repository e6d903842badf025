"""What is given where a table prints no money that says so: what a decision grants, a budget, an authorisation, an
advance.

It reads the words and amounts of the columns, and sets the role of those that take the place of the amount.
"""

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from ingest.reader.money.column_sums import adds_up, sums_of
from ingest.reader.money.money_roles import (
    ADVANCE_NOTE,
    AUTHORISED_NOTE,
    BALANCE_NOTE,
    BUDGET_NOTE,
    COST_NOTE,
    FUNDER_NOTE,
    HANDED_ON_NOTE,
    UNSURE,
    WHOLE_NOTE,
    MoneyRole,
)
from ingest.reader.money.money_words import MoneyColumn, holds, is_whole, names_earlier_year, rank
from ingest.reader.vocabulary.money import ADVANCE, AUTHORISED, BALANCE, PREVIOUS, YEARLY_BUDGET


def money_alone(
    columns: Sequence[MoneyColumn],
    act_year: int | None,
    granted: Collection[Decimal],
    roles: Mapping[int, MoneyRole],
    *,
    announced: bool,
) -> dict[int, MoneyRole]:
    """The column that is the amount where none says that it is. `granted`: the sums that the decisions grant; `roles`:
    why each column was set aside; `announced`: the sentence over the table decides what it lists."""
    found = _granted(columns, granted) or _balance_voted(columns)
    found = found or _budgets_of_the_year(columns, act_year) or _authorised(columns)
    return found or (_handed_on(columns, roles) if announced else {})


def _granted(columns: Sequence[MoneyColumn], granted: Collection[Decimal]) -> dict[int, MoneyRole]:
    """« Lycée | Objet | Montant TTC »: with no other money, what adds up to the sum that a decision grants is given."""
    found = [one for one in columns if len(one.amounts) > 1 and not sums_of(one).isdisjoint(granted)]
    return {found[0].index: MoneyRole(True, found[0].year)} if len(found) == 1 else {}


def _balance_voted(columns: Sequence[MoneyColumn]) -> dict[int, MoneyRole]:
    """« Acompte déjà voté | Solde proposé »: with no other money, what is left of a grant is what this act votes."""
    said = [one for one in columns if one.amounts and holds(one.words, BALANCE) and rank(one) > 1]
    found = [one for one in said if not holds(one.words, PREVIOUS)]
    return {found[0].index: MoneyRole(True, found[0].year, UNSURE, note=BALANCE_NOTE)} if len(found) == 1 else {}


def _budgets_of_the_year(columns: Sequence[MoneyColumn], act_year: int | None) -> dict[int, MoneyRole]:
    """« Associations | Budget 2029 | Budget 2030 »: with no other money, the budget of the year is what is given, and
    may be that of each association."""
    yearly = [one for one in columns if one.year and set(one.words.split()) - {str(one.year)} <= YEARLY_BUDGET]
    return {
        one.index: MoneyRole(True, one.year, UNSURE, note=BUDGET_NOTE)
        for one in yearly
        if not names_earlier_year(one, act_year, columns)
    }


def _authorised(columns: Sequence[MoneyColumn]) -> dict[int, MoneyRole]:
    """« Bénéficiaire | Coût | Autorisation de programme »: with no other money, what is set aside is what is given."""
    found = [one for one in columns if one.amounts and holds(one.words, AUTHORISED) and not holds(one.words, PREVIOUS)]
    return {found[0].index: MoneyRole(True, found[0].year, UNSURE, note=AUTHORISED_NOTE)} if len(found) == 1 else {}


def _handed_on(columns: Sequence[MoneyColumn], roles: Mapping[int, MoneyRole]) -> dict[int, MoneyRole]:
    """« … décide de programmer : Porteur | Coût | Montant FSE »: with no other money, that of a fund that the author of
    the act hands on is what it gives."""
    found = [one for one in columns if one.amounts and roles[one.index].note == FUNDER_NOTE]
    return {found[0].index: MoneyRole(True, found[0].year, UNSURE, note=HANDED_ON_NOTE)} if len(found) == 1 else {}


def advances_alone(columns: Sequence[MoneyColumn], roles: Mapping[int, MoneyRole]) -> dict[int, MoneyRole]:
    """« Association | Subvention 2030 | Acompte 2031 | Total du secteur »: an advance is what is voted where
    nothing else is but a total that says no more."""
    counted = [column for column in columns if roles[column.index].counted]
    advances = [column for column in columns if holds(column.words, ADVANCE) and not roles[column.index].counted]
    if len(advances) != 1 or not counted or not all(is_whole(one) and rank(one) == 1 for one in counted):
        return {}
    paid = [*advances, *(one for one in columns if roles[one.index].note == COST_NOTE and one not in advances)]
    if any(adds_up(one, [one, *paid]) for one in counted):
        return {}  # « Total | Acompte | Solde »
    wholes = {column.index: MoneyRole(False, column.year, note=WHOLE_NOTE) for column in counted}
    return {**wholes, advances[0].index: MoneyRole(True, advances[0].year, UNSURE, note=ADVANCE_NOTE)}
