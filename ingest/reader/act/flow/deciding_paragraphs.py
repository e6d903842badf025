"""Whether a paragraph decides: who is its subject, which verb governs it, in which tense, and what money it names.

What enters: a paragraph, easy to search and as printed. What leaves: whether it opens the decisions of an act, or is
one of them, and where in it the decision begins. This module does not read what is granted, nor the other paragraphs.
"""

import re
from functools import lru_cache
from typing import Literal

from ingest.reader.paragraphs.plain_text import plain, sentences, without_brackets
from ingest.reader.values.amounts_in_text import states_amount
from ingest.reader.vocabulary.acts import (
    ASSEMBLY,
    BARE_DECISION,
    DECIDES_VERB,
    DECIDING,
    DELIBERATED,
    INFINITIVE,
    NOT_VERBS,
    OF,
    VOTED,
)
from ingest.reader.vocabulary.patterns import AUTHORITIES, GIVE
from ingest.reader.vocabulary.verbs import future, participle, present

# Characters: what opens the decisions (« Le Conseil municipal, après en avoir délibéré, décide : ») is no longer.
OPENING_LENGTH = 330
BARE_LENGTH = 60

# ---- verbs and subjects ------------------------------------------------------------------------------------------

_VERB = re.compile(
    rf"{DECIDES_VERB.pattern}|(?<![\w-])(?P<verb>{present('give', 'decide')}|(?P<tells>{present('tell')}))"
)
# Before it, a word is no verb of the sentence: « le vote », « qui accorde », « de porte ».
_NO_VERB_AFTER = re.compile(
    r"\b(?:au|du|le|de|un|ce|son|par|en|sans|pour|et a|aux|les) $|\b(?:[dln]'|ne )$"
    r"|\b(?:qui|que|dont|ou|si|lorsque|lequel|laquelle)\b[^,;:.]*$|\bqu'[^,;:.]*$"
)
# The assembly as the subject, at the head of its sentence or after what it heard, saw and counted.
_SUBJECT = re.compile(
    r"(?:(?:^|[,.;:)-] ?)(?:(?:et|par ailleurs|en outre|de plus|enfin|ainsi|en consequence) )?|\bdelibere |\bexpose )"
    rf"(?:{ASSEMBLY}|elle|il)\b"
)
# Between it and its verb: of whom it is, one or several phrases between commas, and what leans on the verb.
_LEANS = (
    r"(?:(?:y|se|lui|leur|ne|et|ainsi|donc|egalement|par ailleurs|en outre|enfin|unanime)[ ,]+|[sln]'|(?:la|les) )*"
)
_BETWEEN = re.compile(
    rf"(?:(?! (?:a|est|avait|expose|rappelle|indique)\b)[^,;:.]){{0,60}}?(?:,[^;:]{{0,220}}?,)?[ ,-]*{_LEANS}"
    rf"|(?:[^;:]{{0,200}}?,)? ?{VOTED}\b[^;:]{{0,80}}? {_LEANS}"
)
_PRONOUN = re.compile(r"\b(?:lui|leur) $")
# « a également décidé de »
_HAS = re.compile(r"\b(?:a|ont) (?:\w+ment |ainsi |aussi |enfin |en outre )?$")
# « il est décidé de »
_IT_IS = re.compile(r"\bil est (?:\w+ )?$")
_IT_IS_DECIDED = re.compile(r"(?:.*[,.;:] )?il est (?:\w+ )?")
_OF_ANOTHER_DAY = re.compile(
    r"\b(?:par deliberation|lors d[eu]|precedemment|(?:le|du) \d{1,2}(?:er)? [a-z]+ (?:19|20)\d\d|en (?:19|20)\d\d"
    r"|chaque annee|habituellement)\b"
)
_ENDS_SENTENCE = re.compile(r"(?<!\bm)(?<!\bmm)\. ")
# « d'attribuer »: what the assembly decides to do.
_TO_DO = r"\bd['e] ?\w+(?:er|ir|re)\b"
# « Le Conseil municipal, par 24 voix pour et 3 contre, » over what it votes; « La Commission permanente, à
# l'unanimité : » without a verb of its own.
_ASSEMBLY_VOTES = re.compile(
    rf"(?:(?:apres|sur|oui|entendu|au vu)\b[^;:]{{0,160}}?, )?(?:{ASSEMBLY}\b[^.;:]{{0,160}}?,"
    r"[^.;]{0,40}\b(?:\d+ (?:voix|votes?)|\d+ pour|unanimite|majorite)\b[^.;:]{0,160},"
    rf"|{ASSEMBLY}\b[^,.;:]{{0,60}},"
    rf" {VOTED}\b(?:(?!{_TO_DO})[^.;:]){{0,60}}:)"
)
# « … après en avoir délibéré, ATTRIBUE : », over a list that needs no other verb.
_OPENS_LIST = re.compile(rf"{present('give')}|(?:vote|fixe|retient)(?:nt)?\b")
_IS_PAST = re.compile(r"\s*\w+é\b", re.IGNORECASE)

# ---- money that is given -----------------------------------------------------------------------------------------

_MONEY = (
    r"(?:subvention|aide|participation|dotation|bourse|contribution|concours|somme|prime|soutien|cotisation|allocation"
    r"|fonds de concours|montant|credit|adhesion|proposition|repartition|attribution|avis|laureat|conclusion)s?\b"
)
_ACTS = r"(?:versement|octroi|attribution|allocation|reconduction|renouvellement|convention|avenant|reversement)s?\b"
_GIVEN = participle("give", "decide")
_IS = r"\b(?:est|sont|sera|seront|soit|soient) (?:ainsi |donc |egalement )?"
_A = r"(?:une?|deux|trois|des|les?|la|l'|\d+) ?(?:[a-z]+ )?"
_NEAR = r"[^.;:]{0,160}?"
# « …, à l'unanimité des membres présents : », after the verb
_END_OF_OPENING = re.compile(
    rf"(?: d[e'])?(?:,?\s*{VOTED}(?:(?!{_TO_DO}|\bqu[e']|\b{_MONEY}|\b{_ACTS})[^:;]){{0,80}}?)?[\s:,.;-]*"
)
# « Sont votées les subventions suivantes : », « Est approuvée la convention … qui prévoit une subvention… »
_IS_GRANTED = re.compile(
    rf"(?:il )?{_IS}{_GIVEN} (?:pour |au titre de )?(?:l'annee |l'exercice )?(?:(?:19|20)\d\d,? )?"
    rf"(?=(?:a |au |aux |les?\b|l'|une?\b|des\b|la\b){_NEAR}(?:{_MONEY}|versements?\b))"
)
# « Sont accordées à l'unanimité : », over a list; « Ont été votées : » is of that day in minutes alone.
_LIST_GRANTED = re.compile(
    rf"(?:sont|ont ete) (?:ainsi |donc )?(?:{participle('give')}|votee?s?\b)"
    rf"(?:,? (?:{VOTED}|pour|au titre)\b[^:;]{{0,80}})? ?:\s*"
)
# « … une subvention de 500 € est attribuée à l'ADMR », « le versement de 500 € à l'ADMR est autorisé ».
# « 500 € sont attribués au Judo Club »
_GRANTED = re.compile(
    rf"{_A}(?:montants? de (?:la |l')?)?(?:{_MONEY}|{_ACTS}|prix\b){_NEAR}{_IS}{_GIVEN}"
    rf"|\d[\d ,]*(?:€|euros?) {_IS}(?:{participle('give')}|votee?s?\b)"
)
# « Au titre du fonctionnement, une aide de 500 € est accordée… »
_UNDER_WHAT = re.compile(
    r"(?:(?:au titre d|dans le cadre d|au niveau|sur le plan|en matiere d|en complement|pour )[^,.;:]{0,90},"
    r"|(?:par ailleurs|en outre|enfin|de plus|a ce titre),?) "
)
# Among decisions, « Est alloué à X… », « Il est décidé d'aider… » need no word of money.
_PASSIVE = re.compile(rf"(?:il )?{_IS}(?:{participle('give')}|vote|{_GIVEN} (?=d[e']|les?\b|la\b|l'|une?\b|des\b))")
# « 1° l'octroi à la Ligue d'une aide de 500 € »
_NOUN = re.compile(rf"(?:l'|les? |la |une? |d'une? )?{_ACTS}(?= (?:a |au |aux |d[eu']))")
_AUTHORITY_GIVES = re.compile(
    rf"(?:[^.;:]{{3,40}} ?: )?(?:la|le|l') ?(?:{AUTHORITIES}|ccas|agglomeration|collectivite|chambre|mairie)\b"
    r"[^.;:]{0,60}? "
    rf"(?:{future('give', 'decide')}|{present('give')}(?= [^.;]{{0,160}}\d)) "
)
# « L'association Le Bief bénéficiera d'une aide de 500 € »
_RECEIVES = re.compile(
    r"[^.;:]{3,140}? (?:beneficie(?:ra|ront)?|percevra|percevront|recevra|recevront"
    rf"|se (?:voit|voient|verra|verront) (?:{GIVE})er) "
)
# « Accord à l'unanimité des membres présents pour verser 500 € au club »
_AGREES = re.compile(
    r"(?:accord|avis favorable)(?: unanime)?(?: du conseil(?: \w+)?)?"
    rf"(?:,? {VOTED}[^,;:.]{{0,60}}?,?)?"
    rf" (?:pour |au |a (?=l'|la ))(?=[^.;:]{{0,160}}\b(?:{_MONEY}|{_ACTS}|\d))"
)
# « Le Maire décide d'attribuer 500 € au club », by delegation
_AUTHORITY_DECIDES = re.compile(
    r"(?:le|la) (?:maire|presidente?)\b(?! de la region| du departement)[^.;:]{0,80}?"
    rf" decide (?=(?:d'|de )(?:{GIVE}|vers)er\b)"
)
_CAPITAL_VERB = re.compile(r"(?:N['’]|NE )?[A-ZÀ-Ý]{3,}(?:E|T|ENT)\b,?\s+(?:PAS )?(?=[a-zà-ÿ«“])")


@lru_cache(maxsize=1_000)
def find_opening(text: str, printed: str, *, told: bool = False) -> tuple[Literal["deciding", "item"], int] | None:
    """What a paragraph that opens the decisions is, and where the decision begins in it; None for any other. `told`:
    the document tells what an assembly has decided."""
    if BARE_DECISION.fullmatch(text) and len(text) <= BARE_LENGTH and not _IS_PAST.match(printed):
        return "deciding", 0
    if _IS_GRANTED.match(text) or (_LIST_GRANTED.fullmatch(text) and (told or text.startswith("sont"))):
        return "item", 0
    if agrees := _AGREES.match(text) or _AUTHORITY_DECIDES.match(text):
        return "item", agrees.end()
    deliberated = DELIBERATED.search(text, 0, OPENING_LENGTH)
    start, end = _governing_verb(text, printed, deliberated.end() if deliberated else None, told=told)
    if end is None and deliberated:
        granted = _IS_GRANTED.search(text, deliberated.end()) or _GRANTED.search(text, deliberated.end())
        return ("item", granted.start()) if granted else ("deciding", 0)
    if end is None:
        votes = len(text) <= OPENING_LENGTH and _ASSEMBLY_VOTES.fullmatch(text.rstrip())
        return ("deciding", 0) if votes else None
    opens_list = _OPENS_LIST.fullmatch(text, start, end)
    return ("deciding", 0) if _END_OF_OPENING.fullmatch(text, end) and not opens_list else ("item", start)


def is_decision(text: str, printed: str, *, marked: bool, goes_on: bool, in_list: bool) -> bool:
    """« d'attribuer… », « APPROUVE… », « - valider… », « 1° l'octroi… », which may be an entry `in_list`. Without a
    mark, a verb in small letters is no decision, unless the one before `goes_on`."""
    of = OF.match(text)
    if of and INFINITIVE.match(text, of.end()):
        return True
    opens = (DECIDING.match(text), _CAPITAL_VERB.match(printed), _RECEIVES.match(text), _AUTHORITY_GIVES.match(text))
    if any(opens) or decides_in_passive(text):
        return marked or printed[:1].isupper() or goes_on
    if not marked:
        return False
    return bool((not in_list and _NOUN.match(text)) or (INFINITIVE.match(text) and not NOT_VERBS.match(text)))


def decides_in_passive(text: str) -> bool:
    """Whether a paragraph among decisions opens by saying what is given, approved or let be done."""
    under = _UNDER_WHAT.match(text)
    start = under.end() if under else 0
    return any(pattern.match(text, start) for pattern in (_PASSIVE, _IS_GRANTED, _GRANTED))


def granted_in_passing(printed: str) -> int | None:
    """Where the first sentence begins that says a sum given that day, « Une aide de 500 € est votée… »: what an act
    decides whose words never open a decision."""
    for one in sentences(printed):
        text = plain(one.text)
        given = decides_in_passive(text) and states_amount(one.text)
        if given and not _OF_ANOTHER_DAY.search(re.split(_IS, text, maxsplit=1)[0]):
            return one.start
    return None


def said_granted(text: str) -> re.Match[str] | None:
    """« La participation à la Mission locale est fixée à 900 € », at the head of a paragraph."""
    return _GRANTED.match(text)


def decides_in_capitals(text: str, printed: str) -> bool:
    """« ACCORDE une aide… », « APPROUVE la convention… », without a subject."""
    verb = _VERB.match(text) if _CAPITAL_VERB.match(printed) else None
    return verb is not None and not verb["tells"]


def _governing_verb(text: str, printed: str, deliberated: int | None, *, told: bool) -> tuple[int, int | None]:
    """Where the verb stands by which the assembly decides: after it deliberated, or as the verb of the assembly."""
    masked = without_brackets(text[:OPENING_LENGTH])
    told = told or text.rstrip().endswith(":")
    for verb in _VERB.finditer(masked, 0, OPENING_LENGTH):
        before = masked[: verb.start()]
        leans = _PRONOUN.search(before)
        start = leans.start() if leans else verb.start()
        decides = verb["verb"] is None or verb["verb"].startswith("decide")
        has = _HAS.search(before)
        of_today = told and has and not _OF_ANOTHER_DAY.search(text, 0, verb.end() + BARE_LENGTH)
        if (has or printed[verb.end() - 1] in "éÉ") and not of_today and not _IT_IS.search(before):
            continue
        before = before[: has.start()] if has else before
        if _NO_VERB_AFTER.search(before):
            continue
        if deliberated is not None and verb.start() >= deliberated:
            return start, verb.end()
        opens_list = text.rstrip().endswith(":") and not verb["tells"]  # « approuve, par 18 voix pour : »
        if (decides or opens_list or decides_in_capitals(text, printed)) and masked[: verb.start()] in ("", "et "):
            return start, verb.end()
        of_weight = decides or (not verb["tells"] and _speaks_of_money(without_brackets(text), start))
        if of_weight and (_IT_IS_DECIDED.fullmatch(before) or _is_verb_of_assembly(masked, len(before))):
            return start, verb.end()
    return 0, None


def _is_verb_of_assembly(masked: str, place: int) -> bool:
    """Whether the subject of the verb at `place` is the assembly."""
    return any(_BETWEEN.fullmatch(masked, subject.end(), place) for subject in _SUBJECT.finditer(masked, 0, place))


def _speaks_of_money(text: str, start: int) -> bool:
    """Whether what stands from `start` on names a sum or a grant, or opens a list."""
    if _OF_ANOTHER_DAY.search(text, start, start + BARE_LENGTH):
        return False
    said = _ENDS_SENTENCE.split(text[start:], maxsplit=1)[0]
    return bool(re.search(rf"\b{_MONEY}", said)) or states_amount(said) or text.rstrip().endswith(":")
