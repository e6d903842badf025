"""Grants and sums that an act states in sentences: its decisions, then its report and the descriptions of its annexes.

What enters: the paragraphs, the record of the act, the tables and the lines that they gave. What leaves: lines (a named
beneficiary whose money no table counts), totals (what the prose says that lines add up to), and sums that could not be
placed. The same money counts once; an agreement repeats it, and gives a doubt where it does not.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import takewhile

from ingest.reader.act.flow.act_flow import point_flows
from ingest.reader.act.flow.act_parts import ActPart, split_parts
from ingest.reader.act.flow.next_paragraphs import is_label
from ingest.reader.act.flow.sitting import Point
from ingest.reader.act.flow.steps import Step
from ingest.reader.money.payer import payer_of
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import DeliberationRecord, Leftover, LineRecord, Paragraph, Table, TotalRecord
from ingest.reader.roles.year_columns import voted_year
from ingest.reader.sentences.clauses.articles import adopts_proposals, decision_groups
from ingest.reader.sentences.clauses.decided_rows import decided_rows
from ingest.reader.sentences.clauses.decision_records import Above, Act, DecisionSums, Unplaced
from ingest.reader.sentences.granted.agreement_sums import lines_agreed, only_in_agreements
from ingest.reader.sentences.granted.decision_sums import NO_BENEFICIARY, UNKNOWN_VERB, read_sums
from ingest.reader.sentences.granted.granted_once import Granted, granted_once
from ingest.reader.sentences.granted.reported_sums import of_full_years, reported_sums
from ingest.reader.sentences.granted.sheet_sums import lines_of_sheets
from ingest.reader.sentences.left_over.missing_sums import entries_without_sum, grants_without_sum
from ingest.reader.sentences.left_over.other_money import without_other_money
from ingest.reader.sentences.left_over.undecided_sums import (
    decided_in_annexes,
    decided_in_exposes,
    outside_decisions,
    undecided_points,
    unread_sums,
)
from ingest.reader.sentences.left_over.under_tables import notes_of, totals_under_tables
from ingest.reader.sentences.receivers.pooled_sums import part_pooled
from ingest.reader.sums.counted_money import counted_money
from ingest.reader.values.amounts import parse_amount
from ingest.reader.values.amounts_in_text import find_amounts, is_column_of_amounts
from ingest.reader.vocabulary.patterns import AIDS, GIVE

# « d'affecter 900 € au programme Sport », « cette somme de 900 € »: credits opened for what other decisions grant, or
# that money again; « attribue la somme de 900 € » is neither.
_AGAIN = re.compile(
    r"\b(?:affect|engag|ouvr|inscri|individualis|reserv|consacr|mobilis|prelev|imput)(?:er|e|ee?s?|ir|re|t|te?s?)\b"
    r"|\b(?:depenses?|credits?|enveloppes?|autorisations?)\b"
    rf"|^(?!.*\b(?:{GIVE})(?:er|e)\b).*\b(?:la|le|l'|les|cette|ce|ces|ladite|ledit) ?(?:\w+ )?"
    rf"(?:{AIDS}|sommes?|montants?|contributions?|versements?|paiements?)\b"
)
# « d'autoriser le Maire à régler 900 € au Judo Club »
_IS_PAID = re.compile(r"\b(?:regl|mandat|pay|vir|liquid)er\b")
# « de verser 900 € en une fois », « de procéder au versement de 900 € dès notification »: to nobody else
_PAYS_SUM = re.compile(
    r"\W*(?:de |d')?(?:(?:verser|payer|mandater|regler)|proceder au (?:versement|paiement|mandatement)(?: de)?) "
    r"\d[\d ,]*(?:€|euros?)(?:\W*$| (?:en|des|apres|sur|a la (?:signature|notification))\b)"
)


def read_decisions(
    paragraphs: Sequence[Paragraph],
    deliberation: DeliberationRecord,
    tables: Sequence[Table],
    lines: Sequence[LineRecord],
    act_year: int | None = None,
) -> tuple[tuple[LineRecord, ...], tuple[TotalRecord, ...], tuple[Leftover, ...]]:
    """Lines, totals and unplaced sums of the prose. Lines are numbered after those of the tables. `act_year`: of an act
    whose session prints no date."""
    paragraphs = [one for one in paragraphs if not is_column_of_amounts(one.text)]
    parts = split_parts(paragraphs)
    payer = payer_of(deliberation.body, paragraphs)
    first_line = max((line.line for line in lines), default=0) + 1
    year = voted_year(deliberation.title, deliberation.session_year) or deliberation.session_year or act_year
    act = Act(deliberation.department, year, counted_money(lines), payer)
    sheets = lines_of_sheets(parts, act, first_line)
    if sheets:
        lines = [*lines, *sheets]
        act = replace(act, counted=counted_money(lines))
    points = _points(parts, tables)
    decided = [*_with_reports(points, parts), (Point("", ()), list(decided_rows(tables, lines)))]
    said = _of_points(decided, act, deliberation.title, first_line + len(sheets))
    if said.lines:
        lines = [*lines, *said.lines]
        act = replace(act, counted=counted_money(lines))
    of_sheets = {line.source for line in sheets}
    left = [one for one in said.unplaced if one.leftover.source not in of_sheets]
    reported = reported_sums(_told(points), parts, act)
    # What the decision grants to nobody named, its report proposes to nobody either.
    unplaced = frozenset[Decimal]().union(*(one.amounts for one in left))
    totals = [*said.totals, *of_full_years(said.totals, [one for one in reported if one.total.amount not in unplaced])]
    known = {line.amount for line in lines} | {total.amount for total in totals} | _cell_amounts(tables)
    agreed = lines_agreed(said.repeated, known, act, said.next_line)
    found = _Found(parts, points, decided[:-1], said, [*lines, *agreed], totals, tables)
    leftovers = _left_over(found, [one.leftover for one in left], payer)
    under, leftovers = totals_under_tables(leftovers, act)
    return (*sheets, *said.lines, *agreed), (*totals, *under), tuple(leftovers)


# The steps of each point of minutes; an act that is no minutes is one point.
_Points = list[tuple[Point, list[Step]]]


@dataclass(frozen=True, slots=True)
class _Found:
    """An act and what it gave: its points, those with the report that they adopt, what their decisions say, all its
    lines and totals."""

    parts: Sequence[ActPart]
    points: _Points
    decided: _Points
    said: DecisionSums
    lines: Sequence[LineRecord]
    totals: Sequence[TotalRecord]
    tables: Sequence[Table]


def _left_over(found: _Found, leftovers: list[Leftover], payer: str) -> list[Leftover]:
    """What decisions leave over, and the sums and grants that stand elsewhere and were not read either."""
    lines, said = found.lines, found.said
    steps = [step for _, flow in found.points for step in flow]
    of_lines = {line.amount for line in lines} | _cell_amounts(found.tables)
    known = of_lines | {total.amount for total in found.totals}
    if not (lines or found.totals or leftovers):
        leftovers = outside_decisions(steps) or ([] if found.tables else grants_without_sum(steps))
    if not (lines or leftovers):
        leftovers = decided_in_exposes(steps)
    leftovers += entries_without_sum(steps)
    leftovers += undecided_points(found.decided, [one.source for one in lines], known, leftovers)
    leftovers += only_in_agreements(found.parts, said.repeated, known)
    placed = known | {sum((line.amount for line in said.lines), Decimal(0))}
    placed |= {one.amount.value for left in leftovers for one in find_amounts(left.text)}
    may_grant = [step for point, flow in found.points if point.may_grant for step in flow]
    leftovers += unread_sums(may_grant, placed, payer)
    leftovers += decided_in_annexes(found.parts, of_lines | {total.amount for total in said.totals}, payer)
    return leftovers


def _points(parts: Iterable[ActPart], tables: Sequence[Table]) -> _Points:
    """The steps of the act itself, without the notes of its tables."""
    is_note = notes_of(tables)
    return [
        (point, [step for step in flow if not is_note(step.paragraph)])
        for part in parts
        if part.kind == "act"
        for point, flow in point_flows(part.paragraphs)
    ]


def _told(points: _Points) -> list[Paragraph]:
    """What the exposés of the points that may grant say before anything is decided."""
    return [step.paragraph for point, flow in points if point.may_grant for step in flow if step.role == "expose"]


def _with_reports(points: _Points, parts: Sequence[ActPart]) -> _Points:
    """The points; where only one decides, with what the report proposes that it adopts."""
    alone = sum(any(step.role == "item" for step in flow) or adopts_proposals(flow) for _, flow in points) == 1
    return [(point, _with_report(flow, parts)) for point, flow in points] if alone else points


def _with_report(steps: list[Step], parts: Iterable[ActPart]) -> list[Step]:
    """« DÉCIDE d'adopter les propositions du rapport »: what the report proposes is what the act decides."""
    if not adopts_proposals(steps):
        return steps
    proposed = (one for part in parts if part.kind == "report" for one in part.paragraphs)
    return [*(Step("expose", one, plain(one.text)) for one in proposed), *steps]


# ---- decisions ---------------------------------------------------------------------------------------------------


def _of_points(points: Sequence[tuple[Point, Sequence[Step]]], act: Act, title: str, first_line: int) -> DecisionSums:
    """What the decisions of each point of minutes grant, or those of an act that is no minutes."""
    out = DecisionSums(first_line)
    granted: Granted = defaultdict(list)
    for point, flow in points:
        of_point = replace(act, year=voted_year(point.title, act.year) or act.year)
        _add_decisions(list(without_other_money(flow)), of_point, point.title or title, granted, out)
    out.lines, pooled = part_pooled(out.lines)
    out.totals += pooled
    each, whole = {line.amount for line in out.lines}, sum((line.amount for line in out.lines), Decimal(0))
    again = {whole} if len(out.lines) > 1 else set()
    out.unplaced = [
        one for one in out.unplaced if not one.amounts & (each | again if _is_again(one, out.lines) else again)
    ]
    return out


def _is_again(one: Unplaced, lines: Sequence[LineRecord]) -> bool:
    """Whether a sum for nobody who is named may be that of another decision, or one to be paid names whoever is granted
    as much."""
    text = plain(one.leftover.text)
    if one.leftover.reason == UNKNOWN_VERB:
        return _IS_PAID.search(text) is not None and any(
            line.amount in one.amounts and plain(line.operator) in text for line in lines
        )
    return one.leftover.reason == NO_BENEFICIARY and (_AGAIN.search(text) or _PAYS_SUM.match(text)) is not None


def _add_decisions(steps: Sequence[Step], act: Act, title: str, granted: Granted, out: DecisionSums) -> None:
    texts = [step.paragraph.text for step in steps]
    start = next((place for place, step in enumerate(steps) if step.role != "head"), 0)
    places = {id(step.paragraph): place for place, step in enumerate(steps)}
    before = len(out.lines)
    for group in decision_groups(steps):
        place = places[id(group[0].paragraph)]
        above = texts[min(start, max(0, place - 1)) : place]
        heading = _heading_over(steps[:place])
        found = read_sums(group, act, out.next_line, Above(above, title, tuple(out.lines[before:]), heading))
        out.lines += granted_once(found.lines, granted, group[0].paragraph.source)
        out.totals += found.totals
        out.unplaced += found.unplaced
        out.repeated += found.repeated


def _heading_over(steps: Sequence[Step]) -> str:
    """The title between the decision before and the one that follows these steps, « Judo Club : »; empty for none."""
    if steps and steps[-1].role in ("head", "expose", "after") and is_label(steps[-1].plain):
        return steps[-1].paragraph.text
    since = takewhile(lambda step: step.role not in ("item", "body", "deciding"), reversed(steps))
    return next((step.paragraph.text for step in since if step.role == "title"), "")


def _cell_amounts(tables: Iterable[Table]) -> set[Decimal]:
    """Every amount printed in a cell."""
    cells = {cell.text for table in tables for row in table.grid for cell in row if cell and cell.text}
    return {amount.value for text in cells if (amount := parse_amount(text))}
