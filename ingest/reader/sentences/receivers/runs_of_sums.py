"""Who receives a sum of a run of many, by how each stands beside its name: « 50 € à la chasse, 300 € aux cyclos »,
« le tennis : 900 €, la chorale : 300 € », « Sport : Basket 900 € ; Judo 300 € », « au lycée : 900 € pour un bal, 300 €
pour un stage ».

What enters: one sum between its neighbours. What leaves: the beneficiary, in doubt where a common word names it, or
None. Sums that stand alone are placed elsewhere.
"""

import re
from collections.abc import Sequence

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.sentences.names.entry_names import inline_name
from ingest.reader.sentences.names.printed_names import (
    COMMON_NOTE,
    Beneficiary,
    is_common,
    names_in_run,
    tidy,
    without_article,
)
from ingest.reader.sentences.receivers.other_funders import is_others_money
from ingest.reader.sentences.receivers.placed_sums import GrantedSum
from ingest.reader.values.amounts_in_text import FoundAmount, find_amounts, states_amount
from ingest.reader.vocabulary.grants import GRANTS, NOT_BENEFICIARIES, TO

SAME_NOTE = "nom lu avant une autre somme de la même énumération\u202f: bénéficiaire à vérifier"
# Sums of a clause from which these make a run: two may stand on both sides of one name.
FEWEST = 3
# « 3 400 € (dont 2 000 € pour l'école) au football, »
_GIVEN_TO = re.compile(
    rf"\s*(?:\([^()]*\)\s*)?(?:{TO.pattern})(?P<name>(?!\d)[^,;:.()\d]{{2,60}}?)\s*(?:[,;.]|\bet (?=\d|pour )|$)"
)
# « , le tennis : 1 000 € », « , pour la chorale : 400 € »
_NAMED_BEFORE = re.compile(r"(?:[,;]\s*(?:et )?|\bet )(?:pour )?(?P<name>[^,;:\d]{3,80}?)\s*:\s*$")
# « Culture : », over the entries of one line
_THEME = re.compile(r"\W*[^\W\d][^:;,.\d€()]{2,40}? ?:\s+")
# « 900 € et 300 € (bal et stage) ; »
_JOINED = re.compile(r"\s*et (?:de )?")
_ENDS_ENTRY = re.compile(r"\s*(?:\([^()]*\)\s*)?(?:[;.]|$)")
# « …; au lycée Zola : 900 € pour un bal, 300 € »
_HEADED = re.compile(r"(?:^|[;:])[^;:]{3,140}:\s*\d[^;:]*\bpour [^;:]*, (?:et )?$")


def in_run(one: GrantedSum) -> Beneficiary | None:
    """« 50 € à la chasse », « le tennis : 900 € », among others that stand so."""
    every = list(find_amounts(one.text))
    if _is_in_bracket(one.text, one.found):
        return None  # « un quart des aides (Judo Club : 900 € ; Ruche : 800 €) »
    return _given_to(one, every) or _named_before(one, every)


def entries_beside(text: str, kept: Sequence[FoundAmount]) -> list[FoundAmount]:
    """« le tennis : 900 €, la Ruche : 500 €, le Bief : 300 €, l'ADMR : 100 € »: the named entries of a run that are
    none of the `kept` sums, for they make one of these, be it by chance."""
    starts = {one.start for one in kept}
    others = [one for one in find_amounts(text) if one.start not in starts and not _is_in_bracket(text, one)]
    named = [one for one in others if _NAMED_BEFORE.search(text[: one.start])]
    return named if len(named) >= FEWEST else []


def _is_in_bracket(text: str, one: FoundAmount) -> bool:
    return text.count("(", 0, one.start) > text.count(")", 0, one.start)


def _given_to(one: GrantedSum, every: Sequence[FoundAmount]) -> Beneficiary | None:
    lowered = plain(one.text)
    given = _GIVEN_TO.match(lowered, one.found.end)
    if not given or sum(1 for other in every if _GIVEN_TO.match(lowered, other.end)) < FEWEST:
        return None
    name = tidy(one.text[given.start("name") : given.end("name")])
    common = name == name.lower() and not NOT_BENEFICIARIES.match(plain(name))
    return Beneficiary(name, doubt=COMMON_NOTE) if common and _may_be_named(name) else None


def _named_before(one: GrantedSum, every: Sequence[FoundAmount]) -> Beneficiary | None:
    if not one.low:
        return None
    told = [before for other in every if (before := _NAMED_BEFORE.search(one.text[: other.start]))]
    before = next((match for match in told if match.end() == one.found.start), None)
    name = without_article(tidy(before["name"])) if before else ""
    alone = len(told) < FEWEST and name == name.lower()  # « au club 500 €, solde : 300 € »
    if not name or alone or is_others_money(one.text, one.low, one.found, one.payer):
        return None
    named = _may_be_named(name) and not TO.match(plain(name))
    return Beneficiary(name, one.purpose, doubt=COMMON_NOTE if is_common(name) else "") if named else None


def _may_be_named(name: str) -> bool:
    return names_in_run(name) and not GRANTS.search(plain(name))


def under_theme(one: GrantedSum) -> Beneficiary | None:
    """« Sport : Basket 900 € ; Judo 300 € »: the first name, behind what all of the line is about."""
    theme = _THEME.match(one.text, 0, one.found.start)
    others = one.text[one.found.end :].lstrip()
    if not theme or one.low or not (others.startswith(";") and states_amount(others)):
        return None
    name = inline_name(one.text[theme.end() : one.found.start])
    return Beneficiary(without_article(name), doubt=COMMON_NOTE if is_common(name) else "") if name else None


def as_the_last(one: GrantedSum) -> Beneficiary | None:
    """« au lycée Zola : 900 € pour un bal, 300 € pour un stage », « lycée Zola, 900 € et 300 € ; »: who receives the
    sum before, in doubt."""
    if not (one.last and one.since):
        return None
    headed = one.purpose and _HEADED.search(plain(one.text), 0, one.found.start)
    joined = _JOINED.fullmatch(one.text, one.since, one.found.start) and _ENDS_ENTRY.match(one.text, one.found.end)
    return None if not (headed or joined) else Beneficiary(one.last.operator, one.purpose, doubt=SAME_NOTE)
