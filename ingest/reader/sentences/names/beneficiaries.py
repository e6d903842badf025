"""Who receives the money of a sentence, and what for: « … 1 500 € à l'association Le Bief pour son festival ».

What enters: a sentence and the place of one amount in it. What leaves: the beneficiary as printed, without its article,
and the purpose; None where nobody is named (« aux structures »). This stage does not judge whether the money is
granted.
"""

import re

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.sentences.names.beneficiary_places import name_start, names_another, names_many, places_of_names
from ingest.reader.sentences.names.names_at import AFTER_NAME, IS_PURPOSE, named_at
from ingest.reader.sentences.names.printed_names import (
    ANNOUNCES,
    COMMON_NOTE,
    Beneficiary,
    is_name,
    tidy,
    without_article,
)
from ingest.reader.values.amounts_in_text import states_amount
from ingest.reader.vocabulary.grants import GRANTS, MONEY_BEFORE, PURPOSE, TO
from ingest.reader.vocabulary.headers import HEADERS
from ingest.reader.vocabulary.persons import ORGANISATION
from ingest.reader.vocabulary.phrases import phrase

# Characters between an amount and the « à » of its beneficiary, where the purpose does not stand between them.
NEAR = 60
PURPOSE_NOTE = "nom lu dans ce à quoi sert la somme\u202f: bénéficiaire à vérifier"
CARRIER_NOTE = "bénéficiaire lu comme porteur du projet\u202f: à vérifier"
EXPENSE_NOTE = "bénéficiaire lu après la dépense à laquelle la somme participe\u202f: à vérifier"
OWNED_NOTE = "bénéficiaire lu comme celui de qui est la subvention\u202f: à vérifier"
SHARED_NOTE = "une seule somme pour plusieurs noms\u202f: bénéficiaire à vérifier"
SERVED_NOTE = "bénéficiaire nommé après « pour » : à vérifier"

_ACTION = re.compile(
    r"\b(?:action|projet|operation|evenement|manifestation|festival|programme|exposition"
    r"|spectacle)s? (?:intitulee?s? |denommee?s? )?\"(?P<name>[^\"]{3,120})\""
)
_PROJECT = (
    r"(?:dispositif|service|action|projet|operation|programme|initiative|evenement|spectacle|exposition|dossier"
    r"|manifestation|festival|salon|tournoi|fete|concours|rencontre|journee|foire|gala|trophee)s?"
)
_CARRIER = (
    r"(?:portee?s?|geree?s?|animee?s?|assuree?s?|presentee?s?|conduite?s?|menee?s?|organisee?s?|deposee?s?"
    r"|proposee?s?) par (?:la |le |les |l')?"
)
# « l'action « Bien manger » portée par l'association Le Bief »: the action is no part of the name.
_CARRIED = re.compile(
    rf"{_PROJECT}\b.*?\b(?:port|gér|anim|assur|présent|condui|men|organis|dépos|propos)(?:ée?|te?|t)s?"
    r" par (?:la |le |les |l['’])?",
    re.IGNORECASE,
)
# « le Salon du vent, organisé par Le Bief »: who organises it, whatever its name is.
_ORGANISED = re.compile(r"organisee?s?\b[^,;:.\d]{0,30}? par (?:la |le |les |l')?")
# « financer pour 500 € le projet « Écrans » de la MJC Bazin »: whose project it is.
_CARRIES = re.compile(rf"\b{_PROJECT}\b[^;]{{0,80}}?(?:\b{_CARRIER}|\" (?:de la |de l'|du |des |d'))")
# « participer à hauteur de 900 € aux frais de fonctionnement de l'école Prévert »: who has the expense.
_EXPENSES = re.compile(
    r"\b(?:au (?:fonctionnement|financement(?! des? (?:frais|depenses|charges|couts|travaux)\b)"
    r"|budget(?: (?:19|20)\d\d)?|(?:plan|programme|projet)(?: d'actions?)?)"
    r"|(?:aux|les|des) (?:frais|depenses|charges|couts|travaux)"
    r"|(?:aux|au) (?:sejour|voyage|sortie)s?(?: [a-z]+s?)?)(?: d(?:e |')\w+)? (?:de (?:la |l')?|du |des |d')(?=\w)"
)
_SPENT = re.compile(
    r"\b(?:aux|les|des) (?:frais|depenses|charges|couts)(?: d(?:e |')\w+)? (?:de (?:la |l')?|du |des |d')"
)
_GOES_TO = re.compile(r"(?<!accès)(?<!retour) (?:au|aux|à la|à l['’]) ?(?=[a-zà-ÿ])")
# « fixe à 900 € la dotation globale de la Maison Bazin », of nobody who pays.
_OWNED = re.compile(
    r"\b(?:celle (?:de (?:la |l')?+|du |d')|(?:subvention|dotation|aide|allocation|contribution|participation)s?"
    r"(?: (?:annuelle|globale|complementaire|exceptionnelle|statutaire|financiere|d'equilibre|de fonctionnement"
    r"|d'investissement|(?:pour )?(?:19|20)\d\d)s?)* (?:de la |de l'|du |de (?!\d|\w+ment\b)))"
    r"(?!budget|departement|region|commune|ville|metropole|communaute|etat|collectivite|conseil|union europ)"
)
# « – pour la commune de Bor, à hauteur de 40 %, soit 900 € »
_ENTRY_FOR = re.compile(r"^\W*pour (?:la |le |l')?")
_FOR = re.compile(
    rf"\bpour (?:l'|la |le )?(?={ORGANISATION.pattern}|(?:ogec|apel|usep|adapei|mjc|collectif|sou des ecoles)\b)"
)
# « … les subventions suivantes : 500 € pour l'ADMR »
_FOR_NAME = re.compile(r"\s*pour (?:l'|la |le |les )?(?=[a-z])")
# « Article premier – La société Bois Vert (SIRET 414…), représentée par son gérant, bénéficie… »
_ARTICLE_MARK = re.compile(r"(?:article (?:\d+|premier|unique) ?(?:er)?\b[\s:.–-]*)?")
_BESIDE_NAME = re.compile(rf"\s*\((?:siret|siren|n ?[°o])|{AFTER_NAME.pattern}")
_BRACKETED = re.compile(r"\([^()]*\)")
# « chaire « Rivages » de l'Université du Lac »
_PROJECT_OF = re.compile(r"[a-zà-ÿ][^«\"“]*[«\"“][^»\"”]+[»\"”] d(?:e |u |['’])")
# « association diocésaine pour l'orgue », unlike « association pour la lecture »: a name, or what the money is for.
_KIND_THEN_PURPOSE = re.compile(r"\w+(?: [\w'’-]+)+ pour ")
# « au lycée 600 €, et au collège, pour son club, »: what the next sum is for
_NEXT_NAME = re.compile(r"(?:,|\bet|\bpuis|\bainsi qu[e']) ?(?:et )?(?:au|a la|a l') ")
_RECEIVES = re.compile(
    r"(?:^|[:;.] |- )(?:(?:decide|dit|precise|convient|arrete|indique)(?:nt)?,?(?: a [^,;:]{3,40},)? (?:que |qu'))?"
    r"(?P<name>[^:;]{3,140}?),?\s+(?:beneficie(?:ra)?|percevra|percoit|recoit|recevra"
    r"|se (?:voit|verra) (?:attribuer|accorder|allouer|octroyer))\b"
)


def find_beneficiary(
    text: str, start: int, end: int, *, low: int = 0, high: int | None = None, only_before: bool = False
) -> Beneficiary | None:
    """The beneficiary of the amount printed at start–end, looked for between `low` and `high` (its neighbours).

    `only_before`: the sentence names each beneficiary before its amount."""
    lowered = plain(text)
    high = len(text) if high is None else high
    if receives := _subject(text, lowered, low, start):
        return receives
    near = [] if only_before else places_of_names(text, lowered, end, min(high, end + NEAR))
    before = sorted(places_of_names(text, lowered, low, start, financed=True), reverse=True)
    after = [] if only_before else places_of_names(text, lowered, end, high)
    places = [*near, *before, *after]
    # « à la SARL Gourdon une aide à l'immobilier de 500 € », « au club 500 € pour aller aux championnats »: what goes
    # on with « aide » or with a purpose comes last.
    given = [place for place in before if _names_one(text, lowered, place, start)]
    in_purpose = {
        place
        for place in places
        if _is_in_purpose(lowered, end, place) or any(_is_in_purpose(lowered, other, place) for other in given)
    }
    spent = _SPENT.search(lowered, low, high)
    # « aux frais de voyage du club au concours de Lyon »: whose expense it is stands first.
    places = [one for one in places if not spent or one < spent.end() or "," in lowered[spent.end() : one]]
    places.sort(key=lambda place: _goes_with_money(lowered, place) or place in in_purpose)
    for place in places:
        if names_many(lowered, place, high if place >= end else start):
            return None
        name, stop = named_at(text, lowered, place, high if place >= end else start)
        if name:
            organised = _ORGANISED.search(lowered, place, high if place >= end else start)
            beside = organised and not text[stop : organised.start()].strip(" ,co-")
            if organised and beside and not ORGANISATION.match(lowered, place):
                by = named_at(text, lowered, name_start(text, organised), high)[0]
                return Beneficiary(by, action=text[place : organised.start()].strip(" ,")) if by else None
            rest = max(stop, end)
            own = _NEXT_NAME.search(lowered, end, high) if place < start else None
            purpose = _purpose(text, lowered, rest, own.start() if own else high)
            action = _action(text, lowered, low, high)
            name = _CARRIED.sub("", name) if _CARRIED.match(name) else name
            doubt = _doubt(name, in_purpose=place in in_purpose)
            shared = low == 0 and high == len(text) and names_another(text, lowered, place, stop)
            return Beneficiary(name, purpose, action, SHARED_NOTE if shared else doubt)
    if only_before:
        return None
    return (
        _served(text, lowered, end, high)
        or _named_after(_CARRIES, CARRIER_NOTE, text, lowered, low, high)
        or _named_after(_EXPENSES, EXPENSE_NOTE, text, lowered, low, high)
        or _named_after(_OWNED, OWNED_NOTE, text, lowered, low, start)
        or _named_after(_OWNED, OWNED_NOTE, text, lowered, end, high)
        or _named_after(_ENTRY_FOR, SERVED_NOTE, text, lowered, low, start)
    )


def announced_beneficiary(text: str) -> str:
    """Who receives what follows a sentence: « … de verser à l'association Le Bief les subventions suivantes : »; empty
    where it grants nothing, states a sum or names nobody."""
    lowered = plain(text)
    if not GRANTS.search(lowered) or states_amount(text):
        return ""
    receives = find_beneficiary(text, len(text), len(text))
    return receives.name if receives and not receives.doubt else ""


def _goes_with_money(lowered: str, place: int) -> bool:
    to = next((match for match in TO.finditer(lowered, max(0, place - NEAR), place) if match.end() == place), None)
    return to is not None and MONEY_BEFORE.search(lowered[: to.start()]) is not None


def _names_one(text: str, lowered: str, place: int, high: int) -> bool:
    return not names_many(lowered, place, high) and bool(named_at(text, lowered, place, high)[0])


def _is_in_purpose(lowered: str, end: int, place: int) -> bool:
    """Whether words that say what the money is for stand between `end` and `place`, after it."""
    return place > end and PURPOSE.search(_BRACKETED.sub("", lowered[end:place])) is not None


def _doubt(name: str, *, in_purpose: bool) -> str:
    """« immobilier d'entreprise », « famille sinistrée »: no capital letter, no word for an organisation; « 500 € pour
    aller aux Championnats d'Europe »: a word of the purpose, unless it says that it is an organisation."""
    small = name == name.lower()
    if ORGANISATION.match(plain(name)) and not (small and _KIND_THEN_PURPOSE.match(name)):
        return ""
    if small:
        return COMMON_NOTE
    return PURPOSE_NOTE if in_purpose or _PROJECT_OF.match(name) else ""


def _served(text: str, lowered: str, end: int, high: int) -> Beneficiary | None:
    """« … 300 € pour l'association Le Bief »: who is served may be who is paid, where nobody else is named."""
    match = _FOR.search(lowered, end, high)
    announced = ANNOUNCES.search(lowered, 0, end) and _FOR_NAME.match(lowered, end, high)
    if not match and announced and text[announced.end() : announced.end() + 1].isupper():
        match = announced
    named = _FOR_NAME.match(lowered, end, high)
    if not match and named and text[named.end()].isupper() and not IS_PURPOSE.match(lowered, named.end()):
        match = named  # « à 210 000 € pour L'Espace des Arts »
    if not match:
        return None
    name, _ = named_at(text, lowered, match.end(), high)
    return Beneficiary(name, doubt=SERVED_NOTE) if name else None


def _named_after(
    pattern: re.Pattern[str], doubt: str, text: str, lowered: str, low: int, high: int
) -> Beneficiary | None:
    """Whoever is named right after words that grant nothing by themselves: to be looked at."""
    match = pattern.search(lowered, low, high)
    name = _GOES_TO.split(named_at(text, lowered, match.end(), high)[0])[0] if match else ""
    # « au financement de la thématique 1 »: no organisation, none.
    return Beneficiary(name, doubt=doubt) if name and not _names_nobody(name) else None


def _names_nobody(name: str) -> bool:
    """« thématique 1 « Parcours » », « axe Jeunesse »: a heading of programmes has no money; nor have common words."""
    heading = HEADERS.get(phrase(name.split()[0])) in ("programme", "subprogramme") and name[0].islower()
    return heading or _doubt(name, in_purpose=False) == COMMON_NOTE


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
    return _purpose(text, plain(text), place, high)


def _purpose(text: str, lowered: str, place: int, high: int) -> str:
    match = PURPOSE.search(lowered, place, high)
    if not match:
        return ""
    stop = re.compile(
        r"\s*(?:[;]|\.(?=\s|$)|, (?:soit|d'un montant|pour un|selon|au titre|a hauteur)|\(soit)"
        r"|$"
    ).search(lowered, match.end(), high)
    purpose = " ".join(text[match.end() : stop.start() if stop else high].split()).strip(" ,;.")
    return re.sub(r"\s+(?:et|d['’]un (?:montant|coût)(?: \w+)? de)$", "", purpose)


def _action(text: str, lowered: str, low: int, high: int) -> str:
    match = _ACTION.search(lowered, low, high)
    return text[match.start("name") : match.end("name")].strip() if match else ""
