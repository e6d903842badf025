"""Who receives a sum of a decision: the name of its entry, of its sentence, or the one that the act speaks of.

What enters: one sum between its neighbours. What leaves: the beneficiary, with a doubt where the print leaves one, or
None. This stage counts nothing.
"""

import re
from dataclasses import dataclass, replace

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import Paragraph
from ingest.reader.sentences.clauses.sentence_years import parts_by_year
from ingest.reader.sentences.clauses.stated_sums import REACH
from ingest.reader.sentences.names.beneficiaries import announced_beneficiary, find_beneficiary, purpose_at
from ingest.reader.sentences.names.listed_entries import (
    find_bracketed,
    find_described_entry,
    find_endowed,
    find_entry,
    find_entry_after,
    find_inline_entry,
)
from ingest.reader.sentences.names.names_at import named_at
from ingest.reader.sentences.names.printed_names import Beneficiary
from ingest.reader.sentences.receivers.antecedents import speaks_of_another
from ingest.reader.sentences.receivers.other_funders import is_others_money
from ingest.reader.sentences.receivers.sum_bounds import Order
from ingest.reader.values.amounts_in_text import FoundAmount, find_amounts
from ingest.reader.vocabulary.grants import TO
from ingest.reader.vocabulary.persons import ORGANISATION
from ingest.reader.vocabulary.sums import STATES_SUM, TOTAL_AFTER, TOTAL_OF

ORDER_NOTE = "plusieurs noms autour de plusieurs sommes : bénéficiaire à vérifier"
TORN_NOTE = "le bénéficiaire semble être un morceau de tableau\u202f: à vérifier"
BOTH_NOTE = "nom lu après une autre somme de la même phrase\u202f: bénéficiaire à vérifier"
THEIRS_NOTE = "nom d’école dans une liste de coopératives ou de foyers\u202f: bénéficiaire à vérifier"
# « … aux coopératives scolaires : », over the names of their schools
_OF_SCHOOLS = re.compile(
    r"\b(?:aux|des) (?:cooperatives?|foyers|associations? de parents|amicales|caisses|ogec|apel)\b"
)
_SCHOOL = re.compile(r"(?:ecole|college|lycee|groupe scolaire|maternelle|elementaire|primaire)\b")
# What stands between a sum and one of the same beneficiary, or a part of it.
_GOES_ON = re.compile(
    r"(?: (?:en|au titre de|pour) (?:l'|la |le )?(?:fonctionnement|investissement|equipement)"
    r"| [a-z]+(?:elle|nel|aire))?"
    r"(?: (?:et|ainsi que|plus)|,? \(?(?:dont|y compris|soit)) (?:d'une?|de|une?) (?:[^\d,;:.()]{0,70}? (?:de|d'))?\s*"
    r"|,? \(?(?:dont|y compris) "
)
# « 900 €, et le Judo Club », « (900 €) et du Judo Club »: what stands before a second name.
_JOINS_NAME = re.compile(r"[\s,;)]*(?:et |ainsi que |puis )?(?:de (?:la |l')?|du |des |d'|la |le |les |l')?(?=\w)")
# « pour l'action « Médias » »: capitals that name nobody
_WHAT_FOR = re.compile(r"«[^»]*»|\bpour [^,;]*")
_TELLS_PART = re.compile(r"\b(?:dont|y compris|soit)\b")
_PART_FOR_WHAT = re.compile(r" (?:a titre|au titre|pour|en|destine\w*|affecte\w*)\b [^\d;:.]{3,70}?[,)](?= )")
# « Fonctionnement : »
_LABEL = re.compile(r"\W*(?P<label>[^:\d]{3,80}?)\s*[:–-]\s*")
_FILE_NUMBER = re.compile(r"\b[A-Z]{0,3}(?:19|20)\d\d[-/]\d{2,}\b")


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a decision. `opening`: what the decision opens with, where the clause stands further down;
    `listed`: the decision has its beneficiaries in a list or an annex."""

    paragraph: Paragraph
    text: str
    opening: str = ""
    listed: bool = False


@dataclass(frozen=True, slots=True)
class GrantedSum:
    """One amount of a clause between its neighbours, from `low` to `high`. `order`: of names and amounts, where there
    are several; `first`: where the first amount of the clause stands; `entry`: where the figures of an entry begin,
    « Voyage : 30 € par élève, soit 540 € »; `meant`: whom the clause speaks of without its name; `since`: the end of
    the sum granted before it."""

    clause: Clause
    found: FoundAmount
    low: int
    high: int
    order: Order
    first: int = 0
    entry: int = 0
    meant: Beneficiary | None = None
    since: int = 0

    @property
    def text(self) -> str:
        """All of the clause."""
        return self.clause.text

    @property
    def is_total(self) -> bool:
        """Whether it is said to be the sum of others, but for the years of one grant."""
        before = plain(self.text)[max(self.low, self.found.start - REACH) : self.found.start]
        after = TOTAL_AFTER.match(plain(self.text), self.found.end)
        said = after is not None or TOTAL_OF.search(before) is not None
        return said and not parts_by_year(self.text, self.found)

    @property
    def is_in_list(self) -> bool:
        """Whether it is a sum of a list whose names stand before their amounts, on one line."""
        after = self.clause.listed and not self.is_total and self.found.start > self.first
        return after and find_inline_entry(self.text, self.first, 0, self.first) is not None


def alone(clause: Clause, found: FoundAmount) -> GrantedSum:
    """An amount that has its clause to itself."""
    return GrantedSum(clause, found, 0, len(clause.text), "amounts first")


def receiver_of(one: GrantedSum, payer: str, last: str) -> Beneficiary | None:
    """The beneficiary of the sum. `payer`: a key of `PAYERS`; `last`: who receives the sum before it, "" for none."""
    entry = _entry(one)
    if entry and _OF_SCHOOLS.search(plain(one.clause.opening)) and _SCHOOL.match(plain(entry.name)):
        entry = replace(entry, doubt=entry.doubt or THEIRS_NOTE)
    opening = "" if one.is_total else one.clause.opening
    announced = announced_beneficiary(opening) if opening else ""
    what_for = _LABEL.fullmatch(one.text[: one.found.start]) if announced else None
    if what_for and (entry is None or _tells_what_for(entry.name)):
        return Beneficiary(announced, what_for["label"])
    return (
        entry
        or (_entry_after(one) if one.clause.opening else None)
        or _labelled_entry(one)
        or find_bracketed(one.text, one.found.start)
        or (find_inline_entry(one.text, one.first, one.low, one.found.start) if one.clause.listed else None)
        or (_described(one) if one.clause.opening and one.clause.listed else None)
        or _in_sentence(one, last)
        or (Beneficiary(announced, purpose_at(one.text, one.found.end, one.high)) if announced else None)
        or _meant(one, payer)
        or (find_endowed(one.text, one.found.start) if one.clause.opening else None)
    )


def _tells_what_for(name: str) -> bool:
    """« Fonctionnement », « Achat de matériel », under « … à la MJC les subventions suivantes : »."""
    return name[1:] == name[1:].lower() and not ORGANISATION.match(plain(name))


def with_torn_doubted(receives: Beneficiary) -> Beneficiary:
    """The beneficiary, doubted where its name is a piece of something else than a sentence."""
    return replace(receives, doubt=TORN_NOTE) if not receives.doubt and _is_torn(receives.name) else receives


def _entry(one: GrantedSum) -> Beneficiary | None:
    """The name of an entry of a list; the unit price after it is what the money is for."""
    receives = find_entry(one.text, one.entry)
    if receives is None and one.entry < one.found.start:
        return find_entry(one.text, one.found.start)
    price = re.sub(r"[\s.…:=,()]+(?:soit\s*)?$", "", one.text[one.entry : one.found.start])
    return replace(receives, purpose=price) if receives and price else receives


def _described(one: GrantedSum) -> Beneficiary | None:
    return find_described_entry(one.text[one.since :], one.found.start - one.since)


def _labelled_entry(one: GrantedSum) -> Beneficiary | None:
    """« Luz : achat d'un véhicule pour les services. Subvention : 900 € », under a list that a decision opens."""
    if not (one.clause.opening and one.clause.listed):
        return None
    described = _described(one)
    return described if described and not described.doubt else None


def _entry_after(one: GrantedSum) -> Beneficiary | None:
    receives = find_entry_after(one.text, one.found.start, one.found.end)
    return replace(receives, purpose=purpose_at(one.text, one.found.end, one.high)) if receives else None


def _meant(one: GrantedSum, payer: str) -> Beneficiary | None:
    """The one of whom the clause speaks, where it says that the sum is granted."""
    lowered = plain(one.text)
    granted = STATES_SUM.search(lowered[max(one.low, one.found.start - REACH) : one.found.start])
    others = is_others_money(one.text, one.low, one.found, payer)
    named_in_list = one.clause.listed and speaks_of_another(one.text) is None
    if one.meant is None or named_in_list or one.is_total or others or not granted:
        return None
    return replace(one.meant, purpose=purpose_at(one.text, one.found.end, one.high))


def _in_sentence(one: GrantedSum, last: str) -> Beneficiary | None:
    found, before = one.found, one.order == "names first"
    receives = None
    if one.low and one.order == "amounts first":
        # « 500 € au comité pour le comice, 300 € au club »: what stands before goes with the amount before.
        receives = find_beneficiary(one.text, found.start, found.end, low=found.start, high=one.high)
    receives = receives or find_beneficiary(
        one.text, found.start, found.end, low=one.low, high=one.high, only_before=before
    )
    if receives is None and before and one.low and not one.is_total:
        return _beside_the_last(one, last)
    if receives is None and one.order == "amounts first" and (after := _receives_both(one)):
        return after
    return replace(receives, doubt=ORDER_NOTE) if receives and one.order == "unsure" else receives


def _beside_the_last(one: GrantedSum, last: str) -> Beneficiary | None:
    """« faire bénéficier le Bief d'une aide de 900 € et le Judo Club d'une aide de 500 € »: a name without « à » after
    the sum before; « au CCAS une subvention de 900 €, une aide de 300 € »: the one named `last` where none stands."""
    lowered, start = plain(one.text), one.found.start
    if TO.search(lowered, one.low, start):
        return None
    joint = _JOINS_NAME.match(lowered, one.low, start)
    if joint and (one.text[joint.end()].isupper() or ORGANISATION.match(lowered, joint.end())):
        name, _ = named_at(one.text, lowered, joint.end(), start)
        return Beneficiary(name, purpose_at(one.text, one.found.end, one.high)) if name else None
    if not last or any(character.isupper() for character in _WHAT_FOR.sub("", one.text[one.low : start])):
        return None
    return Beneficiary(last, purpose_at(one.text, one.found.end, one.high))


def _receives_both(one: GrantedSum) -> Beneficiary | None:
    """« une aide de 900 € et une bourse de 300 € au CCAS », « 900 €, dont 300 € au titre du sport, au CCAS »: who is
    named after the sum that goes on with this one receives this one too."""
    lowered, end = plain(one.text), one.found.end
    joined = next((other for other in find_amounts(one.text) if other.start >= end), None)
    if joined is None or not _GOES_ON.fullmatch(lowered, end, joined.start):
        return None
    low = next((match.end() for match in [_PART_FOR_WHAT.match(lowered, joined.end)] if match), joined.end)
    is_a_part = _TELLS_PART.search(lowered, end, joined.start) is not None
    if is_a_part and low == joined.end:
        return None  # « 900 €, dont 300 € au CCAS »: the part is whose it says
    high = next((other.start for other in find_amounts(one.text) if other.start >= joined.end), len(one.text))
    receives = find_beneficiary(one.text, joined.start, joined.end, low=low, high=high)
    return replace(receives, doubt=receives.doubt or BOTH_NOTE) if receives else None


def _is_torn(name: str) -> bool:
    """Whether a quote or a bracket is left open, or the number of a file stands inside."""
    return name.count("«") != name.count("»") or name.count("(") != name.count(")") or bool(_FILE_NUMBER.search(name))
