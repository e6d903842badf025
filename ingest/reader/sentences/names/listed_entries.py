"""Names on lists, before their amounts: « Le Bief : 1 500 € », « A, 150 € ; B, 800 € », an entry that is a name alone.

What enters: an entry or a list on one line, and where its amount stands. What leaves: the beneficiary, None where what
stands there is no name. Names inside sentences are found elsewhere.
"""

import re
from dataclasses import replace

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.sentences.names.names_at import named_at
from ingest.reader.sentences.names.printed_names import (
    ANNOUNCES,
    COMMON_NOTE,
    LONGEST_NAME,
    Beneficiary,
    is_name,
    is_sentence,
    tidy,
    without_article,
)
from ingest.reader.values.amounts_in_text import find_amounts, states_amount
from ingest.reader.vocabulary.grants import GRANTS, TO
from ingest.reader.vocabulary.persons import ORGANISATION
from ingest.reader.vocabulary.sums import PART_OF

DESCRIBED_NOTE = "nom lu en tête d’une ligne qui décrit autre chose avant la somme\u202f: à vérifier"
_BRACKETED_ENTRY = re.compile(r"\((?P<name>[A-ZÀ-Ý][^():;€\d]{2,80}?)\s*:\s*$")
# « Secours populaire », « Aide à domicile »: words of grants that begin names.
_OPENS_NAME = re.compile(r"^(?:secours|aides? (?=a |aux? )) ?")
# « Le Bief. Le Moulin », not « U.S. Lure »
_ENDS_SENTENCE = re.compile(r"\w\w\. ")
_OPEN_END = re.compile(r"(?:^|\s)(?:a|de|du|des|au|aux|pour|par|en|un|une|soit)$")
_BRACKETED = re.compile(r"^\s*\([^()]*\)(?=\s*[;,])")
_TOLD_AFTER = re.compile(
    r",? pour (?:un montant de |la somme de )?$"
    r"|,? a hauteur de\b|, (?:soit|sur une|dont|pour (?:la|le|les|un|une|son|sa|ses)|au titre)\b|,? pour l[ae']"
)
# « Recyclerie du Gué, atelier de réemploi, »: what it does or gets, in small letters; a branch is of the name.
_SAID_OF_IT = re.compile(
    r",\s+(?!(?:section|antenne|groupe|délégation|comité|unité|fédération|site|pour|à|a)\b)[a-zà-ÿ][^,;:\d]{3,60}(?=,\s*$)"
)
# « SARL Bois Vert, achat d'une scie (32 000 € HT), aide de »
_TOLD_IN_SMALL = re.compile(
    r",\s+(?!(?:section|antenne|groupe|délégation|comité|unité|fédération|site|pour|union)\b)[a-zà-ÿ]{4,}\s[^A-ZÀ-Ý]*$"
)
# What parts an entry of a list from the one before.
_PARTED = re.compile(r"\W*[;,)]|\s*et\b")
# « … 500 € (+ 500 € s'il a lieu) ; La Mosaïque, »: the bracket in which the amount before stood.
_BRACKET_ENDS = re.compile(r"^[^()]*\)")
_MONEY_WORDS = re.compile(r"\b(?:subventions?|montants?|sommes?|totale?s?|credits?)\b")
# « Aide départementale : 500 € »: the label of an amount, no name.
_MONEY_LABEL = re.compile(
    r"(?:montant (?:de (?:la |l')?)?)?(?:subvention|aide|participation|contribution|dotation|financement)s?"
    r"(?: (?:departementale?|regionale?|communale?|municipale?|communautaire|propose|accorde|attribue|vote|alloue"
    r"|sollicite|demande|total|du departement|de la (?:region|commune|ville)|de l'etat)e?s?)*"
)
_ENDS_IN_LABEL = re.compile(
    r"[:.;,] (?:montants? (?:de (?:la |l'))?)?(?:depenses?|couts?|budget|assiette|base|subvention|aide|participation"
    r"|dotation|montant|prime)\b[^:.;]{0,40}$"
)
_DESCRIBED = re.compile(r"(?P<name>[^:;\d]{3,100}?)(?:,\s*\d[^:;]{0,80})?\s*(?P<parts>:|\s-|,)\s")
_ENDOWED = re.compile(r"\W*(?:d[eu] )?(?P<name>[^:;,\d]{3,99}?),? (?:(?:d'|pour )un montant de|a hauteur de|de|pour) ")
# « Dossier n° 3 : », « Bénéficiaire : »
_FILE_LABEL = re.compile(r"\W*(?:dossier|beneficiaire|porteur|demandeur|projet)(?: n ?[°o] ?\d+| \d+)?\s*[:-]\s+")
_SAYS_GRANT = re.compile(
    r"\b(?:subventions?|aides?|primes?(?: plafonnee)?|participations?|montants? (?:attribue|accorde|alloue"
    r"|vote)e?s?)\s*(?:(?:[a-z]+ ){0,3}?[a-z]+ ?:|:|de|=)?\s*$"
)
# « La Ruche (SIRET 456 123 789 00033) », « Vivres (n° 20011) »
_REGISTERED = re.compile(r"\s*\((?:siret|siren|rna|rnc|finess|uai|dossier|n ?[°ºo])[^()]*\)?\s*$", re.IGNORECASE)
# « Énergie du Vimeu – 42 kWc – aide »
_TOLD_BESIDE = re.compile(
    r"(?:\s+[-–—]\s+(?:\d[^–—]*|(?:aide|subvention|prime|montant|dotation|participation)(?: \w+){0,2}))+\s*$",
    re.IGNORECASE,
)
# « GIP Campus – plateforme numérique »: what it is for, in small letters; a branch is of the name.
_TOLD_AFTER_DASH = re.compile(
    r"\s+[-–—]\s+(?!(?:section|antenne|groupe|délégation|comité|unité|fédération|site)\b)(?P<purpose>[a-zà-ÿ][^–—()]*)$"
)
# « La Ruche (achat de matériel) »: several words in small letters, that tell no branch nor former name.
_PURPOSE = re.compile(
    r"\s*\((?!(?:section|antenne|groupe|delegation|délégation|ex|anciennement|siège|commune|canton|quartier)\b)"
    r"(?P<purpose>(?:\d{1,4}\s?(?:e|ère?|ème|es)?\s)?[a-zà-ÿ][^()]*\s[^()]+|(?:\d{1,4}\s?(?:e|ère?|ème)?\s)?[a-zà-ÿ]{4,}"
    r"|[A-ZÀ-Ý][^(),]*, [a-zà-ÿ\d][^()]*)"
    r"\)\s*$"
)
# « 500 € – Le Bief », « 500 € : Le Bief », « 500 € Le Bief »
_AFTER_AMOUNT = re.compile(r"\s*(?:[-–—:]\s+)?(?=[^\W\d_a-zà-ÿ])(?!H\.?T|TTC)")
# « SARL Le Fournil, boulangerie à Sauzet »
_TRADE = re.compile(r",\s+[a-zà-ÿ]{4,}(?: [a-zà-ÿ]+){0,2} à [A-ZÀ-Ý][^,()]*$")
# « SCEA du Moulin, à Landelles »
_SEAT = re.compile(r",\s+(?:sise? |situ\w+ )?à [A-ZÀ-Ý][\w'’-]*(?:[ -][\w'’-]+){0,4}\s*$")
# « La Ruche, pour son jardin »
_FOR_WHAT = re.compile(r"\s*,\s+pour (?P<purpose>\S.*)$")
# « la cotisation à l'Association des maires (135 €) »: what is owed, no name.
_OWED = re.compile(r"(?:la |les |une |sa )?(?:cotisation|adhesion)s?\b")
# What stands between a name and its amount: a colon, a dash, an arrow, a leader.
_ENTRY = re.compile(r"^(?P<name>.{3,160}?)\s*(?:(?::\s*)?(?:[.…·_-]\s?){2,}|[:=(→►]|\s-|[-=–]+>|\*{2,})\s*$")
# « Octroi d'une subvention au Judo Club : 500 € »: an act, and to whom.
_GIVES_TO = re.compile(
    r"\W*(?:vote|attribution|versement|octroi|allocation|subventions?|participations?)\b[^:]* (?:au |aux |a )"
)
# « … les subventions suivantes : »: figures without a unit are money there, and nowhere else.
_ANNOUNCED = re.compile(
    r"\b(?:subventions?|aides? financieres?|dons?|secours|concours financiers?|fonds de concours|participations?"
    r"|dotations?|(?:sommes?|montants?)\b[^:]{0,60}\b(?:associations?|clubs?|organismes))\b"
)
_NOT_GRANTED = re.compile(r"\b(?:indemnit\w+|primes?|vacations?|tarifs?|credits|resultats?|en nature|heures?)\b")


def announces_bare_entries(opening: str) -> bool:
    """« … décide d'attribuer les subventions suivantes (en €) : »: whether a list of grants that
    leaves out the euros may follow."""
    lowered = plain(opening).rstrip()
    grants = GRANTS.search(lowered) and _ANNOUNCED.search(lowered) and not _NOT_GRANTED.search(lowered)
    return lowered.endswith(":") and bool(grants) and not states_amount(opening)


def find_entry(text: str, start: int) -> Beneficiary | None:
    """« Le Bief : 1 500 € », « Le Bief ..... 1 500 € »: the name that stands before its amount on a list."""
    if start > 2 * LONGEST_NAME:
        return None
    lowered = plain(text[:start])
    entry = _ENTRY.match(lowered)
    if not entry or is_sentence(text, lowered) or _GIVES_TO.match(lowered):
        return None
    # « Handball Club (62 licenciés × 20 €) : 1 240 € »
    opened = max((match.end() for match in ANNOUNCES.finditer(lowered, 0, entry.end("name"))), default=0)
    name = re.sub(r"\s*\([^()]*\)\s*$", _reckoning_out, text[opened : entry.end("name")])
    if _ENDS_IN_LABEL.search(plain(name)):
        return None  # « Commune de Bor : église. Subvention : » opens with its name
    return None if states_amount(name) else _entry_named(name)


def find_entry_after(text: str, start: int, end: int) -> Beneficiary | None:
    """« 500 € – Le Bief, pour son tournoi »: the name that stands after its amount on a list."""
    joint = _AFTER_AMOUNT.match(text, end)
    if text[:start].strip(" -–•*") or not joint:
        return None
    name, _ = named_at(text, plain(text), joint.end(), len(text))
    return Beneficiary(name) if name else None


def find_bracketed(text: str, start: int) -> Beneficiary | None:
    """« la Fête du bois (Foyer rural : 800 €), … »: the name that stands before its amount in a bracket."""
    entry = _BRACKETED_ENTRY.search(text, 0, start)
    return _entry_named(entry["name"]) if entry else None


def find_described_entry(text: str, start: int) -> Beneficiary | None:
    """« Commune de Rosans : eau potable, dépense de 9 000 €, subvention 3 000 € »: the name that opens an entry."""
    lowered = plain(text[:start])
    labelled = _FILE_LABEL.match(lowered)
    text, lowered = text[labelled.end() if labelled else 0 :], lowered[labelled.end() if labelled else 0 :]
    entry = _DESCRIBED.match(lowered)
    if not entry or is_sentence(text, lowered) or not text.lstrip(" -–•*")[:1].isupper():
        return None
    receives = _entry_named(text[: entry.end("name")])
    surely = _SAYS_GRANT.search(lowered)
    if entry["parts"] != ":" and not surely:
        return None
    return replace(receives, doubt="" if surely else DESCRIBED_NOTE) if receives else None


def find_endowed(text: str, start: int) -> Beneficiary | None:
    """« le Conseil de quartier Gare de 3 000 € », « de la commune de Bor pour un montant de 900 € »: the name in it."""
    entry = _ENDOWED.fullmatch(plain(text[:start]))
    name = text[entry.start("name") : entry.end("name")] if entry else ""
    proper = any(character.isupper() for character in without_article(tidy(name))[1:])
    receives = _entry_named(name) if proper and not GRANTS.search(plain(name)) else None
    return replace(receives, doubt=DESCRIBED_NOTE) if receives else None


def _reckoning_out(bracket: re.Match[str]) -> str:
    return "" if states_amount(bracket[0]) else bracket[0]


def _entry_named(printed: str) -> Beneficiary | None:
    name = re.sub(r"^(?:[-–•*]\s*|\d{1,2}[.)°]\s*|[a-z]\s?[/)]\s+)", "", tidy(printed))
    labelled = _FILE_LABEL.match(plain(name))
    name = name[labelled.end() if labelled else 0 :]
    if _MONEY_LABEL.fullmatch(plain(name)):
        return None
    if name.count("(") > name.count(")") or TO.match(plain(name)) or _OWED.match(plain(name)):
        return None
    name = _TOLD_BESIDE.sub("", _REGISTERED.sub("", name))
    name = _TOLD_IN_SMALL.sub("", _SEAT.sub("", _TRADE.sub("", name)))
    told = _TOLD_AFTER_DASH.search(name) or _PURPOSE.search(name) or _FOR_WHAT.search(name)
    name = name[: told.start()] if told else name
    purpose = told["purpose"].strip() if told else ""
    return Beneficiary(without_article(name), purpose) if is_name(name, plural=False) else None


def find_inline_entry(text: str, first: int, low: int, start: int) -> Beneficiary | None:
    """« … les subventions suivantes : Le Bief, 150 € ; Le Moulin, 800 € »: the name before the amount at `start`.

    `first`: where the first amount of the list stands; `low`: the end of the amount before this one. A list that opens
    with an amount names its beneficiaries after them, not before.
    """
    opening = max((match.end() for match in ANNOUNCES.finditer(plain(text), 0, start)), default=0)
    first = next((one.start for one in find_amounts(text) if one.start >= opening), first)
    if not _inline_name(text[opening:first]):
        return None
    name = without_article(_inline_name(text[max(opening, low) : start]))
    doubt = COMMON_NOTE if name == name.lower() and not ORGANISATION.match(plain(name)) else ""
    return Beneficiary(name, doubt=doubt) if name else None


def _inline_name(segment: str) -> str:
    """The name in what stands between two amounts of a list; empty where it is a piece of a sentence."""
    semicolon = segment.lstrip().startswith(";")
    # « Secours local : refusé ; Judo-club : », « École Ferry 25 € par élève, soit »
    segment = segment[segment.rfind(";", 0, len(segment) - 1) + 1 :] if _PARTED.match(segment) else segment
    priced = next(find_amounts(segment), None)
    segment = segment[: priced.start] if priced and PART_OF.match(plain(segment), priced.end) else segment
    # « … : 2 000 € (dont 500 € pour le tournoi) ; Judo-club : »
    name = re.sub(r"^(?:[\s;,.)–-]+|et\s+|[a-z]\s?[/)]\s+)+", "", _BRACKETED.sub("", _BRACKET_ENDS.sub("", segment)))
    name = _SAID_OF_IT.sub("", name)
    # « le Cinéma Le Bief, à hauteur de 20 % d'une dépense de… »
    told = _TOLD_AFTER.search(plain(name))
    name = name[: told.start()] if told else name
    name = _TOLD_IN_SMALL.sub("", name)
    lowered = plain(name)
    name = _PURPOSE.sub("", _REGISTERED.sub("", tidy(re.sub(r"[\s:,(=.…–-]+$", "", name))))
    # « … ; la coopérative scolaire, 1 000 € »: after an entry, an article opens a name as a capital letter does, and
    # after a semicolon any word.
    low = without_article(lowered) != lowered or ORGANISATION.match(lowered) is not None
    opens = low and (any(character.isupper() for character in name) or _PARTED.match(segment) is not None)
    ends = ";" in name or _ENDS_SENTENCE.search(name) or _OPEN_END.search(lowered.rstrip(" :,(=.-"))
    if ends or not (opens or semicolon or name[:1].isupper()):
        return ""
    if (
        states_amount(name)
        or TO.match(f"{lowered} ")
        or GRANTS.search(_OPENS_NAME.sub("", lowered))
        or _OWED.match(lowered)
        or _MONEY_WORDS.search(lowered)
    ):
        return ""
    return name if is_name(name, plural=False) else ""


def listed_name(entry: str) -> str:
    """The name that is all of an entry of a list, without its dash and article; empty where it is a sentence."""
    name = tidy(re.sub(r"^\s*(?:[-–—•*▪◦➢✓]\s*|\d{1,2}\s?[.)°]\s*)", "", entry))
    lowered = plain(name)
    if is_sentence(name, lowered):
        return ""
    return without_article(name) if is_name(name, plural=False) else ""
