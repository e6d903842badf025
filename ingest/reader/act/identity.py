"""Number, report reference and title of an act, as printed in its head.

What enters: the steps of the act. What leaves: texts as printed, empty where the act prints none. Nothing is made up
from parts.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.reader.act.act_flow import Step
from ingest.reader.act.act_vocabulary import BODIES, CIVILITY
from ingest.reader.paragraphs.plain_text import plain

# Characters: a line that holds a number, a date or a name of assembly and little else; the longest title.
LABEL_LENGTH = 90
# Lines of a head above a title that nothing marks as one.
FEWEST_HEADS = 2
SHORTEST_TITLE = 12
LONGEST_OFFICE = 60

# `24 C 0412`, `24-DB-0123`, `2024_CP_0123`, `DIPLE/2022/273`, `2023-259`; spaces around a dash where figures follow.
# A few letters may stand apart before them: `CP 2031-123`.
_CODE = r"(?:\d{2,4} [A-Za-z]{1,4} \d{1,5}\b|(?:[A-Za-z]{1,5} (?=\d))?[A-Za-z0-9]+(?:[./_-][A-Za-z0-9]+"
# « DB-2024-42 – 8.5 Politique de la ville »: what stands after a spaced dash may be a heading of the State's list.
_CODE += r"|[-–](?=[A-Za-z]{0,3}\d)[A-Za-z0-9]+|\s?[-–]\s?(?!\d\.\d)(?=[A-Za-z]{0,3}\d)[A-Za-z0-9]+"
_CODE += r"|\s/\s(?=\d)[A-Za-z0-9]+)*)"
_NUMBER_SIGN = r"(?:n ?[°ºo]|numero|num\.?)"
_LABELLED = re.compile(
    rf"(?:^arrete(?: (?:prefectoral|municipal|departemental|ministeriel|interministeriel|conjoint))?"
    rf"|deliberation|acte|decision|resolution|dcm|delib\.?)s?(?: [a-z]{{2,5}}(?= n))?"
    rf"(?: (?:de la|du|de|d'|attributive|portant)[^:°]{{0,60}}?)?"
    rf"\s*(?:{_NUMBER_SIGN}\s*:?|:)\s*(?P<code>{_CODE.lower()})"
    rf"|{_NUMBER_SIGN}\s*(?:d'ordre|de l'acte|de (?:la )?deliberation)\s*:?\s*(?P<other>{_CODE.lower()})"
)
# « Séance du 11 avril 2031 – N° 31.04.07 »; « 2031/47 – Forfait communal », « 2031 DAC 145 Subventions à… ».
_AT_END = re.compile(rf".{{3,}}(?:[-,(]\s*|\d\s+){_NUMBER_SIGN}\s*:?\s*(?P<code>{_CODE.lower()})\)?$")
_BEFORE_TITLE = re.compile(
    r"(?P<code>(?:19|20)\d\d(?:[/_-]\d{1,5}|([-_/.])\d\d\2\d{1,3}(?:\2\d{1,3})?| [a-z]{2,6} \d{1,4})"
    r"|[a-z]{1,6}[ _-]?(?:19|20)\d\d[/_-]\d{1,5})"
    r"(?:\s*[-:]\s*|\s+)(?P<title>(?=[a-z]).{12,})$"
)
# « délibération n° 5-12 – 1/4 » at the foot of a page.
_PAGE_OF = re.compile(r"\s+[-–]\s+\d{1,3}\s?/\s?\d{1,3}$")
_OF_ANOTHER = re.compile(r"\b(?:par|la|les|une|sa|ses|cette|notre|aux?|des?)\s+$")
_PLAIN_NUMBER = re.compile(
    rf"(?:.{{3,80}}\s-\s)?(?:deliberation|acte|dcm|delib\.?)\s+(?P<code>(?=[^\s]*\d)(?=[^\s]*[./_-]){_CODE.lower()})(?:$|\s*[-:]\s"
    rf"| (?:du|de la) (?:conseil|bureau|comite|commission)\b)"
)
_ALONE = re.compile(
    rf"\(?\s*(?:(?!lot|page|fiche|point|loi|ordre|piece"
    rf"|note)[a-z]{{2,5}} )?{_NUMBER_SIGN}\s*:?\s*(?P<code>{_CODE.lower()})\s*\)?(?:\s*[-:]\s*(?P<title>.{{12,}})"
    rf"|\s+objet\s*:.*)?$"
)
_NUMBER_AND_TITLE = re.compile(
    rf"(?:deliberation|acte|dcm|delib\.?) ?{_NUMBER_SIGN}?\s*{_CODE.lower()}"
    r"(?:\s*[-:]\s+|\s+(?:portant|relative? (?:a|au|aux)|concernant) (?:la |le |l'|les )?)(?P<title>(?=[a-z]).{12,})$"
)
_BARE = re.compile(
    r"(?=.*\d)(?=.*[-_/])[a-z0-9]{1,12}(?:[-_/.][a-z0-9]{1,12}){1,5}|[a-z]{2,5}\d{2,4}(?:\.\d{1,4}){1,3}"
)
_CODE_INSIDE = re.compile(
    r"(?<![\w/-])(?=[a-z]*\d*[a-z]+)[a-z0-9]{2,12}[/_-](?:19|20)\d\d(?:[/_-]\d\d)?[/_-]\d{1,5}(?![\w/-])"
)
_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})$|(?:19|20)\d\d-\d\d-\d\d$")
_FULL_YEAR = re.compile(r"(?:19|20)\d\d")
_REPORT = re.compile(
    rf"\brapports?\s*(?:(?P<sign>{_NUMBER_SIGN})\s*:?\s*(?P<code>{_CODE.lower()})"
    r"|(?P<bare>(?=[^\s]*\d)(?=[^\s]*[/_-])[a-z0-9]+(?:[./_-][a-z0-9]+)+))(?![\w'])"
)
_SUBJECT = re.compile(
    r"(?:n ?[°o] ?\S+\s+(?:[-:]\s*)?)?(?:objet|sujet|intitule|titre|rapport(?= ?:))"
    r"\s*(?:de la deliberation|du rapport)?\s*(?::|-|$)\s*"
)
_SUBJECT_INSIDE = re.compile(r"\s(?:Objet|OBJET)\s*:\s*(?P<title>\S.{8,300})$")
_NO_TITLE = re.compile(
    r"extrait|republique|liberte|registre|proces-verbal|deliberations?\b|seance|reunion\b|session|reuni|date\b"
    r"|convocation|nombre de|membres\b"
    r"|(?:etaient |sont )?(?:presents?|absents?|excuses?|representes?)\b|secretaire|president|presidence"
    r"|rapporteur|rapport (?:du|de la|de m|de mme|n ?[°o]|au conseil|a la commission|presente)\b"
    r"|quorum|departement\b|arrondissement"
    r"|canton\b|commune de|ville de|mairie|communaute (?:de|d')|metropole|region\b|accuse|envoye|recu |publie"
    r"|affiche|transmis|acte\b|id ?:"
    r"|page\b|direction|service|pole\b|commission\b|assistai|ont donne|pouvoirs?\b|procurations?\b|votants?\b"
    r"|[ivx]+ ?[-.)] |pour\b|contre\b|le conseil|la commission|conseil\b|programme \d|.{3,40}\bagglomeration$"
    r"|(?:le|la) (?:maire|president|direct(?:eur|rice)|prefete?|ministre)\b"
    r"|n ?[°o] ?\S+ (?:du|en date)\b|(?:sous-)?total\b"
    r"|(?:m|mme|monsieur|madame|mesdames|messieurs)\b|en (?:19|20)\d\d|au vu|il est|il a"
    r"|sur (?:la )?proposition|apres|vote\b|adopte|ainsi|considerant"
)
_TITLE_VERB = re.compile(
    r"(?:attribution|subventions?|appels? a projets?|aides?|soutien|convention|programme|politique"
    r"|participation|financement)"
)


def find_number(steps: Sequence[Step]) -> str:
    """The number of the act as printed, without « n° »; the report's where the act prints no other."""
    head = [step for step in steps if step.role in ("head", "expose")]
    for pattern in (_LABELLED, _PLAIN_NUMBER, _ALONE):
        for step in head:
            match = _labelled(step.plain) if pattern is _LABELLED else pattern.match(step.plain.strip())
            code = _printed_code(step, match, "code") or _printed_code(step, match, "other")
            # « Délibération n° 7/11/2031 » is a number whatever it looks like.
            surely = pattern is _LABELLED and match is not None and re.search(_NUMBER_SIGN, match[0]) is not None
            if code and any(character.isdigit() for character in code) and (surely or not _is_date(code, pattern)):
                return code
    for step in head:
        match = _AT_END.match(step.plain.strip()) if len(step.plain) <= LABEL_LENGTH else None
        match = match or _BEFORE_TITLE.match(step.plain.strip())
        if code := _printed_code(step, match, "code"):
            return code
    for step in head:
        if _BARE.fullmatch(step.plain.strip()) and not _DATE.match(step.plain.strip()):
            return step.paragraph.text.strip()
    for step in head:
        inside = _CODE_INSIDE.search(step.plain)
        if inside and len(step.plain) <= LABEL_LENGTH:
            return step.paragraph.text[inside.start() : inside.end()]
    reference = find_report_reference(steps)
    return reference if not plain(reference).startswith("rapport") else ""


def _labelled(text: str) -> re.Match[str] | None:
    """The number that a label names, but for « Par délibération n° 24-612 du 13 décembre, l'Assemblée a… »: a sentence
    that speaks of an earlier act."""
    match = _LABELLED.search(text)
    of_another = match and len(text) > LABEL_LENGTH and _OF_ANOTHER.search(text[: match.start()])
    return None if of_another else match


def _is_date(code: str, pattern: re.Pattern[str]) -> bool:
    """« n° 2031-04-12 » is a number that its label names; « : 12/04/2031 » is a day."""
    if not _FULL_YEAR.search(code):
        return False  # « Délibération 24.06.11 – Bourses », « N° 24.06.11 »
    return bool(_DATE.match(code)) and (pattern is _ALONE or not re.match(r"(?:19|20)\d\d-", code))


def _printed_code(step: Step, match: re.Match[str] | None, group: str) -> str:
    if not match or not match.groupdict().get(group):
        return ""
    return _PAGE_OF.sub("", step.paragraph.text[match.start(group) : match.end(group)]).strip(" -–")


def find_report_reference(steps: Sequence[Step]) -> str:
    """The report that the act answers: its code alone where it has one, « Rapport n° 12 » where it is only numbered."""
    for step in steps:
        if step.role not in ("head", "visa"):
            continue
        match = _REPORT.search(step.plain)
        if not match:
            continue
        code = _printed_code(step, match, "code") or _printed_code(step, match, "bare")
        if code.isdigit():
            # A bare figure says nothing without its word: « Rapport n° 42 ».
            return step.paragraph.text[match.start() : match.end()].strip()
        if any(character.isdigit() for character in code) and not _DATE.match(code):
            return code
    return ""


# ---- title -------------------------------------------------------------------------------------------------------


def find_title(steps: Sequence[Step]) -> str:
    """The title of the act: after « Objet : », beside or around its number, or the last heading before the visas."""
    opening = [step for step in steps if step.role in ("head", "expose")]
    return (
        _after_subject(opening)
        or _after_code(opening)
        or _beside_number(opening)
        or _last_heading(steps)
        or _under_number(opening)
    )


def _after_code(steps: Sequence[Step]) -> str:
    """« 2031/47 – Forfait communal », « Délibération n° 7 : Subventions aux associations »."""
    for step in steps:
        match = _BEFORE_TITLE.match(step.plain) or _NUMBER_AND_TITLE.match(step.plain)
        if match and not _NO_TITLE.match(match["title"]):
            return step.paragraph.text[match.start("title") :].strip()
    return ""


def _after_subject(steps: Sequence[Step]) -> str:
    for index, step in enumerate(steps):
        match = _SUBJECT.match(step.plain)
        if not match:
            continue
        rest = step.paragraph.text[match.end() :].strip()
        if rest:
            return rest
        after = steps[index + 1 : index + 2]
        return after[0].paragraph.text.strip() if after else ""
    for step in steps:
        # « Président : M. X N° B-4/1 Objet : Aides aux clubs »: on the last of several lines.
        inside = _SUBJECT_INSIDE.search(step.paragraph.text)
        if inside and step.role == "head":
            return inside["title"].strip()
    return ""


def _beside_number(steps: Sequence[Step]) -> str:
    for index, step in enumerate(steps):
        match = _ALONE.match(step.plain)
        if not match or not any(character.isdigit() for character in match["code"]):
            continue
        if match["title"]:
            return step.paragraph.text[match.start("title") :].strip()
        for near in (*reversed(steps[:index][-1:]), *steps[index + 1 : index + 2]):
            if _may_be_title(near):
                return near.paragraph.text.strip()
    return ""


def _under_number(steps: Sequence[Step]) -> str:
    """« Services d'aide à domicile : dotations » right under the number: no office has so long a name."""
    for step, under in pairwise(steps):
        numbered = len(step.plain) <= LABEL_LENGTH and _LABELLED.match(step.plain.strip())
        if numbered and under.paragraph.kind == "heading" and len(under.plain) >= LONGEST_OFFICE:
            return under.paragraph.text.strip()
    return ""


def _last_heading(steps: Sequence[Step]) -> str:
    head: list[Step] = []
    for step in steps:
        if step.role != "head":
            break
        head.append(step)
    titles = [step for step in head if _may_be_title(step)]
    named = [step for step in titles if _TITLE_VERB.search(step.plain)]
    strong = [step for step in titles if step.paragraph.kind == "heading"]
    # A line of its own just above the act's first words, under its number, is its title in whatever type it is set.
    last = [
        step for step in titles if step in head[-2:] and len(step.plain) <= LABEL_LENGTH and len(head) > FEWEST_HEADS
    ]
    for choice in ([step for step in named if step in strong], named, strong, last):
        if choice:
            return choice[-1].paragraph.text.strip()
    return ""


def _may_be_title(step: Step) -> bool:
    text = step.plain.strip(" -:")
    if len(text) < SHORTEST_TITLE or _NO_TITLE.match(text) or _BARE.fullmatch(text) or re.match(CIVILITY, text):
        return False
    ends = step.plain.rstrip()
    if step.paragraph.kind != "heading" and len(text) > LABEL_LENGTH and ends.endswith((".", ";", ":")):
        return False  # a sentence of the report
    return not (len(text) <= LABEL_LENGTH and any(text.endswith(name) for name, _ in BODIES))
