"""Names on lists, before their amounts: « Le Bief : 1 500 € », « A, 150 € ; B, 800 € », an entry that is a name alone.

What enters: an entry or a list on one line, and where its amount stands. What leaves: the beneficiary, None where what
stands there is no name. Names inside sentences are found elsewhere.
"""

import re
from dataclasses import replace

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.sentences.names.entry_names import entry_named, inline_name, without_label
from ingest.reader.sentences.names.names_at import named_at
from ingest.reader.sentences.names.printed_names import (
    ANNOUNCES,
    COMMON_NOTE,
    LONGEST_NAME,
    Beneficiary,
    is_sentence,
    tidy,
    without_article,
)
from ingest.reader.values.amounts_in_text import find_amounts, states_amount
from ingest.reader.vocabulary.grants import GRANTS
from ingest.reader.vocabulary.organisations import ORGANISATION
from ingest.reader.vocabulary.patterns import ANY_AID, MARK

DESCRIBED_NOTE = "nom lu en tête d’une ligne qui décrit autre chose avant la somme\u202f: à vérifier"
_MARKS = re.compile(rf"^(?:\s|{MARK})+")
_BRACKETED_ENTRY = re.compile(r"\((?P<name>[A-ZÀ-Ý][^():;€\d]{2,80}?)\s*:\s*$")
# « un quart des subventions 2030 (Foyer rural : 800 €) »: what a share is reckoned on
_SHARE_OF = re.compile(r"(?:%|\b(?:quart|tiers|moitie|douziemes?)) (?:de |du |des |d')[^();:]{0,60}$")
_ENDS_IN_LABEL = re.compile(
    rf"(?:[:.;,]|\s-) (?:montants? (?:de (?:la |l'))?)?(?:depenses?|couts?|budget|assiette|base|montant|{ANY_AID})"
    r"\b[^:.;]{0,40}$"
)
_DESCRIBED = re.compile(r"(?P<name>[^:;\d]{3,100}?)(?:,\s*\d[^:;]{0,80})?\s*(?P<parts>:|\s-|,)\s")
_ENDOWED = re.compile(r"\W*(?:d[eu] )?(?P<name>[^:;,\d]{3,99}?),? (?:(?:d'|pour )un montant de|a hauteur de|de|pour) ")
_SAYS_GRANT = re.compile(
    rf"\b(?:{ANY_AID}|primes? plafonnees?|montants? (?:attribue|accorde|alloue"
    r"|vote)e?s?)\s*(?:(?:[a-z]+ ){0,3}?[a-z]+ ?:|:|de|=)?\s*$"
)
# « 500 € – Le Bief », « 500 € : Le Bief », « 500 € Le Bief »
_AFTER_AMOUNT = re.compile(r"\s*(?:[-–—:]\s+)?(?=[^\W\d_a-zà-ÿ])(?!H\.?T|TTC)")
# What stands between a name and its amount: a colon, a dash, an arrow, a leader.
_ENTRY = re.compile(r"^(?P<name>.{3,160}?)\s*(?:(?::\s*)?(?:[.…·_-]\s?){2,}|[:=(→►]|\s-|[-=–]+>|\*{2,})\s*$")
# « École Zola : 59 × 20 € = 1 180 € », « École Zola : 59 élèves × 20 €, soit 1 180 € »: how many, before a price
COUNTED = re.compile(r"\s*\b\d{1,5} ?(?:[a-z]+ )?[x×*]\s*$")
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
    lowered = COUNTED.sub("", plain(text[:start]))
    entry = _ENTRY.match(lowered)
    if not entry or is_sentence(text, lowered) or _GIVES_TO.match(lowered):
        return None
    # « Handball Club (62 licenciés × 20 €) : 1 240 € »
    opened = max((match.end() for match in ANNOUNCES.finditer(lowered, 0, entry.end("name"))), default=0)
    name = re.sub(r"\s*\([^()]*\)\s*$", _reckoning_out, text[opened : entry.end("name")])
    if _ENDS_IN_LABEL.search(plain(name)):
        return None  # « Commune de Bor : église. Subvention : » opens with its name
    return None if states_amount(name) else entry_named(name)


def find_entry_after(text: str, start: int, end: int) -> Beneficiary | None:
    """« 500 € – Le Bief, pour son tournoi »: the name that stands after its amount on a list."""
    joint = _AFTER_AMOUNT.match(text, end)
    if _MARKS.sub("", text[:start]) or not joint:
        return None
    name, _ = named_at(text, plain(text), joint.end(), len(text))
    return Beneficiary(name) if name else None


def find_bracketed(text: str, start: int) -> Beneficiary | None:
    """« la Fête du bois (Foyer rural : 800 €), … »: the name that stands before its amount in a bracket."""
    entry = _BRACKETED_ENTRY.search(text, 0, start)
    shared = entry and _SHARE_OF.search(plain(text), 0, entry.start())
    return entry_named(entry["name"]) if entry and not shared else None


def find_described_entry(text: str, start: int) -> Beneficiary | None:
    """« Commune de Rosans : eau potable, dépense de 9 000 €, subvention 3 000 € »: the name that opens an entry."""
    lowered = plain(text[:start])
    text, lowered = without_label(text), without_label(lowered)
    entry = _DESCRIBED.match(lowered)
    opens = _MARKS.sub("", text)
    if not entry or is_sentence(text, lowered) or not (opens[:1].isupper() or ORGANISATION.match(plain(opens))):
        return None
    receives = entry_named(text[: entry.end("name")])
    surely = _SAYS_GRANT.search(lowered)
    if entry["parts"] != ":" and not surely:
        return None
    return replace(receives, doubt="" if surely else DESCRIBED_NOTE) if receives else None


def find_endowed(text: str, start: int) -> Beneficiary | None:
    """« le Conseil de quartier Gare de 3 000 € », « de la commune de Bor pour un montant de 900 € »: the name in it."""
    entry = _ENDOWED.fullmatch(plain(text[:start]))
    name = text[entry.start("name") : entry.end("name")] if entry else ""
    proper = any(character.isupper() for character in without_article(tidy(name))[1:])
    receives = entry_named(name) if proper and not GRANTS.search(plain(name)) else None
    return replace(receives, doubt=DESCRIBED_NOTE) if receives else None


def _reckoning_out(bracket: re.Match[str]) -> str:
    return "" if states_amount(bracket[0]) else bracket[0]


def find_inline_entry(text: str, first: int, low: int, start: int) -> Beneficiary | None:
    """« … les subventions suivantes : Le Bief, 150 € ; Le Moulin, 800 € »: the name before the amount at `start`.

    `first`: where the first amount of the list stands; `low`: the end of the amount before this one. A list that opens
    with an amount names its beneficiaries after them, not before.
    """
    opening = max((match.end() for match in ANNOUNCES.finditer(plain(text), 0, start)), default=0)
    first = next((one.start for one in find_amounts(text) if one.start >= opening), first)
    if not inline_name(text[opening:first]):
        return None
    name = without_article(inline_name(text[max(opening, low) : start]))
    doubt = COMMON_NOTE if name == name.lower() and not ORGANISATION.match(plain(name)) else ""
    return Beneficiary(name, doubt=doubt) if name else None
