"""The amounts of a clause that may be granted: neither what the thing costs, nor what was asked for it or given before,
nor a part of another amount that is told in passing.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.values.amounts_in_text import FoundAmount, find_amounts
from ingest.reader.vocabulary.beside_amounts import COST_BEFORE
from ingest.reader.vocabulary.grants import NOT_BENEFICIARIES, TO
from ingest.reader.vocabulary.patterns import ANY_AID, GIVE
from ingest.reader.vocabulary.sums import TOTAL_AFTER

_JOINS_AMOUNTS = re.compile(
    rf"\s*(?:,|et|puis|a)\s*(?:de |d'|a |une? (?!(?:{ANY_AID}|somme|montant)\b)[a-z]+ (?:[a-z]+ )?de )?"
)
# « (900 € demandés) », « une avance de 900 € à la SEM, remboursable sur deux ans »
# « 900 € ayant déjà été versés », « la subvention de 900 € votée le 3 mars »
ASKED_AFTER = re.compile(
    rf"\s*(?:{GIVE}|vot)ee?s? (?:(?:a|au|aux) (?:(?!pour )[^,;:.()\d]){{2,60}}? (?=(?:le|par|lors|en) ))?"
    r"(?:le \d|par (?:la )?deliberation|lors d|en (?:(?:19|20)\d\d|[a-z]+ (?:19|20)\d\d)"
    r"|au budget\b(?!(?: primitif| principal| (?:19|20)\d\d)* (?:aux?|a la|a l'|en faveur)\b))"
    rf"|\s*\)?\s*(?:ayant ete |(?:ayant |ont )?deja (?:ete )?)(?:{GIVE}|vers|vot|mandat|pay)ee?s?\b"
    r"|\s*(?:indument|a tort) \w+|\s*(?:seront|sera) reexamin|\s*en nature\b|\s*(?:demand|sollicit)ee?s?\b"
    r"|(?:(?!\bet\b)[^.;:\d]){0,80}\bremboursables?\b"
)
# « 900 €, 500 € étant versés en 2031 et 400 € en 2032 »
_BEING_PAID = re.compile(
    r"\s*etant (?:(?:vers|pay|mandat)ee?s?\b(?! (?:a|au|aux)\b)"
    # « 900 €, 500 € étant réservés à l'achat d'un bateau »
    rf"|(?:reserv|destin|affect|consacr|flech)ee?s? (?:a (?:l'|la )?|au |aux )(?:{NOT_BENEFICIARIES.pattern}))"
)
_PAID_TOO = re.compile(r"[^;:.()]{0,40}\b(?:et|puis) (?:de )?")
# « 900 € (+ 50 €) », « (- 50 € par rapport à 2030) »: how much more or less than before, unlike « (+ 50 € si…) »
_EVOLVES, _THAN_BEFORE = re.compile(r"\([+-] ?$"), re.compile(r"\s*(?:(?:/|par rapport|vs|depuis) ?[^()]*)?\)")
# « une aide de 900 €, portée à 1 000 € en cas de succès », unlike « celle de la Chorale étant portée à 500 € » and
# « et à la Chorale une aide portée à 500 € »
_CHANGED_TO = re.compile(
    rf"(?!.*\b(?:{ANY_AID}|celles?) (?:de|du|des|d'|a|au|aux)\b)"
    rf"(?!.*\bet (?:a la|a l'|aux?) [^;:]*?\b(?:{ANY_AID}))[^;:]{{0,140}}?"
    r"(?<!qui )\b(?:(?:portee?s?|ramenee?s?|relevee?s?|abaissee?s?|reduite?s?) (?:a|jusqu'a)"
    r"|(?P<more>majoree?s?) (?:de|d'un montant de)) "
)
_ON_CONDITION = re.compile(r"\s*(?:en cas d|si |lorsqu|sous (?:condition|reserve))")
# « (dont 400 € pour le concert) »
_TOLD_PART = re.compile(r"\((?:dont|y compris)\b[^()]*$")
# « de verser à l'Office un acompte de 900 € »: all that is given today; « autorise le versement d'un acompte de 900 € »
# may pay a part of what another article grants.
_GIVES_ADVANCE = re.compile(rf"\b(?:vers|{GIVE})(?:er|e)\b[^;:%()]*\bun acompte\b[^;:%()]*$")
# « autoriser le versement d'un acompte de 900 € au club et de 300 € à la chorale »: of several, each is a grant.
_PAYS_ADVANCE = re.compile(r"\bversement d'un acompte de $")


def not_costs(text: str) -> Iterator[FoundAmount]:
    """The amounts of the text, but for what the thing costs: « … sur une dépense éligible de 50 000 € »."""
    lowered, before, costs, paid, changed = plain(text), 0, False, False, sums_if(text)
    for item in find_amounts(text):
        # « …, dont le coût s'élève à 900 € et 700 € »
        costs = costs and _JOINS_AMOUNTS.fullmatch(lowered, before, item.start) is not None
        costs = costs and not goes_to_somebody(lowered, item)
        given = before == 0 and (_GIVES_ADVANCE.search(lowered, 0, item.start) or _opens_advances(lowered, item))
        costs = costs or (not given and COST_BEFORE.search(lowered[before : item.start]) is not None)
        told = _TOLD_PART.search(lowered[: item.start]) or _tells_evolution(lowered, item)
        goes_on = paid and _PAID_TOO.fullmatch(lowered, before, item.start)
        paid = bool(goes_on or _BEING_PAID.match(lowered, item.end))
        if not (paid or costs or told or item in changed) and not ASKED_AFTER.match(lowered, item.end):
            yield item
        before = item.end


def sums_if(text: str) -> list[FoundAmount]:
    """What the amount before becomes on some condition: « 900 €, portés à 1 000 € en cas de succès »."""
    lowered, found = plain(text), list(find_amounts(text))
    changed = ((one, _CHANGED_TO.fullmatch(lowered, before.end, one.start)) for before, one in pairwise(found))
    return [one for one, how in changed if how and (not how["more"] or _ON_CONDITION.match(lowered, one.end))]


def _tells_evolution(lowered: str, found: FoundAmount) -> bool:
    signed = _EVOLVES.search(lowered[: found.start])
    return signed is not None and _THAN_BEFORE.match(lowered, found.end) is not None


def _opens_advances(lowered: str, found: FoundAmount) -> bool:
    """« le versement d'un acompte de 900 € au club, de 300 € à la chorale »: whether each of several has its own."""
    pays = _PAYS_ADVANCE.search(lowered, 0, found.start) is not None and goes_to_somebody(lowered, found)
    others = (one for one in find_amounts(lowered) if one.start > found.start)
    return pays and any(goes_to_somebody(lowered, one) for one in others)


def goes_to_somebody(lowered: str, found: FoundAmount) -> bool:
    """« dans la limite d'un budget de 5 000 €, 900 € au Judo Club »: whether who receives it follows."""
    to = TO.match(lowered, found.end + 1)
    return (
        to is not None and not TOTAL_AFTER.match(lowered, found.end) and not NOT_BENEFICIARIES.match(lowered, to.end())
    )
