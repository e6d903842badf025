"""Where the name of a beneficiary ends in a sentence: signs and words, by what begins there.

Every pattern works on `plain()` text: small ASCII letters, `'`, `-` and plain spaces.
"""

import re
from typing import Final

from ingest.reader.vocabulary.patterns import ANY_AID, BRANCHES, GIVE, STREET_NUMBER, STREETS

# « 14 bis, rue du Faubourg »
ADDRESS: Final = rf"(?<!\w){STREET_NUMBER}(?:{STREETS})\b"
# « MJC du Val, section boxe » goes on after a comma or a dash; an acronym in brackets is of the name too.
_SIGNS: Final = (
    r"[;:]",
    rf",(?! (?:{BRANCHES}|union)\b)",
    # « M. Rey », « St. Martin », « J. Ferry »
    r"(?<!\bm)(?<!\bmm)(?<!\bdr)(?<!\bst)(?<!\bste)(?<!\b[a-z])\.(?=\s|$)",
    rf"\s-\s(?!(?:{BRANCHES})\b)",
    r"\((?![a-z0-9'&. -]{2,15}\))",
    # « (62) », « (art. 6574) »: a département, an account
    r"\((?:\d{2,3}|2[ab]|\d{5})\)",
    r"\((?:art|c|cpte|compte|chap|chapitre|nature|imputation)\b[^a-z()]*\)",
    # « à l'amicale 15 € par enfant »
    r"(?=(?<!\d)(?<!\d )\d{1,3}(?: \d{3})*(?:,\d\d)? ?(?:€|euros?\b))",
    # « à la commune de Bor 50 % du produit de la taxe »
    r"(?=(?<![\d,])\d{1,3}(?:,\d+)? ?%)",
    # « la Maison des parents 14 bis, rue du Faubourg »
    ADDRESS,
)
_WORDS: Final = (
    # A purpose begins: « afin de… »; « Agir pour demain », « Droits pour tous » are names
    r"afin|en vue|dans le cadre|a l'occasion|au titre|destine\w*|concernant|portant|visant|permettant|relative?s? a",
    r"en faveur (?:de|des|du|d')|au (?:benefice|profit)",
    r"(?<!information )(?<!recherche )(?<!recherches )(?<!documentation )(?<!reflexion )sur (?:le|la|les|l'|une?)",
    r"pour(?! (?:tous|toutes|elles|eux|demain|autrui)\b(?! (?:les?|la|l'|ses|ces|leurs)\b))",
    # What is given: « à hauteur de… », « d'une subvention », « trois acomptes », « chacun »
    r"et (?=(?:autant|le double|la moitie|la meme somme|non)\b)|et une?(?: autre)?(?= (?:de|d'un|subvention|aide)\b)",
    r"en co-?financement|en (?:complement|supplement|sus|plus) d(?:e|u|es)\b",
    r"est de (?=\d)|a (?:la )?condition|a charge|(?:la|les|sa|ses) (?:recette|benefice)s?",
    r"(?:les|ses|leurs) (?:frais|depenses) (?:engag|expos|occasionn|avanc)ee?s?",
    r"(?:a l'article|au (?:chapitre|compte)) (?=\d)",
    r"a hauteur|dont|soit|moyennant|correspondant|representant|chacun\w*|a raison|par une?|et rien|respectivement",
    r"(?:(?:apres|par|sous) )?deduction",
    r"a (?=\d[\d ]*(?:,\d\d)? ?(?:€|euros?))",
    r"(?:d'|de )?(?:une?|la|le|les|sa|son|cette|deux|trois|quatre|cinq) "
    rf"(?:(?:premier|nouvel|second|deuxiem|dernier)[a-z]* )?(?:{ANY_AID}|(?:somme|credit|montant|fonds|financement"
    r"|secours|prix|acompte|avance|solde|complement|produit|reliquat|indemnite|cotisation|enveloppe|don|gratification"
    r"|forfait|appui|contingent)s?)",
    rf"des (?:{ANY_AID}) (?:respectives?|d'un montant|de \d)",
    r"(?:la|le|une?) (?:gratuite|mise a disposition|pret)",
    r"(?:de )?cel(?:le|ui) (?=de )",
    # How, when, on which account: « en 2031 », « sous réserve », « imputé »
    r"selon|sous (?:la )?(?:reserve|forme)|a titre|conformement|imput\w+|au chapitre|a verser|a compter",
    r"en (?:\d{4}|fonctionnement|investissement|raison|application|cours)",
    # What an agreement does: « fixant… », « en lui accordant »
    r"fixant|prevoyant|attribuant|accordant|octroyant|etablissant|definissant|determinant|en (?:lui|leur) \w+ant",
    # Another clause: « qui… », « et de verser… », « et à la… », « est accordée »
    r"qui|laquelle|lequel|ainsi que|si (?=(?:le|la|les|elle|il|elles|ils|cette|ce)\b|l')",
    # « et lui prête la salle »; « Elles et leur ville » is a name.
    rf"et (?=(?:lui|leur) (?:{GIVE}|vers|pret|met|confi|consent|garanti|remet|rembours|lou|ced|fourni|delegu)\w* )",
    r"et (?=(?:le |l'|du |de l')(?:versement|attribution|octroi|paiement)\b)",
    r"et (?=(?:d'|de )(?:l'|la |les? )?(?:\d|une?\b|autoris|approuv|charg|dire|inscri|imput|sign|vers|fix|precis|donn"
    rf"|prelev|{GIVE}|conclu|prendre|mandat|sollicit|valid|notifi|financ|adopt)\w*\b|a |au |aux )",
    rf"(?:est|sont|sera|seront|soit) (?:\w+ )?(?:{GIVE}|prelev|imput|mandat|re?vers|vot|approuv|autoris|decid|valid|fix"
    r"|arret|port|confirm|reconduit|renouvel)ee?s?",
)
NAME_END: Final = re.compile(rf"\s*(?:{'|'.join(_SIGNS)}|\b(?:{'|'.join(_WORDS)})\b)")
