"""Grants whose sums were not read: hidden under a stamp or a signature, or lost by who recognised the page.

Takes the steps of an act; gives leftovers. No sum is guessed.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from ingest.reader.act.flow.next_paragraphs import after_mark
from ingest.reader.act.flow.steps import Step
from ingest.reader.records import Leftover
from ingest.reader.sentences.clauses.articles import unmarked
from ingest.reader.sentences.clauses.decision_clauses import clauses
from ingest.reader.sentences.clauses.granted_sums import stated_sums
from ingest.reader.sentences.names.beneficiaries import find_beneficiary
from ingest.reader.sentences.receivers.headed_entries import heading_name, tells_what_for
from ingest.reader.values.amounts_in_text import states_amount

MISSING = "bénéficiaire dont la somme n’a pas été lue"
# Entries with a sum: a list of fewer may be of something else.
_FEWEST = 2
# « Judo Club : », « Judo Club ‘300 Ey CA », where the other entries end with their sums
_WITHOUT_SUM = re.compile(r"[^.;:\d]{3,100}(?::\W*|\s\W{0,2}(?!(?:19|20)\d\d\b)\d{2,6}\b[^\d.;]{0,10})")


def entries_without_sum(steps: Sequence[Step]) -> list[Leftover]:
    """The entries of a list that end as its others do, which state their sums, but for the sum."""
    found: list[Leftover] = []
    for is_entry, run in groupby(steps, lambda step: step.role == "body" and after_mark(step.plain) > 0):
        entries = list(run) if is_entry else []
        without = [step for step in entries if not states_amount(step.paragraph.text)]
        if len(entries) - len(without) >= _FEWEST:
            headed = [one for one, under in pairwise(entries) if _heads(one, under)]
            found += [_left(one) for one in without if one not in headed and _WITHOUT_SUM.fullmatch(unmarked(one))]
    return found


def _heads(step: Step, under: Step) -> bool:
    """« – Racing Club : », over « – tournoi : 900 € »."""
    return bool(heading_name(unmarked(step))) and tells_what_for(unmarked(under))


def grants_without_sum(steps: Sequence[Step]) -> list[Leftover]:
    """The decisions that grant something to somebody, in so many words, without a sum that could be read."""
    return [_left(step) for step in steps if step.role in ("item", "body") and any(map(_is_granted, _granting(step)))]


def _left(step: Step) -> Leftover:
    return Leftover(step.paragraph.text, MISSING, step.paragraph.source)


def _granting(step: Step) -> Iterator[str]:
    return (text for text, mode in clauses(step.paragraph.text[step.start :]) if mode == "grants")


def _is_granted(text: str) -> bool:
    receives = find_beneficiary(text, len(text), len(text))
    return not stated_sums(text) and receives is not None and not receives.doubt
