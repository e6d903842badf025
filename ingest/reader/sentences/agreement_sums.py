"""Sums that an agreement states or repeats, and that nothing else in the act grants → leftovers. It grants nothing."""

from collections.abc import Iterable
from decimal import Decimal

from ingest.reader.act.act_parts import Part
from ingest.reader.records import Leftover, Paragraph
from ingest.reader.sentences.decision_records import Repeated
from ingest.reader.sentences.stated_sums import Stated, find_stated

ONLY_IN_AGREEMENT = "somme d’une convention, que rien d’autre dans l’acte n’accorde"


def only_in_agreements(parts: Iterable[Part], repeated: Iterable[Repeated], known: set[Decimal]) -> list[Leftover]:
    """Sums that only an agreement states, each amount once. `repeated`: those that decisions repeat of it; `known`:
    amounts that stand elsewhere in the act."""
    told: set[Decimal] = set()
    doubts = []
    stated = [
        Repeated(one.found.amount.value, one.sentence.text, paragraph) for paragraph, one in _in_agreements(parts)
    ]
    for one in (*repeated, *stated):
        if one.amount not in known and one.amount not in told:
            told.add(one.amount)
            doubts.append(Leftover(one.text, ONLY_IN_AGREEMENT, one.paragraph.source))
    return doubts


def _in_agreements(parts: Iterable[Part]) -> Iterable[tuple[Paragraph, Stated]]:
    for part in parts:
        if part.kind == "agreement":
            for paragraph in part.paragraphs:
                for one in find_stated(paragraph.text):
                    yield paragraph, one
