"""Who acts: the assembly, its département, who presides and who is secretary.

What enters: the paragraphs of an act, each with what it does, and the members that it lists. What leaves: names as
printed, empty where none is. Nothing is worked out that the act does not print, the small letters of a name in capitals
apart.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from ingest.places.departments import departments
from ingest.reader.act.flow.persons import Person, complete_name, find_persons, name_at
from ingest.reader.act.flow.steps import Step
from ingest.reader.act.identity.act_dates import RECEIPT
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import Paragraph
from ingest.reader.vocabulary.acts import BODIES, BUREAUS_OF, COUNCILS_OF, DEPARTMENT_SIREN
from ingest.reader.vocabulary.persons import CIVILITY
from portal.french import fold

# Characters: a line that names the assembly is no longer than this.
BODY_LENGTH = 200

# « L'an deux mille trente et un, le 4 février, le Conseil municipal de Bor, dûment convoqué, s'est réuni… »
_MEETS = re.compile(r"(?:l'an|le|les)\b[^;]{0,400}\b(?:reuni|assemble)e?s?\b")
# Where an act says that its council or its committee meets or decides, without saying which one it is.
_COUNCIL_DECIDES = re.compile(
    r"(?:[^.;:]{0,80}, ?)?le (?P<kind>conseil|comite|bureau)\b(?! (?:departemental|regional|general)\b)"
)
_BARE_COUNCIL = {
    "head": re.compile(
        r"(?:(?:extrait|registre|deliberation|seance|reunion)\b[^.;\d]{0,60}\b)?(?P<kind>conseil|comite|bureau)"
        r"(?: du (?:\w+di )?\d.*)?$"
    ),
    "deciding": _COUNCIL_DECIDES,
    "item": _COUNCIL_DECIDES,
}
_PRESIDES = re.compile(
    rf"presidence(?: effective)? d(?:e|u|')\s*:?\s*(?:{CIVILITY}\s*)?"
    rf"|\bpresident(?:\(e\)|e)?(?: de (?:la )?seance)?\s*:\s*(?:{CIVILITY}\s*)?"
    rf"|presidee? par\s*(?:{CIVILITY}\s*)?"
    rf"|(?:rapport|proposition) (?:du|de la) presidente?, ?(?={CIVILITY})(?:{CIVILITY}\s*)"
)
_OF_ASSEMBLY = re.compile(
    r"maire\b.*|presidente?(?: (?:de seance|(?:du|de la|de l'|des?) ?(?:seance|conseil|commission|assemblee|departement"
    r"|region|metropole|communaute|agglomeration|syndicat|comite|bureau)\b.*))?"
)
_SECRETARY = re.compile(
    rf"secretaires?(?: elue?(?:\(e\))?| designee?(?:\(e\))?)?(?: de (?:la )?seance)?"
    rf"\s*(?::|-|est)\s*(?:{CIVILITY}\s*)?"
)
_NAMED_SECRETARY = re.compile(
    r"\b(?:design|nomm|elu|choisi|rempl|fonctions? de)\w*\b[^.;]{0,80}\bsecretaire|\bsecretaire de seance\b"
)


# « Mme Roy, membre du conseil d'administration du Moulin, ne prend pas part au vote »
_OF_OTHERS = re.compile(r"\b(?:membre|(?:vice-)?presidente?|administrat(?:eur|rice)) du conseil d'administration\b")


def find_body(steps: Sequence[Step]) -> str:
    """The assembly, from the lines of the head, else from the words that open the decisions."""
    inner = [step.plain for step in steps if step.role in ("head", "expose") and len(step.plain) <= BODY_LENGTH]
    if any(text.startswith("la commission permanente") for text in inner):
        return "Commission permanente"
    for role in ("head", "deciding", "item", "expose"):
        texts = [step.plain for step in steps if step.role == role and len(step.plain) <= BODY_LENGTH]
        texts += [step.plain for step in steps if step.role == role == "head" and _MEETS.match(step.plain)]
        texts = [text for text in texts if not text.startswith("objet")]
        for words, body in BODIES:
            if any(words in _OF_OTHERS.sub("", text) for text in texts):
                return body
    return _body_of_author(steps)


def _body_of_author(steps: Sequence[Step]) -> str:
    """« Le Conseil, après en avoir délibéré », « REGISTRE DES DÉLIBÉRATIONS DU CONSEIL »: of whoever the head names."""
    bare = [_BARE_COUNCIL[step.role].match(step.plain) for step in steps if step.role in _BARE_COUNCIL]
    kinds = {match["kind"] for match in bare if match}
    if not kinds:
        return ""
    head = [step.plain for step in steps if step.role == "head" and len(step.plain) <= BODY_LENGTH]
    named = next((body for words, body in COUNCILS_OF if any(re.match(words, text) for text in head)), "")
    return BUREAUS_OF.get(named, "") if kinds == {"bureau"} else named


@cache
def _department_pattern() -> re.Pattern[str]:
    names = sorted((fold(name) for name in departments().values()), key=len, reverse=True)
    return re.compile(
        r"\b(?:departement|conseil departemental|conseil general|commission permanente)\b"
        rf"(?: (?:de la|de l|du|des|de|d))? ({'|'.join(names)})\b"
    )


def find_department(head: Iterable[Step], paragraphs: Iterable[Paragraph], receipt: str) -> str:
    """The official name of the département that the act names: in its head, in its receipt, most often in its text."""
    official = {fold(name): name for name in departments().values()}
    for step in head:
        match = _department_pattern().search(fold(step.paragraph.text))
        if match:
            return official[match[1]]
    stamp = RECEIPT.match(receipt)
    if stamp and stamp["siren"].startswith(DEPARTMENT_SIREN):
        return departments().get(stamp["place"].removeprefix("0"), "")
    named = Counter(name for paragraph in paragraphs for name in _department_pattern().findall(fold(paragraph.text)))
    return official[named.most_common(1)[0][0]] if named else ""


def is_of_another_authority(body: str, head: Iterable[Step]) -> bool:
    """Whether a town, a group of towns or a région votes: the département that its head names pays nothing."""
    words = plain(body)
    if "departement" in words or "conseil general" in words:
        return False
    if words != "commission permanente":
        return bool(words)
    texts = [step.plain for step in head if len(step.plain) <= BODY_LENGTH]
    regional = sum("conseil regional" in text or "la region " in text for text in texts)
    return regional > sum("conseil departemental" in text or "conseil general" in text for text in texts)


def find_president(head: Sequence[Step], members: Sequence[str], paragraphs: Sequence[Paragraph]) -> str:
    """Who presides, as the head of the act says it."""
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
    """A name in capitals as the act prints it elsewhere, `Jean-Luc MOREAU`; any other name stays."""
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


def find_secretary(steps: Sequence[Step], members: Sequence[str]) -> str:
    """Who is secretary of the sitting."""
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
