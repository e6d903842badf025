"""An amount said to be voted beside the bare name of the authority that votes: which of both is its money.

Takes the columns still counted and the role of each, which it sets; gives the columns that stay.
"""

from collections.abc import Sequence

from ingest.reader.money.column_sums import adds_up
from ingest.reader.money.money_roles import FUNDER_NOTE, RIVAL_NOTE, SECOND_NOTE, UNSURE, MoneyRole
from ingest.reader.money.money_words import MoneyColumn, holds, is_whole
from ingest.reader.vocabulary.money import GRANTS, PROPOSED, VOTED
from ingest.reader.vocabulary.payers import PAYERS


def keep_voted_over_names(
    counted: list[MoneyColumn], columns: Sequence[MoneyColumn], payer: str, roles: dict[int, MoneyRole]
) -> list[MoneyColumn]:
    """« Montant accordé | Ville | Département »: what is said to be voted, and is not the sum of what each gives, goes
    before the bare name of an authority, in doubt, and before what that of the act proposes."""
    bare = [one for one in counted if holds(one.words, PAYERS[payer]) and not holds(one.words, VOTED | GRANTS)]
    voted = [one for one in counted if one not in bare and holds(one.words, VOTED) and not is_whole(one)]
    shares = [*bare, *(one for one in columns if roles[one.index].note == FUNDER_NOTE)]
    if len(voted) != 1 or not bare or adds_up(voted[0], [*voted, *shares]) or _are_alike(voted[0], bare[0]):
        return counted
    proposed = all(holds(one.words, PROPOSED) for one in bare)
    if not proposed and holds(voted[0].words, PAYERS[payer]):
        return counted  # « Trop-perçu du Département | Engagement du Département »: no rival
    for one in bare:
        roles[one.index] = MoneyRole(False, one.year, note=SECOND_NOTE if proposed else FUNDER_NOTE)
    if not proposed:
        roles[voted[0].index] = MoneyRole(True, voted[0].year, UNSURE, note=RIVAL_NOTE)
    return [one for one in counted if one not in bare]


def _are_alike(voted: MoneyColumn, named: MoneyColumn) -> bool:
    """Whether two columns print the same amounts: either is what is voted."""
    return {row: amount.value for row, amount in voted.amounts.items()} == {
        row: amount.value for row, amount in named.amounts.items()
    }
