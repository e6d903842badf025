"""A paragraph that opens the decisions of an act: whether it decides at once, and where in it the decision begins."""

import re
from typing import Literal

from ingest.reader.paragraphs.plain_text import without_brackets
from ingest.reader.vocabulary.acts import ASSEMBLY, BARE_DECISION, DECIDES_VERB, DECIDING, DELIBERATED

# Characters: what opens the decisions (« Le Conseil municipal, après en avoir délibéré, décide : ») is no longer.
OPENING_LENGTH = 330
BARE_LENGTH = 60
# « Le conseil municipal, à l'unanimité, accorde une subvention… », without « décide ».
_ASSEMBLY_GRANTS = re.compile(
    r"(?:(?:oui|entendu|apres avoir entendu|au vu|sur (?:la )?(?:proposition|demande))\b[^;:.]{0,160}?, )?"
    rf"{ASSEMBLY}(?:,? [^;:.]{{0,120}}?,)? "
    r"(?P<verb>attribue|accorde|alloue|octroie|verse |participe (?:a hauteur|au|a la|aux|pour) |consent a "
    r"|accepte (?:de|d') ?\w+|vote (?:(?:a l'unanimite|a la majorite),? )?"
    r"(?:une?|des|les?|la) (?:\w+ )?(?:subvention|aide|participation|dotation)"
    r"|vote \d[\d ]*(?:,\d\d)? ?(?:€|euros?)|repartit (?:la|le|les|l')"
    r"|fixe (?:l'aide|les aides|les subventions|le montant des (?:subventions|aides))"
    r"|approuve (?:l'attribution|l'octroi|le versement) "
    r"|(?:approuve|adopte|valide) [^.;:]{0,160}? et (?:attribue|accorde|alloue|octroie|verse|decide|fixe) "
    r"|(?:adopte|approuve|accepte|valide|suit),? (?:(?:a l'unanimite|a la majorite),? )?"
    r"(?:ces|les|cette|la|l') ?(?:\w+ )?"
    r"(?:propositions?|conclusions|modifications?|repartition|attributions?|liste|subventions?|participations?"
    r"|contributions?|avis))"
)
# « À l'unanimité, la Commission permanente a accordé… », where a record of decisions tells what was decided.
_ASSEMBLY_GRANTED = re.compile(
    rf"(?:[^;:.]{{0,160}}?, )?(?:{ASSEMBLY}|elle|il)(?: (?:du |de la |de l'|des )[^,;:.]{{0,60}}?)?"
    r"(?:,[^;:.]{0,120}?,)? a (?:(?:egalement|ainsi|aussi|en outre|enfin) )?"
    r"(?P<verb>attribue|accorde|alloue|octroye|vote|refuse|rejete|ajourne"
    r"|decide d['e]|decide(?= ?[,:])|donne (?:son accord|un avis favorable)|approuve l)"
)
_OF_ANOTHER_DAY = re.compile(
    r"\b(?:par deliberation|lors d[eu]|precedemment|(?:le|du) \d{1,2}(?:er)? [a-z]+ (?:19|20)\d\d|en (?:19|20)\d\d)\b"
)
# Words of money that is given, participles that give it, and those that let it be given.
_MONEY = (
    r"(?:subvention|aide|participation|dotation|bourse|contribution|concours|somme|prime|soutien|cotisation|allocation"
    r"|fonds de concours)s?\b"
)
_GIVEN = r"(?:attribu|accord|allou|octroy|vers|vot)ee?s?\b"
_LET = r"(?:approuv|autoris|decid|valid|adopt|accept|confirm|reconduit|renouvel)e?e?s?\b"
_ACTS = r"(?:versement|octroi|attribution|allocation|reconduction|renouvellement|convention|avenant)s?\b"
_IS = r"\b(?:est|sont|sera|seront|soit|soient) (?:ainsi |donc |egalement )?"
_A = r"(?:une?|deux|trois|des|les?|la|l'|\d+) ?(?:[a-z]+ )?"
_NEAR = r"[^.;:]{0,160}?"
# « Sont votées les subventions suivantes : », « Est approuvée la convention … qui prévoit une subvention… », said of no
# other day.
_IS_GRANTED = re.compile(
    rf"(?:il )?{_IS}(?:{_GIVEN}|{_LET}) (?:pour |au titre de )?(?:l'annee |l'exercice )?(?:(?:19|20)\d\d,? )?"
    rf"(?=(?:a |au |aux |les?\b|l'|une?\b|des\b|la\b){_NEAR}(?:{_MONEY}|versements?\b))"
)
# « … une subvention de 500 € est attribuée à l'ADMR », « le versement de 500 € à l'ADMR est autorisé », « la
# participation du Département est fixée à 500 € ».
_GRANTED = re.compile(
    rf"{_A}{_MONEY}{_NEAR}{_IS}(?:{_GIVEN}|{_LET})|{_A}{_ACTS}{_NEAR}{_IS}{_LET}"
    rf"|{_A}(?:montants? de (?:la |l')?)?{_MONEY}{_NEAR}{_IS}(?:fix|arret|port|ramen|major|minor)ee?s? a\b"
)
# « Au titre du fonctionnement, une aide de 500 € est accordée… »
_UNDER_WHAT = re.compile(
    r"(?:au titre d|dans le cadre d|en complement|par ailleurs|en outre|enfin|de plus|a ce titre|pour [^,]{3,60},)"
    r"[^,.;:]{0,90},? "
)
# Among decisions, « Est alloué à X… », « Sont approuvées les conventions », « Il est décidé d'aider… » need no word of
# money.
_PASSIVE = re.compile(
    rf"(?:il )?{_IS}(?:{_GIVEN}|{_LET} (?=d[e']|les?\b|la\b|l'|une?\b|des\b))"
    rf"|{_A}(?:subvention|aide|credit|montant|prix|prime|somme)s?\b.{{0,200}}?{_IS}{_GIVEN}"
)
# « Le Conseil municipal, par 24 voix pour et 3 contre, », over what it votes.
_ASSEMBLY_VOTES = re.compile(
    rf"{ASSEMBLY}\b[^.;:]{{0,160}}?,"
    r"[^.;]{0,40}\b(?:\d+ (?:voix|votes?)|\d+ pour|unanimite|majorite)\b[^.;:]{0,160},"
    # « La Commission permanente, à l'unanimité : », without a verb of its own
    rf"|{ASSEMBLY}\b[^,.;:]{{0,60}},"
    r" (?:a l'unanimite|a la majorite|par \d+ voix)\b(?:(?!\bd['e] ?\w+(?:er|ir|re)\b)[^.;:]){0,60}:"
)
# « … après en avoir délibéré, ATTRIBUE : », over a list that needs no other verb.
_GRANTS_ALONE = re.compile(r"(?:attribue|accorde|alloue|octroie|vote)(?:nt)?")
_IS_PAST = re.compile(r"\s*\w+é\b", re.IGNORECASE)
_END_OF_OPENING = re.compile(
    r"(?: d[e'])?(?:,?\s*(?:a l'unanimite|a la majorite)"
    r"(?:(?!\bd['e] ?\w+(?:er|ir|re)\b|\bl'(?:octroi|attribution)\b|\ble versement\b)[^:;]){0,80}?)?[\s:,.;-]*"
)


def find_opening(text: str, printed: str, *, told: bool = False) -> tuple[Literal["deciding", "item"], int] | None:
    """What a paragraph that opens the decisions is, and where the decision begins in it; None for any other. `told`:
    the document tells what an assembly has decided."""
    granted = _ASSEMBLY_GRANTED.match(text) if told or text.rstrip().endswith(":") else None
    if granted and not _OF_ANOTHER_DAY.search(text, 0, granted.end() + BARE_LENGTH):
        return ("deciding", 0) if granted["verb"] == "decide" else ("item", granted.start("verb"))
    if BARE_DECISION.fullmatch(text) and len(text) <= BARE_LENGTH and not _IS_PAST.match(printed):
        return "deciding", 0
    votes = _ASSEMBLY_GRANTS.match(without_brackets(text))
    if votes:
        return "item", votes.start("verb")
    if _IS_GRANTED.match(text):
        return "item", 0
    if len(text) <= OPENING_LENGTH and _ASSEMBLY_VOTES.fullmatch(text.rstrip()):
        return "deciding", 0
    deliberated = DELIBERATED.search(text, 0, OPENING_LENGTH)
    decides = find_decides(text, printed, OPENING_LENGTH)
    if not deliberated and not (
        decides and (text[: decides.start()] in ("", "et ") or _assembly_before(text, decides.start()))
    ):
        return None
    verb = decides or (
        deliberated and (_deciding_verb(text, deliberated.end()) or _GRANTED.search(text, deliberated.end()))
    )
    if not verb or (_END_OF_OPENING.fullmatch(text, verb.end()) and not _GRANTS_ALONE.fullmatch(verb[0])):
        return "deciding", 0
    return "item", verb.start()


def decides_in_passive(text: str) -> bool:
    """Whether a paragraph among decisions opens by saying what is given, approved or let be done."""
    under = _UNDER_WHAT.match(text)
    start = under.end() if under else 0
    return any(pattern.match(text, start) for pattern in (_PASSIVE, _IS_GRANTED, _GRANTED))


def find_decides(text: str, printed: str, end: int | None = None) -> re.Match[str] | None:
    """The first « décide » or « arrête » before `end`; « a décidé » tells of another day."""
    verbs = DECIDES_VERB.finditer(text, 0, len(text) if end is None else end)
    return next((verb for verb in verbs if printed[verb.end() - 1] not in "éÉ"), None)


def _deciding_verb(text: str, place: int) -> re.Match[str] | None:
    """The verb of decision after « après en avoir délibéré »; « le vote » is none."""
    masked = without_brackets(text)
    verbs = DECIDING.finditer(masked, place)
    return next((verb for verb in verbs if not re.search(r"(?:\w|\b(?:au|du|le|de) )$", masked[: verb.start()])), None)


def _assembly_before(text: str, place: int) -> bool:
    return re.search(rf"\b{ASSEMBLY}\b|(?:^|, )(?:il|elle) $", text[:place]) is not None
