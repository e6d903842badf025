"""The cell of a beneficiary → the name alone, and the town of an address printed behind it.

« - Les Hirondelles (1) 12 rue du Moulin 59000 Varsigny » is one organisation wherever it stands, moves, has a note, is
numbered or presided. The page keeps what is cut.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from ingest.reader.act.recusals.person_sentences import stands_aside
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.vocabulary.headers import HEADERS
from ingest.reader.vocabulary.patterns import MARK, OPEN_END, STREET_NUMBER, STREETS
from ingest.reader.vocabulary.phrases import phrase

_STREET = rf"{STREET_NUMBER}(?:{STREETS}|cours)\b"
_POSTCODE = r"(?:[A-Z]-)?\d{5}\s+(?=[^\W\d_])"
# « Mairie – 62400 Varsigny »: where an organisation is found, with the postcode of the place not far behind.
_HOSTED = (
    r"(?:mairie|hôtel de ville|maison des (?:associations|sports)|c/o|lieu[- ]dit|z\.?[ai]\.?|zac|friche|immeuble"
    r"|bât(?:iment)?\.?)(?!\w)(?=[^;]{0,40}?\b\d{5}\s+[^\W\d_])"
)
_ADDRESS = re.compile(rf"[\s,;–—-]+(?:{_STREET}|(?:BP|CS)\s?\d+|{_POSTCODE}|{_HOSTED})", re.IGNORECASE)
_TOWN = re.compile(
    rf"(?:^|\s){_POSTCODE}(?P<town>[^\d,;()]+?(?:\s*\((?:l[ae]|les|l['’])\))?)(?:\s+cedex(?:\s+\d+)?)?\s*$",
    re.IGNORECASE,
)
_STREET_OPENS = re.compile(rf"{_STREET}|(?:BP|CS)\s?\d+", re.IGNORECASE)
_SIRET = re.compile(r"\d{3}\s?\d{3}\s?\d{3}\s?\d{5}(?!\d)")
# « SIRET : 123 456 789 00012 », « RNA W591000001 », fourteen figures alone.
_NUMBER = (
    r"(?:n\s?[°o]\s*(?:de\s+)?)?(?:siret|siren|rna)\s*(?:n\s?[°o])?\s*:?\s*W?\d(?:[\d\s.]{7,})"
    r"|\d{3}\s?\d{3}\s?\d{3}\s?\d{5}(?!\d)|W\d{9}(?!\d)"
)
_REGISTERED = re.compile(_NUMBER, re.IGNORECASE)
# « Représentée par Mme X », « Président : M. X »
_HEADED_BY = (
    r"(?:repr[ée]sent|pr[ée]sid)[ée]e?s?\s+par\b|pr[ée]sident(?:e|s|es)?\s*(?::|(?=(?:M\.|Mme|Monsieur|Madame)\s))"
)
_BEHIND = re.compile(rf"(?<=[^\W\d_]|[).»\d])[\s,;(–—-]+(?:{_NUMBER}|{_HEADED_BY}).*$", re.IGNORECASE)
# « Varsigny M. Paul DURAND »: whoever presides, printed under the town.
_PERSON = re.compile(r"(?<=[^\W\d_]|\))\s+(?:M\.|MM\.|Mr\.?|Mmes?|Mlle|Monsieur|Madame)\s+[A-ZÀ-Ý].*$")

# The dash of a list set in columns, with « Mandataire » before it or not, « A.1 » or the number of a third party,
# « 004512 – », is no part of the name.
_MARK = re.compile(
    rf"^(?:(?:(?i:mandataire|porteur|bénéficiaire)s?\s+)?{MARK}"
    r"|(?:[A-Z]|\d{1,2})\.\d{1,2}\.?"
    r"|(?:\d{5,}|0\d{3,})(?:\s*[-–—:])?|[A-Z]{1,3}\d{3,}\s*[-–—:])\s+(?=[^\W\d])"
)
# « Chorale dont 40 € au titre du projet jeunes », « La Ruche, sous réserve des comptes 2031 »: said of the amount
# beside, on a line of its own.
_PART = re.compile(r"[\s,;–—-]+\(?(?:dont\s+\d|sous\s+(?:la\s+)?réserve\b).*$", re.IGNORECASE)
# A call for a note under the table: « Les Hirondelles (1) », « La Ruche * ».
_NOTE_CALL = re.compile(r"\s*(?:\(\d\)|\(?\*+\)?|[¹²³⁴⁵⁶⁷⁸⁹])$")

# « Judo Club (M. BLANC ne prend pas part au vote) »
_REMARK = re.compile(r"\s*[(–—-]\s*(?P<said>[^()]{8,160})\)?\s*$")


# « Bénéficiaire : La Ruche Localisation : Bor »
_COLON = re.compile(r"\s*:\s+")
_NAMES_BENEFICIARY = re.compile(
    r"(?:nom|beneficiaire|attributaire|maitre d'ouvrage|porteur|organisme|demandeur)\b[^:]{0,20}:"
)
_LONGEST_LABEL = 4  # words


class NameAndTown(NamedTuple):
    """A beneficiary, and the town printed beside or under its name, empty where none is."""

    name: str
    town: str = ""


@lru_cache(maxsize=1_000)
def read_beneficiary(text: str) -> NameAndTown:
    """What a cell prints of a beneficiary, without the mark of a list, a part of its amount, the call for a note, the
    address, the number in a register and whoever presides."""
    text = _without_recusal(_PART.sub("", _MARK.sub("", text)))
    told = _labelled(text)
    if told.get("operator"):
        one = read_beneficiary(told["operator"])
        return NameAndTown(one.name, told.get("commune") or told.get("territory") or one.town)
    behind = _BEHIND.search(text)
    after = ""
    if behind and not OPEN_END.search(text[: behind.start()]):
        text, after = text[: behind.start()], _SIRET.sub("", behind[0])
    # « La Maison du 12 rue des Arts » bears the name of its address.
    found = next((one for one in _ADDRESS.finditer(text) if not OPEN_END.search(text[: one.start()])), None)
    name = text[: found.start()].rstrip(" ,;–—-") if found else text
    if found is None or not any(map(str.isalpha, name)):
        found, name = None, text
    town = (_TOWN.search(text[found.start() :]) if found else None) or _TOWN.search(after)
    return NameAndTown(_NOTE_CALL.sub("", name), town["town"].strip() if town else "")


def _labelled(text: str) -> dict[str, str]:
    """What each label of a cell that opens with that of a beneficiary says, by the role of the label."""
    if not _NAMES_BENEFICIARY.match(plain(text)):
        return {}
    labels = [(*label, colon.end()) for colon in _COLON.finditer(text) if (label := _label(text[: colon.start()]))]
    ends = [*(start for start, _, _ in labels[1:]), len(text)]
    return {role: text[begins:end].strip() for (_, role, begins), end in zip(labels, ends, strict=True)}


def _label(before: str) -> tuple[int, str] | None:
    """Where the label that these words end with begins, and the role that it names."""
    starts = [word.start() for word in re.finditer(r"\S+", before)][-_LONGEST_LABEL:]
    roles = ((start, HEADERS.get(phrase(before[start:]))) for start in starts)
    return next(((start, role) for start, role in roles if role), None)


def opens_with_street(text: str) -> bool:
    """« 12 rue du Moulin »: whether a cell prints where somebody is found, not who."""
    return _STREET_OPENS.match(text) is not None


def opens_with_number(text: str) -> bool:
    """« SIRET : 123 456 789 00012 »: whether a text prints the number of somebody in a register, not who."""
    return _REGISTERED.match(text) is not None


def read_town(text: str) -> str:
    """What a cell prints of a town, without the street before it and the person named behind it."""
    text = _PERSON.sub("", text)
    town = _TOWN.search(text)
    return town["town"].strip(" –—-") if town and opens_with_street(text) else text


def _without_recusal(text: str) -> str:
    """The text without the sentence behind it that tells who does not vote on it."""
    remark = _REMARK.search(text)
    return text[: remark.start()] if remark and stands_aside(plain(remark["said"])) else text
