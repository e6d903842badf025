"""Who receives the money of a sentence, and what for: « … 1 500 € à l'association Le Bief pour son festival ».

What enters: a sentence and the place of one amount in it. What leaves: the beneficiary as printed, without its article,
and the purpose; None where nobody is named (« aux structures »). This stage does not judge whether the money is
granted.
"""

import re
from dataclasses import dataclass

from ingest.reader.act.act_vocabulary import DECIDING, ORGANISATION
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.sentences.grant_vocabulary import (
    GRANTS,
    KINDS_FOR,
    MONEY_BEFORE,
    NAME_END,
    NOT_BENEFICIARIES,
    NOT_BENEFICIARIES_IN_SMALL,
    PURPOSE,
    TO,
    UNNAMED,
)

# Characters between an amount and the « à » of its beneficiary, where the purpose does not stand between them.
NEAR = 60
# Characters of a name; a longer one is a piece of a sentence.
SHORTEST_NAME, LONGEST_NAME = 3, 140
COMMON_NOTE = "bénéficiaire sans nom propre\u202f: à vérifier"
SERVED_NOTE = "bénéficiaire nommé après « pour » : à vérifier"

_FINANCES = re.compile(
    r"\b(?:financer|financement|soutenir|soutien|subventionner|aider|aide)\s+(?:de (?:la "
    r"|l')?|du |d'|l'|la |le |a (?:la |l')?|au )"
)
_ACTION = re.compile(
    r"\b(?:action|projet|operation|evenement|manifestation|festival|programme|exposition"
    r"|spectacle)s? (?:intitulee?s? |denommee?s? )?\"(?P<name>[^\"]{3,120})\""
)
# What begins so is a sentence, not an entry of a list.
_SENTENCE = re.compile(
    r"(?:- ?)?(?:(?P<article>une? |la |les? |l'|il |pour )|(?:d'|de |article \d|soit |au titre|montant|total"
    rf"|(?:\w+er|{DECIDING.pattern}) ?(?:a |de |d'|la |les? |l'|une? |des |que )))"
)
# Words that follow « à » or « au » and begin no name: what was done, where the list stands.
_FRAGMENT = re.compile(
    r"(?:ete|etre|avoir|aura|avait|est|sont|sera|seront|ne|se|s'|y|tableaux?|listes?|etats?|rapports?|delais?|dates?"
    r"|vote|prix|tarifs?|loyers?|couts?|frais|depenses?|travaux|charges|financement|fonctionnement|montants?"
    r"|sommes?|credits?|versements?|subventions?|montage|soutien|meme|dits?|ladite|ledit|dernier"
    r"|premier|second|deuxieme|prochain|present|mieux|venir|ci-\w+)(?![\w-])"
)
# « TOTAL ........ 5 350 € »
_TOTAL = re.compile(r"(?:sous[ -])?tota(?:l|ux)\b|montant (?:total|global)|soit\b|ensemble$")
# Where the name ends and its address, its head or the history of its grant begins.
_AFTER_NAME = re.compile(
    r"\s*(?:,\s*)?\b(?:sis(?:e|es)?|situee?s?|domicilie\w*|representee?s?|presidee?s?|dont (?:le siege|l'objet)"
    r"|par (?:delib\w+|decis\w+|arrete|convention|vote|la commission|l'assemblee|le conseil))\b"
)
# « aux associations Judo Club et Chorale »: one amount for several, each or together nobody knows.
_SEVERAL = re.compile(
    r"(?:\w+ )?(?:associations|clubs|communes|ecoles|structures|organismes|entreprises)\b.*(?:,| et )"
)
_FOR = re.compile(
    r"\bpour (?:l'|la |le )?(?=(?:association|amicale|club|comite|cooperative|federation|foyer|union|mission|ccas"
    r"|ogec|apel|usep|adapei|mjc|office|societe|compagnie|harmonie|collectif|groupement|sou des ecoles)\b)"
)
# « … les subventions suivantes : 500 € pour l'ADMR »
_FOR_NAME = re.compile(r"\s*pour (?:l'|la |le |les )?(?=[a-z])")
# « pour ses 40 ans », « pour l'achat d'un bateau »: what the money is for, no name.
_IS_PURPOSE = re.compile(
    r"\s*(?:ses?|son|sa|leurs?|un|une|\d|(?:l'|la |le |les )?(?:achat|acqui|organis|particip|financ|fonctionnement"
    r"|saison|annee|exercice|realis|amenag|renov|edition))"
)
# What stands between a name and the next one.
_LEFT_OVER = re.compile(r"(?:\s+(?:et|puis|ainsi que|de|d['’]une?|pour))+$", re.IGNORECASE)
# « FIXE à », « Une aide de »: what an amount follows, no name.
_OPEN_END = re.compile(r"(?:^|\s)(?:a|de|du|des|au|aux|pour|par|en|un|une|soit)$")
_RECEIVES = re.compile(
    r"(?:^|[:;.] |- )(?P<name>[^:;]{3,140}?),?\s+(?:beneficie(?:ra)?|percevra|percoit|recoit|recevra"
    r"|se (?:voit|verra) (?:attribuer|accorder|allouer|octroyer))\b"
)
_MONEY_WORDS = re.compile(r"\b(?:subventions?|montants?|sommes?|totale?s?|credits?)\b")
# What stands before the first name of a list.
_ANNOUNCES = re.compile(r"\b(?:suivante?s?|ci-(?:apres|dessous)|comme suit|a savoir)\b[^:;]{0,60}:")
_ENTRY = re.compile(r"^(?P<name>.{3,160}?)\s*(?::|\s-\s|\s-|\.{2,}|…+|=|\()\s*$")


@dataclass(frozen=True, slots=True)
class Beneficiary:
    """`purpose`: what the money is for; `action`: the name of what it pays for, where it bears one; `doubt`: in French,
    why the name may be another's, empty where it may not."""

    name: str
    purpose: str = ""
    action: str = ""
    doubt: str = ""


def find_beneficiary(
    text: str, start: int, end: int, *, low: int = 0, high: int | None = None, only_before: bool = False
) -> Beneficiary | None:
    """The beneficiary of the amount printed at start–end, looked for between `low` and `high` (its neighbours).

    `only_before`: the sentence names each beneficiary before its amount."""
    lowered = plain(text)
    high = len(text) if high is None else high
    near = [] if only_before else _places(text, lowered, end, min(high, end + NEAR))
    before = sorted(_places(text, lowered, low, start, financed=True), reverse=True)
    after = [] if only_before else _places(text, lowered, end, high)
    places = [*near, *before, *after]
    # « à la SARL Gourdon une aide à l'immobilier de 500 € »: what goes on with « aide » comes last.
    places.sort(key=lambda place: _goes_with_money(lowered, place))
    for place in places:
        if _names_many(text, lowered, place, high if place >= end else start):
            return None
        name, stop = _name_at(text, lowered, place, high if place >= end else start)
        if name:
            rest = max(stop, end)
            purpose, action = _purpose(text, lowered, rest, high), _action(text, lowered, low, high)
            return Beneficiary(name, purpose, action, COMMON_NOTE if _is_common(name) else "")
    return _subject(text, lowered, low, start) or (None if only_before else _served(text, lowered, end, high))


def _goes_with_money(lowered: str, place: int) -> bool:
    to = next((match for match in TO.finditer(lowered, max(0, place - NEAR), place) if match.end() == place), None)
    return to is not None and MONEY_BEFORE.search(lowered[: to.start()]) is not None


def _is_common(name: str) -> bool:
    """« immobilier d'entreprise », « famille sinistrée »: no capital letter, no word for an organisation."""
    return name == name.lower() and ORGANISATION.match(plain(name)) is None


def _served(text: str, lowered: str, end: int, high: int) -> Beneficiary | None:
    """« … 300 € pour l'association Le Bief »: who is served may be who is paid, where nobody else is named."""
    match = _FOR.search(lowered, end, high)
    announced = _ANNOUNCES.search(lowered, 0, end) and _FOR_NAME.match(lowered, end, high)
    if not match and announced and text[announced.end() : announced.end() + 1].isupper():
        match = announced
    if not match:
        return None
    name, _ = _name_at(text, lowered, match.end(), high)
    return Beneficiary(name, doubt=SERVED_NOTE) if name else None


def _subject(text: str, lowered: str, low: int, start: int) -> Beneficiary | None:
    """« L'association Le Bief bénéficie d'une subvention de 750 € »."""
    match = next(_RECEIVES.finditer(lowered, low, start), None)
    name = _without_article(_tidy(text[match.start("name") : match.end("name")])) if match else ""
    return Beneficiary(name) if name and _is_name(name, plural=False) else None


def find_entry(text: str, start: int) -> Beneficiary | None:
    """« Le Bief : 1 500 € », « Le Bief ..... 1 500 € »: the name that stands before its amount on a list."""
    if start > 2 * LONGEST_NAME:
        return None
    lowered = plain(text[:start])
    entry = _ENTRY.match(lowered)
    if not entry or _is_sentence(text, lowered):
        return None
    name = _tidy(text[: entry.end("name")])
    name = re.sub(r"^(?:[-–•*]\s*|\d{1,2}[.)°]\s*)", "", name)
    return Beneficiary(_without_article(name)) if _is_name(name, plural=False) else None


def _is_sentence(text: str, lowered: str) -> bool:
    """« La somme de… » is a sentence, « La Ronde des Quartiers » a name: its second word is a capital one."""
    opening = _SENTENCE.match(lowered)
    return opening is not None and not (opening["article"] and text[opening.end() :].lstrip()[:1].isupper())


def find_inline_entry(text: str, first: int, low: int, start: int) -> Beneficiary | None:
    """« … les subventions suivantes : Le Bief, 150 € ; Le Moulin, 800 € »: the name before the amount at `start`.

    `first`: where the first amount of the list stands; `low`: the end of the amount before this one. A list that opens
    with an amount names its beneficiaries after them, not before.
    """
    announced = [match.end() for match in _ANNOUNCES.finditer(plain(text), 0, first)]
    opening = max(announced, default=0)
    if not _inline_name(text[opening:first]):
        return None
    name = _inline_name(text[max(opening, low) : start])
    return Beneficiary(_without_article(name)) if name else None


def _inline_name(segment: str) -> str:
    """The name in what stands between two amounts of a list; empty where it is a piece of a sentence."""
    name = re.sub(r"^(?:[\s;,.)–-]+|et\s+)+", "", segment)
    lowered = plain(name)
    name = _tidy(re.sub(r"[\s:,(=.…–-]+$", "", name))
    if not name[:1].isupper() or ";" in name or ". " in name or _OPEN_END.search(lowered.rstrip(" :,(=.-")):
        return ""
    if TO.match(f"{lowered} ") or GRANTS.search(lowered) or _MONEY_WORDS.search(lowered):
        return ""
    return name if _is_name(name, plural=False) else ""


def listed_name(entry: str) -> str:
    """The name that is all of an entry of a list, without its dash and article; empty where it is a sentence."""
    name = _tidy(re.sub(r"^\s*(?:[-–—•*▪◦➢✓]\s*|\d{1,2}\s?[.)°]\s*)", "", entry))
    lowered = plain(name)
    if _is_sentence(name, lowered):
        return ""
    return _without_article(name) if _is_name(name, plural=False) else ""


def _places(text: str, lowered: str, low: int, high: int, *, financed: bool = False) -> list[int]:
    """Where the beneficiary may begin: after « à », « au profit de »; after « financer » too, where `financed`."""
    places = [match.end() for match in TO.finditer(lowered, low, high) if not _is_verb(text, match)]
    if financed:
        places += [match.end() for match in _FINANCES.finditer(lowered, low, high)]
    return [
        place
        for place in places
        if place < high
        and not NOT_BENEFICIARIES.match(lowered, place)
        and not (text[place].islower() and NOT_BENEFICIARIES_IN_SMALL.match(lowered, place))
    ]


def _is_verb(text: str, match: re.Match[str]) -> bool:
    """« à reconduire », « a été »: a verb in small letters after « à » alone, « a » itself as a verb or in a name."""
    if match[0].strip() != "a":
        return False
    if text[match.start()] == "A" and text[: match.start()].rstrip()[-1:] in ("«", "“", '"'):
        return True  # « A Cappella »
    return text[match.start()] == "a" or re.match(r"[a-zà-ÿ]+(?:er|ir|re)\b", text[match.end() :]) is not None


def _names_many(text: str, lowered: str, place: int, high: int) -> bool:
    """« aux structures »: the money goes to several that are not named here."""
    stop = next((end.start() for end in NAME_END.finditer(lowered, place, high)), high)
    plural = lowered[max(0, place - 4) : place].endswith("aux ")
    several = _SEVERAL.match(lowered, place, stop) is not None
    return plural and (several or UNNAMED.fullmatch(_tidy(lowered[place:stop])) is not None)


def _name_at(text: str, lowered: str, place: int, high: int) -> tuple[str, int]:
    """The name that begins at `place` and where it ends; empty where it names nobody."""
    stop = high
    for end in NAME_END.finditer(lowered, place, high):
        if lowered[end.start() : end.end()].strip() != "pour" or not _name_goes_on(text, lowered, place, end):
            stop = end.start()
            break
    after = _AFTER_NAME.search(lowered, place, stop)
    stop = after.start() if after else stop
    name = _LEFT_OVER.sub("", _tidy(text[place:stop]))
    plural = lowered[max(0, place - 4) : place].endswith("aux ") or name[:4].casefold() in ("les ", "des ")
    return (_without_article(name), stop) if _is_name(name, plural=plural) else ("", stop)


def _name_goes_on(text: str, lowered: str, place: int, end: re.Match[str]) -> bool:
    """« association pour le développement », « Alliance pour l'Emploi »: « pour » belongs to the name."""
    if _IS_PURPOSE.match(lowered, end.end()):
        return False
    before = lowered[place : end.start()].strip()
    follows = re.match(r"\s*(?:l['’]|le |la |les |une? )?", text[end.end() :])
    capital = text[end.end() + (follows.end() if follows else 0) :][:1].isupper()
    common = not any(character.isupper() for character in text[place + 1 : end.start()])
    return (common and bool(KINDS_FOR.fullmatch(before))) or (capital and bool(KINDS_FOR.match(before)))


def _is_name(name: str, *, plural: bool) -> bool:
    lowered = plain(name)
    bare = _without_article(lowered)
    if not SHORTEST_NAME <= len(name) <= LONGEST_NAME or name[0].isdigit():
        return False
    if UNNAMED.fullmatch(bare) or _TOTAL.match(bare) or (_FRAGMENT.match(bare) and not name.isupper()):
        return False
    if any(character.isupper() for character in name):
        return True
    return not plural and len(name.split()) > 1


def _without_article(name: str) -> str:
    return re.sub(r"^(?:l['’]\s?|la |le |les )", "", name, flags=re.IGNORECASE).strip()


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(" ,;:.–-")


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
    return re.sub(r"\s+et$", "", purpose)


def _action(text: str, lowered: str, low: int, high: int) -> str:
    match = _ACTION.search(lowered, low, high)
    return text[match.start("name") : match.end("name")].strip() if match else ""
