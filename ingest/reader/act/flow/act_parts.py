"""Paragraphs → the parts of a bound act: the act itself, its report, its annexes, agreements to be signed.

What enters: every paragraph of the document, in order. What leaves: the parts in order, each paragraph in one of them.
This stage does not read what a part says beyond the lines that open and close it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from ingest.reader.act.flow.deciding_paragraphs import decides_in_capitals, find_opening
from ingest.reader.act.flow.sitting import is_minutes
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import Paragraph
from ingest.reader.vocabulary.acts import (
    ADOPTED_AT_ONCE,
    AGREEMENT_PARTIES,
    AGREEMENT_TITLE,
    ANNEX_TITLE,
    ASSEMBLY,
    BODIES,
    CLOSES_ACT,
    DELIBERATED,
    REPORT_TEXT,
    REPORT_TITLE,
    VISA,
    VOTED,
)

# Characters: a title, a signature or a formula is no longer than this; what is longer is text.
TITLE_LENGTH = 260
SIGNATURE_LENGTH = 90
# Paragraphs: the parties of an agreement are named this soon after its title, the subject of a report this high up.
PARTIES_WITHIN = 15
SUBJECT_WITHIN = 10
AGREEMENT_WITHIN = 6

_NUMBERED_REPORT = re.compile(r"rapport n ?[°ºo] ?\d")

# « Le Conseil municipal, par 22 voix pour et 5 abstentions : », which no agreement says
_VOTES = re.compile(rf"{ASSEMBLY}\b[^.;:]{{0,80}}\b{VOTED}\b[^.;]{{0,80}}[,:]")

PartKind = Literal["act", "report", "annex", "agreement"]


@dataclass(frozen=True, slots=True)
class ActPart:
    """Paragraphs that follow each other. `number`: of an annex, as printed, where it prints one."""

    kind: PartKind
    paragraphs: tuple[Paragraph, ...]
    number: str = ""


def split_parts(paragraphs: Sequence[Paragraph]) -> tuple[ActPart, ...]:
    """The parts of the document in order; a document that opens without a title is an act."""
    texts = [plain(paragraph.text) for paragraph in paragraphs]
    openings = [(0, "act", ""), *_openings(paragraphs, texts), (len(paragraphs), "act", "")]
    return tuple(
        ActPart(kind, tuple(paragraphs[start:end]), number)
        for (start, kind, number), (end, _, _) in pairwise(openings)
        if start < end
    )


def act_paragraphs(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs of the act itself, without report, annexes and agreements."""
    return tuple(paragraph for part in split_parts(paragraphs) if part.kind == "act" for paragraph in part.paragraphs)


def _openings(paragraphs: Sequence[Paragraph], texts: Sequence[str]) -> Iterator[tuple[int, PartKind, str]]:
    kind: PartKind = "act"
    decided = closed = False
    annex = 0
    for index, (paragraph, text) in enumerate(zip(paragraphs, texts, strict=True)):
        decided = decided or (kind == "act" and _decides(text, paragraph.text))
        turned = index > 0 and paragraphs[index - 1].source.page != paragraph.source.page
        if kind == "act" and closed and turned:
            # What follows the signatures on a new page is joined to the act, with or without a title.
            kind, closed = "annex", False
            yield index, kind, ""
        opened = _opened_part(paragraphs, texts, index, kind, annex, decided=decided)
        if opened:
            kind, number = opened
            annex = int(number) if kind == "annex" and number.isdigit() else annex
            yield index, kind, number
        elif kind != "act" and not decided and _opens_act(paragraphs, texts, index):
            kind = "act"
            yield index, kind, ""
        closed = closed or (kind == "act" and decided and _closes(text))


def _decides(text: str, printed: str) -> bool:
    adopted = ADOPTED_AT_ONCE.match(text)  # a report alone, over « Adopté à l'unanimité »
    return bool(adopted or decides_in_capitals(text, printed) or find_opening(text, printed))


def _closes(text: str) -> bool:
    return len(text) <= SIGNATURE_LENGTH and CLOSES_ACT.match(text) is not None


def _opened_part(
    paragraphs: Sequence[Paragraph], texts: Sequence[str], index: int, kind: PartKind, annex: int, *, decided: bool
) -> tuple[PartKind, str] | None:
    """The kind and number of the part that this paragraph opens, None where it goes on with the last one."""
    paragraph, text = paragraphs[index], texts[index].strip()
    if kind == "act" and not decided and _is_agreement_alone(texts, index):
        return "agreement", ""
    if kind == "act" and not decided and not _is_report_first(texts, index):
        return None
    if kind != "report" and _opens_report(paragraphs, texts, index):
        return "report", ""
    if len(text) > TITLE_LENGTH:
        return None
    number = _annex_number(paragraph, text)
    # An agreement has annexes of its own, whose numbers do not follow those of the act.
    if number is not None and (kind != "agreement" or (annex and number == str(annex + 1))):
        return "annex", number
    if kind != "agreement" and _opens_agreement(texts, index):
        return "agreement", ""
    return None


def _is_report_first(texts: Sequence[str], index: int) -> bool:
    """The document opens with its report: it speaks to the assembly before any visa. An act may name its report too."""
    if any(VISA.match(text) for text in texts[:index]) or not REPORT_TITLE.match(texts[index]):
        return False
    speaks = next((place for place, text in enumerate(texts) if REPORT_TEXT.search(text)), None)
    visa = next((place for place, text in enumerate(texts) if VISA.match(text) or DELIBERATED.match(text)), len(texts))
    return speaks is not None and index < speaks < visa < len(texts)


def _is_agreement_alone(texts: Sequence[str], index: int) -> bool:
    """The document opens with an agreement, and nothing in it deliberates."""
    if index >= AGREEMENT_WITHIN or len(texts[index]) > TITLE_LENGTH or not _opens_agreement(texts, index):
        return False
    return not any(VISA.match(text) or DELIBERATED.match(text) or _VOTES.match(text) for text in texts)


def _annex_number(paragraph: Paragraph, text: str) -> str | None:
    match = ANNEX_TITLE.match(text)
    if not match or not (paragraph.kind == "heading" or len(text) <= SIGNATURE_LENGTH):
        return None
    return match["number"] or ""


def _opens_report(paragraphs: Sequence[Paragraph], texts: Sequence[str], index: int) -> bool:
    if len(texts[index]) <= TITLE_LENGTH and REPORT_TITLE.match(texts[index]):
        # In minutes, « Rapport n° 4 – Soutien aux clubs » is what a point is about.
        return not (_NUMBERED_REPORT.match(texts[index]) and is_minutes(paragraphs))
    if not texts[index].startswith("objet"):
        return False
    page = paragraphs[index].source.page
    above = [
        texts[place]
        for place in range(max(0, index - SUBJECT_WITHIN), index)
        if paragraphs[place].source.page == page and len(texts[place]) <= SIGNATURE_LENGTH
    ]
    agreement = any(AGREEMENT_TITLE.match(text) for text in above)
    return not agreement and any(name in text for text in above for name, _ in BODIES)


def _opens_agreement(texts: Sequence[str], index: int) -> bool:
    text = texts[index]
    if AGREEMENT_TITLE.match(text):
        return any(AGREEMENT_PARTIES.match(after) for after in texts[index + 1 : index + PARTIES_WITHIN])
    parties = texts[index + 1 : index + PARTIES_WITHIN]
    return bool(AGREEMENT_PARTIES.match(text)) and any(AGREEMENT_PARTIES.match(after) for after in parties)


def _opens_act(paragraphs: Sequence[Paragraph], texts: Sequence[str], index: int) -> bool:
    """A head of an act after the report: an assembly is named or a number given, and visas follow on the page."""
    text = texts[index]
    if len(text) > SIGNATURE_LENGTH or not ("deliberation" in text or any(name in text for name, _ in BODIES)):
        return False
    page = paragraphs[index].source.page
    after = zip(paragraphs[index + 1 :], texts[index + 1 :], strict=True)
    return any(VISA.match(other) for paragraph, other in after if paragraph.source.page == page)
