"""What a member is elsewhere: « membre du bureau de l'association Le Bief » → function and organisation.

What enters: the words after « est », in brackets or between commas. What leaves: mandates as printed, one per
organisation. This stage does not know who holds them.
"""

import re
from typing import NamedTuple

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.vocabulary.organisations import ORGANISATION
from ingest.reader.vocabulary.persons import CIVILITY, FUNCTION, ORGAN


class Mandate(NamedTuple):
    """Function and organisation as printed; the organisation is empty where none is named."""

    function: str
    organisation: str


# « conseillère départementale du canton de Bor »: what every member is.
_OWN_SEAT = re.compile(r"cantons?\b")
_ARTICLE = re.compile(
    r"\s*(?:(?:aussi|egalement|par ailleurs|actuellement|elue?|respectivement)\s+)*(?:le |la |l'|les |un |une |des )?"
)
_OF = re.compile(
    r"\s*(?:au sein d(?:e (?:la |l')?|u |es |')|aupres d(?:e (?:la |l')?|u |es |')|de la |de l'|du |des |de |d'"
    r"|a la |a l'|au |aux |a |chez |dans |pour |en )\s*"
)
_OF_ORGANISATION = re.compile(rf"\b(?:de la |de l'|du |des |de |d')(?={ORGANISATION.pattern})")
# « présidente de La Ruche », « trésorier du Club »: an article printed with a capital is of the name.
_CAPITAL_ARTICLE = re.compile(r"(?:La|Le|Les) (?=[A-ZÀ-Ý]+[a-zà-ÿ])|L['’](?=[A-ZÀ-Ý]+[a-zà-ÿ])")
_AND = r"(?:\s*,\s*(?:et\s+)?|\s+et\s+|\s*,?\s+ainsi que\s+|\s*;\s*)"
# Where one mandate ends and the next begins.
_NEXT = re.compile(
    rf"{_AND}(?=(?:de la |de l'|du |des |de |d')?(?:{ORGAN.pattern}))"
    rf"|{_AND}(?=(?:(?:par ailleurs|egalement|aussi|en outre) )?(?:le |la |l'|un |une )?(?:{FUNCTION.pattern}))"
    rf"|(?:\s+et\s+|\s*,?\s+ainsi que\s+)(?=(?:de la |de l'|du )(?:{ORGANISATION.pattern}))"
)
# What is no more of the name: the verb of the sentence, a reason, a bracket.
_END = re.compile(
    r"\s*(?:\.\s*$|;|,?\s+(?:et\s+)?(?:ne |n'(?:a|ont|y)|se |s'(?:est|etant)|sort|quitt|est sorti|sont sorti"
    r"|il |elle |ils |elles |en raison|a ce titre"
    rf"|a quitte|ont quitte|qui |dont )|\s*,\s*(?={CIVILITY})"
    r"|\s*,\s*(?:interess|sort|et sort|est |sont |a |ont |avai)|\s*\((?=.*\)\s*$))"
)
_EXERCISED = re.compile(
    r"\s*(?:\w+ ){0,2}?(?:exercee?s?|occupee?s?|detenue?s?)?\s*(?=(?:au sein|aupres|dans|chez|a la|a l'|au"
    r"|de la|de l'|du|d'|de) )"
)
_REASON = re.compile(
    r"\b(?:(?:en raison|au titre|du fait|compte tenu|en consideration|en vertu)\s+d(?:e (?:la |l'|ses |sa |son "
    r"|leurs? |cette |ces )?|es |u )"
    r"|en (?:sa |leurs? )?(?=qualite)|^)(?P<what>(?:fonctions?|qualites?|mandats?|liens?|appartenance|statut"
    r"|emploi|activites?)(?: professionnel(?:le)?s?| bancaires?| familia(?:l|ux|les?))?)"
)


def read_mandates(text: str) -> list[Mandate]:
    """The mandates that the text states from its start; empty where it does not begin with a function."""
    lowered = plain(text)
    mandates: list[Mandate] = []
    place = 0
    function = ""
    while place < len(text):
        article = _ARTICLE.match(lowered, place)
        start = article.end() if article else place
        named = FUNCTION.match(lowered, start)
        if named:
            function, start = text[start : named.end()], named.end()
        elif not mandates:
            return []
        mandate, place = _mandate(text, lowered, start, function)
        if not _OWN_SEAT.match(plain(mandate.organisation)):
            mandates.append(mandate)
        after = _NEXT.match(lowered, place)
        if not after:
            break
        place = after.end()
    return mandates


def _mandate(text: str, lowered: str, place: int, function: str) -> tuple[Mandate, int]:
    """The mandate whose function ends at `place`, and where its organisation ends."""
    of = _OF.match(lowered, place)
    start = of.end() if of else place
    organ_end = _organs_end(lowered, start)
    if organ_end is not None:
        # Behind an organ the organisation comes after « de », however long the organ's own name is.
        stop = _stop(lowered, organ_end)
        kind = _OF_ORGANISATION.search(lowered, organ_end, stop)
        inner = _OF.match(lowered, organ_end)
        if kind and not (inner and text[inner.end() : inner.end() + 1].isupper()):
            function, start = f"{function} {text[place : kind.start()]}", kind.end()
        elif inner:
            function, start = f"{function} {text[place:organ_end]}", inner.end()
        else:
            return Mandate(_tidy(f"{function} {text[place:organ_end]}"), ""), organ_end
    elif not of:
        return Mandate(_tidy(function), ""), place
    stop = _stop(lowered, start)
    named = _CAPITAL_ARTICLE.search(text, place, stop)
    if named and named.end() == start and not ORGANISATION.match(lowered, start):
        start = named.start()
    return Mandate(_tidy(function), _tidy(text[start:stop])), stop


def _organs_end(lowered: str, place: int) -> int | None:
    """The end of « conseil d'administration et de l'assemblée générale », None where no organ stands here."""
    organ = ORGAN.match(lowered, place)
    if not organ:
        return None
    joined = re.compile(rf"{_AND}(?:de la |de l'|du |des |de |d')?(?={ORGAN.pattern})").match(lowered, organ.end())
    further = _organs_end(lowered, joined.end()) if joined else None
    return further if further is not None else organ.end()


def _stop(lowered: str, place: int) -> int:
    ends = [match.start() for match in (_NEXT.search(lowered, place), _END.search(lowered, place)) if match]
    return min(ends, default=len(lowered))


def _tidy(text: str) -> str:
    tidy = " ".join(text.split()).strip(" ,.;:")
    return tidy.rstrip(" )") if tidy.count(")") > tidy.count("(") else tidy


def read_reason(text: str) -> list[Mandate]:
    """« en raison de ses fonctions de trésorier du club », « … exercées au sein de la Région »: the mandates given."""
    lowered = plain(text)
    reason = _REASON.search(lowered)
    if not reason:
        return []
    of = _OF.match(lowered, reason.end())
    mandates = read_mandates(text[of.end() :]) if of else []
    if mandates:
        return mandates
    exercised = _EXERCISED.match(lowered, reason.end())
    of = _OF.match(lowered, exercised.end()) if exercised else None
    if not of:
        return []
    organisation = _tidy(text[of.end() : _stop(lowered, of.end())])
    return [Mandate(text[reason.start("what") : reason.end("what")], organisation)] if organisation else []
