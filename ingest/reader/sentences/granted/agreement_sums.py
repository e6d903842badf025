"""Sums that an agreement states or repeats, and that nothing else in the act grants: with whom it is signed, where a
decision tells, else leftovers. An agreement itself grants nothing."""

import re
from collections.abc import Container, Iterable, Sequence
from decimal import Decimal

from ingest.reader.act.flow.act_parts import ActPart
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import Leftover, LineRecord, Paragraph
from ingest.reader.sentences.clauses.decision_clauses import repeats_agreement
from ingest.reader.sentences.clauses.decision_records import Act, Repeated
from ingest.reader.sentences.clauses.granted_sums import stated_sums
from ingest.reader.sentences.clauses.stated_sums import Stated, find_stated
from ingest.reader.sentences.granted.granted_lines import lines_granted
from ingest.reader.sentences.names.names_at import named_at
from ingest.reader.sentences.names.printed_names import Beneficiary
from ingest.reader.sentences.receivers.placed_sums import Clause, alone
from ingest.reader.values.amounts_in_text import FoundAmount, words_before
from ingest.reader.vocabulary.patterns import ANY_AID
from ingest.reader.vocabulary.payers import FUNDERS
from ingest.reader.vocabulary.phrases import phrase
from ingest.reader.vocabulary.sums import STATES_SUM

# Characters after an amount in which a clause may say what it is: « fixant à 900 € la participation ».
NEAR = 40
_WITH = re.compile(
    r"\b(?:avec|au profit de|en faveur de|entre (?:le departement|(?:la |l')[^,;:\d]{2,40}?) et) ?(?=[\w\"])"
)
ONLY_IN_AGREEMENT = "somme d’une convention, que rien d’autre dans l’acte n’accorde"
# « pour un montant de 900 € » may be a price.
_GIVES = re.compile(rf"\b(?:{ANY_AID})\b")
# An agreement so called is of a grant, whatever it calls the money.
_OF_AIMS = re.compile(r"\b(?:conventions?|contrats?)(?: \w+)? d'objectifs?\b")


def lines_agreed(repeated: Sequence[Repeated], known: Container[Decimal], act: Act, number: int) -> list[LineRecord]:
    """« Est approuvée la convention avec l'association Le Bief, portant attribution d'une subvention de 900 € »: a
    line, in doubt, for a sum that a decision states of an agreement alone; `known`: the amounts that stand elsewhere;
    `number`: of the first line."""
    lines: list[LineRecord] = []
    for one in repeated:
        if one.found and one.amount not in known and all(line.amount != one.amount for line in lines):
            party = _party_of(one.clause, one.found)
            if party:
                granted = alone(Clause(one.paragraph, one.clause), one.found)
                number = lines[-1].line + 1 if lines else number
                lines += lines_granted(granted, Beneficiary(party, doubt=ONLY_IN_AGREEMENT), act, number)
    return lines


def party_of_list(opening: str) -> str:
    """« approuve la convention avec le Foyer du Val et la contribution qu'elle prévoit : », over its sums; empty where
    no such list is opened."""
    lowered = plain(opening)
    match = _WITH.search(lowered) if repeats_agreement(lowered) and lowered.rstrip().endswith(":") else None
    if not match or not _GIVES.search(lowered, match.end()):
        return ""
    return named_at(opening, lowered, match.end(), len(opening))[0]


def only_in_agreements(parts: Iterable[ActPart], repeated: Iterable[Repeated], known: set[Decimal]) -> list[Leftover]:
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


def _in_agreements(parts: Iterable[ActPart]) -> Iterable[tuple[Paragraph, Stated]]:
    for part in parts:
        if part.kind == "agreement":
            for paragraph in part.paragraphs:
                for one in find_stated(paragraph.text):
                    yield paragraph, one


def _party_of(clause: str, found: FoundAmount) -> str:
    """With whom a clause says that an agreement is signed which gives them `found`, one of the sums of the clause."""
    lowered = plain(clause)
    states = STATES_SUM.search(words_before(lowered, found))
    match = _WITH.search(lowered, 0, found.start)
    gives = _GIVES.search(lowered, match.end(), found.end + NEAR) or _OF_AIMS.search(lowered) if match else None
    if not match or not states or not gives or found.start not in [one.start for one in stated_sums(clause)]:
        return ""
    name = named_at(clause, lowered, match.end(), found.start)[0]
    return "" if phrase(name) in FUNDERS else name  # « la convention avec la Région relative à sa dotation »
