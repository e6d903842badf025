"""Persons in acts: civilities, functions, organisations that they sit in, what says that they stand aside.

Every pattern works on `plain()` text: small ASCII letters, `'`, `-` and plain spaces.
"""

import re
from typing import Final

from ingest.reader.vocabulary.phrases import words

CIVILITY: Final = (
    r"(?:mesdames|madame|mesdemoiselles|mademoiselle|messieurs|monsieur|mmes?|mlles?|mm|mrs?|m|dr)(?:\b\.?|\.)"
    r"(?=\s|$|(?<=\.)[a-z])"
)
# Written small inside a name: « de La Fontaine », « Le Guen ».
PARTICLES: Final = words(
    """
    de du des la le les d l van von der den el al ben ait dit dite
    """
)
# Capital words that end a name: the function or the group that follows it.
NOT_NAMES: Final = words(
    """
    president presidente vice-president vice-presidente maire adjoint adjointe conseiller conseillere
    conseillers conseilleres membre membres groupe groupes rapporteur rapporteure deputee depute senateur
    senatrice directeur directrice secretaire departement region commune ville mairie article articles vu
    considerant absent absents excuse excuses present presents pouvoir pouvoirs procuration procurations le la
    les un une en il elle ils elles ce cette ces pour contre abstention abstentions madame monsieur mesdames
    messieurs conseil commission non par
    """
)

# What an elected member is in an organisation. Adjectives of a mandate are part of it: « conseillère régionale ».
_FUNCTIONS: Final[tuple[str, ...]] = (
    r"(?:conjointe?s?|epou(?:x|se)s?|peres?|meres?|parente?s?|proches?|compagn(?:e|on)s?|freres?|soeurs?|fils|filles?)"
    r" (?:de la |du |de l'|d'une? |de )(?:vice-)?"
    r"(?:president|tresori|secretaire|membre|direct|gerant|salarie|administrat|dirigeant|responsable)\w*",
    r"(?:premiere?s? |1ere? )?(?:vice|co)?[ -]*president(?:\(e\)|e)?s?(?: delegue(?:\(e\)|e)?s?| d'honneur"
    r"| fondat(?:eur|rice))?",
    r"maires?(?:[ -]adjoint(?:\(e\)|e)?s?| delegue(?:\(e\)|e)?s?| honoraires?)?",
    r"adjoint(?:\(e\)|e)?s?(?: (?:au|a la) maire)?",
    r"conseill(?:er|ere)s?(?: (?:municipa(?:l|le|ux|les)|departementa(?:l|le|ux|les)|regiona(?:l|le|ux|les)"
    r"|communautaires?"
    r"|metropolitaine?s?|territoria(?:l|le|ux|les)|genera(?:l|le|ux|les)))?(?: delegue(?:\(e\)|e)?s?)?",
    r"membres?(?: (?:suppleante?s?|titulaires?|fondateurs?|fondatrices?|de droit|elue?s?|actifs?|actives?))?",
    r"administrat(?:eur|rice)s?(?: (?:suppleante?s?|titulaires?))?",
    r"representante?s?(?: (?:suppleante?s?|titulaires?|(?:de |du )?(?:la |l'|le )?(?:departement|commune|region"
    r"|metropole|ville|collectivite|agglomeration|communaute de communes|communaute d'agglomeration|conseil \w+)"
    r"(?= (?:au|aux|a|aupres|dans|chez)\b)|du departement|de la commune|de la region|du conseil \w+))?",
    r"deleguee?s?(?: (?:suppleante?s?|titulaires?))?",
    r"(?:secretaires?|tresori(?:er|ere)s?)(?: generale?s?)?(?:[ -]adjointe?s?)?",
    r"direct(?:eur|rice)s?(?: generale?s?)?(?:[ -]adjointe?s?)?",
    r"(?:gerante?s?|salariee?s?|employee?s?|benevoles?|adherente?s?|societaires?|actionnaires?|licenciee?s?"
    r"|dirigeante?s?"
    r"|animat(?:eur|rice)s?|entrain(?:eur|eure|euse)s?|fondat(?:eur|rice)s?|responsables?|commissaires?|censeurs?|associee?s?)",
)
FUNCTION: Final = re.compile(r"(?:ancien(?:ne)?s? )?(?:" + "|".join(_FUNCTIONS) + r")(?![\w-])")

# Inside an organisation: « membre du conseil d'administration de X » sits in X.
_ORGANS: Final = (
    r"conseils? d' ?administration|conseils? de surveillance|conseils? syndica(?:l|ux)|conseils? d' ?ecole"
    r"|conseils? scientifiques?"
    r"|conseils? d' ?orientation|assemblees?(?: generales?| deliberantes?)?(?: (?:extra)?ordinaires?)?"
    r"|bureaux?(?: (?:administratif|executif|directeur))?|directoire|jurys?|groupes? de travail"
    r"|colleges? des? \w+|instances?(?: \w+)?|ca\b|conseils? d' ?etablissement|organismes? de gestion"
    r"|comites? (?:techniques?|directeurs?|strategiques?|scientifiques?|de (?:pilotage|suivi|direction|selection"
    r"|gestion)|d' ?(?:orientation|attribution|agrement|engagement|investissement|evaluation|administration))"
    r"|commissions? \w+|plate-?formes?"
)
ORGAN: Final = re.compile(rf"(?:{_ORGANS})(?![\w-])")
# A mandate whose adjective names the kind of assembly: the first word of the organisation that it is of.
MANDATES: Final[tuple[tuple[str, str], ...]] = (
    ("regional", "region"),
    ("departemental", "departement"),
    ("metropolitain", "metropole"),
    ("communautaire", "communaute"),
    ("municipal", "commune"),
)

# ---- standing aside ----------------------------------------------------------------------------------------------

# A sentence that says that members do not take part.
STANDS_ASIDE: Final = re.compile(
    r"(?:n'(?:ont|a|ayant|ayants)|ne|ni|sans)\b[^.;]{0,60}?\b(?:pris|prendre|prend|prennent|prenant) (?:aucune "
    r"|pas )?part\b"
    r"|\bne (?:prend|prennent|participe|participent|participant|vote|votent|votant|siege|siegent|peut"
    r"|peuvent)\b[^.;]{0,60}?\b(?:part|vote|debats?|quorum|participer)\b"
    r"|\bne (?:participe|participent|participant|vote|votent|votant|siege|siegent) pas\b|\bn'(?:ont|a"
    r"|ayant) (?:(?:pas|point) (?:particip|vot|assist)|(?:particip|assist|ni )\w* (?:ni|au vote|aux? debats?)\b)"
    r"|\b(?:quitt|sort)\w*\b[^.;]{0,40}\bla s(?:alle|eance)\b[^.;]{0,20}"
    r"\b(?:(?:au moment du|lors du|pendant le|durant le|le temps du|pour le) (?:vote|debat)"
    r"|pour (?:ce point|ce dossier|cette (?:question|deliberation|affaire)))\b"
    r"|\bs'(?:est |etant |abst)\w* ?(?:abstenue?s? )?de (?:prendre part|particip|vot|sieg)\w*"
    r"|\bse sont abstenue?s? de (?:prendre part|particip|vot|sieg)\w*"
    r"|\bse (?:deporte|deportent|retire|retirent)\b|\bs'(?:est|etant|etaient) (?:deporte|retire)"
    r"|\bse sont (?:deporte|retire)|\bdeports?\b"
    r"|conflits? d' ?interets?|interesse(?:e|s|es)? (?:a l'|par l'|aux? |dans l')\s?(?:affaire|dossier"
    r"|deliberation|present|objet)"
    r"|\bnon[ -]participations?\b|\bsans la participation (?:(?:au vote|aux? debats?|et|ni) ){0,5}(?:de|d')\b"
    r"|(?:personnellement|directement|partiellement) interesse|\bn'assiste(?:nt)? pas\b|\bnppv\b"
)
# What none of these goes without: looked for first, because every cell of a table is asked.
STANDS_ASIDE_HINTS: Final = (
    "part",
    "vot",
    "sieg",
    "debat",
    "quorum",
    "deport",
    "retir",
    "intere",
    "assist",
    "nppv",
    "quitt",
    "sort",
)
# Leaving the room, without a word of why, is no recusal: a member may be called away.
LEAVES: Final = re.compile(r"\b(?:quitt|sort)\w*\b[^.;]{0,25}\bla s(?:alle|eance)\b")
# Said of the persons before it: they give a proxy, join the sitting, vote.
NOT_ASIDE: Final = re.compile(
    r"\b(?:donn\w*|recu\w*|remis) (?:\w+ ){0,2}(?:pouvoir|procuration|mandat|delegation)|\brejoint|\barriv\w+"
    r"|(?<!au )\bvot(?:e|ent|ait) (?:pour|contre)"
    r"|\bs(?:e sont|'est|'etant)? absten\w*(?! d)\b"
)
