"""Words by which an act grants money in sentences, as plain data; and those by which it states other sums.

Every pattern works on `plain()` text: small ASCII letters, `'`, `-` and plain spaces.
"""

import re
from typing import Final

# ---- what a decision does ----------------------------------------------------------------------------------------

GRANTS: Final = re.compile(
    r"\b(?:attribu(?:er|e|ee?s|ent|tion)|allou(?:er|e|ee?s)|allocation|accord(?:er|e|ee?s)|octroi|octroy(?:er"
    r"|ee?s?)|vers(?:er|ement|ee?s?)"
    r"|financ(?:er|ement)|subventionn?(?:er|ement|ee?s?)?|vot(?:er|e|ee?s)|individualis(?:er|e|ee?s)"
    r"|affect(?:er|e|ee?s)|engag(?:er|e|ee?s)"
    r"|reconduire|renouvel(?:er|le|lement)|proroger|prolonger|contribu(?:er|tion)|participation|fix(?:er|e"
    r"|ee?s)|abond(?:er|ement)"
    r"|sout(?:enir|ien)|aides?|secours|dotations?|bourses?|prix|concours financier)\b"
)
# A decision that governs a signature or an agreement repeats its sum; it does not grant it.
SIGNS: Final = re.compile(
    r"\bautoris(?:e|er)\b.{0,200}?\b(?:a|de) (?:signer|finaliser|conclure|passer|negocier|intervenir"
    r"|prendre toute|accomplir|effectuer|solliciter)"
    r"|autoriser la signature|m'autoriser a|\ba signer\b|\bsigner (?:la|les|le|l'|ladite|tout|une?|ces|cette)"
    r"|\bhabilit(?:e|er)\b"
    r"|donn(?:e|er) (?:tous? )?(?:pouvoirs?|delegation|mandat|quitus)|\bsollicit(?:e|er)\b|\bcharge(?:r)? (?:le"
    r"|la|m|monsieur|madame)\b"
)
APPROVES_AGREEMENT: Final = re.compile(
    r"\b(?:approuv(?:e|er)|valid(?:e|er)|adopt(?:e|er)|prendre acte|prend acte)(?: de)? (?:les? |la |l'|cette "
    r"|ce |ces |ladite |ledit |une? |des? |d')?"
    r"(?:nouve(?:lle|au) )?(?:termes? |projets? |modeles? |principe )?(?:de la |de l'|d'une? |d'|de |des "
    r"|du )?(?:projets? de |modeles? de )?"
    r"(?:conventions?|avenants?|contrats?|protocoles?|contractualisation|reglements?|chartes?)\b"
)
CHARGES: Final = re.compile(
    r"(?:article \d+ ?(?:er)? ?[:.-]* ?)?(?:d'|de )?(?:imput|prelev|inscri|les? (?:depenses?|credits?|sommes?"
    r"|montants?)\b.{0,80}\b(?:imput|prelev|inscri)"
    r"|la (?:depense|somme)\b.{0,80}\b(?:imput|prelev|inscri))"
)

# ---- how an amount stands in its sentence ------------------------------------------------------------------------

# Just before an amount: it is the sum of all that the sentence names.
TOTAL_OF: Final = re.compile(
    r"(?:total|globale?|cumule|maximale? totale?)(?: \w+){0,3}? (?:de |a |d'|est de |s'eleve a |s'elevant a "
    r"|: ?)?$|\btotal(?:e|ite)? ?(?:de|:|est de)? ?$"
)
# Just after an amount: it is the price of one unit.
PART_OF: Final = re.compile(
    r"\s*(?:\(?(?:ht|ttc|nets?)\)?\s*)?(?:maximum\s+)?(?:/|par |l'(?:heure|unite|habitant)|chacune?\b"
    r"|mensuels?\b|le m|la (?:seance|journee|nuit|place|piece))"
)
