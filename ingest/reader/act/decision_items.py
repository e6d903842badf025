"""Whether a paragraph among decisions is one of its own: its verb, its mark, and who gives or receives.

What enters: a paragraph from behind its mark, easy to search and as printed. This module does not read what it grants.
"""

import re

from ingest.reader.act.decision_openings import decides_in_passive
from ingest.reader.act.next_paragraphs import INFINITIVE, OF
from ingest.reader.vocabulary.acts import DECIDING

# « La commune versera en 2031 une subvention de 300 € au Comité des fêtes »
_AUTHORITY_GIVES = re.compile(
    r"(?:[^.;:]{3,40} ?: )?(?:la|le|l') ?(?:commune|ville|departement|region|metropole|communaute|syndicat|ccas"
    r"|agglomeration|collectivite|chambre|mairie)\b[^.;:]{0,60}? (?:versera|attribuera|accordera|allouera|octroiera"
    r"|verse|attribue|accorde|alloue|octroie|(?:participe|contribue|soutient|subventionne|finance|apporte(?:ra)?)"
    r"(?= [^.;]{0,160}\d)|participera|contribuera|soutiendra|financera) "
)
# « L'association Le Bief bénéficiera d'une aide de 500 € »
_RECEIVES = re.compile(
    r"[^.;:]{3,140}? (?:beneficie(?:ra|ront)?|percevra|percevront|recevra|recevront"
    r"|se (?:voit|voient|verra|verront) (?:attribuer|accorder|allouer|octroyer)) "
)
# Nouns in -er, -ir and -re, as infinitives are.
_NOUNS = re.compile(
    r"(?:centre|theatre|foyer|atelier|chantier|quartier|sentier|verger|dossier|cahier|cavalier|panier|metier"
    r"|loisir|avenir|souvenir|plaisir|oeuvre|ouvre|lettre|cadre|ordre|maitre|chambre|titre|arbre|terre|pierre|livre"
    r"|membre|autre|notre|votre|entre|contre|ministere|repertoire|territoire|laboratoire|observatoire|conservatoire"
    r"|histoire|memoire|secours|cirque|semestre|orchestre|registre|cimetiere|riviere|frontiere|lumiere)s?\b"
)
_CAPITAL_VERB = re.compile(r"(?:N['’]|NE )?[A-ZÀ-Ý]{3,}(?:E|T|ENT)\b,?\s+(?:PAS )?(?=[a-zà-ÿ«“])")


def is_decision(text: str, printed: str, *, marked: bool, goes_on: bool) -> bool:
    """« d'attribuer… », « APPROUVE… », « - valider… ». Without a mark, a verb in small letters is no decision, unless
    the one before `goes_on`."""
    of = OF.match(text)
    if of and INFINITIVE.match(text, of.end()):
        return True
    if (
        DECIDING.match(text)
        or _CAPITAL_VERB.match(printed)
        or decides_in_passive(text)
        or _RECEIVES.match(text)
        or _AUTHORITY_GIVES.match(text)
    ):
        return marked or printed[:1].isupper() or goes_on
    return marked and INFINITIVE.match(text) is not None and not _NOUNS.match(text)
