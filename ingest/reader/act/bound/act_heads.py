"""The lines over which an act stands: which of them make the head of an act, and of which act.

What enters: the printed lines of a page, from top to bottom. What leaves: the `Head` that they print, if any. Acts that
are only cited, in visas or in sentences, make none. This stage does not know which act a page belongs to.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ingest.reader.act.bound.act_numbers import LONGEST_LINE, PageLine, wording_of
from ingest.reader.act.flow.steps import Step
from ingest.reader.act.identity.identity import find_number, find_report_reference
from ingest.reader.act.identity.titles import find_title
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import Paragraph, Source
from ingest.reader.vocabulary.acts import AGREEMENT_TITLE, ANNEX_TITLE, BARE_DECISION, BODIES, REPORT_TEXT, VISA

# Lines: a head with the members present, the absent and their proxies goes no further down a page.
HEAD_LINES = 45
# Lines from the top within which an annex or an agreement says what it is.
TITLE_LINES = 4
# The same for an agreement, whose subject an act may print right under its own number.
FIRST_LINES = 2

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
# « Le Président du Conseil départemental du Val, », « Nous, Maire de Bor, », « La préfète du Val, »: who takes an
# « arrêté » or a « décision ».
_AUTHORITY = re.compile(
    r"(?:nous,? )?(?:l[ea] )?(?:vice-)?(?:presidente?|maire|prefete?|sous-prefete?|ministre|rect(?:eur|rice)"
    r"|direct(?:eur|rice) (?:general|regional|departemental)e?)\b[^:;.]*,?"
)
OF_ONE_PERSON = ("arrete", "decision")
# The form that heads of acts alone have, whatever words stand around their numbers.
SOLEMN = "register"
_BODY = re.compile(r"|".join(re.escape(words) for words, _ in BODIES))
# « Question n° 3 », « Affaire 12 : … »: what some councils call the acts of a day.
_MATTER = re.compile(
    r"(?P<word>question|affaire)\s*(?:n ?[°o]\.?)?\s*:?\s*(?P<code>\d{1,3}(?:[-/.]\d{1,4})*)"
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
# « Délibération n° 13 : … » at the head of a line; « Délibération n° 13 du 3 mars » is cited.
_BEGINS = re.compile(
    r"(?:deliberation|rapport|question|affaire|dcm)\s*(?:n ?[°o]\.?|numero)\s*:?\s*"
    r"(?P<code>(?=[a-z]*[-_./]?\d)[a-z\d]+(?:[./_-][a-z\d]+)*)(?! ?(?:du|en date|relative|portant) )\b"
)
# Each act says it once at least; few of the things that are joined to an act do.
_DECIDED = re.compile(
    r"\bapres (?:en )?avoir (?:\w+ )?delibere|\bapres deliberation\b|\bd e l i b e r e\b|\ba l'unanimite\b"
    r"|\ba la majorite\b|\barrete ?(?::|(?=art(?:icle|\.)))"
    # « a décidé », « a été adoptée » tell of another act.
    r"|(?<!\ba )(?<!\bont )(?<!\bavait )\bd ?e ?c ?i ?d ?e(?:nt)?\b"
    r"|(?<!\ba )(?<!\bont )(?<!\bete )\badoptee?s?\b(?! par\b)"
)
# What none of these goes without, spaces apart: looked for first, because every page is asked.
_DECIDING = ("delibere", "apresdeliberation", "al'unanimite", "alamajorite", "arrete:", "arreteart", "decide", "adopte")
# What else has numbers: « Convention n° 31-12 », « Fiche n° 3 », « Lot n° 2 ».
_OTHER_THING = re.compile(
    r"\b(?:convention|avenant|contrat|marche|lot|fiche|annexe|article|dossier|projet|facture|devis|tableau|chapitre"
    r"|demande|action|engagement|operation|tranche|phase)s?\b"
)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an act on `page`. `forms`: what it prints, by the names of this module. `number` as printed, empty
    where it prints none; `wording`: the words before it. `subject`: what the act is about, plain. `line`: the line that
    tells the act from another."""

    page: int
    forms: frozenset[str]
    line: PageLine
    number: str = ""
    wording: str = ""
    subject: str = ""


class OwnNumber(NamedTuple):
    """What an act prints of its own number: as printed, the words before it, the line."""

    number: str
    wording: str
    line: PageLine


def find_head(page: int, lines: Sequence[PageLine]) -> Head | None:
    """The head over which this page opens; None where it prints none, or only what is joined to an act."""
    zone = _head_zone(lines)
    if _is_joined(zone):
        return None
    forms = {name for line in zone for name in _FORMS if _FORMS[name].match(line.plain)}
    if any(_BODY.search(line.plain) for line in zone if len(line.plain) <= LONGEST_LINE):
        forms.add("body")
    own = find_own_number(zone)
    if not own:
        return Head(page, frozenset(forms), zone[0], subject=_subject(zone)) if forms else None
    if own.wording.startswith(OF_ONE_PERSON) and any(_AUTHORITY.fullmatch(line.plain) for line in zone):
        forms.add("authority")
    return Head(page, frozenset(forms | {"number"}), own.line, own.number, own.wording, _subject(zone))


def find_heads_within(page: int, lines: Sequence[PageLine]) -> Iterator[Head]:
    """The heads of acts that begin further down the page, under one that has decided."""
    decided = False
    for before, line in zip((None, *lines), lines, strict=False):
        match = _BEGINS.match(line.plain) if decided and len(line.plain) <= LONGEST_LINE else None
        if match and not _is_citation(before, line):
            number = line.text[match.start("code") : match.end("code")]
            yield Head(page, frozenset({"number"}), line, number, wording_of(line.plain[: match.start("code")]))
        decided = decided or is_decided(line.plain)


def is_decided(text: str) -> bool:
    """Whether something is decided in a plain text."""
    close = text.replace(" ", "")
    return any(word in close for word in _DECIDING) and _DECIDED.search(text) is not None


def find_own_number(lines: Sequence[PageLine]) -> OwnNumber | None:
    """The number that an act prints of itself among these lines; None where it prints none."""
    steps = {
        _step(line): line
        for before, line in zip((None, *lines), lines, strict=False)
        if _may_say_number(line) and not _is_citation(before, line)
    }
    number = find_number(list(steps)) or find_report_reference(list(steps))
    for step, line in steps.items():
        if number and number in (find_number([step]), find_report_reference([step])):
            wording = wording_of(step.plain.partition(plain(number))[0])
            is_other = "deliberation" not in wording and _OTHER_THING.search(wording)
            return None if is_other else OwnNumber(number, wording, line)
    matters = ((_MATTER.match(step.plain), line) for step, line in steps.items())
    return next((OwnNumber(match["code"], wording_of(match["word"]), line) for match, line in matters if match), None)


def _head_zone(lines: Sequence[PageLine]) -> Sequence[PageLine]:
    for index, line in enumerate(lines[:HEAD_LINES]):
        if VISA.match(line.plain) or BARE_DECISION.fullmatch(line.plain) or REPORT_TEXT.search(line.plain):
            return lines[:index]
    return lines[:HEAD_LINES]


def _is_joined(zone: Sequence[PageLine]) -> bool:
    if any(ANNEX_TITLE.match(line.plain) for line in zone[:TITLE_LINES]):
        return True
    return any(AGREEMENT_TITLE.match(line.plain) for line in zone[:FIRST_LINES])


def _may_say_number(line: PageLine) -> bool:
    return len(line.plain) <= LONGEST_LINE and any(map(str.isdigit, line.plain))


def _is_citation(before: PageLine | None, line: PageLine) -> bool:
    if VISA.match(line.plain) or _CITED.search(line.plain):
        return True
    if line.text[:1].islower() and not line.plain.startswith("n"):
        return True
    return before is not None and len(before.plain) > 1 and _OPEN_END.search(before.plain) is not None


def _step(line: PageLine) -> Step:
    return Step("head", Paragraph(line.text, Source(1, 0, 0, line.box)), line.plain)


def _subject(lines: Sequence[PageLine]) -> str:
    for line, after in zip(lines, (*lines[1:], None), strict=True):
        if _FORMS["subject"].match(line.plain):
            rest = _FORMS["subject"].sub("", line.plain, count=1).strip(" :-")
            return rest or (after.plain if after else "")
    return plain(find_title([_step(line) for line in lines if len(line.plain) <= LONGEST_LINE]))
