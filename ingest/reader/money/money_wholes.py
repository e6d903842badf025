"""Of columns of money that add up others, which is the amount: the whole, its parts, or one of several in doubt.

It adds up rows, and reads no word but those of totals and ranks.
"""

from collections.abc import Collection, Sequence
from decimal import Decimal
from itertools import product

from ingest.reader.money.column_sums import adds_up, rows_added, runs_up, sums_groups, sums_of
from ingest.reader.money.money_roles import (
    ALL_NOTE,
    COST_NOTE,
    FIRST_NOTE,
    LAST_NOTE,
    PART_NOTE,
    RUNNING_NOTE,
    SCHEDULE_NOTE,
    SECOND_NOTE,
    WHOLE_NOTE,
)
from ingest.reader.money.money_table import MoneyTable
from ingest.reader.money.money_words import MoneyColumn, holds, is_added, is_whole, names_part, rank
from ingest.reader.records import CERTAIN, PLAIN, UNSURE
from ingest.reader.vocabulary.money import GRANTS, IN_KIND, PROPOSED, SCHEDULE, VOTED

# Rows that print one figure alike: fewer may by chance.
FEWEST_PRICES = 3
# Rows in which an amount stands in one column alone, for it to be a grant of its own: fewer may be left out by chance.
FEWEST_ALONE = 2
# Votes that one row holds at most.
MOST_PARTS = 4


def keep_voted_whole(table: MoneyTable) -> None:
    """A voted amount that plain columns of years add up to is the amount; the years are when it will be paid. So is any
    that « CP 2031 prévus | CP 2032 prévus » add up to."""
    years = [column for column in table.counted if column.year is not None]
    dated = [column for column in years if rank(column) == 1 or holds(column.words, SCHEDULE)]
    scheduled = all(holds(column.words, SCHEDULE) for column in years)
    voted = [column for column in table.counted if column.year is None and (rank(column) > 1 or scheduled)]
    if len(dated) > 1 and any(adds_up(one, [one, *dated]) for one in voted):
        table.leave(dated, SCHEDULE_NOTE)


def leave_running_sums(table: MoneyTable) -> None:
    """« Voté | Cumul voté », « Subvention | Total canton »: the sum so far, row after row, and that of a group of rows
    are of no row."""
    columns = table.counted
    for one in columns:
        others = [other for other in columns if other is not one]
        if any(runs_up(one, other) for other in others):
            table.leave([one], RUNNING_NOTE)
        elif any(sums_groups(one, other) for other in others):
            table.leave([one], WHOLE_NOTE)


def leave_unit_prices(table: MoneyTable) -> None:
    """« Nb de ménages | Forfait | Montant annuel »: one figure on every row, of which all beside it are multiples, is
    the price of one, unless its header says that it is granted."""
    columns = table.counted
    for column in columns:
        prices = {amount.value for amount in column.amounts.values()}
        if len(column.amounts) < FEWEST_PRICES or len(prices) > 1 or rank(column) > 1 or holds(column.words, GRANTS):
            continue
        price = prices.pop()
        if any(_are_multiples(other, price) for other in columns if other is not column):
            table.leave([column], COST_NOTE)


def _are_multiples(column: MoneyColumn, price: Decimal) -> bool:
    values = {amount.value for amount in column.amounts.values()}
    return price > 0 and len(values) > 1 and all(value % price == 0 for value in values)


def leave_wholes_in_kind(table: MoneyTable) -> None:
    """« Numéraire | En nature | Total »: a total that adds up what is lent is not what is paid."""
    lent = [one for one in table.columns if one.amounts and holds(one.words, IN_KIND)]
    for whole in table.counted if lent else ():
        paid = [one for one in table.counted if one is not whole]
        if paid and adds_up(whole, [whole, *paid, *lent]) and not adds_up(whole, [whole, *paid]):
            table.leave([whole], WHOLE_NOTE)


def keep_named_whole(table: MoneyTable) -> None:
    """« Dotation (a) | Aide exceptionnelle (b) | Total »: what is called a total and adds up the other columns of its
    year is the amount, whatever words stand over its parts."""
    for group in _of_each_year(table):
        # « Voté | Complément | Total »: what is added is the vote.
        if len(group) < 3 or (any(map(is_added, group)) and any(holds(one.words, VOTED) for one in group)):
            continue
        whole = next((one for one in group if is_whole(one) and adds_up(one, group)), None)
        if whole:
            table.leave((column for column in group if column is not whole), PART_NOTE)


def keep_one_a_year(table: MoneyTable) -> None:
    """One amount a row and year: a whole that its parts add up to, else the parts; a doubt is said."""
    dated = [column for column in table.counted if column.year is not None]
    if len({column.year for column in dated}) > 1:
        undated = [column for column in table.counted if column.year is None]
        table.leave((one for one in undated if is_whole(one) or adds_up(one, [one, *dated])), WHOLE_NOTE)
    for group in _of_each_year(table):
        if len(group) > 1:
            _settle_group(group, table)


def _of_each_year(table: MoneyTable) -> list[list[MoneyColumn]]:
    """The columns that are counted and not taken back, in groups of one year. Those that name no year are of the only
    one that others name; where others name several they are in no group, where none is named all are one."""
    years = {column.year for column in table.counted if column.year is not None}
    only = next(iter(years)) if len(years) == 1 else None
    groups: set[int | None] = {*years} or {None}
    return [[column for column in table.added if (column.year or only) == year] for year in groups]


def _settle_group(group: list[MoneyColumn], table: MoneyTable) -> None:
    # Where the parts are blank on most rows, a part equals the whole as often as the whole the part.
    wholes = [column for column in group if adds_up(column, group)]
    if wholes:
        whole = max(wholes, key=lambda column: (is_whole(column), rows_added(column, group)))
        table.leave((column for column in group if column is not whole), SECOND_NOTE)
        return
    plain = [column for column in group if not is_whole(column)] or group
    grants = [column for column in plain if holds(column.words, GRANTS)]
    if all(map(names_part, plain)) or _add_up_to(plain, table.granted):
        kept, certainty, note = plain, CERTAIN, ""
    elif len(grants) == 1 and len(plain) > 1:
        # « Montant | Subvention »: one that says that it is a grant, beside others that only say what they are for.
        kept, certainty, note = grants, PLAIN, ""
    elif _take_turns(plain):
        kept, certainty, note = plain, UNSURE, ALL_NOTE
    elif not any(column.levels for column in plain):
        # Without a word over them, what is voted is the last of the figures: the cost and what is asked come first.
        kept, certainty, note = plain[-1:], UNSURE, LAST_NOTE
    elif all(holds(column.words, PROPOSED) for column in plain):
        # « Proposition du service | Proposition de la commission »: who is asked last decides, in doubt.
        kept, certainty, note = plain[-1:], UNSURE, FIRST_NOTE
    else:
        kept, certainty, note = plain[:1], UNSURE, FIRST_NOTE
    table.keep(kept, certainty, note)
    table.leave((column for column in group if column not in kept), SECOND_NOTE, PLAIN if kept is grants else UNSURE)


def _take_turns(columns: Sequence[MoneyColumn]) -> bool:
    """« Subvention | Subvention exceptionnelle »: whether each of the columns alone holds the amount of some rows, so
    that one of them only would leave out grants."""
    rows = [set(column.amounts) for column in columns]
    return all(len(own.difference(*(other for other in rows if other is not own))) >= FEWEST_ALONE for own in rows)


def _add_up_to(columns: Sequence[MoneyColumn], granted: Collection[Decimal]) -> bool:
    """« Subvention 2031 – Fonctionnement | Instruments »: whether a decision grants what all of them hold together."""
    several = 1 < len(columns) <= MOST_PARTS and bool(granted)
    return several and any(sum(sums) in granted for sums in product(*map(sums_of, columns)))
