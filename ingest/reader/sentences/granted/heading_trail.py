"""The headings that a paragraph of a report or an annex stands under, outermost first.

What enters: paragraphs one by one, in order. What leaves: the trail of headings at each. Levels are not printed: a
heading of a form met before takes the place of that one and of all below it.
"""

import re

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import Paragraph
from ingest.reader.vocabulary.acts import BODIES, REPORT_TITLE

# Characters: a longer heading says no more of a sum than its beginning.
LONGEST = 140

_SESSION = re.compile(r"(?:reunion|seance|session|departement|conseil|objet|deliberation)\b")
_FORMS = (
    re.compile(r"annexe"),
    re.compile(
        r"(?P<form>thematique|theme|axe|volet|titre|chapitre|partie|programme|politique|mission|pilier"
        r"|operation|action|fiche|mesure|dispositif"
        r"|objectif|orientation|lot)s?(?P<rest> complementaires?)? ?(?:n ?[°o] ?)?[\divx]"
    ),
    re.compile(r"(?P<form>[ivx]+)(?: |\.|-|\))"),
    re.compile(r"(?P<form>[a-z])[.)-] "),
    re.compile(r"(?P<form>\d{1,2})[.)-]* "),
    re.compile(r"(?P<form>\d{1,2}(?:[.-]\d{1,2})+)[.)-]* "),
)
_KINDS = ("annexe", "", "roman", "letter", "number", "numbers")


class HeadingTrail:
    """The headings in force. Kept while a part of the document is read; `restart` at the next part."""

    def __init__(self) -> None:
        self._trail: list[tuple[tuple[str, float, bool], str]] = []

    def restart(self, title: str) -> None:
        """A new part begins, under `title` where it has one."""
        self._trail = [(("part", 0.0, False), title)] if title else []

    def see(self, paragraph: Paragraph) -> None:
        """Take a paragraph in: a heading changes the trail, any other leaves it."""
        if paragraph.kind != "heading" or _names_the_document(plain(paragraph.text)):
            return
        form = _form(paragraph)
        known = next((place for place, (other, _) in enumerate(self._trail) if other == form), None)
        if known is not None:
            del self._trail[known:]
        self._trail.append((form, paragraph.text.strip(" :")[:LONGEST]))

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(text for _, text in self._trail)


def _names_the_document(text: str) -> bool:
    """A title, an assembly, a session: they stand above everything and say nothing of a sum."""
    named = len(text) <= LONGEST and any(text.startswith(name) or text.endswith(name) for name, _ in BODIES)
    return named or REPORT_TITLE.match(text) is not None or _SESSION.match(text) is not None


def _form(paragraph: Paragraph) -> tuple[str, float, bool]:
    text = plain(paragraph.text)
    for pattern, kind in zip(_FORMS, _KINDS, strict=True):
        match = pattern.match(text)
        if match:
            name = kind or match["form"]
            # « Opération complémentaire 1 » stands beside « Opération 1 », under the same heading.
            return (name, round(paragraph.size), False) if kind != "" else (name, 0.0, False)
    return "plain", round(paragraph.size), paragraph.bold
