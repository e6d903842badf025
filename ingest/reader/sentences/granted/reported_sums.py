"""Sums that a report, an exposé or an annex states → totals that decisions or tables should give line by line.

What enters: the paragraphs of these parts and what is counted already. What leaves: totals, and nothing granted; a sum
said to be yearly is of the whole year that the decisions grant.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from ingest.reader.act.flow.act_parts import ActPart
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import Paragraph, TotalRecord
from ingest.reader.sentences.clauses.decision_clauses import repeats_agreement
from ingest.reader.sentences.clauses.decision_records import Act
from ingest.reader.sentences.clauses.stated_sums import Stated, find_stated, is_told, total_of
from ingest.reader.sentences.granted.heading_trail import HeadingTrail
from ingest.reader.sentences.names.beneficiaries import find_beneficiary
from ingest.reader.sums.counted_money import CountedMoney
from ingest.reader.vocabulary.patterns import MARK

_PROPOSAL = re.compile(rf"(?:{MARK} ?|\d{{1,2}} ?[.)°] ?)?(?:d'|de |approuve|autorise|valide)")


class ReportedSum(NamedTuple):
    """A total that a part states; `yearly`: it is said to be given each year."""

    total: TotalRecord
    yearly: bool


def reported_sums(told: Sequence[Paragraph], parts: Iterable[ActPart], act: Act) -> list[ReportedSum]:
    """The sums that the exposé of the act, `told`, then its report and its annexes state, in order."""
    found = _of_paragraphs(told, "", act)
    for part in parts:
        if part.kind in ("report", "annex"):
            found += _of_paragraphs(part.paragraphs, f"Annexe {part.number}" if part.number else "", act)
    return found


def of_full_years(decided: Iterable[TotalRecord], reported: Sequence[ReportedSum]) -> list[TotalRecord]:
    """The totals reported. A sum said to be annual is of a whole year: of the largest, where the decisions grant
    several unlike ones."""
    granted: dict[int, Decimal] = {}
    for total in decided:
        if total.where == "decision" and total.year is not None:
            granted[total.year] = max(granted.get(total.year, Decimal(0)), total.amount)
    several = len(set(granted.values())) > 1
    fullest = max(granted, key=lambda year: granted[year]) if several else None
    return [replace(one.total, year=fullest) if several and one.yearly else one.total for one in reported]


def _of_paragraphs(paragraphs: Sequence[Paragraph], title: str, act: Act) -> list[ReportedSum]:
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
            totals.append(ReportedSum(total, stated.is_yearly))
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
