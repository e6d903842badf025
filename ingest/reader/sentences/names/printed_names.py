"""Names of beneficiaries as sentences and lists print them: whether a text is one, without its article.

What enters: a piece of a sentence or of a list. What leaves: the name, or the verdict that it is none.
"""

import re
from dataclasses import dataclass

from ingest.reader.headers.header_texts import are_header_words
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.vocabulary.acts import DECIDING
from ingest.reader.vocabulary.grants import UNNAMED
from ingest.reader.vocabulary.organisations import COMPANIES, ORGANISATION, kinds
from ingest.reader.vocabulary.patterns import AIDS, AUTHORITIES, COUNCIL_OF, FOLLOWS, GIVES

# Characters of a name; a longer one is a piece of a sentence.
SHORTEST_NAME, LONGEST_NAME = 3, 140

COMMON_NOTE = "bénéficiaire sans nom propre\u202f: à vérifier"

# « Atelier de la Lune », « Foyer de vie »: nouns that end as verbs do.
_NOUN = rf"(?:{ORGANISATION.pattern}|(?:atelier|chantier|quartier|verger|sentier|grenier|rucher|panier|cellier)s?\b)"
# What begins so is a sentence, not an entry of a list.
_SENTENCE = re.compile(
    r"(?:- ?)?(?:(?P<article>une? |la |les? |l'|il |pour )|(?:d'|de |article (?:\d|unique|premier)|soit |au titre"
    r"|montant|total"
    rf"|(?!{_NOUN})(?:\w+er\b|{DECIDING.pattern})"
    r" ?(?:a |de |d'|la |les? |l'|une? |des |que |m\.? |mme |monsieur |madame )))"
)
# Words that follow « à » or « au » and begin no name: what was done, where the list stands.
_FRAGMENT = re.compile(
    r"(?:ete|etre|avoir|aura|avait|est|sont|sera|seront|ne|se|s'|y(?!'a )|tableaux?|listes?|etats?|rapports?|delais?"
    r"|dates?"
    r"|vote|prix|tarifs?|loyers?|couts?|frais|depenses?|travaux|charges|financement|fonctionnement|montants?"
    r"|sommes?|credits?|versements?|subventions?|montage|soutien|meme|dits?|ladite|ledit|dernier"
    r"|(?:postes?|emplois?) de|premier|second|deuxieme|prochain|present|mieux|venir|ci-\w+)(?![\w-])"
)
# « disponible : 900 € », « chapitre 65 : 900 € », « la convention conclue avec… »: labels of budgets, and agreements.
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# « Le Président du Conseil départemental », who signs the act.
_SIGNS = re.compile(
    r"(?:vice-)?(?:presidente?|maire|prefete?|direct(?:eur|rice)) (?:du|de la|de l')? ?"
    rf"(?:conseil (?:{COUNCIL_OF}|d'administration)|{AUTHORITIES}|commission permanente)\b"
)
# « un jeune agriculteur d'Arc », « deux clubs de Bor »: anybody of a kind
_INDEFINITE = re.compile(r"(?:une?|deux|trois|quatre|cinq|six|plusieurs|certaine?s|quelques) [a-zà-ÿ]")
_BUDGET = re.compile(
    r"(?:chapitre|article|compte|nature|fonction|imputation|ligne|enveloppe|autorisation)s?"
    r" (?:n ?° ?|budgetaires?)?\d*\b"
    r"|(?:montants? |credits? |solde )?(?:disponible|affecte|engage)s?\b"
)
_POINTS_ELSEWHERE = re.compile(r"\bci-(?:apres|dessous|dessus|joint\w*|annexe\w*)\b|\bsuivante?s?$")
_AGREEMENT = re.compile(r"(?:conventions?|avenants?|contrats?|protocoles?|deliberations?|rapports?|marches?)\b")
# « Investissement : 300 € », under the name of whoever receives
_KIND_OF_MONEY = re.compile(
    r"(?:(?:en |pour (?:le |l')?)?(?:fonctionnement|investissement|equipement)"
    r"|(?:aide |subvention )?exceptionnel(?:le)?)"
)
# First words that leave an article before them out of the name.
_KIND = re.compile(rf"(?:{ORGANISATION.pattern}|(?:sa|{kinds(COMPANIES)})\b)")
_NAME_ARTICLE = re.compile(r"(?:l['’]\s?|la |le |les )", re.IGNORECASE)
# « A.D.M.R. »
_INITIALS = re.compile(r"(?<!\w)(?:[A-ZÀ-Ý]\.){2,}$")
# « association diocésaine pour l'orgue », unlike « association pour la lecture »: a name, or what the money is for.
_KIND_THEN_PURPOSE = re.compile(r"\w+(?: [\w'’-]+)+ pour ")
# « à l'Association sportive » of a school, « au Centre social »: the only one there, by its capital letter
_ONLY_ONE = re.compile(r"(?:Association|Centre|Club) (?i:social|sporti(?:f|ve)|culturel(?:le)?)$")
# « TOTAL ........ 5 350 € »
_TOTAL = re.compile(
    r"(?:sous[ -])?tota(?:l|ux)\b|montant (?:total|global)|soit\b|ensemble(?: \(\d[^()]*\))?$"
    r"|(?:reliquat|solde|reserve|reste|non affecte|divers$|divers (?=\())\b"
)
# What stands before the first name of a list.
ANNOUNCES = re.compile(
    rf"\b(?:{FOLLOWS}|a savoir)\b[^:;]{{0,90}}:"
    # « une subvention de fonctionnement à : l'ADMR (800 €), la Croix-Rouge (300 €) »
    rf"|\b(?:{AIDS})(?: [^:;\d]{{0,40}})? (?:a|aux (?:associations|clubs)) ?:"
    rf"|\bsoit ?:|\b(?:retenir|retient|(?:{GIVES}|vote|verse)(?:nt|r)?)"
    r"(?:,? (?:pour|au titre de) (?:l'annee |l'exercice )?(?:19|20)\d\d,?)? ?:"
    # « Vote : unanimité », « Vote : 6 pour »
    r"(?!\s*(?:\d|(?:a )?l'unanim|(?:a )?la majorite|(?:a )?main|unanim|majorite|pour\b|contre\b|abst|adopte))"
)


@dataclass(frozen=True, slots=True)
class Beneficiary:
    """`purpose`: what the money is for; `action`: the name of what it pays for, where it bears one; `doubt`: in French,
    why the name may be another's, empty where it may not."""

    name: str
    purpose: str = ""
    action: str = ""
    doubt: str = ""


def is_name(name: str, *, plural: bool) -> bool:
    """Whether a text names a beneficiary. `plural`: after « aux », words in small letters name nobody."""
    if not names_in_run(name):
        return False
    return any(character.isupper() for character in name) or (not plural and len(name.split()) > 1)


def names_in_run(name: str) -> bool:
    """Whether a text may name a beneficiary, be it by one common word, « le judo », as lists of many do."""
    lowered = plain(name)
    bare = without_article(lowered)
    if not SHORTEST_NAME <= len(name) <= LONGEST_NAME or name[0].isdigit():
        return False
    # « fixe comme suit le montant… : », « la convention conclue avec… »: a verb that decides, and what it approves
    low = without_article(name)[:1].islower()
    if _POINTS_ELSEWHERE.search(bare) or _BUDGET.match(bare) or _SIGNS.match(bare):
        return False
    if _YEAR.search(bare) and are_header_words(name):
        return False  # the names of columns, before a year that stands over one of money: « CP 2019 CP 2020 € »
    if _INDEFINITE.match(name) or (low and (DECIDING.match(lowered) or _AGREEMENT.match(bare))):
        return False
    return not (
        _KIND_OF_MONEY.fullmatch(bare)
        or (UNNAMED.fullmatch(bare) and not _ONLY_ONE.match(without_article(name)))
        or _TOTAL.match(bare)
        or (_FRAGMENT.match(bare) and not name.isupper())
    )


def is_common(name: str) -> bool:
    """« immobilier d'entreprise », « famille sinistrée »: no capital letter, no word for an organisation."""
    small = name == name.lower()
    return small and (not ORGANISATION.match(plain(name)) or _KIND_THEN_PURPOSE.match(name) is not None)


def without_article(name: str) -> str:
    """« l'association Le Bief », « La SARL Bois Vert » without article; « Les Amis du Bois » has it in its name."""
    article = _NAME_ARTICLE.match(name)
    if not article:
        return name.strip()
    rest = name[article.end() :].strip()
    in_name = article[0][0].isupper() and rest[:1].isupper() and not name.isupper()
    return name.strip() if in_name and not _KIND.match(plain(rest)) else rest


def tidy(text: str) -> str:
    """The text on single spaces, without the punctuation around it but the last dot of « A.D.M.R. »."""
    text = " ".join(text.split()).strip(" ,;:–-").lstrip(".")
    return text if _INITIALS.search(text) else text.rstrip(" ,;:.–-")


def is_sentence(text: str, lowered: str) -> bool:
    """« La somme de… » is a sentence, « La Ronde des Quartiers » a name: its second word is a capital one."""
    opening = _SENTENCE.match(lowered)
    return opening is not None and not (opening["article"] and text[opening.end() :].lstrip()[:1].isupper())
