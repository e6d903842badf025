"""Who receives a sum, told by the sum beside it: that of another year, the one before it, the one joined to it.

What enters: one sum between its neighbours. What leaves: the beneficiary, or None where its neighbours tell of none.
"""

import re
from dataclasses import replace

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import LineRecord
from ingest.reader.sentences.names.beneficiaries import find_beneficiary, goes_with_money
from ingest.reader.sentences.names.names_at import named_at
from ingest.reader.sentences.names.printed_names import Beneficiary
from ingest.reader.sentences.receivers.placed_sums import GrantedSum
from ingest.reader.values.amounts_in_text import find_amounts
from ingest.reader.vocabulary.grants import NOT_BENEFICIARIES, TO
from ingest.reader.vocabulary.organisations import ORGANISATION
from ingest.reader.vocabulary.patterns import ANY_AID, GIVE

BOTH_NOTE = "nom lu après une autre somme de la même phrase\u202f: bénéficiaire à vérifier"
# « … en 2031, 900 € en 2032 »: after a sum, its year; between it and one of another year, for the same beneficiary.
_OF_YEAR = re.compile(
    r"\s*,?\s*\(?(?:en|pour|sur|au titre d(?:e|u)) (?:(?:l'|le |de l')?(?:annee|exercice|budget)(?: budgetaire)? )?"
    r"(?:19|20)\d\d\)?"
)
_ANOTHER_YEAR = re.compile(
    rf"{_OF_YEAR.pattern}\s*(?:,|;|\bet\b|\bpuis\b|\s)+(?:de |d'|a )?"
    rf"(?:(?:une? |la )?(?:{ANY_AID}|somme|montant) (?:de |d'))?"
)
# What stands between a sum and one of the same beneficiary, or a part of it.
_GOES_ON = re.compile(
    r"(?: (?:en|au titre de|pour) (?:l'|la |le )?(?:fonctionnement|investissement|equipement)"
    r"| [a-z]+(?:elle|nel|aire))?"
    r"(?: (?:et|ainsi que|plus)|,? \(?(?:dont|y compris|soit)) (?:d'une?|de|une?) (?:[^\d,;:.()]{0,70}? (?:de|d'))?\s*"
    r"|,? \(?(?:dont|y compris) "
)
# « 900 €, et le Judo Club », « (900 €) et du Judo Club »: what stands before a second name.
_JOINS_NAME = re.compile(r"[\s,;)]*(?:et |ainsi que |puis )?(?:de (?:la |l')?|du |des |d'|la |le |les |l')?(?=\w)")
# « soutenir le Bief à hauteur de 900 € et le Judo Club à hauteur de 500 € »
# « une aide de 900 € et une bourse de 300 € sont attribuées au CCAS »
_ARE_GIVEN = re.compile(rf"[^\d,;:.]{{0,60}}\b(?:sont|seront) (?:\w+ )?(?:{GIVE}|vers|vot)ees?\b")
_UP_TO = re.compile(r" a hauteur d[e'] ?$")
# « pour l'action « Médias » »: capitals that name nobody
_WHAT_FOR = re.compile(r"«[^»]*»|\bpour [^,;]*")
# « de même pour Luz, avec une dotation de 900 € »: what the sum is for, or who receives it
_FOR_NAMED = re.compile(r"\bpour (?=[A-ZÀ-Ý])")
_TELLS_PART = re.compile(r"\b(?:dont|y compris|soit)\b")
_PART_FOR_WHAT = re.compile(r" (?:a titre|au titre|pour|en|destine\w*|affecte\w*)\b [^\d;:.]{3,70}?[,)](?= )")


def of_another_year(one: GrantedSum) -> Beneficiary | None:
    """« au Bief une aide de 900 € en 2031, de 800 € en 2032 »: who receives the sum before; « 900 € en 2031, 800 € en
    2032 au Bief »: whoever is named after the last of the years."""
    lowered, last = plain(one.text), one.found
    if not _OF_YEAR.match(lowered, last.end):
        return None
    if one.last and one.since and _ANOTHER_YEAR.fullmatch(lowered, one.since, last.start):
        return _as_before(one, one.last)
    if one.order != "amounts first":
        return None
    for after in find_amounts(one.text):
        if after.start > last.end and _ANOTHER_YEAR.fullmatch(lowered, last.end, after.start):
            last = after
    year = _OF_YEAR.match(lowered, last.end)
    if last is one.found or not year:
        return None
    after_last = next((other.start for other in find_amounts(one.text) if other.start > last.end), len(one.text))
    return find_beneficiary(one.text, last.start, last.end, low=year.end(), high=after_last)


def beside_the_last(one: GrantedSum) -> Beneficiary | None:
    """« faire bénéficier le Bief d'une aide de 900 € et le Judo Club d'une aide de 500 € »: a name without « à » after
    the sum before; « au CCAS une subvention de 900 €, une aide de 300 € »: the last one where none stands."""
    lowered, start = plain(one.text), one.found.start
    upto = _UP_TO.search(lowered, one.low, start)
    start = upto.start() if upto else start
    if any(_names_one(one.text[:start], lowered, to.end()) for to in TO.finditer(lowered, one.low, start)):
        return None
    joint = _JOINS_NAME.match(lowered, one.low, start)
    if joint and (one.text[joint.end()].isupper() or ORGANISATION.match(lowered, joint.end())):
        name, _ = named_at(one.text, lowered, joint.end(), start)
        return Beneficiary(name, one.purpose) if name else None
    if not one.last or any(character.isupper() for character in _WHAT_FOR.sub("", one.text[one.low : start])):
        return None
    before = _as_before(one, one.last)
    named = _FOR_NAMED.search(one.text, one.low, start)
    return replace(before, doubt=before.doubt or BOTH_NOTE) if named else before


def _as_before(one: GrantedSum, last: LineRecord) -> Beneficiary:
    """Who receives the sum before receives this one."""
    return Beneficiary(last.operator, one.purpose, doubt=" ; ".join(last.notes))


def _names_one(text: str, lowered: str, place: int) -> bool:
    """« au club », « une aide aux sinistrés », « une aide à l'artisan Luc Pin »; « une aide à la création » tells what
    for."""
    if NOT_BENEFICIARIES.match(lowered, place):
        return False
    told = any(map(str.isupper, text[place:])) or ORGANISATION.match(lowered, place) is not None
    return told or lowered.endswith("aux ", 0, place) or not goes_with_money(lowered, place)


def receives_both(one: GrantedSum) -> Beneficiary | None:
    """« une aide de 900 € et une bourse de 300 € au CCAS », « 900 €, dont 300 € au titre du sport, au CCAS »: who is
    named after the sum that goes on with this one receives this one too."""
    lowered, end = plain(one.text), one.found.end
    joined = next((other for other in find_amounts(one.text) if other.start >= end), None)
    if joined is None or not _GOES_ON.fullmatch(lowered, end, joined.start):
        return None
    low = next((match.end() for match in [_PART_FOR_WHAT.match(lowered, joined.end)] if match), joined.end)
    is_a_part = _TELLS_PART.search(lowered, end, joined.start) is not None
    if is_a_part and low == joined.end:
        return None  # « 900 €, dont 300 € au CCAS »: the part is whose it says
    high = next((other.start for other in find_amounts(one.text) if other.start >= joined.end), len(one.text))
    receives = find_beneficiary(one.text, joined.start, joined.end, low=low, high=high)
    doubt = "" if _ARE_GIVEN.match(lowered, joined.end) and not is_a_part else BOTH_NOTE
    return replace(receives, doubt=receives.doubt or doubt) if receives else None
