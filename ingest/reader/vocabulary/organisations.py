"""Words that organisations are named by, folded and singular: a kind of body met in a new act is one more word here.

A list that needs some of these only, or more, names the group that it takes and adds its own beside it.
"""

import re
from collections.abc import Iterable
from typing import Final

from ingest.reader.vocabulary.phrases import phrase, phrases, words

# Bodies of persons: « l'amicale laïque », « cette amicale ».
BODIES: Final = words("""
    agence amicale association cercle chambre chorale club collectif comite compagnie cooperative entreprise
    etablissement fanfare federation fondation groupement harmonie institut ligue mission mutuelle office orchestre
    societe syndicat union
""")
# Bodies named as the houses where they are: works may be done on these.
HOUSES: Final = words("centre cinema college creche ecole ehpad foyer hopital lycee maison musee theatre universite")
AUTHORITIES: Final = words("ccas cias commune communaute sdis sivom sivu ville")
# « SARL Bois Vert »
COMPANIES: Final = words("sarl sas sasu eurl scop scic sci scea gaec earl")
KINDS: Final = BODIES | HOUSES | AUTHORITIES
# « aux clubs A, B et C »: what comes in numbers.
SEVERAL: Final = KINDS - words("ccas cias sdis sivom sivu ville") | words("festival organisme section structure troupe")


def kinds(names: Iterable[str], *, plural: str = "s?") -> str:
    """A pattern of any of these words, singular or plural; with `plural` "s", of several of them alone."""
    return rf"(?:{'|'.join(sorted(names))}){plural}"


_ELSE = words("academie conservatoire departement metropole parc paroisse prefecture region residence")
# The first word of the name of an organisation, in a sentence.
ORGANISATION: Final = re.compile(rf"(?:{kinds(KINDS | _ELSE)}|epci|gip|hopitaux|pays|pnr|reseaux?|sem|spl)(?![\w-])")
# Any word of it in a cell, by which a column of names is known where its header says nothing.
ORGANISATIONS: Final = frozenset(map(phrase, KINDS | COMPANIES)) | phrases(
    "asso, mairie, sivos, petr, cuma, régie, gip, festival, croix, secours, restos, mjc, udaf, adil, caf, geiq, plie,"
    " gie, unss, écomusée, amis, radio, ensemble, ateliers, jeunes, anciens, parents, scouts, patronage, confrérie"
)


def names_organisation(text: str) -> bool:
    """Whether a word of a text is one that organisations are named by."""
    return not ORGANISATIONS.isdisjoint(phrase(text).split())
