"""Grants and sums that an act states in sentences: its decisions, then its report and the descriptions of its annexes.

What enters: the paragraphs, the record of the act, the tables and the lines that they gave. What leaves: lines (a named
beneficiary whose money no table counts), totals (what the prose says that lines add up to), and sums that could not be
placed. The same money counts once; an agreement repeats it, and gives a doubt where it does not.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.reader.act.act_flow import Step, point_flows
from ingest.reader.act.act_parts import Part, split_parts
from ingest.reader.act.sitting import Point
from ingest.reader.grant_tables import payer_of
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import (
    DeliberationRecord,
    Leftover,
    LineRecord,
    Paragraph,
    Table,
    TotalRecord,
)
from ingest.reader.sentences.articles import adopts_proposals, decision_groups
from ingest.reader.sentences.beneficiaries import find_beneficiary
from ingest.reader.sentences.decided_rows import decided_rows
from ingest.reader.sentences.decision_sums import Above, Act, DecisionSums, Repeated, read_sums
from ingest.reader.sentences.granted_sums import repeats_agreement
from ingest.reader.sentences.heading_trail import HeadingTrail
from ingest.reader.sentences.other_money import without_other_money
from ingest.reader.sentences.sheet_sums import find_sheets
from ingest.reader.sentences.stated_sums import Stated, find_stated, is_told, total_of
from ingest.reader.sentences.table_notes import notes_of
from ingest.reader.sentences.undecided_sums import entries_after, outside_decisions, undecided_points
from ingest.reader.sums.counted_money import CountedMoney, counted_money
from ingest.reader.text import parse_amount
from portal.french import fold_name

_PROPOSAL = re.compile(r"(?:[-•*] ?|\d{1,2} ?[.)°] ?)?(?:d'|de |approuve|autorise|valide)")


# Label of the lines of project sheets, and how sure they are: the amount may stand far from the name.
SHEET_TABLE = "fiche"
CERTAINTY_OF_SHEET = 0.6
SHEET_NOTE = "montant et bénéficiaire lus sur une fiche, ligne à ligne"
ONLY_IN_AGREEMENT = "somme d’une convention, que rien d’autre dans l’acte n’accorde"


def read_decisions(
    paragraphs: Sequence[Paragraph],
    deliberation: DeliberationRecord,
    tables: Sequence[Table],
    lines: Sequence[LineRecord],
) -> tuple[tuple[LineRecord, ...], tuple[TotalRecord, ...], tuple[Leftover, ...]]:
    """Lines, totals and unplaced sums of the prose. Lines are numbered after those of the tables."""
    year = deliberation.session_year
    parts = split_parts(paragraphs)
    payer = payer_of(deliberation.body, paragraphs)
    first_line = max((line.line for line in lines), default=0) + 1
    sheets = _of_sheets(parts, Act(deliberation.department, year, counted_money(lines)), payer, first_line)
    lines = [*lines, *sheets]
    act = Act(deliberation.department, year, counted_money(lines), payer)
    is_note = notes_of(tables)
    points = [
        (point, [step for step in flow if not is_note(step.paragraph)])
        for part in parts
        if part.kind == "act"
        for point, flow in point_flows(part.paragraphs)
    ]
    steps = [step for _, flow in points for step in flow]
    told = [step for point, flow in points if point.may_grant for step in flow if step.role == "expose"]
    alone = sum(any(step.role == "item" for step in flow) for _, flow in points) == 1
    points = [(point, _with_report(flow, parts) if alone else flow) for point, flow in points]
    in_rows = (Point("", ()), list(decided_rows(tables, lines)))
    said = _of_points([*points, in_rows], act, deliberation.title, first_line=first_line + len(sheets))
    act = replace(act, counted=counted_money([*lines, *said.lines]))
    reported = [
        *_of_paragraphs([step.paragraph for step in told], "", act),
        *(total for part in parts if part.kind in ("report", "annex") for total in _of_part(part, act)),
    ]
    of_sheets = {line.source for line in sheets}
    left = [one for one in zip(said.leftovers, said.unplaced, strict=True) if one[0].source not in of_sheets]
    # What the decision grants to nobody named, its report proposes to nobody either.
    unplaced = frozenset[Decimal]().union(*(amounts for _, amounts in left))
    reported = [(total, yearly) for total, yearly in reported if total.amount not in unplaced]
    totals = _of_full_years([*said.totals, *(total for total, _ in reported)], yearly={id(t) for t, y in reported if y})
    known = {line.amount for line in (*lines, *said.lines)} | {total.amount for total in totals} | _cell_amounts(tables)
    leftovers = [one for one, _ in left]
    if not (lines or said.lines or totals or leftovers):
        leftovers = outside_decisions(steps)
    elif said.lines:
        leftovers += entries_after(steps, known)
    leftovers += undecided_points(points, [one.source for one in (*lines, *said.lines)], known, leftovers)
    return (*sheets, *said.lines), tuple(totals), (*leftovers, *_doubts(parts, said.repeated, known))


# ---- project sheets ----------------------------------------------------------------------------------------------


def _of_sheets(parts: Iterable[Part], act: Act, payer: str, first_line: int) -> list[LineRecord]:
    """The lines of sheets set in lines, whose money no table counts."""
    lines: list[LineRecord] = []
    for part in parts:
        for sheet in find_sheets(part.paragraphs, payer) if part.kind != "agreement" else ():
            name, amount = sheet.told["operator"], sheet.amount
            if act.counted.lines_of(amount.value, name):
                continue
            lines.append(
                LineRecord(
                    line=first_line + len(lines),
                    table=SHEET_TABLE,
                    operator=name,
                    year=act.year,
                    amount=amount.value,
                    amount_text=amount.text,
                    source=sheet.paragraph.source,
                    reference=sheet.told.get("reference", ""),
                    department=act.department,
                    action=sheet.told.get("action", ""),
                    certainty=CERTAINTY_OF_SHEET,
                    notes=(SHEET_NOTE,),
                )
            )
    return lines


def _with_report(steps: list[Step], parts: Iterable[Part]) -> list[Step]:
    """« DÉCIDE d'adopter les propositions du rapport »: what the report proposes is what the act decides."""
    if not adopts_proposals(steps):
        return steps
    proposed = (one for part in parts if part.kind == "report" for one in part.paragraphs)
    return [*(Step("expose", one, plain(one.text)) for one in proposed), *steps]


# ---- decisions ---------------------------------------------------------------------------------------------------


def _of_points(points: Sequence[tuple[Point, Sequence[Step]]], act: Act, title: str, first_line: int) -> DecisionSums:
    """What the decisions of each point of minutes grant, or those of an act that is no minutes."""
    out = DecisionSums(first_line)
    granted: set[tuple[str, Decimal, int | None]] = set()
    for point, flow in points:
        _add_decisions(list(without_other_money(flow)), act, point.title or title, granted, out)
    # A credit opened for what other decisions grant is that money again.
    granted_sums = {line.amount for line in out.lines} | {sum((line.amount for line in out.lines), Decimal(0))}
    kept = [one for one in zip(out.leftovers, out.unplaced, strict=True) if not one[1] & granted_sums]
    out.leftovers, out.unplaced = [one for one, _ in kept], [amounts for _, amounts in kept]
    return out


def _add_decisions(
    steps: Sequence[Step], act: Act, title: str, granted: set[tuple[str, Decimal, int | None]], out: DecisionSums
) -> None:
    texts = [step.paragraph.text for step in steps]
    start = next((place for place, step in enumerate(steps) if step.role != "head"), 0)
    places = {id(step.paragraph): place for place, step in enumerate(steps)}
    before = len(out.lines)
    for group in decision_groups(steps):
        above = texts[start : places[id(group[0].paragraph)]]
        found = read_sums(group, act, out.next_line, Above(above, title, tuple(out.lines[before:])))
        out.lines += _granted_first(found.lines, granted)
        out.totals += found.totals
        out.leftovers += found.leftovers
        out.unplaced += found.unplaced
        out.repeated += found.repeated


def _granted_first(lines: Iterable[LineRecord], granted: set[tuple[str, Decimal, int | None]]) -> Iterator[LineRecord]:
    """The lines that no decision before them grants; `granted` takes them in."""
    for line in lines:
        key = (fold_name(line.operator), line.amount, line.year)
        if key not in granted:
            granted.add(key)
            yield line


# ---- reports and annexes -----------------------------------------------------------------------------------------


def _of_part(part: Part, act: Act) -> list[tuple[TotalRecord, bool]]:
    return _of_paragraphs(part.paragraphs, f"Annexe {part.number}" if part.number else "", act)


def _of_paragraphs(paragraphs: Sequence[Paragraph], title: str, act: Act) -> list[tuple[TotalRecord, bool]]:
    """The totals that a part states, each with whether it is said to be a yearly one."""
    trail = HeadingTrail()
    trail.restart(title)
    totals = []
    for paragraph in paragraphs:
        if paragraph.text.casefold() != title.casefold():
            trail.see(paragraph)
        if paragraph.kind == "heading" or is_told(trail.headings) or _proposes_agreement(paragraph):
            continue
        for stated in find_stated(paragraph.text):
            total = total_of(
                stated,
                paragraph,
                trail.headings,
                where="report",
                year=act.year,
                lines=_single_line(stated, act.counted),
            )
            totals.append((total, stated.is_yearly))
    return totals


def _proposes_agreement(paragraph: Paragraph) -> bool:
    """« - d'approuver la convention… pour un montant de… »: a proposal that repeats the sum of another."""
    text = plain(paragraph.text)
    return _PROPOSAL.match(text) is not None and repeats_agreement(text)


def _single_line(stated: Stated, counted: CountedMoney) -> tuple[int, ...]:
    """The line of a beneficiary whom the sentence names with its very amount."""
    text, found = stated.sentence.text, stated.found
    receives = find_beneficiary(text, found.start, found.end)
    lines = counted.lines_of(found.amount.value, receives.name) if receives else ()
    return lines if len(lines) == 1 else ()


def _of_full_years(totals: Sequence[TotalRecord], yearly: set[int]) -> list[TotalRecord]:
    """A sum said to be annual is of a whole year: of the largest, where the decisions grant several unlike ones."""
    granted: dict[int, Decimal] = {}
    for total in totals:
        if total.where == "decision" and total.year is not None:
            granted[total.year] = max(granted.get(total.year, Decimal(0)), total.amount)
    if len(granted) < 2 or len(set(granted.values())) < 2:
        return list(totals)
    fullest = max(granted, key=lambda year: granted[year])
    return [replace(total, year=fullest) if id(total) in yearly else total for total in totals]


# ---- agreements --------------------------------------------------------------------------------------------------


def _doubts(parts: Iterable[Part], repeated: Iterable[Repeated], known: set[Decimal]) -> list[Leftover]:
    """Sums that only an agreement states, each amount once."""
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


def _cell_amounts(tables: Iterable[Table]) -> set[Decimal]:
    """Every amount printed in a cell."""
    cells = {cell.text for table in tables for row in table.grid for cell in row if cell and cell.text}
    return {amount.value for text in cells if (amount := parse_amount(text))}
