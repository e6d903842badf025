"""Columns of money that name who pays, beside others: which of them is the money of the author of the act.

It reads the words of the columns, and their rows where what each gives may add up to one of them.
"""

from ingest.reader.money.column_sums import adds_up
from ingest.reader.money.money_roles import FUNDER_NOTE, RIVAL_NOTE, SECOND_NOTE, WHOLE_NOTE
from ingest.reader.money.money_table import MoneyTable
from ingest.reader.money.money_words import MoneyColumn, holds, is_whole, own_words
from ingest.reader.records import UNSURE
from ingest.reader.vocabulary.money import GRANTS, PROPOSED, VOTED
from ingest.reader.vocabulary.payers import PAYERS


def keep_voted_over_names(table: MoneyTable) -> None:
    """« Montant accordé | Ville | Département »: what is said to be voted, and is not the sum of what each gives, goes
    before the bare name of an authority, in doubt, and before what that of the act proposes."""
    counted, own = table.counted, PAYERS[table.payer]
    bare = [one for one in counted if holds(one.words, own) and not holds(one.words, VOTED | GRANTS)]
    voted = [one for one in counted if one not in bare and holds(one.words, VOTED) and not is_whole(one)]
    shares = [*bare, *(one for one in table.columns if table.roles[one.index].note == FUNDER_NOTE)]
    if len(voted) != 1 or not bare or adds_up(voted[0], [*voted, *shares]) or _are_alike(voted[0], bare[0]):
        return
    if all(holds(one.words, PROPOSED) for one in bare):
        table.leave(bare, SECOND_NOTE)
    elif not holds(voted[0].words, own):  # « Trop-perçu du Département | Engagement du Département »: no rival
        table.leave(bare, FUNDER_NOTE)
        table.keep(voted, UNSURE, RIVAL_NOTE)


def keep_payer(table: MoneyTable) -> None:
    """Where some columns name the payer of the act, or its kind of grant, the others are not its money, or totals."""
    own = own_words(table.payer)
    if any(holds(column.words, own) for column in table.counted):
        others = [column for column in table.added if not holds(column.words, own)]
        table.leave(filter(is_whole, others), WHOLE_NOTE)
        table.leave([column for column in others if not is_whole(column)], SECOND_NOTE)


def _are_alike(voted: MoneyColumn, named: MoneyColumn) -> bool:
    """Whether two columns print the same amounts: either is what is voted."""
    return {row: amount.value for row, amount in voted.amounts.items()} == {
        row: amount.value for row, amount in named.amounts.items()
    }
