"""Sums of an act that stand outside every decision that was seen: better left over than lost."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import takewhile

from ingest.reader.act.flow.act_flow import point_flows
from ingest.reader.act.flow.act_parts import ActPart
from ingest.reader.act.flow.deciding_paragraphs import BARE_LENGTH
from ingest.reader.act.flow.next_paragraphs import is_marked_decision
from ingest.reader.act.flow.sitting import OF_ELSE, OF_GRANTS, Point, point_at
from ingest.reader.act.flow.steps import Step
from ingest.reader.geometry.grid_cells import printed_texts
from ingest.reader.paragraphs.plain_text import plain, sentences
from ingest.reader.records import BETWEEN_CELLS, SURE, Leftover, LineRecord, Paragraph, ReadTable, Source
from ingest.reader.sentences.clauses.articles import unmarked
from ingest.reader.sentences.clauses.decision_clauses import clauses, says_what
from ingest.reader.sentences.clauses.granted_sums import stated_sums
from ingest.reader.sentences.clauses.stated_sums import find_stated
from ingest.reader.sentences.names.listed_entries import find_entry
from ingest.reader.sentences.receivers.other_funders import is_others_money
from ingest.reader.set_aside.reasons import NO_AMOUNT_REASON
from ingest.reader.values.amounts_in_text import FoundAmount, find_amounts, may_state_amount, words_before
from ingest.reader.vocabulary.acts import BARE_DECISION
from ingest.reader.vocabulary.beside_amounts import NOT_GRANTED
from ingest.reader.vocabulary.grants import GRANTS, SIGNS
from ingest.reader.vocabulary.not_granted import PAST, REFUSES
from ingest.reader.vocabulary.patterns import GIVE, MARK

_ATTRIBUTES = re.compile(
    r"\b(?:attributions?|(?:vote|attribution|octroi|versement) d(?:e |')?(?:une? |la |les |es )?(?:subventions?"
    r"|aides?)|(?:attribuer|accorder|octroyer|allouer|verser) (?:une|des|les) (?:avances? sur )?(?:aide|subvention)s?)"
    r"\b"
    rf"|\b(?:subventions?|aides?)\b[^.;]{{0,60}}\b(?:est|sont) (?:{GIVE}|vot)ee?s?\b|\best (?:{GIVE})ee?\b"
)
_LISTED_LINE = re.compile(
    rf"(?:{MARK}\s*)?(?:[A-ZÀ-Ý«][^.;]{{2,120}}?[\s.…·_]+\d[\d .,]*\s?(?:€|euros?|EUR)\s?[.;]?\s*){{1,4}}"
)
# « Radio Lure : 900 € pour son studio. »
_TOLD_LINE = re.compile(
    rf"(?:{MARK}\s*)?[A-ZÀ-Ý«][^.;:\d]{{2,120}}? ?: \d[\d .,]*\s?(?:€|euros?)\W*(?:pour|au titre|notamment)\b"
)
# « ARRÊTE : », as what is joined to an act sets it where it is an act too.
_ORDERS = re.compile(r"arrete(?:nt)?\W*")
# Money that is paid or lent to somebody; « le tarif de l'adhésion » is asked of the public.
_OWED = re.compile(
    r"^(?!.*\b(?:tarifs?|droits? d'inscription|usagers|redevances?)\b).*"
    r"(?:\b(?:cotisations?|adhesions?|contributions? statutaires?"
    r"|avances? (?:remboursables?|recuperables?|de tresorerie))\b|\bavances?\b.*\bremboursables?\b)"
)
OWED = "cotisation, adhésion ou avance remboursable, que l’acte ne dit pas subvention"
TOLD_IN_CELLS = "somme dite accordée dans une ligne de tableau, sans colonne de montants"
OUTSIDE_DECISIONS = "somme que l’acte dit accordée, hors de toute décision reconnue"


def outside_decisions(steps: Sequence[Step]) -> list[Leftover]:
    """Sums that the act says are granted where nothing was seen to decide: better left over than lost."""
    said = [
        Leftover(stated.sentence.text, OUTSIDE_DECISIONS, step.paragraph.source)
        for step in steps
        if step.role in ("head", "after", "closing")
        for stated in find_stated(step.paragraph.text)
        if GRANTS.search(plain(stated.sentence.text))
    ]
    known = {one.source for one in said}
    return [*said, *(entry for entry in _entries_outside(steps) if entry.source not in known)]


def decided_in_exposes(steps: Sequence[Step]) -> list[Leftover]:
    """« – ATTRIBUE 900 € à la Ruche », under words that were not seen to decide: for an act that gave nothing else."""
    return [
        Leftover(step.paragraph.text, OUTSIDE_DECISIONS, step.paragraph.source)
        for step in steps
        if step.role == "expose" and is_marked_decision(step.plain)
        if GRANTS.search(step.plain) and next(_not_excluded(step.paragraph.text), None) is not None
    ]


def undecided_points(
    points: Sequence[tuple[Point, Sequence[Step]]],
    read: Sequence[Source],
    known: Container[Decimal],
    left: Sequence[Leftover],
) -> list[Leftover]:
    """Sums that a point of minutes states under words of grants, where nothing was read at it nor `left` over. `read`:
    the places of what was; `known`: its amounts."""
    every = [point for point, _ in points]
    places = [*read, *(one.source for one in left)]
    done = {id(point_at(every, source.page, source.box.y0)) for source in places}
    return [
        Leftover(sentence.text, OUTSIDE_DECISIONS, step.paragraph.source)
        for point, steps in points
        if point.title and point.may_grant and id(point) not in done
        for step in steps
        for sentence in sentences(step.paragraph.text)
        if any(amount not in known for amount in (*_given(sentence.text), *_listed(point, sentence.text)))
    ]


def told_in_cells(tables: Iterable[ReadTable], lines: Iterable[LineRecord] = ()) -> tuple[Leftover, ...]:
    """« 2031-07 | Attribution de 900 € au Judo Club | »: rows of a list of acts without a column of money, which state
    the sums that they grant, and gave no line; under a header of beneficiaries, sums that no word says granted too."""
    read_rows = {(line.source.table, line.source.row) for line in lines}
    found: list[Leftover] = []
    for read in tables:
        named = any(column.role == "operator" and column.certainty >= SURE for column in read.columns)
        for row in read.rows if read.skipped == NO_AMOUNT_REASON else ():
            text = BETWEEN_CELLS.join(printed_texts(row.cells))
            if (row.source.table, row.source.row) not in read_rows and (_grants_money(text) or named and _states(text)):
                found.append(Leftover(text, TOLD_IN_CELLS, row.source))
    return tuple(found)


def _grants_money(text: str) -> bool:
    if not may_state_amount(text):
        return False
    return OF_GRANTS.search(plain(text)) is not None and next(_given(text), None) is not None


def _states(text: str) -> bool:
    return may_state_amount(text) and next(_not_excluded(text), None) is not None


def _given(text: str) -> Iterator[Decimal]:
    """The amounts of a sentence that speaks of a grant, but for what is asked, what it costs and what was."""
    if GRANTS.search(plain(text)):
        yield from (one.amount.value for one in _not_excluded(text))


def _listed(point: Point, text: str) -> Iterator[Decimal]:
    """« ADMR : 150 € – Pour : 12, contre : 1 », under « Subventions aux associations »."""
    first = next(find_amounts(text), None) if OF_GRANTS.search(plain(point.title)) else None
    if first and find_entry(text, first.start) and not _is_refused_or_past(text):
        yield first.amount.value


def _not_excluded(text: str) -> Iterator[FoundAmount]:
    found, lowered = stated_sums(text), plain(text)
    if not found or _is_refused_or_past(text):
        return
    for one in found:
        if not NOT_GRANTED.search(words_before(lowered, one)):
            yield one


def _is_refused_or_past(text: str) -> bool:
    return bool(REFUSES.search(plain(text)) or PAST.search(text.casefold()))


def _entries_outside(steps: Sequence[Step]) -> list[Leftover]:
    """« Rugby Club 8 500 € », « Judo : 80 € pour son gala »: the lines of an act that attributes, where nothing says
    that each is granted."""
    if not any(_ATTRIBUTES.search(step.plain) for step in steps):
        return []
    return [
        Leftover(step.paragraph.text, OUTSIDE_DECISIONS, step.paragraph.source)
        for step in steps
        if step.role in ("head", "expose", "after")
        and (_LISTED_LINE.fullmatch(step.paragraph.text) or _TOLD_LINE.match(step.paragraph.text))
    ]


def unread_sums(steps: Sequence[Step], known: Container[Decimal], payer: str) -> list[Leftover]:
    """Every sum between the words that decide and the signature that is not `known`, nor said to be a cost, a price, a
    charge on the budget, a request, a refusal, money of another day or of another `payer`."""
    decided = next((place for place, step in enumerate(steps) if step.role in ("deciding", "item", "body")), len(steps))
    within = takewhile(lambda step: step.role != "closing", steps[decided:])
    return [
        Leftover(text, reason, step.paragraph.source)
        for step in within
        if step.role in ("item", "body", "after", "deciding")
        for text, reason in _unread(step, known, payer)
    ]


def decided_in_annexes(parts: Iterable[ActPart], known: Container[Decimal], payer: str) -> list[Leftover]:
    """The sums that what is joined to the act decides under a « DÉCIDE » or « ARRÊTE » of its own: those of another act
    that was not told from it. `known` and `payer` as for `unread_sums`."""
    decided = (part for part in parts if part.kind == "annex" and any(map(_decides_alone, part.paragraphs)))
    flows = (steps for part in decided for _, steps in point_flows(part.paragraphs))
    return [leftover for steps in flows for leftover in unread_sums(steps, known, payer)]


def _decides_alone(paragraph: Paragraph) -> bool:
    lowered = plain(paragraph.text)
    return len(lowered) <= BARE_LENGTH and bool(BARE_DECISION.fullmatch(lowered) or _ORDERS.fullmatch(lowered))


def _unread(step: Step, known: Container[Decimal], payer: str) -> Iterator[tuple[str, str]]:
    """The clauses of a paragraph that state such a sum, with what it is; the whole of one that is a clause."""
    if OF_ELSE.match(step.plain):
        return
    every = list(clauses(unmarked(step)))
    for text, _ in every:
        lowered = plain(text)
        whole = text if len(every) > 1 else step.paragraph.text
        if _OWED.search(lowered) and not _is_refused_or_past(text):
            if any(one.amount.value not in known for one in find_amounts(text)):
                yield whole, OWED
            continue
        told = says_what(lowered) or SIGNS.search(lowered) or OF_ELSE.search(lowered)
        sums = (one for one in (() if told else _not_excluded(text)) if one.amount.value not in known)
        if any(not is_others_money(text, 0, one, payer) for one in sums):
            yield whole, OUTSIDE_DECISIONS
