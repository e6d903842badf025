"""Who receives the money of a sentence, and what for: « … 1 500 € à l'association Le Bief pour son festival ».

What enters: a sentence and the place of one amount in it. What leaves: the beneficiary as printed, without its article,
and the purpose; None where nobody is named (« aux structures »). This stage does not judge whether the money is
granted.
"""

import re
from typing import NamedTuple

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.sentences.names.beneficiary_places import (
    name_start,
    names_many,
    places_of_names,
    shares_with_next,
    shares_with_previous,
)
from ingest.reader.sentences.names.names_at import AFTER_NAME, named_at
from ingest.reader.sentences.names.printed_names import (
    COMMON_NOTE,
    Beneficiary,
    is_common,
    is_name,
    tidy,
    without_article,
)
from ingest.reader.sentences.names.supposed_names import supposed_name
from ingest.reader.values.amounts_in_text import states_amount
from ingest.reader.vocabulary.grants import GRANTS, MONEY_BEFORE, PURPOSE, TO
from ingest.reader.vocabulary.organisations import ORGANISATION
from ingest.reader.vocabulary.patterns import ANY_AID, GIVE

# Characters between an amount and the « à » of its beneficiary, where the purpose does not stand between them.
NEAR = 60
PURPOSE_NOTE = "nom lu dans ce à quoi sert la somme\u202f: bénéficiaire à vérifier"
SHARED_NOTE = "une seule somme pour plusieurs noms\u202f: bénéficiaire à vérifier"

_ACTION = re.compile(
    r"\b(?:action|projet|operation|evenement|manifestation|festival|programme|exposition"
    r"|spectacle)s? (?:intitulee?s? |denommee?s? )?\"(?P<name>[^\"]{3,120})\""
)
# « le Salon du vent, organisé par Le Bief »: who organises it, whatever its name is.
_ORGANISED = re.compile(r"(?:organise|porte|gere|anime|mene|produit)e?s?\b[^,;:.\d]{0,30}? par (?:la |le |les |l')?")
_SPENT = re.compile(
    r"\b(?:aux|les|des) (?:frais|depenses|charges|couts)(?: d(?:e |')\w+)? (?:de (?:la |l')?|du |des |d')"
)
# « Article premier – La société Bois Vert (SIRET 414…), représentée par son gérant, bénéficie… »
_ARTICLE_MARK = re.compile(r"(?:article (?:\d+|premier|unique) ?(?:er)?\b[\s:.–-]*)?")
_BESIDE_NAME = re.compile(rf"\s*\((?:siret|siren|n ?[°o])|,? qui\b|{AFTER_NAME.pattern}")
_BRACKETED = re.compile(r"\([^()]*\)")
# « 900 € au titre du soutien à l'engagement des clubs »: a heading of the budget
_UNDER_HEADING = re.compile(rf"\bau titre (?:du |de la |de l'|des )(?:{ANY_AID})\b[^,;:.]*$")
# « chaire « Rivages » de l'Université du Lac »
_PROJECT_OF = re.compile(r"[a-zà-ÿ][^«\"“]*[«\"“][^»\"”]+[»\"”] d(?:e |u |['’])")
_PURPOSE_END = re.compile(r"\s*(?:;|\.(?=\s|$)|, (?:soit|d'un montant|pour un|selon|au titre|a hauteur)|\(soit|$)")
# « au lycée 600 €, et au collège, pour son club, »: what the next sum is for
_NEXT_NAME = re.compile(r"(?:,|\bet|\bpuis|\bainsi qu[e']) ?(?:et )?(?:au|a la|a l') ")
# « au Moulin 900 € et à la Chorale un prêt »: what is given next
_OF_NEXT = re.compile(r",? (?:et|puis|ainsi qu['e]) ?(?=(?:a|au|aux) )")
_RECEIVES = re.compile(
    r"(?:^|[:;.] |- )(?:(?:decide|dit|precise|convient|arrete|indique)(?:nt)?,?(?: a [^,;:]{3,40},)? (?:que |qu'))?"
    r"(?P<name>[^:;]{3,140}?)(?<! qui),?\s+(?:beneficie(?:ra)?|percevra|percoit|recoit|recevra"
    rf"|se (?:voit|verra) (?:{GIVE})er)\b"
)


class _Sum(NamedTuple):
    """One amount of a sentence, and its neighbours, between which its beneficiary stands."""

    text: str
    start: int
    end: int
    low: int
    high: int
    only_before: bool

    @property
    def lowered(self) -> str:
        return plain(self.text)


def find_beneficiary(
    text: str, start: int, end: int, *, low: int = 0, high: int | None = None, only_before: bool = False
) -> Beneficiary | None:
    """The beneficiary of the amount printed at start–end, looked for between `low` and `high` (its neighbours).

    `only_before`: the sentence names each beneficiary before its amount."""
    one = _Sum(text, start, end, low, len(text) if high is None else high, only_before)
    if receives := _subject(text, one.lowered, low, start):
        return receives
    for place, in_purpose in _places(one).items():
        last = one.high if place >= end else start
        if names_many(one.lowered, place, last):
            return None
        name, stop = named_at(text, one.lowered, place, last)
        if name:
            return _named(one, place, name, stop, in_purpose=in_purpose)
    return None if only_before else supposed_name(text, start, end, low, one.high)


def announced_beneficiary(text: str) -> str:
    """Who receives what follows a sentence: « … de verser à l'association Le Bief les subventions suivantes : »; empty
    where it grants nothing, states a sum or names nobody."""
    lowered = plain(text)
    if not GRANTS.search(lowered) or states_amount(text):
        return ""
    receives = find_beneficiary(text, len(text), len(text))
    return receives.name if receives and not receives.doubt else ""


def _places(one: _Sum) -> dict[int, bool]:
    """Where its name may begin, the likeliest first, and whether that is within what says what the money is for."""
    text, lowered = one.text, one.lowered
    before = sorted(places_of_names(text, lowered, one.low, one.start, financed=True), reverse=True)
    # « à la SARL Gourdon une aide à l'immobilier de 500 € », « au club 500 € pour aller aux championnats »: what goes
    # on with « aide » or with a purpose comes last.
    given = [place for place in before if _names_one(text, lowered, place, one.start)]
    only_before = one.only_before or bool(given and _OF_NEXT.match(lowered, one.end))
    near = [] if only_before else places_of_names(text, lowered, one.end, min(one.high, one.end + NEAR))
    after = [] if only_before else places_of_names(text, lowered, one.end, one.high)
    spent = _SPENT.search(lowered, one.low, one.high)
    places = {
        place: any(_is_in_purpose(lowered, other, place) for other in (one.end, *given))
        for place in (*near, *before, *after)
        # « aux frais de voyage du club au concours de Lyon »: whose expense it is stands first.
        if not spent or place < spent.end() or "," in lowered[spent.end() : place]
    }
    return dict(sorted(places.items(), key=lambda item: goes_with_money(lowered, item[0]) or item[1]))


def _named(one: _Sum, place: int, name: str, stop: int, *, in_purpose: bool) -> Beneficiary | None:
    """The name that stands from `place` to `stop`, or whoever organises what bears it, and what the money is for."""
    text, lowered = one.text, one.lowered
    organised = _ORGANISED.search(lowered, place, one.high if place >= one.end else one.start)
    beside = organised and not text[stop : organised.start()].strip(" ,co-")
    if organised and beside and not ORGANISATION.match(lowered, place):
        by = named_at(text, lowered, name_start(text, organised), one.high)[0]
        if by or organised[0].startswith("organise"):
            return Beneficiary(by, action=text[place : organised.start()].strip(" ,")) if by else None
    own = _NEXT_NAME.search(lowered, one.end, one.high) if place < one.start else None
    purpose = purpose_at(text, max(stop, one.end), own.start() if own else one.high)
    doubt = SHARED_NOTE if _is_shared(one, place, stop) else _doubt(name, in_purpose=in_purpose)
    return Beneficiary(name, purpose, _action(one), doubt)


def _is_shared(one: _Sum, place: int, stop: int) -> bool:
    """Whether another name that no other sum goes to is joined to the one from `place` to `stop`."""
    whole = one.low == 0 and one.high == len(one.text)
    return ((whole or place >= one.end) and shares_with_next(one.text, one.lowered, stop, one.high)) or (
        (whole or one.only_before) and shares_with_previous(one.text, one.lowered, one.low, place)
    )


def goes_with_money(lowered: str, place: int) -> bool:
    """Whether what begins at `place` goes on with a word for money: « une aide à l'immobilier »."""
    to = next((match for match in TO.finditer(lowered, max(0, place - NEAR), place) if match.end() == place), None)
    return to is not None and MONEY_BEFORE.search(lowered[: to.start()]) is not None


def _names_one(text: str, lowered: str, place: int, high: int) -> bool:
    return not names_many(lowered, place, high) and bool(named_at(text, lowered, place, high)[0])


def _is_in_purpose(lowered: str, end: int, place: int) -> bool:
    """Whether words that say what the money is for stand between `end` and `place`, after it."""
    between = _BRACKETED.sub("", lowered[end:place]).rsplit(";", 1)[-1]
    return place > end and (PURPOSE.search(between) or _UNDER_HEADING.search(between)) is not None


def _doubt(name: str, *, in_purpose: bool) -> str:
    """« 500 € pour aller aux Championnats d'Europe »: a word of the purpose, unless it says that it is an
    organisation."""
    if is_common(name):
        return COMMON_NOTE
    told = ORGANISATION.match(plain(name)) or not (in_purpose or _PROJECT_OF.match(name))
    return "" if told else PURPOSE_NOTE


def _subject(text: str, lowered: str, low: int, start: int) -> Beneficiary | None:
    """« L'association Le Bief bénéficie d'une subvention de 750 € »."""
    match = next(_RECEIVES.finditer(lowered, low, start), None)
    if match is None:
        return None
    start = match.start("name") + len(_ARTICLE_MARK.match(match["name"])[0])  # type: ignore[index]
    beside = _BESIDE_NAME.search(lowered, start, match.end("name"))
    name = without_article(tidy(text[start : beside.start() if beside else match.end("name")]))
    return Beneficiary(name) if name and is_name(name, plural=False) else None


def purpose_at(text: str, place: int, high: int) -> str:
    """What the money is for, where the text says it between `place` and `high`."""
    lowered = plain(text)
    match = PURPOSE.search(lowered, place, high)
    if not match:
        return ""
    stop = _PURPOSE_END.search(lowered, match.end(), high)
    purpose = " ".join(text[match.end() : stop.start() if stop else high].split()).strip(" ,;.")
    return re.sub(r"\s+(?:et|d['’]un (?:montant|coût)(?: \w+)? de)$", "", purpose)


def _action(one: _Sum) -> str:
    match = _ACTION.search(one.lowered, one.low, one.high)
    return one.text[match.start("name") : match.end("name")].strip() if match else ""
