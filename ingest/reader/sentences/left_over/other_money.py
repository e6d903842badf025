"""Rows of a table that nothing draws, under a heading that says that its money is no grant: a budget, a plan, prices.

What enters: the steps of an act. What leaves: the same without those rows. Sentences and articles are always kept.
"""

import re
from collections.abc import Iterable, Iterator

from ingest.reader.act.flow.steps import Step
from ingest.reader.vocabulary.patterns import MARK

_HEADS_OTHER_MONEY = re.compile(
    r"\b(?:plans? de (?:co-?)?financement|budgets? previsionnels?|compte de resultat|bilan financier"
    r"|tarifs?|bareme|loyers|indemnites de fonction|echeancier)\b"
)
# « Mécénat 16 499,00 € 5 % », « 60 – Achats 1 200 € 74 – Subventions 900 € »: a name and its figures, no sentence.
_ROW = re.compile(r"[^.;:!?]{2,80}?\s-?\d[\d .,]*\s?(?:€|euros?|eur)?(?:\s[^.;:!?]{0,80})?", re.IGNORECASE)
# Words over the columns of a small table.
_MOST_NAMES = 8
_OPENS_SENTENCE = re.compile(rf"(?:art(?:icle|\.)|\d+\s?[-°.)]|d'|de |vu |considerant |{MARK})")


def without_other_money(steps: Iterable[Step]) -> Iterator[Step]:
    """The steps, those left out that are rows under such a heading: right under it, or under the names of columns."""
    under = opened = False
    for step in steps:
        if step.paragraph.kind == "heading" and _HEADS_OTHER_MONEY.search(step.plain):
            under = opened = True
        elif under and _is_row(step):
            opened = False
            continue
        else:
            under = opened = opened and step.paragraph.kind == "heading" and _names_columns(step)
        yield step


def _is_row(step: Step) -> bool:
    return _ROW.fullmatch(step.paragraph.text.strip()) is not None and not _OPENS_SENTENCE.match(step.plain)


def _names_columns(step: Step) -> bool:
    """Whether a heading is a few words, as the names over columns are: « Ressources Montant Taux »."""
    return step.role != "deciding" and len(step.plain.split()) <= _MOST_NAMES
