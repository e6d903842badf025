"""The name that begins at a place of a sentence, and where it ends. It does not judge whether that is a beneficiary."""

import re

from ingest.reader.sentences.names.printed_names import is_name, tidy, without_article
from ingest.reader.values.amounts_in_text import states_amount
from ingest.reader.vocabulary.grants import KINDS_FOR
from ingest.reader.vocabulary.name_ends import NAME_END
from ingest.reader.vocabulary.organisations import ORGANISATION
from ingest.reader.vocabulary.patterns import AUTHORITIES, BRANCHES

# Characters: a longer quote is no name.
LONGEST_QUOTE = 80
# Where the name ends and its address, its head or the history of its grant begins.
AFTER_NAME = re.compile(
    r"\s*(?:,\s*)?\b(?:sis(?:e|es)?|situee?s?|domicilie\w*|demeurant|residant|habitant(?= (?:aux?|a|en|dans)\b)"
    r"|representee?s?|presidee?s?|dont (?:le siege|l'objet)"
    r"|par (?:delib\w+|decis\w+|arrete|convention|vote|la commission|l'assemblee|le conseil"
    rf"|(?:la|le|l') ?(?:{AUTHORITIES}|etat)))\b"
)
# « le foyer géré par la commune de Bor »: what a council does of it, where nothing is granted by it
_DONE_BY = re.compile(r"\b[a-zà-ÿ]{2,}(?:é|i|u|is|it)e?s?$")
# « pour ses 40 ans », « pour l'achat d'un bateau »: what the money is for, no name.
IS_PURPOSE = re.compile(
    r"\s*(?:ses?|son|sa|leurs?|un|une|\d|(?:l'|la |le |les )?(?:achat|acqui|organis|particip|financ|fonctionnement"
    r"|saison|annee|exercice|realis|amenag|renov|edition|mise (?:en|a|aux) |tenue|refection|travaux|remplacement"
    r"|deplacement|transport|location|impression|frais))"
)
# « d'accéder à la demande de Radio Lure »
_REQUEST = re.compile(r"demandes? (?:(?:formule|presente|depose)ee? par |de )(?:la |le |l')?|demandes? (?:du |d')")
# « le groupe scolaire de la commune de Bor »: what works are done on, then whose it is.
_WORKS_ON = re.compile(
    r"(?:groupe scolaire|salle|eglise|mairie|piscine|stade|gymnase|toiture|voirie|place|pont|mediatheque|bibliotheque"
    r"|cantine|lavoir|logements?|batiments?|locaux|halle|station d'epuration|city[ -]stade|aire de jeux)\b"
    rf"[^,;:.()\d]{{0,60}}? (?:de la |de l'|du )(?=(?:{AUTHORITIES})\b)"
)
# « le poste de coordinateur de la MJC »: what is paid for, then who employs.
_POST = r"(?:postes?|emplois?) d(?:e |['’])[^,;:.()\d]{3,60}? (?:de (?:la |l['’])?|du |d['’])"
_POST_IN = re.compile(rf"{_POST}(?={ORGANISATION.pattern})"), re.compile(rf"{_POST}(?=[A-ZÀ-Ý«])")
# What stands between a name and the next one.
_LEFT_OVER = re.compile(r"(?:\s+(?:et|puis|ainsi que|de|à|d['’]une?|pour))+$", re.IGNORECASE)
# « M. Tom Vasseur (stage à Dublin) », « La Ruche (achat de matériel) »: several words in small letters, that tell no
# branch nor former name.
TOLD_OF_IT = re.compile(
    rf"\s*\((?!(?:{BRANCHES}|ex|anciennement|siège|commune|canton|quartier)\b)"
    r"(?P<purpose>(?:\d{1,4}\s?(?:e|ère?|ème|es)?\s)?[a-zà-ÿ][^()]*\s[^()]+|(?:\d{1,4}\s?(?:e|ère?|ème)?\s)?[a-zà-ÿ]{4,}"
    r"|[A-ZÀ-Ý][^(),]*, [a-zà-ÿ\d][^()]*)"
    r"\)\s*$"
)
# « au délégataire, la SARL Bois Vert »: what it is, then its name.
_APPOSITION = re.compile(r"[a-z]{4,}(?: [a-z']{2,}){0,3}, (?:l'|la |le )(?=[a-z])")
# « ÉCLAT », « l'association « Un toit »»: a name that is whole.
_ACRONYM = re.compile(r"\s[A-ZÀ-Ý]{3,}\s*$|[»”\"]\s*$")


def named_at(text: str, lowered: str, place: int, high: int) -> tuple[str, int]:
    """The name that begins at `place`, before `high`, and where it ends; empty where nobody is named. `lowered`: the
    text as `plain` gives it."""
    asked = _REQUEST.match(lowered, place, high) or _WORKS_ON.match(lowered, place, high)
    asked = asked or _POST_IN[0].match(lowered, place, high) or _POST_IN[1].match(text, place, high)
    place, stop = asked.end() if asked else place, high
    for end in NAME_END.finditer(lowered, place, high):
        if is_in_quotes(text, place, end.start(), high):
            continue
        if lowered[end.start() : end.end()].strip() != "pour" or not _name_goes_on(text, lowered, place, end):
            stop = end.start()
            break
    ends = AFTER_NAME.finditer(lowered, place, stop)
    after = next((end for end in ends if not _DONE_BY.search(text[place : end.start()])), None)
    stop = after.start() if after else stop
    apart = _APPOSITION.match(lowered, place, high)
    if apart and text[apart.end()].isupper() and text[place : apart.end()].islower():
        return named_at(text, lowered, apart.end(), high)
    name = _LEFT_OVER.sub("", tidy(text[place:stop]))
    name = _LEFT_OVER.sub("", tidy(TOLD_OF_IT.sub("", name)))
    plural = lowered[max(0, place - 4) : place].endswith("aux ") or name[:4].casefold() in ("les ", "des ")
    named = is_name(name, plural=plural) and not states_amount(name)
    return (without_article(name), stop) if named else ("", stop)


def is_in_quotes(text: str, place: int, at: int, high: int) -> bool:
    """« Un toit pour demain »: whether `at` stands in a quote that opens after `place` and closes before `high`."""
    opened = text.rfind("«", place, at)
    return opened >= 0 and text.find("»", opened, at) < 0 and text.find("»", at, min(high, opened + LONGEST_QUOTE)) >= 0


def _name_goes_on(text: str, lowered: str, place: int, end: re.Match[str]) -> bool:
    """« association pour le développement », « Alliance pour l'Emploi »: « pour » belongs to the name."""
    if IS_PURPOSE.match(lowered, end.end()):
        return False
    before = lowered[place : end.start()].strip()
    if _ACRONYM.search(text, place, end.start()):
        return False  # « l'association ÉCLAT pour le Festival »: the name is whole
    follows = re.match(r"\s*(?:l['’]|le |la |les |une? )?", text[end.end() :])
    capital = text[end.end() + (follows.end() if follows else 0) :][:1].isupper()
    common = not any(character.isupper() for character in text[place + 1 : end.start()])
    return (common and bool(KINDS_FOR.fullmatch(before))) or (capital and bool(KINDS_FOR.match(before)))
