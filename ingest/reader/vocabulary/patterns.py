"""How families of phrases, one a line, make a pattern; and the words that many of them share.

Every pattern works on `plain()` text: small ASCII letters, `'`, `-` and plain spaces.
"""

import re
from typing import Final

# Words for a grant; what some acts call one, and others money of another kind too; the verbs that give one, by their
# stems, « attribu-er », « accord-ée », and in the present.
AIDS: Final = "subventions?|aides?|participations?|dotations?"
ANY_AID: Final = rf"{AIDS}|contributions?|bourses?|primes?|allocations?|(?:fonds de )?concours|soutiens?"
GIVE: Final = "attribu|accord|allou|octroy"
GIVES: Final = "attribue|accorde|alloue|octroie"
# The parts in which a grant is paid: « en trois fois », « par douzièmes de 900 € », « deux acomptes semestriels ».
INSTALMENTS: Final = (
    r"fois|versements|termes|tranches?|echeances?|acomptes?|douziemes?|mensualites?"
    r"|(?:trimestrial|semestrial|mensual|annu)ites?|fractions?"
)
# The authorities that acts speak of, and what the councils are called that decide for them.
AUTHORITIES: Final = "commune|ville|departement|region|metropole|communaute|syndicat"
COUNCIL_OF: Final = "departemental|regional|municipal|communautaire|metropolitain|general"
# What is of the name, though it is printed in small letters after a comma or a dash, or on a line of its own.
BRANCHES: Final = (
    "[eé]quipe|section|antenne|groupe|groupement|d[eé]l[eé]gation|comit[eé]|unit[eé]|f[eé]d[eé]ration|site"
)
# The streets of addresses: « 14 bis, rue du Faubourg ».
STREETS: Final = (
    r"rue|ruelle|avenue|av\.|boulevard|bd|place|pl\.|chemin|sentier|route|voie|all[eé]es?|impasse|passage|quai|square"
    r"|esplanade|faubourg|hameau|lotissement|r[eé]sidence"
)
# « 14 bis, », « 27 grande », before one of them
STREET_NUMBER: Final = r"\d{1,4}(?:\s?(?:bis|ter|quater|[ab]))?\s*,?\s+(?:(?:grande?|petite?|vieille)[\s-]+)?"
# The mark that opens an item of a list: its dash, its bullet, one that its font draws and does not name.
MARK: Final = r"[-–—‐•●▪■◦○□▫➢➤►▶→⇒✓✔✗❖◆·∙*\uf000-\uf0ff]"
# Words that join what stands on both their sides: no name ends with one.
LINKS: Final = "à|aux?|avec|dans|de|des|du|en|et|la|les?|ou|par|pour|sans|sous|sur|[dl](?=['’])"
OPEN_END: Final = re.compile(rf"(?:^|[\s'’-])(?:{LINKS})['’]?$", re.IGNORECASE)
# The same, and a word cut at its hyphen: « Saint-Aubin- ».
CUT_END: Final = re.compile(rf"\w-$|{OPEN_END.pattern}", re.IGNORECASE)
# « Les associations suivantes », « comme suit »: what is said of a list that comes next.
FOLLOWS: Final = r"(?:suivante?s?|ci-(?:apres|dessous)|comme suit|ainsi qu'il suit)"
# « Quartiers 2030 », « Impact 2024 »: the name of a plan, and the year in which it ends; « Demande de DETR 2032 », what
# the State is asked for.
PLAN: Final = re.compile(
    r"\b(?:(?:quartiers|france|horizon|agenda|objectif|cap|vision|ambition|paris|impact|jeux)"
    r"|(?:demande|sollicit)\w*\b.{0,80}?\b(?:detr|dsil|dsid|fonds vert)) 20\d\d\b",
    re.IGNORECASE,
)
# Before the verb of a decision: its dash, its article, « décide, à l'unanimité, de ».
_OPENS: Final = (
    r"\s*(?:- ?)?(?:art(?:icle|\.)? ?(?:n ?[°o] ?)?(?:\d+|premier|unique|[ivx]+"
    r"|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix) ?(?:er|eme|e)?\b[ :.)-]*)?"
    r"(?:(?:(?:il|elle|le conseil \w+|la commission permanente) )?decide(?:nt)?\b"
    r"(?:,? ?(?:a|par) [^,;:]{0,80},|,? a (?:l'unanimite|la majorite))?"
    r"(?:,? ?(?:egalement|par ailleurs|en outre|enfin|aussi|de plus),?)?[ :,-]*)?(?:d'|de )?"
)


def any_of(*families: str, before: str = "", after: str = "") -> re.Pattern[str]:
    """A pattern of any of these families, between what stands `before` and `after` them all."""
    return re.compile(f"{before}(?:{'|'.join(families)}){after}")


def decision(*families: str) -> re.Pattern[str]:
    """A pattern of a decision that opens with any of these families, in whole words."""
    return any_of(*families, before=_OPENS, after=r"\b")
