"""Number of an act and of its report, as printed in its head.

What enters: the steps of the act. What leaves: texts as printed, empty where the act prints none. Nothing is made up
from parts.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.reader.act.flow.steps import Step
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.vocabulary.patterns import AUTHORITIES

# Characters: a line that holds a number, a date or a name of assembly and little else.
LABEL_LENGTH = 90

# `24 C 0412`, `24-DB-0123`, `2024_CP_0123`, `DIPLE/2022/273`, `2023-259`; spaces around a dash where figures follow.
# A few letters may stand apart before them: `CP 2031-123`.
_CODE = r"(?:\d{2,4} [A-Za-z]{1,4} \d{1,5}\b|(?:[A-Za-z]{1,5} (?=\d))?[A-Za-z0-9]+(?:[./_-][A-Za-z0-9]+"
# « DB-2024-42 – 8.5 Politique de la ville »: what stands after a spaced dash may be a heading of the State's list.
_CODE += r"|[-–](?=[A-Za-z]{0,3}\d)[A-Za-z0-9]+|\s?[-–]\s?(?!\d\.\d)(?=[A-Za-z]{0,3}\d)[A-Za-z0-9]+"
# « 24/148 CP »: the initials of the assembly after the figures.
_CODE += r"|\s/\s(?=\d)[A-Za-z0-9]+)*(?:(?<=\d) (?:AC|AP|CA|CC|CD|CG|CM|CP|CR|CT)\b)?)"
# « M. BLANC, NOIR » bears no sign.
NUMBER_SIGN = r"(?:n ?(?:[°º]|o(?![a-z]))|numero|num\.?)"
LABELLED_NUMBER = re.compile(
    rf"(?:^arrete(?: (?:prefectoral|municipal|departemental|ministeriel|interministeriel|conjoint))?"
    rf"|deliberation|acte|decision|resolution|dcm|delib\.?)s?"
    rf"(?: (?:municipale|communautaire|metropolitaine|departementale|regionale|syndicale|[a-z]{{2,5}})(?= n))?"
    rf"(?: (?:de la|du|de|d'|attributive|portant)[^:°]{{0,60}}?)?"
    rf"\s*(?:{NUMBER_SIGN}\s*:?|:)\s*(?P<code>{_CODE.lower()})"
    rf"|{NUMBER_SIGN}\s*(?:d'ordre|de l'acte|de (?:la )?(?:deliberation|decision)|d[eu] dossier)"
    rf"\s*:?\s*(?P<other>{_CODE.lower()})"
)

# « Séance du 11 avril 2031 – N° 31.04.07 »; « 2031/47 – Forfait communal », « 2031 DAC 145 Subventions à… ».
_AT_END = re.compile(
    # The two sides of a letterhead, on one line: « Conseil départemental du Val N° 2031-12 ».
    r"(?:.{3,}(?:[-,(]\s*|\d\s+)"
    rf"|(?:conseil|{AUTHORITIES}|prefecture) [^\d]{{3,60}}\s)"
    rf"(?:(?:dossier|affaire|question|arrete) )?{NUMBER_SIGN}\s*:?\s*(?P<code>{_CODE.lower()})\)?$"
)
BEFORE_TITLE = re.compile(
    r"(?P<code>(?:19|20)\d\d(?:[/_-]\d{1,5}|([-_/.])\d\d\2\d{1,3}(?:\2\d{1,3})?|([ _-])[a-z]{2,6}\3\d{1,4})"
    r"|[a-z]{1,6}[ _-]?(?:19|20)\d\d[/_-]\d{1,5}|[a-z]{1,6}(?:19|20)\d{6}[/_-]\d{1,4}"
    r"|\d{1,4}(?:[-.]\d{1,3}){2,3}(?=\s+-\s)|\d\d[-/]\d{3,5}(?=\s+-\s))"
    r"(?:\s*[-:]\s*|\s+)(?P<title>(?=[a-z]).{12,})$"
)
# « délibération n° 5-12 – 1/4 » at the foot of a page.
_PAGE_OF = re.compile(r"\s+[-–]\s+\d{1,3}\s?/\s?\d{1,3}$")
_OF_ANOTHER = re.compile(r"\b(?:par|la|les|une|sa|ses|cette|notre|aux?|des?)\s+$")
_PLAIN_NUMBER = re.compile(
    rf"(?:.{{3,80}}\s-\s)?(?:deliberation|decision|acte|dcm|delib\.?)\s+"
    rf"(?P<code>(?=(?:[a-z]{{1,4}} )?[^\s]*\d)(?=(?:[a-z]{{1,4}} )?[^\s]*[./_-]|\d{{2,4}}[a-z]{{2,4}}\d)"
    rf"{_CODE.lower()})"
    # What a stamp prints beside it on the same line is no more of it.
    r"(?:$|\s*[-:]\s|\s+(?:affich|publi|recu\b|envoye|transmi|date d)"
    r"|\s+(?:du|de la) (?:conseil|bureau|comite|commission|\d{1,2}(?:er)?)\b)"
)
NUMBER_ALONE = re.compile(
    rf"\(?\s*(?:(?!lot|page|fiche|point|loi|ordre|piece"
    rf"|note)[a-z]{{2,5}} )?{NUMBER_SIGN}\s*:?\s*(?P<code>{_CODE.lower()})\s*\)?"
    # A dash without blanks may be of the number: « n° 2031-0512 du 12 mai 2031 ».
    r"(?:(?:\s*:\s*|\s+-\s+|\s*-\s*(?=\D))(?P<title>.{12,})"
    r"|\s+du (?:\w+ )?\d{1,2}(?:er)? [a-z]+ (?:19|20)\d\d|\s+objet\s*:.*)?$"
)
NUMBER_AND_TITLE = re.compile(
    rf"(?:deliberation|acte|dcm|delib\.?) ?{NUMBER_SIGN}?\s*{_CODE.lower()}"
    r"(?: (?:du|en date du) (?:[a-z]+di )?\d{1,2}(?:er)? [a-z]+ (?:19|20)\d\d)?"
    r"(?:\s*[-:]\s+|\s+(?:portant|relative? (?:a|au|aux)|concernant) (?:la |le |l'|les )?)(?P<title>(?=[a-z]).{12,})$"
)
# « Délibération n° 12 Aides aux clubs », two headings set close to one another.
NUMBER_THEN_TITLE = re.compile(
    rf"(?:deliberation|decision|arrete|acte|dcm|delib\.?) ?{NUMBER_SIGN}\s*:?\s*{_CODE.lower()}\s+"
    r"(?P<title>(?!d[eu]\b|des\b)(?=[a-z]).{12,})$"
)
BARE_NUMBER = re.compile(
    r"(?:[a-z]{2,5} (?=\d))?(?=.*\d)(?=.*[-_/])[a-z0-9]{1,12}(?:[-_/.][a-z0-9]{1,12}){1,5}"
    r"|[a-z]{2,5}\.?\d{2,4}(?:\.\d{1,4}){1,3}|(?:19|20)\d\d [a-z]{2,6} \d{1,4}"
    r"|(?:19|20)\d\d\.\d{3,5}"
)
_CODE_INSIDE = re.compile(
    r"(?<![\w/-])(?=[a-z]*\d*[a-z]+)[a-z0-9]{1,12}[/_-](?:19|20)\d\d(?:[/_-]\d\d)?[/_-]\d{1,5}(?![\w/-])"
    r"|(?<![\w/-])(?:[a-z]{2,5}(?:19|20)\d\d|(?:19|20)\d\d[/_-][a-z]{2,5})[/_-]\d{2,5}(?![\w/-])"
    r"|(?<=[-–] )(?:19|20)\d\d_\d{2,4}$"
    # « Séance ordinaire du 12 mai 2031 – 2031/41 »
    r"|(?<=\b20\d\d - )20\d\d/\d{1,4}$"
    # « Séance du 27 mars 2031 – CD31-03-27-4 », « MAIRIE DE BOR DEL-31-061 »
    r"|(?<![\w/-])(?:del|delib|dcm|dec|cm|cc|cd|cp|ad|bc|bm)[-_]?(?:19|20)?\d\d(?:[-_]\d{1,4}){1,3}$"
    # « Commission permanente du 19 juin 2031 31CP-518 », a letterhead on one line
    r"|(?<=\b20\d\d )\d\d[a-z]{2,4}-\d{2,5}$"
)
# « Affaire n° 2031.12.19/25 », « Dossier n° 12 », « Question n° 18 »: where nothing else numbers it.
_POINT = re.compile(
    rf"(?:.{{3,40}} )?(?:affaire|dossier|question|point) {NUMBER_SIGN}\s*:?\s*(?P<code>{_CODE.lower()})"
)
# « DÉLIBÉRATION » over « N° 203 », beside the name of the authority.
_UNDER_WORD = re.compile(rf"(?:[^\d]{{3,40}} )?{NUMBER_SIGN}\s*:?\s*(?P<code>{_CODE.lower()})$")
_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})$|(?:19|20)\d\d-\d\d-\d\d$")
_FULL_YEAR = re.compile(r"(?:19|20)\d\d")
_REPORT = re.compile(
    rf"\brapports?\s*(?:(?P<sign>{NUMBER_SIGN})\s*:?\s*(?P<code>{_CODE.lower()})"
    r"|(?P<bare>(?=[^\s]*\d)(?=[^\s]*[/_-])[a-z0-9]+(?:[./_-][a-z0-9]+)+))(?![\w'])"
)


def find_number(steps: Sequence[Step]) -> str:
    """The number of the act as printed, without « n° »; the report's where the act prints no other."""
    head = [step for step in steps if step.role in ("head", "expose")]
    found = _named(head) or _under_word(head) or _beside(head) or _bare(head) or _of_point(head)
    if found:
        return found
    reference = find_report_reference(steps)
    return reference if not plain(reference).startswith("rapport") else ""


def _named(head: Sequence[Step]) -> str:
    for pattern in (LABELLED_NUMBER, _PLAIN_NUMBER, NUMBER_ALONE):
        for step in head:
            # A scan may have a speck at the end of the line.
            match = _labelled(step) if pattern is LABELLED_NUMBER else pattern.match(step.plain.strip(" |"))
            code = _printed_code(step, match, "code") or _printed_code(step, match, "other")
            # « Délibération n° 7/11/2031 » is a number whatever it looks like.
            surely = pattern is LABELLED_NUMBER and match is not None and re.search(NUMBER_SIGN, match[0]) is not None
            if code and any(character.isdigit() for character in code) and (surely or not _is_date(code)):
                return code
    return ""


def _under_word(head: Sequence[Step]) -> str:
    for above, step in pairwise(head):
        match = _UNDER_WORD.match(step.plain.strip()) if above.plain.rstrip().endswith("deliberation") else None
        if code := _printed_code(step, match, "code"):
            return code
    return ""


def _beside(head: Sequence[Step]) -> str:
    """At the end of a short line, or before the title on its own."""
    for step in head:
        match = _AT_END.match(step.plain.strip()) if len(step.plain) <= LABEL_LENGTH else None
        match = match or BEFORE_TITLE.match(step.plain.strip())
        if code := _printed_code(step, match, "code"):
            return code
    return ""


def _bare(head: Sequence[Step]) -> str:
    """A code that no word names."""
    for step in head:
        if BARE_NUMBER.fullmatch(step.plain.strip()) and not _DATE.match(step.plain.split()[-1]):
            return step.paragraph.text.strip()
    for step in head:
        inside = _CODE_INSIDE.search(step.plain)
        if inside and len(step.plain) <= LABEL_LENGTH:
            return step.paragraph.text[inside.start() : inside.end()]
    return ""


def _of_point(head: Sequence[Step]) -> str:
    for step in head:
        if code := _printed_code(step, _POINT.match(step.plain.strip()), "code"):
            return code
    return ""


def _labelled(step: Step) -> re.Match[str] | None:
    """The number that a label names, but for « Par délibération n° 24-612 du 13 décembre, l'Assemblée a… », « Le Maire
    rend compte de la décision n° 88 »: a sentence that speaks of an earlier act."""
    text = step.plain
    match = LABELLED_NUMBER.search(text)
    told = match and match.start() and step.role == "expose"
    of_another = match and len(text) > LABEL_LENGTH and (told or _OF_ANOTHER.search(text[: match.start()]))
    return None if of_another else match


def _is_date(code: str) -> bool:
    """« n° 2031-04-12 » is a number that its label names; « : 12/04/2031 » is a day."""
    if not _FULL_YEAR.search(code):
        return False  # « Délibération 24.06.11 – Bourses », « N° 24.06.11 »
    return bool(_DATE.match(code)) and not re.match(r"(?:19|20)\d\d-", code)


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
