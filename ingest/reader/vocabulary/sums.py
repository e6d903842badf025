"""How an amount stands in its sentence: granted, a total, a part, more than before, given back.

Every pattern works on `plain()` text: small ASCII letters, `'`, `-` and plain spaces.
"""

import re
from typing import Final

from ingest.reader.vocabulary.patterns import ANY_AID, GIVE, any_of

# Just before an amount: it is the sum of all that the sentence names.
TOTAL_OF: Final = re.compile(
    r"(?:totale?|globale?|cumule|maximale? totale?)(?: \w+){0,3}? "
    r"(?:de |a |d'|est de |s'eleve a |s'elevant a |s'etablit a |: ?)?$"
    r"|\btotal(?:e|ite)?(?: general)?,? ?(?:de|:|est de)? ?$"
)
TOTAL_AFTER: Final = re.compile(r"\s*(?:au|en) (?:total|tout)\b")
# Just after an amount: it is the price of one unit, or money without what the act grants.
PART_OF: Final = re.compile(
    r"\s*(?:\(?(?:ht|ttc|nets?)\)?\s*)?(?:maximum\s+|environ\s+)?(?:/|par (?!an(?:nee)?\b|exercice\b|voie|virement)"
    r"|l'(?:heure|unite|habitant)"
    r"|(?:a )?chacune?\b|[x×*]\s?\d|(?:\d{1,2}|deux|trois|quatre) fois\b"
    r"|mensuels?\b|le m(?:etre|2|²)\b|la (?:seance|journee|nuit|place|piece))"
)
# Just after an amount: what works or goods cost, tax left out or in.
TAXED: Final = re.compile(r"\s*\(?(?:h\.? ?t\b|ttc\b|hors taxes?\b|toutes taxes\b)")
# Just before an amount: the text says how much money is granted or set aside.
STATES_SUM: Final = any_of(
    r"\b(?:montants?|totala?u?x?|sommes?|enveloppes?|financements?|participations?|subventions?|aides?|contributions?"
    r"|dotations?|credits?|engagements?|soutiens?|bourses?|prix|fonds de concours|concours|appuis?)\b[^.;:]{0,70}?"
    r"\b(?:de|d'|a|est de|sont de|est fixee? a|(?:est|sont) (?:\w+ )?(?:revu|fixe|porte|arrete|evalue|estime)e?s? a"
    r"|s'eleve a|s'elevent a|s'elevait a|s'eleverait a|s'eleveraient a|s'elevera a|s'etablit a|represente(?:nt)?"
    r"|atteint)",
    r"\bhauteur (?:de|d')|\bsoit|\bpour (?:un )?(?:total|montant)(?: \w+){0,2} de",
    r"\b(?:fixee?|fixer|portee?|arretee?|arreter|limitee?)s? a|\bfixant a",
    rf"\b(?:{GIVE}|vers|vot)(?:er|e|ee?s?|ant)\b[^.;:]{{0,40}}?",
    r"\bmontant(?: \w+){0,3} ?:|\btotale? ?:",
    after=r"\s*(?:la somme de |un montant (?:total )?de |environ |\(|: ?)*$",
)
# Just before an amount: what is given on top of an earlier grant.
INCREASE: Final = re.compile(
    r"\b(?:(?:major|augment|abond)(?:er|e)(?: d'un montant)?"
    r"|augmentation|hausse|majoration|complement|supplement|revalorisation|rallonge"
    rf"|(?:{ANY_AID}|sommes?) (?:complementaires?|supplementaires?))"
    r" (?:de |d'un montant de |: )$"
)
# Money that comes back: counted as negative, as the tables of an act count it.
GIVEN_BACK: Final = re.compile(
    r"\btrop[ -](?:percu|verse)\b|\ba (?:deduire|recuperer|rembourser|restituer|reverser)\b|\breversement\b|\bindu\b"
)
# Headings under which sums tell of what was, not of what is granted.
TOLD_HEADINGS: Final = re.compile(
    r"(?:[\divx]+ ?[.)-]* ?)?(?:bilans?|historique|rappels?|contexte"
    r"|exercice precedent|evaluation|resultats?)\b"
)
