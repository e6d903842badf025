"""Sums that the prose of an act states about its grants → `TotalRecord`s; unit prices, costs, requests and the past
left out.

What enters: a paragraph outside the decisions (report, description in an annex, exposé) with the headings above it.
What leaves: the sums that it says are granted or set aside. This stage does not know which lines they add up.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.reader.paragraphs.plain_text import Sentence, plain, sentences
from ingest.reader.records import CLOUDED, PLAIN, Paragraph, TotalRecord, Where
from ingest.reader.sentences.clauses.granted_sums import is_part
from ingest.reader.sentences.clauses.sentence_years import spans_years, year_of
from ingest.reader.values.amounts_in_text import FoundAmount, find_amounts, may_state_amount, words_before
from ingest.reader.vocabulary.acts import ITEM_MARK
from ingest.reader.vocabulary.beside_amounts import NOT_GRANTED, NOT_GRANTED_AFTER
from ingest.reader.vocabulary.not_granted import PAST, SCHEDULED
from ingest.reader.vocabulary.sums import GIVEN_BACK, PART_OF, STATES_SUM, TOLD_HEADINGS

# Characters of a scope: beyond, its middle is left out.
LONGEST_SCOPE = 320

_OTHERS_MONEY = re.compile(
    r"\b(?:notifie|alloue|delegue|verse|apporte|finance|accorde)\w*\b[^.;]{0,40}\bpar (?:l'etat|l'europe"
    r"|la region|la caf|le fse|l'union|l'agence|la cnsa)"
    r"|\bnon imputee?s? (?:au|sur le) budget|\bhors (?:du budget|financement|credits|enveloppe|budget|part)\b"
    r"|\bcredits? (?:de l'etat|europeens?|du fse)"
)
_FOR_WHAT = re.compile(r"\s(?!et\b|a\b|au\b|aux\b)[^,;:.()\d]{2,80}?(?=[,;:.()]|\set\s|$)")
_GOES_ON = re.compile(r"[^;:.]{0,80}\b(?:et|puis)\s+(?:de |d'un montant de |un montant de )?")
_YEARLY = re.compile(r"\bannuel(?:le)?s?\b|\bpar an\b|\bchaque annee\b")


@dataclass(frozen=True, slots=True)
class Stated:
    """One amount of a sentence that the text gives as granted or set aside."""

    found: FoundAmount
    sentence: Sentence
    clause: str  # plain text of the sentence before the amount, from the amount before it

    @property
    def is_yearly(self) -> bool:
        after = plain(self.sentence.text[self.found.end : self.found.end + 12])
        return _YEARLY.search(self.clause) is not None or _YEARLY.match(after.strip()) is not None


def find_stated(text: str) -> Iterator[Stated]:
    """The sums of a paragraph that it says are granted or set aside."""
    if not may_state_amount(text):
        return
    mark = ITEM_MARK.match(plain(text))
    # The dash of an item is no minus.
    for sentence in sentences(text[mark.end() :] if mark else text):
        amounts = list(find_amounts(sentence.text))
        lowered = plain(sentence.text)
        if not amounts or PAST.search(sentence.text.casefold()) or SCHEDULED.match(lowered):
            continue
        before: FoundAmount | None = None
        stated = False
        for found in amounts:
            clause = words_before(lowered, found, before.end if before else 0)
            part = before is not None and is_part(lowered, before, found) and not _has_own_subject(clause)
            # « 7 M€ pour 2031 et 21 M€ pour 2032 »: what states the first states the second.
            goes_on = stated and _GOES_ON.fullmatch(clause) is not None
            stated = not part and _is_stated(lowered, clause, found, goes_on=goes_on)
            if stated:
                yield Stated(found, sentence, clause)
            before = found


def _is_stated(lowered: str, clause: str, found: FoundAmount, *, goes_on: bool) -> bool:
    if PART_OF.match(lowered, found.end) or NOT_GRANTED.search(clause) or NOT_GRANTED_AFTER.match(lowered, found.end):
        return False
    return goes_on or STATES_SUM.search(clause) is not None


def _has_own_subject(clause: str) -> bool:
    """« 600 000 € …, ainsi que 7 dispositifs hors budget, soit 200 000 € »: no part of the first amount."""
    return re.search(r"\b(?:ainsi que|et (?:de |d')?\d+ )|\bhors\b", clause) is not None


def is_told(headings: Sequence[str]) -> bool:
    """The paragraph stands under « Bilan », « Rappel »: it tells of money already spent."""
    return any(TOLD_HEADINGS.match(plain(heading)) for heading in headings[-1:])


def total_of(
    stated: Stated,
    paragraph: Paragraph,
    headings: Sequence[str],
    *,
    where: Where,
    year: int | None,
    lines: tuple[int, ...],
) -> TotalRecord:
    """The record of a sum. `year`: the one of the act, where the sentence prints none."""
    amount = stated.found.amount
    back = GIVEN_BACK.search(stated.clause) is not None and amount.value > 0
    named = year_of(stated.sentence.text, stated.found.start, stated.found.end, year)
    several = named is None and spans_years(stated.sentence.text, stated.found.end)
    return TotalRecord(
        scope=scope_of(headings, stated.sentence.text[: _said_as_far_as(stated)]),
        table="",
        year=None if several else named or year,
        amount=-amount.value if back else amount.value,
        text=amount.text,
        where=where,
        source=paragraph.source,
        precision=amount.precision,
        lines=lines,
        outside_budget=says_outside(stated),
        certainty=PLAIN if where == "decision" else CLOUDED,  # a report also tells of money of others, or of the past
    )


def _said_as_far_as(stated: Stated) -> int:
    """The end of the amount and of the few words that say what it is for: « 7 400 € pour la culture »."""
    words = _FOR_WHAT.match(plain(stated.sentence.text), stated.found.end)
    return words.end() if words else stated.found.end


def says_outside(stated: Stated) -> bool:
    """The text says that the money is not paid from the budget of the council."""
    after = re.split(r"[,;:(]", plain(stated.sentence.text[stated.found.end : stated.found.end + 60]))[0]
    return _OTHERS_MONEY.search(f"{stated.clause} # {after}") is not None


def scope_of(headings: Sequence[str], said: str) -> str:
    """The headings and what the sentence says, its amount included."""
    scope = " / ".join([*headings, " ".join(said.split())])
    if len(scope) <= LONGEST_SCOPE:
        return scope
    half = LONGEST_SCOPE // 2
    return f"{scope[:half].rstrip()} … {scope[-half:].lstrip()}"
