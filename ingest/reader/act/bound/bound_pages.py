"""The pages of a document as those who look for its acts ask of them: heads, decisions, numbers that are named.

Most pages are asked very little: their words are searched once, and their lines made only where a head may stand.
"""

import re
from dataclasses import replace

from ingest.reader.act.bound.act_heads import SOLEMN, Head, find_head, find_heads_within, is_decided
from ingest.reader.act.bound.act_numbers import PageLine, code_groups, counter_of, page_line, same_number
from ingest.reader.act.flow.act_flow import act_flow
from ingest.reader.act.identity.titles import find_title
from ingest.reader.machine.packed_words import page_text
from ingest.reader.paragraphs.page_lines import page_blocks
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.prose import find_paragraphs
from ingest.reader.records import Box, Document, Page

# How many things the head of an act prints: a running head that changes its number prints one or two.
FEWEST_FORMS, FEWEST_WITHOUT_NUMBER = 2, 3
# Parts of a code that is found again where it is cited.
FEWEST_GROUPS = 2
# What the head of an act prints, and a running head does not; what its report does not either.
_TELLING = {"register", "session", "subject", "members", "authority"}


def _hint(*families: tuple[str, str]) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """The words of these families, and a pattern of any of them before what stands behind it, where « WORD » is the
    word itself: most pages hold none of the words, which is told in a third of the time."""
    pairs = [(word, behind) for words, behind in families for word in words.split("|")]
    pattern = re.compile("|".join(word + behind.replace("WORD", word) for word, behind in pairs))
    return tuple(word for word, _ in pairs), pattern


# A page that prints one of these alone, or none, has no head of an act: most pages need no more than this look. Each
# alternative begins with a letter, so that nothing is tried elsewhere: half the time, and every page is asked.
_HINTS = (
    _hint(("registre|extrait|proces verbal|proces-verbal|recueil", "")),
    _hint(
        ("seance|session|reunion", r"\b.{0,60}\d{4}"),
        ("convocation", ""),
        ("l'an ", "(?:deux|20)"),
        ("conseil|permanente|bureau|comite", r"\b.{0,40} du \d{1,2}(?:er)? \w+ \d{4}"),
    ),
    _hint(("objet|sujet|intitule|titre", r"(?<=\bWORD)\s*(?:de la deliberation|du rapport)?\s*[:-]")),
    _hint(("arrete|decide", r"(?<=\bWORD) ?:? ?art(?:icle|\.)")),
    _hint(("present|absent", r"(?<=\bWORD)s?\b.{0,30}:"), ("en exercice|quorum|secretaire de seance", "")),
    _hint(
        ("deliberation|rapport|question|affaire|dossier|arrete|decision|acte", r"s?\b.{0,20}\d"),
        ("n", r"(?<=\bn) ?[°o] ?\d"),
        ("numero", ""),
    ),
)
# Of the hints above, how many a page prints where a head may stand: one alone is said in any text.
FEWEST_HINTS = 2
# Share of the height of a page, from its top, in which the head of an act stands.
HEAD_SHARE = 0.75
# A code of several parts, as acts and reports are cited: figures alone may be anything.
_CODE = re.compile(r"(?!\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b)(?=[^\s,;()]*\d)[a-z\d]+(?:[-/._][a-z\d]+)+")
# A page that may hold the head of one more act under the end of another. Its letters are looked for before the edge of
# the word: half the time.
_HEAD_WITHIN = re.compile(
    "|".join(
        rf"{word}(?<=\b{word}) ?(?:n ?[°o]|numero)"
        for word in ("deliberation", "rapport", "question", "affaire", "dcm")
    )
)


class ActPages:
    """The pages of a document, numbered from 1. `heads`: those that may open an act, at the top of a page; `within`:
    those further down one."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.heads: list[Head] = []
        self.within: list[Head] = []
        self._decided: dict[int, bool] = {}
        self._named: dict[int, frozenset[str]] = {}
        for page in document.pages:
            text = _plain(page_text(page))
            if _HEAD_WITHIN.search(text) and is_decided(text):
                self.within += find_heads_within(page.number, _printed_lines(page))
            if not _may_print_head(text):
                continue
            upper = [word for word in page.words if word.box.y0 < HEAD_SHARE * page.height]
            above = text if len(upper) == len(page.words) else _plain(" ".join([word.text for word in upper]))
            if _may_print_head(above):
                head = find_head(page.number, _printed_lines(replace(page, words=upper)))
                if head and _may_open(head) and not self._runs_on(head):
                    self.heads.append(head)

    def decide(self, first: int, last: int) -> bool:
        """Whether something is decided on these pages."""
        return any(self._decides(page) for page in range(first, last + 1))

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
        """Whether the page before is headed by the same number: a running head; a table of contents opens no act."""
        if head.page == 1 or not head.number:
            return False
        before = find_head(head.page - 1, _printed_lines(self._at(head.page - 1)))
        return before is not None and _may_open(before) and same_number(before.number, head.number)

    def _decides(self, page: int) -> bool:
        if page not in self._decided:
            self._decided[page] = is_decided(_plain(page_text(self._at(page))))
        return self._decided[page]

    def _codes(self, page: int) -> frozenset[str]:
        if page not in self._named:
            self._named[page] = frozenset(_CODE.findall(_plain(page_text(self._at(page)))))
        return self._named[page]

    def _at(self, number: int) -> Page:
        return self.document.pages[number - 1]


def _plain(text: str) -> str:
    """The plain text of a page, not remembered: those of a thousand pages weigh ten megabytes."""
    found: str = plain.__wrapped__(text)
    return found


def _may_print_head(text: str) -> bool:
    found = 0
    for left, (words, hint) in zip(range(len(_HINTS), 0, -1), _HINTS, strict=True):
        if found + left < FEWEST_HINTS:
            return False
        found += any(word in text for word in words) and hint.search(text) is not None
        if found == FEWEST_HINTS:
            return True
    return False


def _printed_lines(page: Page) -> list[PageLine]:
    across, down = page.width, page.height
    return [
        page_line(line.text, Box(line.box.x0 / across, line.box.y0 / down, line.box.x1 / across, line.box.y1 / down))
        for block in page_blocks(page)
        for line in block
        if not line.angle
    ]


def _may_open(head: Head) -> bool:
    if head.number:
        return len(head.forms) >= FEWEST_FORMS and bool(head.forms & _TELLING)
    # A sheet about a project may name the sitting and its subject; only an act is an extract of the register.
    return len(head.forms) >= FEWEST_WITHOUT_NUMBER and SOLEMN in head.forms
