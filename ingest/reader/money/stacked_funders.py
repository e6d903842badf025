"""« Aide du Département / FEADER » over cells of two amounts: which of them is that of the author of the act.

Takes the words of a header; gives a place among the amounts that each cell stacks. A header that does not say whose
each amount is says nothing here.
"""

import re

from ingest.reader.money.money_words import is_of_other_funder
from ingest.reader.vocabulary.phrases import phrase

_BETWEEN = re.compile(r"\s*(?:/|;|\+|\bet\b|\bpuis\b)\s*")


def stacked_of_payer(header: str, payer: str) -> tuple[int, int] | None:
    """The place from 0 of the amount of `payer` (a key of `PAYERS`) and how many there are, where the header names one
    funder after the other, all but it others."""
    names = [phrase(part) for part in _BETWEEN.split(header)]
    own = [place for place, name in enumerate(names) if name and not is_of_other_funder(name, payer)]
    return (own[0], len(names)) if len(names) > 1 and len(own) == 1 and all(names) else None
