"""Where in a sentence the beneficiary of an amount may begin: after « à », « au profit de », « financer ».

What enters: a stretch of a sentence. What leaves: the places where names may begin, without verbs, seats and « aux »
inside a name. Whose the money is, is not judged here.
"""

import re

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.sentences.names.names_at import is_in_quotes
from ingest.reader.sentences.names.printed_names import Beneficiary, tidy
from ingest.reader.vocabulary.grants import NOT_BENEFICIARIES, NOT_BENEFICIARIES_IN_SMALL, TO, UNNAMED
from ingest.reader.vocabulary.name_ends import ADDRESS, NAME_END
from ingest.reader.vocabulary.organisations import ORGANISATION, SEVERAL, kinds

_FINANCES = re.compile(
    r"\b(?:financer?|financement|soutenir|soutient?|soutiendra|subventionner?|aider|aide|faire beneficier)"
    # « soutenir, dans le cadre de l'action 1, la Maison de la laine »
    r"(?:,[^,;:.]{3,90},)?\s+(?:de (?:la |l')?|du |d'|l'|la |le |a (?:la |l')?|au )"
)
# « Subventionne Radio Lure à hauteur de 900 € », without an article
_SUPPORTS = re.compile(
    r"\b(?:soutenir|soutient|soutiendra|subventionner?|doter?|accompagner?|financer?"
    r"|faire beneficier) (?:\w+ment )?"
)
# « , », « , médecin généraliste », between a name and its town.
_SAID_OF_IT = re.compile(r",(?:\s(?!puis|et|une?|la|le|les|ainsi)[a-zà-ÿ][^,;:.\d]{2,60})?$")
# « dont le siège est situé 8 rue du Moulin »
_ITS_ADDRESS = re.compile(
    rf"(?:{ADDRESS}|\b(?:sise?s?|(?:situ|domicili|scolaris|install|implant)ee?s?|habitant|residant|siege)\b)"
    r"[^,;:]{0,60}$"
)
# A name, without stop nor figure, to the « aux » inside it; the small word after it.
_ONE_NAME = re.compile(r"[^\d,;:.()]{3,60}")
_GOES_ON_SMALL = re.compile(r"[a-zà-ÿ]{3,}")
_CAPITAL_ARTICLE = re.compile(r"(?:L['’]|La |Le |Les )$")
_BARE_NAME = re.compile(r" (?:[Ll]['’]|[Ll]a |[Ll]e |[Ll]es )[A-ZÀ-Ý]")
# « …, au Tennis et à la Chorale », « … pour son gala et à la Chorale »
_JOINED_AFTER = re.compile(
    r"(?:\s+pour (?:(?!\b(?:a|au|aux|et|en|dans|entre)\b)[^,;:.()\d]){3,80})?"
    r"(?:,\s+(?:au |a la |a l')[^,;:.()]{2,60})*\s*,?\s*"
    r"\bet (?:au |a la |a l'|aux |a (?=(?:m|mme|mlle|monsieur|madame)\b))"
)
# « à La Ruche, Le Moulin et L'Atelier »
_PARTED = re.compile(r"[,;]|\b(?:et|puis|ainsi que)\b")
_ROW_AFTER = re.compile(r"\s*(?:,\s+[A-ZÀ-Ý][^,;:.()\d]{2,60})+\s+et\s+[A-ZÀ-Ý][^,;:.()\d]{2,60}\s*(?:[.;]|$)")
_JOINS = re.compile(r"\bet (?:au |a la |a l'|aux )")
_NAMES_BEFORE = re.compile(r"(?:(?!\b(?:pour|afin|dans|par|en)\b)[^;:.()\d]){2,140}?\s*,?\s+et (?:au |a la |a l'|aux )")
# « aux associations Judo Club et Chorale »: one amount for several, each or together nobody knows.
_SEVERAL = re.compile(
    rf"(?:\w+ )?{kinds(SEVERAL, plural='s')}\b"
    # « aux écoles Ferry, Prévert et Pagnol »
    r"(?:.* et |[^,]*(?:,(?! (?:pour|dont|soit|dans|afin|en|a|au|aux|sous)\b)[^,;:.()\d]{2,40})+ et )"
)


def places_of_names(text: str, lowered: str, low: int, high: int, *, financed: bool = False) -> list[int]:
    """Where the beneficiary may begin: after « à », « au profit de »; after « financer » too, where `financed`."""
    found = [match for match in TO.finditer(lowered, low, high) if not _is_verb(text, match)]
    places = [
        name_start(text, match)
        for before, match in zip([None, *found], found, strict=False)
        if before is None or not (_is_seat(text, match) or _is_in_name(text, lowered, before, match))
    ]
    if financed:
        places += [match.end() for match in _FINANCES.finditer(lowered, low, high)]
        named = (match.end() for match in _SUPPORTS.finditer(lowered, low, high))
        places += [place for place in named if text[place : place + 1].isupper()]
    return [
        place
        for place in places
        if place < high
        and not NOT_BENEFICIARIES.match(lowered, place)
        and not (text[place].islower() and NOT_BENEFICIARIES_IN_SMALL.match(lowered, place))
        # « au titre du dispositif « Soutien à l'ESS » »: what a quote says is of its own
        and not is_in_quotes(text, low, place, high)
    ]


def name_start(text: str, match: re.Match[str]) -> int:
    """After « à », or before the article that the name bears: « à La Fabrique »."""
    article = _CAPITAL_ARTICLE.search(text, match.start(), match.end())
    return article.start() if article and text[match.start()].islower() else match.end()


def _is_seat(text: str, match: re.Match[str]) -> bool:
    """« à l'association Le Bief, à Vesoul, … », « au docteur Martel, médecin à Bor, … »: the seat of the one before."""
    bare = match[0].strip() == "a" and text[match.end() : match.end() + 1].isupper()
    before = text[: match.start()].rstrip()
    return bare and (_SAID_OF_IT.search(before) is not None or _ITS_ADDRESS.search(plain(before)) is not None)


def _is_in_name(text: str, lowered: str, before: re.Match[str], match: re.Match[str]) -> bool:
    """« à l'association Foire aux vins d'Arbois », « au Comité d'aide aux victimes »: « aux » is of the name."""
    name, goes_on = text[before.end() : match.start()], match.end()
    opens = ORGANISATION.match(lowered, before.end()) is not None or name[:1].isupper()
    return (
        opens
        and _ONE_NAME.fullmatch(name) is not None
        and _GOES_ON_SMALL.match(text, goes_on) is not None
        and not (
            ORGANISATION.match(lowered, goes_on)
            or NOT_BENEFICIARIES.match(lowered, goes_on)
            or NOT_BENEFICIARIES_IN_SMALL.match(lowered, goes_on)
        )
    )


def _is_verb(text: str, match: re.Match[str]) -> bool:
    """« à reconduire », « a été »: a verb in small letters after « à » alone, « a » itself as a verb or in a name."""
    if match[0].strip() != "a":
        return False
    if text[match.start()] == "A" and text[: match.start()].rstrip()[-1:] in ("«", "“", '"'):
        return True  # « A Cappella »
    return text[match.start()] == "a" or re.match(r"[a-zà-ÿ]+(?:er|ir|re)\b", text[match.end() :]) is not None


def shares_with_next(text: str, lowered: str, stop: int, high: int) -> bool:
    """« 900 € au Judo Club et à la Chorale, et 500 € au Bief »: whether the name that ends at `stop`, behind its sum,
    shares it with one before `high`, the next sum; « 900 € au Judo Club et à la Chorale 500 € » is of two sums."""
    after = _JOINED_AFTER.match(lowered, stop, high)
    if not after:
        return _ROW_AFTER.match(text, stop, high) is not None
    parted = high == len(text) or _PARTED.search(lowered, after.end(), high) is not None
    return parted and _opens_name(text, lowered, after.end())


def shares_with_previous(text: str, lowered: str, low: int, place: int) -> bool:
    """« au Judo Club et à la Chorale 900 € »: whether a name from `low` on is joined to the one at `place`."""
    return _JOINS.search(lowered, low, place) is not None and any(
        _NAMES_BEFORE.fullmatch(lowered, to.end(), place) and _opens_name(text, lowered, to.end())
        for to in TO.finditer(lowered, low, place)
    )


def _opens_name(text: str, lowered: str, place: int) -> bool:
    return text[place : place + 1].isupper() or ORGANISATION.match(lowered, place) is not None


def names_another_after(text: str, end: int, receives: Beneficiary | None) -> bool:
    """« et de 900 € l'AAPPMA du Doubs », its « à » lost on a scan, « et 300 € à celle du collège »: whether somebody
    else than the one who was read is spoken of right after an amount that ends at `end`."""
    lowered = plain(text)
    to = TO.match(lowered, end + 1)
    if to and not NOT_BENEFICIARIES.match(lowered, to.end()):
        return receives is not None and plain(receives.name) not in lowered[end:]
    return _BARE_NAME.match(text, end) is not None


def names_many(lowered: str, place: int, high: int) -> bool:
    """« aux structures »: the money goes to several that are not named here."""
    stop = next((end.start() for end in NAME_END.finditer(lowered, place, high)), high)
    plural = lowered[max(0, place - 4) : place].endswith("aux ")
    several = _SEVERAL.match(lowered, place, stop) is not None or (
        lowered[stop : stop + 1] == "," and _SEVERAL.match(lowered, place, high) is not None
    )
    return plural and (several or UNNAMED.fullmatch(tidy(lowered[place:stop])) is not None)
