"""Whoever a sentence names beside an amount without a word that gives it to them: served, carrier, owner.

What enters: a sentence and the place of one amount in it. What leaves: a beneficiary in doubt, or None. Names after
« à » are looked for before, elsewhere.
"""

import re

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.sentences.names.names_at import IS_PURPOSE, named_at
from ingest.reader.sentences.names.printed_names import ANNOUNCES, Beneficiary, is_common
from ingest.reader.vocabulary.headers import HEADERS
from ingest.reader.vocabulary.organisations import ORGANISATION
from ingest.reader.vocabulary.patterns import AIDS, ANY_AID
from ingest.reader.vocabulary.phrases import phrase

CARRIER_NOTE = "bénéficiaire lu comme porteur du projet\u202f: à vérifier"
EXPENSE_NOTE = "bénéficiaire lu après la dépense à laquelle la somme participe\u202f: à vérifier"
OWNED_NOTE = "bénéficiaire lu comme celui de qui est la subvention\u202f: à vérifier"
SERVED_NOTE = "bénéficiaire nommé après « pour » : à vérifier"

_PROJECT = (
    r"(?:dispositif|service|action|projet|operation|programme|initiative|evenement|spectacle|exposition|dossier"
    r"|manifestation|festival|salon|tournoi|fete|concours|rencontre|journee|foire|gala|trophee|voyage|sejour|sortie)s?"
)
_CARRIER = (
    r"(?:portee?s?|geree?s?|animee?s?|assuree?s?|presentee?s?|conduite?s?|menee?s?|organisee?s?|deposee?s?"
    r"|proposee?s?) par (?:la |le |les |l')?"
)
# « financer pour 500 € le projet « Écrans » de la MJC Bazin »: whose project it is.
_CARRIES = re.compile(rf"\b{_PROJECT}\b[^;]{{0,80}}?(?:\b{_CARRIER}|\" (?:de la |de l'|du |des |d'))")
# « participer à hauteur de 900 € aux frais de fonctionnement de l'école Prévert »: who has the expense.
_EXPENSES = re.compile(
    r"\b(?:au (?:fonctionnement|financement(?! des? (?:frais|depenses|charges|couts|travaux)\b)"
    r"|budget(?: (?:19|20)\d\d)?|(?:plan|programme|projet)(?: d'actions?)?)"
    r"|(?:aux|les|des) (?:frais|depenses|charges|couts|travaux)"
    r"|(?:aux|au) (?:sejour|voyage|sortie)s?(?: (?:a la |au |en )?[a-z]+s?)?)(?: d(?:e |')\w+)?"
    r" (?:de (?:la |l')?|du |des |d')(?=\w)"
)
# « fixe à 900 € la dotation globale de la Maison Bazin », of nobody who pays.
_OWNED = re.compile(
    rf"\b(?:celle (?:de (?:la |l')?+|du |d')|(?:{ANY_AID})"
    r"(?: (?:annuelle|globale|complementaire|exceptionnelle|statutaire|financiere|d'equilibre|de fonctionnement"
    r"|d'investissement|(?:pour )?(?:19|20)\d\d)s?)* (?:de la |de l'|du |de (?!la |l'|\d|\w+ment\b)))"
    r"(?!budget|departement|region|commune|ville|metropole|communaute|etat|collectivite|conseil|union europ)"
)
# « – pour la commune de Bor, à hauteur de 40 %, soit 900 € »
_ENTRY_FOR = re.compile(r"^\W*pour (?:la |le |l')?")
_FOR = re.compile(
    rf"\bpour (?:l'|la |le )?(?={ORGANISATION.pattern}|(?:ogec|apel|usep|adapei|mjc|collectif|sou des ecoles)\b)"
)
# « fixe la participation de la commune pour l'OGEC Sainte-Anne à 900 € »
_AID_FOR = re.compile(rf"\b(?:{AIDS}|contributions?|forfaits?)\b[^;:()\d]{{0,80}}?{_FOR.pattern}")
# « … les subventions suivantes : 500 € pour l'ADMR »
_FOR_NAME = re.compile(r"\s*pour (?:l'|la |le |les )?(?=[a-z])")
_GOES_TO = re.compile(r"(?<!accès)(?<!retour) (?:au|aux|à la|à l['’]) ?(?=[a-zà-ÿ])")


def supposed_name(text: str, start: int, end: int, low: int, high: int) -> Beneficiary | None:
    """Whoever is named beside the amount at start–end, between `low` and `high`, and may receive it."""
    lowered = plain(text)
    if served := _served(text, lowered, end, high):
        return served
    for pattern, doubt, first, last in (
        (_CARRIES, CARRIER_NOTE, low, high),
        (_EXPENSES, EXPENSE_NOTE, low, high),
        (_OWNED, OWNED_NOTE, low, start),
        (_OWNED, OWNED_NOTE, end, high),
        (_ENTRY_FOR, SERVED_NOTE, low, start),
        (_AID_FOR, SERVED_NOTE, low, start),
    ):
        match = pattern.search(lowered, first, last)
        name = _GOES_TO.split(named_at(text, lowered, match.end(), last)[0])[0] if match else ""
        # « au financement de la thématique 1 »: no organisation, none.
        if name and not _names_nobody(name):
            return Beneficiary(name, doubt=doubt)
    return None


def _served(text: str, lowered: str, end: int, high: int) -> Beneficiary | None:
    """« … 300 € pour l'association Le Bief »: who is served may be who is paid, where nobody else is named."""
    match = _FOR.search(lowered, end, high)
    named = None if match else _FOR_NAME.match(lowered, end, high)
    # « à 210 000 € pour L'Espace des Arts »
    if named and text[named.end() : named.end() + 1].isupper():
        announced = ANNOUNCES.search(lowered, 0, end)
        match = named if announced or not IS_PURPOSE.match(lowered, named.end()) else None
    name = named_at(text, lowered, match.end(), high)[0] if match else ""
    return Beneficiary(name, doubt=SERVED_NOTE) if name else None


def _names_nobody(name: str) -> bool:
    """« thématique 1 « Parcours » », « axe Jeunesse »: a heading of programmes has no money; nor have common words."""
    heading = HEADERS.get(phrase(name.split()[0])) in ("programme", "subprogramme") and name[0].islower()
    return heading or is_common(name)
