"""The name in an entry of a list, without what stands beside it: its number, its seat, its trade, what it is for.

What enters: what an entry prints before its amount, or all of it. What leaves: the name; nothing where it is none.
Where entries and their amounts stand is not looked for here.
"""

import re

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.sentences.names.names_at import TOLD_OF_IT
from ingest.reader.sentences.names.printed_names import (
    Beneficiary,
    is_name,
    is_sentence,
    names_in_run,
    tidy,
    without_article,
)
from ingest.reader.values.amounts_in_text import find_amounts, states_amount
from ingest.reader.vocabulary.grants import GRANTS, TO
from ingest.reader.vocabulary.name_ends import ADDRESS
from ingest.reader.vocabulary.organisations import ORGANISATION
from ingest.reader.vocabulary.patterns import ANY_AID, BRANCHES, MARK
from ingest.reader.vocabulary.sums import PART_OF

TWO_PARTS_NOTE = "nom de deux parties, dont l’une est un thème ou un objet\u202f: à vérifier"
# « Secours populaire », « Aide à domicile »: words of grants that begin names.
_OPENS_NAME = re.compile(r"^(?:secours|aides? (?=a |aux? )) ?")
_OPEN_END = re.compile(r"(?:^|\s)(?:a|de|du|des|au|aux|pour|par|en|un|une|soit)$")
_BRACKETED = re.compile(r"^\s*\([^()]*\)(?=\s*[;,])")
_TOLD_AFTER = re.compile(
    r",? pour (?:un montant de |la somme de )?$"
    r"|,? a hauteur de\b|, (?:soit|sur une|dont|pour (?:la|le|les|un|une|son|sa|ses)|au titre)\b|,? pour l[ae']"
)
# « Recyclerie du Gué, atelier de réemploi, »: what it does or gets, in small letters; a branch is of the name.
_SAID_OF_IT = re.compile(rf",\s+(?!(?:{BRANCHES}|pour|à|a)\b)[a-zà-ÿ][^,;:\d]{{3,60}}(?=,\s*$)")
# « SARL Bois Vert, achat d'une scie (32 000 € HT), aide de », « Judo Club, fonctionnement »
_TOLD_IN_SMALL = re.compile(
    rf",\s+(?:(?!(?:{BRANCHES}|pour|union)\b)[a-zà-ÿ]{{4,}}\s[^A-ZÀ-Ý]*|(?:fonction|investisse|équipe)(?:ne)?ment)$"
)
# What parts an entry of a list from the one before.
_PARTED = re.compile(r"\W*[;,)]|\s*et\b")
# « … 500 € (+ 500 € s'il a lieu) ; La Mosaïque, »: the bracket in which the amount before stood.
_BRACKET_ENDS = re.compile(r"^[^()]*\)")
_MONEY_WORDS = re.compile(r"\b(?:subventions?|montants?|sommes?|totale?s?|credits?)\b")
# « Aide départementale : 500 € »: the label of an amount, no name.
_MONEY_LABEL = re.compile(
    rf"(?:montant (?:de (?:la |l')?)?)?(?:{ANY_AID}|financements?)"
    r"(?: (?:departementale?|regionale?|communale?|municipale?|communautaire|propose|accorde|attribue|vote|alloue"
    r"|sollicite|demande|total|du departement|de la (?:region|commune|ville)|de l'etat)e?s?)*"
)
# « Dossier n° 3 : », « Bénéficiaire : », « 1er prix : », « Troisième place – »
_FILE_LABEL = re.compile(
    r"\W*(?:(?:dossier|beneficiaire|porteur|demandeur|projet)(?: n ?[°o] ?\d+| \d+)?"
    r"|(?:\d{1,2} ?(?:er|re|nd|nde|e|eme)|premiere?|seconde?|\w+ieme) (?:prix|place))\s*[:-]\s+"
)
# « La Ruche (SIRET 456 123 789 00033) », « Vivres (n° 20011) »
_REGISTERED = re.compile(r"\s*\((?:siret|siren|rna|rnc|finess|uai|dossier|n ?[°ºo])[^()]*\)?\s*$", re.IGNORECASE)
# « Énergie du Vimeu – 42 kWc – aide »
_TOLD_BESIDE = re.compile(
    r"(?:\s+[-–—]\s+(?:\d[^–—]*|(?:aide|subvention|prime|montant|dotation|participation)(?: \w+){0,2}))+\s*$",
    re.IGNORECASE,
)
# « Bor ....... voirie », before another leader
_BETWEEN_LEADERS = re.compile(r"\s*(?:\.{4,}|…{2,})\s*(?P<purpose>[^.…]+)$")
# « GIP Campus – plateforme numérique »: what it is for, in small letters; a branch is of the name.
_TOLD_AFTER_DASH = re.compile(rf"\s+[-–—]\s+(?!(?:{BRANCHES})\b)(?P<purpose>[a-zà-ÿ][^–—()]*)$")
# « La Ruche – « Jardin partagé » »: the action that bears a name, behind a name that has capitals after its first
# letter; not « Association – « Le Bief » », « Club de judo – « Les Dauphins » »
_NAMED_ACTION = re.compile(r"(?<=\S\s)[-–—]\s+[«“]\s*(?P<purpose>[^«»“”]{3,120}?)\s*[»”]$")
# « commune de Bor : réfection du toit », « Commune de Bor : Voirie »
_AFTER_COLON = re.compile(r"\s*:\s+(?P<purpose>[^:]+)$")
# « Commune de Bor, espace France services », « SIAEP du Val, interconnexion »: works, whatever their words.
_OF_TOWNS = re.compile(r"(?i:commune|ville|mairie|communauté)\b|SI[A-Z]{1,6}\b")
_AFTER_COMMA = re.compile(r",\s+(?P<purpose>[a-zà-ÿ]{4,}.*)$")
# « SARL Le Fournil, boulangerie à Sauzet »
_TRADE = re.compile(r",\s+[a-zà-ÿ]{4,}(?: [a-zà-ÿ]+){0,2} à [A-ZÀ-Ý][^,()]*$")
# « M. Luc Pin, 3 place Foch, à Landelles »
_ADDRESS = re.compile(rf"(?<=\w),?(?:\s+(?:sise?|situ\w+|domicili\w+))?\s+{ADDRESS}.*$", re.IGNORECASE)
# « SCEA du Moulin, à Landelles »
_SEAT = re.compile(r",\s+(?:sise? |situ\w+ )?à [A-ZÀ-Ý][\w'’-]*(?:[ -][\w'’-]+){0,4}\s*$")
# « La Ruche, pour son jardin », « La Ruche, au titre de la saison 2031-2032 »
_FOR_WHAT = re.compile(r"\s*,\s+(?:pour |(?=au titre |dans le cadre ))(?P<purpose>\S.*)$")
# « la cotisation à l'Association des maires (135 €) »: what is owed, no name.
_OWED = re.compile(r"(?:la |les |une |sa )?(?:cotisation|adhesion)s?\b")
# What stands beside a name, in the order in which it is cut off; and what the money is for, the first that is there.
_BESIDE = (_REGISTERED, _ADDRESS, _TOLD_BESIDE, _TRADE, _SEAT, _TOLD_IN_SMALL)
_TELLS_PURPOSE = (_BETWEEN_LEADERS, _TOLD_AFTER_DASH, TOLD_OF_IT, _FOR_WHAT)


def without_label(text: str) -> str:
    """« Bénéficiaire : Le Bief » without the label."""
    labelled = _FILE_LABEL.match(plain(text))
    return text[labelled.end() :] if labelled else text


def entry_named(printed: str) -> Beneficiary | None:
    """« 3. Le Bief, à Landelles, pour son jardin », before its amount: who receives, and what for."""
    name = without_label(re.sub(rf"^(?:{MARK}\s*|\d{{1,2}}[.)°]\s*|[a-z]\s?[/)]\s+)", "", tidy(printed)))
    lowered = plain(name)
    names_none = _MONEY_LABEL.fullmatch(lowered) or TO.match(lowered) or _OWED.match(lowered)
    if names_none or name.count("(") > name.count(")"):
        return None
    for beside in _BESIDE:
        name = beside.sub("", name)
    action = _NAMED_ACTION.search(name)
    action = action if action and any(map(str.isupper, name[1 : action.start()])) else None
    told = action or next((found for tells in _TELLS_PURPOSE if (found := tells.search(name))), None)
    told = told or _told_after_colon(name) or (_AFTER_COMMA.search(name) if _OF_TOWNS.match(name) else None)
    name = name[: told.start()].rstrip() if told else name
    purpose = told["purpose"].strip() if told else ""
    doubt = TWO_PARTS_NOTE if " : " in name else ""
    return Beneficiary(without_article(name), purpose, doubt=doubt) if is_name(name, plural=False) else None


def _told_after_colon(name: str) -> re.Match[str] | None:
    """« commune de Bor : réfection du toit »; in « Sport : club de judo », « Musée : Les Amis » a theme is first."""
    told = _AFTER_COLON.search(name)
    if told is None or ORGANISATION.match(plain(told["purpose"])):
        return None
    body, proper = ORGANISATION.match(plain(name)), any(map(str.isupper, name[1 : told.start()]))
    small = told["purpose"][0].islower()
    return told if (body and (small or proper)) or (small and proper) else None


def inline_name(segment: str) -> str:
    """The name in what stands between two amounts of a list; empty where it is a piece of a sentence."""
    segment = without_label(segment)
    semicolon = segment.lstrip().startswith(";")
    # « Secours local : refusé ; Judo-club : », « École Ferry 25 € par élève, soit »
    segment = segment[segment.rfind(";", 0, len(segment) - 1) + 1 :] if _PARTED.match(segment) else segment
    segment = _BRACKETED.sub("", segment)  # « Comice : 74 € (0,20 € × 372 habitants), Judo Club »
    priced = next(find_amounts(segment), None)
    segment = segment[: priced.start] if priced and PART_OF.match(plain(segment), priced.end) else segment
    # « … : 2 000 € (dont 500 € pour le tournoi) ; Judo-club : »
    name = re.sub(r"^(?:[\s;,.)–-]+|et\s+|[a-z]\s?[/)]\s+)+", "", _BRACKET_ENDS.sub("", segment))
    name = _SAID_OF_IT.sub("", name)
    # « le Cinéma Le Bief, à hauteur de 20 % d'une dépense de… »
    told = _TOLD_AFTER.search(plain(name))
    name = name[: told.start()] if told else name
    name = _TOLD_IN_SMALL.sub("", name)
    name = _AFTER_COMMA.sub("", name) if _OF_TOWNS.match(name) else name
    lowered = plain(name)
    name = TOLD_OF_IT.sub("", _REGISTERED.sub("", tidy(re.sub(r"[\s:,(=.…–-]+$", "", name))))
    # « … ; la coopérative scolaire, 1 000 € »: after an entry, an article opens a name as a capital letter does, and
    # after a semicolon any word.
    low = without_article(lowered) != lowered or ORGANISATION.match(lowered) is not None
    opens = low and (any(character.isupper() for character in name) or _PARTED.match(segment) is not None)
    ends = ";" in name or _OPEN_END.search(lowered.rstrip(" :,(=.-"))
    if ends or not (opens or semicolon or name[:1].isupper()):
        return ""
    if (
        states_amount(name)
        or TO.match(f"{lowered} ")
        or GRANTS.search(_OPENS_NAME.sub("", without_article(plain(name))))
        or _OWED.match(lowered)
        or _MONEY_WORDS.search(lowered)
    ):
        return ""
    in_run = semicolon and names_in_run(name) and not GRANTS.search(lowered)
    return name if in_run or is_name(name, plural=False) else ""


def listed_name(entry: str) -> str:
    """The name that is all of an entry of a list, without its dash and article; empty where it is a sentence."""
    name = tidy(re.sub(rf"^\s*(?:{MARK}\s*|\d{{1,2}}\s?[.)°]\s*)", "", entry))
    lowered = plain(name)
    if is_sentence(name, lowered):
        return ""
    return without_article(name) if is_name(name, plural=False) else ""
