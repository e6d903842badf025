"""Where each deliberation of a file begins: councils bind those of a day, or of a month, into one PDF.

What enters: the document. What leaves: one `BoundAct` for each deliberation, in order, that together hold every page; a
single one for a file that is one deliberation with its reports and annexes. Where it is not sure that another act
begins, none does. This stage reads nothing of an act beyond what tells it from the one before it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
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
from ingest.reader.records import BoundAct, Document, Page, Word

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
# A page that prints one of these alone, or none, has no head of an act: most pages need no more than this look.
_HINTS = (
    re.compile(r"registre|extrait|proces[ -]verbal|recueil"),
    re.compile(
        r"(?:seance|session|reunion)\b.{0,60}\d{4}|convocation|l'an (?:deux|20)"
        r"|(?:conseil|permanente|bureau|comite)\b.{0,40} du \d{1,2}(?:er)? \w+ \d{4}"
    ),
    re.compile(r"\b(?:objet|sujet|intitule|titre)\s*(?:de la deliberation|du rapport)?\s*[:-]"),
    re.compile(r"\b(?:presents?|absents?)\b.{0,30}:|en exercice|quorum|secretaire de seance"),
    re.compile(
        r"(?:deliberation|rapport|question|affaire|dossier|arrete|decision|acte)s?\b.{0,20}\d|\bn ?[°o] ?\d|numero"
    ),
)
FEWEST_HINTS = 2
# Share of the height of a page, from its top, in which the head of an act stands.
HEAD_SHARE = 0.75
# A code of several parts, as acts and reports are cited: figures alone may be anything.
_CODE = re.compile(r"(?!\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b)(?=[^\s,;()]*\d)[a-z\d]+(?:[-/._][a-z\d]+)+")


class Bound(NamedTuple):
    """The acts of a document, at least one; `doubtful`: pages on which one more may begin."""

    acts: tuple[BoundAct, ...]
    doubtful: tuple[int, ...] = ()


def find_acts(document: Document) -> Bound:
    """The deliberations bound in the document, in order, and where one more may begin."""
    pages = _Pages(document)
    starts, doubtful = _starts(_heads_of_acts(pages), pages)
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


@dataclass(slots=True)
class _Start:
    """An act that begins on `page`; `head` may stand on a later one, under a cover or a report."""

    page: int
    head: Head


class _Pages:
    """The pages of a document, numbered from 1, and what is asked of them: of most, very little."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.heads: list[Head] = []
        self._decides: list[bool] = []
        self._named: dict[int, frozenset[str]] = {}
        for page in document.pages:
            words = list(page.words)  # packed where the document is long: unpacked once
            text = _text(words)
            self._decides.append(_DECIDED.search(text) is not None)
            upper = [word for word in words if word.box.y0 < HEAD_SHARE * page.height]
            above = text if len(upper) == len(words) else _text(upper)
            if sum(hint.search(above) is not None for hint in _HINTS) >= FEWEST_HINTS:
                head = find_head(page.number, _printed_lines(replace(page, words=upper)))
                if head and _may_open(head) and not self._runs_on(head):
                    self.heads.append(head)

    def decide(self, first: int, last: int) -> bool:
        """Whether something is decided on these pages."""
        return any(self._decides[first - 1 : last])

    def name(self, number: str, first: int, last: int) -> bool:
        """Whether these pages name this number: that of a report, of what an act completes. « 12 » may be anything."""
        if len(code_groups(number)) < FEWEST_GROUPS:
            return False
        return any(same_number(number, code) for page in range(first, last + 1) for code in self._codes(page))

    def count_on(self, page: int) -> bool:
        """Whether « 2/4 » is printed after « 1/4 »; a count of the whole file says nothing of its acts."""
        before, here = (counter_of(_printed_lines(self._at(number))) for number in (page - 1, page))
        if before is None or here is None or here[1] == len(self.document.pages):
            return False
        return here == (before[0] + 1, before[1])

    def title(self, page: int) -> str:
        """The title of the act whose head stands on this page."""
        alone = replace(self.document, pages=(self._at(page),))
        return find_title(act_flow(find_paragraphs(alone, ())))

    def _runs_on(self, head: Head) -> bool:
        """Whether the page before is headed by the same number: a running head."""
        if head.page == 1 or not head.number:
            return False
        before = find_head(head.page - 1, _printed_lines(self._at(head.page - 1)))
        return before is not None and same_number(before.number, head.number)

    def _codes(self, page: int) -> frozenset[str]:
        if page not in self._named:
            self._named[page] = frozenset(_CODE.findall(_text(self._at(page).words)))
        return self._named[page]

    def _at(self, number: int) -> Page:
        return self.document.pages[number - 1]


def _text(words: Iterable[Word]) -> str:
    return plain(" ".join([word.text for word in words]))


def _printed_lines(page: Page) -> list[PrintedLine]:
    return [printed_line(line.text) for block in page_blocks(page) for line in block if not line.angle]


def _may_open(head: Head) -> bool:
    fewest = FEWEST_FORMS if head.number else FEWEST_WITHOUT_NUMBER
    return len(head.forms) >= fewest and bool(head.forms & _TELLING)


# ---- which heads open an act -------------------------------------------------------------------------------------


def _heads_of_acts(pages: _Pages) -> list[Head]:
    """The heads worded as most of the file's are, and those that only an act has, in order."""
    families: dict[str, list[Head]] = defaultdict(list)
    for head in pages.heads:
        families[head.wording].append(head)
    best = max(families, key=lambda wording: len(_starts(families[wording], pages)[0]), default="")
    return [head for head in pages.heads if head.wording == best or _SOLEMN in head.forms]


def _starts(heads: Sequence[Head], pages: _Pages) -> tuple[list[_Start], tuple[int, ...]]:
    """The acts that these heads open, and the pages of heads that open none for sure."""
    starts: list[_Start] = []
    doubtful: list[int] = []
    for head in heads:
        if not starts:
            starts.append(_Start(head.page, head))
        elif not pages.decide(starts[-1].head.page, head.page - 1):
            # A cover, a table of contents, a report: the act itself comes after it.
            if same_number(starts[-1].head.number, head.number):
                starts[-1].head = head
            elif _is_another(starts[-1].head, head, pages):
                doubtful.append(head.page)
        elif _is_another(starts[-1].head, head, pages):
            starts.append(_Start(head.page, head))
    while len(starts) > 1 and not pages.decide(starts[-1].head.page, len(pages.document.pages)):
        doubtful.append(starts.pop().page)
    return starts, tuple(sorted(doubtful))


def _is_another(begun: Head, head: Head, pages: _Pages) -> bool:
    """Whether this head is of another act than the one that has begun: neither its own number again, nor one that it
    names, nor a page that counts on from the one before."""
    if same_number(begun.number, head.number):
        return False
    if not (head.number and begun.number):
        differs = bool(head.subject and begun.subject) and head.subject != begun.subject
    else:
        differs = not pages.name(head.number, begun.page, head.page - 1)
    return differs and not pages.count_on(head.page)
