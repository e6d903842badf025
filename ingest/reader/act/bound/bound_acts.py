"""Where each deliberation of a file begins: councils bind those of a day, or of a month, into one PDF.

What enters: the document. What leaves: one `BoundAct` for each deliberation, in order, that together hold every page; a
single one for a file that is one deliberation with its reports and annexes. Where it is not sure that another act
begins, none does. This stage reads nothing of an act beyond what tells it from the one before it.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ingest.reader.act.bound.act_heads import OF_ONE_PERSON, SOLEMN, Head
from ingest.reader.act.bound.act_numbers import same_number
from ingest.reader.act.bound.bound_pages import ActPages
from ingest.reader.records import BoundAct, Document
from portal.french import page_range


class Bound(NamedTuple):
    """The acts of a document, at least one; `doubtful`: heads under which one more may begin."""

    acts: tuple[BoundAct, ...]
    doubtful: tuple[Head, ...] = ()


def find_acts(document: Document) -> Bound:
    """The deliberations bound in the document, in order, and where one more may begin."""
    pages = ActPages(document)
    starts, doubtful = _starts(_heads_of_acts(pages), pages)
    doubtful = (*doubtful, *_begun_within(starts, pages))
    count = len(document.pages)
    if len(starts) < 2:
        return Bound((BoundAct(1, count),), doubtful)
    firsts = [1, *(start.page for start in starts[1:]), count + 1]
    acts = (
        BoundAct(first, after - 1, start.head.number, pages.title(start.head.page))
        for start, (first, after) in zip(starts, pairwise(firsts), strict=True)
    )
    return Bound(tuple(acts), doubtful)


def told(acts: Sequence[BoundAct]) -> str:
    """« le fichier contient 2 délibérations : n° 12, pages 1 à 5 ; n° 13, page 6 », in French, for staff and public."""
    listed = "\u202f; ".join(f"{_named(act)}, {page_range(act.first_page, act.last_page)}" for act in acts)
    return f"le fichier contient {len(acts)} délibérations\u202f: {listed}"


def _named(act: BoundAct) -> str:
    if not act.number:
        return "sans numéro"
    # « Rapport n° 12 » says itself what it is.
    return act.number if " " in act.number and not act.number[0].isdigit() else f"n°\u00a0{act.number}"


@dataclass(slots=True)
class _Start:
    """An act that begins on `page`; `head` may stand on a later one, under a cover or a report."""

    page: int
    head: Head


# ---- which heads open an act -------------------------------------------------------------------------------------


def _heads_of_acts(pages: ActPages) -> list[Head]:
    """The heads worded as most of the file's are, and those that only an act has, in order. Deliberations stand among
    what a president or a mayor orders."""
    families: dict[str, list[Head]] = defaultdict(list)
    for head in pages.heads:
        families[head.wording].append(head)
    best = max(families, key=lambda wording: len(_starts(families[wording], pages)[0]), default="")
    worded = (*OF_ONE_PERSON, "deliberation") if best.startswith(OF_ONE_PERSON) else ()
    return [
        head
        for head in pages.heads
        if head.wording == best or SOLEMN in head.forms or (worded and head.wording.startswith(worded))
    ]


def _starts(heads: Sequence[Head], pages: ActPages) -> tuple[list[_Start], tuple[Head, ...]]:
    """The acts that these heads open, and the heads that open none for sure."""
    starts: list[_Start] = []
    doubtful: list[Head] = []
    for head in heads:
        if not starts:
            starts.append(_Start(head.page, head))
        elif not pages.decide(starts[-1].head.page, head.page - 1):
            # A cover, a table of contents, a report: the act itself comes after it.
            if same_number(starts[-1].head.number, head.number):
                starts[-1].head = head
            elif _is_another(starts[-1].head, head, pages):
                doubtful.append(head)
        elif _is_another(starts[-1].head, head, pages):
            starts.append(_Start(head.page, head))
    while len(starts) > 1 and not pages.decide(starts[-1].head.page, len(pages.document.pages)):
        doubtful.append(starts.pop().head)
    return starts, tuple(sorted(doubtful, key=lambda head: head.page))


def _begun_within(starts: Sequence[_Start], pages: ActPages) -> list[Head]:
    """Heads further down a page that are worded as that of the act before them and bear another number."""
    found: list[Head] = []
    for head in pages.within:
        begun = next((start.head for start in reversed(starts) if start.page <= head.page), None)
        if begun is None or (begun.number and begun.wording != head.wording):
            continue
        if not same_number(begun.number, head.number) and not pages.name(head.number, begun.page, head.page - 1):
            found.append(head)
    return found


def _is_another(begun: Head, head: Head, pages: ActPages) -> bool:
    """Whether this head opens another act than the one that has begun. It does not where it prints the number of that
    act again, a number that the act names (that of its report), or « 3/4 » on the page after « 2/4 »."""
    if same_number(begun.number, head.number):
        return False
    if not (head.number and begun.number):
        differs = bool(head.subject and begun.subject) and head.subject != begun.subject
    else:
        differs = not pages.name(head.number, begun.page, head.page - 1)
    return differs and not pages.count_on(head.page)
