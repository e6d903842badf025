"""Of columns of money that add up others, which is the amount: the whole, its parts, or one of several in doubt.

Takes the columns still counted and the role of each, which it sets; gives the columns that stay. It adds up rows, and
reads no word but those of totals and ranks.
"""

from collections.abc import Collection, Sequence
from decimal import Decimal
from itertools import product

from ingest.reader.money.column_sums import adds_up, rows_added, runs_up, sums_of
from ingest.reader.money.money_roles import (
    ALL_NOTE,
    COST_NOTE,
    FIRST_NOTE,
    LAST_NOTE,
    PART_NOTE,
    PLAIN,
    RUNNING_NOTE,
    SCHEDULE_NOTE,
    SECOND_NOTE,
    SURE,
    UNSURE,
    WHOLE_NOTE,
    MoneyRole,
)
from ingest.reader.money.money_words import MoneyColumn, holds, is_added, is_whole, names_part, rank
from ingest.reader.vocabulary.money import GRANTS, PROPOSED, VOTED

# Rows that print one figure alike: fewer may by chance.
FEWEST_PRICES = 3
# Rows in which an amount stands in one column alone, for it to be a grant of its own: fewer may be left out by chance.
FEWEST_ALONE = 2
# Votes that one row holds at most.
MOST_PARTS = 4


def keep_voted_whole(columns: list[MoneyColumn], roles: dict[int, MoneyRole]) -> list[MoneyColumn]:
    """A voted amount that plain columns of years add up to is the amount; the years are when it will be paid."""
    dated = [column for column in columns if column.year is not None and rank(column) == 1]
    whole = next(
        (
            one
            for one in columns
            if one.year is None and rank(one) > 1 and len(dated) > 1 and adds_up(one, [one, *dated])
        ),
        None,
    )
    for column in dated if whole else ():
        roles[column.index] = MoneyRole(False, column.year, note=SCHEDULE_NOTE)
    return [column for column in columns if roles[column.index].counted]


def leave_running_sums(columns: list[MoneyColumn], roles: dict[int, MoneyRole]) -> list[MoneyColumn]:
    """« Voté | Cumul voté »: the sum so far, row after row, is of no row."""
    for column in columns:
        if any(runs_up(column, other) for other in columns if other is not column):
            roles[column.index] = MoneyRole(False, column.year, note=RUNNING_NOTE)
    return [column for column in columns if roles[column.index].counted]


def leave_unit_prices(columns: list[MoneyColumn], roles: dict[int, MoneyRole]) -> list[MoneyColumn]:
    """« Nb de ménages | Forfait | Montant annuel »: one figure on every row, of which all beside it are multiples, is
    the price of one, unless its header says that it is granted."""
    for column in columns:
        prices = {amount.value for amount in column.amounts.values()}
        if len(column.amounts) < FEWEST_PRICES or len(prices) > 1 or rank(column) > 1 or holds(column.words, GRANTS):
            continue
        price = prices.pop()
        if any(_are_multiples(other, price) for other in columns if other is not column):
            roles[column.index] = MoneyRole(False, column.year, note=COST_NOTE)
    return [column for column in columns if roles[column.index].counted]


def _are_multiples(column: MoneyColumn, price: Decimal) -> bool:
    values = {amount.value for amount in column.amounts.values()}
    return price > 0 and len(values) > 1 and all(value % price == 0 for value in values)


def keep_named_whole(columns: list[MoneyColumn], roles: dict[int, MoneyRole]) -> list[MoneyColumn]:
    """« Dotation (a) | Aide exceptionnelle (b) | Total »: what is called a total and adds up the other columns of its
    year is the amount, whatever words stand over its parts."""
    years = {column.year for column in columns if column.year is not None}
    only = next(iter(years)) if len(years) == 1 else None
    named: set[int | None] = {*years} or {None}
    for year in named:
        group = [one for one in columns if (one.year or only) == year and not roles[one.index].deducted]
        # « Voté | Complément | Total »: what is added is the vote.
        voted = any(is_added(one) for one in group) and any(holds(one.words, VOTED) for one in group)
        wholes = () if voted else group
        whole = next((one for one in wholes if is_whole(one) and len(group) > 2 and adds_up(one, group)), None)
        for column in group if whole else ():
            if column is not whole:
                roles[column.index] = MoneyRole(False, column.year, note=PART_NOTE)
    return [column for column in columns if roles[column.index].counted]


def keep_one_a_year(
    columns: list[MoneyColumn], roles: dict[int, MoneyRole], granted: Collection[Decimal] = ()
) -> list[MoneyColumn]:
    """One amount a row and year: a whole that its parts add up to, else the parts; a doubt is said. `granted`: the sums
    that the decisions of the act grant, which tell parts."""
    years = {column.year for column in columns if column.year is not None}
    for column in columns:
        if is_whole(column) and len(years) > 1 and column.year is None:
            roles[column.index] = MoneyRole(False, None, note=WHOLE_NOTE)
    # Where one year only is named, the columns without a year are of that year.
    only = next(iter(years)) if len(years) == 1 else None
    groups: set[int | None] = set(years) or {None}
    for year in groups:
        group = [column for column in columns if (column.year or only) == year and roles[column.index].counted]
        group = [column for column in group if not roles[column.index].deducted]
        if len(group) > 1:
            _settle_group(group, roles, granted)
    return [column for column in columns if roles[column.index].counted]


def _settle_group(group: list[MoneyColumn], roles: dict[int, MoneyRole], granted: Collection[Decimal]) -> None:
    # Where the parts are blank on most rows, a part equals the whole as often as the whole the part.
    wholes = [column for column in group if adds_up(column, group)]
    whole = max(wholes, key=lambda column: (is_whole(column), rows_added(column, group)), default=None)
    if whole:
        for column in group:
            if column is not whole:
                roles[column.index] = MoneyRole(False, column.year, note=SECOND_NOTE)
        return
    plain = [column for column in group if not is_whole(column)] or group
    # « Montant | Subvention »: one that says that it is a grant, beside others that only say what they are money for.
    grants = [column for column in plain if holds(column.words, GRANTS)]
    parts = all(map(names_part, plain)) or _add_up_to(plain, granted)
    if len(grants) == 1 and len(plain) > 1 and not parts:
        for column in group:
            of_grant = column is grants[0]
            roles[column.index] = MoneyRole(of_grant, column.year, PLAIN, note="" if of_grant else SECOND_NOTE)
        return
    if all(holds(column.words, PROPOSED) for column in plain):
        # « Proposition du service | Proposition de la commission »: who is asked last decides, in doubt.
        plain = plain[::-1]
    # Without a word over them, what is voted is the last of the figures: the cost and what is asked come first.
    untitled = not any(column.levels for column in plain)
    single, note_of_one = (plain[-1:], LAST_NOTE) if untitled else (plain[:1], FIRST_NOTE)
    all_kept = parts or _take_turns(plain)
    kept, note = (plain, "" if parts else ALL_NOTE) if all_kept else (single, note_of_one)
    for column in group:
        if column in kept:
            roles[column.index] = MoneyRole(True, column.year, UNSURE if note else SURE, note=note)
        else:
            roles[column.index] = MoneyRole(False, column.year, UNSURE, note=SECOND_NOTE)


def _take_turns(columns: Sequence[MoneyColumn]) -> bool:
    """« Subvention | Subvention exceptionnelle »: whether each of the columns alone holds the amount of some rows, so
    that one of them only would leave out grants."""
    rows = [set(column.amounts) for column in columns]
    return all(len(own.difference(*(other for other in rows if other is not own))) >= FEWEST_ALONE for own in rows)


def _add_up_to(columns: Sequence[MoneyColumn], granted: Collection[Decimal]) -> bool:
    """« Subvention 2031 – Fonctionnement | Instruments »: whether a decision grants what all of them hold together."""
    several = 1 < len(columns) <= MOST_PARTS and bool(granted)
    return several and any(sum(sums) in granted for sums in product(*map(sums_of, columns)))
