"""What is given where a table prints no money that says so: what a decision grants, a budget, an authorisation, an
advance.

It reads the words and amounts of the columns, and sets the role of those that take the place of the amount.
"""

from ingest.reader.money.column_sums import adds_up, sums_of
from ingest.reader.money.money_roles import (
    ADVANCE_NOTE,
    AUTHORISED_NOTE,
    BALANCE_NOTE,
    BUDGET_NOTE,
    COST_NOTE,
    FUNDER_NOTE,
    HANDED_ON_NOTE,
    PAYMENTS_NOTE,
    SHARED_NOTE,
    WHOLE_NOTE,
)
from ingest.reader.money.money_table import MoneyTable
from ingest.reader.money.money_words import MoneyColumn, holds, is_whole, names_earlier_year, rank
from ingest.reader.records import UNSURE
from ingest.reader.vocabulary.money import (
    ADVANCE,
    AUTHORISED,
    BALANCE,
    PAYMENTS,
    PREVIOUS,
    SCHEDULE,
    VOTED,
    YEARLY_BUDGET,
)
from ingest.reader.vocabulary.payers import PAYERS


def keep_money_alone(table: MoneyTable) -> None:
    """Keep the column that is the amount where none says that it is."""
    if table.counted:
        return
    if granted := _granted(table):
        table.keep(granted)
    elif balance := _balance_voted(table):
        table.keep(balance, UNSURE, BALANCE_NOTE)
    elif budgets := _budgets_of_the_year(table):
        table.keep(budgets, UNSURE, BUDGET_NOTE)
    elif shared := _last_under_one_name(table):
        table.keep(shared, UNSURE, SHARED_NOTE)
    elif authorised := _authorised(table):
        table.keep(authorised, UNSURE, AUTHORISED_NOTE)
    elif table.announced:
        table.keep(_handed_on(table), UNSURE, HANDED_ON_NOTE)


def _granted(table: MoneyTable) -> list[MoneyColumn]:
    """« Lycée | Objet | Montant TTC »: with no other money, what adds up to the sum that a decision grants is given."""
    return _single(
        [one for one in table.columns if len(one.amounts) > 1 and not sums_of(one).isdisjoint(table.granted)]
    )


def _balance_voted(table: MoneyTable) -> list[MoneyColumn]:
    """« Acompte déjà voté | Solde proposé »: with no other money, what is left of a grant is what this act votes."""
    said = [one for one in table.columns if one.amounts and holds(one.words, BALANCE) and rank(one) > 1]
    return _single([one for one in said if not holds(one.words, PREVIOUS)])


def _budgets_of_the_year(table: MoneyTable) -> list[MoneyColumn]:
    """« Associations | Budget 2029 | Budget 2030 »: with no other money, the budget of the year is what is given, and
    may be that of each association."""
    yearly = [one for one in table.columns if one.year and set(one.words.split()) - {str(one.year)} <= YEARLY_BUDGET]
    return [one for one in yearly if not names_earlier_year(one, table.act_year, table.columns)]


def _last_under_one_name(table: MoneyTable) -> list[MoneyColumn]:
    """« Année N-1 Crédits attribués » over two columns, their names in one cell: what is voted is the last of them."""
    names = [one.words for one in table.columns if holds(one.words, PREVIOUS) and holds(one.words, VOTED)]
    shared = [one for one in table.columns if names.count(one.words) > 1]
    return shared[-1:]


def _authorised(table: MoneyTable) -> list[MoneyColumn]:
    """« Bénéficiaire | Coût | Autorisation de programme »: with no other money, what is set aside is what is given."""
    said = [one for one in table.columns if one.amounts and holds(one.words, AUTHORISED)]
    return _single([one for one in said if not holds(one.words, PREVIOUS)])


def _handed_on(table: MoneyTable) -> list[MoneyColumn]:
    """« … décide de programmer : Porteur | Coût | Montant FSE »: with no other money, that of a fund that the author of
    the act hands on is what it gives; among those of several funders, that of Europe."""
    funds = [one for one in table.columns if one.amounts and table.roles[one.index].note == FUNDER_NOTE]
    return _single(funds) or _single([one for one in funds if holds(one.words, PAYERS["europe"])])


def _single(found: list[MoneyColumn]) -> list[MoneyColumn]:
    return found if len(found) == 1 else []


def keep_advance_alone(table: MoneyTable) -> None:
    """« Association | Subvention 2030 | Acompte 2031 | Total du secteur »: an advance is what is voted where
    nothing else is but a total that says no more."""
    counted = table.counted
    advances = [
        one
        for one in table.columns
        if one not in counted and holds(one.words, ADVANCE) and not holds(one.words, SCHEDULE)
    ]
    if len(advances) != 1 or not counted or not all(is_whole(one) and rank(one) == 1 for one in counted):
        return
    costs = [one for one in table.columns if table.roles[one.index].note == COST_NOTE and one not in advances]
    if any(adds_up(one, [one, *advances, *costs]) for one in counted):
        return  # « Total | Acompte | Solde »
    table.leave(counted, WHOLE_NOTE)
    table.keep(advances, UNSURE, ADVANCE_NOTE)


def keep_payments_alone(table: MoneyTable) -> None:
    """« 1er versement | Solde »: where nothing prints the whole, what is paid on each date is a part of what is given,
    unless it was paid before, or nothing says that the table grants."""
    payments = [one for one in table.columns if one.amounts and holds(one.words, PAYMENTS) and rank(one) == 1]
    payments = [
        one
        for one in payments
        if not holds(one.words, PREVIOUS) and not names_earlier_year(one, table.act_year, table.columns)
    ]
    grants = bool(table.counted) or table.announced
    if len(payments) > 1 and grants and all(one in payments for one in table.counted):
        table.keep(payments, UNSURE, PAYMENTS_NOTE)
