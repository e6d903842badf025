"""Sums of an act that stand outside every decision that was seen: better left over than lost."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import takewhile

from ingest.reader.act.act_flow import Step
from ingest.reader.act.sitting import OF_GRANTS, Point, point_at
from ingest.reader.headers.column_headers import distinct_cells
from ingest.reader.paragraphs.plain_text import plain, sentences
from ingest.reader.records import Leftover, LineRecord, ReadTable, Source
from ingest.reader.sentences.beneficiaries import find_beneficiary
from ingest.reader.sentences.granted_sums import not_costs, stated_sums
from ingest.reader.sentences.stated_sums import REACH, find_stated
from ingest.reader.set_aside.wanting_columns import NO_AMOUNT_REASON
from ingest.reader.vocabulary.acts import ITEM_MARK
from ingest.reader.vocabulary.grants import CHARGES, GRANTS
from ingest.reader.vocabulary.sums import NOT_GRANTED, PAST, REFUSES

_ATTRIBUTES = re.compile(
    r"\b(?:attributions?|(?:vote|attribution|octroi|versement) d(?:e |')?(?:une? |la |les |es )?(?:subventions?"
    r"|aides?))\b"
    r"|\b(?:subventions?|aides?)\b[^.;]{0,60}\b(?:est|sont) (?:attribue|accorde|alloue|vote|octroye)e?s?\b"
    r"|\best (?:attribue|accorde|alloue|octroye)e?\b"
)
_LISTED_LINE = re.compile(r"(?:[A-ZÀ-Ý«][^.;]{2,120}?[\s.…·_]+\d[\d .,]*\s?(?:€|euros?|EUR)\s?[.;]?\s*){1,4}")
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
    return said or _entries_outside(steps) or _entries_given(steps)


def _entries_given(steps: Sequence[Step]) -> list[Leftover]:
    """« DÉCIDE : A. Au titre des jumelages – 900 € en faveur du comité »: the entries after words that decide, which
    name who receives."""
    deciding = next((place for place, step in enumerate(steps) if step.role == "deciding"), len(steps))
    return [
        Leftover(step.paragraph.text, OUTSIDE_DECISIONS, step.paragraph.source)
        for step in steps[deciding:]
        if step.role == "after" and ITEM_MARK.match(step.plain)
        if any(find_beneficiary(step.paragraph.text, one.start, one.end) for one in stated_sums(step.paragraph.text))
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
        if any(amount not in known for amount in _given(sentence.text))
    ]


def told_in_cells(tables: Iterable[ReadTable], lines: Iterable[LineRecord] = ()) -> tuple[Leftover, ...]:
    """« 2031-07 | Attribution de 900 € au Judo Club | »: rows of a list of acts without a column of money, which state
    the sums that they grant, and gave no line."""
    read_rows = {(line.source.table, line.source.row) for line in lines}
    rows = (row for read in tables if read.skipped == NO_AMOUNT_REASON for row in read.rows)
    rows = (row for row in rows if (row.source.table, row.source.row) not in read_rows)
    told = ((row, " | ".join(cell.text for cell in distinct_cells(row.cells) if cell.text)) for row in rows)
    return tuple(Leftover(text, TOLD_IN_CELLS, row.source) for row, text in told if _grants_money(text))


def _grants_money(text: str) -> bool:
    return OF_GRANTS.search(plain(text)) is not None and next(_given(text), None) is not None


def _given(text: str) -> Iterator[Decimal]:
    """The amounts of a sentence that speaks of a grant, but for what is asked, what it costs and what was."""
    lowered = plain(text)
    if not GRANTS.search(lowered) or REFUSES.search(lowered) or PAST.search(text.casefold()):
        return
    for one in stated_sums(text):
        if not NOT_GRANTED.search(lowered[max(0, one.start - REACH) : one.start]):
            yield one.amount.value


def _entries_outside(steps: Sequence[Step]) -> list[Leftover]:
    """« Rugby Club 8 500 € »: the lines of an act that attributes, where nothing says that each is granted."""
    if not any(_ATTRIBUTES.search(step.plain) for step in steps):
        return []
    return [
        Leftover(step.paragraph.text, OUTSIDE_DECISIONS, step.paragraph.source)
        for step in steps
        if step.role in ("head", "expose", "after") and _LISTED_LINE.fullmatch(step.paragraph.text)
    ]


def entries_after(steps: Sequence[Step], known: Container[Decimal]) -> list[Leftover]:
    """« II. Au titre du sport : – Judo Club : 900 € », « Le club reçoit aussi une aide de 900 € », after a decision and
    before the act closes: the entries and sentences that state a sum which is not `known` already."""
    decided = next((place for place, step in enumerate(steps) if step.role in ("item", "body")), len(steps))
    after = takewhile(lambda step: step.role != "closing", steps[decided:])
    return [
        Leftover(text, OUTSIDE_DECISIONS, step.paragraph.source)
        for step in after
        if step.role == "after"
        for text in _stating(step, known)
    ]


def _stating(step: Step, known: Container[Decimal]) -> list[str]:
    """The entry, or the sentences that name who receives, of a paragraph, which state a sum that is not `known`."""
    text = step.paragraph.text
    if step.paragraph.kind == "item" or ITEM_MARK.match(step.plain):
        return [text] if any(one.amount.value not in known for one in not_costs(text)) else []
    if CHARGES.match(step.plain):
        return []
    return [
        one.sentence.text
        for one in find_stated(text)
        if one.found.amount.value not in known
        and find_beneficiary(one.sentence.text, one.found.start, one.found.end) is not None
    ]
