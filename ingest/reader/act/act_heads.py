"""The lines over which an act stands: which of them make the head of an act, and of which act.

What enters: the printed lines of a page, from top to bottom. What leaves: the `Head` that they print, if any. Acts that
are only cited, in visas or in sentences, make none. This stage does not know which act a page belongs to.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ingest.reader.act.act_flow import Step
from ingest.reader.act.act_vocabulary import ANNEX_TITLE, BARE_DECISION, BODIES, REPORT_TEXT, VISA
from ingest.reader.act.identity import find_number, find_report_reference, find_title
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import Box, Paragraph, Source

# Characters: a line of a head is no longer; what is longer is a sentence.
LONGEST_LINE = 130
# Lines: a head with the members present, the absent and their proxies goes no further down a page.
HEAD_LINES = 45
# Lines from the top within which an annex or an agreement says what it is.
TITLE_LINES = 4

# What may stand in a head → how it is printed. Each works on a whole plain line.
_FORMS = {
    "register": re.compile(
        r"(?:(?:extrait|copie|expedition)s?\b.{0,40}\b)?(?:registre|proces[ -]verbal|recueil|proces-verbaux)"
        r"(?: des?| du)? .{0,12}deliberations?\b|extrait d[eu]s? (?:registre|deliberation|proces)"
        r"|deliberation (?:du (?:conseil|bureau|comite)|de (?:la commission|l'assemblee))\b"
    ),
    "session": re.compile(
        r"(?:extrait .{0,40})?(?:seance|session|reunion|assemblee pleniere)\b.{0,60}?\b(?:du|des|:|le)\s.{0,30}\d{4}"
        r"|date d(?:e|u) (?:la )?(?:seance|reunion|convocation|conseil)\b|l'an (?:deux|20)"
        r"|(?:conseil|commission permanente|bureau|comite)\b.{0,60} du \d{1,2}(?:er)? \w+ \d{4}"
    ),
    "subject": re.compile(r"(?:objet|sujet|intitule|titre)\s*(?:de la deliberation|du rapport)?\s*(?::|-|$)"),
    "members": re.compile(
        r"(?:etaient |sont |membres |conseillers )?(?:presents?|absents?)\b.{0,30}:"
        r"|nombre d(?:e|') ?(?:membres|conseillers|elus|delegues)|(?:(?:membres|conseillers|delegues) )?en exercice"
        r"|secretaire de seance|quorum"
    ),
}
_BODY = re.compile(r"|".join(re.escape(words) for words, _ in BODIES))
# « Page 1 sur 4 », « 1/4 » alone on its line, « Délibération n° 12 – 1/4 ».
_COUNTER = re.compile(
    r"(?:.*\bpages?|p\.?|feuillet|folio|.*[-|])?\s*:?\s*(?P<at>\d{1,3})\s*(?:/|sur|de)\s*(?P<of>\d{1,3})"
)
# « Question n° 3 », « Affaire 12 : … »: what some councils call the acts of a day.
_MATTER = re.compile(
    r"(?P<word>question|affaire|dossier|point)\s*(?:n ?[°o]\.?)?\s*:?\s*(?P<code>\d{1,3}(?:[-/.]\d{1,4})*)"
    r"(?:$|\s*[-:.]|\s+[a-z])"
)
# « … de la délibération n° 12 », « par décision 2031-4 », « Vu le rapport n° 3 »: told of another act.
_CITED = re.compile(
    r"\b(?:vu|par|cette|ladite|dite|la(?: presente)?|sa|une|le|l'|aux?|les|annexes?|jointe? a)"
    r" ?(?:\w+ ){0,2}?(?:deliberation|decision|arrete|rapport|acte|convention)s?\b(?! d[eu])"
)
# A sentence that goes on: what follows it at the head of the next line is cited.
_OPEN_END = re.compile(
    r"\b(?:la|le|les|de|du|des|par|une?|et|a|au|aux|deliberation|rapport|decision|arrete)s?,?$|[,;]$"
)
_DIGITS = re.compile(r"\d+")
_GROUPS = re.compile(r"[a-z]+|\d+")
# Letters that a recogniser of letters puts for figures.
_LOOKALIKE = re.compile(r"(?<=\d)[oilsb](?=\d|\b)|(?<=[-/._ ])[oil](?=\d)")
_FIGURES = str.maketrans("oilsb", "01158")
# Where a line stands does not matter to those who read a number in it.
_NOWHERE = Source(1, 0, 0, Box(0, 0, 0, 0))


class PrintedLine(NamedTuple):
    """One line of a page: its text, and the same made easy to search."""

    text: str
    plain: str


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an act over `page`. `forms`: what it prints, by the names of this module. `number` as printed, empty
    where it prints none; `wording`: the words before it. `subject`: what the act is about, plain."""

    page: int
    forms: frozenset[str]
    number: str = ""
    wording: str = ""
    subject: str = ""


def printed_line(text: str) -> PrintedLine:
    return PrintedLine(text, plain(text))


def find_head(page: int, lines: Sequence[PrintedLine]) -> Head | None:
    """The head over which this page opens; None where it prints none, or only what is joined to an act."""
    zone = _head_zone(lines)
    if any(_is_joined(line) for line in zone[:TITLE_LINES]):
        return None
    forms = {name for line in zone for name in _FORMS if _FORMS[name].match(line.plain)}
    if any(_BODY.search(line.plain) for line in zone if len(line.plain) <= LONGEST_LINE):
        forms.add("body")
    number, wording = find_own_number(zone)
    if number:
        forms.add("number")
    if not forms:
        return None
    return Head(page, frozenset(forms), number, wording, _subject(zone))


def find_own_number(lines: Sequence[PrintedLine]) -> tuple[str, str]:
    """The number that an act prints of itself among these lines, and its wording; both empty where it prints none."""
    steps = [
        _step(line)
        for before, line in zip((None, *lines), lines, strict=False)
        if _may_say_number(line) and not _is_citation(before, line)
    ]
    number = find_number(steps) or find_report_reference(steps)
    if number:
        own = next((step for step in steps if number in (find_number([step]), find_report_reference([step]))), steps[0])
        return number, wording_of(own.plain.partition(plain(number))[0])
    matters = (_MATTER.match(step.plain) for step in steps)
    return next(((match["code"], wording_of(match["word"])) for match in matters if match), ("", ""))


def wording_of(text: str) -> str:
    """Words alone: « Délibération n° » of « Délibération n° 12 », the same on each act of a council."""
    return " ".join(_GROUPS.findall(_DIGITS.sub(" ", text)))


def same_number(one: str, other: str) -> bool:
    """Whether two printed numbers may be of one act: « 2031-037 » and « CP/2031/37 » are, « 2031-038 » is another."""
    short, long = sorted((code_groups(one), code_groups(other)), key=len)
    return bool(short) and any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def code_groups(code: str) -> tuple[str, ...]:
    """What a number is made of, whatever stands between: « CP/2031/037 » is cp, 2031, 37."""
    read = plain(code)
    if any(character.isdigit() for character in read):
        # « 2O31-l2 » on a scan is 2031-12: a letter beside figures is read as the figure that it looks like.
        read = _LOOKALIKE.sub(lambda letter: letter[0].translate(_FIGURES), read)
    return tuple(group.lstrip("0") or "0" for group in _GROUPS.findall(read))


def counter_of(lines: Sequence[PrintedLine]) -> tuple[int, int] | None:
    """What the page prints of its place, « 2/4 », on its first or last lines; None where it prints none."""
    for line in (*lines[:3], *lines[-3:]):
        match = _COUNTER.fullmatch(line.plain.strip()) if len(line.plain) <= LONGEST_LINE else None
        if match and 1 <= int(match["at"]) <= int(match["of"]):
            return int(match["at"]), int(match["of"])
    return None


def _head_zone(lines: Sequence[PrintedLine]) -> Sequence[PrintedLine]:
    for index, line in enumerate(lines[:HEAD_LINES]):
        if VISA.match(line.plain) or BARE_DECISION.fullmatch(line.plain) or REPORT_TEXT.search(line.plain):
            return lines[:index]
    return lines[:HEAD_LINES]


def _is_joined(line: PrintedLine) -> bool:
    return ANNEX_TITLE.match(line.plain) is not None


def _may_say_number(line: PrintedLine) -> bool:
    return len(line.plain) <= LONGEST_LINE and any(character.isdigit() for character in line.plain)


def _is_citation(before: PrintedLine | None, line: PrintedLine) -> bool:
    if VISA.match(line.plain) or _CITED.search(line.plain):
        return True
    if line.text[:1].islower() and not line.plain.startswith("n"):
        return True
    return before is not None and len(before.plain) > 1 and _OPEN_END.search(before.plain) is not None


def _step(line: PrintedLine) -> Step:
    return Step("head", Paragraph(line.text, _NOWHERE), line.plain)


def _subject(lines: Sequence[PrintedLine]) -> str:
    for line, after in zip(lines, (*lines[1:], None), strict=True):
        if _FORMS["subject"].match(line.plain):
            rest = _FORMS["subject"].sub("", line.plain, count=1).strip(" :-")
            return rest or (after.plain if after else "")
    return plain(find_title([_step(line) for line in lines if len(line.plain) <= LONGEST_LINE]))
