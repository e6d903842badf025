"""« Aide du Département / FEADER », « Demandé / Accordé » over cells of two amounts: which of them this act gives.

Takes the words of a header; gives a place among the amounts that each cell stacks. A header that does not say whose
each amount is says nothing here.
"""

import re

from ingest.reader.money.money_words import holds, is_of_other_funder
from ingest.reader.vocabulary.money import ASKED
from ingest.reader.vocabulary.phrases import phrase

_BETWEEN = re.compile(r"\s*(?:/|;|\+|\bet\b|\bpuis\b)\s*")


def stacked_of_payer(header: str, payer: str) -> tuple[int, int] | None:
    """The place from 0 of the amount that `payer` (a key of `PAYERS`) gives and how many there are, where the header
    names one funder after the other, all but it others, or what is asked beside what is given."""
    names = [phrase(part) for part in _BETWEEN.split(header)]
    own = [
        place
        for place, name in enumerate(names)
        if name and not is_of_other_funder(name, payer) and not holds(name, ASKED)
    ]
    return (own[0], len(names)) if len(names) > 1 and len(own) == 1 and all(names) else None
