"""What an act says of itself: département, assembly, number, title, dates, presidency, vote, decisions, recusals.

What enters: the paragraphs of the document. What leaves: one `DeliberationRecord`, texts as printed, empty where the
act prints nothing. Nothing is worked out that the act does not print, the small letters of a name in capitals apart.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise, takewhile

from ingest.departments import departments
from ingest.reader.act.act_flow import Step, act_flow
from ingest.reader.act.act_parts import act_paragraphs, split_parts
from ingest.reader.act.act_vocabulary import BODIES, CIVILITY, DEPARTMENT_SIREN
from ingest.reader.act.identity import find_number, find_report_reference
from ingest.reader.act.persons import Person, complete_name, find_members, find_persons, name_at
from ingest.reader.act.printed_dates import date_beside, find_date
from ingest.reader.act.recusals import read_recusals
from ingest.reader.act.titles import find_title
from ingest.reader.act.votes import read_votes
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import DeliberationRecord, Paragraph, RecusalRecord
from ingest.reader.sentences.articles import read_articles
from portal.french import fold

# Characters: a line that names the assembly is no longer than this.
BODY_LENGTH = 200

# Département on three figures, SIREN of the authority, day of the act, its number, nature, parts.
_RECEIPT = re.compile(r"(?<![\w-])(?P<place>\d[\dAB]\d?)-(?P<siren>\d{9})-(?P<day>\d{8})-[\w.-]*\w")
_SESSION = (
    re.compile(r"date d(?:e|u) (?:la )?(?:seance|reunion|conseil|deliberation)\s*:?"),
    re.compile(
        r"\b(?:seance|session|reunion|assemblee pleniere)\b(?: \w+){0,3}? (?:du|des|:|le|-)|\b(?:seance|reunion)\s*:"
    ),
    re.compile(r"\breuni(?:e|s|es|on)?\b[^.;]{0,120}? (?:le|du)\b"),
    re.compile(
        r"\b(?:conseil|commission (?:permanente|des aides|d'attribution|de programmation)|bureau|assemblee|comite)\b"
        r"[^.;]{0,60}?(?<!convoque)(?<!convoques)(?<!convoquee) (?:du|le)\b"
    ),
    re.compile(r"(?=\bl'an (?:deux|20))"),
    # « CONSEIL MUNICIPAL – 4 juillet 2031 »
    re.compile(
        r"^(?:[^;.\d]{2,60} - )?(?:conseil|commission permanente|bureau|assemblee|comite)\b"
        r"[^;.\d]{0,60}?[-:,] ?(?:\w+di |dimanche )?(?=\d)"
    ),
    # « Le 13 mai 2031 à 20 heures, le Conseil municipal s'est réuni »
    re.compile(r"^le (?=[^;]{0,200}\breuni)"),
    re.compile(r"^arrete\b[^;]{0,60}? du "),
    re.compile(r"^date ?: "),
    # A date alone on a line of the head, under the number of the act.
    re.compile(r"^(?:(?:du|le) )?(?:\w+di )?(?=\d{1,2}(?:er)? \w+ \d{4}(?: ?- ?n ?[°o].*)?$)"),
    # « Commune de Bor – vendredi 22 mars 2031 »
    re.compile(r"^[^;.\d]{3,80} - (?:\w+di )?(?=\d{1,2}(?:er)? \w+ \d{4}$)"),
    re.compile(r"^(?:deliberation\b[^;]{0,40}?|n ?[°o] ?\S+) (?:du|en date du) "),
    # « TERRES DU RHIN du vendredi 15 novembre 2031 »: a day of the week is that of a sitting.
    re.compile(r"^[^;.\d]{0,60}\b(?:du|le) (?:\w+di|dimanche) (?=\d)"),
)
# Where nothing says when an assembly met, an order is of the day when it was signed: « Fait à Lodève, le 27 mai 2031 ».
_SIGNED = (
    re.compile(r"^fait (?:a [^;:]{2,60}?,? )?le "),
    re.compile(r"^[a-z][a-z' -]{2,40}, le (?=\d{1,2}(?:er)? \w+ \d{4}\.?$)"),
    re.compile(r"^le (?=\d{1,2}(?:er)? [a-z]+\.? \d{4}\b)"),
)
_DAY_BELOW = re.compile(r"le \d{1,2}(?:er)?[ /.-][^;]{3,14}\d{4}$")
_YEAR_ALONE = re.compile(r"(?:19|20)\d\d\s*$")
_ASSEMBLY_MET = re.compile(
    r"(?:le conseil|la commission permanente|l'assemblee|le bureau|le comite)\b[^;]{0,160}\breuni"
)
_SITTING = re.compile(r"(?:seance|reunion) du (?:\w+di |dimanche )?\d")
_NOT_SESSION = re.compile(
    r"convocation|(?<!regulierement )(?<!legalement )(?<!dument )convoqu"
    r"|(?:adopt|approb|approuv|lecture)\w*[^.;]{0,30}(?:proces-verbal|compte[ -]rendu)"
    r"|prise? en vertu|(?:portant|donnant) delegation"
    r"|proces-verbal[^.;]{0,90}(?:adopt|approuv)|affich|publie|recu |reception|transmi|vu |precedente"
)
_RECEIVED = (
    re.compile(r"\b(?:date de )?(?:rec(?:eption|u|ue|eptionne\w*))\b[^\d;]{0,60}?(?=\d)"),
    re.compile(
        r"\b(?:depot|depose\w*|transmi\w+|teletransmi\w+|envoye\w*)\b[^\d;]{0,60}?(?:prefecture|etat|legalite"
        r"|transmission)[^\d;]{0,20}?(?=\d)"
    ),
)
_PUBLISHED = re.compile(
    r"\b(?:publi(?:e|ee|es|ees|cation)|affich(?:e|ee|age)|mise? en ligne)\b[^\d;.]{0,50}?(?:le|du|:"
    r"|-)[ :]*(?:\w+di |dimanche )?(?=\d)"
)
_CONVOKED = re.compile(r"convo[cq]|annonce|journal officiel|jorf|recueil n")
_PRESIDES = re.compile(
    rf"presidence(?: effective)? d(?:e|u|')\s*:?\s*(?:{CIVILITY}\s*)?|\bpresident(?:\(e\)"
    rf"|e)?(?: de (?:la )?seance)?\s*:\s*(?:{CIVILITY}\s*)?"
    rf"|presidee? par\s*(?:{CIVILITY}\s*)?|(?:rapport|proposition) (?:du|de la) presidente?, ?(?={CIVILITY})"
    rf"(?:{CIVILITY}\s*)"
)
_OF_ASSEMBLY = re.compile(
    r"maire\b.*|presidente?(?: (?:de seance|(?:du|de la|de l'|des?) ?(?:seance|conseil|commission|assemblee|departement"
    r"|region|metropole|communaute|agglomeration|syndicat|comite|bureau)\b.*))?"
)
_SECRETARY = re.compile(
    rf"secretaires?(?: elue?(?:\(e\))?| designee?(?:\(e\))?)?(?: de (?:la )?seance)?\s*(?::"
    rf"|-|est)\s*(?:{CIVILITY}\s*)?"
)
_NAMED_SECRETARY = re.compile(
    r"\b(?:design|nomm|elu|choisi|rempl|fonctions? de)\w*\b[^.;]{0,80}\bsecretaire|\bsecretaire de seance\b"
)


def read_metadata(paragraphs: Sequence[Paragraph]) -> DeliberationRecord:
    """The record of the act bound in the document, reports, annexes and agreements left out."""
    act = act_paragraphs(paragraphs) or tuple(paragraphs)
    steps = act_flow(act)
    head = [step for step in steps if step.role == "head"]
    said = [step.paragraph.text for step in steps if step.role != "visa"]
    # A stamp prints « Reçu en préfecture » over « le 2 juil. 2031 ».
    said += [f"{above} {below}" for above, below in pairwise(said) if _DAY_BELOW.match(plain(below))]
    members = find_members(act)
    receipt = _find_receipt(act)
    session = _find_session(steps, receipt)
    body = _find_body(steps)
    return DeliberationRecord(
        department="" if _is_of_another_authority(body, head) else _find_department(head, paragraphs, receipt),
        body=body,
        number=find_number(steps),
        report_reference=find_report_reference(steps),
        title=find_title(steps) or _title_of_report(paragraphs),
        session_date=session,
        received_date=_first_date(said, _RECEIVED, session),
        published_date=_first_date(said, (_PUBLISHED,), session),
        prefecture_receipt=receipt,
        president=_find_president([*head, *(step for step in steps if step.role == "deciding")], members, act),
        secretary=_find_secretary(steps, members),
        votes=read_votes(steps),
        decisions=read_articles(steps),
        recusals=read_recusals(steps),
    )


def _title_of_report(paragraphs: Sequence[Paragraph]) -> str:
    """What the report of the act says that it is about, where the act itself has no title."""
    report = next((part for part in split_parts(paragraphs) if part.kind == "report"), None)
    return find_title([Step("head", one, plain(one.text)) for one in report.paragraphs]) if report else ""


def with_recusals(record: DeliberationRecord, recusals: Iterable[RecusalRecord]) -> DeliberationRecord:
    """The record with those recusals too that its prose does not state."""
    told = {(plain(one.person), plain(one.organisation)) for one in record.recusals}
    new = (one for one in recusals if (plain(one.person), plain(one.organisation)) not in told)
    return replace(record, recusals=(*record.recusals, *new))


def _find_receipt(paragraphs: Iterable[Paragraph]) -> str:
    for paragraph in paragraphs:
        match = _RECEIPT.search(paragraph.text)
        if match:
            return match[0]
    return ""


# ---- who ---------------------------------------------------------------------------------------------------------


@cache
def _department_pattern() -> re.Pattern[str]:
    names = sorted((fold(name) for name in departments().values()), key=len, reverse=True)
    return re.compile(
        rf"\b(?:departement|conseil departemental|conseil general|commission permanente)\b(?: (?:de la|de l|du"
        rf"|des|de|d))? ({'|'.join(names)})\b"
    )


def _find_department(head: Iterable[Step], paragraphs: Iterable[Paragraph], receipt: str) -> str:
    """The official name of the département that the act names: in its head, in its receipt, most often in its text."""
    official = {fold(name): name for name in departments().values()}
    for step in head:
        match = _department_pattern().search(fold(step.paragraph.text))
        if match:
            return official[match[1]]
    stamp = _RECEIPT.match(receipt)
    if stamp and stamp["siren"].startswith(DEPARTMENT_SIREN):
        return departments().get(stamp["place"].removeprefix("0"), "")
    named = Counter(name for paragraph in paragraphs for name in _department_pattern().findall(fold(paragraph.text)))
    return official[named.most_common(1)[0][0]] if named else ""


def _is_of_another_authority(body: str, head: Iterable[Step]) -> bool:
    """Whether a town, a group of towns or a région votes: the département that its head names pays nothing."""
    words = plain(body)
    if "departement" in words or "conseil general" in words:
        return False
    if words != "commission permanente":
        return bool(words)
    texts = [step.plain for step in head if len(step.plain) <= BODY_LENGTH]
    regional = sum("conseil regional" in text or "la region " in text for text in texts)
    return regional > sum("conseil departemental" in text or "conseil general" in text for text in texts)


def _opening(steps: Sequence[Step]) -> list[Step]:
    """The head and the paragraph that follows it: a short act may open and decide in one sentence."""
    head = list(takewhile(lambda step: step.role == "head", steps))
    return [*(step for step in steps if step.role == "head"), *steps[len(head) : len(head) + 1]]


def _find_body(steps: Sequence[Step]) -> str:
    """The assembly, from the lines of the head, else from the words that open the decisions."""
    inner = [step.plain for step in steps if step.role in ("head", "expose") and len(step.plain) <= BODY_LENGTH]
    if any(text.startswith("la commission permanente") for text in inner):
        return "Commission permanente"
    for role in ("head", "deciding", "item", "expose"):
        texts = [step.plain for step in steps if step.role == role and len(step.plain) <= BODY_LENGTH]
        texts = [text for text in texts if not text.startswith("objet")]
        for words, body in BODIES:
            if any(words in text for text in texts):
                return body
    return ""


def _find_president(head: Sequence[Step], members: Sequence[str], paragraphs: Sequence[Paragraph]) -> str:
    for step in head:
        for match in _PRESIDES.finditer(step.plain):
            name = name_at(step.paragraph.text, match.end())
            if name:
                return _in_small_letters(name, members, paragraphs)
    presiding = [person for step in head for person in find_persons(step.paragraph.text) if _presides(person)]
    return _in_small_letters(presiding[0].name, members, paragraphs) if presiding else ""


def _presides(person: Person) -> bool:
    """« maire », « président du Conseil départemental »: of the assembly, not of an association."""
    return _OF_ASSEMBLY.fullmatch(plain(person.remark)) is not None


def _in_small_letters(name: str, members: Sequence[str], paragraphs: Iterable[Paragraph]) -> str:
    """A name in capitals as the act prints it elsewhere, `Jean-Claude LEROY`; any other name stays."""
    if not name.isupper():
        return name
    completed = complete_name(name, members)
    if not completed.isupper():
        return completed
    words = re.compile(r"\b" + r"\s+".join(map(re.escape, plain(name).split())) + r"\b")
    for paragraph in paragraphs:
        for match in words.finditer(plain(paragraph.text)):
            printed = paragraph.text[match.start() : match.end()]
            if not printed.isupper():
                return printed
    return name


def _find_secretary(steps: Sequence[Step], members: Sequence[str]) -> str:
    for step in steps:
        labelled = _SECRETARY.search(step.plain)
        name = name_at(step.paragraph.text, labelled.end()) if labelled else ""
        if name:
            return complete_name(name, members)
        if _NAMED_SECRETARY.search(step.plain):
            persons = find_persons(step.paragraph.text)
            if persons:
                return complete_name(persons[0].name, members)
    return ""


# ---- when --------------------------------------------------------------------------------------------------------


def _find_session(steps: Sequence[Step], receipt: str) -> date | None:
    """From the head, then from the sentence that says that the assembly met, then from the receipt."""
    texts = [step.paragraph.text for step in _opening(steps)]
    # A narrow column may cut « du 3 juillet 2031 » in two headings.
    texts += [f"{above} {below}" for above, below in pairwise(texts) if _YEAR_ALONE.match(below)]
    told = (step for step in steps if step.role in ("expose", "visa"))
    texts += [one.paragraph.text for one in told if _ASSEMBLY_MET.match(one.plain) or _SITTING.match(one.plain)]
    for pattern in _SESSION:
        found = date_beside(texts, pattern, avoid=_NOT_SESSION, earliest=None)
        if found:
            return found
    last = [step.paragraph.text for step in reversed(steps)]
    for pattern in _SIGNED:
        found = date_beside(last, pattern, avoid=_NOT_SESSION, earliest=None)
        if found:
            return found
    stamp = _RECEIPT.match(receipt)
    if stamp:
        day = stamp["day"]
        return find_date(f"{day[:4]}-{day[4:6]}-{day[6:]}")
    return None


def _first_date(texts: Sequence[str], labels: Iterable[re.Pattern[str]], session: date | None) -> date | None:
    """The first date so labelled that is not before the session."""
    for label in labels:
        found = date_beside(texts, label, avoid=_CONVOKED, earliest=session)
        if found:
            return found
    return None
