"""For which organisation a member stands aside, as the sentence about them prints it.

What enters: a person and the sentence that names them. What leaves: the mandates found after the name, in brackets or
before it; none where the sentence gives no reason.
"""

import re

from ingest.reader.act.flow.persons import Person
from ingest.reader.act.recusals.mandates import Mandate, read_mandates, read_reason
from ingest.reader.act.recusals.person_sentences import Said
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.vocabulary.persons import CIVILITY, FUNCTION

# Characters around a name within which a proxy or a reason is about it.
REACH = 400
# In brackets after a name, what names no organisation: a proxy, a political group.
_NOT_ORGANISATION = re.compile(
    r"pouvoir|procuration|mandat|excuse|absent|sorti|groupe|majorite|opposition|non inscrit|parti\b|interesse|\ba m"
)
# « (LFI) », « (DVD) »: political groups by their letters
_PARTY = re.compile(
    r"(?:ps|lr|rn|fn|lfi|fi|pc|pcf|pg|eelv|lev|udi|modem|rem|lrem|ump|ens|ren|hor|rec|dv[cdg]|di?v|exg|exd|ss?e)\b"
)
_FOR_WHOM = re.compile(
    r"(?:^\s*(?:,\s*)?pour (?:cel(?:le|ui) (?:de (?:la |l')?|du |des )|la |le |l'|les )"
    r"|^\s*(?:,\s*)?au titre d(?:e la |e l'|e |u |es )"
    r"|\b(?:vote|part|debats?|deliberation) (?:pour|concernant) (?:la |le |l'|les )"
    r"|\bvote (?:de|sur) (?:la |l'|cette )(?:subvention|aide)s? (?:a la |a l'|au |aux |a |de la |de l'|du )"
    r"|\bpour (?:la|les|l')\s?(?:subventions?|aide|attribution|demande)\b[^,;.]{0,60}?"
    r"\b(?:a la |a l'|au |aux |de la |de l'|du ))"
    r"(?!subvention|vote|deliberation|aide|demande|dossier)(?P<name>[^,;.()]{3,90})"
)
_NAMED_FOR = re.compile(r"\s*:\s*(?P<name>[A-ZÀ-Ý][^():;]{2,90}?)\s*\((?P<function>[^()]{3,90})\)")
_WHY = re.compile(
    r"\b(?:part|vote|debats?)(?: \((?P<why>[^()]{5,120})\)|,? (?:etant|car (?:il|elle) est|puisqu'(?:il|elle) est) "
    r"(?P<being>[^;()]{5,160}?)\.?$)"
)
# « en tant que membre du bureau de X, M. A… »: the function before the name.
_AS = re.compile(r"\b(?:en tant qu[e' ] ?|en (?:sa |leurs? )?qualites? d[e' ] ?|comme )(?P<what>.{3,160}?)[,\s]*$")
_QUALITY = re.compile(r"\b(?:en tant qu[e' ] ?|en (?:sa |leurs? )?qualites? d[e' ] ?)")
_ITSELF = re.compile(r"\s*,?\s*dont (?:il|elle|ils|elles) (?:est|sont|assurent?) (?:le |la |l'|les )?")


def mandates_of(person: Person, sentence: Said) -> list[Mandate]:
    """The functions and organisations for which the person stands aside, by the first place that states any."""
    return (
        _labelled(person, sentence)
        or _qualified(person.remark)
        or read_mandates(person.remark)
        or read_reason(person.remark)
        or _after_verb(person, sentence)
        or _as_what(person, sentence)
        or read_reason(sentence.text[person.end : person.end + REACH])
        or read_reason(_said_first(person, sentence))
        or _said_before(person, sentence)
        or _concerned(person, sentence)
    )


def _labelled(person: Person, sentence: Said) -> list[Mandate]:
    """« Mme A : Fédération des Aidants (membre du bureau) »."""
    match = _NAMED_FOR.match(sentence.text, person.end)
    function = match["function"].strip() if match else ""
    return [Mandate(function, match["name"].strip())] if match and FUNCTION.match(plain(function)) else []


def _after_verb(person: Person, sentence: Said) -> list[Mandate]:
    """« Mme A ne prend pas part au vote (trésorière du club) »."""
    match = _WHY.search(sentence.plain, person.end)
    alone = match and not any(other.start > person.start for other in sentence.persons)
    if not match or not alone:
        return []
    group = "why" if match["why"] else "being"
    return read_mandates(sentence.text[match.start(group) : match.end(group)])


def _as_what(person: Person, sentence: Said) -> list[Mandate]:
    """« M. A quitte la séance pour ce point en tant que membre du bureau du club »."""
    match = _QUALITY.search(sentence.plain, person.end)
    if not match or any(person.start < other.start < match.start() for other in sentence.persons):
        return []
    return read_mandates(sentence.text[match.end() :])


def _concerned(person: Person, sentence: Said) -> list[Mandate]:
    """« M. A (Judo Club) », « Mme B pour la Chorale »: the organisation alone."""
    remark = plain(person.remark)
    if (
        person.remark
        and not _NOT_ORGANISATION.search(remark)
        and (len(remark.split()) > 1 or "-" in remark or (len(remark) > 2 and person.remark.isupper()))
        and not _PARTY.fullmatch(remark)
        and person.remark[0].isupper()
    ):
        return [_named_first(person.remark)]
    others = [other.start for other in sentence.persons if other.start > person.start]
    after = sentence.plain[person.end : min(others, default=len(sentence.plain))]
    match = _FOR_WHOM.search(after)
    if not match:
        return []
    start = person.end + match.start("name")
    name = sentence.text[start : person.end + match.end("name")].strip(" .,;)")
    return [_named_first(name)] if name[:1].isupper() else []


def _named_first(printed: str) -> Mandate:
    """« Judo Club, président », « Judo Club dont il est président »: the organisation before the function."""
    itself = _ITSELF.search(plain(printed))
    comma = printed.rfind(",")
    place = itself.span() if itself else (comma, comma + 1) if comma > 0 else None
    function = printed[place[1] :].strip() if place else ""
    if place and FUNCTION.fullmatch(plain(function)):
        return Mandate(function, printed[: place[0]].strip())
    return Mandate("", printed)


def _qualified(remark: str) -> list[Mandate]:
    """« conseiller municipal intéressé en qualité de secrétaire du club »: the function after, not the seat before."""
    match = _QUALITY.search(plain(remark))
    return read_mandates(remark[match.end() :]) if match else []


def _said_before(person: Person, sentence: Said) -> list[Mandate]:
    """« En tant que trésorière du Judo Club, Mme A ne participe pas »."""
    between = max((other.end for other in sentence.persons if other.end <= person.start), default=0)
    title = re.sub(rf"{CIVILITY}\s*$", "", sentence.plain[: person.start])
    match = _AS.search(title, max(between, len(title) - REACH))
    if match and between and re.search(r";\s*$", title):
        return []  # « Mme A, en sa qualité de présidente de X ; M. B »: said of the one before
    return read_mandates(sentence.text[match.start("what") : match.end("what")]) if match else []


def _said_first(person: Person, sentence: Said) -> str:
    """What stands before the first person: a reason printed between two is of the one before it."""
    first = min(other.start for other in (*sentence.persons, person))
    return sentence.text[max(0, person.start - REACH) : first]
