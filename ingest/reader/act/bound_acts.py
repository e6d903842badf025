"""Where each deliberation of a file begins: councils bind those of a day, or of a month, into one PDF.

What enters: the document. What leaves: one `BoundAct` for each deliberation, in order, that together hold every page; a
single one for a file that is one deliberation with its reports and annexes. Where it is not sure that another act
begins, none does. This stage reads nothing of an act beyond what tells it from the one before it.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ingest.reader.act.act_flow import act_flow
from ingest.reader.act.act_heads import (
    Head,
    PrintedLine,
    code_groups,
    counter_of,
    find_head,
    printed_line,
    same_number,
)
from ingest.reader.act.identity import find_title
from ingest.reader.paragraphs.page_lines import page_blocks
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.prose import find_paragraphs
from ingest.reader.records import BoundAct, Document, Page

# How many things the head of an act prints: a running head that changes its number prints one or two.
FEWEST_FORMS, FEWEST_WITHOUT_NUMBER = 2, 3
# Parts of a code that is found again where it is cited.
FEWEST_GROUPS = 2
# What the head of an act prints, and a running head does not; what its report does not either.
_TELLING = {"register", "session", "subject", "members"}
_SOLEMN = "register"

# Each act says it once at least; few of the things that are joined to an act do.
_DECIDED = re.compile(
    r"\bapres (?:en )?avoir (?:\w+ )?delibere|\bapres deliberation\b|\bd ?e ?c ?i ?d ?e(?:nt)?\b|\bd e l i b e r e\b"
    r"|\ba l'unanimite\b|\ba la majorite\b|\badoptee?s?\b(?! par\b)|\barrete ?:"
)
# A page without one of these has no head of an act: most pages need no more than this look.
_HINTS = re.compile(
    r"registre|extrait|seance|session|reunion|objet|sujet|intitule|presents|exercice|l'an deux|\bdu \d{1,2} "
)
# A code of several parts, as acts and reports are cited: figures alone may be anything.
_CODE = re.compile(r"(?!\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b)(?=[^\s,;()]*\d)[a-z\d]+(?:[-/._][a-z\d]+)+")


class Bound(NamedTuple):
    """The acts of a document, at least one; `doubtful`: pages on which one more may begin."""

    acts: tuple[BoundAct, ...]
    doubtful: tuple[int, ...] = ()


def find_acts(document: Document) -> Bound:
    """The deliberations bound in the document, in order, and where one more may begin."""
    pages = [_signs(page) for page in document.pages]
    heads = _heads_of_acts(pages)
    starts, doubtful = _starts(heads, pages)
    if len(starts) < 2:
        return Bound((BoundAct(1, len(pages)),), doubtful)
    firsts = [1, *(start.page for start in starts[1:]), len(pages) + 1]
    acts = (
        BoundAct(first, after - 1, start.head.number, _title(document, start.head.page))
        for start, (first, after) in zip(starts, pairwise(firsts), strict=True)
    )
    return Bound(tuple(acts), doubtful)


def told(acts: Sequence[BoundAct]) -> str:
    """« le fichier contient 2 délibérations : n° 12, pages 1 à 5 ; n° 13, page 6 », in French, for staff and public."""
    listed = "\u202f; ".join(f"{_named(act)}, {_pages(act)}" for act in acts)
    return f"le fichier contient {len(acts)} délibérations\u202f: {listed}"


def _named(act: BoundAct) -> str:
    if not act.number:
        return "sans numéro"
    # « Rapport n° 12 » says itself what it is.
    return act.number if " " in act.number and not act.number[0].isdigit() else f"n°\u00a0{act.number}"


def _pages(act: BoundAct) -> str:
    if act.first_page == act.last_page:
        return f"page\u00a0{act.first_page}"
    return f"pages\u00a0{act.first_page} à {act.last_page}"


class _Signs(NamedTuple):
    """What one page says: the head over it, whether something is decided on it, the codes that it names, its count."""

    head: Head | None
    decides: bool
    codes: frozenset[str]
    counter: tuple[int, int] | None


@dataclass(slots=True)
class _Start:
    """An act that begins on `page`; `head` may stand on a later one, under a cover or a report."""

    page: int
    head: Head


def _signs(page: Page) -> _Signs:
    text = plain(" ".join([word.text for word in page.words]))
    lines = _printed_lines(page) if _HINTS.search(text) else []
    return _Signs(
        find_head(page.number, lines),
        _DECIDED.search(text) is not None,
        frozenset(_CODE.findall(text)),
        counter_of(lines),
    )


def _printed_lines(page: Page) -> list[PrintedLine]:
    return [printed_line(line.text) for block in page_blocks(page) for line in block if not line.angle]


def _title(document: Document, page: int) -> str:
    alone = Document(document.name, document.sha256, (document.pages[page - 1],), document.engine)
    return find_title(act_flow(find_paragraphs(alone, ())))


# ---- which heads are those of the acts of this file --------------------------------------------------------------


def _heads_of_acts(pages: Sequence[_Signs]) -> list[Head]:
    """The heads worded as most of the file's are, and those that only an act has, in order."""
    heads = [
        signs.head
        for before, signs in zip((None, *pages), pages, strict=False)
        if signs.head and _may_open(signs.head) and not _runs_on(before, signs.head)
    ]
    families: dict[str, list[Head]] = defaultdict(list)
    for head in heads:
        families[head.wording].append(head)
    best = max(families.values(), key=lambda family: len(_starts(family, pages)[0]), default=[])
    return [head for head in heads if (best and head.wording == best[0].wording) or _SOLEMN in head.forms]


def _runs_on(before: _Signs | None, head: Head) -> bool:
    """Whether the page before is headed by the same number: a running head."""
    return before is not None and before.head is not None and same_number(before.head.number, head.number)


def _may_open(head: Head) -> bool:
    fewest = FEWEST_FORMS if head.number else FEWEST_WITHOUT_NUMBER
    return len(head.forms) >= fewest and bool(head.forms & _TELLING)


# ---- which of them open an act -----------------------------------------------------------------------------------


def _starts(heads: Sequence[Head], pages: Sequence[_Signs]) -> tuple[list[_Start], tuple[int, ...]]:
    """The acts that these heads open, and the pages of heads that open none for sure."""
    starts: list[_Start] = []
    doubtful: list[int] = []
    for head in heads:
        if not starts:
            starts.append(_Start(head.page, head))
        elif not _decides(pages, starts[-1].head.page, head.page - 1):
            # A cover, a table of contents, a report: the act itself comes after it.
            if _is_same(starts[-1].head, head):
                starts[-1].head = head
            elif _is_another(starts[-1], head, pages):
                doubtful.append(head.page)
        elif _is_another(starts[-1], head, pages):
            starts.append(_Start(head.page, head))
    while len(starts) > 1 and not _decides(pages, starts[-1].head.page, len(pages)):
        doubtful.append(starts.pop().page)
    return starts, tuple(sorted(doubtful))


def _decides(pages: Sequence[_Signs], first: int, last: int) -> bool:
    return any(signs.decides for signs in pages[first - 1 : last])


def _is_same(one: Head, other: Head) -> bool:
    return same_number(one.number, other.number)


def _is_another(start: _Start, head: Head, pages: Sequence[_Signs]) -> bool:
    """Whether this head is of another act than the one that has begun: neither its own number again, nor one that it
    names, nor a page that counts on from the one before."""
    if _counts_on(pages, head.page) or _is_same(start.head, head):
        return False
    if not (head.number and start.head.number):
        return bool(head.subject and start.head.subject) and head.subject != start.head.subject
    return not _is_named(head, pages[start.head.page - 1 : head.page - 1])


def _is_named(head: Head, pages: Sequence[_Signs]) -> bool:
    """Whether these pages name this number: that of the report, of what the act completes. « 12 » may be anything."""
    if len(code_groups(head.number)) < FEWEST_GROUPS:
        return False
    return any(same_number(head.number, code) for signs in pages for code in signs.codes)


def _counts_on(pages: Sequence[_Signs], page: int) -> bool:
    """Whether « 2/4 » is printed after « 1/4 »; a count of the whole file says nothing of its acts."""
    before, here = pages[page - 2].counter, pages[page - 1].counter
    if before is None or here is None or here[1] == len(pages):
        return False
    return here == (before[0] + 1, before[1])
